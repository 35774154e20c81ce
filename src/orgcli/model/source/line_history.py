"""When lines of a file were written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineHistory:
    """The history of some lines in the last commit of Git.

    since         the day of the oldest of them, as 2027-01-31
    changed       the day of the newest of them
    commit        the commit of the newest, in full
    is_committed  False where they are not, or not as they are now
    """

    since: str = ""
    changed: str = ""
    commit: str = ""
    is_committed: bool = True
