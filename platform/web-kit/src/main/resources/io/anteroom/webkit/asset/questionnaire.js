// form[data-answers="url"]: posts the screen after each answer and takes over what has changed by it: questions that are asked now or no
// longer, what is wrong, what was answered elsewhere. What could not be saved, as after a sign-in that ran out, is kept and tried again.
(() => {
  "use strict";
  const form = document.querySelector("form[data-answers]");
  if (!form) return;

  const RETRY = 4000;
  const blocks = form.querySelector("[data-blocks]");
  const status = form.querySelector("[data-status]");
  const signedOut = form.querySelector("[data-signed-out]");
  let wanted = 0; // counts the changes
  let saved = 0; // the change that was sent last and saved
  let sending = false;
  let retry = null;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const fields = () => new URLSearchParams(new FormData(form));
  const typed = (block) => JSON.stringify(
    [...block.querySelectorAll("input:not([type=hidden]), select, textarea")].map((field) =>
      field.type === "radio" || field.type === "checkbox" ? field.checked : field.value));

  // A block that is still there keeps its fields, and with them the focus; only what is said about it changes.
  const update = (mine, theirs) => {
    for (const part of theirs.querySelectorAll("[data-part]")) {
      const own = mine.querySelector(`[data-part="${part.dataset.part}"]`);
      if (own && own.innerHTML !== part.innerHTML) own.innerHTML = part.innerHTML;
    }
    const wrong = theirs.querySelector("[aria-invalid]") !== null;
    mine.querySelectorAll("input.form-control, textarea").forEach((field) => {
      field.classList.toggle("is-invalid", wrong);
      if (wrong) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
    });
  };

  const markOf = (block) => block.querySelector("[data-was]");
  const shown = new Map(); // of each block, what stood in it when its mark was set
  const show = (block) => shown.set(block.dataset.block, typed(block));

  // What the server has is taken for what the person saw only if it stands here, or was sent from here, in whatever form it is kept there.
  // A question that was answered elsewhere meanwhile is shown anew, unless somebody is just at it; then it keeps its old mark, and saving
  // it will tell.
  const take = (mine, theirs, before) => {
    const now = typed(mine);
    const there = typed(theirs);
    const contested = theirs.querySelector("[data-use]") !== null;
    if (markOf(mine) && now === before && there !== now && !mine.contains(document.activeElement)) {
      mine.replaceWith(theirs);
      show(theirs);
      return theirs;
    }
    const sentFromHere = before !== undefined && before !== shown.get(mine.dataset.block);
    const saved = sentFromHere && theirs.querySelector(".field-error") === null;
    update(mine, theirs);
    if (markOf(mine) && markOf(theirs) && !contested && (there === before || there === now || saved)) {
      markOf(mine).value = markOf(theirs).value;
      shown.set(mine.dataset.block, there === now ? now : before);
    }
    return mine;
  };

  for (const block of blocks.children) show(block);

  const merge = (html, sent) => {
    const answer = new DOMParser().parseFromString(html, "text/html");
    const theirs = [...answer.querySelectorAll("[data-block]")];
    const ids = new Set(theirs.map((block) => block.dataset.block));
    for (const block of [...blocks.children]) {
      if (!ids.has(block.dataset.block)) block.remove();
    }
    let after = null;
    for (const block of theirs) {
      let mine = [...blocks.children].find((one) => one.dataset.block === block.dataset.block);
      if (mine) {
        mine = take(mine, block, sent.get(mine.dataset.block));
      } else {
        mine = block;
        show(mine);
        if (after) after.after(mine); else blocks.prepend(mine);
      }
      after = mine;
    }
  };

  const later = () => {
    clearTimeout(retry);
    retry = setTimeout(save, RETRY);
  };

  const freshToken = async () => {
    const page = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    const token = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("form[data-answers] input[name=_csrf]");
    if (token) form.elements._csrf.value = token.value;
    else signedOut.hidden = false;
  };

  const save = async () => {
    if (sending || saved === wanted) return;
    sending = true;
    clearTimeout(retry);
    const change = wanted;
    const sent = new Map([...blocks.children].map((block) => [block.dataset.block, typed(block)]));
    say(form.dataset.saving);
    try {
      const response = await fetch(form.dataset.answers, {
        method: "POST",
        headers: { "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" },
        body: fields(),
        redirect: "error",
      });
      if (response.ok) {
        saved = change;
        signedOut.hidden = true;
        merge(await response.text(), sent);
        say(form.dataset.saved);
      } else if (response.status === 401) {
        signedOut.hidden = false;
        say(form.dataset.unsaved);
        later();
      } else if (response.status === 404) {
        location.assign(form.action); // handed in elsewhere, or taken back
      } else {
        if (response.status === 403) await freshToken();
        say(form.dataset.unsaved);
        later();
      }
    } catch {
      say(form.dataset.unsaved);
      later();
    } finally {
      sending = false;
    }
    if (saved !== wanted && signedOut.hidden && status.textContent !== form.dataset.unsaved) save();
  };

  form.addEventListener("change", (event) => {
    if (event.target.matches(".form-other") && event.target.value.trim()) {
      const box = form.querySelector(`[data-other="${event.target.id}"]`);
      if (box) box.checked = true;
    }
    wanted += 1;
    save();
  });

  form.addEventListener("click", (event) => {
    const use = event.target.closest("[data-use]");
    if (use) {
      event.preventDefault();
      use.closest("[data-block]").querySelector("[data-was]").value = use.dataset.use;
      wanted += 1;
      save();
    }
    const reload = event.target.closest("[data-reload]");
    if (reload) {
      event.preventDefault();
      saved = wanted;
      location.reload();
    }
  });

  // Back from signing in elsewhere: at once.
  const back = () => { if (!document.hidden && saved !== wanted) save(); };
  document.addEventListener("visibilitychange", back);
  window.addEventListener("focus", back);
  window.addEventListener("online", back);
  form.addEventListener("submit", () => { saved = wanted; });
  window.addEventListener("beforeunload", (event) => { if (saved !== wanted) event.preventDefault(); });
})();
