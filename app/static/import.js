// Importing: a file being read is asked after each second while somebody looks.
(() => {
  "use strict";
  setInterval(() => {
    if (document.hidden) return;
    for (const el of document.querySelectorAll("[data-poll]")) el.dispatchEvent(new Event("tick"));
  }, 1000);
})();
