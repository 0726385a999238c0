// form[data-upload]: sends its files with a bar that says how far it is; with data-upload-each several go one after another, each with a
// bar and an outcome of its own. Where the sign-in has ended, what was chosen and typed stays, and goes on once somebody has signed in again
// in another tab; of a form without data-page the page is loaded anew. Without this the form is sent as any other.
(() => {
  "use strict";

  const numbers = new Map(); // what tells the sending of one file from that of another, so that trying again sends nothing twice
  let waiting = null; // what goes on once somebody has signed in

  const part = (form, name) => form.querySelector("[data-upload-" + name + "]");
  const say = (form, text) => { part(form, "note").textContent = text; };
  const busy = (form, on) => {
    form.querySelectorAll("button[type=submit]").forEach((button) => { button.disabled = on; });
    form.toggleAttribute("data-uploading", on);
    if (!on && form.dataset.watch) form.dataset.dirty = "true"; // what could not be sent is not lost by leaving without a word
  };
  const chosen = (form) => [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
  const tooLarge = (form, file) => file.size > Number(form.dataset.largest);
  const read = (html) => new DOMParser().parseFromString(html, "text/html");

  // The page that says what was wrong takes the place of this one's content, as if the form had been sent without us: whatever
  // makes new content ready is told of it.
  const show = (html) => {
    const main = read(html).querySelector("main");
    document.querySelector("main").replaceWith(main);
    window.htmx?.process(main);
    main.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true, detail: { elt: main } }));
    (main.querySelector("[data-focus]") || main).focus();
    scrollTo(0, 0);
  };

  const post = (form, body, bar, arrived) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = Math.round(100 * sent.loaded / sent.total);
    });
    request.upload.addEventListener("load", arrived);
    request.addEventListener("loadend", () => resolve(request));
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(body);
  });

  // Staff sign in at another host, whose page can't be read from here: to be sent there is to be signed out.
  const elsewhere = async (page) => {
    try {
      return (await fetch(page, { redirect: "manual" })).type === "opaqueredirect" ? false : null;
    } catch {
      return null;
    }
  };

  // Whether somebody is signed in: true, false, or null where the server can't be asked. The form carries their token from then on.
  const signedIn = async (form) => {
    try {
      const answer = await fetch(form.dataset.page, { headers: { Accept: "text/html" } });
      const token = read(await answer.text()).querySelector("form[data-upload] input[name=_csrf]");
      if (token) form.elements._csrf.value = token.value;
      return token ? true : answer.ok ? false : null;
    } catch {
      return elsewhere(form.dataset.page);
    }
  };

  // The request as it was answered in the end, or null where nobody is signed in any more. A connection that broke off may be that, too.
  const deliver = async (form, body, bar, arrived) => {
    for (let again = true; ; again = false) {
      body.set("_csrf", form.elements._csrf.value);
      const request = await post(form, body, bar, arrived);
      if (!form.dataset.page || ![0, 401, 403].includes(request.status)) return request;
      const there = await signedIn(form);
      if (there === false) return null;
      if (!there || !again || request.status === 0) return request;
    }
  };

  const signedOut = (form, again) => {
    waiting = { form, again };
    say(form, "");
    const notice = part(form, "signed-out");
    notice.hidden = false;
    notice.scrollIntoView({ block: "center" });
  };

  const back = async () => {
    const { form, again } = waiting || {};
    if (!form || document.hidden || form.hasAttribute("data-uploading") || !await signedIn(form) || waiting?.form !== form) return;
    waiting = null;
    part(form, "signed-out").hidden = true;
    again();
  };
  document.addEventListener("visibilitychange", back);
  window.addEventListener("focus", back);
  setInterval(back, 4000); // whoever signs in beside this page never leaves it

  const one = async (form) => {
    if (chosen(form).some((file) => tooLarge(form, file))) { say(form, form.dataset.tooLarge); return; }
    const box = part(form, "progress");
    const bar = box.querySelector("progress");
    const body = new FormData(form);
    bar.value = 0;
    box.hidden = false;
    busy(form, true);
    say(form, "");
    const request = await deliver(form, body, bar, () => say(form, form.dataset.done));
    const next = request?.getResponseHeader("HX-Redirect");
    if (next) { location.assign(next); return; }
    if (request?.getResponseHeader("HX-Refresh")) { location.reload(); return; }
    if ([409, 422].includes(request?.status)) { show(request.responseText); return; }
    box.hidden = true;
    busy(form, false);
    if (!request) { signedOut(form, () => one(form)); return; }
    say(form, request.status === 413 ? form.dataset.tooLarge : form.dataset.failed);
  };

  const rowOf = (form, file) => {
    const row = part(form, "row").content.firstElementChild.cloneNode(true);
    row.querySelector("[data-name]").textContent = file.name;
    row.querySelector("progress").setAttribute("aria-label", file.name);
    part(form, "list").append(row);
    return row;
  };
  const outcome = (row, text, state) => {
    row.dataset.state = state;
    row.querySelector("progress").hidden = state !== "sending";
    row.querySelector("[data-outcome]").textContent = text;
  };
  const why = (form, request) => {
    const said = request.status === 422 ? read(request.responseText).querySelector("#f-file-error") : null;
    said?.querySelector(".visually-hidden")?.remove();
    return said ? said.textContent.trim() : request.status === 413 ? form.dataset.tooLarge : form.dataset.failed;
  };
  const numberOf = (file) => {
    const key = [file.name, file.size, file.lastModified].join("/");
    if (!numbers.has(key)) {
      const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      numbers.set(key, hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
    }
    return numbers.get(key);
  };
  // What was not sent stays chosen, and nothing else.
  const keep = (form, files) => {
    const kept = new DataTransfer();
    files.forEach((file) => kept.items.add(file));
    const [first, ...others] = form.querySelectorAll("input[type=file]");
    first.files = kept.files;
    others.forEach((input) => { input.value = ""; });
  };
  const withOnly = (form, file) => {
    const body = new FormData(form);
    form.querySelectorAll("input[type=file]").forEach((input) => body.delete(input.name));
    body.set("file", file, file.name);
    body.set("form", numberOf(file));
    return body;
  };

  const each = async (form) => {
    const files = chosen(form);
    const list = part(form, "list");
    if (files.length > Number(form.dataset.most)) { say(form, form.dataset.tooMany); return; }
    if (files.length < 2 && !list.querySelector("li")) { one(form); return; }
    list.querySelectorAll("li:not([data-state=sent])").forEach((row) => row.remove());
    const rows = files.map((file) => rowOf(form, file));
    list.hidden = false;
    busy(form, true);
    say(form, "");
    const left = [];
    let next = null;
    let out = false;
    for (const [at, file] of files.entries()) {
      const row = rows[at];
      if (out) { outcome(row, form.dataset.waits, "waits"); left.push(file); continue; }
      if (tooLarge(form, file)) { outcome(row, form.dataset.tooLarge, "failed"); left.push(file); continue; }
      outcome(row, form.dataset.sending, "sending");
      const request = await deliver(form, withOnly(form, file), row.querySelector("progress"), () => {});
      const to = request?.getResponseHeader("HX-Redirect");
      out = !request;
      if (to) { next = to; outcome(row, form.dataset.arrived, "sent"); continue; }
      left.push(file);
      if (out) outcome(row, form.dataset.waits, "waits"); else outcome(row, why(form, request), "failed");
    }
    if (left.length === 0 && next) { location.assign(next); return; }
    busy(form, false);
    keep(form, left);
    if (out) signedOut(form, () => each(form)); else say(form, form.dataset.left);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-upload]");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    if (form.hasAttribute("data-uploading")) return;
    waiting = null;
    part(form, "signed-out")?.toggleAttribute("hidden", true);
    (form.hasAttribute("data-upload-each") ? each : one)(form);
  });
})();
