// A canvas for charts seen from far away: cards too small to read, as coloured boxes.

const farCanvas = byId("far");
const TINY_SCALE = 0.02;
const farFrame = { waiting: 0 };

/* Show or hide the canvas; it is drawn once for each frame of the screen, however often asked. */
function drawFar(visible) {
  farCanvas.hidden = !visible;
  if (visible && !farFrame.waiting) farFrame.waiting = requestAnimationFrame(drawFarNow);
}

function drawFarNow() {
  farFrame.waiting = 0;
  const density = devicePixelRatio || 1;
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  if (farCanvas.width !== Math.round(width * density)) farCanvas.width = width * density;
  if (farCanvas.height !== Math.round(height * density)) farCanvas.height = height * density;
  const pen = farCanvas.getContext("2d");
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.clearRect(0, 0, width, height);
  farLines(pen);
  farCards(pen, width, height);
}

/* The colours that the style sheet gives, by name. */
function themeColors() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`);
}

/* Lines between cards that are mere dots would cover them; the one that stands out is drawn. */
function farLines(pen) {
  const ink = themeColors();
  const { left, top, scale } = view;
  const region = partInView();
  Object.assign(region, { right: region.x + region.width, bottom: region.y + region.height });
  for (const lit of scale < TINY_SCALE ? [true] : [false, true]) {
    pen.strokeStyle = ink(lit ? "chain" : "connector");
    pen.lineWidth = lit ? 2 : Math.max(0.4, scale);
    pen.beginPath();
    shown.layout.lines.forEach((points, local) => {
      if (!points || chosen.lit.has(shown.cards[local]) !== lit) return;
      if (!crosses(region, points)) return;
      pen.moveTo(points[0] * scale + left, points[1] * scale + top);
      for (let at = 2; at < points.length; at += 2) {
        pen.lineTo(points[at] * scale + left, points[at + 1] * scale + top);
      }
    });
    pen.stroke();
  }
}

/* The fills of cards first, then their stripes color by color, as changing it is slow. */
function farCards(pen, width, height) {
  const ink = themeColors();
  const { left, top, scale } = view;
  const { x, y } = shown.layout;
  const byColor = new Map();
  pen.fillStyle = ink("filled-fill");
  const edge = ink("connector");
  const lit = [];
  for (let local = 0; local < shown.cards.length; local++) {
    const [cx, cy] = [x[local] * scale + left, y[local] * scale + top];
    const at = shown.cards[local];
    const [wide, high] = [shown.layout.wide[local] * scale, shown.layout.high[local] * scale];
    if (cx > width || cy > height || cx + wide < 0 || cy + high < 0) continue;
    if (scale >= TINY_SCALE) pen.fillRect(cx, cy, wide, high);
    const box = [cx, cy, wide, high];
    const key = 2 * colorOf(at) + (isDim(at) ? 1 : 0);
    if (byColor.has(key)) byColor.get(key).push(box);
    else byColor.set(key, [box]);
    if (chosen.lit.has(at)) lit.push(box);
  }
  for (const [key, boxes] of byColor) {
    pen.globalAlpha = key % 2 ? 0.2 : 0.55;
    pen.fillStyle = isStriped() ? ink(`g${key >> 1}`) : edge;
    for (const [cx, cy, w, h] of boxes) pen.fillRect(cx, cy, w, h);
  }
  pen.globalAlpha = 1;
  pen.fillStyle = ink("chain");
  for (const [cx, cy, w, h] of lit) pen.fillRect(cx - 1, cy - 1, w + 2, h + 2);
}

/* The card at a point of the stage, or -1. */
function cardAt(px, py) {
  const { left, top, scale } = view;
  const [x, y] = [(px - left) / scale, (py - top) / scale];
  for (const at of shown.cards) {
    const box = boxOf(at);
    if (x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height) return at;
  }
  return -1;
}
