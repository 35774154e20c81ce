// Animation: cards glide to where they stand now; nothing moves before the reader has acted.

const GLIDE = { duration: 220, easing: "ease-out" };
const reader = { acted: false };

for (const kind of ["pointerdown", "click", "keydown", "wheel"]) {
  addEventListener(kind, () => (reader.acted = true), { capture: true, once: true, passive: true });
}

/* Whether anything may move: a page opens still, and stays so for readers who want that. */
function mayMove() {
  return reader.acted && !calm.matches;
}

/* End every movement where it leads. */
function settle() {
  cancelAnimationFrame(view.moving);
  if (view.goal) Object.assign(view, view.goal);
  for (const each of document.getAnimations()) each.finish();
}

/* Where the cards on the screen stand; null where nothing is to glide. */
function boxesOnScreen() {
  if (!mayMove() || !drawn.cards.size || shown.cards.length > MANY_CARDS) return null;
  return new Map([...drawn.cards.keys()].filter(isShown).map((at) => [at, boxOf(at)]));
}

/* Let the cards glide from where they stood, moved by (dx, dy); new ones come out of the nearest
   card above them. */
function glide(before, dx, dy) {
  if (!before || shown.cards.length > MANY_CARDS) return;
  for (const [at, card] of drawn.cards) {
    let start = at;
    while (start >= 0 && !before.has(start)) start = org.manager[start];
    const [from, to] = [before.get(start), boxOf(at)];
    const known = start === at;
    if (!from || (known && from.x + dx === to.x && from.y + dy === to.y)) continue;
    const place = (x, y, opacity) => ({ transform: `translate(${x}px, ${y}px)`, opacity });
    card.animate([place(from.x + dx, from.y + dy, known ? 1 : 0), place(to.x, to.y, 1)], GLIDE);
  }
  for (const lines of lineLayers) {
    lines.animate([{ opacity: 0 }, { opacity: 0 }, { opacity: 1 }], GLIDE);
  }
}
