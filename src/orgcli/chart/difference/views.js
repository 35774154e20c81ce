"use strict";
(() => {
// The view that is shown, how large the chart is, and the card that is chosen with its entries.

const root = document.documentElement;
const stage = document.getElementById("stage");
const chart = document.getElementById("chart");
const list = document.getElementById("changes");
const said = document.getElementById("said");
const entries = [...list.querySelectorAll(".entry[data-cards]")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const READABLE = 0.85, LARGEST = 4, STEP = 1.25, FAR = 4;

const cardsOf = (entry) => entry.dataset.cards.split(" ").map(Number);
const entriesOf = new Map();
for (const entry of entries) {
  for (const card of cardsOf(entry)) {
    entriesOf.set(card, [...(entriesOf.get(card) ?? []), entry]);
  }
}

// The scale is in CSS pixels to a point of the chart.

let scale = 1;
let fitted = true;

function size() {
  return [Number(chart.dataset.width), Number(chart.dataset.height)];
}

function fitting() {
  const [width, height] = size();
  return Math.min(stage.clientWidth / width, stage.clientHeight / height, STEP);
}

function setScale(wanted, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const [width, height] = size();
  const next = Math.min(LARGEST, Math.max(Math.min(fitting(), 1), wanted));
  const before = chart.getBoundingClientRect();
  const frame = stage.getBoundingClientRect();
  const left = (frame.left + x - before.left) / scale;
  const top = (frame.top + y - before.top) / scale;
  scale = next;
  chart.setAttribute("width", width * scale);
  chart.setAttribute("height", height * scale);
  const after = chart.getBoundingClientRect();
  stage.scrollLeft += after.left + left * scale - frame.left - x;
  stage.scrollTop += after.top + top * scale - frame.top - y;
}

function fit() {
  setScale(fitting());
  fitted = true;
}

function zoom(factor, x, y) {
  fitted = false;
  setScale(scale * factor, x, y);
}

// Views.

const views = [...document.querySelectorAll("#views input")];

function show(view) {
  document.body.dataset.view = view;
  for (const one of views) one.checked = one.value === view;
}

for (const one of views) one.addEventListener("change", () => show(one.value));

// A card is shown where its part for the view is.

function partOf(card) {
  const parts = document.getElementById(`c${card}`)?.querySelectorAll(".v") ?? [];
  return [...parts].find((one) => one.getClientRects().length > 0);
}

function choose(cards, chosen) {
  for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
  for (const one of entries) one.removeAttribute("aria-current");
  for (const card of cards) document.getElementById(`c${card}`)?.classList.add("chosen");
  for (const entry of chosen) {
    entry.setAttribute("aria-current", "true");
    entry.closest("details").open = true;
  }
}

function goTo(entry) {
  const cards = cardsOf(entry);
  if (!cards.some(partOf)) show("changes");
  const there = cards.find(partOf);
  choose(cards, [entry]);
  if (there === undefined) return;
  fitted = false;
  if (scale < READABLE) setScale(READABLE);
  const part = partOf(there);
  const box = part.getBoundingClientRect();
  const frame = stage.getBoundingClientRect();
  stage.scrollBy({
    left: box.left + box.width / 2 - frame.left - stage.clientWidth / 2,
    top: box.top + box.height / 2 - frame.top - stage.clientHeight / 2,
    behavior: calm.matches ? "auto" : "smooth",
  });
  said.textContent = part.querySelector("title")?.textContent ?? "";
}

list.addEventListener("click", (event) => {
  const entry = event.target.closest(".entry[data-cards]");
  if (entry) goTo(entry);
});

list.addEventListener("keydown", (event) => {
  const open = entries.filter((one) => one.closest("details").open);
  const at = open.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: open.length - 1 };
  if (at < 0 || !(event.key in moves)) return;
  event.preventDefault();
  open[Math.min(open.length - 1, Math.max(0, moves[event.key]))].focus();
});

// The mouse drags the chart; fingers scroll it by themselves.

let held = null;
let dragged = false;

stage.addEventListener("pointerdown", (event) => {
  if (event.pointerType !== "mouse" || event.button !== 0) return;
  held = [event.clientX, event.clientY, stage.scrollLeft, stage.scrollTop];
  dragged = false;
});

addEventListener("pointermove", (event) => {
  if (!held) return;
  const dx = event.clientX - held[0], dy = event.clientY - held[1];
  if (!dragged && Math.hypot(dx, dy) < FAR) return;
  dragged = true;
  stage.classList.add("moving");
  stage.scrollTo(held[2] - dx, held[3] - dy);
});

addEventListener("pointerup", () => {
  held = null;
  stage.classList.remove("moving");
});

stage.addEventListener("click", (event) => {
  if (dragged) return;
  const card = Number(event.target.closest(".card")?.id.slice(1) ?? -1);
  const chosen = entriesOf.get(card) ?? [];
  const cards = chosen.length ? [card] : [];
  choose(cards, chosen);
  chosen[0]?.scrollIntoView({ block: "nearest" });
  said.textContent = chosen.map((one) => one.textContent).join("; ");
});

stage.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const frame = stage.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
}, { passive: false });

stage.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = { "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), 0: fit }[event.key];
  if (act) act();
});

const dark = matchMedia("(prefers-color-scheme: dark)");
const does = {
  "zoom-in": () => zoom(STEP),
  "zoom-out": () => zoom(1 / STEP),
  "fit": fit,
  "theme": () => {
    const theme = root.dataset.theme;
    const isDark = theme === "dark" || (theme === "system" && dark.matches);
    root.dataset.theme = isDark ? "light" : "dark";
  },
  "print": () => print(),
};
for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", () => {
    if (chart || button.dataset.do === "theme" || button.dataset.do === "print") {
      does[button.dataset.do]();
    }
  });
}

// Where the reader has other fonts than the cards are made for, texts stay within them.

function keepTextsInside() {
  const measuring = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(chart).fontFamily;
  for (const text of chart.querySelectorAll("[data-room]")) {
    const bold = text.classList.contains("bold") ? "bold " : "";
    measuring.font = `${bold}${text.getAttribute("font-size")}px ${family}`;
    const room = Number(text.dataset.room);
    if (measuring.measureText(text.textContent).width <= room) continue;
    text.setAttribute("textLength", room);
    text.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}

if (chart) {
  keepTextsInside();
  fit();
  new ResizeObserver(() => fitted && fit()).observe(stage);
}
})();
