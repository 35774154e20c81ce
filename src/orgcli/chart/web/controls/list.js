// The organisation as a tree of lists: on phones at first, elsewhere for those who rather read.

const DEEPEST = 30;
const listView = byId("list");
const listing = { asked: false, isOpen: () => true };

function isListed() {
  return document.body.classList.contains("listed");
}

/* Show the list, or the chart. `isOpen`: of which entries the lists below are shown at first. */
function showList(listed, isOpen = () => true) {
  document.body.classList.toggle("listed", listed);
  listView.hidden = !listed;
  stage.hidden = listed;
  const other = buttonFor("list");
  other.title = listed ? words.as_chart : words.as_list;
  other.setAttribute("aria-label", other.title);
  if (listed) {
    rebuildList(isOpen);
    if (chosen.at >= 0) focusEntry(chosen.at);
    return;
  }
  rearrange(-1, false);
  if (!isDrawnBefore()) firstView();
  if (chosen.at >= 0) choose(chosen.at, { address: false, smoothly: false });
}

function isDrawnBefore() {
  const before = listing.drawn;
  listing.drawn = true;
  return before;
}

/* Have the list say what is shown now. */
function rebuildList(isOpen = listing.isOpen) {
  listing.isOpen = isOpen;
  const list = element("ul", "");
  fillList(list, roots(), isOpen);
  listView.replaceChildren(list);
  if (chosen.at >= 0) byId(`entry-${chosen.at}`)?.classList.add("lit");
}

/* Entries for positions, and for all below those that are open. Layers beyond the deepest stand
   beside it and say so: browsers follow nested elements by recursion, and a line may be as long as
   its file. */
function fillList(list, starts, isOpen) {
  const waiting = [...starts].reverse().map((at) => [at, list]);
  while (waiting.length) {
    const [at, into] = waiting.pop();
    const made = entry(at);
    into.append(made);
    const reports = reportsOf(at);
    if (!reports.length) continue;
    let below = into;
    if (isFoldable(at)) {
      if (!isOpen(at)) {
        updateEntry(at, made, false);
        continue;
      }
      below = element("ul", "", made);
      updateEntry(at, made, true);
    }
    for (let last = reports.length - 1; last >= 0; last--) waiting.push([reports[last], below]);
  }
}

function isFoldable(at) {
  return reportsOf(at).length > 0 && layerOf[at] - layersAbove() < DEEPEST;
}

function entry(at) {
  const made = document.createElement("li");
  made.id = `entry-${at}`;
  made.at = at;
  const row = element("div", "", made, entryKinds(at));
  row.style.setProperty("--c", `var(--g${colorOf(at)})`);
  if (isFoldable(at)) {
    button("", () => toggleEntry(at), row, "fold");
  }
  const face = largeFace(at);
  if (face) row.append(face);
  const link = element("a", org.names[at], row);
  link.href = addressOf(at);
  link.dir = "auto";
  link.addEventListener("click", (event) => takeEntry(event, at));
  const deep = layerOf[at] > DEEPEST ? [fill(words.layer, { number: layerOf[at] })] : [];
  const parts = [titleOf(at), departmentOf(at), ...factsOf(at, false), ...dottedOf(at), ...deep];
  const text = parts.filter(Boolean).join(" · ");
  if (text) element("span", text, row).dir = "auto";
  if (belowOf(at)) {
    element("span", `${text ? " · " : ""}${belowOf(at)}`, row, "below");
    element("span", String(org.total[at]), row, "count").setAttribute("aria-hidden", "true");
  }
  for (const mark of moreOf(at).m ?? []) element("span", mark, row, "mark");
  return made;
}

function entryKinds(at) {
  const kinds = ["row", stateOf(at)];
  if (emphasis.wanted?.has(at)) kinds.push("hit");
  else if (emphasis.wanted && !emphasis.below[at]) kinds.push("faint");
  return kinds.join(" ");
}

/* Who stands out has changed. */
function markEntries() {
  for (const row of listView.querySelectorAll(".row")) {
    row.className = entryKinds(row.parentNode.at);
  }
}

/* On a phone a click shows the details; elsewhere it leads to the chart. */
function takeEntry(event, at) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (isNarrow()) return choose(at);
  choose(at);
  showList(false);
  focusOn(at, false);
}

/* Show the list below an entry, or hide it. */
function toggleEntry(at, open) {
  const made = byId(`entry-${at}`);
  let below = made.querySelector(":scope > ul");
  const opens = open ?? (!below || below.hidden);
  if (opens && !below) {
    below = element("ul", "", made);
    fillList(below, reportsOf(at), () => false);
  }
  if (below) below.hidden = !opens;
  setExpanded(at, opens);
  updateEntry(at, made, opens);
}

function updateEntry(at, made, open) {
  const fold = made.querySelector(":scope > .row > .fold");
  fold.setAttribute("aria-expanded", String(open));
  const template = open ? words.collapse : words.expand;
  fold.setAttribute("aria-label", fill(template, { name: shortNameOf(at) }));
}

function dottedOf(at) {
  return (dottedFrom.get(at) ?? []).map(([other, purpose]) => {
    const name = fill(words.chart.dotted_to, { name: shortNameOf(other) });
    return purpose ? `${name} (${purpose})` : name;
  });
}

/* Go to a position in the list; the lists above it are opened. */
function focusEntry(at) {
  listView.querySelector("li.lit")?.classList.remove("lit");
  const above = [];
  for (let one = org.manager[at]; one >= 0; one = org.manager[one]) above.unshift(one);
  for (const one of above) {
    const made = byId(`entry-${one}`);
    const below = made?.querySelector(":scope > ul");
    if (made && isFoldable(one) && (!below || below.hidden)) toggleEntry(one, true);
  }
  const made = byId(`entry-${at}`);
  if (!made) return;
  made.classList.add("lit");
  made.querySelector("a").focus({ preventScroll: true });
  scrollTo(made.firstChild, 8);
}

/* What is far away has no height of its own yet, so that it takes a few steps to come near. */
function scrollTo(made, steps) {
  made.scrollIntoView({ block: "center" });
  const [{ top }, { clientHeight }] = [made.getBoundingClientRect(), document.documentElement];
  const there = top > 0 && top < clientHeight;
  if (steps && !(there && steps < 7)) requestAnimationFrame(() => scrollTo(made, steps - 1));
}
