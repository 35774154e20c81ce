"""What is exported, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.photo import Photo
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import TOP
from orgcli.model.organisation.snapshot import nearest_above
from orgcli.render.spreadsheet.workbook import SheetTable


@dataclass(frozen=True, kw_only=True, eq=False)
class ExportJob:
    """An organisation to be written, and how.

    organisation  all of it, as it is on the day of the request
    kept          the positions of it to write, in file order; None for all
    titles        what the roles are called that positions name
    fields        the fields of records to write, in this order; none for all
    source_text   the text of the one YAML file with exactly this, None where there is none
    has_comments  whether the files it was read from have comments
    split         what each file is of where there are several, of SPLITS; None for one file
    language      the tag of the language of headings that people read
    figures       gives the sheets with the figures of an organisation
    photo, logo   gives the photo at a path that a position names; the picture for the top right
    """

    organisation: Organisation
    kept: Sequence[int] | None = None
    titles: Titles = field(default_factory=lambda: Titles({}))
    fields: Sequence[str] = ()
    source_text: str | None = None
    has_comments: bool = False
    split: str | None = None
    language: str = "en"
    figures: Callable[[Organisation], Sequence[SheetTable]] = lambda _organisation: ()
    photo: Callable[[str], Photo | None] | None = None
    logo: Photo | None = None

    @property
    def at(self) -> Sequence[int]:
        """The positions to write, by their place in the organisation."""
        return range(len(self.organisation.positions)) if self.kept is None else self.kept

    @cached_property
    def shown(self) -> Organisation:
        """The organisation of those positions alone.

        Who reports to one that is left out reports to the nearest above it that is not.
        """
        return self.organisation if self.kept is None else only(self.organisation, self.kept)


def only(organisation: Organisation, kept: Sequence[int]) -> Organisation:
    """The organisation with some of its positions, each below the nearest manager that is kept.

    Nothing leads to the others: no dotted line, no head of a department.
    """
    positions, manager = organisation.positions, organisation.lines.manager
    inside = set(kept)
    is_kept = [at in inside for at in range(len(positions))]
    above = nearest_above(manager, is_kept)
    left_out_ids = {position.id for position in positions} - {positions[at].id for at in kept}
    kept_positions: list[Position] = []
    for at in kept:
        position = positions[at]
        if manager[at] >= 0 and not is_kept[manager[at]]:
            nearest = above[manager[at]]
            reports_to = positions[nearest].id if nearest not in (TOP, at) else None
            position = replace(position, reports_to=reports_to)
        lines = tuple(line for line in position.dotted_lines if line.to not in left_out_ids)
        if len(lines) < len(position.dotted_lines):
            position = replace(position, dotted_lines=lines)
        kept_positions.append(position)
    departments = [
        replace(department, head=None) if department.head in left_out_ids else department
        for department in organisation.departments
    ]
    return replace(organisation.with_some(kept, kept_positions), departments=departments)


@dataclass(frozen=True, slots=True)
class Exported:
    """What a format made of an organisation.

    data   its bytes; empty where it is several files
    files  those, by name with `/` between folders
    lost   what the format cannot hold, one line each
    """

    data: bytes = b""
    files: Mapping[str, bytes] = field(default_factory=dict)
    lost: Sequence[str] = ()
