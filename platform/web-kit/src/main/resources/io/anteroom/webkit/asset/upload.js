// form[data-upload]: sends its files with a bar that says how far it is. Without this the form is sent as any other.
(() => {
  "use strict";

  const part = (form, name) => form.querySelector("[data-upload-" + name + "]");
  const say = (form, text) => { part(form, "note").textContent = text; };
  const busy = (form, on) => {
    form.querySelectorAll("button[type=submit]").forEach((button) => { button.disabled = on; });
    part(form, "progress").hidden = !on;
    if (!on) delete form.dataset.sent; // trying again is not sending twice
  };

  // The page that says what was wrong takes the place of this one's content, as if the form had been sent without us.
  const show = (html) => {
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    document.querySelector("main").replaceWith(main);
    (main.querySelector("[data-focus]") || main).focus();
    scrollTo(0, 0);
  };

  const answered = (form, request) => {
    const next = request.getResponseHeader("HX-Redirect");
    if (next) { location.assign(next); return; }
    if (request.getResponseHeader("HX-Refresh")) { location.reload(); return; }
    if (request.status === 422) { show(request.responseText); return; }
    busy(form, false);
    say(form, request.status === 413 ? form.dataset.tooLarge : form.dataset.failed);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-upload]");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    if (files.some((file) => file.size > Number(form.dataset.largest))) { busy(form, false); say(form, form.dataset.tooLarge); return; }

    const bar = part(form, "progress").querySelector("progress");
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = Math.round(100 * sent.loaded / sent.total);
    });
    request.upload.addEventListener("load", () => say(form, form.dataset.done));
    request.addEventListener("load", () => answered(form, request));
    request.addEventListener("error", () => { busy(form, false); say(form, form.dataset.failed); });
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(new FormData(form));
    bar.value = 0;
    busy(form, true);
    say(form, "");
  });
})();
