"""Works and disputes as statements cite them: by their short marks."""

from collections.abc import Iterable, Sequence
from typing import Self

from orgcli.compare.comparison.comparison import Comparison
from orgcli.model.roles.library import Dispute, Work
from orgcli.render.lines import one_line
from orgcli.render.view import Page
from orgcli.render.works import marks_of


class Citations:
    """The short marks of works: a mark that two works claim is replaced by their keys.

    shown  whether statements carry the marks; ids  whether also their ids
    keys   whether they carry the key of the dispute they belong to
    words  the program's own words
    """

    def __init__(
        self, works: Sequence[Work], disputes: Sequence[Dispute], page: Page, keys: bool = True
    ) -> None:
        self.shown = page.sources is not False
        self.ids = page.sources is True
        self.keys = keys
        self.words = page.words.compare
        self._disputes = {dispute.key for dispute in disputes}
        self._marks = marks_of(works)

    @classmethod
    def of(cls, comparison: Comparison, page: Page) -> Self:
        """Those of a comparison."""
        return cls(comparison.works, comparison.disputes, page)

    def knows(self, work: str) -> bool:
        """Whether the foot says which work this is."""
        return work in self._marks

    def explains(self, dispute: str) -> bool:
        """Whether the comparison says what the dispute is about."""
        return dispute in self._disputes

    def line(self, works: Iterable[str]) -> str:
        """The marks of works by key, on one line; a work the library does not know is its key."""
        return one_line(" ".join(self._marks.get(work, work) for work in works))
