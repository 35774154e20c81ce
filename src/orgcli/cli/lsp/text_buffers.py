"""The texts that are open in an editor, by the files that they are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path

from orgcli.editor.text.editor_text import EditorText, TextChange
from orgcli.model.source.source import Source
from orgcli.read.syntax.paths import display_path, resolved


@dataclass(frozen=True, slots=True, eq=False)
class TextBuffer:
    """A text as it is in the editor: under which address, and which version of it."""

    uri: str
    path: Path
    version: int | None
    text: EditorText


class TextBuffers:
    """All of them; every change makes a new value, so that other threads may keep the old one.

    unit  in which the editor counts characters
    root  the first folder of the workspace, as the editor names it
    """

    def __init__(self, unit: str, root: Path | None) -> None:
        self.unit, self._root = unit, root
        self._buffers: dict[Path, TextBuffer] = {}

    def of(self, uri: str) -> TextBuffer | None:
        """The text that is open under an address."""
        path = path_of(uri)
        return self._buffers.get(path) if path is not None else None

    @property
    def raw(self) -> Mapping[Path, bytes]:
        """What each file would have in it if it were saved."""
        return {path: buffer.text.raw for path, buffer in self._buffers.items()}

    @property
    def versions(self) -> Mapping[Path, int | None]:
        """The version of each text."""
        return {path: buffer.version for path, buffer in self._buffers.items()}

    def open(self, uri: str, version: int | None, text: str) -> Path | None:
        """A text is opened; the path of its file, or None where it is of no file."""
        path = path_of(uri)
        if path is not None:
            editor_text = EditorText.of(display_path(path), text, self.unit)
            self._buffers[path] = TextBuffer(uri, path, version, editor_text)
        return path

    def change(self, uri: str, version: int | None, changes: Sequence[TextChange]) -> Path | None:
        """Somebody typed; the path of the file, or None where the text is not open."""
        buffer = self.of(uri)
        if buffer is None:
            return None
        text = buffer.text.with_changes(changes)
        self._buffers[buffer.path] = replace(buffer, version=version, text=text)
        return buffer.path

    def close(self, uri: str) -> Path | None:
        """A text is closed: what is in the file counts again."""
        path = path_of(uri)
        if path is not None:
            self._buffers.pop(path, None)
        return path

    def text_of(self, source: Source) -> EditorText:
        """The text of a file that was read, in the units of the editor."""
        buffer = self._buffers.get(resolved(Path(source.path)))
        return EditorText(source, self.unit, buffer is not None and buffer.text.mark)

    def uri_of(self, file: str) -> str:
        """The address of a file, by the name that messages have for it."""
        real = resolved(Path(file))
        buffer = self._buffers.get(real)
        if buffer is not None:
            return buffer.uri
        path = real
        if self._root is not None and real.is_relative_to(root := resolved(self._root)):
            path = self._root / real.relative_to(root)
        return from_fs_path(path.as_posix()) or ""


def path_of(uri: str) -> Path | None:
    """The file of an address, links followed; None where it is the address of no file."""
    try:
        path = to_fs_path(uri)
    except ValueError:
        return None
    if not path or "\0" in path:
        return None
    return resolved(Path(path))
