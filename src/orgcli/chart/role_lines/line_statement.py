"""What a picture of role lines shows: panels of cards, and the works that state each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgcli.chart.deck.visible_text import plain
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords


@dataclass(frozen=True, slots=True)
class LineStatement:
    """The works that state a line, and how firmly.

    hedge        in words; empty where it is stated plainly
    marks        of the works; none where a role of one's own states it without any
    dispute      the key of the dispute on it, or empty
    description  all of it in words, for tooltips and screen readers
    """

    hedge: str = ""
    marks: tuple[str, ...] = ()
    dispute: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class LineCard:
    """A role, or others around it, in one panel.

    above      the number of the card that it reports to in its panel, or -1
    statement  of the line to the card above; None where nothing states that line
    role       the number of the role, of those that the picture is about; -1 for another
    note       what is stated in the place of a role, in small letters; or that nothing is
    is_known   False where no role is named that is there: no line to it is drawn through
    """

    name: str
    above: int = -1
    statement: LineStatement | None = None
    role: int = -1
    note: str = ""
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class LinePanel:
    """Reporting lines in one case; a card stands behind the one above it."""

    title: str
    cards: tuple[LineCard, ...]


@dataclass(frozen=True, slots=True)
class RoleLinesPage:
    """All panels, and what stands around them.

    legend  marks of works and keys of disputes, with what each stands for
    words   the language of the chart; language, its tag
    """

    title: str = ""
    subtitle: str = ""
    panels: Sequence[LinePanel] = ()
    legend: Sequence[tuple[str, str]] = ()
    words: ChartWords = ENGLISH
    language: str = "en"

    @property
    def cards(self) -> Sequence[LineCard]:
        """Those of all panels."""
        return [card for panel in self.panels for card in panel.cards]

    def harmless(self) -> RoleLinesPage:
        """The same with texts that are safe in a picture, whatever users wrote."""
        return replace(
            self,
            title=plain(self.title),
            subtitle=plain(self.subtitle),
            panels=[_panel(panel) for panel in self.panels],
            legend=[(plain(mark), plain(label)) for mark, label in self.legend],
        )


def _panel(panel: LinePanel) -> LinePanel:
    return LinePanel(plain(panel.title), tuple(map(_card, panel.cards)))


def _card(card: LineCard) -> LineCard:
    statement = card.statement and _statement(card.statement)
    return replace(card, name=plain(card.name), note=plain(card.note), statement=statement)


def _statement(statement: LineStatement) -> LineStatement:
    marks = tuple(filter(None, map(plain, statement.marks)))
    return LineStatement(
        plain(statement.hedge), marks, plain(statement.dispute), plain(statement.description)
    )
