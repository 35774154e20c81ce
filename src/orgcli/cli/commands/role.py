"""`orgcli role`: the card of one role, and the file that a role of one's own begins with."""

from pathlib import Path

from orgcli.cli.files.results import write_value
from orgcli.cli.language import Session, open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import chosen_format, fail
from orgcli.cli.roles.all_roles import named_role
from orgcli.cli.roles.new_role import NEW, write_new_role
from orgcli.cli.roles.request import RoleRequest
from orgcli.cli.roles.selection import narrowed, read_roles
from orgcli.cli.roles.sources import refuse_source
from orgcli.compare.comparison.comparison import Comparison
from orgcli.compare.listing.other_names import OtherName
from orgcli.compare.role_card.card import RoleCard, role_card
from orgcli.compare.role_card.formats import CARD_FORMATS
from orgcli.read.roles.other_names import OtherNames
from orgcli.read.roles.role_name import name_in
from orgcli.read.roles.role_selection import RoleSelection, SelectedRole
from orgcli.read.syntax.paths import STDIN

_NOT_FOR_NEW = {
    "full": "--full", "facet": "--facet", "sources": "--sources", "format": "--format",
    "as_": "--as", "with_org": "--with", "position": "--position",
}  # fmt: skip


@takes(RoleRequest)
def role(arguments: Arguments) -> None:
    """Show one role with its sources, or write a new role file.

    \b
    orgcli role cso
    orgcli role cro --full --lang de
    orgcli role "VP of Sales" --facet focus,metrics
    orgcli role cso@sbi -o cso.md
    orgcli role cso --as job-description -o cso.docx
    orgcli role cro --as job-description --with org.yaml --position cro

    Formats: table, markdown, html, docx, pdf, csv, json; of a job description the
    documents: markdown, html, docx, pdf.

    `new` writes a role file with comments into your folder of roles
    (`roles/`, unless configured). Existing files are never overwritten.

    \b
    orgcli role new head-of-partnerships
    orgcli role new head-of-partnerships --title "Head of Alliances" -o alliances.yaml
    """
    request = arguments.request(RoleRequest)
    session = open_session(request.lang)
    words = session.words.roles
    first, *rest = request.words
    if first == NEW:
        for name, flag in _NOT_FOR_NEW.items():
            if name in arguments.values:
                session.fail(words.not_for_new.format(flag=flag))
        write_new_role(rest, request.title, request.output, session)
        return
    if request.title is not None:
        session.fail(words.only_for_new.format(flag="--title"))
    if rest:
        command = f"orgcli compare {first} {rest[0]}"
        session.fail(words.one_at_a_time, words.see_several.format(command=command))
    if request.is_job:
        from orgcli.cli.roles.job_description import write_job_description  # reads organisations

        write_job_description(first, request, session)
        return
    if request.with_org is not None or request.position is not None:
        fail("--with and --position are for --as job-description", "add --as job-description")
    _show(first, request, session)


def _show(word: str, request: RoleRequest, session: Session) -> None:
    chosen = chosen_format(request.format, request.output, CARD_FORMATS)
    selection = read_roles([word], session)
    refuse_source(request.output, session, selection)
    comparison = narrowed(selection, session, request.full, request.facet)
    card = _card(selection, comparison, session, parts=request.facet is not None)
    page = session.view(request, request.sources)
    write_value(CARD_FORMATS, chosen, card, page, request.output)


def _card(
    selection: RoleSelection, comparison: Comparison, session: Session, parts: bool
) -> RoleCard:
    if parts:
        return RoleCard(comparison)
    selected_role = selection.roles[0]
    names = () if selected_role.work else _names(selected_role, session)
    return role_card(comparison, selected_role.file.role, selection.library, names, session.words)


def _names(selected_role: SelectedRole, session: Session) -> tuple[OtherName, ...]:
    """What else the role is called, in any language; nothing is known of one from a pipe."""
    known = session.roles()
    role_name = known.by_id(selected_role.file.role.role)
    if role_name is None or role_name.path.resolve() != Path(selected_role.path).resolve():
        role_name = name_in(Path(selected_role.path)) if selected_role.path != STDIN else None
    return named_role(role_name, OtherNames(known)).names if role_name else ()
