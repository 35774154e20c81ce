// Printing: what is shown, whole, on one page that lies as it fits best; or the list, on many.

addEventListener("beforeprint", () => {
  settle();
  if (isListed()) return;
  const { width, height } = shown.layout;
  document.body.classList.add("drawn", width >= height ? "wide" : "tall");
  legend?.setAttribute("data-was", legend.open ? "open" : "");
  if (legend) legend.open = true;
  drawn.everything = true;
  redraw();
  paper.setAttribute("viewBox", `-6 -6 ${width + 12} ${height + 12}`);
  paper.setAttribute("preserveAspectRatio", "xMidYMin meet");
  paper.style.transform = "none";
  for (const one of lineLayers) one.style.removeProperty("--thin");
});

addEventListener("afterprint", () => {
  if (!drawn.everything) return;
  document.body.classList.remove("drawn", "wide", "tall");
  if (legend) legend.open = legend.dataset.was === "open";
  drawn.everything = false;
  paper.removeAttribute("viewBox");
  drawn.region = null;
  show(view);
});
