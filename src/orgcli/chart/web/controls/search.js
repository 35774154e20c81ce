// Search: every word typed is somewhere in the name, title, department, id or facts.

const MOST_FOUND = 50;
const MOST_FACETS = 12;
const field = byId("search");
const results = byId("results");
const foundList = byId("found");
const foundCount = byId("found-count");
const facetList = byId("facets");
const beyond = byId("beyond");
const search = { index: null, found: [], active: -1 };
const APOSTROPHES = /['’‘ʼ`´]/g;
const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };
const FACET_KINDS = ["status", "department", "location"];

/* Text without case, accents and apostrophes. */
function folded(text) {
  const lower = text.toLowerCase().replace(APOSTROPHES, "");
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  const bare = lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter]);
}

/* The same with umlauts written out: `ue` for `ü`. */
function writtenOut(text) {
  const lower = text.normalize("NFC").toLowerCase();
  return folded(lower.replace(/[äöüåø]/g, (letter) => UMLAUTS[letter]));
}

/* Per position its name, and all of its text, folded; made once, when it is first needed. */
function index() {
  if (search.index) return search.index;
  const texts = [...org.titles, ...org.departments];
  const [shared, sharedSpelled] = [texts.map(folded), texts.map(writtenOut)];
  const facts = foldedFacts();
  search.index = org.keys.map((key, at) => {
    const name = folded(org.names[at]);
    const title = shared[org.title[at]];
    const more = [...facts[at], ...(moreOf(at).f ?? []).map(folded)];
    const department = org.titles.length + org.department[at];
    const usual = [name, title, shared[department], ...more, folded(key)];
    const parts = [sharedSpelled[org.title[at]], sharedSpelled[department]];
    const others = [writtenOut(org.names[at]), ...parts];
    const spelled = others.filter((text) => text && !usual.includes(text));
    return { name, title, all: [...spelled, ...usual].join("\n") };
  });
  return search.index;
}

/* Per position all that its facts say, folded. */
function foldedFacts() {
  const found = org.keys.map(() => []);
  for (const { texts, of } of org.facts) {
    const each = texts.map(folded);
    for (const at in of) if (of[at]) found[at].push(each[of[at]]);
  }
  return found;
}

function wordsOf(query, fold) {
  return fold(query).split(/\s+/).filter(Boolean);
}

/* The positions in which every word is found, the nearest first: names before titles before the
   rest, beginnings before middles, then as in the file. */
function matches(query) {
  const [asked, spelled] = [wordsOf(query, folded), wordsOf(query, writtenOut)];
  if (!asked.length) return [];
  const ranks = Array.from({ length: 6 }, () => []);
  index().forEach((entry, at) => {
    const found = (word, at) => entry.all.includes(word) || entry.all.includes(spelled[at]);
    if (asked.every(found)) ranks[rank(entry, asked)].push(at);
  });
  return ranks.flat();
}

function rank({ name, title, all }, asked) {
  const phrase = asked.join(" ");
  if (name === phrase || all.endsWith(`\n${phrase}`)) return 0;
  if (name.startsWith(phrase)) return 1;
  if (asked.every((word) => ` ${name}`.includes(` ${word}`))) return 2;
  if (asked.every((word) => name.includes(word))) return 3;
  return title.startsWith(phrase) ? 4 : 5;
}

/* Bring the results up to date; `opens`: and show them. */
function look(opens = true) {
  const any = field.value.trim() !== "";
  search.found = any ? matches(field.value).filter(passes) : isFiltered() ? passing() : [];
  search.active = -1;
  foundList.replaceChildren(...search.found.slice(0, MOST_FOUND).map(option));
  listFacets();
  const rest = search.found.length - MOST_FOUND;
  const none = any && !search.found.length;
  const more = rest > 0 ? fill(words.first_shown, { count: rest }) : "";
  beyond.textContent = none ? words.nothing_found : more;
  foundCount.textContent = search.found.length ? countOfHits() : "";
  showHits(any && !none ? search.found : null);
  openResults(opens && (any || facetList.children.length > 0));
  announce(!any ? "" : none ? words.nothing_found : countOfHits());
}

function countOfHits() {
  const { found } = search;
  const all = counted(words.found, found.length);
  if (scope.at < 0) return all;
  return `${all} · ${fill(words.found_here, { count: found.filter(isInScope).length })}`;
}

/* Groups whose names have the words that were typed, as filters: open seats, departments... */
function listFacets() {
  const asked = wordsOf(field.value, folded);
  const fits = (name) => asked.every((word) => folded(name).includes(word));
  const shown = [];
  for (const by of FACET_KINDS) {
    grouping(by).names.forEach((name, group) => {
      const usual = by === "status" && name === words.chart.states.filled;
      const named = by !== "location" || asked.length;
      if (!usual && named && fits(name) && grouping(by).sizes[group]) shown.push([by, group]);
    });
  }
  const focus = facetList.contains(document.activeElement) && document.activeElement.dataset.key;
  facetList.replaceChildren();
  for (const [by, group] of shown.slice(0, MOST_FACETS)) {
    const made = groupButton(by, group, facetList);
    made.addEventListener("click", () => look());
  }
  if (focus) facetList.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
}

function option(at, number) {
  const made = element("li", "");
  made.id = `found-${number}`;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  made.append(smallFace(at));
  const text = element("span", "", made);
  text.dir = "auto";
  element("span", "", text, "who").append(marked(org.names[at]));
  const title = titleOf(at) === org.names[at] ? "" : titleOf(at);
  const below = [title, departmentOf(at), factThatFits(at)].filter(Boolean).join(" · ");
  if (below) element("small", "", text).append(marked(below));
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", () => take(number));
  return made;
}

/* What else is said of a position, if only that has a word that was typed. */
function factThatFits(at) {
  const { all } = index()[at];
  const asked = wordsOf(field.value, folded);
  const seen = folded([org.names[at], titleOf(at), departmentOf(at)].join("\n"));
  const missing = asked.filter((word) => !seen.includes(word) && all.includes(word));
  if (!missing.length) return "";
  const texts = [...org.facts.map((one) => factOf(one, at)), org.keys[at]];
  return texts.find((text) => folded(text).includes(missing[0])) ?? "";
}

/* The photo, the initials, or a dot in the colour of the group. */
function smallFace(at) {
  const face = largeFace(at);
  if (face) return face;
  const made = svg("svg", { viewBox: "0 0 20 20", class: "face", "aria-hidden": "true" });
  svg("circle", { class: `g${colorOf(at)}`, cx: 10, cy: 10, r: 5 }, made);
  return made;
}

/* A text in which the letters that were typed are marked. */
function marked(text) {
  const made = document.createDocumentFragment();
  let start = 0;
  for (const [from, to] of markedParts(text)) {
    made.append(text.slice(start, from));
    element("mark", text.slice(from, to), made);
    start = to;
  }
  made.append(text.slice(start));
  return made;
}

/* Where the words that were typed are in a text: [from, to], in order, none in another. */
function markedParts(text) {
  const found = [];
  for (const fold of [folded, writtenOut]) {
    const places = [];
    let all = "";
    let at = 0;
    for (const letter of text) {
      const plain = fold(letter);
      for (let n = 0; n < plain.length; n++) places.push([at, at + letter.length]);
      if (!plain && places.length) places[places.length - 1][1] = at + letter.length;
      all += plain;
      at += letter.length;
    }
    for (const word of wordsOf(field.value, fold)) {
      for (let n = all.indexOf(word); n >= 0; n = all.indexOf(word, n + word.length)) {
        found.push([places[n][0], places[n + word.length - 1][1]]);
      }
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  const kept = [];
  for (const [from, to] of found) {
    const last = kept[kept.length - 1];
    if (!last || from >= last[1]) kept.push([from, to]);
    else last[1] = Math.max(last[1], to);
  }
  return kept;
}

function openResults(open) {
  results.hidden = !open;
  field.setAttribute("aria-expanded", String(open && search.found.length > 0));
  if (!open || search.active < 0) field.removeAttribute("aria-activedescendant");
}

/* Mark a result; from the last on to the first and back. */
function mark(number) {
  const options = foundList.children;
  if (!options.length) return;
  options[search.active]?.setAttribute("aria-selected", "false");
  search.active = (number + options.length) % options.length;
  options[search.active].setAttribute("aria-selected", "true");
  options[search.active].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", options[search.active].id);
}

/* Go to a result. */
function take(number) {
  const at = search.found[number];
  if (at === undefined) return;
  openResults(false);
  choose(at);
  if (!isListed()) focusOn(at, false);
}

function endSearch() {
  field.value = "";
  look(false);
}

const SEARCH_KEYS = {
  ArrowDown: () => mark(search.active + 1),
  ArrowUp: () => mark(search.active < 0 ? -1 : search.active - 1),
  Enter: () => take(Math.max(0, search.active)),
  Escape: () => {
    if (!results.hidden && field.value) return openResults(false);
    endSearch();
    if (isListed()) field.blur();
    else drawn.cards.get(chosen.focus)?.focus({ preventScroll: true });
  },
};

field.addEventListener("input", () => look());
field.addEventListener("focus", () => {
  index();
  look();
});
field.parentElement.addEventListener("focusout", ({ relatedTarget }) => {
  if (!field.parentElement.contains(relatedTarget)) openResults(false);
});
results.addEventListener("mousedown", (event) => event.preventDefault());
field.addEventListener("keydown", (event) => {
  if (event.isComposing || !SEARCH_KEYS[event.key]) return;
  event.preventDefault();
  if (results.hidden && field.value.trim() && event.key.startsWith("Arrow")) look();
  SEARCH_KEYS[event.key]();
});
