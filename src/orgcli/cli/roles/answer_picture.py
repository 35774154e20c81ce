"""The reporting lines of an answer become the panels of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgcli.api.roles import role_answer
from orgcli.chart.role_lines.line_statement import LineCard, LinePanel, LineStatement, RoleLinesPage
from orgcli.chart.role_lines.role_lines_chart import role_lines_drawing
from orgcli.cli.files.results import write_result_of
from orgcli.cli.language import Session
from orgcli.cli.roles.request import CompareRequest
from orgcli.compare.answer.answer import RoleAnswer, Sketch, SketchNode
from orgcli.compare.comparison.comparison import Agreement, Wording
from orgcli.compare.parts.citations import Citations
from orgcli.language.tags import speak_of_answers
from orgcli.model.text import joined
from orgcli.read.roles.role_selection import RoleSelection
from orgcli.render.view import Page

_UNKNOWN = "?"


def write_picture(
    selection: RoleSelection, format: str, page: Page, request: CompareRequest, session: Session
) -> None:
    """Write the picture of the reporting lines of some roles.

    Leaves with exit code 2 where nothing states any, or where they cannot be drawn.
    """
    answer = role_answer(selection, session.roles())
    if not answer.sketches:
        session.fail(session.words.ask.no_lines)
    panels = lines_page(answer, page)
    write_result_of(lambda: role_lines_drawing(panels, format), format, request.output)


def lines_page(answer: RoleAnswer, page: Page) -> RoleLinesPage:
    """The sketches of an answer as panels, in the words of the page's language."""
    return _Panels(answer, page).page()


class _Panels:
    """The sketches of one answer in the words of one language."""

    def __init__(self, answer: RoleAnswer, page: Page) -> None:
        self._answer, self._page = answer, page
        self._words = speak_of_answers(page.words.tag)
        self._citations = Citations.of(answer.comparison, page)
        self._works = {work.key: replace(work, languages=()) for work in answer.comparison.works}
        self._roles = {column.short: at for at, column in enumerate(answer.columns)}

    def page(self) -> RoleLinesPage:
        """All panels under the question."""
        names = [column.short for column in self._answer.columns]
        question = self._words.question.format(names=joined(names, self._words.or_))
        panels = [self._panel(sketch) for sketch in self._answer.sketches]
        legend = tuple(self._legend())
        chart = self._page.words.chart
        return RoleLinesPage(
            question, self._words.lines, panels, legend, chart, self._page.words.tag
        )

    def _legend(self) -> Iterator[tuple[str, str]]:
        """The works and the disputes behind the lines, in the order of the library."""
        node_wordings = [node.wording for sketch in self._answer.sketches for node in sketch.nodes]
        wordings = [wording for wording in node_wordings if wording is not None]
        works = {work for wording in wordings for work in wording.works}
        disputes = {_dispute(wording) for wording in wordings}
        if self._citations.shown:
            for key, work in self._works.items():
                if key in works:
                    yield self._citations.line([key]), work.label
        for dispute in self._answer.comparison.disputes:
            if dispute.key in disputes:
                yield dispute.key, dispute.question

    def _panel(self, sketch: Sketch) -> LinePanel:
        """Each card below the last one that is set in less."""
        cards: list[LineCard] = []
        last: dict[int, int] = {}
        for at, node in enumerate(sketch.nodes):
            line = sketch.nodes[last[0]] if node.depth == 1 else node
            cards.append(self._card(node, last.get(node.depth - 1, -1), line))
            last[node.depth] = at
        title = self._answer.sketch_title(sketch, self._words.together)
        return LinePanel(title[:1].upper() + title[1:], tuple(cards))

    def _card(self, node: SketchNode, above: int, line: SketchNode) -> LineCard:
        """A card below another; `line` is the node that has the statement of their line."""
        statement = None
        if line.wording is not None and above >= 0:
            statement = self._statement(line.wording, line.hedge)
        if not node.is_role and (node.wording is None or not node.wording.statement.role):
            note = node.text or self._words.unknown.removeprefix(_UNKNOWN).strip()
            return LineCard(_UNKNOWN, above, statement, note=note, is_known=False)
        role = self._roles[node.text] if node.is_role else -1
        return LineCard(node.text, above, statement, role)

    def _statement(self, wording: Wording, hedge: str) -> LineStatement:
        marks: tuple[str, ...] = ()
        works: list[str] = []
        if self._citations.shown:
            marks = tuple(self._citations.line([work]) for work in wording.works)
            works = [self._works[work].label for work in wording.works if work in self._works]
        dispute = _dispute(wording)
        description = ", ".join(filter(None, (hedge, *works, dispute)))
        language = f"[{wording.language}]" if wording.language else ""
        return LineStatement(" ".join(filter(None, (hedge, language))), marks, dispute, description)


def _dispute(wording: Wording) -> str:
    """The key of the dispute in which works disagree on a line."""
    is_disputed = wording.agreement == Agreement.DISPUTED
    return (wording.statement.dispute or "") if is_disputed else ""
