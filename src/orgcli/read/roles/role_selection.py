"""The roles somebody asks for, by name or by file, with the library they refer to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from orgcli.language.en import WORDS
from orgcli.language.words import AskWords
from orgcli.model.findings.finding import Finding
from orgcli.model.likeness import did_you_mean
from orgcli.model.roles.library import Library, Shared
from orgcli.model.roles.rewriting import translate_role
from orgcli.model.roles.role import Role, RoleFile, Statement
from orgcli.model.roles.translation import RoleTranslation, texts
from orgcli.model.source.source import Source
from orgcli.model.text import listed
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.role_file import read_role
from orgcli.read.roles.role_names import SUFFIXES, Candidate, KnownRoles, RoleName
from orgcli.read.roles.translations import read_translation, translation_path
from orgcli.read.syntax.decoding import decode
from orgcli.read.syntax.mapping import read_source

STDIN = "-"


class NoSuchRole(Exception):
    """A word that is not the name of exactly one role; `help` says what to write instead.

    candidates  the roles it may mean, where there are several
    """

    def __init__(self, message: str, help: str = "", candidates: Sequence[Candidate] = ()) -> None:
        super().__init__(message)
        self.help = help
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class AskedRole:
    """A role in the language asked for, with what libraries say of it and of others at once.

    path       its file, as messages and headings write it
    overrides  whether it stands in the place of a built-in one
    language   the language it is in, which is its own where it has no translation
    left       statements that are still in its own language
    work       key of the one work that is asked, where only that one is
    """

    file: RoleFile
    path: str
    shared: tuple[Shared, ...] = ()
    overrides: bool = False
    language: str = WORDS.tag
    left: frozenset[Statement] = frozenset()
    work: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything a comparison needs; the roles are whole only where there are no findings.

    names  what to call the other role of each relation, by id
    """

    roles: Sequence[AskedRole]
    library: Library
    names: Mapping[str, str]
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What one word asks for: a file, the role it is known as, and one work or all."""

    word: str
    path: Path
    name: RoleName | None
    work: str | None


def read_asked(
    words: Sequence[str],
    known: KnownRoles,
    stdin: Callable[[], bytes],
    says: AskWords = WORDS.ask,
) -> Asked:
    """Read the roles that the words mean, nothing else, and the libraries beside them.

    A word with a separator or the suffix of a role file is a path, `-` is standard input,
    any other is a name; `@` and the key, mark or name of a work behind it asks that work alone.
    Raises NoSuchRole where a word means no role, several, or one that another word means too,
    and where a file cannot be opened.
    """
    wanted = [_wanted(word, known, says) for word in words]
    _refuse_twice(wanted, says)
    findings: list[Finding] = []
    libraries = Libraries(known.language, findings)
    files = [one.path for one in wanted if not _is_builtin(one) and str(one.path) != STDIN]
    folders = [*known.folders, *(path.parent for path in files)]
    own = {folder: libraries.beside(folder) for folder in dict.fromkeys(folders)}
    library = libraries.merged([one for one in own.values() if one])
    roles = []
    for one in wanted:
        source = _source(one.path, stdin, says)
        if isinstance(source, Finding):
            findings.append(source)
            continue
        builtin = _is_builtin(one)
        file, wrong = read_role(source, builtin)
        findings.extend(wrong)
        if file is not None:
            around = [libraries.base, *own.values()] if builtin else [own.get(one.path.parent)]
            shared = (said for other in around if other for said in other.shared)
            mine = tuple(said for said in shared if file.role.role in said.roles)
            overrides = one.name is not None and known.overrides(one.name)
            asked = AskedRole(file, one.path.as_posix(), mine, overrides, file.role.language)
            asked = _in_language(asked, one.path, known.language, findings)
            roles.append(_of_work(asked, one.work, library, says) if one.work else asked)
    return Asked(roles, library, _names(roles, known), findings)


def find_role(name: str, known: KnownRoles, says: AskWords = WORDS.ask) -> RoleName:
    """The one role that goes by a name. Raises NoSuchRole where it is not exactly one."""
    found = known.candidates(name)
    if len(found) == 1:
        return found[0].role
    if not found:
        near = known.nearest(name)
        every = listed(role.id for role in known.all())
        help = did_you_mean(near, says.there_are.format(names=every), says.did_you_mean)
        raise NoSuchRole(says.unknown.format(name=name), help)
    ids = [one.role.id for one in found]
    choices = ids if len(set(ids)) == len(ids) else [one.role.path.as_posix() for one in found]
    message = says.ambiguous.format(name=name, count=len(found))
    raise NoSuchRole(message, says.write_one_of.format(names=listed(choices)), found)


def _wanted(word: str, known: KnownRoles, says: AskWords) -> _Wanted:
    if word == STDIN or _is_path(word):
        return _Wanted(word, Path(word), None, None)
    name, at, work = word.rpartition("@")
    name, work = (name, work) if at else (word, "")
    if _is_path(name):
        return _Wanted(word, Path(name), None, work)
    try:
        found = find_role(name, known, says)
    except NoSuchRole as error:
        misread = None if error.candidates else known.misread(name)
        if misread is None:
            raise
        return _Wanted(word, misread, None, work or None)
    if found.builtin and (broken := known.misread(found.id)):
        return _Wanted(word, broken, None, work or None)
    return _Wanted(word, found.path, found, work or None)


def _is_builtin(wanted: _Wanted) -> bool:
    return wanted.name is not None and wanted.name.builtin


def _is_path(word: str) -> bool:
    return "/" in word or "\\" in word or word.lower().endswith(SUFFIXES)


def _refuse_twice(wanted: Sequence[_Wanted], says: AskWords) -> None:
    seen: dict[tuple[Path, str | None], str] = {}
    for one in wanted:
        path = one.path if str(one.path) == STDIN else one.path.resolve()
        if first := seen.get((path, one.work)):
            same = first == one.word
            twice = says.stands_twice if same else says.one_role
            message = twice.format(name=one.word, first=first, second=one.word)
            raise NoSuchRole(message, says.name_another)
        seen[path, one.work] = one.word


def _source(path: Path, stdin: Callable[[], bytes], says: AskWords) -> Source | Finding:
    if str(path) == STDIN:
        return decode("<stdin>", stdin())
    try:
        return decode(path.as_posix(), path.read_bytes())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = says.unreadable.format(path=path.as_posix(), reason=reason)
        raise NoSuchRole(message) from None


def _in_language(asked: AskedRole, path: Path, language: str, findings: list[Finding]) -> AskedRole:
    """The role by the translation beside it; as it is where there is none."""
    role = asked.file.role
    beside = translation_path(path.parent, language, role.role)
    if language == role.language or str(path) == STDIN or not beside.is_file():
        return asked
    source = read_source(beside)
    if isinstance(source, Finding):
        findings.append(source)
        return asked
    file, wrong = read_translation(source, language)
    findings.extend(wrong)
    if file is None or not isinstance(file.translation, RoleTranslation):
        return asked
    said = translate_role(role, texts(file.translation), file.translation.abbreviation)
    return replace(
        asked, file=replace(asked.file, role=said.role), language=language, left=said.left
    )


def _of_work(asked: AskedRole, named: str, library: Library, says: AskWords) -> AskedRole:
    """The role as one work alone describes it. Raises NoSuchRole where it says nothing of it."""
    lowered = named.casefold()
    work = next(
        (
            work
            for work in library.works
            if lowered in (work.key.casefold(), work.mark.casefold(), work.name.casefold())
        ),
        None,
    )
    if work is None:
        works = listed(work.key for work in library.works)
        raise NoSuchRole(says.unknown_work.format(name=named), says.works_are.format(names=works))
    role, shared = _only(asked.file.role, work.key), tuple(_only_shared(asked.shared, work.key))
    if not shared and not any(True for _ in role.facets()):
        raise NoSuchRole(says.says_nothing.format(work=work.name, role=role.role))
    left = frozenset(_said_by(one, work.key) for one in asked.left if work.key in one.sources)
    file = replace(asked.file, role=role)
    return replace(asked, file=file, shared=shared, left=left, work=work.key)


def _only(role: Role, work: str) -> Role:
    kept: dict[str, tuple[Statement, ...]] = {
        facet: tuple(_said_by(said, work) for said in statements if work in said.sources)
        for facet, statements in role.facets()
    }
    other = {name: said for name in role.other or {} if (said := kept.pop(name, ()))}
    return replace(role, other=other or None, **kept)  # type: ignore[arg-type]


def _said_by(said: Statement, work: str) -> Statement:
    return replace(said, sources=(work,))


def _only_shared(shared: Sequence[Shared], work: str) -> Iterator[Shared]:
    for one in shared:
        if work in one.statement.sources:
            yield replace(one, statement=_said_by(one.statement, work))


def _names(roles: Sequence[AskedRole], known: KnownRoles) -> dict[str, str]:
    """What to call each role that a statement names and says no sentence of."""
    names: dict[str, str] = {}
    for asked in roles:
        said = [one for _, statements in asked.file.role.facets() for one in statements]
        said += [one.statement for one in asked.shared]
        for id in (id for one in said if one.text is None for id in one.role):
            if id not in names:
                role = known.by_id(id)
                names[id] = role.short if role else id
    return names
