// What WCAG 2.2 AA asks for that axe doesn't look at. Each function gives what is wrong, as lines.
window.inspection = (() => {
  "use strict";

  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const shown = (e) => e.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })
    && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().height > 1;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const named = (e) => e.outerHTML.replace(/\s+/g, " ").slice(0, 150);
  const ancestors = function* (e) { for (let up = e.parentElement; up; up = up.parentElement) yield up; };
  const scrolls = (style) => /auto|scroll/.test(style.overflowX);
  const scroller = (e) => [...ancestors(e)].find((up) => scrolls(getComputedStyle(up))) || document.body;
  const floats = (e) => [e, ...ancestors(e)].some((up) => /fixed|sticky|absolute/.test(getComputedStyle(up).position));

  // A heading, a title, a language and a direction.
  const frame = () => {
    const wrong = [];
    const html = document.documentElement;
    const headings = all("h1");
    if (headings.length !== 1) wrong.push(`has ${headings.length} headings of the first rank`);
    if (!document.title.trim()) wrong.push("has no title");
    if (!html.lang) wrong.push("says no language");
    if (!/^(ltr|rtl)$/.test(html.dir)) wrong.push("says no direction");
    return wrong;
  };

  // Sideways only what scrolls in a frame of its own.
  const width = () => {
    const most = innerWidth;
    if (document.documentElement.scrollWidth <= most) return [];
    const wide = all("body *").filter((e) => {
      const box = e.getBoundingClientRect();
      return (box.right > most + 1 || box.left < -1) && scroller(e) === document.body
        && getComputedStyle(e).position !== "fixed";
    });
    return [`is ${document.documentElement.scrollWidth} px wide: ${wide.slice(-2).map(named).join(" | ")}`];
  };

  // No text is cut off, and no control lies on another.
  const text = () => {
    const wrong = [];
    for (const e of all("a, button, summary, label, legend, h1, h2, h3, p, dt, dd, li, th, td, .state")) {
      const style = getComputedStyle(e);
      const cut = (overflow, inside, outside) => /hidden|clip/.test(overflow) && inside > outside + 2;
      if (e.matches(".visually-hidden, .visually-hidden *, .list > *, .skip")) continue;
      if (cut(style.overflowX, e.scrollWidth, e.clientWidth) || cut(style.overflowY, e.scrollHeight, e.clientHeight)) {
        wrong.push(`cuts off ${named(e)}`);
      }
    }
    const controls = all(CONTROLS).filter((e) => !floats(e));
    const boxes = controls.map((e) => e.getBoundingClientRect());
    for (let i = 0; i < controls.length; i++) {
      for (let j = i + 1; j < controls.length; j++) {
        const a = boxes[i];
        const b = boxes[j];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 3 && down > 3 && !controls[i].contains(controls[j]) && scroller(controls[i]) === scroller(controls[j])) {
          wrong.push(`has ${named(controls[i])} on ${named(controls[j])}`);
        }
      }
    }
    return wrong.slice(0, 5);
  };

  // In forced colours only lines, text and what takes the colour of text are left.
  const forced = () => {
    const wrong = [];
    for (const e of all(".btn:not(.btn-link, .btn-plain), .form-control, .form-select, .form-check-input, .chip")) {
      const style = getComputedStyle(e);
      const lined = ["Top", "Right", "Bottom", "Left"].some((side) =>
        style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
      if (!lined && style.appearance === "none") wrong.push(`has no line in forced colours: ${named(e)}`);
      if (e.matches(":is([type=checkbox], [type=radio]):checked") && style.appearance === "none") {
        wrong.push(`does not show in forced colours that it is chosen: ${named(e)}`);
      }
    }
    for (const e of all("svg.icon")) {
      const style = getComputedStyle(e);
      if (![style.stroke, style.fill].includes(style.color)) wrong.push(`has an icon that is not seen in forced colours: ${named(e)}`);
    }
    return wrong.slice(0, 5);
  };

  // A few milliseconds are no motion.
  const motion = () => {
    const moves = (times) => times.split(",").some((time) => parseFloat(time) * (time.includes("ms") ? 1 : 1000) > 10);
    const wrong = all("body *").filter((e) => {
      const style = getComputedStyle(e);
      return style.animationName !== "none" && moves(style.animationDuration) || moves(style.transitionDuration);
    });
    return wrong.slice(0, 3).map((e) => `moves although less motion is wanted: ${named(e)}`);
  };

  // Everything the Tab key leads to; a key was pressed before, so that the focus is one that is shown.
  const focus = () => {
    const wrong = [];
    const radios = new Set();
    for (const e of all(`${CONTROLS}, [tabindex="0"]`)) {
      if (e.disabled || e.tabIndex < 0 || e.closest("[inert]")) continue;
      if (e.type === "radio" && radios.has(e.name)) continue;
      if (e.type === "radio") radios.add(e.name);
      e.focus({ focusVisible: true });
      if (document.activeElement !== e) continue;
      const drawn = [e, e.parentElement, e.closest("li"), e.labels?.[0]].filter(Boolean).some((seen) => {
        const style = getComputedStyle(seen);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      });
      if (!drawn) wrong.push(`does not show its focus: ${named(e)}`);
      const box = e.getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
      const over = at && [at, ...ancestors(at)].find((up) => /fixed|sticky/.test(getComputedStyle(up).position));
      if (over && !over.contains(e) && !e.contains(over)) wrong.push(`hides its focus behind ${named(over)}: ${named(e)}`);
    }
    document.activeElement.blur();
    scrollTo({ top: 0, behavior: "instant" });
    return wrong.slice(0, 5);
  };

  const links = () => all("main a[href], nav a[href], header a[href], footer a[href], body > * a[href]")
    .concat([...document.querySelectorAll("a[href]")])
    .filter((a) => a.origin === location.origin && !a.hasAttribute("download"))
    .map((a) => a.pathname + a.search);

  return { frame, width, text, forced, motion, focus, links };
})();
