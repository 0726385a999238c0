// The staff's keys: "/" and Ctrl-K search, arrows walk through what was found and through the rows of lists.
(() => {
  "use strict";

  const visible = (element) => element !== null && element.offsetParent !== null;

  // On a phone there is a link in place of the field.
  const search = () => {
    const field = document.getElementById("staff-q");
    if (visible(field)) { field.focus(); field.select(); return true; }
    const link = document.querySelector(".staff-search-link");
    if (visible(link)) { link.click(); return true; }
    return false;
  };

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if ((slash || ctrlK) && search()) event.preventDefault();
  });

  // From the field down into what was found, through it, and back up.
  const walk = (event, stops) => {
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };

  const inSearch = (event, form) => {
    if (event.key === "Escape") {
      document.getElementById("staff-found").replaceChildren();
      document.getElementById("staff-q").focus();
    } else {
      walk(event, [document.getElementById("staff-q"), ...form.querySelectorAll(".found a")]);
    }
  };

  // The first link of a row is the row's; the search field of the page stands above the first row.
  const inList = (event) => {
    const rows = [...document.querySelectorAll("tr[data-row]")].map((row) => row.querySelector("a")).filter(Boolean);
    const field = document.querySelector("main input[type=search]");
    walk(event, field ? [field, ...rows] : rows);
  };

  document.addEventListener("keydown", (event) => {
    if (!["ArrowDown", "ArrowUp", "Escape"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const form = event.target.closest(".staff-search");
    if (form) inSearch(event, form);
    else if (event.key !== "Escape") inList(event);
  });

  // There is nothing to be found for nothing.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".staff-search")) return;
    if (!event.target.elements.q.value.trim()) event.preventDefault();
  });
})();
