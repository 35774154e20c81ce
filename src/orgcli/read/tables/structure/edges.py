"""Edge lists: a row for each reporting line, and people who are in no row of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgcli.model.findings.finding import Finding
from orgcli.model.text import quoted
from orgcli.read.tables.columns.headings import fold, map_option, word_set
from orgcli.read.tables.grid import Cells, Fields, Table
from orgcli.read.tables.people.placeholders import NOBODY, TOP_WORDS
from orgcli.read.tables.structure.line_source import StructureLines, Undecided
from orgcli.read.tables.structure.name_columns import named_columns
from orgcli.read.tables.structure.row_places import CellRows

_ABOVE = word_set(
    "manager supervisor boss parent parentid managerid supervisorid managername supervisorname"
    " superior lead leader head reportsto chef vorgesetzter vorgesetzte fuhrungskraft jefe gestor"
    " responsable responsabile capo leidinggevende przelozony leder esimies esihenkilo nadrizeny"
    " yonetici overordnad 上司 上级 经理"
)
_BELOW = word_set(
    "employee child subordinate report directreport childid employeeid subordinateid employeename"
    " subordinatename member worker person reportee mitarbeiter medarbetare ansatt empleado"
    " colaborador employe collaborateur dipendente medewerker pracownik medarbejder tyontekija"
    " zamestnanec calisan 部下 下属 员工 name id"
)
_ENDS = (
    ("from", "to"), ("source", "target"), ("src", "dst"), ("src", "dest"), ("tail", "head"),
    ("start", "end"), ("fromid", "toid"), ("sourceid", "targetid"), ("node1", "node2"),
    ("von", "nach"), ("fran", "till"), ("fra", "til"), ("de", "para"), ("de", "a"), ("de", "vers"),
    ("a", "b"), ("x", "y"), ("fromnode", "tonode"), ("sourcename", "targetname"),
)  # fmt: skip
_KINDS = word_set(
    "type kind label relation relationship relationtype edgetype linetype weight value style"
    " reportingtype art typ beziehung tipo"
)
_DOTTED = word_set(
    "dotted dashed matrix functional secondary indirect dottedline dottedlineto functionalmanager"
    " matrixmanager dotlinie gestrichelt"
)


def lines_of_edges(table: Table, fields: Fields) -> StructureLines | Undecided | None:
    """The people of a table of two columns, one of which names the manager of the other.

    A third column may say of what kind a line is. The headings say which side the manager is,
    else the shape does: nobody but a manager stands in several rows.
    """
    filled = [at for at, column in enumerate(table.columns) if any(map(str.strip, column))]
    kinds = [at for at in filled if fold(table.headings[at]) in _KINDS]
    ends = [at for at in filled if at not in kinds]
    if len(ends) != 2 or len(kinds) > 1:
        return None
    kind = list(map(_word, table.columns[kinds[0]])) if kinds else []
    if kinds and not _are_kinds(kind):
        return None
    columns = {at: [cell.strip() for cell in table.columns[at]] for at in ends}
    solid = [row for row in range(len(table.columns[0])) if not kind or kind[row] not in _DOTTED]
    below = _side_below(table, columns, solid)
    if below is None or below < 0:
        return _undecided(table, ends) if below is not None else None
    (above,) = set(ends) - {below}
    return _people(table, columns, below, above, set(solid))


def _are_kinds(words: Sequence[str]) -> bool:
    """Whether a third column says of what kind lines are: few words, many rows each, or numbers."""
    different = set(words)
    return len(different) <= max(2, len(words) // 2) or all(map(str.isdecimal, different))


def _word(cell: str) -> str:
    return fold(cell.removesuffix(" line"))


def _side_below(table: Table, columns: Mapping[int, Cells], solid: Sequence[int]) -> int | None:
    """The column of those who report; -1 where either could be it, None where none is."""
    first, second = columns
    heads = {at: fold(table.headings[at]) for at in columns}
    above = [at for at in columns if heads[at] in _ABOVE]
    below = [at for at in columns if heads[at] in _BELOW]
    are_ends = (heads[first], heads[second]) in _ENDS
    headings_decide = are_ends or (len(above) == 1 and bool(below))
    people = {at: [columns[at][row] for row in solid] for at in columns}
    if not headings_decide and not _is_joined(people[first], people[second]):
        return None
    if len(above) == 1 and (below or len(table.headings) == 2):
        return second if above == [first] else first
    single = [at for at in columns if _is_distinct(people[at])]
    if len(single) == 1:
        return single[0]
    return -1 if headings_decide else None


def _is_joined(first: Cells, second: Cells) -> bool:
    """Whether two columns name the same people: otherwise they are a name and a title, say."""
    left, right = (
        {cell for cell in set(cells) if cell.casefold() not in NOBODY} for cells in (first, second)
    )
    both = left & right
    return bool(both) and len(both) >= min(len(left), len(right)) - 1


def _is_distinct(cells: Cells) -> bool:
    filled = [cell for cell in cells if cell.casefold() not in NOBODY]
    return len(set(filled)) == len(filled) > 0


def _undecided(table: Table, ends: Sequence[int]) -> Undecided:
    first, second = (table.headings[at] for at in ends)
    this_way = f"{map_option('id', first)} {map_option('reports_to', second)}"
    other_way = f"{map_option('id', second)} {map_option('reports_to', first)}"
    message = f"either `{first}` or `{second}` could be the manager of the other"
    advice = f"say which with `{this_way}` or `{other_way}`"
    place = table.places.heading(ends[0], 0)
    return Undecided(Finding("ORG005", message, place, help=advice))


def _people(
    table: Table, columns: Mapping[int, Cells], below: int, above: int, solid: set[int]
) -> StructureLines:
    """A row for each person, where they first stand; a second manager is a dotted line."""
    first: dict[str, tuple[int, int]] = {}
    manager: dict[str, str] = {}
    dotted: dict[str, dict[str, None]] = {}
    nobody = _nobody(columns, below)
    pairs = zip(columns[below], columns[above], strict=True)
    for row, (person, boss) in enumerate(pairs):
        boss, person = ("" if name in nobody else name for name in (boss, person))
        for name, column in ((person, below), (boss, above)):
            if name and name not in first:
                first[name] = (row, column)
        if person and boss:
            if row in solid and manager.setdefault(person, boss) == boss:
                continue
            dotted.setdefault(person, {})[boss] = None
    return _with_people(table, first, manager, dotted, (below, above), columns)


def _nobody(columns: Mapping[int, Cells], below: int) -> set[str]:
    """The cells that name nobody; who is called `Board` and has a manager is somebody."""
    own = set(columns[below])
    return {
        cell
        for cell in set().union(*columns.values())
        if (word := cell.casefold()) in NOBODY and not (word in TOP_WORDS and cell in own)
    }


def _with_people(
    table: Table,
    first: Mapping[str, tuple[int, int]],
    manager: Mapping[str, str],
    dotted: Mapping[str, Mapping[str, None]],
    ends: tuple[int, int],
    columns: Mapping[int, Cells],
) -> StructureLines:
    below, above = ends
    own = set(columns[below])
    alone = [name for name in first if name not in own]
    number = {name: row for row, name in enumerate(first)}
    parents = [number.get(manager.get(name, ""), -1) for name in first]
    names = list(first)
    new_columns = named_columns(names)
    behind = [-1] * (len(new_columns) - 1)
    if dotted:
        new_columns["Dotted line"] = ["; ".join(dotted.get(name, ())) for name in names]
        behind.append(above)
    places = CellRows(table, list(first.values()), behind)
    message = _message(table, ends, alone, sum(map(len, dotted.values())))
    if words := [text for text in dict.fromkeys(columns[above]) if text and text not in number]:
        message += f"; {quoted(words, 'and')} {'name' if len(words) > 1 else 'names'} nobody"
    people = replace(
        table,
        headings=[*new_columns],
        columns=[*new_columns.values()],
        places=places,
        parents=parents,
    )
    upper, lower = table.headings[above], table.headings[below]
    other_way = f"{map_option('id', upper)} {map_option('reports_to', lower)}"
    return StructureLines(
        people, above, message, f"if it is the other way round, say `{other_way}`"
    )


def _message(table: Table, ends: tuple[int, int], alone: Sequence[str], dotted: int) -> str:
    below, above = ends
    message = f"each row says that `{table.headings[below]}` reports to `{table.headings[above]}`"
    if alone:
        more = f" and {len(alone) - 1:,} more have" if len(alone) > 1 else " has"
        message += f"; `{alone[0]}`{more} no row as `{table.headings[below]}` and"
        message += " became positions" if len(alone) > 1 else " became a position"
    if dotted:
        became = "lines became dotted lines" if dotted != 1 else "line became a dotted line"
        message += f"; {dotted:,} further {became}"
    return message
