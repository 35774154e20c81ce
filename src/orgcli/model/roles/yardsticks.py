"""Published figures of the shape of organisations, with their works and disputes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, ClassVar, Literal, TypeVar

from orgcli.model.findings.finding import Place
from orgcli.model.roles.library import Dispute, Work
from orgcli.model.roles.rewriting import Rewrite, rewrite_dispute, rewrite_work
from orgcli.model.roles.translation import NONE_AS_EMPTY, DisputeTranslation, WorkTranslation
from orgcli.model.source.marks import Before, Within
from orgcli.model.source.scalar import Number, Text, Texts, Whole
from orgcli.model.strict import STRICT

T = TypeVar("T")

YardstickFigure = Literal["span", "layers", "manager-ratio", "open"]
"""Direct reports per manager, layers, others per manager, percent of open positions."""
YardstickKind = Literal["observed", "required", "recommended", "targeted"]
YardstickMeasure = Literal["mean", "median"]

_Listed = Annotated[tuple[T, ...], Before(lambda value: () if value is None else value)]
_Figure = Annotated[Number, Within(0, 1_000_000)]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One published figure. It has `value`, or `least`, `most` or both.

    id       identifies it for translations
    figure   what is measured: direct reports per manager, layers, others per manager, percent open
    of       whom it is about
    kind     whether it was observed, or is required, recommended or targeted
    year     the year of the observation or of the law
    text     the statement, in one sentence
    value    the figure
    least    the lower end of a range
    most     the upper end of a range
    measure  whether an observed figure is a mean or a median, where the work says so
    hedge    key of the hedge: how firmly the works say it
    sources  keys of the works that say it
    dispute  the key of the dispute it belongs to
    """

    __pydantic_config__: ClassVar = STRICT

    id: Text
    figure: YardstickFigure
    of: Text
    kind: YardstickKind
    year: Annotated[Whole, Within(1, 9999)]
    text: Text
    value: _Figure | None = None
    least: _Figure | None = None
    most: _Figure | None = None
    measure: YardstickMeasure | None = None
    hedge: Text = "is"
    sources: Texts = ()
    dispute: Text | None = None

    @property
    def range(self) -> tuple[float | None, float | None]:
        """Its ends: the same number twice for a value, None for an end that is open."""
        return (self.least, self.most) if self.value is None else (self.value, self.value)


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """shape.yaml as it is written.

    yardsticks  the name of the collection
    language    the language that its texts are written in
    note        what readers should know of the collection as a whole
    works       the sources that figures cite
    statements  the figures
    disputes    the questions on which works disagree
    """

    __pydantic_config__: ClassVar = STRICT

    yardsticks: Text
    language: Text = "en"
    note: Text | None = None
    works: _Listed[Work] = ()
    statements: _Listed[Yardstick] = ()
    disputes: _Listed[Dispute] = ()


@dataclass(frozen=True, slots=True)
class YardsticksFile:
    """Yardsticks with the file they came from; `place` works as in RoleFile."""

    yardsticks: Yardsticks
    place: Callable[..., Place] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class YardstickTranslation:
    """A figure in another language.

    text  the statement
    of    whom it is about
    """

    __pydantic_config__: ClassVar = STRICT

    text: Text | None = None
    of: Text | None = None


@dataclass(frozen=True, slots=True)
class YardsticksTranslation:
    """`roles/<language>/shape.yaml`, with the keys of shape.yaml.

    translation  `shape`
    note         the note on the collection
    works        texts of works by key
    statements   texts of figures by id
    disputes     disputes by key
    """

    __pydantic_config__: ClassVar = STRICT

    translation: Text
    note: Text | None = None
    works: Annotated[dict[str, WorkTranslation], NONE_AS_EMPTY] = field(default_factory=dict)
    statements: Annotated[dict[str, YardstickTranslation], NONE_AS_EMPTY] = field(
        default_factory=dict
    )
    disputes: Annotated[dict[str, DisputeTranslation], NONE_AS_EMPTY] = field(default_factory=dict)


def rewrite_yardsticks(yardsticks: Yardsticks, rewrite: Rewrite) -> Yardsticks:
    """The yardsticks with everything a person reads rewritten; figures and keys stay."""
    note = yardsticks.note
    return replace(
        yardsticks,
        note=rewrite("note", note) if note else None,
        works=tuple(rewrite_work(work, rewrite) for work in yardsticks.works),
        statements=tuple(_statement(statement, rewrite) for statement in yardsticks.statements),
        disputes=tuple(rewrite_dispute(dispute, rewrite) for dispute in yardsticks.disputes),
    )


def translate_yardsticks(yardsticks: Yardsticks, texts: Mapping[str, str]) -> Yardsticks:
    """The yardsticks with the texts there are; the others stay, marked with their language."""
    mark = f" [{yardsticks.language}]"
    return rewrite_yardsticks(yardsticks, lambda key, text: texts.get(key) or text + mark)


def _statement(yardstick: Yardstick, rewrite: Rewrite) -> Yardstick:
    path = f"statements.{yardstick.id}"
    return replace(
        yardstick,
        text=rewrite(f"{path}.text", yardstick.text),
        of=rewrite(f"{path}.of", yardstick.of),
    )
