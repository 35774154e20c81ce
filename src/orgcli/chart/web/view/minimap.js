// The minimap: the whole chart small, where the window shows only a part of it.

const [MAP_WIDE, MAP_HIGH] = [190, 130];
const mapCanvas = byId("minimap");
const minimap = { stale: true, base: document.createElement("canvas"), scale: 1 };

/* Draw it, with the part that the window shows; hide it where that is everything. */
function drawMinimap() {
  const { width, height } = shown.layout;
  const part = partInView();
  const inside =
    part.x <= 1 && part.y <= 1 &&
    part.x + part.width >= width - 1 && part.y + part.height >= height - 1;
  mapCanvas.hidden = inside || isNarrow() || drawn.everything || shown.cards.length < 2;
  if (mapCanvas.hidden) return;
  if (minimap.stale) paintMap();
  const pen = mapCanvas.getContext("2d");
  const { scale, density } = minimap;
  const size = { wide: mapCanvas.width / density, high: mapCanvas.height / density };
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.clearRect(0, 0, size.wide, size.high);
  pen.drawImage(minimap.base, 0, 0, size.wide, size.high);
  pen.strokeStyle = themeColors()("chain");
  pen.lineWidth = 1.5;
  const [left, top] = [Math.max(1, part.x * scale), Math.max(1, part.y * scale)];
  const right = Math.min(size.wide - 1, (part.x + part.width) * scale);
  const bottom = Math.min(size.high - 1, (part.y + part.height) * scale);
  pen.strokeRect(left, top, Math.max(3, right - left), Math.max(3, bottom - top));
}

/* The cards, once for as long as they stand where they are. */
function paintMap() {
  const { width, height } = shown.layout;
  const density = devicePixelRatio || 1;
  const scale = Math.min(MAP_WIDE / width, MAP_HIGH / height);
  Object.assign(minimap, { stale: false, scale, density });
  const [wide, high] = [Math.max(24, width * scale), Math.max(24, height * scale)];
  for (const canvas of [mapCanvas, minimap.base]) {
    canvas.width = wide * density;
    canvas.height = high * density;
  }
  mapCanvas.style.width = `${wide}px`;
  mapCanvas.style.height = `${high}px`;
  const pen = minimap.base.getContext("2d");
  const ink = themeColors();
  pen.setTransform(density * scale, 0, 0, density * scale, 0, 0);
  for (const at of shown.cards) {
    const box = boxOf(at);
    pen.globalAlpha = isDim(at) ? 0.25 : 0.8;
    pen.fillStyle = ink(isStriped() ? `g${colorOf(at)}` : "connector");
    pen.fillRect(box.x, box.y, Math.max(box.width, 1 / scale), Math.max(box.height, 1 / scale));
  }
}

/* Bring a point of the map to the middle of the window. */
function goToMap(event) {
  const { left, top } = mapCanvas.getBoundingClientRect();
  const [x, y] = [(event.clientX - left) / minimap.scale, (event.clientY - top) / minimap.scale];
  const space = room();
  const { scale } = view;
  moveTo({ left: space.width / 2 - x * scale, top: space.height / 2 - y * scale, scale }, false);
}

mapCanvas.addEventListener("pointerdown", (event) => {
  mapCanvas.setPointerCapture(event.pointerId);
  goToMap(event);
});
mapCanvas.addEventListener("pointermove", (event) => {
  if (event.buttons) goToMap(event);
});
