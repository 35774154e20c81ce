// Cards become boxes and lines, in the shape that the window shows largest.

const TREE_GAP = 44;
const [LONE_GAP_X, LONE_GAP_Y] = [20, 12];
const [MOST_TRIES, MOST_PLACED] = [400, 400000];

/* Place cards as trees: {width, height, x, y, wide, high, lines, panels}, with the left upper
   corner and the size of each card or row, of each report the corners of its line as
   [x0, y0, x1, y1, ...], and the boxes of panels. `cards`: {manager, heights, rows, assistant},
   where rows are the heights of those who may stand in a panel, else 0. Linear in the number of
   cards, without recursion. */
function layout(cards, width, aspect, upright = 1, leavesFirst = false) {
  const tree = { ...treeOf(cards.manager, leavesFirst), ...cards, width };
  const shaper = new Shaper(tree, upright);
  const tops = tree.order.filter((card) => tree.manager[card] < 0);
  const fit = fitted(tops, shaper, aspect);
  const count = tree.order.length;
  const [x, y] = [new Array(count).fill(0), new Array(count).fill(0)];
  const [wide, high] = [new Array(count).fill(width), [...tree.heights]];
  const [lines, shapeOf, panels] = [new Array(count).fill(null), new Array(count), []];
  for (const [top, [left, up]] of fit.corners) {
    shapeOf[top] = fit.chosen.get(top);
    [x[top], y[top]] = [left + shapeOf[top].left - width / 2, up];
  }
  for (const card of tree.order) {
    const [dx, dy] = [x[card] + width / 2, y[card]];
    placeReports(shaper, card, shapeOf[card] ?? {}, (node, px, py, path, own) => {
      const points = path.map((one, at) => one + (at % 2 ? dy : dx));
      if (typeof node === "number") {
        shapeOf[node] = own;
        [x[node], y[node], lines[node]] = [dx + px - width / 2, dy + py, points];
        return;
      }
      const [left, top] = [dx + px - own.left, dy + py];
      panels.push({ x: left, y: top, width: own.width, height: own.height, cards: node.cards });
      placeRows(node, own, tree, (row, rx, ry) => {
        [x[row], y[row], lines[row]] = [left + rx, top + ry, points];
        [wide[row], high[row]] = [width - INDENT, tree.rows[row]];
      });
    });
  }
  return { width: fit.right, height: fit.bottom, x, y, wide, high, lines, panels };
}

/* The shapes with which all trees together fill the window best. */
function fitted(tops, shaper, aspect) {
  const trees = tops.filter((top) => shaper.tree.reports[top].length);
  const hanging = trees.flatMap((top) => shaper.of(top).hanging);
  const heights = ascending(hanging.map((one) => one.height));
  const most = Math.max(2, Math.min(MOST_TRIES, Math.trunc(MOST_PLACED / (tops.length || 1))));
  let found = null;
  for (const height of heights.length ? evenlyChosen(heights, most) : [0]) {
    const chosen = new Map(tops.map((top) => [top, narrowest(shaper.of(top).hanging, height)]));
    for (const aim of aims(tops, chosen, aspect)) {
      const one = shelved(tops, trees, chosen, aspect, aim);
      const better = found && (one.scale - found.scale || found.bottom - one.bottom);
      if (!found || better > 0) found = one;
    }
  }
  return found;
}

/* How wide rows of trees may be: as wide as the window, a little wider, or all trees together. */
function aims(tops, chosen, aspect) {
  let [area, widest, total] = [0, 0, 0];
  for (const top of tops) {
    const { width, height, how } = chosen.get(top);
    const [across, down] = how === CARD ? [LONE_GAP_X, LONE_GAP_Y] : [TREE_GAP, TREE_GAP];
    area += (width + across) * (height + down);
    widest = Math.max(widest, width);
    total += width + across;
  }
  if (tops.length < 2) return [total];
  const square = Math.max(widest, Math.round(Math.sqrt(area * aspect)));
  return [square, square + widest / 2, square + widest, total];
}

/* Trees stand in file order, in rows; single cards follow in rows of their own. */
function shelved(tops, trees, chosen, aspect, aim) {
  const corners = new Map();
  let [right, bottom] = shelve(trees, chosen, aim, TREE_GAP, TREE_GAP, 0, corners);
  if (trees.length < tops.length) {
    const known = new Set(trees);
    const lone = tops.filter((top) => !known.has(top));
    const start = trees.length ? bottom + TREE_GAP : 0;
    const end = shelve(lone, chosen, aim, LONE_GAP_X, LONE_GAP_Y, start, corners);
    [right, bottom] = [Math.max(right, end[0]), end[1]];
  }
  const scale = Math.min(aspect / Math.max(right, 1), 1 / Math.max(bottom, 1));
  return { chosen, corners, right, bottom, scale };
}

/* Fill rows up to the width aimed at; returns how far right and down they reach. */
function shelve(tops, chosen, aim, across, down, start, corners) {
  let [x, y, right, tallest] = [0, start, 0, 0];
  for (const top of tops) {
    const { width, height } = chosen.get(top);
    if (x && x + width > aim) {
      y += tallest + down;
      x = tallest = 0;
    }
    corners.set(top, [x, y]);
    tallest = Math.max(tallest, height);
    right = Math.max(right, x + width);
    x += width + across;
  }
  return [right, y + tallest];
}
