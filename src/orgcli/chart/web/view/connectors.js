// Reporting lines as paths: round where a line turns, straight on where others branch off.

const TURN = 6;

/* The path of the line to a card; those of all reports of its manager are made at once. */
function wayTo(local) {
  if (!shown.ways[local]) traceReports(org.manager[shown.cards[local]]);
  return shown.ways[local];
}

function traceReports(manager) {
  const reports = reportsOf(manager).filter(isShown).map((at) => shown.at[at]);
  const spans = spansOf(reports.map((local) => shown.layout.lines[local]));
  const branches = (x, y) => within(spans[0].get(y), x) || within(spans[1].get(x), y);
  for (const local of reports) {
    shown.ways[local] = turning(shown.layout.lines[local], TURN, branches);
  }
}

/* By what they have in common, the level and the upright parts of lines, as long as they go on:
   [from, to] from low to high. */
function spansOf(lines) {
  const found = [new Map(), new Map()];
  for (const line of lines) {
    for (let at = 2; at < line.length; at += 2) {
      const axis = line[at] === line[at - 2] ? 1 : 0;
      const across = line[at + 1 - axis];
      const ends = [line[at + axis - 2], line[at + axis]];
      if (!found[axis].has(across)) found[axis].set(across, []);
      found[axis].get(across).push(ends[0] < ends[1] ? ends : ends.reverse());
    }
  }
  for (const spans of found) {
    for (const [across, each] of spans) spans.set(across, joined(each));
  }
  return found;
}

function joined(spans) {
  spans.sort((one, other) => one[0] - other[0]);
  const found = [spans[0]];
  for (const [low, high] of spans) {
    const last = found[found.length - 1];
    if (low > last[1]) found.push([low, high]);
    else last[1] = Math.max(last[1], high);
  }
  return found;
}

function within(spans, at) {
  return spans ? spans.some(([low, high]) => low < at && at < high) : false;
}

/* The path along corners [x0, y0, x1, y1, ...] with round turns, but where it is to be sharp. */
function turning(points, radius, isSharp = () => false) {
  let path = `M${points[0]} ${points[1]}`;
  const last = points.length - 2;
  for (let at = 2; at < last; at += 2) {
    const [x, y] = [points[at], points[at + 1]];
    const [fromX, fromY] = [points[at - 2] - x, points[at - 1] - y];
    const [toX, toY] = [points[at + 2] - x, points[at + 3] - y];
    const [before, after] = [Math.abs(fromX + fromY), Math.abs(toX + toY)];
    const own = (length, shared) => (shared ? length / 2 : length);
    const cut = Math.min(radius, own(before, at > 2), own(after, at + 2 < last));
    if (!cut || isSharp(x, y)) path += `L${x} ${y}`;
    else {
      const [start, end] = [cut / before, cut / after];
      path += `L${x + fromX * start} ${y + fromY * start}`;
      path += `Q${x} ${y} ${x + toX * end} ${y + toY * end}`;
    }
  }
  return `${path}L${points[last]} ${points[last + 1]}`;
}
