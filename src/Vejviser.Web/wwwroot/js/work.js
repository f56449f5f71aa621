// My work by keyboard: move with J and K, finish with X or F, undo with U. The keys answer only while the focus is in the list,
// and can be turned off, so that speech input and screen readers are never surprised.
const list = document.querySelector("[data-work]");
const help = document.getElementById("work-keys");
const switchOn = document.getElementById("keys-on");
const stored = "vejviser.keys";

for (const hidden of document.querySelectorAll("[data-open][hidden], [data-print][hidden]")) hidden.hidden = false;
document.querySelector("[data-open='work-keys']")?.addEventListener("click", () => help.showModal());
document.querySelector("[data-print]")?.addEventListener("click", () => print());

switchOn.checked = localStorage.getItem(stored) !== "off";
switchOn.addEventListener("change", () => localStorage.setItem(stored, switchOn.checked ? "on" : "off"));

const rows = () => [...list.querySelectorAll("[data-row]")];
const focusRow = row => row?.querySelector(".work-title, button")?.focus();

function step(from, by) {
  const all = rows(), at = all.indexOf(from);
  const to = all[Math.min(all.length - 1, Math.max(0, at + by))];
  focusRow(to);
  to?.scrollIntoView({ block: "nearest" });
}

list?.addEventListener("keydown", event => {
  if (!switchOn.checked || event.ctrlKey || event.altKey || event.metaKey) return;
  const row = event.target.closest("[data-row], [data-done]");
  if (!row) return;
  const act = {
    j: () => step(row, 1), ArrowDown: () => step(row, 1), k: () => step(row, -1), ArrowUp: () => step(row, -1),
    x: () => row.querySelector("[data-finish]")?.click(), f: () => row.querySelector("[data-finish]")?.click(),
    u: () => (row.matches("[data-done]") ? row : [...list.querySelectorAll("[data-done]")].find(d => d.id === lastDone))?.querySelector("[data-undo]")?.click(),
    "?": () => help.showModal(),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// After a row was finished the focus goes to the next one; after an undo, or a refusal, it stays with the row itself.
let lastDone = null, next = null;
list?.addEventListener("htmx:beforeSwap", event => {
  const row = event.detail.target;
  const all = rows(), at = all.indexOf(row);
  next = at < 0 ? null : all[at + 1] ?? all[at - 1] ?? null;
});
list?.addEventListener("htmx:afterSettle", event => {
  const changed = event.detail.elt;
  if (!changed.matches?.("[data-done]")) return;
  lastDone = changed.id;
  if (next?.isConnected) focusRow(next); else changed.querySelector("[data-undo]")?.focus();
});
