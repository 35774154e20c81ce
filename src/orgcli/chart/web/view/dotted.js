// Dotted lines: those of one card are drawn, above all cards; all others are marks on cards.

const [MOST_DOTTED, MOST_APART] = [60, 6];
const [CAPTION, CAPTION_PIXELS] = [8.5, 11];
const dottedLayer = byId("dotted");
const hovered = { at: -1 };

function hasDotted(at) {
  return dottedFrom.has(at) || dottedTo.has(at);
}

/* The card whose dotted lines are drawn: the one below the pointer before the chosen one. */
function dottedSubject() {
  return hovered.at >= 0 && hasDotted(hovered.at) ? hovered.at : chosen.at;
}

/* The lines of a card whose ends are both shown: [from, to, purpose]. */
function dottedOfCard(at) {
  const own = (dottedFrom.get(at) ?? []).map(([to, purpose]) => [at, to, purpose]);
  const others = (dottedTo.get(at) ?? []).map(([from, purpose]) => [from, at, purpose]);
  const ends = [...own, ...others].filter(([from, to]) => from !== to);
  return ends.filter(([from, to]) => isShown(from) && isShown(to)).slice(0, MOST_DOTTED);
}

function drawDotted(visible) {
  dottedLayer.replaceChildren();
  const subject = dottedSubject();
  const lines = visible && subject >= 0 ? dottedOfCard(subject) : [];
  if (!lines.length) return;
  const bundled = lines.length > MOST_APART;
  const obstacles = obstaclesOnScreen(new Set(lines.flatMap(([from, to]) => [from, to])));
  const routes = lines.map(([from, to]) => {
    const points = routeBetween(boxOf(from), boxOf(to), obstacles, bundled);
    if (!bundled) obstacles.strokes.push(...strokesOf(points));
    return points;
  });
  const d = bundled ? bundle(routes) : routes.map((points) => turning(points, TURN)).join("");
  svg("path", { class: "halo", d }, dottedLayer);
  svg("path", { class: "dotted", d }, dottedLayer);
  drawPorts(routes.map((points) => points.slice(0, 2)), { class: "port", r: 2.75 });
  drawPorts(routes.map((points) => points.slice(-2)), { class: "end-port", r: 3 });
  writePurposes(lines, routes, obstacles, bundled ? subject : -1);
}

/* Where lines begin or end, each place once. */
function drawPorts(places, kind) {
  for (const [cx, cy] of new Map(places.map((place) => [place.join(), place])).values()) {
    svg("circle", { ...kind, cx, cy }, dottedLayer);
  }
}

/* Many lines as one: what several of them share is drawn once. */
function bundle(routes) {
  const [level, upright] = spansOf(routes);
  let d = "";
  for (const [y, spans] of level) for (const [x, end] of spans) d += `M${x} ${y}H${end}`;
  for (const [x, spans] of upright) for (const [y, end] of spans) d += `M${x} ${y}V${end}`;
  return d;
}

/* Each line has its purpose. In a bundle it stands at the other end than the card's whose lines
   they are, `subject`; once only where all have the same. */
function writePurposes(lines, routes, obstacles, subject) {
  const taken = [];
  const alike = subject >= 0 && new Set(lines.map(([, , purpose]) => purpose)).size === 1;
  const longer = (one, other) => effort(routes[other]) - effort(routes[one]);
  const order = alike ? [0] : [...routes.keys()].sort(longer);
  for (const at of order) {
    const [from, , purpose] = lines[at];
    const far = from === subject ? routes[at].slice(-6) : routes[at].slice(0, 6);
    caption(purpose, subject < 0 || alike ? routes[at] : far, obstacles, taken);
  }
}

/* The purpose beside its line, where it covers least of cards and of other purposes. */
function caption(purpose, points, obstacles, taken) {
  if (!purpose) return;
  const grown = captionScale();
  const width = (textWidth(purpose, CAPTION, false) + 6) * grown;
  const height = (CAPTION + 3.5) * grown;
  let [least, best] = [Infinity, null];
  for (const place of captionPlaces(points, width, height)) {
    const covered = place.away + coverage(place, obstacles.boxes) + 9 * coverage(place, taken);
    if (covered < least) [least, best] = [covered, place];
  }
  if (coverage(best, taken)) return;
  taken.push(best);
  const made = svg("g", { class: "caption" }, dottedLayer);
  const size = { width: width / grown, height: height / grown };
  Object.assign(made, { place: best, ...size });
  svg("rect", { ...size, rx: 2 }, made);
  const place = { x: size.width / 2, y: size.height / 2 + 0.34 * CAPTION, "font-size": CAPTION };
  svg("text", place, made).textContent = purpose;
  scaleCaption(made, grown);
}

/* Captions grow away from their lines: `end` says where a line touches its caption. */
function scaleCaption(made, grown) {
  const { x, y, width, height, end } = made.place;
  const [touchX, touchY] = [x + end[0] * width, y + end[1] * height];
  const [left, top] = [-end[0] * made.width, -end[1] * made.height];
  const way = `translate(${touchX} ${touchY}) scale(${grown}) translate(${left} ${top})`;
  made.setAttribute("transform", way);
}

function scaleCaptions() {
  const grown = captionScale();
  for (const made of dottedLayer.querySelectorAll(".caption")) scaleCaption(made, grown);
}

/* Captions stay large enough to be read. */
function captionScale() {
  return Math.max(1, CAPTION_PIXELS / (CAPTION * view.scale));
}

/* Boxes along a way: above and below its level parts, at both sides of the upright ones; `away`
   says how far from the middle of the way they are, as it should be seen whose they are. */
function captionPlaces(points, width, height) {
  const found = [];
  const gap = 3;
  for (let at = 2; at < points.length; at += 2) {
    const [x, y, toX, toY] = points.slice(at - 2, at + 2);
    const length = Math.abs(toX - x) + Math.abs(toY - y);
    for (let share = 0.05; share < 1; share += 0.05) {
      const [px, py] = [x + (toX - x) * share, y + (toY - y) * share];
      const away = 200 * Math.abs(share - 0.5) + 4000 / (10 + length);
      const level = y === toY;
      const sides = level
        ? [[px - width / 2, py - height - gap, [0.5, 1]], [px - width / 2, py + gap, [0.5, 0]]]
        : [[px + gap, py - height / 2, [0, 0.5]], [px - gap - width, py - height / 2, [1, 0.5]]];
      for (const [left, top, end] of sides) {
        found.push({ x: left, y: top, width, height, end, away });
      }
    }
  }
  return found;
}

/* How much of a box others cover together. */
function coverage(one, others) {
  let sum = 0;
  for (const other of others) {
    const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
    const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
    if (wide > 0 && high > 0) sum += wide * high;
  }
  return sum;
}

/* The pointer is on a card, or on none: -1. */
function hoverOn(at) {
  if (at === hovered.at) return;
  const before = dottedSubject();
  hovered.at = at;
  if (dottedSubject() !== before) drawDotted(farCanvas.hidden);
}
