// Ticked rows: select all, the count, and a bar that appears with the first tick. Without this file the bar always stands.
(() => {
  "use strict";
  const show = () => {
    for (const bar of document.querySelectorAll(".bulk")) {
      const boxes = [...bar.elements].filter((el) => el.name === "ids");
      const ticked = boxes.filter((el) => el.checked);
      const all = document.querySelector("[data-all=ids]");
      for (const el of boxes) el.closest("tr").classList.toggle("sel-row", el.checked);
      bar.hidden = ticked.length === 0;
      bar.querySelector("[data-count]").textContent = `已选${ticked.length}项`;
      if (all) {
        all.hidden = false;
        all.checked = boxes.length > 0 && ticked.length === boxes.length;
        all.indeterminate = ticked.length > 0 && !all.checked;
      }
    }
  };
  document.addEventListener("change", (e) => {
    if (e.target instanceof Element && e.target.matches("[data-all=ids]")) {
      for (const el of document.querySelectorAll("[name=ids]")) el.checked = e.target.checked;
    }
    show();
  });
  document.addEventListener("reset", () => setTimeout(show));
  document.addEventListener("htmx:afterSettle", show);
  document.addEventListener("DOMContentLoaded", show);
})();
