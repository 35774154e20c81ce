// The keyboard: the tree pattern of the ARIA authoring practices, and a few keys for all the page.

const PAUSE = 600;
const typed = { text: "", at: 0 };
const MOVES = {
  ArrowDown: (at) => inOutline(at, 1),
  ArrowUp: (at) => inOutline(at, -1),
  ArrowRight: (at) => goIn(at),
  ArrowLeft: (at) => goOut(at),
  Home: () => shown.outline[0],
  End: () => shown.outline[shown.outline.length - 1],
};
const OPPOSITE = { ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight" };
const CARD_ACTIONS = {
  Enter: (at) => choose(at, { centre: false }),
  " ": (at) => toggle(at),
  "*": (at) => openPeers(at),
};
const PAGE_ACTIONS = {
  "/": () => field.select(),
  "+": () => zoomBy(1.3),
  "=": () => zoomBy(1.3),
  "-": () => zoomBy(1 / 1.3),
  0: () => fitView(),
};

cardsLayer.addEventListener("keydown", (event) => {
  const at = event.target.at;
  if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = org.mirrored ? (OPPOSITE[event.key] ?? event.key) : event.key;
  if (MOVES[key]) {
    const to = MOVES[key](at);
    if (to !== undefined && to !== at) focusOn(to);
  } else if (CARD_ACTIONS[key]) {
    CARD_ACTIONS[key](at);
    drawn.cards.get(chosen.focus)?.focus({ preventScroll: true });
  } else if (key.length > 1 || PAGE_ACTIONS[key]) return;
  else if (!typeAhead(at, key)) return;
  event.preventDefault();
  event.stopPropagation();
});

/* The Tab key may come to a card that is out of view. Listened for outside the drawing: Chromium
   takes SVG elements that listen to it for something to be focused. */
stage.addEventListener("focusin", ({ target }) => {
  if (target.at === undefined || chosen.bringing || !target.matches(":focus-visible")) return;
  if (isShown(target.at)) reveal(boxOf(target.at));
});

function inOutline(at, by) {
  return shown.outline[shown.outline.indexOf(at) + by];
}

/* Into what is below: opened first, then entered. */
function goIn(at) {
  if (hasReports(at) && !expanded[at]) toggle(at, true);
  else if (hasReports(at)) return reportsOf(at)[0];
  return at;
}

/* Closed first, then left for the manager. */
function goOut(at) {
  if (hasReports(at) && expanded[at]) toggle(at, false);
  else if (org.manager[at] >= 0 && isShown(org.manager[at])) return org.manager[at];
  return at;
}

/* Open all who report to the same manager. */
function openPeers(at) {
  for (const peer of peersOf(at)) setExpanded(peer, true);
  rearrange(at);
  reveal(boxOf(at));
}

/* The next card whose name begins with what was typed without a pause. */
function typeAhead(at, key) {
  const now = performance.now();
  typed.text = (now - typed.at < PAUSE ? typed.text : "") + folded(key);
  typed.at = now;
  if (!typed.text.trim()) return false;
  const start = shown.outline.indexOf(at) + (typed.text.length > 1 ? 0 : 1);
  for (let step = 0; step < shown.outline.length; step++) {
    const other = shown.outline[(start + step) % shown.outline.length];
    if (!folded(org.names[other]).startsWith(typed.text)) continue;
    focusOn(other);
    return true;
  }
  return true;
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, select, dialog")) return;
  if (event.key === "Escape") return chosen.at >= 0 ? chooseNobody() : clearFilters();
  const action = PAGE_ACTIONS[event.key];
  if (!action || (isListed() && event.key !== "/")) return;
  event.preventDefault();
  action();
});
