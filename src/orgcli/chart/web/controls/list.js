// The whole organisation as lists within lists, for those who would rather read than look.

const DEEPEST = 30;
const listView = document.getElementById("list");

function isListed() {
  return document.body.classList.contains("listed");
}

/* Show the list, or the chart. */
function showList(listed) {
  document.body.classList.toggle("listed", listed);
  listView.hidden = !listed;
  stage.hidden = listed;
  const other = document.querySelector('[data-do="list"]');
  other.title = listed ? words.as_chart : words.as_list;
  other.setAttribute("aria-label", other.title);
  if (!listed) {
    if (chosen.at >= 0) choose(chosen.at, { address: false, smoothly: false });
    else redraw();
    return;
  }
  if (!listView.firstChild) listView.append(wholeList());
  if (chosen.at >= 0) focusEntry(chosen.at);
}

/* Made when it is first asked for. Layers beyond the deepest stand beside it and say so: browsers
   follow nested elements by recursion, and a line may be as long as its file. */
function wholeList() {
  const lists = [element("ul")];
  const waiting = [...tops].reverse();
  while (waiting.length) {
    const at = waiting.pop();
    const depth = Math.min(layerOf[at], DEEPEST);
    lists.length = Math.min(lists.length, depth);
    if (lists.length < depth) {
      lists.push(element("ul", "", lists[lists.length - 1].lastChild));
    }
    lists[lists.length - 1].append(entry(at));
    const reports = whole.reports[at];
    for (let last = reports.length - 1; last >= 0; last--) waiting.push(reports[last]);
  }
  return lists[0];
}

function entry(at) {
  const made = document.createElement("li");
  made.id = `entry-${at}`;
  const link = element("a", org.names[at], made);
  link.href = `#${encodeURIComponent(org.keys[at])}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose(at);
    showList(false);
    focusOn(at, false);
  });
  const deep = layerOf[at] > DEEPEST ? [fill(words.layer, { number: layerOf[at] })] : [];
  const said = [titleOf(at), departmentOf(at), ...factsOf(at), ...dottedOf(at), ...deep];
  const text = said.filter(Boolean).join(" · ");
  if (text) made.append(" ", element("span", text));
  for (const mark of moreOf(at).m ?? []) made.append(" ", element("span", mark, null, "mark"));
  return made;
}

function dottedOf(at) {
  return (dottedFrom.get(at) ?? []).map(([other, purpose]) => {
    const said = fill(words.chart.dotted_to, { name: shortNameOf(other) });
    return purpose ? `${said} (${purpose})` : said;
  });
}

/* Go to a position in the list. */
function focusEntry(at) {
  listView.querySelector(".lit")?.classList.remove("lit");
  const made = document.getElementById(`entry-${at}`);
  made.classList.add("lit");
  made.firstChild.focus({ preventScroll: true });
  scrollTo(made, 8);
}

/* What is far away has no height of its own yet, so that it takes a few steps to come near. */
function scrollTo(made, steps) {
  made.scrollIntoView({ block: "center" });
  const [{ top }, { clientHeight }] = [made.getBoundingClientRect(), document.documentElement];
  const there = top > 0 && top < clientHeight;
  if (steps && !(there && steps < 7)) requestAnimationFrame(() => scrollTo(made, steps - 1));
}
