// Passkeys: the browser makes or shows the key, and the page's own form carries its answer. Without JavaScript the forms stay hidden.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  form.hidden = false;
  const failed = form.querySelector("[data-passkey-failed]");
  form.addEventListener("submit", async event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    failed.hidden = true;
    try {
      const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
      if (!answer.ok) throw new Error(answer.statusText);
      const options = await answer.json();
      const publicKey = form.dataset.passkey === "create" ? PublicKeyCredential.parseCreationOptionsFromJSON(options) : PublicKeyCredential.parseRequestOptionsFromJSON(options);
      form.elements.credential.value = JSON.stringify(await navigator.credentials[form.dataset.passkey]({ publicKey }));
      form.requestSubmit();
    } catch {
      failed.hidden = false;
    }
  });
}
