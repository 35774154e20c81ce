// What the buttons do, what follows the size of the window, and how the page opens.

const MOST_AT_FIRST = 400;

function updateLayerButtons() {
  const layers = layersShown();
  const state = layers >= layerCount && shown.cards.length === cardCount;
  document.getElementById("layers").textContent = counted(words.layers_shown, layers);
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
  openLayers(Math.max(1, Math.min(layerCount, count)));
  rearrange();
  fitView();
  announce(fill(words.positions_shown, { count: shown.cards.length, whole: cardCount }));
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
  all: () => changeLayers(layerCount),
  list: () => showList(!isListed()),
  theme: () => {
    const light = firstTheme === "print" ? firstTheme : "light";
    document.documentElement.dataset.theme = isDark() ? light : "dark";
    updateThemeButton();
    drawFar(!farCanvas.hidden);
  },
  print: () => print(),
  help: () => document.getElementById("help").showModal(),
  close: () => document.getElementById("help").close(),
};

document.addEventListener("click", (event) => {
  const name = event.target.closest("[data-do]")?.dataset.do;
  if (name) ACTIONS[name]();
});

new ResizeObserver(() => {
  if (!stage.clientWidth || drawn.everything || !shown.layout) return;
  if (view.fitted) {
    rearrange(-1, false);
    fitView(false);
  } else redraw();
}).observe(stage);

/* As many layers as the window shows large enough to be read: all of a small organisation. */
function openAtFirst() {
  for (let layers = Math.min(2, layerCount); layers <= layerCount; layers++) {
    openLayers(layers);
    const count = outlineFrom(tops).length;
    const before = shown.layout && layersShown();
    if (before && count > MOST_AT_FIRST) return openLayers(before);
    rearrange();
    if (before && scaleFor(wholeBox()) < least(count)) return openLayers(before);
  }
}

/* Whether a panel covers some card. */
function isOver(panel) {
  const { left, top, scale } = view;
  return shown.cards.some((at) => {
    const box = boxOf(at);
    const [x, y] = [box.x * scale + left, box.y * scale + top];
    const [right, bottom] = [x + box.width * scale, y + box.height * scale];
    const across = x < panel.offsetLeft + panel.offsetWidth && right > panel.offsetLeft;
    return across && y < panel.offsetTop + panel.offsetHeight && bottom > panel.offsetTop;
  });
}

function start() {
  chart.classList.toggle("plain", !org.striped);
  updateThemeButton();
  openAtFirst();
  for (const at of org.chain) openWayTo(at);
  const at = addressed();
  if (at >= 0) openWayTo(at);
  rearrange();
  firstView();
  if (legend) legend.open = !isNarrow() && !isOver(legend);
  if (at >= 0) choose(at, { address: false, smoothly: false });
  performance.mark("orgcli-drawn");
}

start();
