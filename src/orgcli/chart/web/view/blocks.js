// Branches as blocks with their names and counts, where cards are too small to be read.

const BLOCK_SCALE = 0.45;
const [BLOCK_WIDE, BLOCK_HIGH, BLOCK_GAP] = [56, 36, 3];
const SPLIT = 2.5;
const [LEAST_LETTERS, MOST_LETTERS] = [11, 30];
const blockLayer = byId("blocks");
const blocks = { layout: null, boxes: [] };

/* Draw the blocks at the scale of the view; none where cards can be read. */
function drawBlocks() {
  blockLayer.replaceChildren();
  const far = view.scale < BLOCK_SCALE && !drawn.everything && shown.cards.length > 1;
  chart.classList.toggle("far", far);
  if (!far) return;
  const found = blocksInView();
  const departments = found.map(departmentOf);
  found.forEach((at) => {
    const own = departmentOf(at);
    const alone = own && departments.indexOf(own) === departments.lastIndexOf(own);
    const all = found.length === 1 && org.manager[at] < 0;
    drawBlock(at, all ? org.heading : alone ? own : shortNameOf(at));
  });
}

/* The heads of the largest branches that can be told apart: a branch gives way to those below it
   as long as those with most people have room for their names. */
function blocksInView() {
  const boxes = branchBoxes();
  const found = [];
  const waiting = roots().filter(isShown).reverse();
  while (waiting.length) {
    const at = waiting.pop();
    const below = shownReports(at).filter((one) => shownReports(one).length);
    const least = org.manager[at] < 0 ? 1 : SPLIT;
    const roomy = ({ width, height }) =>
      width * view.scale >= least * BLOCK_WIDE && height * view.scale >= least * BLOCK_HIGH;
    const people = (heads) => heads.reduce((sum, one) => sum + blockCount(one), 0);
    const named = below.filter((one) => roomy(boxes[shown.at[one]]));
    if (below.length && 2 * people(named) >= people(below)) {
      waiting.push(...below.reverse());
    } else if (shownReports(at).length) found.push(at);
  }
  return found;
}

function shownReports(at) {
  return expanded[at] ? reportsOf(at).filter(isShown) : [];
}

/* The box around each card that is shown and all below it. */
function branchBoxes() {
  if (blocks.layout === shown.layout) return blocks.boxes;
  blocks.boxes = shown.cards.map(boxOf);
  for (let last = shown.outline.length - 1; last >= 0; last--) {
    const above = shown.at[org.manager[shown.outline[last]]] ?? -1;
    if (above < 0) continue;
    const pair = [blocks.boxes[above], blocks.boxes[shown.at[shown.outline[last]]]];
    const [left, top] = ["x", "y"].map((name) => Math.min(pair[0][name], pair[1][name]));
    const right = Math.max(...pair.map((box) => box.x + box.width));
    const bottom = Math.max(...pair.map((box) => box.y + box.height));
    blocks.boxes[above] = { x: left, y: top, width: right - left, height: bottom - top };
  }
  blocks.layout = shown.layout;
  return blocks.boxes;
}

/* One block; its letters are as large as it has room for, whatever the scale. */
function drawBlock(at, name) {
  const { x, y, width, height } = branchBoxes()[shown.at[at]];
  const { scale } = view;
  const [wide, high] = [width * scale + 2 * BLOCK_GAP, height * scale + 2 * BLOCK_GAP];
  const corner = `translate(${x} ${y}) scale(${1 / scale}) translate(${-BLOCK_GAP} ${-BLOCK_GAP})`;
  const kind = isBlockDim(at) ? "block dimmed" : "block";
  const group = svg("g", { class: kind, transform: corner }, blockLayer);
  group.at = at;
  svg("rect", { class: "ground", width: wide, height: high, rx: 8 }, group);
  svg("rect", { class: `g${colorOf(at)}`, width: wide, height: high, rx: 8 }, group);
  if (wide < BLOCK_WIDE / 2 || high < BLOCK_HIGH / 2) return;
  const [lines, size] = blockLines(name, wide - 12, high - 10);
  const count = emphasis.below ? `${emphasis.below[at]} / ${blockCount(at)}` : `${blockCount(at)}`;
  let base = high / 2 - ((lines.length + 1.25) * size * 1.2) / 2;
  for (const one of lines) {
    base += size * 1.2;
    line(group, [wide / 2, base], "name", one, size, wide - 8);
  }
  line(group, [wide / 2, base + size * 1.5], "name", count, size * 1.25, wide - 8);
}

function isBlockDim(at) {
  return Boolean(emphasis.below) && !emphasis.below[at];
}

/* How many positions a branch has, its head among them. */
function blockCount(at) {
  return org.total[at] + 1;
}

/* A name on one line or on two, and the size of its letters. */
function blockLines(name, wide, high) {
  const most = Math.min(MOST_LETTERS, high / 2.6);
  const tries = [[name], ...breaks(name)];
  let [found, largest] = [[name], 0];
  for (const lines of tries) {
    const widest = Math.max(...lines.map((one) => textWidth(one, 100, true)));
    const size = Math.min(MOST_LETTERS, (100 * wide) / widest, high / (1.2 * lines.length + 1.6));
    if (size > largest) [found, largest] = [lines, size];
  }
  return [found, Math.max(Math.min(LEAST_LETTERS, most), largest)];
}

/* The ways to break a name into two lines. */
function breaks(name) {
  const parts = name.split(" ");
  return parts.slice(1).map((_, at) => [
    parts.slice(0, at + 1).join(" "),
    parts.slice(at + 1).join(" "),
  ]);
}
