// The shapes of every subtree, of which the window chooses, as in chart/layout/shapes.py.

const [FINE, COARSE, COARSEST] = [64, 6, 4];
const [MANY, VERY_MANY] = [1500, 60000];
const PEERS = 9;
const TIERS = [1, 2, 3, 5, 8, 13, 21, 34, 55];
const SIBLINGS = 3;
const RAGGED = 1.15;
const STACKED = 0;
const STACKS = [2, 3, 4, 5, 6, 7, 8, 9];
const STACKS_OF_MANY = [4, 6];
const [CARD, LIST, ROW, INDENTED] = [0, 1, 2, 3];

function shape(left, right, height, how, limit = 0, tiers = 1) {
  return { left, right, width: left + right, height, how, limit, tiers };
}

/* The shapes of all subtrees of a tree, and what each is made of: `hanging` for a line that arrives
   at the top of the card, `indented` for one at its left, with all below it indented. `upright`
   layers from the top have their reports side by side in any case. */
class Shaper {
  constructor(tree, upright = 1) {
    this.tree = tree;
    this.half = tree.width / 2;
    const cards = tree.order.length;
    this.most = cards <= MANY ? FINE : cards <= VERY_MANY ? COARSE : COARSEST;
    this.fine = this.most === FINE;
    const leaves = new Map();
    for (const h of tree.heights) {
      const shapes = [shape(this.half, this.half, h, CARD)];
      leaves.set(h, { hanging: shapes, indented: shapes });
    }
    this.shapes = tree.heights.map((height) => leaves.get(height));
    this.runs = new Map();
    const layer = new Array(cards).fill(1);
    for (const card of tree.order) {
      if (tree.manager[card] >= 0) layer[card] = layer[tree.manager[card]] + 1;
    }
    for (let at = cards - 1; at >= 0; at--) {
      const card = tree.order[at];
      if (tree.reports[card].length) this.shapes[card] = this.offered(card, layer[card] <= upright);
    }
  }

  offered(card, upright) {
    const [assistants, others] = split(card, this.tree);
    const peers = upright && others.length <= PEERS;
    const alone = (one) => ({ cards: [one], columns: [] });
    this.runs.set(card, peers ? others.map(alone) : leafRuns(others, this.tree));
    const hanging = [];
    const indented = [];
    const aside = this.beside(card, assistants);
    if (!others.length) hanging.push(this.rowShape([], 0, 1, aside));
    const listed = [this.belowListed(card, assistants), assistants.length ? 2 * INDENT : 0];
    this.offerRows(card, peers, upright, (units, limit, tiers) => {
      const rows = spread(units, tiers, this.half, this.fine);
      hanging.push(this.rowShape(rows, limit, tiers, aside));
      if (rows.length === 1 && !upright) {
        indented.push(this.indentedShape(rows[0], limit, tiers, listed));
      }
    });
    if (!upright || !others.length) {
      const lists = this.lists(card);
      hanging.push(...lists);
      indented.push(...lists);
    }
    return { hanging: best(hanging, this.most), indented: best(indented, this.most) };
  }

  lists(card) {
    const shapes = this.tree.reports[card]
      .filter((one) => this.tree.reports[one].length)
      .map((one) => this.shapes[one].indented);
    let least = shapes.length ? 0 : this.tree.width;
    for (const each of shapes) least = Math.max(least, each[each.length - 1].width);
    const widths = shapes.flatMap((each) => each.map((one) => one.width));
    const wider = ascending([least, ...widths].filter((width) => width >= least));
    return evenlyChosen(wider, this.most).map((limit) => {
      let [reach, height] = [0, 0];
      for (const [, dx, dy, each] of this.listed(card, limit)) {
        reach = Math.max(reach, dx + each.right);
        height = dy + each.height;
      }
      return shape(this.half, Math.max(this.half, reach), height, LIST, limit);
    });
  }

  /* The reports of a list: each with the middle of its card's top edge, and its shape. */
  listed(card, limit) {
    const tree = this.tree;
    const [assistants, others] = split(card, tree);
    let y = tree.heights[card];
    return [...assistants, ...others].map((report, at) => {
      const has = tree.reports[report].length > 0;
      const shapes = this.shapes[report].indented;
      const each = has ? lowest(shapes, limit) : shapes[0];
      const indent = at < assistants.length ? 2 * INDENT : INDENT;
      y += LIST_GAP;
      const found = [report, indent, y, each];
      y += each.height + (has ? SUBLIST_GAP - LIST_GAP : 0);
      return found;
    });
  }

  /* How far down a card with its assistants in a list reaches. */
  belowListed(card, assistants) {
    let y = this.tree.heights[card];
    for (const one of assistants) y += LIST_GAP + this.tree.heights[one];
    return y;
  }

  /* Calls `offer(units, limit, tiers)` for each way in which reports stand in rows: in one row, in
     several as well unless they are to stand side by side as peers. */
  offerRows(card, peers, upright, offer) {
    const runs = this.runs.get(card);
    if (!runs.length) return;
    for (const limit of this.heights(card)) {
      const units = this.units(card, limit);
      if (!upright && units.length === 1 && units[0].members.length === 1) continue;
      const most = peers ? 1 : Math.floor((units.length + 1) / 2);
      for (const tiers of TIERS) if (tiers <= most) offer(units, limit, tiers);
    }
    if (!upright && runs.length > 1) this.offerStacks(card, offer);
  }

  /* Rows of columns about as high as each other, of two columns and more. */
  offerStacks(card, offer) {
    const reports = this.runs.get(card).flatMap((run) => run.cards);
    let [least, total] = [0, LIST_GAP * reports.length];
    for (const one of reports) {
      const shapes = this.shapes[one].indented;
      least = Math.max(least, shapes[0].height);
      total += shapes[shapes.length - 1].height;
    }
    const parts = this.fine ? STACKS : STACKS_OF_MANY;
    const tried = parts.map((part) => Math.max(least, Math.floor((total * part) / 12)));
    if (this.fine) tried.push(...this.heights(card).filter((height) => height >= least));
    for (const limit of evenlyChosen(ascending(tried), this.most)) {
      const units = this.units(card, limit, true);
      if (units.length > 1 && units.length < reports.length) offer(units, limit, STACKED);
    }
  }

  rowShape(rows, limit, tiers, aside) {
    let [height, left, right] = aside;
    for (const row of rows) {
      left = Math.max(left, row.left);
      right = Math.max(right, row.right);
      height += row.height;
    }
    return shape(Math.max(left, this.half), Math.max(right, this.half), height, ROW, limit, tiers);
  }

  indentedShape(row, limit, tiers, [height, further]) {
    const right = Math.max(this.half + further, indentedWays(row, this.half).reach);
    return shape(this.half, right, height + row.height, INDENTED, limit, tiers);
  }

  /* The heights that make a difference to the reports of a card, some of them. */
  heights(card) {
    let least = 0;
    const heights = [];
    for (const run of this.runs.get(card)) {
      const own = run.columns.length
        ? run.columns.map(([, height]) => height)
        : this.shapes[run.cards[0]].hanging.map((each) => each.height);
      least = Math.max(least, own[0]);
      for (const height of own) heights.push(height);
    }
    const higher = [least, ...heights].filter((height) => height >= least);
    return evenlyChosen(ascending(higher), this.most);
  }

  /* The reports of a card as they stand side by side, none higher than the limit; `stacked`: as
     many of them below each other as the limit takes. */
  units(card, limit, stacked = false) {
    const runs = this.runs.get(card);
    if (stacked) {
      const reports = runs.flatMap((run) => run.cards);
      const shapeOf = (report) => narrowest(this.shapes[report].indented, limit);
      return stacks(reports, shapeOf, this.tree, limit);
    }
    const units = [];
    const alike = this.alike(card, limit);
    for (const run of runs) {
      if (run.columns.length) columns(run, this.tree, limit, units);
      else {
        const [one] = run.cards;
        const own = alike.get(one) ?? narrowest(this.shapes[one].hanging, limit);
        const { left, right, height, how } = own;
        const over = how === ROW ? this.tree.heights[one] : 0;
        units.push({ left, right, height, over, members: [[one, 0, 0, 0]] });
      }
    }
    return units;
  }

  /* Subtrees in a row that stand as most siblings do, each a little wider than it could. */
  alike(card, limit) {
    const runs = this.runs.get(card);
    const chosen = new Map();
    if (!this.fine || runs.length < SIBLINGS) return chosen;
    const subtrees = runs.filter((run) => !run.columns.length).map((run) => run.cards[0]);
    const usually = subtrees.map((one) => narrowest(this.shapes[one].hanging, limit));
    const rows = usually.filter((each) => each.how === ROW).length;
    const lists = usually.filter((each) => each.how === LIST).length;
    if (rows + lists < SIBLINGS || !rows || !lists) return chosen;
    const usual = rows > lists ? ROW : LIST;
    usually.forEach((each, at) => {
      if (each.how === CARD || each.how === usual) return;
      const fits = (other) => other.how === usual && other.height <= limit;
      const fitting = this.shapes[subtrees[at]].hanging.filter(fits).pop();
      if (fitting && fitting.width <= each.width * RAGGED) chosen.set(subtrees[at], fitting);
    });
    return chosen;
  }

  /* Where assistants in pairs beside the stem end, and how far they reach left and right. */
  beside(card, assistants) {
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

/* The narrowest of the shapes of a subtree no higher than this, else its lowest. */
function narrowest(shapes, height) {
  let [low, high] = [0, shapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (height < shapes[middle].height) high = middle;
    else low = middle + 1;
  }
  return shapes[Math.max(0, low - 1)];
}

/* The lowest of the shapes of a subtree no wider than this, else its narrowest. */
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
function best(offered, most) {
  offered.sort(
    (one, other) =>
      one.height - other.height ||
      one.width - other.width ||
      one.how - other.how ||
      one.tiers - other.tiers,
  );
  const kept = [];
  for (const each of offered) {
    if (!kept.length || each.width < kept[kept.length - 1].width) kept.push(each);
  }
  return evenlyChosen(kept, most);
}
