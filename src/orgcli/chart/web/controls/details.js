// The panel with all that is known of the chosen position, also what its card has no room for.

const MOST_NAMED = 20;
const APPEAR = { duration: 120, easing: "ease-out" };
const details = document.getElementById("details");

function element(name, text, parent, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  if (parent) parent.append(made);
  return made;
}

function button(text, does, parent, kind = "text") {
  const made = element("button", text, parent, kind);
  made.type = "button";
  made.addEventListener("click", does);
  return made;
}

/* Fill the panel for a position; -1 closes it. */
function showDetails(at) {
  const opens = details.hidden && at >= 0;
  details.hidden = at < 0;
  if (at < 0) return;
  if (opens && mayMove()) details.animate([{ opacity: 0 }, { opacity: 1 }], APPEAR);
  details.replaceChildren(closeButton());
  details.scrollTop = 0;
  if (moreOf(at).p !== undefined) {
    const photo = element("img", "", details);
    photo.alt = "";
    photo.src = org.photos[moreOf(at).p];
  }
  element("h2", org.names[at], details);
  if (titleOf(at)) element("p", titleOf(at), details);
  for (const mark of moreOf(at).m ?? []) element("p", mark, details, "mark");
  const list = element("dl", "", details);
  listFacts(at, list);
  listRelations(at, list);
  if (!hasReports(at)) return;
  const template = expanded[at] ? words.collapse : words.expand;
  button(fill(template, { name: shortNameOf(at) }), () => toggle(at), details);
}

function closeButton() {
  const made = document.getElementById("help").querySelector("button").cloneNode(true);
  delete made.dataset.do;
  made.addEventListener("click", () => {
    const at = chosen.at;
    chooseNobody();
    if (isShown(at)) focusOn(at);
  });
  return made;
}

function fact(list, name, text) {
  if (!text) return;
  element("dt", name, list);
  element("dd", text, list);
}

function listFacts(at, list) {
  const more = moreOf(at);
  fact(list, words.department, departmentOf(at));
  fact(list, words.state, stateOf(at) === "filled" ? "" : words.chart.states[stateOf(at)]);
  fact(list, words.seats, more.s === undefined ? "" : String(more.s));
  fact(list, words.has_reports, belowOf(at));
  const other = [...(more.f ?? []), ...(more.a ? [words.chart.assistant] : [])];
  if (more.q) other.push(words.chart.unfit);
  if (more.l) other.push(fill(words.chart.below_not_shown, { count: more.l }));
  fact(list, words.other, other.join(" · "));
}

function listRelations(at, list) {
  if (org.manager[at] >= 0) listPositions(list, words.reports_to, [[org.manager[at], ""]]);
  listPositions(list, words.dotted_to, dottedFrom.get(at) ?? []);
  listPositions(list, words.dotted_from, dottedTo.get(at) ?? []);
}

/* Positions by name, each a button that chooses it. */
function listPositions(list, label, others) {
  if (!others.length) return;
  element("dt", label, list);
  for (const [other, purpose] of others.slice(0, MOST_NAMED)) {
    const entry = element("dd", "", list);
    button(shortNameOf(other), () => choose(other), entry, "link");
    if (purpose) entry.append(` (${purpose})`);
  }
  const rest = others.length - MOST_NAMED;
  if (rest > 0) element("dd", fill(words.and_more, { count: rest }), list);
}
