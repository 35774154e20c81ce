"""Rules about dotted lines, from ORG108."""

from collections.abc import Iterator

from orgcli.check.rule import Context, Rule
from orgcli.model.finding import Finding, Level, Related
from orgcli.model.nearest import NearestId


def unknown_dotted_lines(context: Context) -> Iterator[Finding]:
    """ORG108, at every dotted line to an id that is not there; one missing id is a group."""
    organisation = context.organisation
    if not organisation.complete:
        return
    index = organisation.lines.index
    nearest = NearestId(index)
    meant: dict[str, str | None] = {}
    for at, position in enumerate(organisation.positions):
        for number, line in enumerate(position.dotted_lines):
            if line.to in index:
                continue
            if line.to not in meant:
                meant[line.to] = nearest.of(line.to)
            near = meant[line.to]
            related = organisation.place(index[near], "id") if near else None
            yield Finding(
                "ORG108",
                f"`{position.id}` has a dotted line to `{line.to}`, "
                "which is not in this organisation",
                organisation.place(at, "dotted_lines", number),
                help=f"did you mean `{near}`?" if near else "add the position, or correct the id",
                label="nobody here has this id",
                entity=position.id,
                related=(Related(related, "this one is here"),) if related else (),
                group=line.to,
            )


_START = "organisation: Northwind\npositions:\n  - id: ceo\n  - id: cfo\n    reports_to: ceo\n"

RULES = (
    Rule(
        "ORG108", "unknown-dotted-line", Level.ERROR,
        "a dotted line to a position that is not there",
        "A second manager who does not exist is one nobody will ask. When a file could not be "
        "read, the rule is silent: the position may stand in it.",
        _START + "  - {id: cro, reports_to: ceo, dotted_lines: [cofo]}\n",
        _START + "  - {id: cro, reports_to: ceo, dotted_lines: [cfo]}\n",
        unknown_dotted_lines,
    ),
)  # fmt: skip
