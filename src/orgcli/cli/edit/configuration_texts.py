"""The configuration, where ids are renamed that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from orgcli.mend.organisation.configured_ids import with_new_ids
from orgcli.mend.organisation.rename_trail import with_trail
from orgcli.read.syntax.paths import display_path, resolved

if TYPE_CHECKING:
    from orgcli.read.config import Config

Unsaved = Mapping[Path, bytes]
"""What is read in the place of files, by their resolved paths."""
NOTHING_UNSAVED: Unsaved = MappingProxyType({})
BOM = b"\xef\xbb\xbf"


class ConfigurationText(NamedTuple):
    """A file of the configuration that changes: its text before and after, and the new bytes."""

    file: str
    before: str
    after: str
    raw: bytes


def configuration_texts(
    config: Config,
    renamed: Mapping[str, str],
    unsaved: Unsaved,
    raw: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[ConfigurationText]:
    """What the configuration and what it extends become where ids are renamed.

    The configuration itself remembers them under `renamed`.
    raw  what files are already to be. Raises RefusedEdit where there is no exact edit.
    """
    file = config.file
    for one in (file, *config.extends) if file is not None else ():
        name = display_path(one if one == file else resolved(one))
        old = raw.get(name) or bytes_of(one, unsaved)
        before = old.decode("utf-8-sig")
        after = with_new_ids(before, renamed)
        if one == file:
            is_project = file.name == "pyproject.toml"
            after = with_trail(after, "tool.orgcli.renamed" if is_project else "renamed", renamed)
        if after != before:
            mark = BOM if old.startswith(BOM) else b""
            yield ConfigurationText(name, before, after, mark + after.encode())


def bytes_of(file: Path, unsaved: Unsaved) -> bytes:
    """The bytes of a file, or what stands in its place. Raises OSError."""
    there = unsaved.get(resolved(file)) if unsaved else None
    return file.read_bytes() if there is None else there
