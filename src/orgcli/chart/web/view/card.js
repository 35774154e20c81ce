// One card as SVG: the same stripe, lines and marks as in the other pictures of a chart.

const SVG = "http://www.w3.org/2000/svg";

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
  svg("rect", { class: "box", width, height, rx: 2 }, card);
  svg("rect", { class: `stripe g${org.color[at]}`, width: sizes.stripe, height }, card);
  writeLines(card, at, more, height);
  svg("rect", { class: "focus", x: -4, y: -4, width: width + 8, height: height + 8, rx: 4 }, card);
  card.setAttribute("aria-label", descriptionOf(at));
  card.setAttribute("aria-level", layerOf[at]);
  card.setAttribute("aria-setsize", peersOf(at).length);
  card.setAttribute("aria-posinset", placeOf[at] + 1);
  refresh(card);
  return card;
}

/* The text, in the middle of the height, with the seats and the counts at the right. */
function writeLines(card, at, more, height) {
  const names = more.n ?? [org.names[at]];
  const titles = more.t ?? (titleOf(at) ? [titleOf(at)] : []);
  const small = (more.k?.length ?? 0) + (more.o?.length ?? 0);
  const lines =
    sizes.name_line * names.length + sizes.title_line * titles.length + sizes.mark_line * small;
  let left = sizes.stripe + sizes.margin;
  if (more.p !== undefined) {
    const side = sizes.photo;
    const place = { x: left, y: (height - side) / 2, width: side, height: side };
    svg("image", { href: org.photos[more.p], ...place }, card);
    left += side + sizes.margin;
  }
  const right = sizes.width - sizes.margin;
  let y = (height - lines) / 2;
  if (more.s > 1) line(card, right, y + 10.5, "small end", `×${more.s}`);
  for (const name of names) line(card, left, (y += sizes.name_line) - 3.5, "name", name);
  if (hasReports(at)) writeToggle(card, at, right, y, height);
  else line(card, right, y + sizes.title_line - 3, "small end counts", countsOf(at));
  for (const title of titles) line(card, left, (y += sizes.title_line) - 3, "small", title);
  const tiny = (kind, text) => line(card, left, (y += sizes.mark_line) - 2.5, kind, text);
  for (const mark of more.k ?? []) tiny("tiny mark", mark);
  for (const note of more.o ?? []) tiny("small tiny", note);
}

function countsOf(at) {
  const [direct, total] = [org.direct[at], org.total[at]];
  return !total ? "" : direct === total ? `${direct}` : `${direct} / ${total}`;
}

/* The counts, which open and close what is below: all of the card's right end can be hit. */
function writeToggle(card, at, right, y, height) {
  const said = countsOf(at) || "…";
  const width = 5.2 * said.length + 7;
  const toggle = svg("g", { class: "toggle", "aria-hidden": "true" }, card);
  const start = Math.min(right - width - 4, sizes.width - 36);
  svg("rect", { x: start, width: sizes.width - start, height, fill: "transparent" }, toggle);
  const pill = { class: "pill", x: right - width + 3.5, y: y - 0.5, width, height: 13, rx: 6.5 };
  svg("rect", pill, toggle);
  line(toggle, right, y + sizes.title_line - 3, "small end counts", said);
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
