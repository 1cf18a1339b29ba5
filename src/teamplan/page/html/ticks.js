"use strict";
// Keeps the boxes of a checklist in this browser, by page and box. Where nothing may be kept they are boxes on paper.
(function () {
  const key = "teamplan " + location.pathname;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key)) || {};
  } catch (refused) {
    kept = {};
  }
  for (const box of document.querySelectorAll("input[data-tick]")) {
    const name = box.dataset.tick;
    if (typeof kept[name] === "boolean") box.checked = kept[name];
    box.addEventListener("change", function () {
      kept[name] = box.checked;
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch (refused) {
        return;
      }
    });
  }
})();
