"""The files that an organisation under git begins with: itself, the configuration, the CI."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from orgcli.scaffold.role_file import scalar

SCHEMAS = Path(".orgcli")
"""Folder of the JSON Schemas that editors read; hidden, so that nothing in it is taken for data."""


def starter(name: str) -> str:
    """The text of a file to begin with: `organisation`, `configuration`, or a key of CI."""
    return Path(__file__).with_name(f"{name}_starter.txt").read_text("utf-8")


CI: Mapping[str, Path] = {
    "github": Path(".github/workflows/orgcli.yml"),
    "gitlab": Path(".gitlab-ci.yml"),
}
"""Where each CI looks for its file."""

ORGANISATION = Path("org.yaml")
CONFIGURATION = Path("orgcli.toml")


def first_files(name: str, schema: Callable[[str], str]) -> dict[Path, str]:
    """The files by path, relative to their folder, in the order in which they are listed.

    name    what the organisation is called
    schema  gives the text of a JSON Schema: org, role, plan or config
    """
    return {
        ORGANISATION: starter("organisation").format(name=scalar(name)),
        CONFIGURATION: starter("configuration"),
        **{SCHEMAS / f"{kind}.json": schema(kind) for kind in ("org", "role", "plan", "config")},
    }


def name_of(folder: Path) -> str:
    """What an organisation in a folder is most likely called."""
    words = [word for word in re.split(r"[\s_.-]+", folder.resolve().name) if word]
    return " ".join(word[:1].upper() + word[1:] for word in words) or "My Organisation"
