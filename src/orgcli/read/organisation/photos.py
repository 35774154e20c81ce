"""Photos that positions name, and logos of charts: found, read, and held to limits."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.likeness import NearestName, did_you_mean
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.photo import MOST_BYTES, SIDE, BadImage, Photo
from orgcli.model.organisation.position import Position
from orgcli.model.text import shortened
from orgcli.read.organisation.positions import Validated
from orgcli.read.syntax.decoding import Unreadable, read_bytes
from orgcli.read.syntax.paths import display_path, remember, resolved


def sound_photos(
    valid: Validated[Position], place: Callable[..., Place], file: str, folder: Path
) -> Validated[Position]:
    """The positions of one file, each photo as its path from the organisation's folder.

    place   of the entries
    file    as messages name it; what it says is relative to where it stands
    folder  of the organisation, links followed
    Findings: ORG011 for a photo that is not there, outside the folder, or none that can be shown.
    Such a one is left out, as any wrong field is; in the folder it stays, for the file may be
    mended or come back while a chart is watched, and read_photo refuses it until then.
    """
    photos = _Photos(resolved(Path(file)).parent, folder, Path(file).is_file())
    values, findings = list(valid.values), list(valid.findings)
    for at, position in enumerate(values):
        if position.photo is None:
            continue
        photo = photos.check(position.photo)
        if photo.problem:
            where = place(valid.entry[at], "photo")
            findings.append(
                Finding("ORG011", photo.problem, where, help=photo.help, entity=position.id)
            )
        values[at] = replace(position, photo=photo.path)
    return Validated(values, valid.entry, findings)


def read_photo(organisation: Organisation, path: str) -> Photo | None:
    """The photo at a path that a position has; None where there is none that can be shown."""
    photo = resolved(Path(organisation.files[0])).parent / path
    try:
        if not photo.is_file():
            return None
        image = _image(photo)
    except (OSError, Unreadable):
        return None
    return None if isinstance(image, BadImage) else image


def read_logo(path: str) -> Photo:
    """The logo at a path; raises BadImage, which names the path, where none can be shown."""
    from orgcli.read.organisation.image import logo

    name = f"the logo `{shortened(display_path(Path(path)))}`"
    try:
        return logo(read_bytes(Path(path), most=MOST_BYTES))
    except Unreadable as error:
        help = "name an image file, such as a PNG"
        raise BadImage(f"{name} cannot be read: {error.reason}", help) from None
    except BadImage as error:
        raise BadImage(f"{name} {error}", error.help) from None


@dataclass(frozen=True, slots=True)
class _PhotoCheck:
    """What there is where a photo should be.

    path     from the folder of the organisation; None for what is never to be read
    problem  why it cannot be shown, and what helps; both empty for one that can be
    """

    path: str | None
    problem: str
    help: str


@dataclass(slots=True)
class _Photos:
    """What photos that stand in one folder may be.

    here    the folder of the file that names them
    folder  that of the organisation
    exists  False for standard input, which stands nowhere
    """

    here: Path
    folder: Path
    exists: bool
    _checks: dict[str, _PhotoCheck] = field(default_factory=dict)
    _listed: dict[Path, NearestName] = field(default_factory=dict)

    def check(self, reference: str) -> _PhotoCheck:
        """What there is at a path, as the file says it."""
        if reference not in self._checks:
            self._checks[reference] = self._check(reference)
        return self._checks[reference]

    def _check(self, reference: str) -> _PhotoCheck:
        if not self.exists:
            problem = f"the photo `{reference}` cannot be found from standard input"
            return _PhotoCheck(None, problem, "name the file")
        if "://" in reference or reference.startswith("data:"):
            return _PhotoCheck(
                None, f"the photo `{reference}` is no file", "download it, and name the file"
            )
        try:
            # Not from memory: while a chart is watched, a link may come to lead elsewhere.
            photo = Path(os.path.realpath(self.here / reference))
        except (OSError, ValueError) as error:
            return _PhotoCheck(None, *_unreadable(reference, error))
        inside = photo.is_relative_to(self.folder) or photo.is_relative_to(self.here)
        if Path(reference).is_absolute() or not inside:
            return _PhotoCheck(
                None,
                f"the photo `{reference}` is outside the organisation's folder",
                "put it beside this file or below, and write its path from here",
            )
        path = Path(os.path.relpath(photo, self.folder)).as_posix()
        return _PhotoCheck(path, *self._problem(reference, photo))

    def _problem(self, reference: str, photo: Path) -> tuple[str, str]:
        """What is wrong with a photo in the folder, and what helps."""
        try:
            if photo.is_dir():
                return f"the photo `{reference}` is a folder", "name a file in it"
            if not photo.exists():
                return f"there is no photo `{reference}`", self._advice(reference)
            if not photo.is_file():
                return f"the photo `{reference}` is a pipe or a device, not a file", "name a file"
            if (size := photo.stat().st_size) > MOST_BYTES:
                most = f"at most {MOST_BYTES // 10**6} MB"
                help = f"make it smaller, {most}; {SIDE} x {SIDE} pixels are enough"
                return f"the photo `{reference}` has {-(-size // 10**6):,} MB", help
            image = _image(photo)
        except Unreadable as error:
            return f"the photo `{reference}` cannot be read: {error.reason}", ""
        except (OSError, ValueError) as error:
            return _unreadable(reference, error)
        return (
            (f"the photo `{reference}` {image}", image.help)
            if isinstance(image, BadImage)
            else ("", "")
        )

    def _advice(self, reference: str) -> str:
        """What is there that is called nearly so."""
        folder = (self.here / reference).parent
        if folder not in self._listed:
            siblings = folder.iterdir() if folder.is_dir() else ()
            self._listed[folder] = NearestName({path.name for path in siblings})
        near = self._listed[folder].of(Path(reference).name)
        paths = tuple((Path(reference).parent / name).as_posix() for name in near)
        return did_you_mean(paths, "the path is relative to this file")


@dataclass(frozen=True, slots=True)
class _PhotoFile:
    """A file as the disk knows it, whatever it is called: several names may lead to one."""

    device: int
    number: int
    changed: int
    size: int
    path: Path = field(compare=False)


def _image(photo: Path) -> Photo | BadImage:
    state = photo.stat()
    remember(photo, state)
    return _read_image(
        _PhotoFile(state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size, photo)
    )


@lru_cache(maxsize=2048)  # a chart needs it twice: to test it, and to show it
def _read_image(file: _PhotoFile) -> Photo | BadImage:
    """The photo in a file, or why there is none: neither is found out again."""
    # Imported here, for it loads Pillow: most charts have no photos.
    from orgcli.read.organisation.image import image

    raw = read_bytes(file.path, most=MOST_BYTES)
    try:
        return image(raw)
    except BadImage as error:
        return error


def _unreadable(reference: str, error: OSError | ValueError) -> tuple[str, str]:
    why = error.strerror if isinstance(error, OSError) else "its name is none"
    return f"the photo `{reference}` cannot be read: {why}", ""
