// form[data-effort="bits"]: finds a number (answer) that makes the SHA-256 of the page's puzzle and itself begin with so many
// zero bits, while people look at the page. Whoever is quicker than that waits a moment. Without it the server waits instead.
(() => {
  "use strict";
  const form = document.querySelector("form[data-effort]");
  if (!form || !window.crypto || !crypto.subtle || !form.requestSubmit) return;

  const AT_ONCE = 128;
  const bits = Number(form.dataset.effort);
  const puzzle = form.elements.puzzle.value;
  const answer = form.elements.answer;
  const note = form.querySelector("[data-effort-note]");
  const encoder = new TextEncoder();
  answer.value = ""; // some browsers put back what an older page had

  const zeroBits = (hash) => {
    const view = new DataView(hash);
    const first = view.getUint32(0);
    return first === 0 ? 32 + Math.clz32(view.getUint32(4)) : Math.clz32(first);
  };

  const tried = async (number) =>
    zeroBits(await crypto.subtle.digest("SHA-256", encoder.encode(puzzle + " " + number))) >= bits;

  const solve = async () => {
    for (let first = 0; !answer.value; first += AT_ONCE) {
      const right = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => tried(first + i)));
      const found = right.indexOf(true);
      if (found >= 0) answer.value = String(first + found);
    }
  };

  let solving = true;
  let wanted = null;
  const go = () => {
    solving = false;
    if (!wanted) return;
    form.requestSubmit(wanted);
  };
  solve().then(go, go);

  form.addEventListener("submit", (event) => {
    if (!solving) return;
    event.preventDefault();
    wanted = event.submitter;
    note.hidden = false;
  });
})();
