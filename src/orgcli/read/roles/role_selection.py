"""The roles that arguments select, by name or by file, with the library they refer to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from orgcli.language.en import WORDS
from orgcli.language.words import AskWords
from orgcli.model.findings.finding import Finding
from orgcli.model.likeness import did_you_mean, is_misspelling
from orgcli.model.roles.library import Library, Shared
from orgcli.model.roles.role import Role, RoleFile, Statement
from orgcli.model.text import listed
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.role_file import read_role
from orgcli.read.roles.role_index import SUFFIXES, Candidate, KnownRoles
from orgcli.read.roles.role_name import RoleName
from orgcli.read.roles.translations import role_in_language
from orgcli.read.syntax.decoding import Unreadable, decode, read_source
from orgcli.read.syntax.paths import STDIN_NAME, is_stdin


class NoSuchRole(Exception):
    """A word that is not the name of exactly one role; `help` says what to write instead.

    candidates  the roles it may mean, where there are several
    """

    def __init__(self, message: str, help: str = "", candidates: Sequence[Candidate] = ()) -> None:
        super().__init__(message)
        self.help = help
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class SelectedRole:
    """A role in the requested language, with what libraries say of it and of others at once.

    path          its file, as messages and headings write it
    overrides     whether it stands in the place of a built-in one
    language      the language it is in, which is its own where it has no translation
    untranslated  statements that are still in its own language
    work          key of the only work to show, where there is one
    """

    file: RoleFile
    path: str
    shared: tuple[Shared, ...] = ()
    overrides: bool = False
    language: str = WORDS.tag
    untranslated: frozenset[Statement] = frozenset()
    work: str | None = None


@dataclass(frozen=True, slots=True)
class RoleSelection:
    """Everything a comparison needs; the roles are whole only where there are no findings.

    names  what to call the other role of each relation, by id
    """

    roles: Sequence[SelectedRole]
    library: Library
    names: Mapping[str, str]
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class _Request:
    """What one argument selects: a file, the role it is known as, and one work or all."""

    argument: str
    path: Path
    name: RoleName | None = None
    work: str | None = None

    @property
    def is_builtin(self) -> bool:
        return self.name is not None and self.name.builtin


def select_all_roles(known: KnownRoles, words: AskWords = WORDS.ask) -> RoleSelection:
    """Every role, one's own first, and the libraries beside them; see `select_roles`."""
    arguments = (role.id if role.builtin else role.path.as_posix() for role in known.all())
    return select_roles(list(dict.fromkeys(arguments)), known, bytes, words)


def select_roles(
    arguments: Sequence[str],
    known: KnownRoles,
    stdin: Callable[[], bytes],
    words: AskWords = WORDS.ask,
) -> RoleSelection:
    """Read the roles that the arguments mean, nothing else, and the libraries beside them.

    One with a separator or the suffix of a role file is a path, `-` is standard input,
    any other is a name; `@` and the key, mark or name of a work behind it selects that work alone.
    words  those of messages
    Raises NoSuchRole where an argument means no role, several, or one that another means too,
    and where a file cannot be opened.
    """
    requests = [_request(argument, known, words) for argument in arguments]
    _refuse_repeated(requests, words)
    findings: list[Finding] = []
    libraries = Libraries(known.language, findings)
    files = (
        request.path
        for request in requests
        if not request.is_builtin and not is_stdin(request.path)
    )
    folders = dict.fromkeys((*known.folders, *(path.parent for path in files)))
    own = {folder: libraries.beside(folder) for folder in folders}
    library = libraries.merged([library for library in own.values() if library])
    roles = []
    for request in requests:
        file = _read(request, stdin, words, findings)
        if file is None:
            continue
        is_own = not request.is_builtin
        around = [own.get(request.path.parent)] if is_own else [libraries.base, *own.values()]
        shared = tuple(
            statement
            for source in around
            if source
            for statement in source.shared
            if file.role.role in statement.roles
        )
        selected = _in_language(request, file, known, findings)
        selected = replace(selected, shared=shared)
        roles.append(_of_work(selected, request.work, library, words) if request.work else selected)
    return RoleSelection(roles, library, _names(roles, known), findings)


def _read(
    request: _Request, stdin: Callable[[], bytes], words: AskWords, findings: list[Finding]
) -> RoleFile | None:
    try:
        from_stdin = is_stdin(request.path)
        source = (
            decode(STDIN_NAME, stdin()) if from_stdin else read_source(request.path, special=True)
        )
    except Unreadable as error:
        message = words.unreadable.format(path=request.path.as_posix(), reason=error.reason)
        raise NoSuchRole(message) from None
    if isinstance(source, Finding):
        findings.append(source)
        return None
    file, wrong = read_role(source, request.is_builtin)
    findings.extend(wrong)
    return file


def _in_language(
    request: _Request, file: RoleFile, known: KnownRoles, findings: list[Finding]
) -> SelectedRole:
    """The role by the translation beside it; as it is where there is none."""
    language = file.role.language if is_stdin(request.path) else known.language
    translated, wrong = role_in_language(file.role, request.path.parent, language)
    findings.extend(wrong)
    return SelectedRole(
        replace(file, role=translated.role),
        request.path.as_posix(),
        overrides=request.name is not None and known.overrides(request.name),
        language=translated.language,
        untranslated=translated.untranslated,
    )


def _find_role(name: str, known: KnownRoles, words: AskWords) -> RoleName:
    """The one role that goes by a name. Raises NoSuchRole where it is not exactly one."""
    candidates = known.candidates(name)
    if len(candidates) == 1:
        return candidates[0].role
    if not candidates:
        raise _unknown(name, known, words)
    ids = [candidate.role.id for candidate in candidates]
    choices = (
        ids
        if len(set(ids)) == len(ids)
        else [candidate.role.path.as_posix() for candidate in candidates]
    )
    message = words.ambiguous.format(name=name, count=len(candidates))
    raise NoSuchRole(message, words.write_one_of.format(names=listed(choices)), candidates)


def _unknown(name: str, known: KnownRoles, words: AskWords) -> NoSuchRole:
    """Why there is no role of a name: it is mistyped, or a title that no work describes."""
    spelt = known.nearest(name)
    is_slip = any(is_misspelling(name, near_name) for near_name in spelt)
    if not is_slip and (near := known.near_in_meaning(name)) is not None:
        names = ", ".join(f"`{role.id}` ({role.title or role.id})" for role in near)
        help = words.near_roles.format(names=names) if near else words.none_near
        return NoSuchRole(words.undescribed.format(name=name), help)
    all_ids = listed(role.id for role in known.all())
    help = did_you_mean(spelt, words.there_are.format(names=all_ids), words.did_you_mean)
    return NoSuchRole(words.unknown.format(name=name), help)


def _request(argument: str, known: KnownRoles, words: AskWords) -> _Request:
    path = Path(argument)
    if is_stdin(path) or _is_path(argument):
        return _Request(argument, path)
    name, at, work = argument.rpartition("@")
    name, work = (name, work) if at else (argument, "")
    if _is_path(name):
        return _Request(argument, Path(name), None, work)
    try:
        role = _find_role(name, known, words)
    except NoSuchRole as error:
        broken = None if error.candidates else known.broken_file(name)
        if broken is None:
            raise
        return _Request(argument, broken, None, work or None)
    if role.builtin and (broken := known.broken_file(role.id)):
        return _Request(argument, broken, None, work or None)
    return _Request(argument, role.path, role, work or None)


def _is_path(argument: str) -> bool:
    return "/" in argument or "\\" in argument or argument.lower().endswith(SUFFIXES)


def _refuse_repeated(requests: Sequence[_Request], words: AskWords) -> None:
    seen: dict[tuple[Path, str | None], str] = {}
    for request in requests:
        key = request.path if is_stdin(request.path) else request.path.resolve(), request.work
        if first := seen.get(key):
            twice = words.stands_twice if first == request.argument else words.one_role
            message = twice.format(name=request.argument, first=first, second=request.argument)
            raise NoSuchRole(message, words.name_another)
        seen[key] = request.argument


def _of_work(
    selected: SelectedRole, work_name: str, library: Library, words: AskWords
) -> SelectedRole:
    """The role as one work alone describes it. Raises NoSuchRole where it says nothing of it."""
    by_name = {
        name.casefold(): work
        for work in reversed(library.works)
        for name in (work.key, work.mark, work.name)
    }
    work = by_name.get(work_name.casefold())
    if work is None:
        works = listed(known_work.key for known_work in library.works)
        message = words.unknown_work.format(name=work_name)
        raise NoSuchRole(message, words.works_are.format(names=works))
    role = _role_of_work(selected.file.role, work.key)
    shared = tuple(
        replace(entry, statement=_cited(entry.statement, work.key))
        for entry in selected.shared
        if work.key in entry.statement.sources
    )
    if not shared and not any(True for _ in role.facets()):
        raise NoSuchRole(words.says_nothing.format(work=work.name, role=role.role))
    return replace(
        selected,
        file=replace(selected.file, role=role),
        shared=shared,
        untranslated=frozenset(_of(selected.untranslated, work.key)),
        work=work.key,
    )


def _role_of_work(role: Role, work: str) -> Role:
    kept = {facet: tuple(_of(statements, work)) for facet, statements in role.facets()}
    other = {name: cited for name in role.other or {} if (cited := kept.pop(name, ()))}
    return replace(role, other=other or None, **kept)  # type: ignore[arg-type]


def _of(statements: Iterable[Statement], work: str) -> Iterator[Statement]:
    """Those that a work makes, as made by it alone."""
    return (_cited(statement, work) for statement in statements if work in statement.sources)


def _cited(statement: Statement, work: str) -> Statement:
    return replace(statement, sources=(work,))


def _names(roles: Sequence[SelectedRole], known: KnownRoles) -> dict[str, str]:
    """What to call each role that a statement names and says no sentence of."""
    statements: list[Statement] = []
    for selected in roles:
        statements += (
            statement for _, several in selected.file.role.facets() for statement in several
        )
        statements += (entry.statement for entry in selected.shared)
    return _short_names(
        (statement for statement in statements if statement.text is None), roles, known
    )


def line_names(roles: Sequence[SelectedRole], known: KnownRoles) -> dict[str, str]:
    """What to call each role that a reporting line names."""
    lines = (
        line
        for selected in roles
        for line in (*selected.file.role.reports_to, *selected.file.role.manages)
    )
    return _short_names(lines, roles, known)


def _short_names(
    statements: Iterable[Statement], roles: Sequence[SelectedRole], known: KnownRoles
) -> dict[str, str]:
    """What to call roles by their ids; those selected may be known by their files alone."""
    selected = {role.file.role.role: role.file.role for role in roles}
    names: dict[str, str] = {}
    for id in (id for statement in statements for id in statement.role):
        if id not in names:
            known_role = known.by_id(id)
            role = selected.get(id)
            called = (role.abbreviation or role.title) if role else None
            names[id] = known_role.short if known_role else called or id
    return names
