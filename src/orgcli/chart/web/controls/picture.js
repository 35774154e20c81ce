// What is seen as a file: SVG, or PNG painted from it.

const [PICTURE_EDGE, PICTURE_HEAD, PICTURE_LINE] = [16, 52, 20];
const SVG_TYPE = "image/svg+xml";
const [DENSITY, MOST_PIXELS] = [2, 8192];
const DRAWN = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity",
  "stroke-linejoin", "opacity", "font-size", "font-weight", "text-anchor", "direction",
];

/* The part of the chart that the window shows, or all of it where that is in the window. */
function seenBox() {
  const { x, y, width, height } = partInView();
  const all = shown.layout;
  const [left, top] = [Math.max(-6, x), Math.max(-6, y)];
  const right = Math.min(all.width + 6, x + width);
  const bottom = Math.min(all.height + 6, y + height);
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/* The picture as an element of SVG: title, what is seen, legend. */
function pictureElement() {
  const box = seenBox();
  const scale = Math.max(1, view.scale);
  const high = box.height * scale;
  const wide = Math.max(360, box.width * scale) + 2 * PICTURE_EDGE;
  const ink = getComputedStyle(document.documentElement);
  const root = svg("svg", { xmlns: SVG, "font-family": family });
  const ground = svg("rect", { width: wide, fill: ink.backgroundColor }, root);
  const title = { x: PICTURE_EDGE, y: 26, "font-size": 18, "font-weight": "bold", fill: ink.color };
  svg("text", title, root).textContent = org.heading;
  const below = { x: PICTURE_EDGE, y: 43, "font-size": 11, fill: ink.getPropertyValue("--quiet") };
  svg("text", below, root).textContent = pictureSubtitle();
  const place = { x: PICTURE_EDGE, y: PICTURE_HEAD, width: box.width * scale, height: high };
  const frame = { ...place, viewBox: `${box.x} ${box.y} ${box.width} ${box.height}` };
  svg("svg", frame, root).append(drawnWorld());
  const end = writeLegend(root, PICTURE_HEAD + high + 12, wide, ink);
  const size = { width: Math.ceil(wide), height: Math.ceil(end + PICTURE_EDGE) };
  ground.setAttribute("height", size.height);
  for (const name in size) root.setAttribute(name, size[name]);
  root.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  return root;
}

function pictureSubtitle() {
  const parts = [counts.textContent];
  if (scope.at >= 0) parts.unshift(shortNameOf(scope.at));
  for (const [by, groups] of filters.chosen) {
    parts.push([...groups].map((group) => grouping(by).names[group]).join(", "));
  }
  return parts.join(" · ");
}

/* A copy of the drawing that needs no style sheet. */
function drawnWorld() {
  const far = !farCanvas.hidden;
  if (far) {
    drawn.everything = true;
    redraw();
  }
  const copy = world.cloneNode(true);
  const originals = world.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((made, at) => copyLook(originals[at], made));
  for (const made of copy.querySelectorAll("[data-hidden]")) made.remove();
  if (far) {
    drawn.everything = false;
    redraw();
  }
  copy.removeAttribute("id");
  return copy;
}

function copyLook(original, made) {
  const style = getComputedStyle(original);
  for (const { name } of [...made.attributes]) {
    if (name === "class" || name === "id" || name === "role" || name === "tabindex") {
      made.removeAttribute(name);
    } else if (name.startsWith("aria-")) made.removeAttribute(name);
  }
  if (style.display === "none") return made.setAttribute("data-hidden", "");
  if (original.tagName === "g" && style.opacity !== "1") {
    made.setAttribute("opacity", style.opacity);
  }
  if (!/^(rect|path|circle|text)$/.test(original.tagName)) return;
  for (const name of DRAWN) {
    const value = style.getPropertyValue(name);
    if (value) made.setAttribute(name, value);
  }
}

/* The groups that have colours, in lines; where the last of them ends. */
function writeLegend(root, top, wide, ink) {
  let [x, y] = [PICTURE_EDGE, top];
  for (const { firstChild: sample, children } of groupList.querySelectorAll("button")) {
    const name = children[1].textContent;
    const width = 26 + textWidth(name, 11, false);
    if (x > PICTURE_EDGE && x + width > wide - PICTURE_EDGE) {
      [x, y] = [PICTURE_EDGE, y + PICTURE_LINE];
    }
    const copy = sample.cloneNode(true);
    const originals = sample.querySelectorAll("*");
    copy.querySelectorAll("*").forEach((made, at) => copyLook(originals[at], made));
    for (const made of copy.querySelectorAll("[data-hidden]")) made.remove();
    for (const [key, value] of Object.entries({ x, y, width: 20, height: 16 })) {
      copy.setAttribute(key, value);
    }
    root.append(copy);
    const place = { x: x + 24, y: y + 12, "font-size": 11, fill: ink.color };
    svg("text", place, root).textContent = name;
    x += width + 16;
  }
  return groupList.querySelector("button") ? y + PICTURE_LINE : top;
}

function savePicture(kind) {
  byId("saves").close();
  const root = pictureElement();
  const text = new XMLSerializer().serializeToString(root);
  if (kind === "svg") return saveFile(new Blob([text], { type: SVG_TYPE }), kind);
  const [width, height] = ["width", "height"].map((name) => Number(root.getAttribute(name)));
  const density = Math.min(DENSITY, MOST_PIXELS / width, MOST_PIXELS / height);
  const image = new Image();
  image.addEventListener("load", () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(width * density), Math.round(height * density)];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => saveFile(blob, kind));
  });
  image.src = `data:${SVG_TYPE};charset=utf-8,${encodeURIComponent(text)}`;
}

/* Offer a file to be kept, called as the chart. */
function saveFile(blob, ending) {
  const link = document.createElement("a");
  const name = org.heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  link.download = `${name || "org"}.${ending}`;
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  announce(fill(words.saved, { name: link.download }));
}
