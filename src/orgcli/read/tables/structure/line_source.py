"""What the structure of a table may say of who reports to whom."""

from typing import NamedTuple

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.grid import Table


class StructureLines(NamedTuple):
    """What the structure of a table says: the table with parents, and where that stands.

    column   the column that says it, for the place of the finding
    message  what was read
    help     what to do where that is wrong
    """

    table: Table
    column: int
    message: str
    help: str = ""


class Undecided(NamedTuple):
    """A structure with two readings: nothing is read; the finding asks which it is."""

    finding: Finding
