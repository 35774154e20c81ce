// Printing: what is shown, placed anew for the sheet, on one page; or the list, on many.

/* The room on a sheet of A4 or letter that heading and legend leave, in millimetres. */
const SHEETS = { wide: [259, 165], tall: [190, 245] };

addEventListener("beforeprint", () => {
  settle();
  if (isListed()) return;
  document.body.classList.add("drawn", bestSheet());
  legend.dataset.was = legend.open ? "open" : "";
  legend.open = true;
  drawn.everything = true;
  refreshAll();
  const { width, height } = shown.layout;
  paper.setAttribute("viewBox", `-6 -6 ${width + 12} ${height + 12}`);
  paper.setAttribute("preserveAspectRatio", "xMidYMin meet");
  paper.style.transform = "none";
  for (const one of lineLayers) one.style.removeProperty("--thin");
});

/* Place the cards for the sheet on which they are largest: it lies, or it stands. */
function bestSheet() {
  let [best, most] = ["wide", 0];
  for (const kind in SHEETS) {
    const [wide, high] = SHEETS[kind];
    arrange(wide / high, false);
    const scale = Math.min(wide / shown.layout.width, high / shown.layout.height);
    if (scale > most) [best, most] = [kind, scale];
  }
  const [wide, high] = SHEETS[best];
  arrange(wide / high, false);
  return best;
}

addEventListener("afterprint", () => {
  if (!drawn.everything) return;
  document.body.classList.remove("drawn", "wide", "tall");
  legend.open = legend.dataset.was === "open";
  drawn.everything = false;
  paper.removeAttribute("viewBox");
  arrangeForStage();
  refreshAll();
  show(view);
});
