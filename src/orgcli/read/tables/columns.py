"""Which column of a table is which field: what `--map` says, else the best heading that fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding, Place, Related
from orgcli.model.likeness import did_you_mean, nearest_word
from orgcli.read.entries import TableOptions
from orgcli.read.tables.cells import Cells, Fields, read_cells
from orgcli.read.tables.grid import Table
from orgcli.read.tables.headings import FIELDS, RANK, fold, list_fields, map_option, meant_heading
from orgcli.read.tables.identity import find_id, join_name

_VITAL = frozenset({"id", "reports_to"})


def recognise(table: Table, options: TableOptions) -> Fields:
    """Find the column of every field; `options.columns` wins over what is known of headings.

    Findings: ORG005 for `--map` with an unknown field or heading, and where two headings could
    both be meant; ORG003 where one heading stands twice; ORG006 where nothing can be the id.
    """
    fields = Fields()
    mapped = _map(table, options, fields)
    for name, at in mapped.items():
        if at is not None:
            fields.take(name, at, read_cells(name, table.columns[at])[0])
    folded = [fold(heading) for heading in table.headings]
    choice = _Choice(table, folded, fields)
    for name in FIELDS:
        if name not in mapped:
            choice.choose(name)
    join_name(fields, folded, mapped)
    if "id" not in fields.column and "id" not in fields.unknown:
        find_id(fields, table)
    return fields


def _map(table: Table, options: TableOptions, fields: Fields) -> dict[str, int | None]:
    """Field -> column as the options say; None where the field is not to be read."""
    headings, place = table.headings, table.places.header
    folded: dict[str, int] = {}
    for number, heading in enumerate(headings):
        folded.setdefault(fold(heading) or heading, number)
    exact = {heading: number for number, heading in enumerate(headings)}
    mapped: dict[str, int | None] = {}
    for written, heading in options.columns:
        name = written.removeprefix("contact.")
        if name not in RANK:
            fields.findings.append(_unknown_field(written, heading, place()))
            continue
        column = mapped[name] = exact.get(heading, folded.get(fold(heading)))
        if column is None and heading:
            fields.unknown.update({name} & _VITAL)
            message = f"there is no column `{heading}` to be `{written}`"
            advice = meant_heading(written, heading, headings)
            fields.findings.append(Finding("ORG005", message, place(), help=advice))
    return mapped


def _unknown_field(written: str, heading: str, place: Place) -> Finding:
    word = fold(written)
    known = next((name for name, ranks in RANK.items() if word in ranks), None)
    near = known or nearest_word(written, FIELDS)
    advice = did_you_mean(near and map_option(near, heading), list_fields(FIELDS))
    return Finding("ORG005", f"`{written}` is not a field of a position", place, help=advice)


@dataclass(slots=True)
class _Choice:
    table: Table
    folded: Sequence[str]
    fields: Fields

    def choose(self, name: str) -> None:
        """The best column with cells that fit; an empty one only where there is no other."""
        ranks, fields, columns = RANK[name], self.fields, self.table.columns
        ranked = sorted(
            (ranks[word], column)
            for column, word in enumerate(self.folded)
            if word in ranks and column not in fields.used
        )
        full = [column for _, column in ranked if any(map(str.strip, columns[column]))]
        if ranked and not full:
            column = ranked[0][1]
            fields.take(name, column, [""] * len(columns[column]))
        able: dict[int, Cells] = {}
        for column in full:
            cells, fits = read_cells(name, columns[column])
            if fits:
                able[column] = cells
        best = [(rank, column) for rank, column in ranked if column in able]
        if name == "id" and len(best) > 1:
            best = self._holding_managers(best, able)
        rivals = [column for rank, column in best if rank == best[0][0]]
        if rivals and self._settled(name, rivals, able):
            fields.take(name, rivals[0], able[rivals[0]])

    def _holding_managers(
        self, ranked: list[tuple[int, int]], able: Mapping[int, Cells]
    ) -> list[tuple[int, int]]:
        """Of several ids those that most managers are named by: that is evidence, no guess."""
        managers = set(self.fields.cells.get("reports_to", ())) - {""}
        held = {column: len(managers.intersection(able[column])) for _, column in ranked}
        most = max(held.values())
        return [pair for pair in ranked if held[pair[1]] == most]

    def _settled(self, name: str, rivals: list[int], able: Mapping[int, Cells]) -> bool:
        """Whether the first rival can be taken; says what is wrong where the others differ."""
        first = rivals[0]
        other = next((rival for rival in rivals[1:] if able[rival] != able[first]), None)
        if other is None:
            return True
        twice = self.folded[first] == self.folded[other]
        one, two = self.table.headings[first], self.table.headings[other]
        advice = f"choose with `{map_option(name, one)}` or `{map_option(name, two)}`"
        if twice:
            message = f"two columns are headed `{one}`"
            self._note("ORG003", message, other, first, f"{advice}; the first is read")
        else:
            message = f"`{one}` and `{two}` could both be `{name}`"
            self._note("ORG005", message, first, other, advice)
            self.fields.unknown.update({name} & _VITAL)
        return twice

    def _note(self, code: str, message: str, column: int, other: int, advice: str) -> None:
        place, beside = (self.table.places.heading(at, None) for at in (column, other))
        related = Related(beside, f"`{self.table.headings[other]}` stands here")
        self.fields.findings.append(Finding(code, message, place, help=advice, related=(related,)))
