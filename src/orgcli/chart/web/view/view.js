// The window on the chart: where it is and how large it shows things.

const SMALLEST = 0.001;
const LARGEST = 4;
const [FULL, FULL_ON_WIDE, WIDE] = [1.4, 2, 1200];
const READABLE = 0.8;
const NAME_PIXELS = 11;
const EDGE = 14;
const area = byId("area");
const stage = byId("stage");
const chart = byId("chart");
const paper = byId("paper");
const world = byId("world");
const lineLayers = world.querySelectorAll(".lines, #dotted");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/* A point (x, y) of the layout is at (x * scale + left, y * scale + top) on the stage. `narrow`:
   whether cards stand as in narrow windows; `goal`: where a movement leads. */
const view = { left: 0, top: 0, scale: 1, fitted: true, moving: 0, goal: null, narrow: false };

/* The room of the stage that no panel covers. */
function room() {
  const { clientWidth: width, clientHeight: height } = area;
  const panel = byId("details");
  if (panel.hidden || isPresenting()) return { width, height };
  if (panel.offsetWidth >= width) return { width, height: height - panel.offsetHeight };
  return { width: width - panel.offsetWidth - EDGE / 2, height };
}

/* The scale at which the smallest of the names that are shown are read with ease. */
function readable() {
  const lowest = shown.cards.reduce((most, at) => Math.max(most, org.rank[at]), 0);
  return NAME_PIXELS / sizes.ranks[lowest].name_size;
}

/* The largest scale at which a chart is shown as a whole. */
function full() {
  return area.clientWidth >= WIDE ? FULL_ON_WIDE : FULL;
}

function isNarrow() {
  return area.clientWidth < 700;
}

/* The scale at which a box fits the room. */
function scaleFor({ width, height }, most = full()) {
  const space = room();
  const fits = Math.min((space.width - 2 * EDGE) / width, (space.height - 2 * EDGE) / height);
  return Math.max(SMALLEST, Math.min(most, fits));
}

/* The view with the middle of a box in the middle of the room. */
function centred(box, scale) {
  const space = room();
  return {
    left: space.width / 2 - (box.x + box.width / 2) * scale,
    top: space.height / 2 - (box.y + box.height / 2) * scale,
    scale,
  };
}

function wholeBox() {
  return { x: 0, y: 0, width: shown.layout.width, height: shown.layout.height };
}

function fitView(smoothly = true) {
  moveTo(fitting(wholeBox()), smoothly);
  view.fitted = true;
}

/* The box as large as it fits, rather at the top than in the middle where there is much room. */
function fitting(box) {
  const scale = scaleFor(box);
  const start = centred(box, scale);
  const slack = start.top + box.y * scale - EDGE;
  return { ...start, top: start.top - Math.max(0, slack) * 0.6 };
}

/* The whole chart where it can be read so, else its top. */
function firstView(smoothly = false) {
  const box = wholeBox();
  const least = readable();
  if (!shown.outline.length || scaleFor(box) >= least) return fitView(smoothly);
  const top = boxOf(shown.outline[0]);
  moveTo({ ...centred(top, least), top: EDGE - top.y * least }, smoothly);
}

/* Zoom by a factor about a point of the stage. */
function zoomAt(x, y, factor, smoothly = false) {
  const scale = Math.max(SMALLEST, Math.min(LARGEST, view.scale * factor));
  const by = scale / view.scale;
  moveTo({ left: x - (x - view.left) * by, top: y - (y - view.top) * by, scale }, smoothly);
}

function zoomBy(factor) {
  const space = room();
  zoomAt(space.width / 2, space.height / 2, factor, true);
}

/* The whole chart where it can be read so and a card is near the middle, else the card there. */
function bringToMiddle(at, smoothly = true) {
  const all = fitting(wholeBox());
  const { x, y, width, height } = boxOf(at);
  const near = (middle, length) => middle > 0.25 * length && middle < 0.75 * length;
  const across = near((x + width / 2) * all.scale + all.left, area.clientWidth);
  const down = near((y + height / 2) * all.scale + all.top, area.clientHeight);
  if (all.scale >= readable() && across && down) moveTo(all, smoothly);
  else centreOn(at, smoothly);
}

/* Bring a card to the middle, large enough to be read. */
function centreOn(at, smoothly = true) {
  moveTo(centred(boxOf(at), Math.max(view.scale, 0.8)), smoothly);
}

/* Move as little as it takes to have a box in the room; a box too large is made smaller, as long
   as it can be read, and then its top is shown. */
function reveal(box, smoothly = true) {
  const space = room();
  const fits = scaleFor(box, view.scale);
  const scale = Math.max(Math.min(view.scale, READABLE), fits);
  const by = scale / view.scale;
  let left = space.width / 2 - (space.width / 2 - view.left) * by;
  let top = space.height / 2 - (space.height / 2 - view.top) * by;
  left += nudge(box.x * scale + left, box.width * scale, space.width);
  top += nudge(box.y * scale + top, box.height * scale, space.height);
  moveTo({ left, top, scale }, smoothly);
}

/* How far what begins at `start` has to go to be within the room, its start first. */
function nudge(start, size, space) {
  const end = Math.min(0, space - EDGE - (start + size));
  return Math.max(EDGE - start, end) > 0 ? Math.max(0, EDGE - start) : end;
}

function moveTo(target, smoothly) {
  cancelAnimationFrame(view.moving);
  view.fitted = false;
  const goal = kept(target);
  view.goal = goal;
  if (!smoothly || !mayMove()) return show(goal);
  const from = { ...view };
  const start = performance.now();
  const step = (now) => {
    const part = Math.min(1, Math.max(0, (now - start) / 220));
    const eased = 1 - (1 - part) ** 3;
    const between = (name) => from[name] + (goal[name] - from[name]) * eased;
    show({ left: between("left"), top: between("top"), scale: between("scale") });
    if (part < 1) view.moving = requestAnimationFrame(step);
  };
  view.moving = requestAnimationFrame(step);
}

/* A view in which some of the chart is still to be seen. */
function kept({ left, top, scale }) {
  const { clientWidth: width, clientHeight: height } = area;
  const within = (at, size, space) => Math.max(60 - size, Math.min(space - 60, at));
  return {
    left: within(left, shown.layout.width * scale, width),
    top: within(top, shown.layout.height * scale, height),
    scale,
  };
}

/* Put the drawing where the view says. Moving all of it as one, from outside, spares the browser
   to lay out every text anew. */
function place() {
  const { left, top, scale } = view;
  paper.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  const thin = `${Math.max(1, 1 / scale)}`;
  for (const one of lineLayers) one.style.setProperty("--thin", thin);
  scaleCaptions();
}

function show({ left, top, scale }) {
  Object.assign(view, { left, top, scale });
  place();
  draw();
}
