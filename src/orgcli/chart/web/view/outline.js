// The dashed outline of a vacancy, as in chart/paint/outlines.py: no corner is broken.

const DASHES = { open: [5, 3.5], planned: [2, 2.5] };
const BEYOND = 2;

/* The outline below the accent of a card, from its left upper end to its right one. */
function dashedOutline(state, height, parent) {
  const { width } = sizes;
  const top = org.striped ? ACCENT : RADIUS;
  const r = RADIUS;
  const sides = `V${height - r}A${r} ${r} 0 0 0 ${r} ${height}H${width - r}`;
  let d = `M0 ${top}${sides}A${r} ${r} 0 0 0 ${width} ${height - r}V${top}`;
  const [upright, level] = [height - r - top, width - 2 * r].map((length) => length - 2 * BEYOND);
  const corner = (Math.PI / 2) * r + 2 * BEYOND;
  const side = (length) => betweenDashes(length, ...DASHES[state]);
  const dashes = [BEYOND, ...side(upright), corner, ...side(level), corner, ...side(upright)];
  if (org.striped) dashes.push(BEYOND);
  else {
    d += `A${r} ${r} 0 0 0 ${width - r} 0H${r}A${r} ${r} 0 0 0 0 ${r}`;
    dashes.push(corner, ...side(level), corner - BEYOND);
  }
  svg("path", { class: "dashes", d, "stroke-dasharray": dashes.map(rounded).join(" ") }, parent);
}

/* Gaps and dashes by turns from one dash to another, of a length together. */
function betweenDashes(length, dash, gap) {
  const count = Math.max(0, Math.round((length - gap) / (dash + gap)));
  const each = (length - count * dash) / (count + 1);
  return Array.from({ length: 2 * count + 1 }, (_, at) => (at % 2 ? dash : each));
}

function rounded(number) {
  return Math.round(number * 100) / 100;
}
