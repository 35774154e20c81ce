"""A line of advice as words on a page: its sign, text, hedge, works, dispute and statements."""

from collections.abc import Iterable, Iterator

from orgcli.advise.recommendation import AdviceLine, Names
from orgcli.advise.writers import phrases
from orgcli.model.roles.advice import Observation
from orgcli.render.lines import Line, Unit, glue, hanging, hedge_units, one_line, styled
from orgcli.render.view import Page
from orgcli.render.works import WorkMarks

_UNBROKEN = 24  # cells of a hedge that stays on one line
_WIDEST = 110  # cells of a line that is still easily read
_STYLES = {
    phrases.TODAY_SIGN: "disputed",
    "×": "disputed",
    phrases.GAP_SIGN: "quiet",
    phrases.OTHER_SIGN: "quiet",
}


class AdvicePage(WorkMarks):
    """A page of advice.

    width  cells of its lines; words  the program's own words
    """

    def __init__(self, page: Page, names: Names) -> None:
        super().__init__(names.works, page)
        self.width = min(page.width, _WIDEST)
        self.words = page.words.advise
        self._states = page.words.chart.states

    def position(self, observation: Observation) -> str:
        """The position that makes a value true, its state where it is not filled, and its place."""
        state = f"({self._states[observation.state]})" if observation.state != "filled" else ""
        at = observation.place.position if observation.place.cell else f":{observation.place.line}"
        place = f"{observation.place.file}{at}"
        more = self.words.more.format(count=observation.more) if observation.more else ""
        return one_line(" ".join(filter(None, (f"`{observation.position}`", state, place, more))))

    def traces(self, line: AdviceLine) -> list[str]:
        """What of an organisation makes a line true: its positions, and the roles it lacks."""
        lacking = [self.words.missing.format(role=role) for role in line.missing]
        return [*map(self.position, line.seen), *lacking]

    def hanging(self, units: Iterable[Unit], sign: str) -> list[Line]:
        """Units in lines of the page that hang behind a sign, in the style of the sign."""
        return hanging(units, sign, self.width, _STYLES.get(sign, "shared"))

    def advice_lines(self, line: AdviceLine, sign: str) -> Iterator[Line]:
        """A line behind its sign, and below it what of an organisation makes it true.

        Below that its statements, where the page has ids.
        """
        yield from self.hanging(self.units(line), sign)
        for trace in self.traces(line):
            yield from hanging(styled(trace, "quiet"), "   ", self.width, "quiet")
        for units in self.basis_units(line):
            yield from hanging(units, "    –", self.width, "quiet")

    def basis_units(self, line: AdviceLine) -> Iterator[list[Unit]]:
        """The statements that a line rests on, in words, where ids are shown."""
        for statement in line.basis if self.ids else ():
            units = styled(statement.id, "quiet") + styled(statement.text, "quiet")
            if statement.hedge:
                units += styled(f"({statement.hedge})", "hedge")
            glue(units, (self.line(statement.works), "work"))
            yield units

    def units(self, line: AdviceLine) -> list[Unit]:
        """A line in words; its works, its dispute and its statements stay on the last of them."""
        units = styled(self.words.today, "disputed") if line.now else []
        units += styled(line.text)
        if line.hedge:
            units += hedge_units(line.hedge, _UNBROKEN)
        if self.shown:
            if line.works:
                glue(units, (self.line(line.works), "work"))
            if line.dispute:
                glue(units, (one_line(line.dispute), "disputed"))
            ids = [(one_line(id), "quiet") for id in (*line.statements, *line.claims)]
            glue(units, *ids[:1])
            units += [[id] for id in ids[1:]]
        return units
