// The calendar keeps up with what others do: while the page is looked at, it asks every few seconds whether something
// changed, and if so exchanges what is inside it. Scrolling, focus and what is being moved stay as they are.
(() => {
  "use strict";

  const cal = document.querySelector(".cal[data-live]");
  if (!cal) return;

  const EVERY = 5000;
  const LONGEST = 60000;
  const PATIENCE = 10000;
  const read = document.getElementById("cal-read");
  const told = document.getElementById("cal-told");
  let wait = EVERY;
  let timer = 0;
  let asking = false;
  let over = false;
  let lost = false;

  const now = () => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: cal.dataset.zone }).format(new Date());

  const write = (text) => { if (read.textContent !== text) read.textContent = text; };

  // One calm word for screen readers, taken away again so that it can be said the next time too.
  const say = (word) => {
    told.textContent = word;
    setTimeout(() => { if (told.textContent === word) told.textContent = ""; }, 3000);
  };

  const fresh = () => {
    wait = EVERY;
    lost = false;
    cal.dataset.read = now();
    write("Up to date, " + cal.dataset.read + ".");
  };

  const stale = () => {
    wait = Math.min(wait * 2, LONGEST);
    write("Not up to date since " + cal.dataset.read + ". Trying again.");
    if (!lost) say("The calendar is not up to date");
    lost = true;
  };

  const end = () => {
    over = true;
    write("Not up to date since " + cal.dataset.read + ". Load the page again, or sign in again.");
    say("The calendar is no longer kept up to date");
  };

  // What has the focus, by the entry it is in and its place there.
  const focused = () => {
    const entry = cal.contains(document.activeElement) ? document.activeElement.closest("[data-key]") : null;
    return entry && { key: entry.dataset.key, at: stops(entry).indexOf(document.activeElement) };
  };
  const stops = (entry) => [...entry.querySelectorAll("a, button")];
  const focus = (had) => {
    if (!had) return;
    const entry = cal.querySelector('[data-key="' + CSS.escape(had.key) + '"]');
    const stop = entry ? stops(entry)[had.at] || stops(entry)[0] : null;
    (stop || cal).focus({ preventScroll: true });
  };

  const show = (html) => {
    const other = new DOMParser().parseFromString(html, "text/html").querySelector(".cal");
    if (!other) return false;
    const had = focused();
    const scrolled = [cal.scrollLeft, cal.scrollTop];
    cal.replaceChildren(...other.childNodes);
    for (const name of ["live", "mark", "first", "view", "zone"]) cal.dataset[name] = other.dataset[name];
    cal.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true, detail: { elt: cal } }));
    [cal.scrollLeft, cal.scrollTop] = scrolled;
    focus(had);
    return true;
  };

  const ask = async () => {
    if (asking || over || document.hidden || cal.dataset.busy) return;
    asking = true;
    const stop = new AbortController();
    const patience = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const answer = await fetch(cal.dataset.live + "&seen=" + encodeURIComponent(cal.dataset.mark),
        { headers: { "HX-Request": "true" }, redirect: "manual", cache: "no-store", signal: stop.signal });
      if (answer.status === 204) fresh();
      else if (answer.status === 200) {
        const html = await answer.text();
        if (!cal.dataset.busy && show(html)) { fresh(); say("The calendar was updated"); }
      } else if (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status)) end();
      else stale();
    } catch {
      stale();
    } finally {
      clearTimeout(patience);
      asking = false;
    }
  };

  const later = () => {
    clearTimeout(timer);
    // Not all pages of a desk at the same moment.
    if (!over && !document.hidden) timer = setTimeout(() => ask().finally(later), wait + Math.random() * 500);
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!document.hidden) ask().finally(later);
  });
  // A page that comes back from the browser's memory is as old as it was left.
  window.addEventListener("pageshow", (event) => { if (event.persisted) ask(); });

  later();
})();
