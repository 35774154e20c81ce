// Groups of positions: what cards are coloured by, what the legend lists and filters choose.

const coloring = { by: org.by };
const groupings = new Map();
const GROUPED = {
  department: () => grouped(departmentOf),
  branch: byBranch,
  level: byLevel,
  location: () => grouped((at) => (factNamed("location") ? factOf(factNamed("location"), at) : "")),
  status: byStatus,
  role: () => grouped(() => ""),
  none: () => grouped(() => ""),
};

/* The groups of one kind: `names`, the number of the group `of` each position or -1, their `sizes`,
   and the numbers of their `colors` and their letters, `codes`. */
function grouping(by) {
  if (!groupings.has(by)) {
    const known = by === org.by && org.grouped;
    groupings.set(by, colored(by, known ? grouped((at) => factOf(known, at)) : GROUPED[by]()));
  }
  return groupings.get(by);
}

/* Groups by a text of each position, in the order in which they are first named. */
function grouped(textOf) {
  const numbers = new Map();
  const of = org.keys.map((_, at) => {
    const text = textOf(at);
    if (!text || moreOf(at).q) return -1;
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text);
  });
  return { names: [...numbers.keys()], of };
}

/* Branches are called by the department of their head where no other is, else by its title. */
function byBranch() {
  const heads = org.branches;
  const departments = heads.map(departmentOf);
  const alone = (text) => text && departments.indexOf(text) === departments.lastIndexOf(text);
  const names = heads.map((at, number) =>
    alone(departments[number]) ? departments[number] : titleOf(at) || org.names[at],
  );
  const own = new Map(heads.map((at, number) => [at, number]));
  const of = new Array(cardCount).fill(-1);
  for (const at of whole.order) {
    const above = org.manager[at];
    of[at] = own.get(at) ?? (above >= 0 ? of[above] : -1);
  }
  return { names, of };
}

/* By level; by layer where no position names a level. */
function byLevel() {
  const fact = factNamed("level");
  const numbers = org.keys.map((_, at) => Number(fact && factOf(fact, at)) || layerOf[at]);
  const ordered = ascending(numbers);
  const names = ordered.map((number) => fill(fact ? words.chart.level : words.layer, { number }));
  const groups = new Map(ordered.map((number, group) => [number, group]));
  return { names, of: numbers.map((number) => groups.get(number)) };
}

function byStatus() {
  const present = Object.keys(STATES).filter((letter) => org.states.includes(letter));
  const names = present.map((letter) => words.chart.states[STATES[letter]]);
  return { names, of: [...org.states].map((letter) => present.indexOf(letter)) };
}

function colored(by, { names, of }) {
  const sizes = new Array(names.length).fill(0);
  const first = new Array(names.length).fill(-1);
  of.forEach((group, at) => {
    if (group < 0) return;
    if (!sizes[group]) first[group] = at;
    sizes[group]++;
  });
  let colors = names.map(() => 0);
  if (by === org.by) colors = first.map((at) => (at < 0 ? 0 : org.color[at]));
  else if (by === "level") colors = names.map((_, number) => org.steps[number] ?? 0);
  else {
    const largest = names.map((_, number) => number);
    largest.sort((one, other) => sizes[other] - sizes[one]);
    const kept = new Set(largest.slice(0, org.palette.length));
    const free = [...org.palette];
    colors = names.map((_, number) => (kept.has(number) ? free.shift() : 0));
  }
  const codes = by === org.by ? colors.map((color) => org.codes[color]) : codesOf(names, colors);
  return { names, of, sizes, colors, codes };
}

/* Two or three letters for each name that has a colour, of no other. */
function codesOf(names, colors) {
  const taken = new Set();
  return names.map((name, group) => {
    if (!colors[group]) return "";
    const parts = name.split(/[\s/&-]+/).filter(Boolean);
    const letters = parts.length > 1 ? parts.map((part) => [...part][0]).join("") : name;
    let code = [...letters].slice(0, parts.length > 1 ? 3 : 2).join("").toUpperCase();
    for (let number = 2; taken.has(code); number++) code = code.replace(/\d*$/, number);
    taken.add(code);
    return code;
  });
}

function groupOf(at) {
  return grouping(coloring.by).of[at];
}

/* The number of the colour of a position, 0 for none. */
function colorOf(at) {
  const group = groupOf(at);
  return group < 0 ? 0 : grouping(coloring.by).colors[group];
}

function isStriped() {
  return grouping(coloring.by).names.length > 0;
}

/* What can be chosen to colour by: kinds with groups enough to tell something. */
function kindsOfGroups() {
  const several = (by) => grouping(by).names.length > (by === org.by ? 0 : 1);
  return Object.keys(GROUPED).filter((by) => by === "none" || several(by));
}

function colorBy(by) {
  coloring.by = by;
  chart.classList.toggle("plain", !isStriped());
  for (const card of drawn.cards.values()) card.remove();
  drawn.cards.clear();
  minimap.stale = true;
  redraw();
  if (isListed()) rebuildList();
  if (chosen.at >= 0) showDetails(chosen.at);
}
