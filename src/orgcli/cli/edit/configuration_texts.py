"""The configuration, where ids are renamed that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from orgcli.cli.files.text_files import with_mark
from orgcli.mend.organisation.configured_ids import with_new_ids
from orgcli.mend.organisation.rename_trail import with_trail
from orgcli.read.syntax.paths import display_path, resolved

if TYPE_CHECKING:
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.read.config import Config

Unsaved = Mapping[Path, bytes]
"""What is read in the place of files, by their resolved paths."""
NOTHING_UNSAVED: Unsaved = MappingProxyType({})


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
    others: Sequence[Organisation] = (),
) -> Iterator[ConfigurationText]:
    """What the configuration becomes where ids are renamed, which it remembers under `renamed`.

    raw     what files are already to be
    others  the other organisations that are read: what they have too stays as it is
    What it extends stays, for it may be of others; `names_kept` notes it. Raises RefusedEdit where
    there is no exact edit.
    """
    file = config.file
    if file is None:
        return
    name = display_path(file)
    old = raw.get(name) or bytes_of(file, unsaved)
    before = old.decode("utf-8-sig")
    table = "tool.orgcli.renamed" if file.name == "pyproject.toml" else "renamed"
    after = with_trail(with_new_ids(before, _own(renamed, others)), table, renamed)
    if after != before:
        yield ConfigurationText(name, before, after, with_mark(after, old))


def _own(renamed: Mapping[str, str], others: Sequence[Organisation]) -> Mapping[str, str]:
    """The ids that no other organisation has."""
    pairs = renamed.items()
    return {
        old: new
        for old, new in pairs
        if not any(old in organisation.lines.index for organisation in others)
    }


def names_kept(
    config: Config, renamed: Mapping[str, str], unsaved: Unsaved, others: Sequence[Organisation]
) -> Iterator[str]:
    """Files of the configuration that go on to name an old id, and why, in a line each."""
    own = _own(renamed, others)
    shared = {old: new for old, new in renamed.items() if old not in own}
    if config.file is not None and _names(config.file, shared, unsaved):
        names = ", ".join(f"`{old}`" for old in shared)
        yield f"{display_path(config.file)} names {names}, which another organisation has too"
    for file in config.extends:
        if _names(file, renamed, unsaved):
            names, name = ", ".join(f"`{old}`" for old in renamed), display_path(resolved(file))
            yield f"{name}, which is extended, names {names}: change it there"


def _names(file: Path, ids: Mapping[str, str], unsaved: Unsaved) -> bool:
    """Whether a file of the configuration names positions by some ids."""
    text = bytes_of(file, unsaved).decode("utf-8-sig")
    return with_new_ids(text, ids) != text


def bytes_of(file: Path, unsaved: Unsaved) -> bytes:
    """The bytes of a file, or what stands in its place. Raises OSError."""
    content = unsaved.get(resolved(file)) if unsaved else None
    return file.read_bytes() if content is None else content
