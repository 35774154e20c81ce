// One card as SVG: the same accent, lines and marks as in the other pictures of a chart.

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 6;
const ACCENT = 4;
const [PILL_HIGH, PILL_SIZE, SMALL_SIZE] = [11, 7.5, 8];
const INITIALS = 0.34;
const CODE_SIZE = 6.5;
const [ROW_INSET, ROW_ABOVE] = [8, 2];
const DASHES = { open: [5, 3.5], planned: [2, 2.5] };
const BEYOND = 2;
const forcedColors = matchMedia("(forced-colors: active)");
const measuring = document.createElement("canvas").getContext("2d");
const family = getComputedStyle(document.documentElement).fontFamily;

function svg(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  if (parent) parent.append(made);
  return made;
}

/* How wide the browser's own letters are: they may not be those that the lines were broken for. */
function textWidth(text, size, bold) {
  const font = `${bold ? "bold " : ""}${size}px ${family}`;
  if (measuring.asked !== font) measuring.font = measuring.asked = font;
  return measuring.measureText(text).width;
}

/* A text whose baseline starts at (x, y), drawn closer where it is wider than its room. */
function line(parent, [x, y], kind, text, size, room = Infinity) {
  const made = svg("text", { x, y, class: kind, "font-size": size }, parent);
  made.textContent = text;
  if (room < Infinity && textWidth(text, size, kind === "name") > room) {
    made.setAttribute("textLength", room);
    made.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}

/* The element of a card, which `refresh` brings up to date. */
function makeCard(at) {
  const more = moreOf(at);
  const { width, height } = boxOf(at);
  const card = svg("g", { id: `card-${at}`, role: "treeitem", tabindex: -1 });
  Object.assign(card, { at, row: isRow(at) });
  if (more.n || more.t) svg("title", {}, card).textContent = descriptionOf(at);
  if (card.row) drawRow(card, at, width, height);
  else drawGround(card, at, height);
  writeLines(card, at, more, width, height);
  if (hasDotted(at)) drawPort(card, width);
  const grown = card.row ? 0 : 4;
  const around = { x: -grown, y: -grown, width: width + 2 * grown, height: height + 2 * grown };
  around.rx = RADIUS + grown - 1;
  svg("rect", { class: "focus", ...around }, card);
  card.setAttribute("aria-label", descriptionOf(at));
  card.setAttribute("aria-level", layerOf[at]);
  card.setAttribute("aria-setsize", peersOf(at).length);
  card.setAttribute("aria-posinset", placeOf[at] + 1);
  refresh(card);
  return card;
}

/* A row has a box only when it is chosen, and a bar where its colour is not that of the team. */
function drawRow(card, at, width, height) {
  svg("rect", { class: "box", width, height, rx: 4 }, card);
  const team = reportsOf(org.manager[at]).filter(isRow);
  if (colorOf(at) === usualColor(team)) return;
  const x = across(0, 3, width);
  svg("rect", { class: `stripe g${colorOf(at)}`, x, y: 3, width: 3, height: height - 6 }, card);
}

/* Where what is so far from the left, and so wide, begins: mirrored for those who write from right
   to left. */
function across(x, wide, width) {
  return org.mirrored ? width - x - wide : x;
}

/* Shadow, box and accent; the edge of a vacancy is dashed. */
function drawGround(card, at, height) {
  const { width } = sizes;
  const dashed = DASHES[stateOf(at)] && !moreOf(at).q;
  if (hasReports(at)) {
    const d = `M3 ${height - 2}q0 5 5 5H${width - 8}q5 0 5 -5`;
    svg("path", { class: "pile", d }, card);
  }
  if (!dashed) svg("rect", { class: "shadow", y: 1.2, width, height, rx: RADIUS }, card);
  svg("rect", { class: "box", width, height, rx: RADIUS }, card);
  if (dashed) dashedOutline(stateOf(at), height, card);
  const accent = `M0 ${ACCENT}A${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} 0H${width - RADIUS}`;
  const end = `A${RADIUS} ${RADIUS} 0 0 1 ${width} ${ACCENT}Z`;
  svg("path", { class: `stripe g${colorOf(at)}`, d: accent + end }, card);
  if (groupOf(at) >= 0 && colorOf(at)) drawCode(card, at);
}

/* The outline of a vacancy below the accent of a card, from its left upper end to its right one: no
   corner is broken, as in chart/paint/outlines.py. */
function dashedOutline(state, height, parent) {
  const { width } = sizes;
  const top = isStriped() ? ACCENT : RADIUS;
  const r = RADIUS;
  const sides = `V${height - r}A${r} ${r} 0 0 0 ${r} ${height}H${width - r}`;
  let d = `M0 ${top}${sides}A${r} ${r} 0 0 0 ${width} ${height - r}V${top}`;
  const [upright, level] = [height - r - top, width - 2 * r].map((length) => length - 2 * BEYOND);
  const corner = (Math.PI / 2) * r + 2 * BEYOND;
  const side = (length) => betweenDashes(length, ...DASHES[state]);
  const dashes = [BEYOND, ...side(upright), corner, ...side(level), corner, ...side(upright)];
  if (isStriped()) dashes.push(BEYOND);
  else {
    d += `A${r} ${r} 0 0 0 ${width - r} 0H${r}A${r} ${r} 0 0 0 0 ${r}`;
    dashes.push(corner, ...side(level), corner - BEYOND);
  }
  svg("path", { class: "dashes", d, "stroke-dasharray": dashes.map(rounded).join(" ") }, parent);
}

/* Gaps and dashes by turns from one dash to another, of a length together. */
function betweenDashes(length, dash, gap) {
  const count = Math.max(0, Math.round((length - gap) / (dash + gap)));
  const each = (length - count * dash) / (count + 1);
  return Array.from({ length: 2 * count + 1 }, (_, at) => (at % 2 ? dash : each));
}

function rounded(number) {
  return Math.round(number * 100) / 100;
}

/* The letters of a group on a flag below the accent, where colours cannot be told apart. */
function drawCode(card, at) {
  if (!hasCodes()) return;
  const code = grouping(coloring.by).codes[groupOf(at)];
  const group = svg("g", { class: "code" }, card);
  const width = textWidth(code, CODE_SIZE, true) + 6;
  const x = across(sizes.width - RADIUS - width, width, sizes.width);
  svg("rect", { class: `g${colorOf(at)}`, x, width, height: 9, rx: 2 }, group);
  line(group, [x + width / 2, 6.9], "", code, CODE_SIZE);
}

/* Whether colours cannot be told apart, or are not those of the page. */
function hasCodes() {
  return firstTheme === "print" || forcedColors.matches;
}

/* The mark of a card that has dotted lines, where they leave it. */
function drawPort(card, width) {
  const cx = across(width - (card.row ? 7 : 0), 0, width);
  const port = svg("circle", { class: "port", cx, cy: PORT, r: 2.75 }, card);
  svg("title", {}, port).textContent = words.dotted_line;
}

/* The text below the accent, with the seats and the counts at the right. */
function writeLines(card, at, more, width, height) {
  const [names, titles] = linesOf(at, more, card.row);
  const rank = sizes.ranks[org.rank[at]];
  const margin = card.row ? ROW_INSET : sizes.margin;
  const right = width - margin;
  const left = margin + drawFace(card, at, more, [margin, width, height]);
  let y = topOf(height, rank, [names, titles], at, more, card.row);
  let beside = more.s > 1 ? 4 + textWidth(`×${more.s}`, rank.title_size, true) : 0;
  const place = (x, base) => [across(x, 0, width), base];
  const write = (kind, text, high, size) => {
    const base = y + high / 2 + 0.33 * size;
    line(card, place(left, base), kind, text, size, right - left - beside);
    beside = 0;
    y += high;
  };
  if (more.s > 1) {
    const base = y + rank.name_line / 2 + 0.33 * rank.title_size;
    line(card, place(right, base), "badge quiet", `×${more.s}`, rank.title_size);
  }
  for (const name of names) write("name", name, rank.name_line, rank.name_size);
  if (isCounted(at)) beside = 5 + makePill(card, at, right, y + rank.title_line / 2);
  for (const title of titles) write("quiet", title, rank.title_line, rank.title_size);
  if (!titles.length && isCounted(at)) y += rank.title_line;
  if (more.v) writeState(card, [left, width], y + sizes.pill_line / 2, more.v);
  if (more.v) y += sizes.pill_line;
  for (const mark of more.k ?? []) write("mark", mark, sizes.mark_line, SMALL_SIZE);
  for (const note of more.o ?? []) write("quiet", note, sizes.mark_line, SMALL_SIZE);
}

/* The lines of the name and of the title, on a card or in a row. */
function linesOf(at, more, row) {
  if (row && more.r) return more.r;
  const title = titleOf(at) ? [titleOf(at)] : [];
  if (row) return [[org.names[at]], org.density === "names" ? [] : title];
  return [more.n ?? [org.names[at]], more.t ?? title];
}

function isCounted(at) {
  return hasReports(at) || org.total[at] > 0;
}

/* Where the text of a card begins, which may be less high than its photo. */
function topOf(height, rank, [names, titles], at, more, row) {
  const [above, below] = row ? [ROW_ABOVE, ROW_ABOVE] : [sizes.above, sizes.below];
  const lines = Math.max(titles.length, isCounted(at) ? 1 : 0);
  const small = (more.k?.length ?? 0) + (more.o?.length ?? 0);
  const text = names.length * rank.name_line + lines * rank.title_line + small * sizes.mark_line;
  const free = height - above - text - (more.v ? sizes.pill_line : 0) - below;
  return above + Math.max(0, Math.floor(free / 2));
}

/* The photo, the initials of who has none, an empty disc where nobody is; how wide it is. */
function drawFace(card, at, more, [margin, wide, height]) {
  const initials = org.initials?.[at] ?? null;
  if (more.p === undefined && initials === null) return 0;
  const side = card.row ? sizes.row_face : sizes.face;
  const [x, y] = [across(margin, side, wide), (height - side) / 2 + (card.row ? 0 : 1)];
  if (more.p !== undefined) {
    svg("image", { href: org.photos[more.p], x, y, width: side, height: side }, card);
  } else {
    const [cx, cy] = [x + side / 2, y + side / 2];
    const kind = initials ? `t${colorOf(at)}` : "nobody";
    svg("circle", { class: kind, cx, cy, r: side / 2 }, card);
    const size = side * INITIALS;
    const place = [cx, cy + 0.36 * size];
    if (initials) line(card, place, `initials i${colorOf(at)}`, initials, size);
  }
  return side + margin;
}

/* The state of a vacancy in a small outlined pill. */
function writeState(card, [start, wide], middle, said) {
  const width = textWidth(said, PILL_SIZE, true) + 8;
  const left = across(start, width, wide);
  const place = { x: left, y: middle - PILL_HIGH / 2, width, height: PILL_HIGH };
  svg("rect", { class: "state", ...place, rx: PILL_HIGH / 2 }, card);
  line(card, [left + width / 2, middle + 0.35 * PILL_SIZE], "state-word", said, PILL_SIZE);
}

/* The number of all below in a pill, which opens and closes it; how wide the pill is. */
function makePill(card, at, right, middle) {
  const said = org.total[at] ? `${org.total[at]}` : "…";
  const width = Math.max(PILL_HIGH, textWidth(said, PILL_SIZE, true) + 8);
  const group = svg("g", hasReports(at) ? { class: "toggle", "aria-hidden": "true" } : {}, card);
  if (hasReports(at)) {
    const area = { x: -width / 2 - 12, y: -14, width: width + 24, height: 28 };
    svg("rect", { ...area, fill: "transparent" }, group);
  }
  const place = { x: -width / 2, y: -PILL_HIGH / 2, width, height: PILL_HIGH };
  svg("rect", { class: "pill", ...place, rx: PILL_HIGH / 2 }, group);
  line(group, [0, 0.35 * PILL_SIZE], "counts", said, PILL_SIZE);
  const pillX = across(right - width / 2, 0, sizes.width);
  card.pill = { group, beside: `translate(${pillX} ${middle})` };
  group.setAttribute("transform", card.pill.beside);
  return width;
}

/* The pill stands where the line leaves in the middle of the lower edge, else beside the title. */
function placePill(card) {
  if (!card.pill) return;
  const below = `translate(${sizes.width / 2} ${heightOf(card.at)})`;
  card.pill.group.setAttribute("transform", leavesInMiddle(card.at) ? below : card.pill.beside);
}

function leavesInMiddle(at) {
  if (!isShown(at) || !expanded[at] || !hasReports(at)) return false;
  const box = boxOf(at);
  return reportsOf(at).some((report) => {
    const points = isShown(report) && shown.layout.lines[shown.at[report]];
    return points && points[0] === box.x + box.width / 2;
  });
}

/* Say of a card what may change: whether it is open, chosen, on the line that stands out. */
function refresh(card) {
  const at = card.at;
  const kinds = ["card", stateOf(at)];
  if (card.row) kinds.push("row-card");
  if (moreOf(at).u) kinds.push("unheld");
  if (moreOf(at).q) kinds.push("unfit");
  if (moreOf(at).m) kinds.push("trouble");
  if (isDim(at)) kinds.push("dim");
  if (filters.hits && emphasis.wanted.has(at)) kinds.push("hit");
  if (chosen.lit.has(at)) kinds.push("lit");
  if (hasReports(at)) {
    if (!expanded[at]) kinds.push("folded");
    card.setAttribute("aria-expanded", expanded[at] ? "true" : "false");
  }
  placePill(card);
  card.setAttribute("class", kinds.join(" "));
  card.setAttribute("aria-selected", at === chosen.at ? "true" : "false");
  card.setAttribute("tabindex", at === chosen.focus ? 0 : -1);
}
