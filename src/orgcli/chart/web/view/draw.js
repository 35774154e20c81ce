// What is on the screen: all cards of a small chart, of a large one those in and around the window.

const MANY_CARDS = 600;
const TOO_SMALL = 0.45;
const cardsLayer = document.getElementById("cards");
const [plainLines, litLines] = world.querySelectorAll("path");

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
  const local = shown.at[at];
  const [x, y] = [shown.layout.x[local], shown.layout.y[local]];
  return (
    x <= region.right &&
    y <= region.bottom &&
    x + sizes.width >= region.x &&
    y + heightOf(at) >= region.y
  );
}

/* Have the elements of these cards, in their order. One that is there already is never moved, or
   it would lose the focus. */
function placeCards(wanted) {
  const keep = new Set(wanted);
  for (const [at, card] of drawn.cards) {
    if (keep.has(at)) continue;
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
}

/* Bring the cards on the screen up to date, and the lines with them. */
function refreshAll() {
  for (const card of drawn.cards.values()) refresh(card);
  redraw();
}

function drawLines(region) {
  const [plain, lit] = [[], []];
  const { lines } = shown.layout;
  if (region) {
    for (let local = 0; local < lines.length; local++) {
      const points = lines[local];
      if (!points || !crosses(region, points)) continue;
      (chosen.lit.has(shown.cards[local]) ? lit : plain).push(wayTo(local));
    }
  }
  plainLines.setAttribute("d", plain.join(""));
  litLines.setAttribute("d", lit.join(""));
  drawDotted(Boolean(region));
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
