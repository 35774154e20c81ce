"""What role files refer to: works, concepts, disputes, hedges and conditions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, NamedTuple, TypeVar

from orgcli.model.findings.finding import Place
from orgcli.model.roles.role import Statement
from orgcli.model.source.marks import Before, Count
from orgcli.model.source.scalar import Text, Texts, Truth, Whole
from orgcli.model.strict import STRICT

T = TypeVar("T")

DisputeKind = Literal["disagree", "overlap", "itself"]


@dataclass(frozen=True, slots=True)
class Work:
    """An independent source. Translations of one article are one work.

    key        the key that statements cite
    mark       the short mark after statements
    name       the name
    year       the year of publication
    languages  tags of the languages in which it was read
    author     who wrote it
    published  the date of publication, as text
    url        the address
    note       a note for readers
    ours       True for statements of the library itself; the name is translated too
    """

    __pydantic_config__: ClassVar = STRICT

    key: Text
    mark: Text
    name: Text
    year: Whole | None = None
    languages: Texts = ()
    author: Text | None = None
    published: Text | None = None
    url: Text | None = None
    note: Text | None = None
    ours: Truth = False

    @property
    def label(self) -> str:
        """Its name with its year and the languages it was read in."""
        year = f" {self.year}" if self.year else ""
        languages = f" ({' '.join(self.languages)})" if self.languages else ""
        return f"{self.name}{year}{languages}"


@dataclass(frozen=True, slots=True)
class Concept:
    """A language-neutral key that statements of several roles share.

    key    the key that statements use
    label  the text that is shown
    """

    __pydantic_config__: ClassVar = STRICT

    key: Text
    label: Text


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a disputed question, and the works that give it.

    text     the answer
    sources  keys of the works that give it
    """

    __pydantic_config__: ClassVar = STRICT

    text: Text
    sources: Texts = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question on which works disagree: all sides are shown, none is averaged away.

    key       what statements name it by
    question  what the works disagree on
    sides     the answers, two or more
    reading   how the answers can be reconciled, according to the library
    kind      whether works disagree, only overlap, or one of them contradicts itself
    """

    __pydantic_config__: ClassVar = STRICT

    key: Text
    question: Text
    sides: Annotated[tuple[Side, ...], Count(2)]
    reading: Text | None = None
    kind: DisputeKind = "disagree"


@dataclass(frozen=True, slots=True)
class Shared:
    """A statement that its works make of several roles at once, kept in one place.

    roles      ids of the roles
    facet      the facet of the statement
    statement  the statement
    """

    __pydantic_config__: ClassVar = STRICT

    roles: Texts
    facet: Text
    statement: Statement


@dataclass(frozen=True, slots=True)
class Standing:
    """Where some works put a role on an axis, in words.

    role     id of the role
    text     its position on the axis, in words
    sources  keys of the works that say so
    """

    __pydantic_config__: ClassVar = STRICT

    role: Text
    text: Text
    sources: Texts = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """Two ends between which roles stand; of a role that has no place here nothing is stated.

    key     the key that translations use
    label   the name of the axis
    ends    its two ends
    places  positions of roles between the ends; a role can have several
    """

    __pydantic_config__: ClassVar = STRICT

    key: Text
    label: Text
    ends: Annotated[tuple[Text, ...], Count(2, 2)]
    places: tuple[Standing, ...] = ()


_Listed = Annotated[tuple[T, ...], Before(lambda value: () if value is None else value)]


@dataclass(frozen=True, slots=True)
class Library:
    """library.yaml as it is written; hedges and conditions map a key to its words.

    library     the name of the library
    language    the language that its texts are written in
    works       the sources that statements cite
    concepts    what statements of several roles have in common
    disputes    the questions on which works disagree
    shared      statements of several roles at once
    axes        scales on which roles have positions
    firm        hedges strong enough for rules to expect the statement in an organisation
    hedges      key and words; without words, the statement is simply true
    conditions  key and words
    facets      labels of rows, also of those under `other`
    """

    __pydantic_config__: ClassVar = STRICT

    library: Text
    language: Text = "en"
    works: _Listed[Work] = ()
    concepts: _Listed[Concept] = ()
    disputes: _Listed[Dispute] = ()
    shared: _Listed[Shared] = ()
    axes: _Listed[Axis] = ()
    firm: Texts = ()
    hedges: dict[str, str] | None = None
    conditions: dict[str, str] | None = None
    facets: dict[str, str] | None = None


# A named tuple: making a dataclass costs seven times as much, and every run would pay for it.
class LibraryFile(NamedTuple):
    """A library of the user's own with the file it came from; `place` works as in RoleFile."""

    library: Library
    place: Callable[..., Place]
