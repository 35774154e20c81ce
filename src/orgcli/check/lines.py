"""Rules about reporting lines, ORG101 to ORG107: one root cause gives one finding.

Order of explanation: an id that stands twice explains rings through it; an unknown manager
or a ring explains why positions have no top.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from orgcli.check.rule import Check, Context, Rule
from orgcli.model.finding import Finding, Level, Place, Related
from orgcli.model.lines import UNKNOWN
from orgcli.model.nearest import NearestId
from orgcli.model.organisation import Organisation, Position

_SHOWN = 10
"""Hops of a ring and names in a list that are written out; a longer one says how many more."""


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
        here = Related(organisation.place(first, "id"), "first used here")
        yield Finding(
            "ORG101",
            f"the id `{position.id}` stands for two positions"
            f"{_differing(positions[first], position)}",
            organisation.place(at, "id"),
            help=rings.pop(position.id, "give one of them an id of its own"),
            entity=position.id,
            related=(here,),
            group=position.id,
        )


def _differing(first: Position, second: Position) -> str:
    names = [f.name for f in fields(Position) if f.name not in ("id", "attributes")]
    unlike = [name for name in names if getattr(first, name) != getattr(second, name)]
    if not unlike:
        return "; the two entries say the same"
    return ", which differ in " + ", ".join(f"`{name}`" for name in unlike)


def _rings_by_duplicate(organisation: Organisation) -> dict[str, str]:
    """For ids that stand twice: the help that explains the ring going through them."""
    found = {}
    duplicated = _duplicated(organisation)
    for ring in organisation.lines.rings:
        for member in ring:
            name = organisation.positions[member].id
            if name in duplicated:
                found[name] = (
                    "give one of them an id of its own; only because it stands for both do the "
                    f"reporting lines close a ring: {_hops(organisation, ring)}"
                )
    return found


def _duplicated(organisation: Organisation) -> frozenset[str]:
    seen: set[str] = set()
    twice = set()
    if len(organisation.lines.index) < len(organisation.positions):
        for position in organisation.positions:
            if position.id in seen:
                twice.add(position.id)
            seen.add(position.id)
    return frozenset(twice)


def unknown_managers(context: Context) -> Iterator[Finding]:
    """ORG102, at every reference; those to one missing id are a group."""
    organisation = context.organisation
    if not organisation.complete:
        return
    lines = organisation.lines
    absent = [at for at, manager in enumerate(lines.manager) if manager == UNKNOWN]
    if not absent:
        return
    nearest = NearestId(lines.index)
    meant: dict[str, str | None] = {}
    for at in absent:
        position = organisation.positions[at]
        missing = position.reports_to or ""
        if missing not in meant:
            meant[missing] = nearest.of(missing)
        near = meant[missing]
        yield Finding(
            "ORG102",
            f"`{position.id}` reports to `{missing}`, which is not in this organisation",
            organisation.place(at, "reports_to"),
            help=f"did you mean `{near}`?" if near else "add the position, or correct the id",
            label="nobody here has this id",
            entity=position.id,
            related=_candidate(organisation, near),
            group=missing,
        )


def _candidate(organisation: Organisation, near: str | None) -> Sequence[Related]:
    if near is None:
        return ()
    place = organisation.place(organisation.lines.index[near], "id")
    return (Related(place, "this one is here"),)


def reports_to_itself(context: Context) -> Iterator[Finding]:
    """ORG103, with how many hang below it and so under nobody."""
    organisation = context.organisation
    selves = [ring[0] for ring in organisation.lines.rings if len(ring) == 1]
    below = _counts_below(organisation, selves)
    for at in selves:
        position = organisation.positions[at]
        yield Finding(
            "ORG103",
            f"`{position.id}` reports to itself",
            organisation.place(at, "reports_to"),
            help="leave `reports_to` out if it is the top" + _cut_off(below[at]),
            entity=position.id,
        )


def reporting_cycles(context: Context) -> Iterator[Finding]:
    """ORG104, once per ring, from its first position in the file."""
    organisation = context.organisation
    duplicated = _duplicated(organisation)
    rings = [
        ring
        for ring in organisation.lines.rings
        if len(ring) > 1
        and not (duplicated and duplicated & {organisation.positions[at].id for at in ring})
    ]
    below = _counts_below(organisation, [ring[0] for ring in rings])
    for ring in rings:
        first = ring[0]
        yield Finding(
            "ORG104",
            f"{len(ring):,} positions report to each other in a ring: {_hops(organisation, ring)}",
            organisation.place(first, "reports_to"),
            help="one of them must report to somebody outside the ring, or to nobody"
            + _cut_off(below[first] - len(ring) + 1),
            entity=organisation.positions[first].id,
            related=_hop_places(organisation, ring),
        )


def _written_out(ring: Sequence[int]) -> tuple[Sequence[int], Sequence[int], int]:
    """The hops before and after the gap, and how many are in it."""
    if len(ring) <= _SHOWN:
        return ring, (), 0
    half = _SHOWN // 2
    return ring[:half], ring[-half:], len(ring) - _SHOWN


def _hops(organisation: Organisation, ring: Sequence[int]) -> str:
    start, end, gap = _written_out(ring)
    names = [f"`{organisation.positions[at].id}`" for at in (*start, *end)]
    middle = [f"… {gap:,} more …"] if gap else []
    return " → ".join([*names[: len(start)], *middle, *names[len(start) :], names[0]])


def _hop_places(organisation: Organisation, ring: Sequence[int]) -> Sequence[Related]:
    start, end, _gap = _written_out(ring)
    positions = organisation.positions
    return tuple(
        Related(
            organisation.place(at, "reports_to"),
            f"`{positions[at].id}` reports to `{positions[at].reports_to}`",
        )
        for at in (*start, *end)[1:]
    )


def _counts_below(organisation: Organisation, tops: Sequence[int]) -> dict[int, int]:
    """How many positions stand below each of some positions; each line is walked once."""
    if not tops:
        return {}
    start, reports = organisation.lines.reports()
    counts = {}
    for top in tops:
        seen, queue = {top}, [top]
        while queue:
            at = queue.pop()
            for report in reports[start[at] : start[at + 1]]:
                if report not in seen:
                    seen.add(report)
                    queue.append(report)
        counts[top] = len(seen) - 1
    return counts


def _cut_off(count: int) -> str:
    if not count:
        return ""
    have = "position hangs" if count == 1 else "positions hang"
    return f"; {count:,} more {have} below it, under nobody"


def no_root(context: Context) -> Iterator[Finding]:
    """ORG105: an organisation without positions has nobody at the top.

    With positions, only a ring or an unknown manager can leave the top empty; those are
    ORG101 to ORG104, and the cause is reported once.
    """
    organisation = context.organisation
    if organisation.positions or not organisation.complete:
        return
    file = organisation.files[0] if organisation.files else ""
    if any(finding.place.file in organisation.files for finding in context.project.findings):
        return
    yield Finding(
        "ORG105",
        "there are no positions, so nobody is at the top",
        Place(file),
        help="add an entry with an `id`",
    )


def several_roots(context: Context) -> Iterator[Finding]:
    """ORG106, once, at the smallest of the trees."""
    organisation, settings = context.organisation, context.settings
    index = organisation.lines.index
    # Tables name managers by name too; one that two people have is ORG102, found while reading.
    misread = {one.entity for one in context.project.findings if one.code == "ORG102"}
    roots = [
        at
        for at in organisation.lines.roots
        if organisation.positions[at].state != "closed"
        and index[organisation.positions[at].id] == at  # else ORG101 has said it
        and organisation.positions[at].id not in misread
    ]
    allowed = context.options("several-roots").max or 1
    unexpected = [at for at in roots if organisation.positions[at].id not in settings.roots]
    if len(roots) <= max(allowed, 1) or not unexpected:
        return
    below = _counts_below(organisation, roots)
    top = max(roots, key=lambda at: (below[at], -at))
    other = next((at for at in unexpected if at != top), unexpected[0])
    names = [f"`{organisation.positions[at].id}`" for at in roots]
    more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    yield Finding(
        "ORG106",
        f"{len(roots):,} positions report to nobody: {', '.join(names[:_SHOWN])}{more}",
        organisation.place(other, "id"),
        help=f"most stand below `{organisation.positions[top].id}`; let the others report to "
        "somebody, or name them in the configuration: roots = [...]",
        entity=organisation.positions[other].id,
        related=tuple(
            Related(organisation.place(at, "id"), f"{below[at]:,} below this one")
            for at in roots[:_SHOWN]
            if at != other
        ),
    )


def closed_managers(context: Context) -> Iterator[Finding]:
    """ORG107: somebody who goes on reports to a position that does not."""
    organisation = context.organisation
    positions = organisation.positions
    for at, manager in enumerate(organisation.lines.manager):
        if manager < 0 or manager == at:
            continue
        above, below = positions[manager], positions[at]
        reason = _gone(above, below)
        if reason is None or below.state == "closed":
            continue
        yield Finding(
            "ORG107",
            f"`{below.id}` reports to `{above.id}`, {reason}",
            organisation.place(at, "reports_to"),
            help="name the position that takes over",
            entity=below.id,
            related=(Related(organisation.place(manager, "id"), "this one"),),
            group=above.id,
        )


def _gone(above: Position, below: Position) -> str | None:
    if above.status == "closed":
        return "which is closed"
    if above.end and below.start and above.end < below.start:
        return f"which ends on {above.end}, before `{below.id}` starts on {below.start}"
    return None


def _org(*entries: str) -> str:
    return "organisation: Northwind\npositions:\n" + "".join(f"  - {{{e}}}\n" for e in entries)


def _line_rule(
    code: str, name: str, summary: str, why: str, bad: str, good: str, check: Check,
    level: Level = Level.ERROR,
) -> Rule:  # fmt: skip
    return Rule(code, name, level, summary, why, bad, good, check)


_ROOT, _CRO = "id: ceo", "id: cro, reports_to: ceo"

RULES: Iterable[Rule] = (
    _line_rule(
        "ORG101", "duplicate-position", "two entries share an id",
        "A reference to the id could mean either. A job share is one entry with several "
        "holders: `holder: [Ben Li, Ana Cruz]`.",
        _org(_ROOT, _CRO, "id: cro, reports_to: ceo, title: Chief Revenue Officer"),
        _org(_ROOT, _CRO), duplicate_positions,
    ),
    _line_rule(
        "ORG102", "unknown-manager", "reports to a position that is not there",
        "The position and everyone below it fall out of the organisation. When a file could "
        "not be read, the rule is silent: the manager may stand in it.",
        _org(_ROOT, "id: cro, reports_to: coe"), _org(_ROOT, _CRO), unknown_managers,
    ),
    _line_rule(
        "ORG103", "reports-to-itself", "a position reports to itself",
        "Some systems mark the top this way; here the top reports to nobody.",
        _org("id: ceo, reports_to: ceo", _CRO), _org(_ROOT, _CRO), reports_to_itself,
    ),
    _line_rule(
        "ORG104", "reporting-cycle", "positions report to each other in a ring",
        "Nobody in a ring has anyone to answer to, and everyone below it is cut off. The whole "
        "ring is shown, with the place of every hop.",
        _org(_ROOT, "id: cro, reports_to: vp", "id: vp, reports_to: cro"),
        _org(_ROOT, _CRO, "id: vp, reports_to: cro"), reporting_cycles,
    ),
    _line_rule(
        "ORG105", "no-root", "nobody is at the top",
        "An organisation needs at least one position that reports to nobody.",
        "organisation: Northwind\npositions: []\n", _org(_ROOT), no_root,
    ),
    _line_rule(
        "ORG106", "several-roots", "more than one position reports to nobody",
        "Mostly a forgotten `reports_to`. Where several tops are meant, name them in the "
        "configuration with `roots = [...]`, or allow a number of them with "
        "`[rules.several-roots] max = 2`.",
        _org(_ROOT, _CRO, "id: cfo"), _org(_ROOT, _CRO, "id: cfo, reports_to: ceo"),
        several_roots, Level.WARNING,
    ),
    _line_rule(
        "ORG107", "closed-manager", "reports to a closed or ended position",
        "When a position is closed, its reports need a new manager on the same day.",
        _org(_ROOT, "id: cro, reports_to: ceo, status: closed", "id: vp, reports_to: cro"),
        _org(_ROOT, "id: cro, reports_to: ceo, status: closed", "id: vp, reports_to: ceo"),
        closed_managers,
    ),
)  # fmt: skip
