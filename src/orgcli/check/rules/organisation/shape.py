"""Rules about the shape of an organisation, off until they are selected: ORG301 to ORG305."""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter

from orgcli.check.context import Context
from orgcli.check.path_text import trail
from orgcli.check.position_names import briefly, named, subject
from orgcli.check.rule import Rule, entries
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.reporting_lines import reporting_lines

_HOPS = 6
"""Positions of a line that are written out; a longer one says how many more there are."""
_SHOWN = 5
"""Further open positions that a finding shows."""


def _limit(context: Context, name: str) -> int:
    """The limit of a rule that runs only where the configuration sets one."""
    most = context.options(name).max
    if most is None:
        raise AssertionError(f"{name} runs without a limit")
    return most


def _spans(organisation: Organisation, assistants: bool) -> Sequence[int]:
    """Per position: how many people report to it directly, closed positions left out.

    A card for several seats counts as all of them: that is how many somebody leads.
    assistants  whether they count too
    """
    spans = [0] * len(organisation.positions)
    above = organisation.lines.manager
    for at, position in enumerate(organisation.positions):
        if above[at] >= 0 and above[at] != at and position.status != "closed":
            if assistants or not position.assistant:
                spans[above[at]] += position.headcount
    return spans


def wide_spans(context: Context) -> Iterator[Finding]:
    """ORG301, at every position with more direct reports than the limit."""
    organisation = context.organisation
    most = _limit(context, "span-too-wide")
    for at, span in enumerate(_spans(organisation, assistants=True)):
        position = organisation.positions[at]
        if span > most and position.status != "closed":
            reports = "report" if span == 1 else "reports"
            message = (
                f"{subject(organisation, at)} has {span:,} direct {reports}, more than {most:,}"
            )
            help = "let some of them report to one of the others, or raise the limit: "
            help += "[rules.span-too-wide] max = ..."
            yield context.finding("ORG301", message, at, "id", help=help, size=span)


def single_reports(context: Context) -> Iterator[Finding]:
    """ORG302, at every position that only one other reports to."""
    organisation = context.organisation
    positions = organisation.positions
    alone = {
        at
        for at, span in enumerate(_spans(organisation, assistants=False))
        if span == 1 and positions[at].status != "closed"
    }
    for at, above in enumerate(organisation.lines.manager):
        below = positions[at]
        if above not in alone or above == at or below.assistant or below.status == "closed":
            continue
        message = f"{subject(organisation, above)} has one direct report, {named(organisation, at)}"
        help = "join the two, or let others report there too"
        related = [context.related(at, "id", message="the one report")]
        yield context.finding("ORG302", message, above, "id", help=help, related=related)


def too_many_layers(context: Context) -> Iterator[Finding]:
    """ORG303, once, at the first of the deepest positions that are not closed."""
    positions, lines = context.organisation.positions, context.organisation.lines
    most = _limit(context, "too-many-layers")
    layers = context.organisation.layers
    if layers <= most:
        return
    deepest = next(
        at
        for at, layer in enumerate(lines.layer)
        if layer == layers and positions[at].status != "closed"
    )
    line = [deepest]
    while lines.manager[line[-1]] >= 0:
        line.append(lines.manager[line[-1]])
    organisation = context.organisation
    message = (
        f"{subject(organisation, deepest)} is on layer {layers:,}, {layers - most:,} more than "
    )
    message += f"{most:,}: {trail(line, _HOPS, partial(briefly, organisation))}"
    help = "take a layer out of this line, or raise the limit: [rules.too-many-layers] max = ..."
    yield context.finding("ORG303", message, deepest, "id", help=help)


def many_open(context: Context) -> Iterator[Finding]:
    """ORG304, once, at the first open position; planned and closed ones are not counted.

    Where nobody holds a position the file is a plan of seats, in which all are open.
    """
    positions = context.organisation.positions
    states = [position.state for position in positions]
    seats = {"filled": 0, "open": 0, "planned": 0, "closed": 0}
    for state, headcount in zip(states, map(attrgetter("headcount"), positions), strict=True):
        seats[state] += headcount
    vacant, whole = seats["open"], seats["open"] + seats["filled"]
    most = _limit(context, "many-open")
    if not seats["filled"] or vacant * 100 <= most * whole:
        return
    first, *others = (at for at, state in enumerate(states) if state == "open")
    message = f"{vacant:,} of {whole:,} positions {'is' if vacant == 1 else 'are'} open, "
    message += f"{vacant * 100 / whole:.3g} %; the limit is {most} %"
    help = "fill them, close those that nobody is sought for, or raise the limit: "
    help += "[rules.many-open] max = ..."
    label = "the first of them"
    related = [context.related(at, "id", message="open too") for at in others[:_SHOWN]]
    yield context.finding("ORG304", message, first, "id", help=help, label=label, related=related)


def unused_departments(context: Context) -> Iterator[Finding]:
    """ORG305, at every department that nobody is in, nor in any part of it.

    Positions have the id or the name of their department; case does not count, see ORG113.
    """
    organisation = context.organisation
    departments = organisation.departments
    if not departments or not organisation.complete:
        return
    used_words = {
        word.casefold() for word in map(attrgetter("department"), organisation.positions) if word
    }
    parts = reporting_lines(
        [department.id for department in departments],
        [department.parent for department in departments],
    )
    used: set[int] = set()
    for at, department in enumerate(departments):
        if used_words & {department.id.casefold(), (department.name or department.id).casefold()}:
            part = at
            while part >= 0 and part not in used:
                used.add(part)
                part = parts.manager[part]
    for at, department in enumerate(departments):
        if at not in used and parts.index[department.id] == at:
            message = f"nobody is in the department `{department.id}`"
            place = organisation.department_place(at, "id")
            help = f"remove it, or write `department: {department.id}` on the positions in it"
            yield Finding("ORG305", message, place, help, department.id)


_CEO, _CRO = "id: ceo, holder: Keiko Eriksen", "id: cro, reports_to: ceo, holder: Ben Li"
_AE = "id: ae, reports_to: cro"


def _limited(rule: str, limit: int, *positions: str) -> str:
    """An organisation and the configuration that sets a limit for it."""
    return f"{entries(*positions)}# orgcli.toml\n[rules.{rule}]\nmax = {limit}\n"


def _with_departments(*listed: str) -> str:
    head = "departments:\n" + "".join(f"  - {{{department}}}\n" for department in listed)
    return entries(_CEO, f"{_CRO}, department: sales").replace("positions:", f"{head}positions:")


RULES = (
    Rule(
        "ORG301", "span-too-wide", Level.OFF, "more direct reports than allowed",
        "The rule is on if the configuration sets `max`: sources differ on how many are too many, "
        "so that there is no default. `orgcli stats --sources` shows published figures and yours. "
        "A position with several seats counts as all of them. Assistants and open and planned "
        "positions count; closed positions do not.",
        _limited("span-too-wide", 8, _CEO, _CRO, f"{_AE}, headcount: 9"),
        _limited("span-too-wide", 8, _CEO, _CRO, f"{_AE}, headcount: 8"),
        wide_spans,
        limits=("max",),
        needs="max",
    ),
    Rule(
        "ORG302", "single-report", Level.OFF, "only one position reports to this one",
        "A manager with one report is one more layer in the reporting line. A position with "
        "several seats counts as all of them. Open and planned positions count; assistants and "
        "closed positions do not.",
        entries(_CEO, _CRO, "id: cfo, reports_to: ceo", _AE),
        entries(_CEO, _CRO, "id: cfo, reports_to: ceo", f"{_AE}, headcount: 2"),
        single_reports,
    ),
    Rule(
        "ORG303", "too-many-layers", Level.OFF, "more layers than allowed",
        "A decision has to pass through every layer. The rule is on if the configuration sets "
        "`max`; there is no default. `orgcli stats` shows how many layers there are. The top is "
        "layer 1.",
        _limited("too-many-layers", 3, _CEO, _CRO, "id: vp, reports_to: cro",
                 "id: ae, reports_to: vp"),
        _limited("too-many-layers", 3, _CEO, _CRO, "id: vp, reports_to: cro",
                 "id: ae, reports_to: cro"),
        too_many_layers,
        limits=("max",),
        needs="max",
    ),
    Rule(
        "ORG304", "many-open", Level.OFF, "too many of the positions are open",
        "`max` is a percentage of the seats that are filled or open. A position with several "
        "seats counts as all of them; planned and closed positions do not count. The rule is on "
        "if the configuration sets `max`; there is no default. `orgcli stats` shows the share.",
        _limited("many-open", 25, _CEO, _CRO, _AE),
        _limited("many-open", 25, _CEO, _CRO, f"{_AE}, holder: Ana Cruz"),
        many_open,
        limits=("max",),
        needs="max",
    ),
    Rule(
        "ORG305", "unused-department", Level.OFF, "a department without positions",
        "No position names the department, or a department that is part of it.",
        _with_departments("id: sales", "id: marketing"),
        _with_departments("id: sales, parent: marketing", "id: marketing"),
        unused_departments,
    ),
)  # fmt: skip
