// Moves appointments within the calendar's grid, by dragging, by a long touch, or by Move and the arrow keys. Each way asks
// the server whether the time is free, and ends at the form that moves the appointment. On a phone, and without this
// script, Move leads straight to that form.
(() => {
  "use strict";

  const cal = document.querySelector(".cal[data-live]");
  const bar = document.getElementById("cal-bar");
  if (!cal || !bar) return;

  const wide = matchMedia("(width >= 60rem)");
  const told = document.getElementById("cal-bar-told");
  const SLIP = 6;
  const LONG_TOUCH = 400;

  let moving = null; // what is moved: entry, ghost, rows, column, row, from where on the page
  let pressed = null; // a pointer that may begin to drag
  let dragged = false; // the click that ends a drag is none

  const columns = () => [...cal.querySelectorAll(".cal-items")];
  const number = (element, prefix) => {
    const found = [...element.classList].find((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)));
    return Number(found ? found.slice(prefix.length) : 1);
  };
  const quarters = (column) => number(column, "cal-n");
  const time = (row) => {
    const minutes = Number(cal.dataset.first) * 60 + (row - 1) * 15;
    return String(Math.floor(minutes / 60)).padStart(2, "0") + ":" + String(minutes % 60).padStart(2, "0");
  };
  const name = (entry) => entry.querySelector("a").textContent.trim();

  const isTaken = (column, row, rows) => [...column.querySelectorAll(".cal-booked")].some((other) =>
    other !== moving.entry && number(other, "cal-r") < row + rows && number(other, "cal-r") + number(other, "cal-s") > row);

  const words = () => time(moving.row) + ", " + columns()[moving.column].dataset.heading
    + (isTaken(columns()[moving.column], moving.row, moving.rows) ? ", taken" : "");

  const begin = (entry, dragging) => {
    if (moving) finish();
    const column = columns().indexOf(entry.closest(".cal-items"));
    moving = { entry, rows: number(entry, "cal-s"), column, row: number(entry, "cal-r"), dragging,
      from: { column, row: number(entry, "cal-r") } };
    cal.dataset.busy = "moving";
    entry.classList.add("cal-moving");
    moving.ghost = document.createElement("li");
    moving.handle = document.createElement("div");
    moving.handle.setAttribute("role", "slider");
    moving.handle.setAttribute("tabindex", "0");
    moving.handle.setAttribute("aria-label", "New time of " + name(entry));
    moving.handle.setAttribute("aria-describedby", "cal-bar-help");
    moving.handle.setAttribute("aria-valuemin", "0");
    moving.ghost.append(moving.handle);
    told.textContent = "";
    bar.hidden = false;
    put(column, moving.row);
    moving.handle.focus({ preventScroll: dragging });
  };

  const put = (column, row) => {
    const all = columns();
    moving.column = Math.max(0, Math.min(column, all.length - 1));
    const target = all[moving.column];
    moving.row = Math.max(1, Math.min(row, quarters(target) - moving.rows + 1));
    moving.ghost.className = "cal-ghost cal-r" + moving.row + " cal-s" + moving.rows;
    moving.ghost.classList.toggle("cal-ghost-taken", isTaken(target, moving.row, moving.rows));
    moving.handle.textContent = time(moving.row);
    moving.handle.setAttribute("aria-valuemax", String(quarters(target) - moving.rows));
    moving.handle.setAttribute("aria-valuenow", String(moving.row - 1));
    moving.handle.setAttribute("aria-valuetext", words());
    if (moving.ghost.parentNode !== target) {
      const had = document.activeElement === moving.handle;
      target.append(moving.ghost);
      if (had) moving.handle.focus({ preventScroll: true });
    }
    told.textContent = "";
    if (!moving.dragging) moving.ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const finish = () => {
    const entry = moving.entry;
    moving.ghost.remove();
    entry.classList.remove("cal-moving");
    moving = null;
    bar.hidden = true;
    delete cal.dataset.busy;
    (entry.querySelector(".cal-move") || cal).focus({ preventScroll: true });
  };

  // Which location is worked at then, of the hours that are drawn.
  const location = (column, row) => {
    const open = [...column.querySelectorAll("[data-location]")].find((hours) =>
      number(hours, "cal-r") <= row && number(hours, "cal-r") + number(hours, "cal-s") > row);
    return open ? open.dataset.location : "";
  };

  const target = () => {
    const column = columns()[moving.column];
    return "?" + new URLSearchParams({
      at: column.dataset.day + "T" + time(moving.row),
      practitioner: column.dataset.practitioner,
      location: location(column, moving.row),
      view: cal.dataset.view,
    });
  };

  // The server says whether the time is free; then the form asks whether it is meant.
  const settle = async () => {
    if (moving.column === moving.from.column && moving.row === moving.from.row) { finish(); return; }
    const chosen = moving;
    chosen.dragging = false;
    told.textContent = "Asking whether it is free …";
    try {
      const answer = await fetch(chosen.entry.dataset.move + "/word" + target(),
        { headers: { "HX-Request": "true" }, redirect: "manual", signal: AbortSignal.timeout(10000) });
      if (moving !== chosen) return;
      if (answer.status === 204) window.location.assign(chosen.entry.dataset.move + target());
      else if (answer.status === 200) {
        told.textContent = await answer.text();
        chosen.ghost.classList.add("cal-ghost-taken");
        chosen.handle.focus({ preventScroll: true });
      } else window.location.reload();
    } catch {
      if (moving === chosen) told.textContent = "The server could not be reached. Nothing was moved.";
    }
  };

  document.getElementById("cal-bar-here").addEventListener("click", () => { if (moving) settle(); });
  document.getElementById("cal-bar-keep").addEventListener("click", () => { if (moving) finish(); });
  wide.addEventListener("change", () => { if (moving) finish(); });
  // A page that comes back from the browser's memory is at rest.
  window.addEventListener("pageshow", (event) => { if (event.persisted && moving) finish(); });

  document.addEventListener("keydown", (event) => {
    if (!moving || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      finish();
      return;
    }
    if (event.target !== moving.handle) return;
    const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], PageUp: [0, -4], PageDown: [0, 4], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (step) put(moving.column + step[0], moving.row + step[1]);
    else if (event.key === "Enter" || event.key === " ") settle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // Where a point of the page is in the grid.
  const at = (x, y) => {
    const column = columns().findIndex((one) => {
      const box = one.getBoundingClientRect();
      return x >= box.left && x < box.right;
    });
    if (column < 0) return null;
    const box = columns()[column].getBoundingClientRect();
    return { column, row: Math.floor((y - box.top) / (box.height / quarters(columns()[column]))) + 1 };
  };

  cal.addEventListener("click", (event) => {
    if (dragged) {
      dragged = false;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!wide.matches) return;
    if (moving) {
      const place = event.target.closest(".cal-items") && at(event.clientX, event.clientY);
      if (!place || moving.ghost.contains(event.target)) return;
      event.preventDefault();
      put(place.column, place.row);
      moving.handle.focus({ preventScroll: true });
      return;
    }
    const link = event.target.closest(".cal-move");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    begin(link.closest("li"), false);
  }, true);

  // Dragging: a mouse after some pixels, a finger after a while without moving, so that it still scrolls.
  const startDrag = () => {
    begin(pressed.entry, true);
    const place = at(pressed.x, pressed.y);
    pressed.grip = place ? place.row - number(pressed.entry, "cal-r") : 0;
  };

  const release = () => {
    if (pressed) clearTimeout(pressed.timer);
    pressed = null;
  };

  cal.addEventListener("pointerdown", (event) => {
    dragged = false;
    const entry = event.target.closest("li[data-move]");
    if (!entry || moving || !wide.matches || event.button !== 0 || event.target.closest(".cal-move, button")) return;
    pressed = { entry, x: event.clientX, y: event.clientY, touch: event.pointerType === "touch", timer: 0 };
    if (pressed.touch) pressed.timer = setTimeout(startDrag, LONG_TOUCH);
  });
  cal.addEventListener("dragstart", (event) => { if (pressed) event.preventDefault(); });
  cal.addEventListener("contextmenu", (event) => { if (pressed && moving) event.preventDefault(); });
  document.addEventListener("touchmove", (event) => { if (pressed && moving) event.preventDefault(); }, { passive: false });

  document.addEventListener("pointermove", (event) => {
    if (!pressed) return;
    if (!moving) {
      const far = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > SLIP;
      if (far && pressed.touch) release();
      else if (far) startDrag();
      if (!moving) return;
    }
    event.preventDefault();
    const place = at(event.clientX, event.clientY);
    if (place) put(place.column, place.row - pressed.grip);
  });
  document.addEventListener("pointerup", () => {
    const drop = pressed && moving;
    release();
    if (!drop) return;
    dragged = true;
    setTimeout(() => { dragged = false; });
    settle();
  });
  document.addEventListener("pointercancel", () => {
    if (pressed && moving) finish();
    release();
  });
})();
