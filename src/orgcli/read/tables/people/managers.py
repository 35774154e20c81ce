"""Managers become ids: they may be named by id, else by e-mail address, else by name.

A word for nothing (`NULL`, `-`, `0` ...) means nobody only where it is nobody's id; the root
token always does.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse
from operator import eq

from orgcli.model.findings.finding import Finding, Place, Related
from orgcli.model.text import quoted, shortened
from orgcli.read.tables.cells.cell_values import LIST_MARK
from orgcli.read.tables.column import filled_rows, replaced, rows_with, texts_of
from orgcli.read.tables.grid import Cells
from orgcli.read.tables.people.people import People, Rows
from orgcli.read.tables.people.placeholders import TOP_WORDS

_CODE_AND_VERB = {
    "reports_to": ("ORG102", "reports to"),
    "dotted_lines": ("ORG108", "has a dotted line to"),
}


_MOST_MISSES = 2_000
"""Different texts in a row that name nobody, from which on only exact ones are looked for.

A file must be read in time proportional to its size, and these are no names in another form.
"""


@dataclass(frozen=True, slots=True)
class Lines:
    """Who reports to whom.

    managers  the id of each row's manager, "" for nobody; nothing without such a column
    dotted    the ids of further managers in the same cells, by row
    """

    managers: Cells = ()
    dotted: Mapping[int, Sequence[str]] = field(default_factory=dict)
    findings: Sequence[Finding] = ()


def managers_of(people: People) -> Lines:
    """The manager of every row.

    Findings: ORG102 at a name that two people have, which becomes nobody and must not be reported
    again as an unknown manager; ORG013 for words that name nobody; ORG014 for several managers in
    a cell and for the one at the top who reports to itself.
    """
    cells = people.fields.cells.get("reports_to", ())
    known, root = people.known, people.root
    unresolved = dict.fromkeys(filterfalse(known.__contains__, texts_of(cells)))
    if root:
        unresolved |= dict.fromkeys(text for text in texts_of(cells) if text.casefold() == root)
    ids: dict[str, str] = {}
    ambiguous: dict[str, Rows] = {}
    more: dict[str, list[str]] = {}
    misses = 0
    for text in unresolved:
        matches: Sequence[str | Rows] = (text,)
        if people.is_exact(text) or misses < _MOST_MISSES:
            matches = _matches(people, text)
            misses = misses + 1 if matches == [text] else 0
        if fits := next((match for match in matches if isinstance(match, tuple)), None):
            ambiguous[text], ids[text] = fits, ""
        else:
            ids[text], *others = map(str, matches)
            if others:
                more[text] = others
    managers = replaced(cells, ids) if ids else cells
    unclear = {row: cells[row] for row in rows_with(cells, ambiguous.keys())}
    decided, findings = _decided(people, unclear)
    if decided:
        managers = [decided.get(row, manager) for row, manager in enumerate(managers)]
        unclear = {row: text for row, text in unclear.items() if row not in decided}
    findings += [
        ambiguous_name(people, "reports_to", row, text, ambiguous[text])
        for row, text in unclear.items()
    ]
    dotted = {row: more[cells[row]] for row in rows_with(cells, more.keys())}
    findings += _several(people, more, dotted)
    findings += _words_for_nobody(people, [text for text, id in ids.items() if not id])
    managers, self_findings = _without_self(people, managers, unclear)
    return Lines(managers, dotted, [*findings, *self_findings])


def _decided(people: People, unclear: dict[int, str]) -> tuple[dict[int, str], list[Finding]]:
    """The managers, by row, whom another column of the row decides, as `by_other_columns` says."""
    if not unclear:
        return {}, []
    from orgcli.read.tables.people.second_columns import by_other_columns

    return by_other_columns(people, unclear)


def _matches(people: People, text: str) -> list[str | Rows]:
    """The managers in a cell: one, or several in the order in which they stand there."""
    several = [] if people.is_exact(text) else people.several_in(text)
    return several or [people.id_of(text)]


def _heading(people: People) -> str:
    column = people.fields.column.get("reports_to")
    return "" if column is None else people.table.headings[column]


def _place(people: People, row: int) -> Place:
    """The manager's cell of a row, else the row."""
    column = people.fields.column.get("reports_to")
    table = people.table
    return table.places.row(row) if column is None else table.cell(row, column)


def _several(
    people: People, more: Mapping[str, Sequence[str]], dotted: Mapping[int, Sequence[str]]
) -> list[Finding]:
    """ORG014, at the first cell with several managers."""
    if not dotted:
        return []
    row = next(iter(dotted))
    text = people.fields.cells["reports_to"][row]
    message = (
        f"`{shortened(text)}` in `{_heading(people)}` names several managers: the first is the"
        f" reporting line, dotted lines go to {quoted(more[text], 'and')}"
    )
    if len(dotted) > 1:
        message += f"; the same in {len(dotted) - 1:,} more cells"
    help = "put all but one into a column `Dotted line`"
    return [Finding("ORG014", message, _place(people, row), help=help)]


def _words_for_nobody(people: People, words: Sequence[str]) -> list[Finding]:
    """ORG013, once per word that people write at the top."""
    cells = people.fields.cells.get("reports_to", ())
    findings = []
    for word in words:
        if word.casefold() in TOP_WORDS and word.casefold() != people.root:
            row, count = cells.index(word), cells.count(word)
            rows = f"{count:,} rows are" if count > 1 else "its row is"
            message = f"`{word}` in `{_heading(people)}` names nobody here: {rows} at the top"
            help = f'say so with `--root-token "{word}"`, or leave the cell empty'
            findings.append(Finding("ORG013", message, _place(people, row), help=help))
    return findings


def _without_self(
    people: People, managers: Cells, unclear: Collection[int]
) -> tuple[Cells, Sequence[Finding]]:
    """The one position that reports to itself is the top where nothing else is.

    unclear  rows that have a manager, of whom it is not known who it is
    """
    ids = people.ids
    if len(ids) < 2 or not any(map(eq, managers, ids)):  # of one row alone nobody knows
        return managers, ()
    own = [row for row, manager in enumerate(managers) if manager and manager == ids[row]]
    tops = (row for row, manager in enumerate(managers) if ids[row] and not manager)
    if len({ids[row] for row in own}) != 1 or not all(row in unclear for row in tops):
        return managers, ()
    at_top = set(own)
    resolved = ["" if row in at_top else manager for row, manager in enumerate(managers)]
    message = f"`{ids[own[0]]}` reports to itself and nobody else is at the top, so it is the top"
    help = f"leave `{_heading(people)}` empty there"
    return resolved, [Finding("ORG014", message, _place(people, own[0]), help=help)]


def ambiguous_name(people: People, field: str, row: int, text: str, fits: Rows) -> Finding:
    """ORG102 or ORG108 for a manager's name that two people have."""
    code, verb = _CODE_AND_VERB[field]
    table, column, entity = people.table, people.fields.column, people.ids[row]
    first, second = (people.ids[fit] for fit in fits)
    name_column = column.get(
        "email" if "@" in text and "email" in column else "holder", column.get("id")
    )
    related = tuple(
        Related(
            table.places.row(fit) if name_column is None else table.cell(fit, name_column),
            f"this is `{people.ids[fit]}`",
        )
        for fit in fits
    )
    return Finding(
        code,
        f"`{entity}` {verb} `{text}`, which could be `{first}` or `{second}`",
        table.cell(row, column[field]),
        help=f"write the id: `{first}` or `{second}`",
        entity=entity,
        related=related,
        group=f"{code} {text}",
    )


def dotted_lines_of(people: People) -> tuple[dict[int, list[str]], list[Finding]]:
    """The ids of the secondary managers of rows, and ORG108 at names that two people have."""
    lines: dict[int, list[str]] = {}
    findings = []
    cells = people.fields.cells.get("dotted_lines", ())
    for row in filled_rows(cells):
        for text in _managers_in(cells[row], people):
            manager = people.id_of(text)
            if isinstance(manager, tuple):
                findings.append(ambiguous_name(people, "dotted_lines", row, text, manager))
            elif manager:
                lines.setdefault(row, []).append(manager)
    return lines, findings


def _managers_in(cell: str, people: People) -> list[str]:
    """The managers in a cell; a comma parts them only where it is not inside a known name."""
    texts: list[str] = []
    for part in map(str.strip, LIST_MARK.split(cell)):
        whole = "," not in part or part in people.known or people.rows_of(part)
        texts += [part] if whole else map(str.strip, part.split(","))
    return [text for text in texts if text]
