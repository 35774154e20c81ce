"""A line of advice as words on a page: its sign, text, hedge, works, dispute and statements."""

from collections.abc import Iterable, Iterator

from orgcli.advise.recommendation import AdviceLine, Names
from orgcli.advise.writers import phrases
from orgcli.model.text import cells
from orgcli.render.lines import Line, Unit, glue, hanging, one_line, styled
from orgcli.render.view import Page
from orgcli.render.works import marks_of

_UNBROKEN = 24  # cells of a hedge that stays on one line
_WIDEST = 110  # cells of a line that is still easily read
_STYLES = {
    phrases.TODAY_SIGN: "disputed",
    "×": "disputed",
    phrases.GAP_SIGN: "quiet",
    phrases.OTHER_SIGN: "quiet",
}


class AdvicePage:
    """A page with the marks of works: a mark that two works claim is replaced by their keys.

    width    cells of its lines
    words    the program's own words
    cited    whether lines carry the marks of their works; in_full  whether also their statements
    """

    def __init__(self, page: Page, names: Names) -> None:
        self.width = min(page.width, _WIDEST)
        self.words = page.words.advise
        self.cited = page.sources is not False
        self.in_full = page.sources is True
        self._marks = marks_of(names.works)

    def marks(self, works: Iterable[str]) -> str:
        """The marks of works by key, on one line."""
        return one_line(" ".join(self._marks.get(work, work) for work in works))

    def hanging(self, units: Iterable[Unit], sign: str) -> list[Line]:
        """Units in lines of the page that hang behind a sign, in the style of the sign."""
        return hanging(units, sign, self.width, _STYLES.get(sign, "shared"))

    def advice_lines(self, line: AdviceLine, sign: str) -> Iterator[Line]:
        """A line behind its sign, and below it what of an organisation makes it true.

        Below that its statements, if asked for.
        """
        yield from self.hanging(self._units(line), sign)
        for trace in phrases.traces(line, self.words):
            yield from hanging(styled(trace, "quiet"), "   ", self.width, "quiet")
        for one in line.basis if self.in_full else ():
            units = styled(one.id, "quiet") + styled(one.text, "quiet")
            if one.hedge:
                units += styled(f"({one.hedge})", "hedge")
            glue(units, (self.marks(one.works), "work"))
            yield from hanging(units, "    –", self.width, "quiet")

    def _units(self, line: AdviceLine) -> list[Unit]:
        """A line in words; its works, its dispute and its statements stay on the last of them."""
        units = styled(self.words.today, "disputed") if line.now else []
        units += styled(line.text)
        if line.hedge:
            hedge = one_line(f"({line.hedge})")
            units += [[(hedge, "hedge")]] if cells(hedge) <= _UNBROKEN else styled(hedge, "hedge")
        if self.cited:
            if line.works:
                glue(units, (self.marks(line.works), "work"))
            if line.dispute:
                glue(units, (one_line(line.dispute), "disputed"))
            ids = [(one_line(id), "quiet") for id in (*line.statements, *line.claims)]
            glue(units, *ids[:1])
            units += [[id] for id in ids[1:]]
        return units
