// The cards to be laid out, and the gaps between them.

const INDENT = 12;
const LIST_GAP = 6;
const SUBLIST_GAP = 10;
const UNIT_GAP = 16;
const DROP = 10;
const BRANCH = 8;
const PANEL_PADDING = 6;
const [PANEL_LEAST, PANEL_COLUMNS] = [3, 8];

/* Cards so that managers stand before their reports, and the reports of each, in file order.
   `manager` has -1 at the top of a tree, and no rings. `leavesFirst`: reports without reports
   stand before those who have some. */
function treeOf(manager, leavesFirst = false) {
  const reports = manager.map(() => []);
  const order = [];
  manager.forEach((above, card) => (above >= 0 ? reports[above] : order).push(card));
  const rank = (report) => (reports[report].length ? 1 : 0);
  if (leavesFirst) for (const each of reports) each.sort((one, other) => rank(one) - rank(other));
  for (let at = 0; at < order.length; at++) for (const one of reports[order[at]]) order.push(one);
  return { order, reports, manager };
}

/* The reports of a card: assistants without reports, and all others as nodes. A node is a card,
   or a team of three and more neighbours who stand as rows of one panel. */
function nodesOf(card, tree, asCards) {
  const reports = tree.reports[card];
  const isAside = (one) => tree.assistant[one] && !tree.reports[one].length;
  const assistants = reports.filter(isAside);
  const nodes = [];
  let run = [];
  const close = () => {
    if (run.length < PANEL_LEAST) nodes.push(...run);
    else nodes.push(teamOf(run, tree));
    run = [];
  };
  for (const one of reports) {
    if (isAside(one)) continue;
    if (!asCards && tree.rows[one] && !tree.reports[one].length) run.push(one);
    else {
      close();
      nodes.push(one);
    }
  }
  close();
  return { assistants, nodes };
}

/* A team with its shapes, from one column of rows to several: `hanging` from the middle of its
   upper edge, `indented` with its left edge where that of a card would be. */
function teamOf(cards, tree) {
  const column = tree.width - INDENT;
  const [hanging, indented] = [[], []];
  for (let columns = 1; columns <= PANEL_COLUMNS; columns++) {
    const rows = Math.ceil(cards.length / columns);
    if (columns > 1 && rows < PANEL_LEAST) break;
    let height = 0;
    for (let first = 0; first < cards.length; first += rows) {
      const end = Math.min(cards.length, first + rows);
      let sum = 2 * PANEL_PADDING;
      for (let at = first; at < end; at++) sum += tree.rows[cards[at]];
      height = Math.max(height, sum);
    }
    const wide = Math.ceil(cards.length / rows) * column;
    hanging.push(shape(wide / 2, wide / 2, height, TEAM, rows));
    indented.push(shape(tree.width / 2, wide - tree.width / 2, height, TEAM, rows));
  }
  return { cards, hanging: best(hanging), indented: best(indented) };
}

/* At most so many of a sequence, the first and the last among them, evenly chosen. */
function evenlyChosen(ordered, most) {
  if (ordered.length <= most) return ordered;
  const last = ordered.length - 1;
  return Array.from({ length: most }, (_, at) => ordered[Math.floor((at * last) / (most - 1))]);
}

/* Different numbers from small to large. */
function ascending(numbers) {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
