"""Rules about rings: positions that report to themselves or to each other, ORG103 and ORG104."""

from collections.abc import Iterator, Sequence
from functools import partial

from orgcli.check.context import Context
from orgcli.check.path_text import HOPS, trail, written_out
from orgcli.check.position_names import briefly, subject
from orgcli.check.rule import Rule, entries
from orgcli.model.findings.finding import Finding, Level, Related
from orgcli.model.organisation.organisation import Organisation


def reports_to_itself(context: Context) -> Iterator[Finding]:
    """ORG103, with how many hang below it and so under nobody."""
    organisation = context.organisation
    selves = [ring[0] for ring in organisation.lines.rings if len(ring) == 1]
    below = organisation.lines.below(selves)
    for at in selves:
        message = f"{subject(organisation, at)} reports to itself"
        help = _top_help(organisation) + _cut_off(below[at])
        yield context.finding("ORG103", message, at, "reports_to", help=help)


def _top_help(organisation: Organisation) -> str:
    if top := organisation.top_word:
        return f"write the reference of another post, or `{top}` if it is at the top"
    return "leave `reports_to` out if it is the top"


def reporting_cycles(context: Context) -> Iterator[Finding]:
    """ORG104, once per ring, from its first position in the file."""
    organisation = context.organisation
    duplicated = duplicated_ids(organisation)
    positions = organisation.positions
    rings = [
        ring
        for ring in organisation.lines.rings
        if len(ring) > 1 and not (duplicated & {positions[at].id for at in ring})
    ]
    below = organisation.lines.below([ring[0] for ring in rings])
    for ring in rings:
        first = ring[0]
        message = f"{len(ring):,} positions report to each other in a ring: "
        message += hops(organisation, ring)
        help = "one of them must report to somebody outside the ring, or to nobody"
        help += _cut_off(below[first] - len(ring) + 1)
        # Whichever stands first in the file, the ring is known by the same one.
        entity = min(positions[at].id for at in ring)
        place, related = organisation.place(first, "reports_to"), _hop_places(organisation, ring)
        yield Finding("ORG104", message, place, help, entity, related=related)


def hops(organisation: Organisation, ring: Sequence[int]) -> str:
    """The ids along a ring, back to the first; of a long ring, how many are left out."""
    name = partial(briefly, organisation)
    return f"{trail(ring, HOPS, name)} → {name(ring[0])}"


def _hop_places(organisation: Organisation, ring: Sequence[int]) -> tuple[Related, ...]:
    positions = organisation.positions
    return tuple(
        Related(
            organisation.place(at, "reports_to"),
            f"{briefly(organisation, at)} reports to `{positions[at].reports_to}`",
        )
        for at in written_out(ring)[1:]
    )


def _cut_off(count: int) -> str:
    if not count:
        return ""
    more = "position below it has" if count == 1 else "positions below it have"
    return f"; {count:,} more {more} no line to the top"


def duplicated_ids(organisation: Organisation) -> frozenset[str]:
    """The ids that stand for more than one position."""
    index, positions = organisation.lines.index, organisation.positions
    if len(index) == len(positions):
        return frozenset()
    return frozenset(
        position.id for at, position in enumerate(positions) if index[position.id] != at
    )


_ROOT, _CRO = "id: ceo", "id: cro, reports_to: ceo"

RULES = (
    Rule(
        "ORG103", "reports-to-itself", Level.ERROR, "a position reports to itself",
        "Some systems mark the top position this way; in orgcli the top has no `reports_to`.",
        entries("id: ceo, reports_to: ceo", _CRO), entries(_ROOT, _CRO), reports_to_itself,
    ),
    Rule(
        "ORG104", "reporting-cycle", Level.ERROR, "positions report to each other in a ring",
        "No position in a ring is at the top, and everyone below it is cut off from the "
        "organisation. The finding shows the whole ring, with the place of each line.",
        entries(_ROOT, "id: cro, reports_to: vp", "id: vp, reports_to: cro"),
        entries(_ROOT, _CRO, "id: vp, reports_to: cro"), reporting_cycles,
    ),
)  # fmt: skip
