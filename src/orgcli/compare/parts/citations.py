"""Works and disputes as statements cite them: by their short marks."""

from collections.abc import Sequence
from typing import Self

from orgcli.compare.comparison.comparison import Comparison
from orgcli.model.roles.library import Work
from orgcli.render.view import Page
from orgcli.render.works import WorkMarks


class Citations(WorkMarks):
    """The works that a page explains, and how statements refer to them.

    keys   whether statements carry the key of the dispute they belong to
    words  the program's own words
    """

    def __init__(self, works: Sequence[Work], page: Page, keys: bool = True) -> None:
        super().__init__(works, page)
        self.keys = keys
        self.words = page.words.compare

    @classmethod
    def of(cls, comparison: Comparison, page: Page) -> Self:
        """Those of a comparison."""
        return cls(comparison.works, page)
