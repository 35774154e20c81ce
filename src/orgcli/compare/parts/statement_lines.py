"""One statement as lines: its sign, its words, its hedge, its works and its dispute."""

from collections.abc import Iterable

from orgcli.compare.comparison.comparison import Comparison, Said
from orgcli.compare.parts.phrases import SIGNS
from orgcli.model.text import cells
from orgcli.render.lines import Line, Unit, glue, one_line, words, wrap
from orgcli.render.view import Page
from orgcli.render.works import marks_of

_UNBROKEN = 18  # cells of a hedge that stays on one line: "(passt am besten)"


class Marks:
    """The short marks of works: a mark that two works claim is replaced by their keys.

    shown  whether statements carry the marks; ids  whether also their ids
    says   the program's own words
    """

    def __init__(self, comparison: Comparison, page: Page) -> None:
        self.shown = page.sources is not False
        self.ids = page.sources is True
        self.says = page.words.compare
        self._disputes = {dispute.key for dispute in comparison.disputes}
        self._of = marks_of(comparison.works)

    def knows(self, work: str) -> bool:
        """Whether the foot says which work this is."""
        return work in self._of

    def explains(self, dispute: str) -> bool:
        """Whether the comparison says what the dispute is about."""
        return dispute in self._disputes

    def line(self, works: Iterable[str]) -> str:
        """The marks of works by key, on one line; a work the library does not know is its key."""
        return one_line(" ".join(self._of.get(work, work) for work in works))


def statement_lines(said: Said, marks: Marks, width: int, note: str = "") -> list[Line]:
    """A statement in lines of `width` cells, hanging by two from its sign.

    note  said behind everything else, such as with whom it is shared
    """
    units = statement_units(said, marks)
    if note:
        first, *rest = words(note, "shared")
        glue(units, *first)
        units.extend(rest)
    lines = wrap(units, width - 2) or [[]]
    sign = (f"{SIGNS[said.mark]} ", str(said.mark))
    return [[sign if number == 0 else ("  ", ""), *line] for number, line in enumerate(lines)]


def statement_units(said: Said, marks: Marks) -> list[Unit]:
    """A statement in words, with the marks of its works hung on the last of them."""
    units = words(said.text)
    if said.qualifier:
        qualifier = one_line(f"({said.qualifier})")
        whole = cells(qualifier) <= _UNBROKEN
        units.extend([[(qualifier, "hedge")]] if whole else words(qualifier, "hedge"))
    if marks.shown and said.works:
        glue(units, (marks.line(said.works), "work"))
    if said.statement.dispute:
        glue(units, (one_line(said.statement.dispute), "disputed"))
    if said.language:
        glue(units, (f"[{one_line(said.language)}]", "quiet"))
    if marks.ids and said.statement.id:
        glue(units, (one_line(said.statement.id), "quiet"))
    return units
