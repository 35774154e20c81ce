"""The configuration follows where an id of a position becomes another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from orgcli.cli.edit.results import EditedFiles
from orgcli.mend.organisation.configured_ids import with_new_ids
from orgcli.mend.organisation.rename_trail import with_trail
from orgcli.model.organisation.organisation import Organisation
from orgcli.read.config import Config
from orgcli.read.syntax.paths import display_path, resolved

_BOM = b"\xef\xbb\xbf"


def with_configuration(
    made: EditedFiles, config: Config, others: Sequence[Organisation]
) -> EditedFiles:
    """The edit with what it changes in the configuration: its roots, targets and renamed ids.

    others  the other organisations that are read: what they have too stays as it is, and so does
            what the configuration extends, which may be of others
    Raises RefusedEdit where there is no exact edit.
    """
    renamed = made.changes.renamed
    if not renamed or config.file is None:
        return made
    own = {
        old: new
        for old, new in renamed.items()
        if not any(old in one.lines.index for one in others)
    }
    text, mark = _text_of(config.file)
    table = "tool.orgcli.renamed" if config.file.name == "pyproject.toml" else "renamed"
    new = with_trail(with_new_ids(text, own), table, renamed)
    name = display_path(config.file)
    return replace(
        made,
        raw={**made.raw, name: mark + new.encode()},
        texts={**made.texts, name: (text, new)},
        notes=(*made.notes, *_kept(config, renamed, own, new)),
    )


def _text_of(file: Path) -> tuple[str, bytes]:
    """The text of a file in UTF-8, and the mark of the byte order where it has one."""
    raw = file.read_bytes()
    return raw.decode("utf-8-sig"), _BOM if raw.startswith(_BOM) else b""


def _kept(
    config: Config, renamed: Mapping[str, str], own: Mapping[str, str], new: str
) -> Iterator[str]:
    """Files that go on to name an old id, and why."""
    assert config.file is not None
    others = {old: one for old, one in renamed.items() if old not in own}
    if with_new_ids(new, others) != new:
        names = ", ".join(f"`{old}`" for old in others)
        yield f"{display_path(config.file)} names {names}, which another organisation has too"
    for file in config.extends:
        text, _ = _text_of(file)
        if with_new_ids(text, renamed) != text:
            names, name = ", ".join(f"`{old}`" for old in renamed), display_path(resolved(file))
            yield f"{name}, which is extended, names {names}: change it there"
