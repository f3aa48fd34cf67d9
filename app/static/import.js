// Importing: keys of the review page, the source and its fields lit together, and a file being read asked after.
// Every key presses a button or a link that stands on the page with the key's name on it.
(() => {
  "use strict";
  const $ = (s, el = document) => el.querySelector(s);
  const all = (s, el = document) => [...el.querySelectorAll(s)];
  const visible = (el) => el.getClientRects().length > 0;
  const typing = (el) => el instanceof Element && el.closest("input:not([type=checkbox]), textarea, select");

  setInterval(() => {
    if (document.hidden) return;
    for (const el of all("[data-poll]")) el.dispatchEvent(new Event("tick"));
  }, 1000);

  // keys ---------------------------------------------------------------------------------------------------
  const press = (key) => {
    const to = all("#review [data-key]").find((el) => el.dataset.key === key && visible(el));
    if (to) to.click();
    return Boolean(to);
  };
  const leave = (field) => {                        // out of a field to its card, where the keys act
    const card = field.closest(".ext.cur");
    if (card) card.focus({ preventScroll: true });
    return Boolean(card);
  };
  const write = () => {
    const text = $("#e-text");
    if (text) text.focus();
    return Boolean(text);
  };
  const step = (by) => {                            // to the next card or the one before; Enter opens it
    const cards = all("#ext > .ext");
    const from = document.activeElement.closest(".ext") ?? $("#ext > .ext.cur");
    const to = cards[from ? cards.indexOf(from) + by : 0];
    if (!to) return true;
    (to.matches(".cur") ? to : $("[data-open]", to))?.focus();
    to.scrollIntoView({ block: "nearest" });
    return true;
  };
  const inField = (e) => {
    if (e.key === "Escape") return leave(e.target);
    if (e.key !== "Enter") return false;
    if (e.ctrlKey || e.metaKey) return e.target.closest(".editform") ? press("Enter") : false;
    if (e.target.matches("#e-after")) return Boolean(e.target.value) && press("s");
    const form = e.target.matches("select") ? e.target.closest("form.fix") : null;
    if (!form || !e.target.value) return false;
    form.requestSubmit();
    return true;
  };
  const onPage = (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || document.documentElement.dataset.keys === "off") return false;
    if (e.key === "Enter") return e.target.closest("a, button, summary") ? false : press("Enter");
    if (e.key === "Delete" || e.key === "Backspace") return press("Delete");
    if (e.key.length !== 1) return false;
    const own = { e: write, j: () => step(1), k: () => step(-1) }[e.key.toLowerCase()];
    return own ? own() : press(e.key.toLowerCase());
  };
  document.addEventListener("keydown", (e) => {
    if (!$("#review") || e.isComposing || e.keyCode === 229 || !(e.target instanceof Element)) return;
    if (typing(e.target) ? inField(e) : onPage(e)) {
      e.preventDefault();
      e.stopImmediatePropagation();
    }
  }, true);

  // what an autosave brings along leaves the part alone where the person is: a click or a choice would be lost ------
  document.addEventListener("htmx:oobBeforeSwap", (e) => {
    const { target, fragment } = e.detail;
    if (!target.matches("#settle, #keybar")) return;
    if (target.matches(":active, :focus-within")) e.detail.shouldSwap = false;
    const unfolded = $("details", target)?.open;
    if (unfolded !== undefined) $("details", fragment)?.toggleAttribute("open", unfolded);
  });

  // words chosen in the source become a field of the open card, or a task that was overlooked -------------------
  let words = "";
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const bar = $("#pickbar");
    const page = $(".srcpage");
    if (!bar || chosen.isCollapsed || !page.contains(chosen.anchorNode)) return;
    words = chosen.toString().trim();
    bar.hidden = !words;
  });
  document.addEventListener("pointerdown", (e) => {
    const bar = $("#pickbar");
    if (bar && !e.target.closest("#pickbar")) bar.hidden = true;
  });
  document.addEventListener("click", (e) => {
    const to = e.target instanceof Element && e.target.closest("[data-put]");
    if (!to) return;
    const field = $(`#${to.dataset.put}`);
    const isList = field.matches("#e-lead, #e-resp, #e-supp") && field.value.trim();
    field.value = isList ? `${field.value}、${words}` : words;
    $("#pickbar").hidden = true;
    if (field.matches("#a-words")) field.form.requestSubmit();
    else field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // what is unfolded, ticked or typed beside the act, and not yet sent, outlasts the page's part being drawn anew -----
  const unsent = "#h-org, #h-new, #b-due, #b-cycle, #ext [name=draft]";
  const ticks = (el) => el.type === "checkbox";
  const drawn = (el) => ticks(el) ? el.defaultChecked : el.options ? ($("option[selected]", el) ?? el.options[0]).value : el.defaultValue;
  const stands = (el) => ticks(el) ? el.checked : el.value;
  let left = () => {};
  document.addEventListener("htmx:beforeSwap", (e) => {
    if (e.detail.target.id !== "review") return;
    const sent = e.detail.requestConfig.elt.closest("form");
    const folds = all(".settings details").map((d) => [$("form", d), d.open]);
    const fields = all(unsent).filter((el) => el.form !== sent && stands(el) !== drawn(el)).map((el) => [el.id || el.value, drawn(el), stands(el)]);
    left = () => {
      all(".settings details").forEach((d, n) => {
        if (folds[n] && folds[n][0] !== sent && !$("[data-focus]", d)) d.open = folds[n][1];
      });
      for (const [name, before, value] of fields) {
        const el = all(unsent).find((other) => (other.id || other.value) === name && drawn(other) === before);
        if (el) el[ticks(el) ? "checked" : "value"] = value;
      }
    };
  });

  // where to cut: the cursor of the text, unless a sentence was chosen ----------------------------------------
  document.addEventListener("click", (e) => {
    const button = e.target instanceof Element && e.target.closest("[data-split]");
    if (!button) return;
    const text = $("#e-text");
    const choice = $("#e-after");
    const at = text.selectionStart;
    const inside = !choice.value && at > 0 && at < text.value.length;
    $("[data-at]", button.form).value = inside ? [...text.value.slice(0, at)].length : "";
    if (inside || choice.value) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    choice.focus();                                 // no place yet: choose a sentence
  }, true);

  // a field and its words in the source ------------------------------------------------------------------------
  const light = (e, on) => {
    const from = e.target instanceof Element && e.target.closest("[data-f]");
    if (!from) return;
    for (const el of all(`[data-f="${from.dataset.f}"]`)) el.classList.toggle("on", on);
    if (on && e.type === "focusin") reveal(from.dataset.f);
  };
  const reveal = (name) => {                        // only inside the source's own window: the page stays
    const page = $(".srcpage");
    const mark = page && $(`mark[data-f="${name}"]`, page);
    if (mark && page.scrollHeight > page.clientHeight) page.scrollTop += mark.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3;
  };
  for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (e) => light(e, on));
  }
  document.addEventListener("click", (e) => {       // a field shows its words, words lead to their field
    const from = e.target instanceof Element && e.target.closest("[data-f]");
    if (!from || e.target.closest("a, button, summary") || !getSelection().isCollapsed) return;
    if (!from.matches("mark")) {
      reveal(from.dataset.f);
      return;
    }
    const field = $(`#ext [data-f="${from.dataset.f}"]`);
    field?.scrollIntoView({ block: "center" });
    (field && $("input, textarea, select", field))?.focus({ preventScroll: true });
  });
  const follow = () => {                            // the open card's row is in sight on the left
    for (const page of all(".srcpage, .scanpage")) {
      const row = $(".cur", page);
      if (row && page.scrollHeight > page.clientHeight) page.scrollTop += row.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3;
    }
  };
  let open;                                         // the pages of the file stay open, or closed, from task to task
  document.addEventListener("toggle", (e) => {
    if (e.target.id !== "sheets") return;
    open = e.target.open;
    if (open) follow();
  }, true);
  document.addEventListener("load", (e) => {        // the page came, and with it its own height
    if (e.target instanceof Element && $(".cur", e.target.closest(".scanpage figure") ?? e.target)) follow();
  }, true);
  document.addEventListener("htmx:afterSettle", () => {
    const sheets = $("#sheets");
    if (sheets && open !== undefined) sheets.open = open;
    left();
    left = () => {};
    const card = $("#ext > .ext.cur:focus");        // opened: its head is in sight, not only somewhere of it
    if (card && card.getBoundingClientRect().top < parseFloat(getComputedStyle(card).scrollMarginTop)) card.scrollIntoView();
    follow();
  });
  document.addEventListener("DOMContentLoaded", follow);
})();
