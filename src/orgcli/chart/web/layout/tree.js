// The cards to be laid out, and the gaps between them, as in chart/layout/tree.py.

const INDENT = 12;
const LIST_GAP = 6;
const SUBLIST_GAP = 10;
const UNIT_GAP = 16;
const DROP = 10;
const BRANCH = 8;

/* Cards so that managers stand before their reports, and the reports of each, in file order.
   `manager` has -1 at the top of a tree, and no rings. */
function orderFromTop(manager) {
  const reports = manager.map(() => []);
  const order = [];
  manager.forEach((above, card) => (above >= 0 ? reports[above] : order).push(card));
  for (let at = 0; at < order.length; at++) {
    for (const report of reports[order[at]]) order.push(report);
  }
  return { order, reports };
}

/* What is to be shaped: cards with heights, all of one width, some of them assistants.
   `leavesFirst`: reports without reports stand before those who have some. */
function treeOf(manager, heights, assistant, width, leavesFirst) {
  const { order, reports } = orderFromTop(manager);
  const rank = (report) => (reports[report].length ? 1 : 0);
  if (leavesFirst) for (const each of reports) each.sort((one, other) => rank(one) - rank(other));
  return { order, reports, manager, heights, assistant, width };
}

/* Assistants who have no reports, and all other reports. */
function split(card, tree) {
  const { assistant, reports } = tree;
  const aside = reports[card].filter((one) => assistant[one] && !reports[one].length);
  if (!aside.length) return [aside, tree.reports[card]];
  const known = new Set(aside);
  return [aside, tree.reports[card].filter((one) => !known.has(one))];
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
