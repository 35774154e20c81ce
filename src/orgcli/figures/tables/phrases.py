"""Numbers, groups and positions in the words of a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgcli.figures.figures import GroupKey, ManagerSpan, OrganisationFigures, SeatFigures
from orgcli.figures.report import FigureReport
from orgcli.language.figures.words import FigureWords
from orgcli.language.tags import ENGLISH, speak_of_changes
from orgcli.language.words import ChartWords, Counted
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.render.view import Page


@dataclass(frozen=True, slots=True)
class FigurePhrases:
    """Says figures in a language."""

    words: FigureWords
    chart: ChartWords
    language: str = ENGLISH

    @classmethod
    def of(cls, report: FigureReport, page: Page) -> FigurePhrases:
        """The phrases for a report on a page."""
        return cls(report.words, page.words.chart, page.words.tag)

    def count(self, number: int) -> str:
        """A whole number with its thousands parted."""
        return f"{number:,}".replace(",", self.words.thousands)

    def counted(self, template: Counted, number: int) -> str:
        """A number with its word."""
        return template.of(number).format(count=self.count(number))

    def number(self, value: float | None, places: int = 1) -> str:
        """A number with at most so many decimals; a dash for none."""
        if value is None:
            return "–"
        whole, point, rest = self.decimal(value, places).partition(self.words.decimal_point)
        rest = rest.rstrip("0")
        return whole + point + rest if rest else whole

    def decimal(self, value: float, places: int) -> str:
        """A number with exactly so many decimals."""
        whole, _, rest = f"{value:,.{places}f}".partition(".")
        return whole.replace(",", self.words.thousands) + self.words.decimal_point + rest

    def percent(self, value: float) -> str:
        """A percentage, with a decimal where it is small."""
        return self.number(value, 1 if 0 < value < 1 else 0)

    def signed(self, value: float) -> str:
        """A difference with its sign; nothing for none."""
        text = self.number(abs(value), 2)
        if text == "0":
            return ""
        return f"+{text}" if value > 0 else f"\u2212{text}"

    def seat(self, position: Position, title: str) -> str:
        """A position by its holders and its title, else by its id."""
        called = [" / ".join(position.holder), title]
        return ", ".join(filter(None, called)) or position.id

    def manager(self, span: ManagerSpan) -> str:
        """A manager, and which of the reports are not filled."""
        words = self.words
        vacant = [
            self.counted(template, count)
            for template, count in ((words.open, span.open), (words.planned, span.planned))
            if count
        ]
        name = self.seat(span.position, span.title)
        return f"{name} ({', '.join(vacant)})" if vacant else name

    def dimension(self, word: str) -> str:
        """What positions are grouped by."""
        names: dict[str, str] = dict(self.words.groups)  # type: ignore[arg-type]
        if word in names:
            return names[word]
        if word not in POSITION_FIELDS:
            return word
        name = speak_of_changes(self.language).field_name(word)
        return name[:1].upper() + name[1:]

    def key(self, word: str, key: GroupKey) -> str:
        """What a group is called.

        word  what positions are grouped by
        """
        if key.value is None:
            return self.words.at_top if word == "manager" else self.words.not_stated
        if word == "status":
            states: dict[str, str] = dict(self.chart.states)  # type: ignore[arg-type]
            return states[key.value]
        return key.label

    def summary(self, organisation: OrganisationFigures) -> Iterator[tuple[str, list[str]]]:
        """The first lines: a label, and the phrases behind it."""
        words, total = self.words, organisation.total
        yield words.seats, [f"{self.count(total.seats)}: {', '.join(self._states(total))}"]
        if total.fte_stated == 0:
            yield words.people, [self.count(total.people)]
        else:
            fte = f"{words.fte} {self.number(total.fte, 2)} {self._stated(total)}"
            yield words.people, [self.count(total.people), fte]
        if total.managers:
            ratio = words.one_to.format(number=self.number(total.others_per_manager))
            yield words.managers, [f"{self.count(total.managers)}, {ratio}"]
            yield words.layers, self._layers(organisation)
        if organisation.across is not None and organisation.across[1]:
            across, whole = map(self.count, organisation.across)
            yield words.lines, [words.across.format(count=across, whole=whole)]
        for name, amount in total.sums.items():
            yield name, [self.number(amount.total, 2)]

    def _states(self, total: SeatFigures) -> Iterator[str]:
        words = self.words
        yield self.counted(words.filled, total.filled)
        if total.open:
            share = words.open_share.format(percent=self.percent(total.open_share or 0))
            yield f"{self.counted(words.open, total.open)} ({share})"
        if total.planned:
            yield self.counted(words.planned, total.planned)

    def _stated(self, total: SeatFigures) -> str:
        if total.fte_stated == total.filled:
            return f"({self.words.all_stated})"
        return f"({self.words.stated.format(count=self.count(total.fte_stated))})"

    def _layers(self, organisation: OrganisationFigures) -> list[str]:
        words, layers = self.words, organisation.layers
        count, managing = len(layers.layers), self.count(layers.managing)
        phrases = [f"{self.count(count)}, {words.with_managers.format(count=managing)}"]
        if layers.needed is not None:
            placed = sum(layer.seats for layer in layers.layers)
            even = words.even_tree.format(
                seats=self.count(placed), layers=self.count(layers.needed)
            )
            phrases.append(even)
        return phrases

    def spans(self, organisation: OrganisationFigures) -> list[str]:
        """The mean, the median and the largest span of control; nothing without managers."""
        words, spans = self.words, organisation.spans
        if not spans.managers:
            return []
        first = spans.managers[0]
        return [
            words.mean.format(number=self.number(organisation.total.mean_span)),
            words.median.format(number=self.number(spans.median)),
            words.largest.format(
                count=self.count(first.reports), name=self.seat(first.position, first.title)
            ),
        ]

    def notes(self, organisation: OrganisationFigures) -> Iterator[str]:
        """Notes on how it was counted."""
        words = self.words
        for template, count in (
            (words.ringed, organisation.layers.ringed),
            (words.unknown, organisation.layers.unknown),
            (words.namesakes, organisation.namesakes),
            (words.unnamed, organisation.unnamed),
            (words.left_out, organisation.left_out),
        ):
            if count:
                yield self.counted(template, count)
        if organisation.shared and organisation.groups:
            yield words.shared
        for name, amount in organisation.total.sums.items():
            if amount.unread:
                unread = words.unread.of(amount.unread)
                yield unread.format(name=name, count=self.count(amount.unread))
        if not organisation.complete:
            yield words.incomplete
