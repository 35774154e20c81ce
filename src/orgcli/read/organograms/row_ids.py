"""Ids for rows that have none of their own: what they belong to, and a number."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class NumberedIds:
    """The ids of all tables read so far; the numbers go on from one table to the next."""

    _taken: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def take(self, ids: Iterable[str]) -> None:
        """Leave out ids that a table has itself."""
        self._taken.update(ids)

    def below(self, above: str) -> str:
        """The next id of a row below another: `DWP34/2`, or a later number where that is taken."""
        number = self._last.get(above, 0) + 1
        while f"{above}/{number}" in self._taken:
            number += 1
        self._last[above] = number
        self._taken.add(f"{above}/{number}")
        return f"{above}/{number}"
