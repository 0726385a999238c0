// form[data-passkey]: asks the server what to ask for (data-options), the browser for it, and then sends the form with the
// answer. Shown only where the browser has passkeys.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const keys = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const create = async (options) => {
    const key = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: keys(options.excludeCredentials),
      },
    });
    return answer(key, {
      clientDataJSON: text(key.response.clientDataJSON),
      attestationObject: text(key.response.attestationObject),
      transports: key.response.getTransports ? key.response.getTransports() : [],
    });
  };

  const get = async (options) => {
    const key = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: keys(options.allowCredentials) },
    });
    return answer(key, {
      clientDataJSON: text(key.response.clientDataJSON),
      authenticatorData: text(key.response.authenticatorData),
      signature: text(key.response.signature),
      userHandle: key.response.userHandle ? text(key.response.userHandle) : null,
    });
  };

  const answer = (key, response) =>
    JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, response, clientExtensionResults: {} });

  // Why nothing came of it, in the words that the form has for it.
  const words = (error, said) => {
    if (error.name === "InvalidStateError") return said.exists;
    if (error.name === "NotAllowedError") return said.nothing;
    if (error.message === "429") return said.often;
    return said.failed;
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.options, {
      method: "POST",
      headers: { "X-CSRF-Token": form.elements._csrf.value, Accept: "application/json" },
    });
    if (answer.redirected) { location.reload(); return null; }
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    let busy = false;
    form.hidden = false;
    document.querySelectorAll("[data-no-passkeys]").forEach((note) => { note.hidden = true; });
    form.addEventListener("submit", async (event) => {
      // Without a name the server says so, and no key is made that would then belong to nobody.
      if (form.elements.name && !form.elements.name.value.trim()) return;
      event.preventDefault();
      if (busy) return;
      busy = true;
      const problem = form.querySelector(".passkey-problem");
      problem.textContent = "";
      try {
        const options = await ask(form);
        if (!options) return;
        form.elements.response.value = await (form.dataset.passkey === "create" ? create : get)(options);
        HTMLFormElement.prototype.submit.call(form);
      } catch (error) {
        problem.textContent = words(error, form.dataset);
        busy = false;
      }
    });
  });
})();
