// The legend: what colours and states mean, how many have them, and filters by them.

const legend = byId("legend");
const groupList = byId("groups");
const colorChoice = byId("color-by");
const KIND_WORDS = {
  department: words.department,
  branch: words.branch,
  level: words.level,
  location: words.location,
  role: words.role,
  status: words.state,
  none: words.no_colors,
};
const UNUSUAL = ["open", "planned", "closed"];
const MOST_GROUPS = 24;

function setUpLegend() {
  const kinds = kindsOfGroups();
  if (!kinds.includes(coloring.by)) coloring.by = "none";
  colorChoice.parentElement.hidden = kinds.length < 2;
  for (const by of kinds) {
    const option = element("option", KIND_WORDS[by], colorChoice);
    option.value = by;
    option.selected = by === coloring.by;
  }
  colorChoice.addEventListener("change", () => {
    colorBy(colorChoice.value);
    updateLegend();
  });
  updateLegend();
}

/* The entries of the groups that cards are coloured by, and of the states that are not usual. */
function updateLegend() {
  const focus = groupList.contains(document.activeElement) && document.activeElement.dataset.key;
  groupList.replaceChildren();
  const { by } = coloring;
  const { colors, names } = grouping(by);
  const shown = names.map((_, group) => group).filter((group) => isListedInLegend(by, group));
  if (by === org.by) shown.sort((one, other) => colors[one] - colors[other]);
  for (const group of shown.slice(0, MOST_GROUPS)) {
    const sample = svg("svg", { viewBox: "0 0 20 16", "aria-hidden": "true" });
    svg("circle", { class: `g${colors[group]}`, cx: 10, cy: 8, r: 5 }, sample);
    drawCodeSample(by, group, sample);
    legendEntry(by, group, sample);
  }
  const rest = names.filter((_, group) => grouping(by).sizes[group]).length - shown.length;
  const template = words.chart.others[by];
  if (rest > 0 && template) element("li", counted(template, rest), groupList);
  if (by !== "status") statesInLegend();
  if (focus) groupList.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
}

function isListedInLegend(by, group) {
  return grouping(by).sizes[group] > 0 && (grouping(by).colors[group] > 0 || by === "status");
}

function statesInLegend() {
  const { names, sizes } = grouping("status");
  for (const state of UNUSUAL) {
    const group = names.indexOf(words.chart.states[state]);
    if (group < 0 || !sizes[group]) continue;
    const sample = svg("svg", { viewBox: "0 0 20 16", "aria-hidden": "true" });
    const card = svg("g", { class: `card ${state}` }, sample);
    svg("rect", { class: "box", x: 1.5, y: 2.5, width: 17, height: 11, rx: 2.5 }, card);
    legendEntry("status", group, sample);
  }
}

function drawCodeSample(by, group, sample) {
  const made = svg("g", { class: "code" }, sample);
  const { colors, codes } = grouping(by);
  const box = { x: 0, y: 2.5, width: 20, height: 11, rx: 2 };
  svg("rect", { class: `g${colors[group]}`, ...box }, made);
  svg("text", { x: 10, y: 10.8 }, made).textContent = codes[group];
}

/* An entry that is a button: all others are dimmed. */
function legendEntry(by, group, sample) {
  const entry = element("li", "", groupList);
  const made = groupButton(by, group, entry);
  made.prepend(sample);
}

function groupButton(by, group, parent) {
  const { names } = grouping(by);
  const made = button("", () => toggleFilter(by, group), parent, "entry");
  element("span", names[group], made);
  element("small", String(countInScope(by, group)), made);
  made.dataset.key = `${by} ${group}`;
  made.setAttribute("aria-pressed", String(Boolean(filters.chosen.get(by)?.has(group))));
  return made;
}

/* How many of a group are in the branch in focus. */
function countInScope(by, group) {
  const { of, sizes } = grouping(by);
  if (scope.at < 0) return sizes[group];
  let count = 0;
  for (const at of whole.order) if (of[at] === group && isInScope(at)) count++;
  return count;
}

/* Narrow windows have the legend folded, until the window changes or the reader opens it. */
function foldLegend() {
  const narrow = isNarrow();
  if (narrow === legend.narrow) return;
  legend.narrow = narrow;
  legend.open = !narrow;
}
