"""Comments that silence findings, as they stand in a file: `# orgcli: ignore[ORG102] reason`."""

from collections.abc import Sequence
from typing import NamedTuple

from orgcli.model.findings.finding import Place

MARK = "orgcli:"
"""What makes a comment one for orgcli, behind its `#`."""

IGNORE, DISABLE, ENABLE, FILE_IGNORE = "ignore", "disable", "enable", "file-ignore"
DIRECTIVES = (IGNORE, DISABLE, ENABLE, FILE_IGNORE)
SILENCING = frozenset({IGNORE, DISABLE, FILE_IGNORE})


# Named tuples: making a dataclass costs seven times as much, and every run would pay for it.
class Silenced(NamedTuple):
    """One code or name in a comment, and the lines from `first` to `last` in which it counts."""

    word: str
    place: Place
    first: int
    last: int


class Suppression(NamedTuple):
    """One comment.

    directive  one of DIRECTIVES, or what was written instead of one
    silenced   what is in its brackets; nothing where there are none
    reason     what stands behind the brackets
    place      the comment from its `#` on
    covers     the first and the last line that it counts for, whatever is in its brackets
    """

    directive: str
    silenced: Sequence[Silenced]
    reason: str
    place: Place
    covers: tuple[int, int]
