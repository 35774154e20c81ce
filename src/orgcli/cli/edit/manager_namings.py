"""How the rows of tables name managers once an edit is made: by ids, or by the holders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgcli.mend.organisation.seat_texts import RowText, SeatTexts
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.plans.seat_changes import SeatChanges, SeatFieldChange


@dataclass(frozen=True, slots=True)
class ManagerNaming:
    """A way to name managers.

    called  by which names, by their ids; by its id where a manager has none here
    rows    the managers of rows that name somebody who is not there any more, written anew
    """

    called: Mapping[str, str]
    rows: tuple[SeatFieldChange, ...] = ()


def _names(positions: Iterable[Position]) -> Mapping[str, str]:
    """The holders by whom positions can be named, by their ids: no two have the same name."""
    names = {position.id: position.holder[0] for position in positions if position.holder}
    times = Counter(map(str.casefold, names.values()))
    return {id: name for id, name in names.items() if times[name.casefold()] == 1}


def manager_namings(
    before: Organisation, texts: SeatTexts, changes: SeatChanges, expected: Mapping[str, Position]
) -> Sequence[ManagerNaming]:
    """The ways to try, first that of the tables in which something changes.

    expected  the positions as they are to be, by their ids
    """
    ids = [field.id for field in changes.fields] + [values["reports_to"] for values in changes.new]
    files = {row.file for id in ids if isinstance(row := texts.seats.get(id), RowText)}
    if not files:
        return (ManagerNaming({}),)
    names = _names(expected.values())
    by_name = [
        position
        for position in before.positions
        if position.reports_to
        and isinstance(row := texts.seats.get(position.id), RowText)
        and row.file in files
        and row.written("reports_to") not in ("", position.reports_to)
    ]
    if not by_name:
        return (ManagerNaming({}), ManagerNaming(names))
    changing = {field.id for field in changes.fields if field.field == "holder"}
    changing |= _names(before.positions).keys() - names.keys()  # there are two of the name now
    rows = tuple(
        SeatFieldChange(position.id, "reports_to", position.reports_to)
        for position in by_name
        if position.reports_to in changing
    )
    return (ManagerNaming(names, rows), ManagerNaming({}, rows))
