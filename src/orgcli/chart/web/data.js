// The data of the organisation in the page, and phrases that describe a position.

const byId = (id) => document.getElementById(id);
const org = JSON.parse(byId("data").textContent);
const words = org.words;
const sizes = org.sizes;
const cardCount = org.keys.length;
const NOTHING = Object.freeze({});
const STATES = { f: "filled", o: "open", p: "planned", c: "closed" };

/* Everybody's reports in the order in which they are drawn, and managers before reports. */
const whole = treeOf(org.manager, org.leavesFirst);
const tops = whole.order.filter((at) => org.manager[at] < 0);

/* Per position its layer, from 1, and its place among those who report to the same manager. */
const layerOf = new Int32Array(cardCount);
const placeOf = new Int32Array(cardCount);
for (const at of whole.order) layerOf[at] = org.manager[at] < 0 ? 1 : layerOf[org.manager[at]] + 1;
for (const peers of [tops, ...whole.reports]) peers.forEach((at, place) => (placeOf[at] = place));
const layerCount = layerOf.reduce((most, layer) => Math.max(most, layer), 0);

function moreOf(at) {
  return org.more[at] ?? NOTHING;
}

function titleOf(at) {
  return org.titles[org.title[at]];
}

function departmentOf(at) {
  return org.departments[org.department[at]];
}

function stateOf(at) {
  return STATES[org.states[at]];
}

function heightOf(at) {
  return moreOf(at).h ?? sizes.usual[org.rank[at]];
}

/* How high it is as a row of a panel; 0 where it cannot be one. */
function rowHeightOf(at) {
  const { a, l, r } = moreOf(at);
  if (org.density === "cards" || a || l || org.total[at] || hasReports(at)) return 0;
  return r ? r[2] : sizes.row;
}

function hasReports(at) {
  return whole.reports[at].length > 0;
}

function peersOf(at) {
  return org.manager[at] < 0 ? tops : whole.reports[org.manager[at]];
}

/* What others call a position: by its holders, else by its title. */
function shortNameOf(at) {
  return moreOf(at).u && titleOf(at) ? titleOf(at) : org.names[at];
}

/* A template with its fields filled in; what they are filled with is only text. */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/* The phrase for a number, of a pair of one for 1 and one for all others. */
function counted([one, others], count) {
  return fill(count === 1 ? one : others, { count });
}

/* What is below a position, in words; empty without reports. */
function belowOf(at) {
  if (!org.total[at]) return "";
  const direct = counted(words.chart.direct, org.direct[at]);
  if (org.direct[at] === org.total[at]) return direct;
  return fill(words.chart.direct_and_below, { direct, count: org.total[at] });
}

/* What a position is besides its name, title and department, one phrase each. */
function factsOf(at, counted = true) {
  const more = moreOf(at);
  const said = [...(more.f ?? [])];
  if (stateOf(at) !== "filled" && !more.u) said.push(words.chart.states[stateOf(at)]);
  if (more.a) said.push(words.chart.assistant);
  if (more.s !== undefined) said.push(fill(words.chart.seats, { count: more.s }));
  if (counted) said.push(belowOf(at));
  if (more.q) said.push(words.chart.unfit);
  if (more.l) said.push(fill(words.chart.below_not_shown, { count: more.l }));
  return said.filter(Boolean);
}

/* A position in words, for those who hear it. */
function descriptionOf(at) {
  const said = [org.names[at], titleOf(at), departmentOf(at), ...factsOf(at)];
  return [...said, ...(moreOf(at).m ?? [])].filter(Boolean).join(", ");
}

/* The dotted lines from and to each position that has some: [other, purpose]. */
const dottedFrom = new Map();
const dottedTo = new Map();
for (const [from, to, purpose] of org.dotted) {
  if (!dottedFrom.has(from)) dottedFrom.set(from, []);
  if (!dottedTo.has(to)) dottedTo.set(to, []);
  dottedFrom.get(from).push([to, purpose]);
  dottedTo.get(to).push([from, purpose]);
}

function announce(text) {
  byId("said").textContent = text;
}

/* What a table of few or many positions says of one. */
function factOf({ texts, of }, at) {
  return texts[of[at] ?? 0];
}

function factNamed(key) {
  return org.facts.find((one) => one.key === key);
}
