// One card as SVG: the same accent, lines and marks as in the other pictures of a chart.

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 6;
const ACCENT = 4;

function svg(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  if (parent) parent.append(made);
  return made;
}

function line(parent, x, y, kind, text) {
  if (text) svg("text", { x, y, class: kind }, parent).textContent = text;
}

/* The element of a card, which `refresh` brings up to date. */
function makeCard(at) {
  const more = moreOf(at);
  const height = heightOf(at);
  const card = svg("g", { id: `card-${at}`, role: "treeitem", tabindex: -1 });
  card.at = at;
  if (more.n || more.t) svg("title", {}, card).textContent = descriptionOf(at);
  const { width } = sizes;
  if (hasReports(at)) {
    svg("path", { class: "pile", d: `M4 ${height + 2.5}H${width - 4}` }, card);
  }
  svg("rect", { class: "box", width, height, rx: RADIUS }, card);
  const accent = `M0 ${ACCENT}A${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} 0H${width - RADIUS}`;
  const end = `A${RADIUS} ${RADIUS} 0 0 1 ${width} ${ACCENT}Z`;
  svg("path", { class: `stripe g${org.color[at]}`, d: accent + end }, card);
  writeLines(card, at, more, height);
  svg("rect", { class: "focus", x: -4, y: -4, width: width + 8, height: height + 8, rx: 4 }, card);
  card.setAttribute("aria-label", descriptionOf(at));
  card.setAttribute("aria-level", layerOf[at]);
  card.setAttribute("aria-setsize", peersOf(at).length);
  card.setAttribute("aria-posinset", placeOf[at] + 1);
  refresh(card);
  return card;
}

/* The text below the accent, with the seats and the counts at the right. */
function writeLines(card, at, more, height) {
  const names = more.n ?? [org.names[at]];
  const titles = more.t ?? (titleOf(at) ? [titleOf(at)] : []);
  const rank = sizes.ranks[org.rank[at]];
  let left = sizes.margin;
  if (more.p !== undefined) {
    const side = sizes.face;
    const place = { x: left, y: (height - side) / 2 + 1, width: side, height: side };
    svg("image", { href: org.photos[more.p], ...place }, card);
    left += side + sizes.margin;
  }
  const right = sizes.width - sizes.margin;
  let y = sizes.above;
  const write = (kind, text, high, size) => {
    const place = { x: left, y: y + high / 2 + 0.33 * size, class: kind, "font-size": size };
    svg("text", place, card).textContent = text;
    y += high;
  };
  const first = y + rank.name_line - 3.5;
  if (more.s > 1) line(card, right, first, "small end", `×${more.s}`);
  for (const name of names) write("name", name, rank.name_line, rank.name_size);
  if (hasReports(at)) writeToggle(card, at, right, y, height);
  else line(card, right, y + 9.5, "small end counts", countsOf(at));
  for (const title of titles) write("quiet", title, rank.title_line, rank.title_size);
  if (more.v) writeState(card, left, y, more.v);
  if (more.v) y += sizes.pill_line;
  for (const mark of more.k ?? []) write("mark", mark, sizes.mark_line, 8);
  for (const note of more.o ?? []) write("quiet", note, sizes.mark_line, 8);
}

/* The state of a vacancy in a small outlined pill. */
function writeState(card, left, y, said) {
  const width = 4.6 * said.length + 10;
  svg("rect", { class: "state", x: left, y: y + 1, width, height: 11, rx: 5.5 }, card);
  line(card, left + width / 2, y + 9.2, "state-word", said);
}

function countsOf(at) {
  return org.total[at] ? `${org.total[at]}` : "";
}

/* The counts, which open and close what is below: all of the card's right end can be hit. */
function writeToggle(card, at, right, y, height) {
  const said = countsOf(at) || "…";
  const width = 5.2 * said.length + 7;
  const toggle = svg("g", { class: "toggle", "aria-hidden": "true" }, card);
  const start = Math.min(right - width - 4, sizes.width - 36);
  svg("rect", { x: start, width: sizes.width - start, height, fill: "transparent" }, toggle);
  const pill = { class: "pill", x: right - width + 3.5, y: y, width, height: 13, rx: 6.5 };
  svg("rect", pill, toggle);
  line(toggle, right, y + 9.5, "small end counts", said);
}

/* Say of a card what may change: whether it is open, chosen, on the line that stands out. */
function refresh(card) {
  const at = card.at;
  const kinds = ["card", stateOf(at)];
  if (moreOf(at).u) kinds.push("unheld");
  if (moreOf(at).q) kinds.push("unfit");
  if (moreOf(at).m) kinds.push("trouble");
  if (chosen.lit.has(at)) kinds.push("lit");
  if (hasReports(at)) {
    if (!expanded[at]) kinds.push("folded");
    card.setAttribute("aria-expanded", expanded[at] ? "true" : "false");
  }
  card.setAttribute("class", kinds.join(" "));
  card.setAttribute("aria-selected", at === chosen.at ? "true" : "false");
  card.setAttribute("tabindex", at === chosen.focus ? 0 : -1);
}
