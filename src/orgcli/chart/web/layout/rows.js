// The reports of one manager side by side, in one row or several, as in chart/layout/rows.py.

const [JOG, GRID_COST] = [16, 103];
const ROWS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40];

/* Neighbours without reports together; a report with reports alone. */
function leafRuns(others, tree) {
  const runs = [];
  let leaves = [];
  const close = () => {
    if (leaves.length) runs.push({ cards: leaves, columns: columnsOf(leaves, tree) });
    leaves = [];
  };
  for (const one of others) {
    if (tree.reports[one].length) {
      close();
      runs.push({ cards: [one], columns: [] });
    } else leaves.push(one);
  }
  close();
  return runs;
}

/* How high columns of so many of the cards are, from short ones to long ones. */
function columnsOf(cards, tree) {
  const found = [];
  for (const rows of ROWS) {
    if (rows > cards.length && rows > 1) break;
    found.push([rows, tallestColumn(cards, tree, rows)]);
  }
  return found;
}

function tallestColumn(cards, tree, rows) {
  let tallest = 0;
  for (let first = 0; first < cards.length; first += rows) {
    const end = Math.min(cards.length, first + rows);
    let height = LIST_GAP * (end - first - 1);
    for (let at = first; at < end; at++) height += tree.heights[cards[at]];
    tallest = Math.max(tallest, height);
  }
  return tallest;
}

/* Cards in columns no higher than the limit, two to a trunk, filled from the left. A member is
   [report, dx, dy, side]: side 0 enters the top of the card, 1 its left, -1 its right. */
function columns(run, tree, limit, units) {
  const rows = longest(run, limit);
  if (rows === 1) {
    const half = tree.width / 2;
    for (const one of run.cards) {
      units.push({ left: half, right: half, height: tree.heights[one], members: [[one, 0, 0, 0]] });
    }
    return;
  }
  const reach = BRANCH + tree.width;
  for (let first = 0; first < run.cards.length; first += 2 * rows) {
    const pair = [run.cards.slice(first, first + rows)];
    if (first + rows < run.cards.length) pair.push(run.cards.slice(first + rows, first + 2 * rows));
    const members = [];
    let height = 0;
    pair.forEach((column, number) => {
      const side = pair.length === 2 && number === 0 ? -1 : 1;
      let y = 0;
      for (const report of column) {
        members.push([report, side * (BRANCH + tree.width / 2), y, side]);
        y += tree.heights[report] + LIST_GAP;
      }
      height = Math.max(height, y - LIST_GAP);
    });
    units.push({ left: pair.length === 2 ? reach : 0, right: reach, height, members });
  }
}

/* Reports with all below them in columns no higher than the limit, each beside a trunk. */
function stacks(reports, shapeOf, tree, limit) {
  const units = [];
  let members = [];
  let [y, reach, gap] = [0, 0, 0];
  const close = () => units.push({ left: 0, right: reach, height: y - gap, members });
  for (const report of reports) {
    const shape = shapeOf(report);
    if (members.length && y + shape.height > limit) {
      close();
      [members, y, reach] = [[], 0, 0];
    }
    members.push([report, BRANCH + shape.left, y, 1]);
    reach = Math.max(reach, BRANCH + shape.left + shape.right);
    gap = tree.reports[report].length ? SUBLIST_GAP : LIST_GAP;
    y += shape.height + gap;
  }
  if (members.length) close();
  return units;
}

/* The most cards that columns of equal length hold within the limit, evened out. */
function longest(run, limit) {
  let fitting = 1;
  for (const [rows, height] of run.columns) if (height <= limit) fitting = Math.max(fitting, rows);
  return Math.ceil(run.cards.length / Math.ceil(run.cards.length / fitting));
}

/* Units in rows of about the same width; all but the last stand around a trunk. `half` of the
   width of a card; `grid`: rows share their columns where that is hardly wider. */
function spread(units, wanted, half, grid) {
  const rows = tiers(units, wanted);
  const last = rows.length - 1;
  let placed = rows.map((row, at) => (at === last ? sideBySide(row, half) : aroundTrunk(row)));
  if (grid && rows.length > 1) placed = onGrid(rows, placed);
  return rows.map((row, number) => {
    let tallest = 0;
    for (const unit of row) tallest = Math.max(tallest, unit.height);
    return { row, ...placed[number], height: DROP * (number === 0 ? 2 : 3) + tallest };
  });
}

function tiers(units, wanted) {
  if (wanted <= 1) return [units];
  const all = wide(units, units.length);
  const rows = Array.from({ length: wanted }, () => []);
  let x = 0;
  for (const unit of units) {
    const middle = x + (unit.left + unit.right) / 2;
    rows[Math.min(wanted - 1, Math.trunc((middle * wanted) / all))].push(unit);
    x += unit.left + unit.right + UNIT_GAP;
  }
  return rows.filter((row) => row.length);
}

/* How wide the first so many units are side by side. */
function wide(units, count) {
  let sum = -UNIT_GAP;
  for (let at = 0; at < count; at++) sum += units[at].left + units[at].right + UNIT_GAP;
  return sum;
}

/* Where the way down to each unit is, and how far all reach, from the middle of their manager.
   What is below the card of a subtree may reach under low neighbours of the card: `over` is how
   high a unit is no wider than its card. */
function sideBySide(units, half) {
  let low = Infinity;
  for (const unit of units) if (unit.over) low = Math.min(low, unit.over);
  if (low === Infinity) low = 0;
  let [beside, below] = [0, 0];
  const at = units.map((unit) => {
    let x;
    if (unit.over) {
      x = Math.max(beside + half, below + unit.left);
      [beside, below] = [x + half + UNIT_GAP, x + unit.right + UNIT_GAP];
    } else if (unit.height <= low) {
      x = beside + unit.left;
      beside = x + unit.right + UNIT_GAP;
    } else {
      x = Math.max(beside, below) + unit.left;
      beside = below = x + unit.right + UNIT_GAP;
    }
    return x;
  });
  let middle = Math.floor((at[0] + at[at.length - 1]) / 2);
  let nearest = at[0];
  for (const one of at) if (Math.abs(one - middle) < Math.abs(nearest - middle)) nearest = one;
  if (Math.abs(nearest - middle) < JOG) middle = nearest;
  const right = Math.max(beside, below) - UNIT_GAP - middle;
  return { at: at.map((one) => one - middle), left: middle, right };
}

/* The same for a row with a trunk to the next row in its middle, half of it on each side. */
function aroundTrunk(units) {
  const first = beforeTrunk(units);
  const reach = wide(units, first) + UNIT_GAP;
  let x = -reach;
  const at = units.map((unit, number) => {
    if (number === first) x = UNIT_GAP;
    const here = x + unit.left;
    x += unit.left + unit.right + UNIT_GAP;
    return here;
  });
  return { at, left: reach, right: Math.max(0, x - UNIT_GAP) };
}

/* How many of a row stand to the left of the trunk. */
function beforeTrunk(units) {
  const middle = wide(units, units.length) / 2;
  let [start, before] = [0, 0];
  for (const unit of units) {
    if (start + unit.left < middle) before++;
    start += unit.left + unit.right + UNIT_GAP;
  }
  return Math.max(1, before);
}

/* All rows around a trunk in columns that they share, unless that is much wider. A unit that is
   alone in the last row stays at the end of the trunk. */
function onGrid(rows, placed) {
  const many = rows.length - (rows[rows.length - 1].length === 1 ? 1 : 0);
  const halves = rows.slice(0, many).map((row) => {
    const before = beforeTrunk(row);
    return [row.slice(0, before).reverse(), row.slice(before)];
  });
  let [most, total] = [0, 0];
  for (const [before, after] of halves) most = Math.max(most, before.length, after.length);
  for (const row of rows) total += row.length;
  if (most * many > total) return placed;
  const before = columnsOutward(halves.map(([row]) => row.map((unit) => [unit.right, unit.left])));
  const after = columnsOutward(halves.map(([, row]) => row.map((unit) => [unit.left, unit.right])));
  const [left, right] = [before[before.length - 1], after[after.length - 1]];
  let [leftmost, rightmost] = [0, 0];
  for (const each of placed) {
    leftmost = Math.max(leftmost, each.left);
    rightmost = Math.max(rightmost, each.right);
  }
  if ((left + right) * 100 > (leftmost + rightmost) * GRID_COST) return placed;
  const shared = halves.map(([one, other]) => {
    const ways = before.slice(0, one.length).map((way) => -way);
    return { at: [...ways.reverse(), ...after.slice(0, other.length)], left, right };
  });
  return [...shared, ...placed.slice(many)];
}

/* How far from the trunk the way down in each column is, and last where all end; by row how far
   each unit reaches towards the trunk and away from it. */
function columnsOutward(rows) {
  const ways = [];
  let x = 0;
  for (let column = 0; rows.some((row) => column < row.length); column++) {
    let [inner, outer] = [0, 0];
    for (const row of rows) {
      if (column >= row.length) continue;
      inner = Math.max(inner, row[column][0]);
      outer = Math.max(outer, row[column][1]);
    }
    x += UNIT_GAP + inner;
    ways.push(x);
    x += outer;
  }
  return [...ways, x];
}

/* The ways down of a row that begins at the indent of a list, and how far it reaches. */
function indentedWays({ row, at, right }, half) {
  const onTrunk = !row[0].left && !row.some((unit) => unit.over);
  const start = onTrunk ? Math.floor(INDENT / 2) - half : INDENT - half + row[0].left;
  const shift = start - at[0];
  return { ways: at.map((way) => way + shift), reach: right + shift };
}
