// Where each report stands in the shape chosen for its manager, and the line to it.

/* Calls `put(report, dx, dy, path, shape)` for each report of a card; dx and dy are the middle of
   its top edge and `path` the corners of its line, all relative to the same of the card. */
function placeReports(shaper, card, chosen, put) {
  if (chosen.how === LIST) {
    placeOnTrunk(shaper, card, shaper.listed(card, chosen.limit), put);
  } else if (chosen.how === INDENTED) placeIndented(shaper, card, chosen, put);
  else if (chosen.how === ROW) placeRows(shaper, card, chosen, put);
}

function placeOnTrunk(shaper, card, items, put) {
  const tree = shaper.tree;
  const bottom = tree.heights[card];
  const trunk = Math.floor(INDENT / 2) - shaper.half;
  for (const [report, dx, dy, each] of items) {
    const middle = dy + Math.floor(tree.heights[report] / 2);
    put(report, dx, dy, [trunk, bottom, trunk, middle, dx - shaper.half, middle], each);
  }
}

function placeIndented(shaper, card, chosen, put) {
  const [assistants] = split(card, shaper.tree);
  const listed = shaper.listed(card, 0).slice(0, assistants.length);
  placeOnTrunk(shaper, card, listed, put);
  const stem = [Math.floor(INDENT / 2) - shaper.half, shaper.tree.heights[card]];
  const bus = shaper.belowListed(card, assistants) + DROP;
  for (const row of spreadOut(shaper, card, chosen)) {
    placeBelowBus(shaper, card, chosen, row, indentedWays(row, shaper.half).ways, stem, bus, put);
  }
}

function placeRows(shaper, card, chosen, put) {
  const [assistants] = split(card, shaper.tree);
  placeAssistants(shaper, card, assistants, put);
  let [bottom] = shaper.beside(card, assistants);
  const stem = [0, shaper.tree.heights[card]];
  spreadOut(shaper, card, chosen).forEach((row, number) => {
    const bus = bottom + DROP * (number === 0 ? 1 : 2);
    bottom += row.height;
    placeBelowBus(shaper, card, chosen, row, row.at, stem, bus, put);
  });
}

function spreadOut(shaper, card, chosen) {
  const units = shaper.units(card, chosen.limit, chosen.tiers === STACKED);
  return units.length ? spread(units, chosen.tiers, shaper.half, shaper.fine) : [];
}

function placeBelowBus(shaper, card, chosen, { row }, ways, stem, bus, put) {
  const stacked = chosen.tiers === STACKED;
  const alike = stacked ? new Map() : shaper.alike(card, chosen.limit);
  row.forEach((unit, place) => {
    reportsBelowBus(shaper.tree, unit, ways[place], stem, bus, (report, dx, dy, path) => {
      const { hanging, indented } = shaper.shapes[report];
      const own = alike.get(report) ?? narrowest(stacked ? indented : hanging, chosen.limit);
      put(report, dx, dy, path, own);
    });
  });
}

/* Assistants in pairs, whose lines arrive at the same height. */
function placeAssistants(shaper, card, assistants, put) {
  const { heights, width } = shaper.tree;
  const bottom = heights[card];
  let y = bottom;
  for (let first = 0; first < assistants.length; first += 2) {
    y += LIST_GAP;
    const pair = assistants.slice(first, first + 2);
    const middle = y + Math.floor(Math.min(...pair.map((one) => heights[one])) / 2);
    pair.forEach((report, number) => {
      const side = number === 0 ? 1 : -1;
      const path = [0, bottom, 0, middle, side * BRANCH, middle];
      put(report, side * (BRANCH + width / 2), y, path, shaper.shapes[report].indented[0]);
    });
    y += Math.max(...pair.map((one) => heights[one]));
  }
}

function reportsBelowBus(tree, unit, x, stem, bus, put) {
  const start = x === stem[0] ? stem : [...stem, stem[0], bus, x, bus];
  const top = bus + DROP;
  for (const [report, dx, dy, side] of unit.members) {
    const y = top + dy;
    if (side) {
      const middle = y + Math.floor(tree.heights[report] / 2);
      const edge = x + dx - (side * tree.width) / 2;
      put(report, x + dx, y, [...start, x, middle, edge, middle]);
    } else put(report, x + dx, y, [...start, x, y]);
  }
}
