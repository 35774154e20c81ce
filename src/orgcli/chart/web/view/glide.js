// Animation: cards glide to where they stand now, so that the eye can follow them.

const GLIDE = { duration: 220, easing: "ease-out" };

/* Where the cards on the screen stand; null where nothing is to glide. */
function boxesOnScreen() {
  if (calm.matches || !drawn.cards.size || shown.cards.length > MANY_CARDS) return null;
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
  for (const lines of world.querySelectorAll("#world > path")) {
    lines.animate([{ opacity: 0 }, { opacity: 0 }, { opacity: 1 }], GLIDE);
  }
}
