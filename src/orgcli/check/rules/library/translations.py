"""Rules about translations of roles, libraries and published figures: ORG407 and ORG408."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from orgcli.check.rule import Rule
from orgcli.check.rules.files.complete_files import LIBRARY, SHAPE, YARDSTICKS, damaged_files
from orgcli.model.findings.finding import Finding, Level, Place
from orgcli.model.project import Project
from orgcli.model.text import listed

if TYPE_CHECKING:
    from orgcli.model.roles.translation import TranslationFile

_SHOWN = 3
"""Keys of missing texts that a message names; the others are counted."""


class Original(NamedTuple):
    """A role, a library or published figures that can be translated.

    name  the id of the role, `library` or `shape`; so are the files of its translations called
    first the key that its file begins with
    texts every text that has to be translated, by key
    """

    name: str
    first: str
    language: str
    texts: Callable[[], Mapping[str, str]]
    place: Callable[..., Place]

    @property
    def file(self) -> str:
        """The file it is written in."""
        return self.place(self.first).file


def missing_translations(project: Project) -> Iterator[Finding]:
    """ORG407, once per file and language of its folder; at the translation where there is one."""
    if not project.translations:
        return
    damaged = damaged_files(project)
    files = set(project.files)
    translation_of: dict[tuple[PurePath, str, str], TranslationFile] = {}
    languages: dict[PurePath, dict[str, None]] = {}
    for translation in project.translations:
        translation_of.setdefault(
            (_roles_folder(translation), translation.language, translation.translation.translation),
            translation,
        )
        languages.setdefault(_roles_folder(translation), {})[translation.language] = None
    for original in _originals(project):
        name, own_file = original.name, original.file
        home = _folder(own_file)
        for language in languages.get(home, ()):
            path = (PurePath(own_file).parent / language / f"{name}.yaml").as_posix()
            file = translation_of.get((home, language, name))
            if language == original.language or own_file in damaged:
                continue
            if file is not None:
                if file.place("translation").file not in damaged:
                    yield from _gaps(original, language, file)
            elif path not in files and original.texts():
                message = f"`{name}` is not translated into `{language}`"
                place = original.place(original.first)
                help = f"write {path}, beginning with `translation: {name}`"
                yield Finding("ORG407", message, place, help, name, group=name)


def _gaps(original: Original, language: str, file: TranslationFile) -> Iterator[Finding]:
    from orgcli.model.roles.translation import texts

    translated = texts(file.translation)
    missing = [key for key in original.texts() if key not in translated]
    if missing:
        message = f"`{original.name}` has no text in `{language}` for {listed(missing, _SHOWN)}"
        place = file.place("title" if "title" in translated else "translation")
        help = "until they are translated, the original texts are shown and marked"
        yield Finding("ORG407", message, place, help, original.name)


def orphan_translations(project: Project) -> Iterator[Finding]:
    """ORG408, at every text that translates nothing, and at files that nobody looks for."""
    if not project.translations:
        return
    from orgcli.model.roles.translation import texts

    damaged = damaged_files(project)
    damaged_folders = {_folder(path) for path in damaged}
    originals = {
        (_folder(original.file), original.name): original for original in _originals(project)
    }
    for file in project.translations:
        place, name = file.place("translation"), file.translation.translation
        original = originals.get((_roles_folder(file), name))
        if original is None or PurePath(place.file).name != f"{name}.yaml":
            # Where a file of the folder could not be read, the original may stand in it.
            if _roles_folder(file) not in damaged_folders:
                yield _without_original(place, name, original)
        elif original.language == file.language:
            message = f"`{name}` is already written in `{file.language}`"
            yield Finding("ORG408", message, place, "move the texts to its own file", name)
        elif original.file not in damaged:
            original_texts = original.texts()
            for key in (key for key in texts(file.translation) if key not in original_texts):
                message = f"`{key}` is not a text of `{name}`"
                text_place = file.place(*_path_of_text(name, key))
                help = "remove it, or correct its key"
                yield Finding("ORG408", message, text_place, help, name)


def _without_original(place: Place, name: str, original: Original | None) -> Finding:
    if original is None:
        beside = (PurePath(place.file).parent.parent / f"{name}.yaml").as_posix()
        message = f"this translates `{name}`, but there is no {beside}"
        help = "a translation belongs in a folder next to the file that it translates"
    else:
        message = f"this translates `{name}`, but the file has another name"
        help = f"rename the file to {name}.yaml"
    return Finding("ORG408", message, place, help, name)


def _originals(project: Project) -> Iterator[Original]:
    """The user's own roles, libraries and published figures."""
    from orgcli.model.roles.rewriting import rewrite_library, rewrite_role, texts_of

    for file in project.roles:
        role = file.role
        texts = partial(texts_of, rewrite_role, role)
        yield Original(role.role, "role", role.language, texts, file.place)
    for library in project.libraries:
        texts = partial(texts_of, rewrite_library, library.library)
        yield Original(LIBRARY, LIBRARY, library.library.language, texts, library.place)
    if project.yardsticks:
        from orgcli.model.roles.yardsticks import rewrite_yardsticks

        for own in project.yardsticks:
            texts = partial(texts_of, rewrite_yardsticks, own.yardsticks)
            yield Original(SHAPE, YARDSTICKS, own.yardsticks.language, texts, own.place)


def _roles_folder(file: TranslationFile) -> PurePath:
    """The folder of the roles that a translation belongs to."""
    return _folder(file.place("translation").file).parent


def _folder(file: str) -> PurePath:
    """The folder of a file, whichever way its name is written."""
    return Path(file).absolute().parent


def _path_of_text(name: str, key: str) -> Sequence[str | int]:
    """The keys and indices down to a text: `disputes.K1.sides.2` is the second of a list.

    name  as Original has it
    """
    first, _, rest = key.partition(".")
    if name == SHAPE and first == "statements":
        id, _, field = rest.rpartition(".")
        return first, id, field
    if first not in ("works", "disputes", "axes"):
        return (first, rest) if rest else (first,)
    above, _, last = rest.rpartition(".")
    if not last.isdecimal():
        return first, above, last
    name, _, field = above.rpartition(".")
    return first, name, field, int(last) - 1


_ROLE = (
    "# roles/closer.yaml\nrole: closer\ntitle: Closer\n"
    "focus:\n  - {id: C-1, text: Closing deals}\n# roles/sv/closer.yaml\ntranslation: closer\n"
)
_WHOLE = f"{_ROLE}title: Avslutare\nstatements:\n  C-1: Att avsluta affärer\n"

RULES = (
    Rule(
        "ORG407", "missing-translation", Level.OFF,
        "texts of a role or a library that are not translated",
        "If a folder of roles has a folder for a language, all its texts are expected in that "
        "language. Texts without a translation are shown in their own language and marked. "
        "Translations refer to statements by their ids. Turn the rule on with "
        "`--select ALL,ORG407`.",
        f"{_ROLE}title: Avslutare\n", _WHOLE, roles=missing_translations,
    ),
    Rule(
        "ORG408", "orphan-translation", Level.ERROR, "a translation of a text that does not exist",
        "The statement, the role or the key was removed or renamed, so the translation is never "
        "used. The files in the folder of a language have the same names as those of the roles.",
        f"{_WHOLE}  C-2: Att vinna\n", _WHOLE, roles=orphan_translations,
    ),
)  # fmt: skip
