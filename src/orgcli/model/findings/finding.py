"""A finding is one result of a rule: code, level, place, message and help."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

NO_LINES = "no lines between people"
"""The group of the findings that a format has no reporting lines."""


class Level(StrEnum):
    """How bad a finding is; `off` only ever stands in settings."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of a file: lines and columns from 1, in code points, `end_column` exclusive.

    cell  what a spreadsheet calls the cell, with its sheet: `People!C7`; the lines are its rows
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.file}{self.position}"

    @property
    def in_file(self) -> str:
        """The file with the line, or the cell of a spreadsheet, as a list of entries has it."""
        return f"{self.file}!{self.cell}" if self.cell else f"{self.file}:{self.line}"

    @property
    def position(self) -> str:
        """Where in the file the place is, to be written behind its name."""
        if not self.cell:
            return f":{self.line}:{self.column}"
        sheet, _, name = self.cell.rpartition("!")
        return f"!{sheet}:{name}"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of, and what stands there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """An exact edit: the value `old`, which is all that stands at a finding's place, becomes `new`.

    Both are values, not spellings: whoever edits the file keeps the quotes that are there.
    quote  write the value in quotes even where it could do without
    bare   write it without any: it is no text but a truth
    """

    old: str
    new: str
    quote: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong at one place.

    Readers and rules fill `code`, `message`, `help`, `place`, `entity`, `related` and, where
    exactly one edit mends it, `fix`; the runner stamps `name` and `level`, which live in the
    rule's record, and whether it is `suppressed`, with the `reason` that was given, by a comment
    or because the baseline has it (`known`).
    `label` is what stands under the excerpt's caret. `group` joins findings that share one
    cause: text shows the first and counts the rest, documents for machines show them all.
    `is_minor`: where its rule is a warning, this one is an info. `size` is the number that a limit
    is about: of the findings of a rule in a file, text shows the largest first.
    """

    code: str
    message: str
    place: Place
    help: str = ""
    entity: str = ""
    label: str = ""
    related: tuple[Related, ...] = ()
    group: str = ""
    name: str = ""
    level: Level = Level.ERROR
    suppressed: bool = False
    reason: str = ""
    known: bool = False
    fix: Fix | None = None
    is_minor: bool = False
    size: int = 0

    @property
    def content(self) -> tuple[str, str, str]:
        """What it says, wherever that is: findings of two states that say the same are one."""
        return self.code, self.entity, self.message


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run looked at, and how many findings of each level it has.

    Positions, roots and layers are those of positions that are not closed; `closed` are the others.
    """

    files: int = 0
    organisations: int = 0
    positions: int = 0
    roots: int = 0
    layers: int = 0
    roles: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    suppressed: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings of a run, in the order they are shown, with the summary.

    notes  notes for the reader, written once, on stderr
    """

    findings: Sequence[Finding]
    summary: Summary
    notes: Sequence[str] = ()
