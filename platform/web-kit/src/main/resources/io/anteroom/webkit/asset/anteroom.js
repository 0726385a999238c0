// Small conveniences; every page works without them. No dependencies but htmx, no code out of strings.
(() => {
  "use strict";

  // A page that answers a form stands at the address of the form: going back to it, or loading it anew, sends nothing twice.
  if (document.querySelector("meta[name=answers-a-form]")) {
    const form = document.referrer.startsWith(location.origin + "/") ? document.referrer : null;
    if (form) history.replaceState(history.state, "", form);
  }

  // 5 minutes, in the page's language and with its plurals; digits as everywhere on the page.
  const inWords = (count, unit) => new Intl.NumberFormat(document.documentElement.lang + "-u-nu-latn",
    { style: "unit", unit, unitDisplay: "long" }).format(count);

  // A row of tabs wider than the screen begins where one is.
  document.querySelectorAll(".staff-subnav, .tabs").forEach((row) => {
    const here = row.querySelector("[aria-current]");
    if (!here) return;
    const [all, one] = [row.getBoundingClientRect(), here.getBoundingClientRect()];
    row.scrollLeft += one.left - all.left - (all.width - one.width) / 2;
  });

  // Menus are <details>: close them by Escape and by a click elsewhere.
  const openMenus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
    if (document.body.classList.contains("nav-open")) toggleNav(false);
  });

  // The staff's navigation on small screens.
  const toggle = document.querySelector(".nav-toggle");
  const toggleNav = (open) => {
    document.body.classList.toggle("nav-open", open);
    toggle.setAttribute("aria-expanded", String(document.body.classList.contains("nav-open")));
  };
  toggle?.addEventListener("click", () => toggleNav());

  // "/" goes to the search of the page.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const search = document.querySelector("input[type=search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  });

  const ready = (root) => {
    // The summary of what is wrong is read first.
    root.querySelector("[data-focus]")?.focus();

    // <time data-countdown data-until="instant">: the time left in words; then the element named by
    // data-then is shown or hidden, and the page left for data-then-go.
    root.querySelectorAll("[data-countdown]").forEach((clock) => {
      const until = Date.parse(clock.dataset.until);
      const tick = () => {
        const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
        clock.textContent = left > 90 ? inWords(Math.ceil(left / 60), "minute") : inWords(left, "second");
        if (left > 0) { setTimeout(tick, 500); return; }
        document.querySelectorAll(clock.dataset.then || "none").forEach((other) => other.toggleAttribute("hidden"));
        if (clock.dataset.thenGo) location.replace(clock.dataset.thenGo);
      };
      tick();
    });

    // <time datetime="..." data-ago>: how long ago that was, or how long until then, for who points at it.
    root.querySelectorAll("time[data-ago]").forEach((time) => {
      const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
      const [unit, length] = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]]
        .find(([, size]) => Math.abs(seconds) >= size) || ["second", 1];
      time.title = new Intl.RelativeTimeFormat("en").format(Math.round(seconds / length), unit);
    });

    // [data-copy="#id"]: puts the value or text of that element on the clipboard.
    root.querySelectorAll("[data-copy]").forEach((button) => {
      button.addEventListener("click", async () => {
        const source = document.querySelector(button.dataset.copy);
        await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
        const label = button.textContent;
        button.textContent = document.body.dataset.copied || "Copied";
        setTimeout(() => { button.textContent = label; }, 2000);
      });
    });

    // [data-set="#id"][data-value]: puts the value into that field, as if it had been typed.
    root.querySelectorAll("[data-set]").forEach((button) => {
      button.addEventListener("click", () => {
        const field = document.querySelector(button.dataset.set);
        field.value = button.dataset.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.focus();
      });
    });

    // button[data-reveal="#id"][data-hide="label"]: shows what is typed in that password field, and hides it before it is sent.
    root.querySelectorAll("[data-reveal]").forEach((button) => {
      const field = document.querySelector(button.dataset.reveal);
      const label = button.textContent;
      const show = (shown) => {
        field.type = shown ? "text" : "password";
        button.textContent = shown ? button.dataset.hide : label;
      };
      button.hidden = false;
      button.addEventListener("click", () => show(field.type === "password"));
      field.form.addEventListener("submit", () => show(false));
    });

    root.querySelectorAll("[data-print]").forEach((button) => {
      button.addEventListener("click", () => window.print());
    });

    // [data-events="/url"]: each server-sent event fires "server-event" on the element, for hx-trigger.
    root.querySelectorAll("[data-events]").forEach((element) => {
      const source = new EventSource(element.dataset.events);
      source.onmessage = () => {
        if (!element.isConnected) { source.close(); return; }
        htmx.trigger(element, "server-event");
      };
      source.addEventListener("done", () => { source.close(); htmx.trigger(element, "server-event"); });
    });

    // form[data-watch]: what is typed and not saved is said, and asked about before it is lost.
    root.querySelectorAll("form[data-watch]").forEach((form) => {
      const note = document.querySelector(form.dataset.watch);
      const changed = () => { form.dataset.dirty = "true"; note?.removeAttribute("hidden"); };
      form.addEventListener("input", changed);
      form.addEventListener("change", changed);
      form.addEventListener("submit", () => delete form.dataset.dirty);
    });
  };

  // A form sent twice is sent once. What a script has kept from being sent counts for nothing, so it is asked last.
  // form[data-download] answers with a file, and its page stays: another file may be wanted at once.
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("form[method=post]:not([hx-post], [data-download])")) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "true";
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-dirty]")) event.preventDefault();
  });

  // Rows of a table that lead somewhere: the first link of the row is the row's.
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-row]");
    if (!row || event.target.closest("a, button, input, label, summary") || String(getSelection())) return;
    row.querySelector("a")?.click();
  });

  // A fragment that somebody else asked for does not take away the field a person is typing in.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const typing = document.activeElement;
    const other = typing !== event.detail.requestConfig.elt && typing.matches("input, textarea, select");
    if (other && event.detail.target.contains(typing)) event.detail.shouldSwap = false;
  });

  // A fragment that failed says so at the top, with the reference of the problem.
  document.addEventListener("htmx:responseError", (event) => {
    let problem = {};
    try { problem = JSON.parse(event.detail.xhr.responseText); } catch { /* not ours */ }
    const wait = event.detail.xhr.getResponseHeader("Retry-After") && problem.detail;
    say(wait ? problem.title + ": " + problem.detail.replace(/\.$/, "") : problem.title || document.body.dataset.failed || "That did not work", problem.requestId);
  });
  document.addEventListener("htmx:sendError", () => say(document.body.dataset.unreachable || "The server could not be reached. Check your connection.", null));

  const say = (text, reference) => {
    const flash = document.getElementById("flash");
    if (!flash) return;
    const box = document.createElement("div");
    box.className = "flash flash-bad";
    const line = document.createElement("p");
    line.textContent = reference ? text + ". Reference " + reference : text;
    box.append(line);
    flash.replaceChildren(box);
    flash.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt !== document.body) ready(event.detail.elt);
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => ready(document));
  else ready(document);
})();
