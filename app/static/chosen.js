// How many changes are ticked, and which lost task waits for a word: without this file the count stays as it was sent.
(() => {
  "use strict";
  document.addEventListener("change", () => {
    const words = document.querySelector("[data-chosen]");
    if (!words) return;
    const ticked = document.querySelectorAll("[name=take]:checked").length;
    const open = [...document.querySelectorAll("select[data-number]")].filter((el) => el.value === "");
    const numbers = open.slice(0, 4).map((el) => el.dataset.number).join("、");
    const rest = open.length > 4 ? `等${open.length}项` : "";
    words.textContent = `已选${ticked}处` + (open.length ? `，第${numbers}项${rest}未选去向` : "");
  });
})();
