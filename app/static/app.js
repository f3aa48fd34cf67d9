// 责任台账: the small enhancements. Every page works without this file.
// No inline handlers, no eval; delegated listeners, so swapped fragments need nothing.
(() => {
  "use strict";
  const $ = (s, el = document) => el.querySelector(s);
  const all = (s, el = document) => [...el.querySelectorAll(s)];
  const visible = (el) => el.getClientRects().length > 0;
  const typing = (el) => el instanceof Element && el.closest("input, textarea, select, [contenteditable]");
  const closeMenus = (except) => {
    for (const d of all("details.menu[open]")) if (d !== except) d.open = false;
  };

  // print, copy, show the password -------------------------------------------------------------------------
  document.addEventListener("click", (e) => {
    if (!(e.target instanceof Element)) return;
    const t = e.target.closest("[data-print], [data-copy], .pw button");
    if (t?.matches("[data-print]")) window.print();
    else if (t?.dataset.copy) navigator.clipboard?.writeText($(t.dataset.copy)?.value ?? "");
    else if (t) {
      const input = t.previousElementSibling;
      const shown = input.type === "password";
      input.type = shown ? "text" : "password";
      t.setAttribute("aria-pressed", String(shown));
    }
    closeMenus(e.target.closest("details.menu"));
  });

  // keys: / J K N Ctrl+Enter Esc -------------------------------------------------------------------------
  const rows = () => all("main .tlink, main .queue a, main a.tt, main .hits a").filter(visible);
  const step = (by) => {
    const list = rows();
    const at = list.indexOf(document.activeElement);
    list[Math.min(list.length - 1, Math.max(0, at + by))]?.focus();
  };
  const keys = {
    "/": () => ["#sq", "#q", ".find-s", "main input[type=search]"].map((s) => $(s)).find((el) => el && visible(el))?.focus(),
    j: () => step(1),
    k: () => step(-1),
    n: () => {                                    // the next doubt of an import, the next row still to be done
      const list = all("main [data-next]").filter(visible);
      const at = list.findIndex((el) => el.contains(document.activeElement));
      const to = list[at + 1] ?? list[0];
      if (!to) return step(1);
      if (to.matches("a, button, input, select, textarea, [tabindex]")) to.focus();
      else $("a, button, input:not([type=hidden]), select, textarea", to)?.focus();
      to.scrollIntoView({ block: "nearest" });
    },
  };

  document.addEventListener("keydown", (e) => {
    if (e.isComposing || e.keyCode === 229) return;  // choosing a character is not a command
    if (e.key === "Escape") {
      const open = $("details.menu[open]");
      if (open) {
        closeMenus();
        $("summary", open).focus();
        return;
      }
      const at = e.target.closest?.(".peek") ?? e.target.closest?.("dialog, .todo, form, tr") ?? document;
      const fold = $("[data-esc]", at);             // folds the open row; drafts are kept
      if (fold && visible(fold)) {
        fold.click();
        return;
      }
      const last = $("#toasts .toast:last-child");
      if (last && !typing(e.target)) last.remove();
      return;
    }
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      const form = e.target.form ?? $("form[data-send]");  // a page of one decision: from anywhere on it
      if (form?.method === "post") {
        e.preventDefault();
        const send = $("button.btn-primary:not([type=button])", form);
        if (send?.matches("[disabled], [aria-disabled=true]")) send.focus();
        else form.requestSubmit(send ?? undefined);
      }
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    if (document.documentElement.dataset.keys === "off" && e.key !== "/") return;
    const act = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (act) {
      e.preventDefault();
      act();
    }
  });

  // slider and number are one value; the number is what is sent -------------------------------------------
  document.addEventListener("input", (e) => {
    const pair = e.target instanceof Element && e.target.closest(".pct");
    if (pair) for (const i of all("input", pair)) if (i !== e.target) i.value = e.target.value;
  });

  // names of chosen files beside the button ---------------------------------------------------------------
  document.addEventListener("change", (e) => {
    if (!(e.target instanceof HTMLInputElement) || e.target.type !== "file") return;
    const to = e.target.closest(".drop, .field") && $("[data-files]", e.target.closest(".drop, .field"));
    if (!to) return;
    to.replaceChildren();
    for (const f of e.target.files) {
      const chip = document.createElement("span");
      const size = document.createElement("small");
      chip.className = "file";
      size.className = "num";
      size.textContent = f.size < 1048576 ? `${Math.ceil(f.size / 1024)} KB` : `${(f.size / 1048576).toFixed(1)} MB`;
      chip.append(f.name, size);
      to.append(chip);
    }
  });

  document.addEventListener("htmx:configRequest", (e) => { // a page that refreshes itself is not a person at work
    if (e.detail.triggeringEvent?.type === "tick") e.detail.headers["X-Tick"] = "1";
  });

  // htmx ------------------------------------------------------------------------------------------------
  const settle = (root) => {
    if (!(root instanceof Element)) return;
    const at = document.activeElement;
    if (typing(at) && !root.contains(at)) return; // somebody went on writing elsewhere: the keyboard stays there
    const to = root.matches("[data-focus]") ? root : $("[data-focus]", root);
    if (to) to.focus();                           // an error summary, the next matter of a queue, a heading
    else if (at === document.body) root.closest("[tabindex]")?.focus({ preventScroll: true });
  };
  document.addEventListener("htmx:afterSettle", (e) => {
    if (e.detail?.requestConfig?.triggeringEvent?.type !== "tick") settle(e.detail?.elt ?? e.target); // polling moves nobody
  });

  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(name, () => {       // nothing was swapped: what was typed is still in the form
      const t = $("#t-lost");
      if (t) $("#toasts")?.replaceChildren(t.content.cloneNode(true));
    });
  }

  const arrived = () => {                         // a whole page answered with an error summary
    if (document.activeElement === document.body) settle(document.body);
  };
  if (document.readyState !== "loading") arrived();
  else document.addEventListener("DOMContentLoaded", arrived);

  setInterval(() => {                             // polling without a trigger filter (filters need eval)
    if (!document.hidden) document.body.dispatchEvent(new Event("tick"));
  }, 20000);
})();
