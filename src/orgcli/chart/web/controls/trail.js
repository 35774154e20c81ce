// The way from the top to the chosen position, the branch in focus, and the filters that hold.

const trail = byId("trail");
const MOST_ON_WAY = 8;
const counts = byId("counts");

/* The head of the branch that is shown alone, or -1; and who is in it, null for everybody. */
const scope = { at: -1, members: null };

function roots() {
  return scope.at >= 0 ? [scope.at] : tops;
}

function isInScope(at) {
  return !scope.members || scope.members.has(at);
}

function scopeCount() {
  return scope.members ? scope.members.size : cardCount;
}

/* How many layers are above what is shown. */
function layersAbove() {
  return scope.at >= 0 ? layerOf[scope.at] - 1 : 0;
}

/* Show one branch alone; -1 shows everybody again. */
function focusBranch(at, smoothly = true) {
  setScope(at);
  view.narrow = false;
  openAtFirst();
  if (chosen.at >= 0 && isInScope(chosen.at)) openWayTo(chosen.at);
  rearrange();
  firstView(smoothly);
  writeAddress();
  afterScope();
}

function setScope(at) {
  scope.at = at;
  scope.members = null;
  if (at < 0) return;
  scope.members = new Set([at]);
  for (const one of whole.order) if (scope.members.has(org.manager[one])) scope.members.add(one);
}

/* Somebody outside the branch in focus is chosen: everybody is shown again. */
function leaveScope() {
  setScope(-1);
  rearrange();
  afterScope();
}

/* What else says which branch is shown. */
function afterScope() {
  findEmphasis();
  updateLegend();
  updateTrail();
  refreshAll();
  if (isListed()) rebuildList();
  announce(fill(words.positions_shown, { count: shown.cards.length, whole: scopeCount() }));
}

function updateTrail() {
  trail.replaceChildren();
  const subject = chosen.at >= 0 ? chosen.at : scope.at;
  if (scope.at >= 0) {
    button(words.everybody, () => focusBranch(-1), trail, "chip");
  }
  if (subject >= 0) trail.append(wayOf(subject));
  if (isFiltered()) filterChips();
  counts.hidden = trail.children.length > 0;
  trail.hidden = !counts.hidden;
  trail.scrollLeft = trail.scrollWidth;
}

/* Who is above a position, each a link, and itself. */
function wayOf(at) {
  const way = element("nav", "");
  way.setAttribute("aria-label", words.way);
  const list = element("ol", "", way);
  const above = [];
  for (let one = at; one >= 0; one = org.manager[one]) above.push(one);
  above.reverse();
  above.forEach((one, number) => {
    const last = above.length - number <= MOST_ON_WAY;
    if (number && !last) return;
    const entry = element("li", "", list);
    positionLink(one, entry);
    if (one === at) entry.firstChild.setAttribute("aria-current", "true");
    if (!number && above.length > MOST_ON_WAY + 1) element("li", "…", list);
  });
  return way;
}

/* A link to a position, which chooses it. */
function positionLink(at, parent) {
  const made = element("a", shortNameOf(at), parent);
  made.href = `#${encodeURIComponent(org.keys[at])}`;
  made.dir = "auto";
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(at);
  });
  return made;
}

/* The filters, each with a button that ends it; how many pass; and what becomes of the others. */
function filterChips() {
  for (const [by, groups] of filters.chosen) {
    for (const group of groups) {
      const name = grouping(by).names[group];
      const made = button(`${name} ×`, () => toggleFilter(by, group), trail, "chip");
      made.setAttribute("aria-label", fill(words.end_filter, { name }));
    }
  }
  const count = passing().length;
  element("output", fill(words.matching, { count, whole: scopeCount() }), trail);
  const only = button(words.only_these, () => showOnly(!filters.only), trail, "chip");
  only.setAttribute("aria-pressed", String(filters.only));
  button(words.no_filters, clearFilters, trail, "chip");
}
