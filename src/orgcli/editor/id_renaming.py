"""The edits of a rename where they are known to be exact without reading the files once more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgcli.editor.project_index import ProjectIndex
from orgcli.mend.edits import Edit
from orgcli.mend.organisation.rewriting import edits_for
from orgcli.mend.organisation.seat_texts import EntryText, SeatTexts
from orgcli.mend.organisation.text_tree import mapping_at
from orgcli.model.findings.finding import Place
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.spelling import OTHER_VALUES
from orgcli.plans.seat_changes import rename
from orgcli.read.syntax.document import Document

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*")
_OTHERWISE = re.compile(OTHER_VALUES, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Concerned:
    """The positions and departments in which an id is written."""

    seats: Sequence[int]
    departments: Sequence[int]


def plain_rename(
    index: ProjectIndex, old: str, new: str, roots: Sequence[str]
) -> Mapping[str, Sequence[Edit]] | None:
    """The edits by file; None where the result must be read to know whether they are exact.

    roots  the ids that may stand at the top by the configuration
    All that is written of the organisation must be ours in YAML and JSON, without aliases, whole;
    the new id a plain word that nothing refers to yet, in whatever case.
    Raises RefusedEdit for an id that is in use.
    """
    seats = index.seats(old)
    if len(seats) != 1 or not seats[0].organisation.complete:
        return None
    organisation = seats[0].organisation
    changes = rename(organisation, old, new)
    if not _PLAIN.fullmatch(new) or _OTHERWISE.fullmatch(new) or {old, new} & set(roots):
        return None
    if any(True for plan in index.project.plans for _ in plan.naming(old)):
        return None
    if not _is_free(organisation, old, new) or not _are_plain(index, organisation):
        return None
    concerned = _Concerned(
        list(dict.fromkeys((seats[0].at, *index.referring(organisation, old)))),
        [at for at, department in enumerate(organisation.departments) if department.head == old],
    )
    texts = _texts(index, organisation, concerned)
    if texts is None:
        return None
    edits = edits_for(changes, texts)
    edit_count = sum(map(len, edits.values()))
    return edits if edit_count == _expected(organisation, concerned, texts, old) else None


def _is_free(organisation: Organisation, old: str, new: str) -> bool:
    """Whether one position has the old id, and the new id is used nowhere, in whatever case."""
    folded_id, times = new.casefold(), 0
    for position in organisation.positions:
        times += position.id.casefold() == old.casefold()
        ids = (
            position.id,
            position.reports_to or "",
            *(line.to for line in position.dotted_lines),
        )
        if any(word.casefold() == folded_id for word in ids):
            return False
    heads = ((department.head or "").casefold() for department in organisation.departments)
    return times == 1 and folded_id not in heads


def _are_plain(index: ProjectIndex, organisation: Organisation) -> bool:
    """Whether all files are ours, each of this organisation alone and without aliases."""
    if organisation.tabular:
        return False
    for file in organisation.files:
        source = index.project.sources.get(file)
        if source is None or notation(source) is Notation.TABLE or file in index.project.shared:
            return False
        document = index.document(file)
        if document is None or document.aliases:
            return False
    return True


def _texts(
    index: ProjectIndex, organisation: Organisation, concerned: _Concerned
) -> SeatTexts | None:
    """Where what is concerned is written; None where that is not known of all."""
    seats: dict[str, EntryText] = {}
    for at in concerned.seats:
        entry = _entry(index, organisation.place(at))
        if entry is None:
            return None
        seats[organisation.positions[at].id] = EntryText(*entry)
    if len(seats) != len(concerned.seats):
        return None
    heads: dict[str, list[tuple[Document, int]]] = {}
    for at in concerned.departments:
        place = organisation.department_place(at)
        entry = _entry(index, place)
        if entry is None:
            return None
        heads.setdefault(place.file, []).append(entry)
    return SeatTexts(seats, {}, heads)


def _entry(index: ProjectIndex, place: Place) -> tuple[Document, int] | None:
    """The mapping that begins at a place, in its document."""
    document, (start, _) = index.document(place.file), index.project.sources[place.file].span(place)
    slot = mapping_at(document, start) if document is not None else None
    return None if document is None or slot is None else (document, slot)


def _expected(organisation: Organisation, concerned: _Concerned, texts: SeatTexts, old: str) -> int:
    """How often the id is written in what is concerned."""
    times = len(concerned.departments)
    for at in concerned.seats:
        position = organisation.positions[at]
        seat = texts.of(position.id)
        assert isinstance(seat, EntryText)
        is_written = seat.tree.key_slot(seat.slot, "reports_to") is not None
        times += (position.id == old) + (position.reports_to == old and is_written)
        times += sum(line.to == old for line in position.dotted_lines)
    return times
