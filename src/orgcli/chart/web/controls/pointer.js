// Mouse, pen and fingers: drag to move, wheel and pinch to zoom, click to choose or to open.

const pointers = new Map();
const press = { moved: false, middle: null, spread: 0 };

chart.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return;
  cancelAnimationFrame(view.moving);
  if (!pointers.size) press.moved = false;
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  remember();
});

chart.addEventListener("pointermove", (event) => {
  const start = pointers.get(event.pointerId);
  if (!start) return;
  if (!press.moved) {
    const far = Math.hypot(event.clientX - start[0], event.clientY - start[1]);
    if (far < (event.pointerType === "mouse" ? 4 : 8) && pointers.size === 1) return;
    press.moved = true;
    chart.classList.add("moving");
    for (const id of pointers.keys()) chart.setPointerCapture(id);
  }
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  follow();
});

for (const end of ["pointerup", "pointercancel"]) {
  chart.addEventListener(end, (event) => {
    pointers.delete(event.pointerId);
    remember();
    if (!pointers.size) chart.classList.remove("moving");
  });
}

/* The middle of all fingers, and how far apart the first two are. */
function grip() {
  const all = [...pointers.values()];
  const middle = [0, 1].map((axis) => all.reduce((sum, one) => sum + one[axis], 0) / all.length);
  const [one, other] = all;
  return { middle, spread: other ? Math.hypot(one[0] - other[0], one[1] - other[1]) : 0 };
}

function remember() {
  if (pointers.size) Object.assign(press, grip());
}

function follow() {
  const before = { ...press };
  remember();
  const [dx, dy] = [press.middle[0] - before.middle[0], press.middle[1] - before.middle[1]];
  moveTo({ left: view.left + dx, top: view.top + dy, scale: view.scale }, false);
  if (before.spread && press.spread) zoomAt(...onStage(press.middle), press.spread / before.spread);
}

/* A point of the window as one of the stage. */
function onStage([x, y]) {
  const corner = stage.getBoundingClientRect();
  return [x - corner.left, y - corner.top];
}

chart.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType !== "touch" && !pointers.size) hoverOn(target.closest(".card")?.at ?? -1);
});
chart.addEventListener("pointerleave", () => hoverOn(-1));

chart.addEventListener("wheel", (event) => {
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  const pace = event.ctrlKey ? 0.01 : 0.002;
  const turned = Math.max(-300, Math.min(300, event.deltaY * lines));
  if (event.shiftKey) {
    const by = (event.deltaX || event.deltaY) * lines;
    moveTo({ left: view.left - by, top: view.top, scale: view.scale }, false);
  } else zoomAt(...onStage([event.clientX, event.clientY]), Math.exp(-turned * pace));
}, { passive: false });

chart.addEventListener("click", (event) => {
  if (press.moved) return;
  const card = event.target.closest(".card");
  const point = onStage([event.clientX, event.clientY]);
  const block = event.target.closest(".block");
  if (block) return moveTo(fitting(branchBoxes()[shown.at[block.at]]), true);
  const at = card ? card.at : farCanvas.hidden ? -1 : cardAt(...point);
  if (at < 0) return chooseNobody();
  if (event.target.closest(".toggle")) {
    focusOn(at, false);
    return toggle(at);
  }
  choose(at, { centre: !card });
  focusOn(at, false);
});

chart.addEventListener("dblclick", (event) => {
  const card = event.target.closest(".card");
  if (card && !event.target.closest(".toggle")) toggle(card.at);
});
