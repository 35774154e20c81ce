// The panel with all that is known of the chosen position, also what its card has no room for.

const MOST_NAMED = 20;
const APPEAR = { duration: 120, easing: "ease-out" };
const details = byId("details");
const WEB = /^https?:\/\/[^\s]+$/i;
const MAIL = /^[^\s@<>]+@[^\s@<>]+$/;

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
  const focus = !opens && details.contains(document.activeElement);
  details.hidden = at < 0;
  if (at < 0) return;
  if (opens && mayMove()) details.animate([{ opacity: 0 }, { opacity: 1 }], APPEAR);
  details.replaceChildren(closeButton());
  details.scrollTop = 0;
  const face = largeFace(at);
  if (face) details.append(face);
  element("h2", org.names[at], details).dir = "auto";
  if (titleOf(at)) element("p", titleOf(at), details).dir = "auto";
  for (const mark of moreOf(at).m ?? []) element("p", mark, details, "mark");
  listActions(at);
  const list = element("dl", "", details);
  listFacts(at, list);
  listRelations(at, list);
  if (focus) details.querySelector("h2").focus();
}

function closeButton() {
  const made = byId("help").querySelector("button").cloneNode(true);
  delete made.dataset.do;
  made.addEventListener("click", () => {
    const at = chosen.at;
    chooseNobody();
    if (isListed()) focusEntry(at);
    else if (isShown(at)) focusOn(at);
  });
  return made;
}

/* The photo, or the initials where others have a photo; null where nobody has. */
function largeFace(at) {
  const photo = moreOf(at).p;
  if (photo !== undefined) {
    const made = element("img", "", null, "face");
    made.alt = "";
    made.src = org.photos[photo];
    return made;
  }
  const initials = org.initials?.[at];
  return initials ? initialsDisc(at, initials) : null;
}

/* Initials on a disc, as an element of HTML. */
function initialsDisc(at, initials) {
  const made = svg("svg", { viewBox: "0 0 20 20", class: "face", "aria-hidden": "true" });
  svg("circle", { class: `t${colorOf(at)}`, cx: 10, cy: 10, r: 10 }, made);
  const place = { x: 10, y: 12.6, class: `initials i${colorOf(at)}`, "font-size": 7 };
  svg("text", place, made).textContent = initials;
  return made;
}

/* What can be done with the position. */
function listActions(at) {
  const actions = element("div", "", details, "actions");
  button(words.copy_link, (event) => copyLink(at, event.currentTarget), actions);
  if (isListed()) {
    button(words.as_chart, () => {
      showList(false);
      choose(at);
    }, actions);
  }
  if (!hasReports(at)) return;
  if (scope.at !== at) button(words.focus_here, () => focusBranch(at), actions);
  else button(words.everybody, () => focusBranch(-1), actions);
  if (isListed()) return;
  const does = expanded[at] ? words.close_below : words.open_below;
  const made = button(does, () => toggle(at), actions);
  const template = expanded[at] ? words.collapse : words.expand;
  made.title = fill(template, { name: shortNameOf(at) });
}

/* Put the address of a position into the clipboard; its button says so. */
async function copyLink(at, made) {
  const address = location.href.split("#")[0] + addressOf(at);
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    copyByHand(address);
  }
  made.textContent = words.copied;
  announce(words.copied);
  setTimeout(() => (made.textContent = words.copy_link), 2000);
}

/* As browsers did before they had a clipboard, or where pages may not use it. */
function copyByHand(text) {
  const field = element("textarea", "", details);
  field.value = text;
  field.select();
  document.execCommand("copy");
  field.remove();
}

function fact(list, name, text) {
  if (!text) return null;
  element("dt", name, list);
  const made = element("dd", "", list);
  made.dir = "auto";
  made.append(linked(text));
  return made;
}

/* A text, as a link where it is an address. */
function linked(text, key = "") {
  const address = key === "phone" ? `tel:${text.replace(/[^\d+*#,;]/g, "")}`
    : MAIL.test(text) ? `mailto:${encodeURIComponent(text).replace(/%40/g, "@")}`
    : WEB.test(text) ? text : "";
  if (!address || address === "tel:") return document.createTextNode(text);
  const made = element("a", text);
  made.href = address;
  if (WEB.test(address)) Object.assign(made, { target: "_blank", rel: "noopener noreferrer" });
  return made;
}

function listFacts(at, list) {
  const more = moreOf(at);
  const state = stateOf(at);
  fact(list, words.department, departmentOf(at));
  fact(list, words.state, state === "filled" ? "" : words.chart.states[state]);
  for (const one of org.facts) {
    const text = factOf(one, at);
    if (!text) continue;
    element("dt", one.label, list);
    const made = element("dd", "", list);
    made.dir = "auto";
    made.append(linked(text, one.key));
  }
  fact(list, words.seats, more.s === undefined ? "" : String(more.s));
  const other = more.a ? [words.chart.assistant] : [];
  if (more.q) other.push(words.chart.unfit);
  if (more.l) other.push(fill(words.chart.below_not_shown, { count: more.l }));
  fact(list, words.other, other.join(" · "));
}

function listRelations(at, list) {
  if (org.manager[at] >= 0) listPositions(list, words.reports_to, [[org.manager[at]]]);
  const reports = whole.reports[at].map((one) => [one]);
  const said = fact(list, words.has_reports, belowOf(at));
  listPositions(list, said ? "" : words.has_reports, reports);
  listPositions(list, words.dotted_to, dottedFrom.get(at) ?? []);
  listPositions(list, words.dotted_from, dottedTo.get(at) ?? []);
}

/* Positions by name, each a link that chooses it; of many, the first until others are asked for. */
function listPositions(list, label, others, most = MOST_NAMED) {
  if (!others.length) return;
  if (label) element("dt", label, list);
  const rest = others.length - most;
  const entries = others.map(([other, purpose]) => {
    const entry = element("dd", "");
    entry.dir = "auto";
    positionLink(other, entry);
    const title = moreOf(other).u ? words.chart.states[stateOf(other)] : titleOf(other);
    if (purpose) entry.append(` (${purpose})`);
    else if (purpose === undefined && title) element("small", title, entry).dir = "auto";
    return entry;
  });
  list.append(...entries.slice(0, most));
  if (rest <= 0) return;
  const last = element("dd", "", list);
  button(fill(words.and_more, { count: rest }), () => {
    last.replaceWith(...entries.slice(most));
    entries[most].firstChild.focus();
  }, last, "link");
}
