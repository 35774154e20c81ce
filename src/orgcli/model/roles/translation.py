"""Translations as they are written, and as texts by key."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Annotated, ClassVar, Protocol

from orgcli.model.findings.finding import Place
from orgcli.model.roles.role import Aliases
from orgcli.model.source.marks import Before
from orgcli.model.source.scalar import Text, Texts
from orgcli.model.strict import STRICT

NONE_AS_EMPTY = Before(lambda value: {} if value is None else value)
ByKey = Annotated[dict[str, Text], NONE_AS_EMPTY]


@dataclass(frozen=True, slots=True)
class RoleTranslation:
    """`roles/<language>/<role>.yaml`: what the role is called there, and its statements by id.

    translation   id of the role
    title         the title in this language
    abbreviation  only if it differs in this language
    aliases       other names in this language
    statements    texts by the id of their statement
    other         labels of the facets under `other`
    """

    __pydantic_config__: ClassVar = STRICT

    translation: Text
    title: Text | None = None
    abbreviation: Text | None = None
    aliases: Aliases = ()
    statements: ByKey = field(default_factory=dict)
    other: ByKey = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkTranslation:
    """The words about a work; its name only where the name is ours.

    name  the name of a work that is `ours`
    note  a note for readers
    """

    __pydantic_config__: ClassVar = STRICT

    name: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class DisputeTranslation:
    """A dispute in another language, its sides in the order of the original.

    question  what the works disagree on
    sides     the answers
    reading   how the answers can be reconciled
    """

    __pydantic_config__: ClassVar = STRICT

    question: Text | None = None
    sides: Texts = ()
    reading: Text | None = None


@dataclass(frozen=True, slots=True)
class AxisTranslation:
    """An axis in another language, ends and places in the order of the original.

    label   the name of the axis
    ends    its two ends
    places  the positions of roles, in words
    """

    __pydantic_config__: ClassVar = STRICT

    label: Text | None = None
    ends: Texts = ()
    places: Texts = ()


@dataclass(frozen=True, slots=True)
class LibraryTranslation:
    """`roles/<language>/library.yaml`, with the keys of library.yaml.

    translation  `library`
    works        texts of works by key
    concepts     labels by key
    disputes     disputes by key
    statements   texts of the shared statements by id
    hedges       words by key
    conditions   words by key
    facets       labels by key
    axes         axes by key
    """

    __pydantic_config__: ClassVar = STRICT

    translation: Text
    works: dict[str, WorkTranslation] = field(default_factory=dict)
    concepts: ByKey = field(default_factory=dict)
    disputes: dict[str, DisputeTranslation] = field(default_factory=dict)
    statements: ByKey = field(default_factory=dict)
    hedges: dict[str, str] = field(default_factory=dict)
    conditions: ByKey = field(default_factory=dict)
    facets: ByKey = field(default_factory=dict)
    axes: dict[str, AxisTranslation] = field(default_factory=dict)


_NOT_TEXTS = frozenset({"translation", "aliases", "abbreviation"})


class Translation(Protocol):
    """What every translation says: the name of what it translates.

    translation  the id of a role, `library` or `shape`
    """

    @property
    def translation(self) -> str:
        """The name."""


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """A translation with the language its folder names; `place` works as in RoleFile."""

    language: str
    translation: Translation
    place: Callable[..., Place] = field(repr=False, compare=False)


def texts(translation: object) -> dict[str, str]:
    """The texts of a translation, by the path of keys to it: `disputes.K1.sides.1`, `title`.

    These are the keys under which rewrite_role, rewrite_library and the others look them up.
    """
    by_path: dict[str, str] = {}
    for key, value in _entries(translation):
        if key not in _NOT_TEXTS:
            by_path.update(_flat(key, value))
    return by_path


def _entries(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from ((str(number), item) for number, item in enumerate(value, start=1))
    elif is_dataclass(value):
        yield from (
            (declaration.name, getattr(value, declaration.name)) for declaration in fields(value)
        )


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    """The texts below a value; as deep as the models above are, which is three."""
    if isinstance(value, str):
        if value:
            yield path, value
        return
    for key, item in _entries(value):
        yield from _flat(f"{path}.{key}", item)
