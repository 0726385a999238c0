// form[data-signature]: a signature drawn on its canvas is sent as a picture with the form, by upload.js.
(() => {
  "use strict";

  const begin = (form) => {
    const canvas = form.querySelector("canvas");
    const note = form.querySelector("[data-upload-note]");
    const pen = canvas.getContext("2d");
    let drawing = false;
    let length = 0; // of all strokes, in the canvas's pixels: a dot is no signature

    form.querySelector("[data-unscripted]").hidden = true;
    form.querySelector("[data-scripted]").hidden = false;

    // White below and black on top whatever the page's colours are, since it is put on paper.
    const clear = () => {
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      length = 0;
    };
    const point = (event) => {
      const box = canvas.getBoundingClientRect();
      return { x: (event.clientX - box.left) * canvas.width / box.width, y: (event.clientY - box.top) * canvas.height / box.height };
    };
    let last = null;

    canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      drawing = true;
      note.textContent = "";
      last = point(event);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!drawing) return;
      const next = point(event);
      pen.strokeStyle = "#111";
      pen.lineWidth = 3;
      pen.lineCap = "round";
      pen.lineJoin = "round";
      pen.beginPath();
      pen.moveTo(last.x, last.y);
      pen.lineTo(next.x, next.y);
      pen.stroke();
      length += Math.hypot(next.x - last.x, next.y - last.y);
      last = next;
    });
    const end = () => { drawing = false; };
    canvas.addEventListener("pointerup", end);
    canvas.addEventListener("pointercancel", end);
    form.querySelector("[data-clear]").addEventListener("click", () => { clear(); note.textContent = ""; });

    // A picture is made of it as the form is sent; upload.js reads the form after this.
    form.addEventListener("submit", (event) => {
      if (length < 40) {
        event.preventDefault();
        note.textContent = form.dataset.empty;
      }
    });
    form.addEventListener("formdata", (event) => {
      const bytes = atob(canvas.toDataURL("image/png").split(",")[1]);
      event.formData.set("file", new Blob([Uint8Array.from(bytes, (one) => one.charCodeAt(0))], { type: "image/png" }), "signature.png");
    });
    clear();
  };

  const ready = (root) => root.querySelectorAll("form[data-signature]").forEach(begin);
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt !== document.body) ready(event.detail.elt);
  });
  ready(document);
})();
