"""Reading the roles that a command line names, with messages where one cannot be read."""

from collections.abc import Mapping, Sequence
from typing import NoReturn

from orgcli.api.role_columns import compared_roles
from orgcli.cli.language import Session
from orgcli.cli.output import note, read_stdin
from orgcli.cli.roles.sources import refuse_findings
from orgcli.compare.comparison.align import align
from orgcli.compare.comparison.comparison import Comparison
from orgcli.compare.comparison.selection import NoSuchFacet, by_facets
from orgcli.compare.comparison.short_card import short_card
from orgcli.language.words import AskWords
from orgcli.model.likeness import did_you_mean
from orgcli.model.roles.role_name import LocalName
from orgcli.model.text import cells
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.role_index import Candidate
from orgcli.read.roles.role_selection import NoSuchRole, RoleSelection, select_roles


def read_roles(words: Sequence[str], session: Session, translated: bool = True) -> RoleSelection:
    """The roles that words name; leaves with exit code 2 where one is not one role, whole.

    translated  False leaves roles in the language they are written in
    """
    texts = session.words.ask
    try:
        known = session.roles(translated)
        selection = select_roles(words, known, read_stdin, texts)
    except NoSuchRole as error:
        refuse(error, session)
    refuse_findings(selection.findings, session)
    for role in selection.roles:
        if role.overrides:
            note(f"orgcli: {texts.overrides.format(name=role.file.role.role, path=role.path)}")
    return selection


def narrowed(
    selection: RoleSelection, session: Session, full: bool, facets: Sequence[str] | None
) -> Comparison:
    """The roles aligned: some facets in full, else everything, else the short card."""
    roles = compared_roles(selection, session.words.tag)
    comparison = align(roles, selection.library, selection.names)
    if facets is None:
        return comparison if full else short_card(comparison)
    words = [word for several in facets for word in several.split(",") if word.strip()]
    texts = session.words
    there_are = texts.compare.facets_are.format(names=", ".join(selection.library.facets or {}))
    if not words:
        session.fail(texts.compare.no_facet.format(name=",".join(facets)), there_are)
    try:
        return by_facets(comparison, words, selection.library.facets or {})
    except NoSuchFacet as error:
        help = did_you_mean(error.near, there_are, texts.ask.did_you_mean)
        session.fail(texts.compare.no_facet.format(name=error), help)


def refuse(error: NoSuchRole, session: Session) -> NoReturn:
    """Say why a word is not one role, with every role it may mean, and leave with exit code 2."""
    note(f"orgcli: {error}")
    rows = _rows(error.candidates, session) if error.candidates else []
    widths = [max(cells(row[at]) for row in rows) for at in range(2)] if rows else []
    for *first, last in rows:
        padded = (
            text + " " * (width - cells(text)) for text, width in zip(first, widths, strict=True)
        )
        note("  " + "  ".join((*padded, last)))
    if error.help:
        note(f"  {session.words.ask.help}: {error.help}")
    raise SystemExit(2)


def _rows(candidates: Sequence[Candidate], session: Session) -> list[tuple[str, str, str]]:
    """Each role that a name may mean: its id, its title, and the languages that use the name."""
    known = session.roles()
    works = {work.key: work.name for work in Libraries(session.words.tag, []).base.works}
    rows = []
    for candidate in candidates:
        role = known.by_id(candidate.role.id) or candidate.role
        uses = "; ".join(_name_use(name, works, session.words.ask) for name in candidate.names)
        rows.append((role.id, role.title or role.id, uses))
    return rows


def _name_use(name: LocalName, names: Mapping[str, str], texts: AskWords) -> str:
    if name.sources:
        works = ", ".join(names.get(source, source) for source in name.sources)
        return f"{name.language}: {texts.called_so_by.format(works=works)}"
    return f"{name.language}: {texts.editorial}" if name.editorial else name.language
