// The row under a ledger's row: htmx brings it, this folds it. Without this file the chevron asks for the whole page.
(() => {
  "use strict";
  const chevron = (peek) => document.querySelector(`.exp[aria-controls="${peek.id}"]`);
  document.addEventListener("click", (e) => {
    const at = e.target instanceof Element && e.target.closest('.exp[aria-expanded="true"], .peek [data-esc]');
    if (!at) return;
    const peek = at.closest(".peek") ?? document.getElementById(at.getAttribute("aria-controls"));
    if (!peek) return;
    e.preventDefault();
    e.stopPropagation();                          // before htmx fetches it again
    const button = chevron(peek);
    peek.remove();
    button?.setAttribute("aria-expanded", "false");
    button?.focus();
  }, true);
  document.addEventListener("htmx:afterSwap", () => {  // in the same breath as the row: nobody sees one without the other
    for (const peek of document.querySelectorAll(".peek")) chevron(peek)?.setAttribute("aria-expanded", "true");
  });
})();
