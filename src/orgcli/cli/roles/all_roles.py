"""Every role there is, as `roles`, `role` and `dispute` show them."""

from orgcli.api.role_columns import compared_roles
from orgcli.cli.language import Session
from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.compare.listing.catalogue import in_order
from orgcli.compare.listing.other_names import NamedRole, OtherName, merge_languages
from orgcli.read.roles.other_names import OtherNames
from orgcli.read.roles.role_name import RoleName
from orgcli.read.roles.role_selection import NoSuchRole, RoleSelection, select_all_roles


def read_all(session: Session) -> tuple[RoleSelection, list[ComparedRole]]:
    """Every role as it goes into a comparison, in the order they are listed."""
    try:
        selection = select_all_roles(session.roles(), session.words.ask)
    except NoSuchRole as error:
        session.fail(str(error), error.help)
    return selection, in_order(compared_roles(selection, session.words.tag))


def named_role(role: RoleName, names: OtherNames) -> NamedRole:
    """A role with its other names, those of several languages once."""

    def kind(kind: str, editorial: bool) -> str:
        return kind if kind != "alias" else "editorial" if editorial else "sourced"

    other_names: list[OtherName] = [
        OtherName(
            name.name,
            (name.language,),
            kind(name.kind, name.editorial),
            name.sources,
            name.ambiguous or bool(name.may_mean),
            name.may_mean,
        )
        for name in names.of(role)
    ]
    return NamedRole(role.id, role.title or role.id, tuple(merge_languages(other_names)))
