// Which positions are shown, those whose managers are all open, and where their cards stand.

const expanded = new Uint8Array(cardCount);

/* `cards` in file order; `outline` with each manager before all below; `at` where a position is
   in `cards`, or -1; the layout of the cards; and the paths of the lines to them, once drawn. */
const shown = {
  cards: [],
  outline: [],
  at: new Int32Array(cardCount).fill(-1),
  layout: null,
  ways: [],
};

function isShown(at) {
  return shown.at[at] >= 0;
}

function setExpanded(at, open) {
  if (hasReports(at)) expanded[at] = open ? 1 : 0;
}

/* Open everybody above a position. */
function openWayTo(at) {
  for (let above = org.manager[at]; above >= 0; above = org.manager[above]) expanded[above] = 1;
}

/* Show so many layers from the top of what is in focus. */
function openLayers(count) {
  const most = count + layersAbove();
  for (let at = 0; at < cardCount; at++) setExpanded(at, layerOf[at] < most);
}

/* How many layers are shown at the deepest place, and how many there are to be shown. */
function layersShown() {
  return shown.cards.reduce((most, at) => Math.max(most, layerOf[at]), 0) - layersAbove();
}

function layersInScope() {
  if (scope.at < 0) return layerCount;
  let most = 0;
  for (const at of scope.members) most = Math.max(most, layerOf[at]);
  return most - layersAbove();
}

/* Find who is shown and place them for a window of this aspect; narrow windows stand the reports
   of the top below each other too. */
function arrange(aspect, narrow) {
  shown.at.fill(-1);
  shown.outline = outlineFrom(roots());
  for (const at of shown.outline) shown.at[at] = 0;
  shown.cards = [];
  for (let at = 0; at < cardCount; at++) {
    if (shown.at[at] < 0) continue;
    shown.at[at] = shown.cards.length;
    shown.cards.push(at);
  }
  const manager = shown.cards.map((at) => shown.at[org.manager[at]] ?? -1);
  const heights = shown.cards.map(heightOf);
  const rows = shown.cards.map(rowHeightOf);
  const assistant = shown.cards.map((at) => Boolean(moreOf(at).a));
  const upright = narrow ? 0 : org.topLayers;
  const cards = { manager, heights, rows, assistant };
  shown.layout = layout(cards, sizes.width, aspect, upright, org.leavesFirst);
  if (org.mirrored) mirror(shown.layout);
  shown.ways = new Array(shown.cards.length);
}

/* How many positions there are to be shown, whatever is open. */
function countToShow() {
  if (!filters.kept) return scopeCount();
  return whole.order.filter((at) => filters.kept[at] && isInScope(at)).length;
}

/* Positions and all that is open below them, managers first. */
function outlineFrom(starts) {
  const found = [];
  const waiting = [...starts].reverse();
  while (waiting.length) {
    const at = waiting.pop();
    found.push(at);
    if (!expanded[at]) continue;
    const reports = reportsOf(at);
    for (let last = reports.length - 1; last >= 0; last--) waiting.push(reports[last]);
  }
  return found;
}

/* For those who write from right to left: all as far from the right as it was from the left. */
function mirror(made) {
  const { width, wide } = made;
  made.x = made.x.map((left, local) => width - left - wide[local]);
  const flipped = new Map([[null, null]]);
  made.lines = made.lines.map((points) => {
    if (!flipped.has(points)) {
      flipped.set(points, points.map((one, at) => (at % 2 ? one : width - one)));
    }
    return flipped.get(points);
  });
  for (const panel of made.panels) panel.x = width - panel.x - panel.width;
}

/* The place of a card that is shown: left, top, width and height. */
function boxOf(at) {
  const local = shown.at[at];
  const { x, y, wide, high } = shown.layout;
  return { x: x[local], y: y[local], width: wide[local], height: high[local] };
}

/* Whether a card is a row of a panel now. */
function isRow(at) {
  return isShown(at) && shown.layout.wide[shown.at[at]] < sizes.width;
}

/* The smallest box around cards that are shown. */
function boxAround(cards) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const at of cards) {
    const box = boxOf(at);
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
