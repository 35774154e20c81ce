"""What the roles that positions name are called, for positions without a title of their own."""

from orgcli.model.organisation import Titles
from orgcli.model.project import Project
from orgcli.read.role_names import KnownRoles


def role_titles(project: Project) -> Titles:
    """Titles of the roles that are named anywhere; the user's own roles come first."""
    wanted = {
        position.role
        for organisation in project.organisations
        for position in organisation.positions
        if position.role and not position.title
    }
    own = {file.role.role: file.role.name for file in project.roles}
    known = KnownRoles()
    titles = {}
    for role in sorted(wanted):
        builtin = None if role in own else known.by_id(role)
        titles[role] = own.get(role) or (builtin.title if builtin else None) or role
    return Titles(titles)
