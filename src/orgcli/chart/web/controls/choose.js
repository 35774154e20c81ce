// Choosing a card: its line to the top stands out, its details and its address are shown.

/* `at` the chosen position or -1, `focus` the one that the keyboard is on, `lit` those on the line
   that stands out; `bringing` while a card gets the focus that is brought into view already. */
const chosen = { at: -1, focus: tops[0] ?? -1, lit: new Set(org.chain), bringing: false };

/* Place the cards anew; the card `fixed` stays where it is on the screen. */
function rearrange(fixed = -1, smoothly = true) {
  const stood = smoothly ? boxesOnScreen() : null;
  const before = fixed >= 0 && isShown(fixed) ? boxOf(fixed) : null;
  let [dx, dy] = [0, 0];
  arrangeForStage();
  if (!isShown(chosen.focus)) chosen.focus = nearestShown(chosen.focus);
  if (before) {
    const box = boxOf(fixed);
    [dx, dy] = [box.x - before.x, box.y - before.y];
    const [left, top] = [view.left - dx * view.scale, view.top - dy * view.scale];
    Object.assign(view, { left, top, fitted: false });
    place();
  }
  drawn.region = null;
  refreshAll();
  glide(stood, dx, dy);
  updateLayerButtons();
}

function arrangeForStage() {
  const { clientWidth: width, clientHeight: height } = area;
  arrange(width / Math.max(1, height), isNarrow() || view.narrow);
}

function nearestShown(at) {
  let above = at;
  while (above >= 0 && !isShown(above)) above = org.manager[above];
  return above >= 0 ? above : (roots()[0] ?? -1);
}

/* Open or close what is below a card. */
function toggle(at, open = !expanded[at]) {
  if (!hasReports(at) || Boolean(expanded[at]) === open) return;
  setExpanded(at, open);
  rearrange(at);
  reveal(open ? boxAround([at, ...reportsOf(at)]) : boxOf(at));
  if (at === chosen.at) showDetails(at);
}

/* Choose a position; the way to it is opened. `address`: whether it becomes the page's. */
function choose(at, { centre = true, address = true, smoothly = true } = {}) {
  chosen.at = at;
  chosen.lit = new Set();
  for (let above = at; above >= 0; above = org.manager[above]) chosen.lit.add(above);
  if (!isInScope(at)) leaveScope();
  if (filters.kept && !filters.kept[at]) clearFilters();
  if (address) writeAddress();
  chosen.focus = at;
  updateTrail();
  if (isListed()) {
    if (isNarrow()) showDetails(at);
    return focusEntry(at);
  }
  const hidden = !isShown(at);
  showDetails(at);
  if (hidden) {
    openWayTo(at);
    rearrange();
  } else refreshAll();
  if (centre) bringToMiddle(at, smoothly && !hidden);
  else reveal(boxOf(at), smoothly);
}

/* Choose nobody. */
function chooseNobody() {
  if (chosen.at < 0) return;
  chosen.at = -1;
  chosen.lit = new Set(org.chain);
  writeAddress();
  updateTrail();
  showDetails(-1);
  refreshAll();
}

/* The end of the address of a position; of none, that of the branch in focus. */
function addressOf(at) {
  const part = (one) => encodeURIComponent(org.keys[one]);
  const own = at >= 0 ? `#${part(at)}` : "";
  if (scope.at < 0 || (at >= 0 && !isInScope(at))) return own;
  return `${own || "#"}${BRANCH_IN_ADDRESS}${part(scope.at)}`;
}

function writeAddress() {
  history.replaceState(null, "", location.pathname + location.search + addressOf(chosen.at));
}

/* Put the keyboard on a card, which is brought into view unless something else does that. */
function focusOn(at, bring = true) {
  const before = drawn.cards.get(chosen.focus);
  chosen.focus = at;
  if (before) refresh(before);
  if (!drawn.cards.has(at)) redraw();
  if (bring && view.scale < TOO_SMALL && shown.cards.length > MANY_CARDS) centreOn(at);
  else if (bring) reveal(boxOf(at));
  const card = drawn.cards.get(at);
  refresh(card);
  chosen.bringing = true;
  card.focus({ preventScroll: true });
  chosen.bringing = false;
}

const byKey = new Map(org.keys.map((key, at) => [key, at]));

const BRANCH_IN_ADDRESS = "&in=";

/* The position that the page's address names, and the head of the branch it shows; -1 for none. */
function addressed() {
  return location.hash.slice(1).split(BRANCH_IN_ADDRESS).map((part) => {
    try {
      return byKey.get(decodeURIComponent(part)) ?? -1;
    } catch {
      return -1;
    }
  });
}

addEventListener("hashchange", () => {
  const [at, branch = -1] = addressed();
  if (branch >= 0 && branch !== scope.at) focusBranch(branch);
  if (at < 0) return;
  if (at !== chosen.at) choose(at, { address: false });
  else if (!isListed()) bringToMiddle(at);
});
