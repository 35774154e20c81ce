"""Rules about reporting lines: one root cause gives one finding.

Order of explanation: an id that stands twice explains rings through it; an unknown manager
or a ring explains why positions have no top.
"""

from collections.abc import Iterator
from dataclasses import fields, replace

from orgcli.check.context import Context
from orgcli.check.position_names import briefly, named, subject
from orgcli.check.rule import Rule, entries
from orgcli.check.rules.files.complete_files import damaged_files
from orgcli.check.rules.organisation.configured_roots import absent_roots
from orgcli.check.rules.organisation.rings import duplicated_ids, hops
from orgcli.model.findings.finding import NO_LINES, Finding, Level, Place, Related
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import UNKNOWN
from orgcli.model.text import listed, quoted

_FARTHEST = 1_000
"""Managers above a position that are looked at before it is mended."""
_SHOWN = 10
"""Names in a list that are written out; a longer one says how many more."""


def duplicate_positions(context: Context) -> Iterator[Finding]:
    """ORG101, at every entry after the first with its id."""
    organisation = context.organisation
    positions, index = organisation.positions, organisation.lines.index
    if len(index) == len(positions):
        return
    rings = _rings_by_duplicate(organisation)
    for at, position in enumerate(positions):
        first = index[position.id]
        if first == at:
            continue
        message = f"the id `{position.id}` stands for two positions"
        message += _differences(positions[first], position)
        help = rings.pop(position.id, "give one of them an id of its own")
        related = [context.related(first, "id", message="first used here")]
        yield context.finding(
            "ORG101", message, at, "id", help=help, related=related, group=position.id
        )


def _differences(first: Position, second: Position) -> str:
    names = [f.name for f in fields(Position) if f.name not in ("id", "attributes")]
    unlike = [name for name in names if getattr(first, name) != getattr(second, name)]
    return f", which differ in {listed(unlike)}" if unlike else "; the two entries say the same"


def _rings_by_duplicate(organisation: Organisation) -> dict[str, str]:
    """For ids that stand twice: the help that explains the ring going through them."""
    help_of = {}
    duplicated = duplicated_ids(organisation)
    for ring in organisation.lines.rings:
        for member in ring:
            name = organisation.positions[member].id
            if name in duplicated:
                help_of[name] = (
                    "give one of them an id of its own; only because it stands for both do the "
                    f"reporting lines close a ring: {hops(organisation, ring)}"
                )
    return help_of


def unknown_managers(context: Context) -> Iterator[Finding]:
    """ORG102, at every reference; those to one missing id are a group."""
    organisation = context.organisation
    managers = organisation.lines.manager
    if not organisation.complete or UNKNOWN not in managers:
        return
    for at in [at for at, above in enumerate(managers) if above == UNKNOWN]:
        position = organisation.positions[at]
        missing = position.reports_to or ""
        message = (
            f"{subject(organisation, at)} reports to `{missing}`, which is not in this organisation"
        )
        finding = context.unknown_id("ORG102", message, at, "reports_to", missing=missing)
        if finding.fix and _leads_back(organisation, at, finding.fix.new):
            finding = replace(finding, fix=None)
        yield finding


def _leads_back(organisation: Organisation, at: int, manager: str) -> bool:
    """Whether a manager stands below a position, or so low that it may."""
    above = organisation.lines.index[manager]
    for _ in range(_FARTHEST):
        if above == at:
            return True
        if above < 0:
            return False
        above = organisation.lines.manager[above]
    return True


def no_root(context: Context) -> Iterator[Finding]:
    """ORG105: an organisation without positions has nobody at the top.

    With positions, only a ring or an unknown manager can leave the top empty; those are
    ORG101 to ORG104, and the cause is reported once.
    """
    organisation = context.organisation
    if organisation.positions or not organisation.complete:
        return
    file = organisation.files[0] if organisation.files else ""
    if not damaged_files(context.project).isdisjoint(organisation.files):
        return
    message = "there are no positions, so nobody is at the top"
    yield Finding("ORG105", message, Place(file), help="add an entry with an `id`")


def several_roots(context: Context) -> Iterator[Finding]:
    """ORG106, once, at the smallest of the trees."""
    organisation, settings = context.organisation, context.settings
    index = organisation.lines.index
    findings = (finding for finding in context.project.findings if finding.group == NO_LINES)
    if any(finding.place.file in organisation.files for finding in findings):
        return  # ORG018 has reported it
    # Tables name managers by name too; one that two people have is ORG102, found while reading.
    misread = {finding.entity for finding in context.project.findings if finding.code == "ORG102"}
    roots = [
        at
        for at in organisation.lines.roots
        if organisation.positions[at].state != "closed"
        and index[organisation.positions[at].id] == at  # else ORG101 has reported it
        and organisation.positions[at].id not in misread
    ]
    allowed = context.options("several-roots").max or 1
    expected = frozenset(settings.roots)
    unexpected = [at for at in roots if organisation.positions[at].id not in expected]
    if len(roots) <= max(allowed, 1) or not unexpected:
        return
    below = organisation.lines.below(roots)
    top = max(roots, key=lambda at: (below[at], -at))
    root = next((at for at in unexpected if at != top), unexpected[0])
    names = listed((briefly(organisation, at) for at in roots), _SHOWN, str)
    absent = absent_roots(context.project, settings)
    message = f"{len(roots):,} positions report to nobody: {names}"
    help = f"most stand below {briefly(organisation, top)}; let the others report to "
    help += "somebody, or name them in the configuration: roots = [...]"
    help += f"; it names {quoted(absent, 'and')}, which nobody here is" if absent else ""
    related = tuple(
        Related(organisation.place(at, "id"), f"{below[at]:,} below this one")
        for at in roots[:_SHOWN]
        if at != root
    )
    yield Finding("ORG106", message, organisation.place(root, "id"), help, related=related)


def closed_managers(context: Context) -> Iterator[Finding]:
    """ORG107: somebody who goes on reports to a position that does not."""
    organisation = context.organisation
    positions, manager = organisation.positions, organisation.lines.manager
    # Positions that end are few: found in file order first, so that a million managers need
    # not be looked up all over memory.
    ending = {
        at for at, position in enumerate(positions) if position.status == "closed" or position.end
    }
    if not ending:
        return
    for at in [at for at, above in enumerate(manager) if above in ending and above != at]:
        above, below = positions[manager[at]], positions[at]
        closure = _closure(above, below)
        if closure and below.state != "closed":
            message = f"{subject(organisation, at)} reports to "
            message += f"{named(organisation, manager[at])}, {closure}"
            help = "name the position that takes over"
            related = [context.related(manager[at], "id", message="this one")]
            yield context.finding(
                "ORG107", message, at, "reports_to", help=help, related=related, group=above.id
            )


def _closure(above: Position, below: Position) -> str | None:
    if above.status == "closed":
        return "which is closed"
    if above.end and below.start and above.end < below.start:
        return f"which ends on {above.end}, before `{below.id}` starts on {below.start}"
    return None


_ROOT, _CRO = "id: ceo", "id: cro, reports_to: ceo"

RULES = (
    Rule(
        "ORG101", "duplicate-position", Level.ERROR, "two entries share an id",
        "A reference to the id could mean either. A job share is one entry with several "
        "holders: `holder: [Ben Li, Ana Cruz]`.",
        entries(_ROOT, _CRO, "id: cro, reports_to: ceo, title: Chief Revenue Officer"),
        entries(_ROOT, _CRO), duplicate_positions,
    ),
    Rule(
        "ORG102", "unknown-manager", Level.ERROR, "reports to a position that does not exist",
        "The position and everyone below it are not connected to the organisation. If a file "
        "could not be read, the rule reports nothing: the manager may be in that file.",
        entries(_ROOT, "id: cro, reports_to: coe"), entries(_ROOT, _CRO), unknown_managers,
        fixable=True,
    ),
    Rule(
        "ORG105", "no-root", Level.ERROR, "nobody is at the top",
        "An organisation needs at least one position that reports to nobody.",
        "organisation: Northwind\npositions: []\n", entries(_ROOT), no_root,
    ),
    Rule(
        "ORG106", "several-roots", Level.WARNING, "more than one position reports to nobody",
        "The usual reason is a forgotten `reports_to`. If several positions at the top are "
        "intended, name them in the configuration with `roots = [...]`, or allow a number with "
        "`[rules.several-roots] max = 2`.",
        entries(_ROOT, _CRO, "id: cfo"), entries(_ROOT, _CRO, "id: cfo, reports_to: ceo"),
        several_roots,
        limits=("max",),
    ),
    Rule(
        "ORG107", "closed-manager", Level.ERROR, "reports to a closed or ended position",
        "When a position is closed, its reports need a new manager on the same day.",
        entries(_ROOT, "id: cro, reports_to: ceo, status: closed", "id: vp, reports_to: cro"),
        entries(_ROOT, "id: cro, reports_to: ceo, status: closed", "id: vp, reports_to: ceo"),
        closed_managers,
    ),
)  # fmt: skip
