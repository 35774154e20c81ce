// What is on the screen: all cards of a small chart, of a large one those in and around the window.

const MANY_CARDS = 600;
const TOO_SMALL = 0.45;
const panelLayer = byId("panels");
const cardsLayer = byId("cards");
const [plainLines, litLines] = world.querySelectorAll(".lines");

/* The elements by position, and the part of the layout that they cover; null when it is stale. */
const drawn = { cards: new Map(), region: null, everything: false };

/* Have everything drawn anew: who is shown, or where, has changed. */
function redraw() {
  drawn.region = null;
  minimap.stale = true;
  draw();
}

function draw() {
  const far = !drawn.everything && shown.cards.length > MANY_CARDS && view.scale < TOO_SMALL;
  drawFar(far);
  drawBlocks();
  drawMinimap();
  const part = far ? null : partInView();
  if (drawn.region && part && covers(drawn.region, part)) return;
  if (far && drawn.region?.far) return;
  const region = far ? { far: true } : around(part);
  const inside = (at) => at === chosen.focus || (!far && touches(region, at));
  const wanted = shown.outline.filter(inside);
  placeCards(wanted);
  drawLines(far ? null : region);
  drawn.region = region;
}

/* The part of the layout that the stage shows. */
function partInView() {
  const { left, top, scale } = view;
  return {
    x: -left / scale,
    y: -top / scale,
    width: area.clientWidth / scale,
    height: area.clientHeight / scale,
  };
}

function around(part) {
  if (drawn.everything || shown.cards.length <= MANY_CARDS) {
    return { x: -Infinity, y: -Infinity, right: Infinity, bottom: Infinity };
  }
  const [dx, dy] = [part.width * 0.2, part.height * 0.2];
  const [right, bottom] = [part.x + part.width + dx, part.y + part.height + dy];
  return { x: part.x - dx, y: part.y - dy, right, bottom };
}

function covers(region, part) {
  return (
    region.x <= part.x &&
    region.y <= part.y &&
    region.right >= part.x + part.width &&
    region.bottom >= part.y + part.height
  );
}

function touches(region, at) {
  const { x, y, width, height } = boxOf(at);
  return (
    x <= region.right && y <= region.bottom && x + width >= region.x && y + height >= region.y
  );
}

/* Have the elements of these cards, in their order. One that is there already is never moved, or
   it would lose the focus; one that becomes a row, or a card again, is made anew and keeps it. */
function placeCards(wanted) {
  const keep = new Set(wanted);
  const focused = cardsLayer.contains(document.activeElement) ? document.activeElement : null;
  for (const [at, card] of drawn.cards) {
    if (keep.has(at) && card.row === isRow(at)) continue;
    card.remove();
    drawn.cards.delete(at);
  }
  let next = cardsLayer.firstChild;
  for (const at of wanted) {
    let card = drawn.cards.get(at);
    if (!card) drawn.cards.set(at, (card = makeCard(at)));
    const { x, y } = boxOf(at);
    card.setAttribute("transform", `translate(${x} ${y})`);
    if (card === next) next = next.nextSibling;
    else cardsLayer.insertBefore(card, next);
  }
  if (focused && !focused.isConnected && keep.has(focused.at)) focusOn(focused.at, false);
}

/* Bring the cards on the screen up to date, and the lines with them. */
function refreshAll() {
  for (const card of drawn.cards.values()) refresh(card);
  redraw();
}

function drawLines(region) {
  const [plain, lit] = [new Set(), new Set()];
  const { lines } = shown.layout;
  if (region) {
    for (let local = 0; local < lines.length; local++) {
      const points = lines[local];
      if (!points || !crosses(region, points)) continue;
      (chosen.lit.has(shown.cards[local]) ? lit : plain).add(wayTo(local));
    }
  }
  plainLines.setAttribute("d", [...plain].join(""));
  litLines.setAttribute("d", [...lit].join(""));
  drawPanels(region);
  drawDotted(Boolean(region));
}

/* The grounds of teams in the colour that most of their rows have, hairlines between the rows. */
function drawPanels(region) {
  panelLayer.replaceChildren();
  if (!region) return;
  for (const { x, y, width, height, cards } of shown.layout.panels) {
    if (x > region.right || y > region.bottom) continue;
    if (x + width < region.x || y + height < region.y) continue;
    const rows = cards.map((local) => shown.cards[local]);
    const kind = `panel g${usualColor(rows)}`;
    svg("rect", { class: kind, x, y, width, height, rx: RADIUS }, panelLayer);
    let d = "";
    rows.forEach((at, number) => {
      const box = boxOf(at);
      const follows = number && boxOf(rows[number - 1]).x === box.x;
      if (follows) d += `M${box.x + ROW_INSET} ${box.y}h${box.width - 2 * ROW_INSET}`;
    });
    svg("path", { class: "hairline", d }, panelLayer);
  }
}

/* The number of the colour that most of some positions have. */
function usualColor(positions) {
  const times = new Map();
  let most = 0;
  for (const at of positions) {
    times.set(colorOf(at), (times.get(colorOf(at)) ?? 0) + 1);
    if (times.get(colorOf(at)) > (times.get(most) ?? 0)) most = colorOf(at);
  }
  return most;
}

function crosses(region, points) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    left = Math.min(left, points[at]);
    right = Math.max(right, points[at]);
    top = Math.min(top, points[at + 1]);
    bottom = Math.max(bottom, points[at + 1]);
  }
  return left <= region.right && right >= region.x && top <= region.bottom && bottom >= region.y;
}
