"""Rules about dotted lines, ORG108 and ORG109."""

from collections.abc import Iterator

from orgcli.check.context import Context
from orgcli.check.position_names import subject
from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Finding, Level, Related
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import DottedLine


def unknown_dotted_lines(context: Context) -> Iterator[Finding]:
    """ORG108, at every dotted line to an id that is not there; one missing id is a group."""
    organisation = context.organisation
    if not organisation.complete:
        return
    index = organisation.lines.index
    for at in context.dotted:
        position = organisation.positions[at]
        for number, line in enumerate(position.dotted_lines):
            if line.to not in index:
                message = f"{subject(organisation, at)} has a dotted line to `{line.to}`, "
                message += "which is not in this organisation"
                field = "dotted_lines", number, "to"
                yield context.unknown_id("ORG108", message, at, *field, missing=line.to)


def redundant_dotted_lines(context: Context) -> Iterator[Finding]:
    """ORG109, at every dotted line that adds nothing; one to nobody is ORG108."""
    organisation = context.organisation
    index = organisation.lines.index
    for at in context.dotted:
        position = organisation.positions[at]
        first: dict[str, int] = {}
        for number, line in enumerate(position.dotted_lines):
            if line.to not in index:
                continue
            earlier = first.setdefault(line.to, number)
            redundancy = _redundancy(organisation, at, line, earlier if earlier < number else None)
            if redundancy:
                repeats, help, before = redundancy
                message = f"{subject(organisation, at)} has a dotted line {repeats}"
                field = "dotted_lines", number, "to"
                yield context.finding("ORG109", message, at, *field, help=help, related=before)


def _redundancy(
    organisation: Organisation, at: int, line: DottedLine, earlier: int | None
) -> tuple[str, str, tuple[Related, ...]] | None:
    """What is wrong with a dotted line, what to do, and where the line stands already; or None."""
    position, place = organisation.positions[at], organisation.place
    if line.to == position.id:
        return "to itself", "remove it", ()
    if line.to == position.reports_to:
        above = Related(place(at, "reports_to"), "the reporting line")
        return f"to `{line.to}`, its own manager", "remove it: the reporting line says so", (above,)
    if earlier is None:
        return None
    earlier_line = position.dotted_lines[earlier]
    several = line.purpose != earlier_line.purpose
    help = "join the two, and say in `for` what both are for" if several else "keep one of the two"
    first = Related(place(at, "dotted_lines", earlier, "to"), "the first one")
    return f"to `{line.to}` twice", help, (first,)


_START = "organisation: Northwind\npositions:\n  - id: ceo\n  - id: cfo\n    reports_to: ceo\n"

RULES = (
    Rule(
        "ORG108", "unknown-dotted-line", Level.ERROR,
        "a dotted line to a position that does not exist",
        "The second manager cannot be found. If a file could not be read, the rule reports "
        "nothing: the position may be in that file.",
        _START + "  - {id: cro, reports_to: ceo, dotted_lines: [cofo]}\n",
        _START + "  - {id: cro, reports_to: ceo, dotted_lines: [cfo]}\n",
        unknown_dotted_lines,
        fixable=True,
    ),
    Rule(
        "ORG109", "redundant-dotted-line", Level.WARNING,
        "a dotted line to itself, to its own manager, or twice to the same position",
        "A dotted line names a second manager. A line that repeats another one adds nothing, and "
        "readers of a chart look for a difference between the two.",
        _START + "  - {id: cro, reports_to: ceo, dotted_lines: [cfo, ceo]}\n",
        _START + "  - {id: cro, reports_to: ceo, dotted_lines: [cfo]}\n",
        redundant_dotted_lines,
    ),
)  # fmt: skip
