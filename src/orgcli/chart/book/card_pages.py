"""The page on which each card of a book stands, and the pages on which its reports stand."""

from collections import Counter
from collections.abc import Collection, Sequence

from orgcli.chart.book.paging import PageParts

SOME_PAGE = 998
"""Stands for the number of a page until it is known: as wide as any."""


class CardPages:
    """Per card the page, from 0, on which it stands under its manager.

    manager  per card the card it is drawn under, or -1
    reports  of each card
    """

    def __init__(self, manager: Sequence[int], reports: Sequence[Sequence[int]]) -> None:
        self.manager, self.reports = manager, reports
        self._under = [SOME_PAGE] * len(manager)
        self._spread: dict[int, Counter[int]] = {}
        """Per card how many of its reports are on each page; made anew where `_under` changes."""

    def number(self, pages: Sequence[PageParts]) -> None:
        """Give all cards the numbers of these pages."""
        for page, parts in enumerate(pages):
            for part in parts:
                own = part.cards if self.manager[part.head] < 0 else part.cards[1:]
                for card in own:
                    self._under[card] = page
        self._spread.clear()

    def __getitem__(self, card: int) -> int:
        """The page of a card."""
        return self._under[card]

    def lookup_pages(self) -> list[int]:
        """Per card the page on which it is looked for: where the first of its reports are."""
        return [
            min((self._under[report] for report in reports), default=self._under[card])
            for card, reports in enumerate(self.reports)
        ]

    def below(self, card: int, here: Collection[int]) -> tuple[Sequence[int], bool]:
        """The other pages with reports of a card, and whether all of them are there.

        here  the cards of this page
        """
        reports = self.reports[card]
        if not reports:
            return (), False
        if card not in self._spread:
            self._spread[card] = Counter(self._under[report] for report in reports)
        # One with very many reports stands on many pages: only those of this one are looked at.
        fewer = reports if len(reports) <= len(here) else here
        near = [report for report in fewer if report in here and self.manager[report] == card]
        other_pages = self._spread[card] - Counter(self._under[report] for report in near)
        return sorted(other_pages), not near

    def links(self, cards: Sequence[int]) -> dict[int, int]:
        """The cards of a page whose lines go on elsewhere, by their numbers on it, and where.

        cards  those of the page
        """
        links: dict[int, int] = {}
        here = set(cards)
        for at, card in enumerate(cards):
            above = self.manager[card]
            pages, _ = self.below(card, here)
            if above >= 0 and above not in here:
                links[at] = self._under[card]
            elif pages:
                links[at] = pages[0]
        return links
