"""Which roles there are and what they are called, without reading more than their names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from orgcli.model.finding import Finding
from orgcli.model.nearest import nearest_word
from orgcli.model.source import Source
from orgcli.read.builtin import LIBRARY, builtin_folder
from orgcli.read.text import decode
from orgcli.read.yaml import load_yaml

SUFFIXES = (".yaml", ".yml", ".json")
"""How a file must end to be looked at as a role file."""

# A top-level key of a block mapping with everything indented under it: the few lines that name
# a role are cut out of the file and only they are parsed.
_NAMING = re.compile(
    r"^(?:role|title|abbreviation|aliases)[ \t]*:[^\n]*\n?(?:(?:[ \t\-][^\n]*)?\n)*", re.MULTILINE
)
_IGNORED = re.compile(r"[\s_\-\u2010-\u2015]+")


@dataclass(frozen=True, slots=True)
class RoleName:
    """What one role is called, and the file that says so."""

    id: str
    path: Path
    builtin: bool = False
    title: str | None = None
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """What to call the role where there is little room."""
        return self.abbreviation or self.title or self.id

    def all(self) -> tuple[str, ...]:
        """Everything it answers to."""
        named = (self.id, self.abbreviation, self.title, *self.aliases)
        return tuple(name for name in named if name)


class KnownRoles:
    """The built-in roles and those in a folder of one's own, which come first.

    A name is looked up as an id before any file is opened, so that asking for two roles by id
    costs the same whether there are three roles or three hundred.
    """

    def __init__(self, own: Path | None = None, builtin: Path | None = None) -> None:
        self._folder = builtin or builtin_folder()
        self._files = {path.stem: path for path in self._folder.glob("*.yaml")}
        self._files.pop(LIBRARY, None)
        self._heads: dict[str, RoleName] = {}
        self._own: list[RoleName] = []
        if own is not None and own.is_dir() and own.resolve() != self._folder.resolve():
            self._own = list(_in_folder(own))

    def by_id(self, id: str) -> RoleName | None:
        """The role with exactly this id: one's own, else the built-in one."""
        mine = next((role for role in self._own if role.id == id), None)
        return mine or self._builtin(id)

    def overrides(self, role: RoleName) -> bool:
        """Whether a role of one's own stands in the place of a built-in one."""
        return not role.builtin and role.id in self._files

    def called(self, name: str) -> list[RoleName]:
        """The roles a name may mean: one where it is clear, several where it is not, or none.

        An id wins over abbreviations, titles and aliases, a role of one's own over a built-in
        one of the same id. Case, spaces, hyphens and underscores are ignored.
        """
        wanted = squeeze(name)
        mine = [role for role in self._own if squeeze(role.id) == wanted]
        if mine:
            return mine
        for stem in self._files:
            if squeeze(stem) == wanted and (found := self._builtin(stem)):
                return [found]
        return [role for role in self.all() if wanted in map(squeeze, role.all())]

    def all(self) -> list[RoleName]:
        """Every role, one's own first, the built-in ones by id."""
        taken = {role.id for role in self._own}
        builtin = (self._builtin(stem) for stem in sorted(self._files) if stem not in taken)
        return [*self._own, *(role for role in builtin if role)]

    def nearest(self, name: str) -> str | None:
        """The name of a role that a mistyped one most likely meant."""
        return nearest_word(name, (name for role in self.all() for name in role.all()))

    def _builtin(self, id: str) -> RoleName | None:
        if id in self._files and id not in self._heads:
            path = self._files[id]
            self._heads[id] = name_in(path, builtin=True) or RoleName(id, path, builtin=True)
        return self._heads.get(id)


def squeeze(name: str) -> str:
    """A name as it is compared: case, spaces, hyphens and underscores do not count."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name).casefold())


def name_in(path: Path, builtin: bool = False) -> RoleName | None:
    """What the role in a file is called; None where the file is no role or cannot be read."""
    try:
        source = decode(path.as_posix(), path.read_bytes())
    except OSError:
        return None
    if isinstance(source, Finding):
        return None
    if path.suffix.lower() == ".json":
        from orgcli.read.json import load_json

        document, _ = load_json(source)
    else:
        head = "".join(match.group() for match in _NAMING.finditer(source.text))
        document, _ = load_yaml(Source(source.path, head) if head else source)
    root = document.root if document else None
    if not isinstance(root, dict) or not isinstance(root.get("role"), str):
        return None
    title, abbreviation = root.get("title"), root.get("abbreviation")
    aliases = root.get("aliases")
    several = aliases if isinstance(aliases, list) else [aliases]
    return RoleName(
        str(root["role"]),
        path,
        builtin,
        title if isinstance(title, str) else None,
        abbreviation if isinstance(abbreviation, str) else None,
        tuple(alias for alias in several if isinstance(alias, str)),
    )


def _in_folder(folder: Path) -> Iterator[RoleName]:
    for path in sorted(folder.iterdir()):
        named = path.suffix.lower() in SUFFIXES and path.stem != LIBRARY and path.is_file()
        if named and (found := name_in(path)):
            yield found
