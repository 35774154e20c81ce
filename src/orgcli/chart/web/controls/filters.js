// Filters: who stands out, while others are dimmed or left out.

/* `chosen`: by kind of groups the numbers of those that are wanted; `kept`: per position how many
   of the wanted are there and below it, where only these are shown. */
const filters = { chosen: new Map(), only: false, kept: null, hits: null };

/* Those that stand out, and how many of them are below each; null where nobody is dimmed. */
const emphasis = { wanted: null, below: null };

function isFiltered() {
  return filters.chosen.size > 0;
}

function passes(at) {
  for (const [by, groups] of filters.chosen) {
    if (!groups.has(grouping(by).of[at])) return false;
  }
  return true;
}

/* Who passes the filters, within the branch in focus. */
function passing() {
  return whole.order.filter((at) => passes(at) && isInScope(at));
}

/* Find who stands out: the results of the search, else who passes the filters, else those who are
   highlighted from the first. */
function findEmphasis() {
  const passed = isFiltered() ? new Set(passing()) : null;
  let wanted = passed;
  if (filters.hits) wanted = new Set(filters.hits.filter((at) => !passed || passed.has(at)));
  if (!wanted && org.dimmed) wanted = new Set(whole.order.filter((at) => !highlightedLess.has(at)));
  emphasis.wanted = wanted;
  emphasis.below = wanted && countBelow(wanted);
  filters.kept = filters.only && passed ? countBelow(passed) : null;
}

const highlightedLess = new Set(org.dimmed);

/* How many of some positions each has below it, and is itself. */
function countBelow(wanted) {
  const counts = new Int32Array(cardCount);
  for (let last = whole.order.length - 1; last >= 0; last--) {
    const [at, above] = [whole.order[last], org.manager[whole.order[last]]];
    if (wanted.has(at)) counts[at]++;
    if (above >= 0) counts[above] += counts[at];
  }
  return counts;
}

/* Others stand out; a card that hides some of them leads to them. */
function isDim(at) {
  if (!emphasis.wanted || emphasis.wanted.has(at)) return false;
  return Boolean(expanded[at]) || !emphasis.below[at];
}

/* The reports of a position that are shown if it is open. */
function reportsOf(at) {
  const reports = whole.reports[at];
  return filters.kept ? reports.filter((one) => filters.kept[one]) : reports;
}

function toggleFilter(by, group) {
  const groups = filters.chosen.get(by) ?? new Set();
  if (!groups.delete(group)) groups.add(group);
  if (groups.size) filters.chosen.set(by, groups);
  else filters.chosen.delete(by);
  applyFilters();
}

function clearFilters() {
  filters.chosen.clear();
  applyFilters();
}

/* Leave out all others, or show them again. */
function showOnly(only) {
  filters.only = only;
  applyFilters();
}

/* Show what the filters say. */
function applyFilters() {
  const before = filters.kept;
  if (!isFiltered()) filters.only = false;
  findEmphasis();
  updateLegend();
  updateTrail();
  if (isFiltered()) {
    announce(fill(words.matching, { count: passing().length, whole: scopeCount() }));
  }
  if (filters.kept || before) {
    if (filters.kept) for (const at of passing()) openWayTo(at);
    rearrange();
    fitView();
    if (isListed()) rebuildList();
  } else {
    refreshAll();
    if (isListed()) markEntries();
  }
}

/* The results of the search stand out; null where nobody searches. */
function showHits(hits) {
  if (!hits && !filters.hits) return;
  filters.hits = hits;
  findEmphasis();
  for (const card of drawn.cards.values()) refresh(card);
  if (!farCanvas.hidden) drawFar(true);
  minimap.stale = true;
  drawMinimap();
  if (isListed()) markEntries();
}
