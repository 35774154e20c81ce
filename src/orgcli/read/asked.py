"""The roles somebody asks for, by name or by file, with the library they refer to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from orgcli.model.finding import Finding
from orgcli.model.library import Library, Shared
from orgcli.model.role import RELATIONS, RoleFile
from orgcli.model.source import Source
from orgcli.read.builtin import LIBRARY, builtin_folder
from orgcli.read.role_names import SUFFIXES, KnownRoles, RoleName
from orgcli.read.roles import read_library, read_role
from orgcli.read.text import decode

STDIN = "-"


class NoSuchRole(Exception):
    """A word that is not the name of exactly one role; `help` says what to write instead."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class AskedRole:
    """A role with what libraries say of it and of others at once.

    path       its file, as messages and headings write it
    overrides  whether it stands in the place of a built-in one
    """

    file: RoleFile
    path: str
    shared: tuple[Shared, ...] = ()
    overrides: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything a comparison needs; the roles are whole only where there are no findings.

    names  what to call the other role of each relation, by id
    """

    roles: Sequence[AskedRole]
    library: Library
    names: Mapping[str, str]
    findings: Sequence[Finding] = ()


def read_asked(words: Sequence[str], known: KnownRoles, stdin: Callable[[], bytes]) -> Asked:
    """Read the roles that the words mean, nothing else, and the libraries beside them.

    A word with a separator or the suffix of a role file is a path, `-` is standard input,
    any other is a name. Raises NoSuchRole where a word means no role, several, or one that
    another word means too, and where a file cannot be opened.
    """
    found = [(word, *_file(word, known)) for word in words]
    _refuse_twice([(word, path) for word, path, _ in found])
    findings: list[Finding] = []
    base = _library(builtin_folder() / f"{LIBRARY}.yaml", findings) or Library("none")
    beside = {
        path.parent: _library(path.parent / f"{LIBRARY}.yaml", findings)
        for _, path, name in found
        if str(path) != STDIN and not (name and name.builtin)
    }
    own = [one for one in beside.values() if one is not None]
    roles = []
    for _, path, name in found:
        builtin = name is not None and name.builtin
        source = _source(path, stdin)
        if isinstance(source, Finding):
            findings.append(source)
            continue
        file, wrong = read_role(source, builtin)
        findings.extend(wrong)
        if file is not None:
            libraries = [base, *own] if builtin else [beside.get(path.parent)]
            shared = (one for library in libraries if library for one in library.shared)
            mine = tuple(one for one in shared if file.role.role in one.roles)
            overrides = name is not None and known.overrides(name)
            roles.append(AskedRole(file, path.as_posix(), mine, overrides))
    library = base
    for one in own:
        library = _merged(library, one)
    return Asked(roles, library, _names(roles, known), findings)


def _file(word: str, known: KnownRoles) -> tuple[Path, RoleName | None]:
    if word == STDIN or "/" in word or "\\" in word or word.lower().endswith(SUFFIXES):
        return Path(word), None
    found = known.called(word)
    if len(found) == 1:
        return found[0].path, found[0]
    if not found:
        near = known.nearest(word)
        every = ", ".join(f"`{role.id}`" for role in known.all())
        help = f"did you mean `{near}`?" if near else f"there are {every}"
        raise NoSuchRole(f"no role is called `{word}`", help)
    ids = [role.id for role in found]
    choices = ids if len(set(ids)) == len(ids) else [role.path.as_posix() for role in found]
    listed = ", ".join(f"`{choice}`" for choice in choices)
    raise NoSuchRole(f"`{word}` may mean {len(found)} roles", f"write one of {listed}")


def _refuse_twice(found: Sequence[tuple[str, Path]]) -> None:
    seen: dict[Path, str] = {}
    for word, path in found:
        key = path if str(path) == STDIN else path.resolve()
        if first := seen.get(key):
            twice = f"`{first}` and `{word}` are one role"
            raise NoSuchRole(
                f"`{word}` stands twice" if first == word else twice, "name another role"
            )
        seen[key] = word


def _source(path: Path, stdin: Callable[[], bytes]) -> Source | Finding:
    if str(path) == STDIN:
        return decode("<stdin>", stdin())
    try:
        return decode(path.as_posix(), path.read_bytes())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoSuchRole(f"cannot read `{path.as_posix()}`: {reason}") from None


def _library(path: Path, findings: list[Finding]) -> Library | None:
    if not path.is_file():
        return None
    source = _source(path, bytes)
    if isinstance(source, Finding):
        findings.append(source)
        return None
    library, wrong = read_library(source)
    findings.extend(wrong)
    return library


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=_Keyed)


def _merged(base: Library, own: Library) -> Library:
    """The base with what one's own library adds; its entries win by key."""

    def entries(below: tuple[K, ...], above: tuple[K, ...]) -> tuple[K, ...]:
        return tuple({entry.key: entry for entry in (*below, *above)}.values())

    return Library(
        own.library,
        entries(base.works, own.works),
        entries(base.concepts, own.concepts),
        entries(base.disputes, own.disputes),
        (*base.shared, *own.shared),
        {**(base.hedges or {}), **(own.hedges or {})},
        {**(base.conditions or {}), **(own.conditions or {})},
        {**(base.facets or {}), **(own.facets or {})},
    )


def _names(roles: Sequence[AskedRole], known: KnownRoles) -> dict[str, str]:
    names = {}
    for asked in roles:
        for facet in RELATIONS:
            for statement in asked.file.role.statements(facet):
                if statement.role and statement.text is None and statement.role not in names:
                    role = known.by_id(statement.role)
                    names[statement.role] = role.short if role else statement.role
    return names
