"""A plan file becomes a plan: its head, and its steps by their verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from orgcli.model.findings.finding import Finding
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.plan import STEPS, PlanFile, PlanHead, PlanStep
from orgcli.model.text import quoted
from orgcli.read.organisation.first_keys import PLAN
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.validation.mapping_values import mapping_value
from orgcli.read.syntax.validation.model_values import InvalidValue, valid_value
from orgcli.read.syntax.validation.validation_errors import explain, fields_of, synonyms_of

_STEPS = "steps"
_HEAD_SYNONYMS = synonyms_of(organisation="organization company", note="description")
_STEP_SYNONYMS = synonyms_of(
    to="reports_to manager under new",
    date="on when day from",
    holder="name person",
    note="why reason comment",
    fields="values with",
)
_VERB_SYNONYMS = synonyms_of(
    add="create new",
    move="transfer reassign",
    set="change update",
    hire="fill",
    leave="quit vacate",
    close="remove delete end",
)


def plan_from(document: Document) -> tuple[PlanFile | None, list[Finding]]:
    """The plan in a parsed file whose root is a mapping.

    Findings: those of `validated`, ORG005 for steps that are no list or have several verbs, ORG006
    for one without a verb. None without a name; a step with anything wrong in it is left out, and
    the plan is incomplete then.
    """
    root = document.mapping
    place, key_place = partial(document.place, 0), partial(document.key_place, 0)
    head_values = {key: value for key, value in root.items() if key != _STEPS}
    head, findings = mapping_value(head_values, PlanHead, PLAN, place, key_place, _HEAD_SYNONYMS)
    if head is None:
        return None, findings
    listed = root.get(_STEPS)
    if not listed:
        help = "write `steps:`, and a list of them: `- move: vp-sales`, and `to: cro` below it"
        findings.append(Finding("ORG006", "a plan needs `steps`", key_place(PLAN), help))
    elif not isinstance(listed, list):
        message = f"`{_STEPS}` must be a list, each step after a `-`"
        findings.append(Finding("ORG005", message, place(_STEPS)))
    items = listed if isinstance(listed, list) else []
    steps, numbers = _steps(document, items, findings)
    path = document.source.path
    return PlanFile(path, head, steps, place, numbers, not findings), findings


def _steps(
    document: Document, items: Sequence[Value], findings: list[Finding]
) -> tuple[tuple[PlanStep, ...], tuple[int, ...]]:
    """The steps that are sound, and the number of each in the list."""
    steps: list[PlanStep] = []
    numbers: list[int] = []
    slot = document.walk(0, (_STEPS,)) if items else 0
    slots = document.children(slot) if items else ()
    for number, (item, at) in enumerate(zip(items, slots, strict=True)):
        step = _step(document, item, document.aliases.get(at, at), findings)
        if step is not None:
            steps.append(step)
            numbers.append(number)
    return tuple(steps), tuple(numbers)


def _step(document: Document, item: Value, slot: int, findings: list[Finding]) -> PlanStep | None:
    place, key_place = partial(document.place, slot), partial(document.key_place, slot)
    if not isinstance(item, dict):
        message = "a step must be a mapping with its verb, such as `move: vp-sales`"
        findings.append(Finding("ORG005", message, place()))
        return None
    verbs = [key for key in item if key in STEPS]
    if len(verbs) != 1:
        findings.append(_wrong_verbs(verbs, item, document, slot))
        return None
    kind: type[PlanStep] = STEPS[verbs[0]]
    try:
        return valid_value(kind, item)
    except InvalidValue as invalid:
        findings += explain(invalid.error, place, key_place, fields_of(kind), _STEP_SYNONYMS)
        return None


def _wrong_verbs(
    verbs: Sequence[str], item: dict[str, Value], document: Document, slot: int
) -> Finding:
    if verbs:
        message = f"a step has one verb, and this one has {len(verbs)}: {quoted(verbs, 'and')}"
        place = document.key_place(slot, verbs[1])
        return Finding("ORG005", message, place, "make each a step of its own")
    first = next(iter(item), None)
    place = document.place(slot) if first is None else document.key_place(slot, first)
    likely = [_VERB_SYNONYMS[key] for key in item if key in _VERB_SYNONYMS]
    near = tuple(likely[:1]) or nearest_words(first or "", STEPS)
    help = did_you_mean(near, f"the verbs are {quoted(tuple(STEPS), 'and')}")
    return Finding("ORG006", "a step has no verb", place, help)
