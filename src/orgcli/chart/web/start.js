// What the buttons do, what follows the size of the window, and how the page opens.

const MOST_AT_FIRST = 400;

function updateLayerButtons() {
  const layers = layersShown();
  const state = layers >= layersInScope() && shown.cards.length === countToShow();
  byId("layers").textContent = counted(words.layers_shown, layers);
  const disable = (name, off) => (buttonFor(name).disabled = off);
  disable("fewer", layers <= 1);
  disable("more", state);
  disable("all", state);
}

function buttonFor(name) {
  return document.querySelector(`[data-do="${name}"]`);
}

/* Show so many layers, and all of them in the window. */
function changeLayers(count) {
  view.narrow = false;
  openLayers(Math.max(1, Math.min(layersInScope(), count)));
  rearrange();
  fitView();
  if (isListed()) rebuildList((at) => expanded[at]);
  announce(fill(words.positions_shown, { count: shown.cards.length, whole: countToShow() }));
}

const firstTheme = document.documentElement.dataset.theme;

function isDark() {
  const theme = document.documentElement.dataset.theme;
  if (theme === "system") return matchMedia("(prefers-color-scheme: dark)").matches;
  return theme === "dark";
}

function updateThemeButton() {
  const said = isDark() ? words.light : words.dark;
  buttonFor("theme").title = said;
  buttonFor("theme").setAttribute("aria-label", said);
}

const ACTIONS = {
  "zoom-in": () => zoomBy(1.4),
  "zoom-out": () => zoomBy(1 / 1.4),
  fit: () => fitView(),
  fewer: () => changeLayers(layersShown() - 1),
  more: () => changeLayers(layersShown() + 1),
  all: () => changeLayers(layersInScope()),
  list: () => {
    listing.asked = true;
    showList(!isListed());
  },
  theme: () => {
    const light = firstTheme === "print" ? firstTheme : "light";
    document.documentElement.dataset.theme = isDark() ? light : "dark";
    updateThemeButton();
    colorBy(coloring.by);
    updateLegend();
  },
  print: () => print(),
  save: () => byId("saves").showModal(),
  "save-svg": () => savePicture("svg"),
  "save-png": () => savePicture("png"),
  present: () => present(),
  previous: () => step(-1),
  next: () => step(1),
  end: () => endPresentation(),
  help: () => byId("help").showModal(),
  close: (target) => target.closest("dialog").close(),
};

document.addEventListener("click", (event) => {
  const name = event.target.closest("[data-do]")?.dataset.do;
  if (name) ACTIONS[name](event.target);
});

new ResizeObserver(() => {
  if (!area.clientWidth || drawn.everything || !shown.layout) return;
  foldLegend();
  if (!listing.asked && !isPresenting() && isNarrow() !== isListed()) return openAsFits();
  if (isListed()) return;
  if (view.fitted) {
    rearrange(-1, false);
    fitView(false);
  } else redraw();
}).observe(area);

/* A tree of lists in narrow windows, else the chart. */
function openAsFits() {
  if (!reader.acted) {
    openAtFirst();
    openHighlighted();
  }
  showList(isNarrow(), (at) => expanded[at]);
  if (!isNarrow() && !reader.acted) firstView();
}

/* As many layers as the window shows large enough to be read: all of a small organisation. */
function openAtFirst() {
  openLayers(2);
  let found = 1;
  for (let layers = 2; layers <= layersInScope(); layers++) {
    openLayers(layers);
    if (layers > 2 && outlineFrom(roots()).length > MOST_AT_FIRST) break;
    if (!fitsSomehow(layers === 2 || org.topLayers < 2) && layers > 2) break;
    found = layers;
  }
  openLayers(found);
  fitsSomehow(found === 2 || org.topLayers < 2);
}

/* Whether all cards can be read in the window; else, where they may, they are placed as in narrow
   windows. */
function fitsSomehow(freely) {
  for (view.narrow of freely ? [false, true] : [false]) {
    arrangeForStage();
    if (scaleFor(wholeBox()) >= readable()) return true;
  }
  return false;
}

/* Open the way to those who are highlighted, if all can be read then. */
function openHighlighted() {
  if (!org.dimmed) return;
  const before = expanded.slice();
  for (let at = 0; at < cardCount; at++) if (!highlightedLess.has(at)) openWayTo(at);
  if (outlineFrom(roots()).length <= MOST_AT_FIRST && fitsSomehow(org.topLayers < 2)) return;
  expanded.set(before);
  fitsSomehow(org.topLayers < 2);
}

function start() {
  chart.classList.toggle("plain", !isStriped());
  chart.classList.toggle("mirrored", org.mirrored);
  if (org.mirrored) listView.dir = "rtl";
  updateThemeButton();
  foldLegend();
  const [at, branch = -1] = addressed();
  if (branch >= 0) setScope(branch);
  findEmphasis();
  setUpLegend();
  openAtFirst();
  openHighlighted();
  for (const one of org.chain) openWayTo(one);
  if (at >= 0) openWayTo(at);
  rearrange(-1, false);
  firstView();
  if (isNarrow()) openAsFits();
  if (at >= 0) choose(at, { address: false, smoothly: false });
  updateTrail();
  performance.mark("orgcli-drawn");
}

start();
