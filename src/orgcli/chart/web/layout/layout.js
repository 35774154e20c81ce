// Cards become boxes and lines for the aspect of the window, as in chart/layout/layout.py.

const TREE_GAP = 44;
const [IN_LINE, LINE_SCALE] = [9, 0.9];
const [LONE_GAP_X, LONE_GAP_Y] = [20, 12];
const [MOST_TRIES, MOST_PLACED] = [400, 400000];

/* Place cards as trees, in the shape that the window shows largest: {width, height, x, y, lines},
   with the left upper corner of each card, and of each report the corners of its line as
   [x0, y0, x1, y1, ...]. Linear in the number of cards, without recursion. */
function layout(manager, heights, assistant, width, aspect, upright = 1, leavesFirst = false) {
  const tree = treeOf(manager, heights, assistant, width, leavesFirst);
  const shaper = new Shaper(tree, upright);
  const tops = tree.order.filter((card) => manager[card] < 0);
  const fit = fitted(tops, shaper, aspect);
  const x = new Array(manager.length).fill(0);
  const y = new Array(manager.length).fill(0);
  const shapeOf = new Array(manager.length);
  for (const [top, [left, up]] of fit.corners) {
    shapeOf[top] = fit.chosen.get(top);
    x[top] = left + shapeOf[top].left;
    y[top] = up;
  }
  const lines = new Array(manager.length).fill(null);
  for (const card of tree.order) {
    const [dx, dy] = [x[card], y[card]];
    placeReports(shaper, card, shapeOf[card], (report, px, py, path, each) => {
      shapeOf[report] = each;
      x[report] = dx + px;
      y[report] = dy + py;
      lines[report] = path.map((one, at) => one + (at % 2 ? dy : dx));
    });
    shapeOf[card] = null;
  }
  const half = width / 2;
  return { width: fit.right, height: fit.bottom, x: x.map((one) => one - half), y, lines };
}

/* The shapes with which all trees together fill the window best; where there are single
   cards, rows may be some cards wider. A few stand in one row where that is hardly smaller. */
function fitted(tops, shaper, aspect) {
  const trees = tops.filter((top) => shaper.tree.reports[top].length);
  const hanging = trees.flatMap((top) => shaper.shapes[top].hanging);
  const heights = ascending(hanging.map((one) => one.height));
  const column = shaper.tree.width + LONE_GAP_X;
  const columns = trees.length === tops.length ? 0 : trees.length ? 1 : 5;
  const each = Math.trunc(MOST_PLACED / Math.max(1, tops.length));
  const most = Math.max(2, Math.min(MOST_TRIES, each));
  let [found, line] = [null, null];
  const larger = (one, other) =>
    !other || one.scale > other.scale || (one.scale === other.scale && one.bottom < other.bottom);
  for (const height of heights.length ? evenlyChosen(heights, most) : [0]) {
    const chosen = new Map(tops.map((top) => [top, narrowest(shaper.shapes[top].hanging, height)]));
    for (let more = 0; more <= columns; more++) {
      const one = shelved(tops, trees, chosen, aspect, more * column);
      if (larger(one, found)) found = one;
    }
    if (tops.length < 2 || tops.length > IN_LINE) continue;
    const one = inLine(tops, chosen, aspect);
    if (larger(one, line)) line = one;
  }
  return line && line.scale >= found.scale * LINE_SCALE ? line : found;
}

/* All trees and single cards in one row, in file order. */
function inLine(tops, chosen, aspect) {
  const corners = new Map();
  let wide = 0;
  for (const top of tops) wide += chosen.get(top).width + TREE_GAP;
  const [right, bottom] = shelve(tops, chosen, wide, [TREE_GAP, 0], 0, corners);
  const scale = Math.min(aspect / Math.max(right, 1), 1 / Math.max(bottom, 1));
  return { chosen, corners, right, bottom, scale };
}

/* Trees stand in file order, in rows; single cards follow in rows of their own. */
function shelved(tops, trees, chosen, aspect, wider) {
  const known = new Set(trees);
  const lone = tops.filter((top) => !known.has(top));
  let [area, widest] = [0, 0];
  for (const top of trees) {
    area += (chosen.get(top).width + TREE_GAP) * (chosen.get(top).height + TREE_GAP);
    widest = Math.max(widest, chosen.get(top).width);
  }
  for (const top of lone) {
    area += (chosen.get(top).width + LONE_GAP_X) * (chosen.get(top).height + LONE_GAP_Y);
  }
  const aim = Math.max(halfToEven(Math.sqrt(area * aspect)) + wider, widest);
  const corners = new Map();
  let [right, bottom] = shelve(trees, chosen, aim, [TREE_GAP, TREE_GAP], 0, corners);
  if (lone.length) {
    const start = trees.length ? bottom + TREE_GAP : 0;
    const end = shelve(lone, chosen, aim, [LONE_GAP_X, LONE_GAP_Y], start, corners);
    [right, bottom] = [Math.max(right, end[0]), end[1]];
  }
  const scale = Math.min(aspect / Math.max(right, 1), 1 / Math.max(bottom, 1));
  return { chosen, corners, right, bottom, scale };
}

/* Fill rows up to the width aimed at; returns how far right and down they reach. */
function shelve(tops, chosen, aim, gaps, start, corners) {
  let [x, y, right, tallest] = [0, start, 0, 0];
  for (const top of tops) {
    const { width, height } = chosen.get(top);
    if (x && x + width > aim) {
      y += tallest + gaps[1];
      x = tallest = 0;
    }
    corners.set(top, [x, y]);
    tallest = Math.max(tallest, height);
    right = Math.max(right, x + width);
    x += width + gaps[0];
  }
  return [right, y + tallest];
}

/* Rounded as Python rounds. */
function halfToEven(number) {
  const whole = Math.floor(number);
  const rest = number - whole;
  return rest > 0.5 || (rest === 0.5 && whole % 2) ? whole + 1 : whole;
}
