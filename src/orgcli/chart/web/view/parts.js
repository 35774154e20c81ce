// Where each report stands in the shape chosen for its manager, and the line to it.

/* Calls `put(report, dx, dy, path, shape)` for each report of a card; dx and dy are the middle of
   its top edge and `path` the corners of its line, all relative to the same of the card. */
function placeReports(shaper, card, chosen, put) {
  if (chosen.how === LIST) placeList(shaper, card, chosen.limit, put);
  else if (chosen.how === ROW) placeRow(shaper, card, chosen, put);
}

function placeList(shaper, card, limit, put) {
  const tree = shaper.tree;
  const bottom = tree.heights[card];
  const trunk = Math.floor(INDENT / 2) - shaper.half;
  for (const [report, dx, dy, each] of shaper.listed(card, limit)) {
    const middle = dy + Math.floor(tree.heights[report] / 2);
    put(report, dx, dy, [trunk, bottom, trunk, middle, dx - shaper.half, middle], each);
  }
}

function placeRow(shaper, card, chosen, put) {
  const [assistants] = split(card, shaper.tree);
  placeAssistants(shaper, card, assistants, put);
  let [bottom] = shaper.beside(card, assistants);
  const stem = shaper.tree.heights[card];
  const stacked = chosen.tiers === STACKED;
  const units = shaper.units(card, chosen.limit, stacked);
  const alike = stacked ? new Map() : shaper.alike(card, chosen.limit);
  if (!units.length) return;
  spread(units, chosen.tiers, shaper.half).forEach(({ row, at, height }, number) => {
    const bus = bottom + DROP * (number === 0 ? 1 : 2);
    bottom += height;
    row.forEach((unit, place) => {
      reportsBelowBus(shaper.tree, unit, at[place], stem, bus, (report, dx, dy, path) =>
        put(report, dx, dy, path, alike.get(report) ?? shaper.narrowest(report, chosen.limit)),
      );
    });
  });
}

function placeAssistants(shaper, card, assistants, put) {
  const { heights, width } = shaper.tree;
  const bottom = heights[card];
  let y = bottom;
  for (let first = 0; first < assistants.length; first += 2) {
    y += LIST_GAP;
    const pair = assistants.slice(first, first + 2);
    pair.forEach((report, number) => {
      const side = number === 0 ? 1 : -1;
      const middle = y + Math.floor(heights[report] / 2);
      const path = [0, bottom, 0, middle, side * BRANCH, middle];
      put(report, side * (BRANCH + width / 2), y, path, shaper.shapes[report][0]);
    });
    y += Math.max(...pair.map((one) => heights[one]));
  }
}

function reportsBelowBus(tree, unit, x, stem, bus, put) {
  const start = x === 0 ? [0, stem] : [0, stem, 0, bus, x, bus];
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
