// Search: every word typed is somewhere in the name, title, department, id or lines of a position.

const MOST_FOUND = 50;
const field = document.getElementById("search");
const results = document.getElementById("results");
const foundList = document.getElementById("found");
const beyond = document.getElementById("beyond");
const search = { index: null, found: [], active: -1 };
const APOSTROPHES = /['’‘ʼ`´]/g;
const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };

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
  search.index = org.keys.map((key, at) => {
    const name = folded(org.names[at]);
    const title = shared[org.title[at]];
    const more = [...(moreOf(at).f ?? []), key].map(folded);
    const department = org.titles.length + org.department[at];
    const usual = [name, title, shared[department], ...more];
    const parts = [sharedSpelled[org.title[at]], sharedSpelled[department]];
    const others = [writtenOut(org.names[at]), ...parts];
    const spelled = others.filter((text) => text && !usual.includes(text));
    return { name, title, all: [...spelled, ...usual].join("\n") };
  });
  return search.index;
}

/* The positions in which every word is found, the nearest first: names before titles before the
   rest, beginnings before middles, then as in the file. */
function matches(query) {
  const asked = folded(query).split(/\s+/).filter(Boolean);
  const spelled = writtenOut(query).split(/\s+/).filter(Boolean);
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

function look() {
  search.found = matches(field.value);
  search.active = -1;
  const any = field.value.trim() !== "";
  foundList.replaceChildren(...search.found.slice(0, MOST_FOUND).map(option));
  const rest = search.found.length - MOST_FOUND;
  const none = any && !search.found.length;
  const more = rest > 0 ? fill(words.first_shown, { count: rest }) : "";
  beyond.textContent = none ? words.nothing_found : more;
  openResults(any);
  announce(!any ? "" : none ? words.nothing_found : counted(words.found, search.found.length));
}

function option(at, number) {
  const made = element("li", org.names[at]);
  made.id = `found-${number}`;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  const below = [titleOf(at), departmentOf(at)].filter(Boolean).join(" · ");
  if (below) made.append(" ", element("small", below));
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", () => take(number));
  return made;
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

const SEARCH_KEYS = {
  ArrowDown: () => mark(search.active + 1),
  ArrowUp: () => mark(search.active < 0 ? -1 : search.active - 1),
  Enter: () => take(Math.max(0, search.active)),
  Escape: () => {
    if (!results.hidden) return openResults(false);
    field.value = "";
    look();
    if (isListed()) field.blur();
    else drawn.cards.get(chosen.focus)?.focus({ preventScroll: true });
  },
};

field.addEventListener("input", look);
field.addEventListener("focus", () => {
  index();
  if (field.value.trim()) openResults(true);
});
field.addEventListener("blur", () => openResults(false));
field.addEventListener("keydown", (event) => {
  if (event.isComposing || !SEARCH_KEYS[event.key]) return;
  event.preventDefault();
  if (results.hidden && field.value.trim() && event.key.startsWith("Arrow")) look();
  SEARCH_KEYS[event.key]();
});
