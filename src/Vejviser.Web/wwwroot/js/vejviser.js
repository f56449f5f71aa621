// What plain HTML cannot do by itself: focus after a swap, one polite voice, and keys for those who never leave the keyboard.
const live = document.getElementById("live");

/** Reads a sentence out once, also when it is the same as the last. */
function say(text) {
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
}

document.body.addEventListener("htmx:afterSettle", event => {
  const changed = event.detail.elt.querySelector?.("[data-focus]") ?? (event.detail.elt.matches?.("[data-focus]") ? event.detail.elt : null);
  changed?.focus();
});
document.body.addEventListener("told", event => say(event.detail.value));

// A network or server failure says so where the reader is; what was written stays in the form.
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(name, () => {
    const text = document.body.dataset.failed ?? "";
    if (text) say(text);
  });
}

// An answer 4xx carries the same part with its message: show it.
document.body.addEventListener("htmx:beforeSwap", event => {
  if ([400, 409, 422].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.getElementById("failures")?.focus();

// A second click while the first is on its way is held back; the command id would answer it the same.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
});

// "/" goes to the search; Escape and a click elsewhere close an open menu.
document.addEventListener("keydown", event => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !writing) {
    event.preventDefault();
    document.getElementById("site-search")?.focus();
  }
  if (event.key === "Escape") {
    const open = event.target.closest("details.menu[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  }
});
document.addEventListener("click", event => {
  for (const open of document.querySelectorAll("details.menu[open]")) open.open = open.contains(event.target);
});
