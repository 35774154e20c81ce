"""Rules about who holds positions: ORG110, ORG111 and ORG112."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from orgcli.check.context import Context
from orgcli.check.position_names import briefly, by_title, named, subject
from orgcli.check.rule import Rule, entries
from orgcli.model.appearance import is_plain, plain
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.organisation.position import Position
from orgcli.model.text import listed

_SHOWN = 10
"""Positions of one holder, or reports, that are written out; of more, how many there are."""
_TOLERANCE = 0.001  # shares such as a third do not add up to one exactly

_UNEVEN = ("  ", *"\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
"""White space that a name would not keep, with a blank on either side of the name."""

_PLACEHOLDERS = frozenset(
    {
        # not known, or not to be known
        "nd", "na", "nk", "unknown", "anonymous", "undisclosed", "notdisclosed", "redacted",
        "withheld", "confidential",
        # not decided or not there yet
        "tba", "tbc", "tbd", "tbh", "tobeannounced", "tobeappointed", "tobeconfirmed",
        "tobedecided", "tobedetermined", "tobehired", "tobefilled", "open", "openposition",
        "vacant", "vacancy", "unfilled", "hiring", "recruiting", "newhire", "none", "nobody",
        # kinds of workers, no person
        "agency", "contractor", "external", "interim", "temp",
    }
)  # fmt: skip
"""Words that stand where the name of a holder would, letters and digits only."""


class _Seat(NamedTuple):
    """What one position takes of a holder's time; `number` is the holder's in it."""

    at: int
    number: int
    fte: float


def overbooked_holders(context: Context) -> Iterator[Finding]:
    """ORG110, at the last position of each holder who has more than one full one at a time."""
    for seats in _seats_of_holders(context):
        if sum(seat.fte for seat in seats) <= 1 + _TOLERANCE:
            continue
        together = _most_at_a_time(context.organisation.positions, seats)
        total = sum(seat.fte for seat in together)
        if total > 1 + _TOLERANCE:
            yield _overbooked(context, together, total)


def _seats_of_holders(context: Context) -> Iterator[Sequence[_Seat]]:
    """The seats of each holder who may have too many, in file order; most have only one.

    Names are compared without case and by their words. People of one name whose e-mail addresses
    differ are not one person, nor are those whose numbers are the ids.
    """
    positions = context.organisation.positions
    names = _folded(context.holders)
    counted = Counter(names) if len(set(names)) < len(names) else {}
    is_one_person = not context.organisation.ids_are_people
    several = {name for name, count in counted.items() if count > 1 and is_one_person}
    large = {at for at in context.detailed if (positions[at].fte or 0.0) > 1}
    if not several and not large:
        return
    seats_of: dict[str, list[_Seat]] = defaultdict(list)
    rest = iter(names)
    for at, position in enumerate(positions):
        for number, name in enumerate(islice(rest, len(position.holder))):
            if (name in several or at in large) and _takes_one_person(position):
                seats_of[name].append(_Seat(at, number, _share(position)))
    for name, seats in seats_of.items():
        if not _names_no_person(name):
            yield from _by_person(positions, seats)


def _takes_one_person(position: Position) -> bool:
    return position.state == "filled" and position.headcount == 1


def _share(position: Position) -> float:
    """What a position takes of each of its holders' time."""
    return (1.0 if position.fte is None else position.fte) / len(position.holder)


def _folded(names: Sequence[str]) -> Sequence[str]:
    """The names as they are compared; the odd signs are looked at only where any name has one."""
    whole = f" {' '.join(names)} "
    uneven = not is_plain(whole) or any(mark in whole for mark in _UNEVEN)
    return [*map(_fold if uneven else str.casefold, names)]


def _fold(name: str) -> str:
    return " ".join(plain(name).casefold().split())


def _names_no_person(name: str) -> bool:
    """Whether what stands for a holder's name means that there is none, or hides who it is."""
    letters = "".join(filter(str.isalnum, name))
    return letters in _PLACEHOLDERS or set(letters) <= {"x"}


def _by_person(positions: Sequence[Position], seats: Sequence[_Seat]) -> Iterator[Sequence[_Seat]]:
    """The seats of one name by person: several where e-mail addresses differ.

    Seats without an address are those of the one person there is, else of one more.
    """
    by_email: dict[str, list[_Seat]] = defaultdict(list)
    for seat in seats:
        contact, alone = positions[seat.at].contact, len(positions[seat.at].holder) == 1
        email = contact.email if contact and alone else None
        by_email[(email or "").casefold()].append(seat)
    if len(by_email.keys() - {""}) > 1:
        yield from by_email.values()
    else:
        yield seats


def _most_at_a_time(positions: Sequence[Position], seats: Sequence[_Seat]) -> Sequence[_Seat]:
    """The seats that are held on the first day on which they are most, in file order."""
    if not any(positions[seat.at].start or positions[seat.at].end for seat in seats):
        return seats
    times = [
        (positions[seat.at].start or date.min, positions[seat.at].end or date.max) for seat in seats
    ]
    # On a day that one seat ends and another begins, both are held: beginnings go first.
    # What ends before it begins is held on no day, and would count as less than nothing.
    turns = sorted(
        turn
        for (begin, end), seat in zip(times, seats, strict=True)
        if begin <= end
        for turn in ((begin, 0, seat.fte), (end, 1, -seat.fte))
    )
    most, fullest, held = 0.0, date.min, 0.0
    for day, _, change in turns:
        held += change
        if held > most + _TOLERANCE:
            most, fullest = held, day
    return [
        seat for seat, (begin, end) in zip(seats, times, strict=True) if begin <= fullest <= end
    ]


def _overbooked(context: Context, seats: Sequence[_Seat], total: float) -> Finding:
    positions = context.organisation.positions
    *others, last = seats
    name = " ".join(positions[last.at].holder[last.number].split())
    # A position of which they are two of the holders is named once.
    ids = list(dict.fromkeys(by_title(context.organisation, seat.at) for seat in seats))
    many = f"{len(ids):,} positions" if len(ids) > 1 else "one position"
    message = f"`{name}` holds {many}, {_fte_text(total)} in all: {listed(ids, _SHOWN, str)}"
    help = _overbooked_help(positions, seats)
    related = [
        context.related(at, "holder", number, message=f"{_fte_text(fte)} here")
        for at, number, fte in others[:_SHOWN]
    ]
    field = "holder", last.number
    return context.finding("ORG110", message, last.at, *field, help=help, related=related)


def _fte_text(fte: float) -> str:
    return f"{round(fte, 3):,g} FTE"


def _overbooked_help(positions: Sequence[Position], seats: Sequence[_Seat]) -> str:
    """What to do: write how much of a person each seat takes, where that is missing."""
    lacks_fte = any(positions[seat.at].fte is None for seat in seats)
    cure = "write `fte`, without which a position is a full one" if lacks_fte else "lower an `fte`"
    if len(seats) == 1:
        return f"{cure}, or write `headcount` if it stands for several seats"
    return f"{cure}, or tell two people of one name apart by `contact: {{email: ...}}`"


def open_managers(context: Context) -> Iterator[Finding]:
    """ORG111, at every open position that people report to.

    People are holders who are named: an open or planned report waits for nobody, and where names
    are withheld, or a card stands for many seats, a manager's may be missing for the same reason.
    So a plan of seats, in which nobody holds any, has no such finding.
    """
    positions, lines = context.organisation.positions, context.organisation.lines
    opened = {
        at
        for at, span in enumerate(lines.span)
        if span and not positions[at].holder and positions[at].state == "open"
    }
    if not opened:
        return
    people = Counter(
        above
        for at, above in enumerate(lines.manager)
        if above in opened and above != at and _has_named_holder(positions[at])
    )
    for at in sorted(people):
        count = people[at]
        many = f"{count:,} people report" if count > 1 else "one person reports"
        message = f"{many} to {named(context.organisation, at)}, which is open"
        help = "name as `holder` who stands in, or let them report to somebody else meanwhile"
        yield context.finding("ORG111", message, at, "id", help=help, size=count)


def _has_named_holder(position: Position) -> bool:
    """Whether somebody who is named holds a position that is filled."""
    return _takes_one_person(position) and not all(
        map(_names_no_person, map(_fold, position.holder))
    )


def assistants_with_reports(context: Context) -> Iterator[Finding]:
    """ORG112, at every assistant that positions report to which are not closed."""
    positions, lines = context.organisation.positions, context.organisation.lines
    assistants = [
        at
        for at, position in enumerate(positions)
        if position.assistant and lines.span[at] and position.status != "closed"
    ]
    if not assistants:
        return
    start, reports = lines.reports()
    for at in assistants:
        below = [
            report
            for report in reports[start[at] : start[at + 1]]
            if positions[report].status != "closed" and report != at
        ]
        if not below:
            continue
        many = f"{len(below):,} positions report" if len(below) > 1 else "a position reports"
        message = f"{subject(context.organisation, at)} is an assistant, but {many} to it"
        help = "let them report to whom it assists, or remove `assistant`"
        related = [
            context.related(
                report, "reports_to", message=f"{briefly(context.organisation, report)} does"
            )
            for report in below[:_SHOWN]
        ]
        yield context.finding("ORG112", message, at, "assistant", help=help, related=related)


_CEO = "id: ceo, holder: Keiko Eriksen"
_CRO = "id: cro, reports_to: ceo, holder: Ben Li"

RULES = (
    Rule(
        "ORG110", "overbooked-holder", Level.WARNING,
        "one person holds more than one full position",
        "Somebody who stands in for a colleague holds two positions, and a plan that counts both "
        "as full-time counts one person twice. Write `fte` to say how much of each position the "
        "person fills; without it, a position is full-time. Holders of a job share have equal "
        "shares of its `fte`. Closed and planned positions and positions with several seats do "
        "not count, nor do two positions of which one ends before the other starts. People with "
        "the same name are told apart by the `email` of their `contact`, and in tables by their "
        "numbers, where these are the ids.",
        entries(_CEO, _CRO, "id: vp, reports_to: cro, holder: Ben Li"),
        entries(_CEO, f"{_CRO}, fte: 0.6", "id: vp, reports_to: cro, holder: Ben Li, fte: 0.4"),
        overbooked_holders,
    ),
    Rule(
        "ORG111", "open-manager", Level.INFO, "people report to an open position",
        "Until the position is filled, these people have no manager. The rule reports nothing if "
        "no position names a holder: then the file is a plan, and all its positions are open.",
        entries(_CEO, "id: cro, reports_to: ceo", "id: vp, reports_to: cro, holder: Ben Li"),
        entries(_CEO, "id: cro, reports_to: ceo", "id: vp, reports_to: ceo, holder: Ben Li"),
        open_managers,
    ),
    Rule(
        "ORG112", "assistant-with-reports", Level.WARNING, "positions report to an assistant",
        "In a chart, an assistant is drawn beside the reporting line, with nothing below it. "
        "Either the position leads others and is not an assistant, or the others report to the "
        "manager of the assistant.",
        entries(_CEO, "id: pa, reports_to: ceo, assistant: true", "id: clerk, reports_to: pa"),
        entries(_CEO, "id: pa, reports_to: ceo, assistant: true", "id: clerk, reports_to: ceo"),
        assistants_with_reports,
    ),
)  # fmt: skip
