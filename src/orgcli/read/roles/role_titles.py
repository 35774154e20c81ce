"""What the roles that positions name are called, for positions without a title of their own."""

from orgcli.language.tags import ENGLISH
from orgcli.model.organisation.organisation import Titles
from orgcli.model.project import Project
from orgcli.model.roles.translation import RoleTranslation
from orgcli.read.roles.role_names import KnownRoles


def role_titles(project: Project, language: str = ENGLISH) -> Titles:
    """Titles of the roles that are named anywhere; the user's own roles come first.

    language  in which they are called, where they have a translation; one of LANGUAGES
    """
    wanted = {
        position.role
        for organisation in project.organisations
        for position in organisation.positions
        if position.role and not position.title
    }
    own = {file.role.role: file.role.name for file in project.roles}
    said = _translated(project, language)
    own = {role: said.get(role, title) for role, title in own.items()}
    known = KnownRoles(language=language)
    titles = {}
    for role in sorted(wanted):
        builtin = None if role in own else known.by_id(role)
        titles[role] = own.get(role) or (builtin.title if builtin else None) or role
    return Titles(titles)


def _translated(project: Project, language: str) -> dict[str, str]:
    """What translations of the user's own call their roles."""
    said = (one.translation for one in project.translations if one.language == language)
    return {
        one.translation: one.title for one in said if isinstance(one, RoleTranslation) and one.title
    }
