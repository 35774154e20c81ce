// Presentation: the top of the organisation, then branch by branch, in full screen.

const presentBar = byId("presentation");
const presentTitle = byId("step-title");
const presentCount = byId("step-count");
const presentation = { steps: null, at: 0, before: null };
const STEP_KEYS = {
  ArrowRight: () => step(1),
  ArrowDown: () => step(1),
  PageDown: () => step(1),
  " ": () => step(1),
  Enter: () => step(1),
  ArrowLeft: () => step(-1),
  ArrowUp: () => step(-1),
  PageUp: () => step(-1),
  Home: () => step(-presentation.at),
  End: () => step(presentation.steps.length - 1 - presentation.at),
  Escape: () => endPresentation(),
};

function isPresenting() {
  return presentation.steps !== null;
}

/* Begin: what is shown now comes back at the end. */
function present() {
  if (isListed()) showList(false);
  const start = chosen.at;
  presentation.before = { scope: scope.at, expanded: expanded.slice(), chosen: start };
  chooseNobody();
  presentation.steps = [{ at: scope.at, split: true }, ...branchesBelow(scope.at)];
  presentation.at = 0;
  document.body.classList.add("presenting");
  presentBar.hidden = false;
  document.documentElement.requestFullscreen?.().catch(() => {});
  showStep();
  buttonFor("next").focus();
}

/* The heads of the branches below a position; of one branch alone, those below its head. */
function branchesBelow(at) {
  let heads = at >= 0 ? whole.reports[at] : tops;
  if (at < 0 && heads.length === 1) heads = whole.reports[heads[0]];
  return heads.filter(hasReports).map((one) => ({ at: one, split: false }));
}

function step(by) {
  const to = Math.max(0, Math.min(presentation.steps.length - 1, presentation.at + by));
  if (to === presentation.at) return;
  presentation.at = to;
  showStep();
}

/* One branch, as much of it as can be read; if that is not all, its own branches follow. */
function showStep() {
  const now = presentation.steps[presentation.at];
  setScope(now.at);
  view.narrow = false;
  openAtFirst();
  if (presentation.at === 0) openLayers(2);
  rearrange();
  fitView();
  findEmphasis();
  refreshAll();
  if (!now.split && shown.cards.length < scopeCount()) {
    presentation.steps.splice(presentation.at + 1, 0, ...branchesBelow(now.at));
  }
  now.split = true;
  const title = now.at < 0 ? org.heading : `${shortNameOf(now.at)} · ${titleOf(now.at)}`;
  presentTitle.textContent = title;
  presentCount.textContent = `${presentation.at + 1} / ${presentation.steps.length}`;
  buttonFor("previous").disabled = presentation.at === 0;
  buttonFor("next").disabled = presentation.at === presentation.steps.length - 1;
  announce(`${title}, ${presentCount.textContent}`);
}

function endPresentation() {
  if (!isPresenting()) return;
  const { before } = presentation;
  presentation.steps = null;
  document.body.classList.remove("presenting");
  presentBar.hidden = true;
  if (document.fullscreenElement) document.exitFullscreen();
  setScope(before.scope);
  expanded.set(before.expanded);
  rearrange(-1, false);
  firstView();
  if (before.chosen >= 0) choose(before.chosen, { smoothly: false });
  afterScope();
  buttonFor("present").focus();
}

addEventListener("keydown", (event) => {
  if (!isPresenting() || event.ctrlKey || event.metaKey || event.altKey) return;
  const does = STEP_KEYS[event.key];
  const pressed = event.target.closest?.("button") && (event.key === "Enter" || event.key === " ");
  if (!does || pressed) return;
  event.preventDefault();
  event.stopPropagation();
  does();
}, { capture: true });

document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement) endPresentation();
});
