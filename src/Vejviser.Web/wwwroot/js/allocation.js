// Drags a home to a household's line. Dropping opens the form that link and keyboard open, with the home chosen: the reason is still written by somebody.
const board = document.querySelector("[data-drag]");
if (board?.dataset.drag) {
  const kind = "application/x-vejviser-home";
  document.querySelector("[data-drag-hint]")?.removeAttribute("hidden");
  for (const home of board.querySelectorAll("[data-home]")) {
    home.draggable = true;
    home.addEventListener("dragstart", event => {
      event.dataTransfer.setData(kind, home.dataset.home);
      event.dataTransfer.effectAllowed = "move";
      board.classList.add("housing-dragging");
    });
    home.addEventListener("dragend", () => board.classList.remove("housing-dragging"));
  }
  for (const line of board.querySelectorAll("[data-household]")) {
    const over = event => event.dataTransfer.types.includes(kind);
    line.addEventListener("dragover", event => {
      if (!over(event)) return;
      event.preventDefault();
      line.classList.add("housing-over");
    });
    line.addEventListener("dragleave", event => {
      if (!line.contains(event.relatedTarget)) line.classList.remove("housing-over");
    });
    line.addEventListener("drop", event => {
      if (!over(event)) return;
      event.preventDefault();
      const household = line.dataset.household;
      location.assign(`${board.dataset.drag}?choose=${household}&home=${event.dataTransfer.getData(kind)}#${line.id}`);
    });
  }
}
