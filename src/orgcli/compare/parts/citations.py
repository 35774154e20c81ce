"""Works and disputes as statements cite them: by their short marks."""

from collections.abc import Sequence
from typing import Self

from orgcli.compare.comparison.comparison import Comparison
from orgcli.model.roles.library import Dispute, Work
from orgcli.render.view import Page
from orgcli.render.works import WorkMarks


class Citations(WorkMarks):
    """The works and the disputes that a page explains, and how statements refer to them.

    keys   whether statements carry the key of the dispute they belong to
    words  the program's own words
    """

    def __init__(
        self, works: Sequence[Work], disputes: Sequence[Dispute], page: Page, keys: bool = True
    ) -> None:
        super().__init__(works, page)
        self.keys = keys
        self.words = page.words.compare
        self._disputes = {dispute.key for dispute in disputes}

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
