// Ways of dotted lines: level and upright, past the cards where that is possible.

const ASIDE = [4, 7, 10];
const MOST_CHANNELS = 40;
const PORT = 12;
const [PER_TURN, PER_CARD, PER_LINE] = [12, 4000, 150];

/* What ways should keep clear of: the cards that are drawn, the ports of those that are no `ends`,
   and lines that run the same way. */
function obstaclesOnScreen(ends) {
  const cards = [...drawn.cards.keys()].filter(isShown);
  const others = cards.filter((at) => hasDotted(at) && !ends.has(at));
  const lines = cards.map((at) => shown.layout.lines[shown.at[at]]).filter(Boolean);
  const boxes = cards.map(boxOf);
  return { boxes, ports: others.map(portBox), strokes: lines.flatMap(strokesOf) };
}

function portBox(at) {
  const { x, y, width } = boxOf(at);
  const left = x + across(width, 0, width) - (org.mirrored ? 9 : 5);
  return { x: left, y: y + PORT - 6, width: 14, height: 12 };
}

/* The straight parts of a line: [x0, y0, x1, y1] from low to high. */
function strokesOf(points) {
  const found = [];
  for (let at = 2; at < points.length; at += 2) {
    const [x, y, toX, toY] = points.slice(at - 2, at + 2);
    found.push([Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)]);
  }
  return found;
}

/* The corners of the best way from the port of a box to that of another. Those that are `bundled`
   have few lanes, so that they meet. */
function routeBetween(one, other, obstacles, bundled) {
  const lanes = bundled ? ASIDE.slice(0, 1) : ASIDE;
  const found = candidates(one, other, obstacles.boxes, lanes);
  const ways = found.map((points) => [effort(points), points]);
  ways.sort(([less], [more]) => less - more);
  let [least, best] = [Infinity, null];
  for (const [bare, points] of ways) {
    if (bare >= least) break;
    const cost = bare + hindrance(strokesOf(points), obstacles, least - bare);
    if (cost < least) [least, best] = [cost, points];
  }
  return best;
}

/* Ways of one upright part, and of two with a level one in a channel between them. */
function candidates(one, other, boxes, lanes) {
  const found = [];
  const [y, end] = [one.y + PORT, other.y + PORT];
  const channels = channelsNear(one, other, boxes);
  for (const [side, x] of sidesOf(one)) {
    for (const [toSide, to] of sidesOf(other)) {
      for (const aside of lanes) {
        const start = x + side * aside;
        if ((start - to) * toSide > 0) found.push([x, y, start, y, start, end, to, end]);
        for (const far of lanes) {
          const last = to + toSide * far;
          if ((last - x) * side > 0 && aside === lanes[0]) {
            found.push([x, y, last, y, last, end, to, end]);
          }
          for (const channel of channels) {
            const middle = [start, channel, last, channel];
            found.push([x, y, start, y, ...middle, last, end, to, end]);
          }
        }
      }
    }
  }
  return found;
}

function sidesOf(box) {
  return [
    [1, box.x + box.width],
    [-1, box.x],
  ];
}

/* Heights between cards, those near the two boxes first. */
function channelsNear(one, other, boxes) {
  const [low, high] = [Math.min(one.y, other.y) - 60, Math.max(one.y, other.y) + 120];
  const heights = boxes.flatMap((box) => [box.y - 3, box.y + box.height + 3]);
  const near = ascending(heights.filter((y) => low <= y && y <= high));
  return evenlyChosen(near, MOST_CHANNELS);
}

function effort(points) {
  let length = 0;
  for (let at = 2; at < points.length; at++) length += Math.abs(points[at] - points[at - 2]);
  return length + PER_TURN * points.length;
}

/* What stands in a way; beyond `most` it is not asked how much. */
function hindrance(strokes, { boxes, ports, strokes: others }, most) {
  let sum = 0;
  const closed = [...boxes, ...ports];
  for (const [x, y, right, bottom] of strokes) {
    for (const box of closed) {
      const across = right > box.x && x < box.x + box.width;
      if (across && bottom > box.y && y < box.y + box.height) sum += PER_CARD;
    }
    for (const other of others) {
      const level = y === bottom && other[1] === other[3];
      const upright = x === right && other[0] === other[2];
      if (!level && !upright) continue;
      const near = Math.abs(level ? y - other[1] : x - other[0]) < 2.5;
      const from = Math.max(level ? x : y, other[level ? 0 : 1]);
      const to = Math.min(level ? right : bottom, other[level ? 2 : 3]);
      if (near && to > from) sum += PER_LINE;
    }
    if (sum >= most) break;
  }
  return sum;
}
