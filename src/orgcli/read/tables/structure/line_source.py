"""What the structure of a table may say of who reports to whom."""

from typing import NamedTuple

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.grid import Table


class StructureLines(NamedTuple):
    """What the structure of a table says: the table with parents, and where that stands.

    column  the column that says it, for the place of the finding
    told    what was read, as a message
    help    what to do where that is not meant
    """

    table: Table
    column: int
    told: str
    help: str = ""


class Undecided(NamedTuple):
    """A structure with two readings: nothing is read, and this is asked."""

    finding: Finding
