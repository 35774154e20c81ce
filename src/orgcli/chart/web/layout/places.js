// Where each report stands in the shape chosen for its manager, and the line to it.

/* Calls `put(node, dx, dy, path, shape)` for each node below a card; dx and dy are the middle of
   its top edge and `path` the corners of its line, all relative to the same of the card. */
function placeReports(shaper, card, chosen, put) {
  if (chosen.how === LIST) placeOnTrunk(shaper, card, shaper.listed(card, chosen.limit), put);
  else if (chosen.how === INDENTED) placeIndented(shaper, card, chosen, put);
  else if (chosen.how === ROW) placeRow(shaper, card, chosen, put);
}

/* How far below its top a line arrives at the side of a node: a team has it at its first row. */
function entryOf(node, tree) {
  if (typeof node === "number") return Math.floor(tree.heights[node] / 2);
  return PANEL_PADDING + Math.floor(tree.rows[node.cards[0]] / 2);
}

function placeOnTrunk(shaper, card, items, put) {
  const { half, tree } = shaper;
  const bottom = tree.heights[card];
  const trunk = INDENT / 2 - half;
  for (const [node, dx, dy, own] of items) {
    const middle = dy + entryOf(node, tree);
    put(node, dx, dy, [trunk, bottom, trunk, middle, dx - half, middle], own);
  }
}

function placeIndented(shaper, card, chosen, put) {
  const listed = shaper.listed(card, 0).slice(0, shaper.parts[card].assistants.length);
  placeOnTrunk(shaper, card, listed, put);
  const stem = [INDENT / 2 - shaper.half, shaper.tree.heights[card]];
  const [row] = rowsBelow(shaper, card, chosen);
  const { ways } = indentedWays(row, shaper.half);
  placeBelowBus(shaper, { ...row, ways }, stem, shaper.belowListed(card) + DROP, put);
}

function placeRow(shaper, card, chosen, put) {
  placeAssistants(shaper, card, put);
  const stem = [0, shaper.tree.heights[card]];
  let [bottom] = shaper.beside(card);
  rowsBelow(shaper, card, chosen).forEach((row, at) => {
    placeBelowBus(shaper, row, stem, bottom + DROP * (at ? 2 : 1), put);
    bottom += row.height;
  });
}

function rowsBelow(shaper, card, { limit, tiers }) {
  return rowsOf(shaper.units(card, limit, tiers), tiers);
}

function placeBelowBus({ half, tree }, { units, ways }, stem, bus, put) {
  units.forEach(({ members }, place) => {
    const x = ways[place];
    const start = x === stem[0] ? stem : [...stem, stem[0], bus, x, bus];
    for (const [node, dx, dy, side, own] of members) {
      const y = bus + DROP + dy;
      const middle = y + entryOf(node, tree);
      const end = side ? [x, middle, x + dx - half, middle] : [x, y];
      put(node, x + dx, y, [...start, ...end], own);
    }
  });
}

/* Assistants in pairs, whose lines arrive at the same height. */
function placeAssistants(shaper, card, put) {
  const { heights, width } = shaper.tree;
  const { assistants } = shaper.parts[card];
  const bottom = heights[card];
  let y = bottom;
  for (let first = 0; first < assistants.length; first += 2) {
    y += LIST_GAP;
    const pair = assistants.slice(first, first + 2);
    const middle = y + Math.floor(Math.min(...pair.map((one) => heights[one])) / 2);
    pair.forEach((report, number) => {
      const side = number === 0 ? 1 : -1;
      const path = [0, bottom, 0, middle, side * BRANCH, middle];
      put(report, side * (BRANCH + width / 2), y, path, shaper.of(report).indented[0]);
    });
    y += Math.max(...pair.map((one) => heights[one]));
  }
}

/* The rows of a team: calls `put(card, x, y)` with the left upper corner of each, from that of the
   panel. */
function placeRows({ cards }, { limit: rows }, tree, put) {
  for (let first = 0; first < cards.length; first += rows) {
    const x = (first / rows) * (tree.width - INDENT);
    let y = PANEL_PADDING;
    for (const card of cards.slice(first, first + rows)) {
      put(card, x, y);
      y += tree.rows[card];
    }
  }
}
