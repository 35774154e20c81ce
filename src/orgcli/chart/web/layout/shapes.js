// The shapes of every subtree, of which the window chooses (Stockmeyer's algorithm).

const [FINE, COARSE, COARSEST] = [64, 6, 4];
const [MANY, VERY_MANY] = [1500, 60000];
const PEERS = 9;
const JOG = 16;
const [TIERS, STACKED] = [[1, 2, 3, 5, 8, 13, 21], 0];
const STACKS = [2, 3, 4, 5, 6, 7, 8, 9];
const [CARD, LIST, ROW, INDENTED, TEAM] = [0, 1, 2, 3, 4];

/* `left` and `right` of the middle of the card at its top; what is below it stands as `how` says,
   no higher, wider or longer than `limit`, in so many rows, or in columns. */
function shape(left, right, height, how, limit = 0, tiers = 1) {
  return { left, right, width: left + right, height, how, limit, tiers };
}

/* The shapes of all subtrees of a tree: `hanging` for a line that arrives at the top of the card,
   `indented` for one at its left, with all below it indented. `upright` layers from the top have
   their reports side by side in any case. */
class Shaper {
  constructor(tree, upright) {
    this.tree = tree;
    this.half = tree.width / 2;
    const cards = tree.order.length;
    this.most = cards <= MANY ? FINE : cards <= VERY_MANY ? COARSE : COARSEST;
    const layer = new Int32Array(cards).fill(1);
    for (const card of tree.order) {
      if (tree.manager[card] >= 0) layer[card] = layer[tree.manager[card]] + 1;
    }
    this.shapes = new Array(cards);
    this.parts = new Array(cards);
    for (let at = cards - 1; at >= 0; at--) {
      const card = tree.order[at];
      this.shapes[card] = this.offered(card, layer[card] <= upright);
    }
  }

  /* The shapes of a node. */
  of(node) {
    return typeof node === "number" ? this.shapes[node] : node;
  }

  offered(card, upright) {
    const { half, tree } = this;
    if (!tree.reports[card].length) {
      const alone = [shape(half, half, tree.heights[card], CARD)];
      return { hanging: alone, indented: alone };
    }
    const peers = upright && tree.reports[card].length <= PEERS;
    const { assistants, nodes } = (this.parts[card] = nodesOf(card, tree, peers));
    const [hanging, indented] = [[], []];
    const [top, left, right] = this.beside(card);
    const further = half + (assistants.length ? 2 * INDENT : 0);
    if (!nodes.length) hanging.push(shape(Math.max(left, half), Math.max(right, half), top, ROW));
    const offer = (limit, tiers, units) => {
      const rows = rowsOf(units, tiers);
      const reaches = (side, least) => rows.reduce((most, row) => Math.max(most, row[side]), least);
      const high = rows.reduce((sum, row) => sum + row.height, 0);
      const start = reaches("left", Math.max(left, half));
      const end = reaches("right", Math.max(right, half));
      hanging.push(shape(start, end, top + high, ROW, limit, tiers));
      if (upright || rows.length > 1) return;
      const reach = Math.max(further, indentedWays(rows[0], half).reach);
      indented.push(shape(half, reach, this.belowListed(card) + high, INDENTED, limit, tiers));
    };
    for (const limit of this.heights(nodes)) {
      const units = this.units(card, limit, 1);
      if (!upright && units.length === 1) break;
      const most = peers ? 1 : (units.length + 1) >> 1;
      for (const tiers of TIERS) if (tiers <= most) offer(limit, tiers, units);
    }
    const stackable = !peers && nodes.length > 1;
    const stacked = stackable && nodes.every((node) => this.of(node).indented.length);
    for (const limit of stacked ? this.stackHeights(nodes) : []) {
      const units = this.units(card, limit, STACKED);
      if (upright || units.length > 1) offer(limit, STACKED, units);
    }
    if (!upright || !nodes.length) {
      const lists = this.lists(card);
      hanging.push(...lists);
      indented.push(...lists);
    }
    return { hanging: best(hanging, this.most), indented: best(indented, this.most) };
  }

  lists(card) {
    const { nodes } = this.parts[card];
    const each = nodes.map((node) => this.of(node).indented);
    const least = each.reduce((most, shapes) => Math.max(most, shapes[shapes.length - 1].width), 0);
    const widths = each.flatMap((shapes) => shapes.map((one) => one.width));
    const wider = ascending([least, ...widths].filter((width) => width >= least));
    return evenlyChosen(wider, this.most).map((limit) => {
      let [reach, height] = [this.half, 0];
      for (const [, dx, dy, own] of this.listed(card, limit)) {
        reach = Math.max(reach, dx + own.right);
        height = dy + own.height;
      }
      return shape(this.half, reach, height, LIST, limit);
    });
  }

  /* The nodes of a list: each with the middle of its top edge, and its shape. */
  listed(card, limit) {
    const { assistants, nodes } = this.parts[card];
    let y = this.tree.heights[card];
    return [...assistants, ...nodes].map((node, at) => {
      const own = lowest(this.of(node).indented, limit);
      y += LIST_GAP;
      const found = [node, at < assistants.length ? 2 * INDENT : INDENT, y, own];
      y += own.height + (own.how === CARD ? 0 : SUBLIST_GAP - LIST_GAP);
      return found;
    });
  }

  /* How far down a card with its assistants in a list reaches. */
  belowListed(card) {
    const { heights } = this.tree;
    const { assistants } = this.parts[card];
    return assistants.reduce((y, one) => y + LIST_GAP + heights[one], heights[card]);
  }

  /* The heights that make a difference to nodes side by side, some of them. */
  heights(nodes) {
    const each = nodes.map((node) => this.of(node).hanging);
    const least = each.reduce((most, shapes) => Math.max(most, shapes[0].height), 0);
    const heights = each.flatMap((shapes) => shapes.map((one) => one.height));
    const higher = ascending(heights.filter((height) => height >= least));
    return evenlyChosen(higher, this.most);
  }

  /* The same for columns about as high as each other, of two columns and more. */
  stackHeights(nodes) {
    let [least, total] = [0, 0];
    for (const node of nodes) {
      const shapes = this.of(node).indented;
      least = Math.max(least, shapes[0].height);
      total += LIST_GAP + shapes[shapes.length - 1].height;
    }
    const parts = STACKS.map((part) => Math.floor((total * part) / 12));
    const tried = ascending(parts.map((height) => Math.max(least, height)));
    return evenlyChosen(tried, this.most);
  }

  /* The nodes below a card as units side by side, none higher than the limit; STACKED, as many
     of them below each other as the limit takes, each beside a trunk. A member of a unit is
     [node, dx, dy, side, shape]: side 0 enters the middle of its top, 1 its left. */
  units(card, limit, tiers) {
    const { nodes } = this.parts[card];
    if (tiers === STACKED) return this.stacks(nodes, limit);
    return nodes.map((node) => {
      const own = narrowest(this.of(node).hanging, limit);
      const { left, right, height } = own;
      return { left, right, height, members: [[node, 0, 0, 0, own]] };
    });
  }

  stacks(nodes, limit) {
    const units = [];
    let unit = null;
    let [y, gap] = [0, 0];
    for (const node of nodes) {
      const own = narrowest(this.of(node).indented, limit);
      if (!unit || y + own.height > limit) {
        units.push((unit = { left: 0, right: 0, height: 0, members: [] }));
        y = 0;
      }
      unit.members.push([node, BRANCH + own.left, y, 1, own]);
      unit.right = Math.max(unit.right, BRANCH + own.left + own.right);
      unit.height = y + own.height;
      gap = own.how === CARD ? LIST_GAP : SUBLIST_GAP;
      y = unit.height + gap;
    }
    return units;
  }

  /* Where assistants in pairs beside the stem end, and how far they reach left and right. */
  beside(card) {
    const { assistants } = this.parts[card];
    const { heights, width } = this.tree;
    let y = heights[card];
    for (let first = 0; first < assistants.length; first += 2) {
      const pair = assistants.slice(first, first + 2);
      y += LIST_GAP + Math.max(...pair.map((one) => heights[one]));
    }
    const reach = BRANCH + width;
    return [y, assistants.length > 1 ? reach : 0, assistants.length ? reach : 0];
  }
}

/* Units in rows of about the same width; all but the last stand around a trunk to the next. */
function rowsOf(units, wanted) {
  if (!units.length) return [];
  const all = wide(units);
  const rows = Array.from({ length: Math.max(1, wanted) }, () => []);
  let x = 0;
  for (const unit of units) {
    const middle = x + (unit.left + unit.right) / 2;
    rows[Math.min(rows.length - 1, Math.trunc((middle * rows.length) / all))].push(unit);
    x += unit.left + unit.right + UNIT_GAP;
  }
  const filled = rows.filter((row) => row.length);
  return filled.map((row, at) => {
    const placed = at < filled.length - 1 ? aroundTrunk(row) : sideBySide(row);
    const tallest = row.reduce((most, unit) => Math.max(most, unit.height), 0);
    return { units: row, ...placed, height: DROP * (at ? 3 : 2) + tallest };
  });
}

/* How wide units are side by side. */
function wide(units) {
  return units.reduce((sum, unit) => sum + unit.left + unit.right + UNIT_GAP, -UNIT_GAP);
}

/* Where the way down to each unit is, and how far all reach, from the middle of their manager. */
function sideBySide(units) {
  const ways = waysDown(units);
  let middle = Math.floor((ways[0] + ways[ways.length - 1]) / 2);
  const nearest = ways.reduce((one, other) =>
    Math.abs(other - middle) < Math.abs(one - middle) ? other : one,
  );
  if (Math.abs(nearest - middle) < JOG) middle = nearest;
  return { ways: ways.map((way) => way - middle), left: middle, right: wide(units) - middle };
}

function waysDown(units) {
  let x = 0;
  return units.map(({ left, right }) => {
    const way = x + left;
    x += left + right + UNIT_GAP;
    return way;
  });
}

/* The same for a row with a trunk to the next row in its middle, half of the units on each side. */
function aroundTrunk(units) {
  const ways = waysDown(units);
  const middle = wide(units) / 2;
  const first = Math.max(1, ways.filter((way) => way < middle).length);
  const left = wide(units.slice(0, first)) + UNIT_GAP;
  const moved = ways.map((way, at) => way - left + (at < first ? 0 : UNIT_GAP));
  const after = units.slice(first);
  return { ways: moved, left, right: after.length ? UNIT_GAP + wide(after) : 0 };
}

/* The ways down of a row that begins at the indent of a list, and how far it reaches. */
function indentedWays({ units, ways, right }, half) {
  const [first] = units;
  const start = first.left ? INDENT - half + first.left : INDENT / 2 - half;
  const shift = start - ways[0];
  return { ways: ways.map((way) => way + shift), reach: right + shift };
}

/* The narrowest of the shapes of a node no higher than this, else its lowest. */
function narrowest(shapes, height) {
  let [low, high] = [0, shapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (height < shapes[middle].height) high = middle;
    else low = middle + 1;
  }
  return shapes[Math.max(0, low - 1)];
}

/* The lowest of the shapes of a node no wider than this, else its narrowest. */
function lowest(shapes, width) {
  let [low, high] = [0, shapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shapes[middle].width > width) low = middle + 1;
    else high = middle;
  }
  return shapes[Math.min(low, shapes.length - 1)];
}

/* The shapes that no other beats, from low and wide to high and narrow; some of many. */
function best(offered, most = offered.length) {
  offered.sort(
    (one, other) => one.height - other.height || one.width - other.width || one.how - other.how,
  );
  const kept = [];
  for (const each of offered) {
    if (!kept.length || each.width < kept[kept.length - 1].width) kept.push(each);
  }
  return evenlyChosen(kept, most);
}
