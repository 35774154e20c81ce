"""A commented file to begin a role of one's own with."""

import json
import re
import unicodedata
from collections.abc import Mapping
from os.path import relpath
from pathlib import Path

from orgcli.read.roles.builtin_roles import NOT_ROLES
from orgcli.read.syntax.paths import upward

SCHEMA = Path(".orgcli/role.json")
"""The JSON Schema of role files, as `orgcli init` writes it."""
NEW = "new"
"""What `orgcli role` takes for a command of its own."""
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,&()'/-]*[A-Za-z0-9)]")
_OTHERWISE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to"})
_WORDS = frozenset({"no", "yes", "on", "off", "true", "false", "null", "y", "n"})


def is_role_id(id: str) -> bool:
    """Whether a role may have the id: words of small letters and digits, joined by hyphens."""
    return _ID.fullmatch(id) is not None and id not in {*NOT_ROLES, NEW}


def nearest_id(text: str) -> str | None:
    """A valid id of the words of a title or of a wrong id; None where they make none."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).casefold()
    ascii_only = "".join(character for character in plain if not unicodedata.combining(character))
    words = [word for word in re.split(r"[^a-z0-9]+", ascii_only) if word]
    id = "-".join(words).lstrip("0123456789-")
    return id if is_role_id(id) else None


def title_of(id: str) -> str:
    """What an id reads like as a title."""
    first, *rest = id.split("-")
    words = (word if word in _SMALL else word.capitalize() for word in rest)
    return " ".join((first.capitalize(), *words))


def starter(id: str, title: str, schema: str | None = None) -> str:
    """The text of a role file: a role with the facets that a beginner needs, and comments.

    schema  where its JSON Schema is, as seen from the file; None where there is none
    """
    prefix = "".join(word[0] for word in id.split("-")).upper()
    commands = {
        f"#   orgcli role {id}": "its card",
        f"#   orgcli compare {id} cro": "compare it with another role",
        "#   orgcli validate roles": "check the file",
    }
    statement = {
        f"#   - id: {prefix}-01": "# a name for it, by which translations find it",
        "#     text: Closing the largest deals": "",
        "#     key: true": "# on the short card",
        "#     concept: close-deals": "# what other roles say too, to share a row with them",
        "#     hedge: usually": "# how strongly it holds",
        "#     sources: [editorial]": "# the works that say so",
    }
    template = Path(__file__).with_name("role_starter.txt").read_text("utf-8")
    return template.format(
        modeline=f"# yaml-language-server: $schema={schema}\n#\n" if schema else "",
        id=id,
        title=scalar(title),
        commands=_aligned(commands),
        statement=_aligned(statement),
    )


def schema_near(file: Path) -> str | None:
    """Where the JSON Schema for a role file is, as seen from the file; None where there is none.

    `.orgcli/role.json` beside the file or above it, up to the root of the repository.
    """
    folder = file.parent.resolve()
    for above in upward(folder):
        if (above / SCHEMA).is_file():
            return Path(relpath(above / SCHEMA, folder)).as_posix()
    return None


def _aligned(lines: Mapping[str, str]) -> str:
    """Lines with what they are for, all of which begins in one column."""
    width = max(len(line) for line, meaning in lines.items() if meaning)
    return "\n".join(f"{line.ljust(width)}  {meaning}".rstrip() for line, meaning in lines.items())


def scalar(text: str) -> str:
    """The text as a YAML scalar that is this text to every reader."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    quoted = json.dumps(text.encode("utf-8", "replace").decode("utf-8"), ensure_ascii=False)
    return _OTHERWISE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
