"""Published figures of the shape of organisations: the built-in ones in a language, and files."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.roles.translation import texts
from orgcli.model.roles.yardsticks import (
    Yardstick,
    Yardsticks,
    YardsticksFile,
    YardsticksTranslation,
    translate_yardsticks,
)
from orgcli.read.roles.builtin_roles import SHAPE, YARDSTICKS, builtin_folder
from orgcli.read.roles.translations import read_translation
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.mapping import read_file, validated


def read_yardsticks(language: str, folder: Path | None = None) -> Yardsticks:
    """The yardsticks in a folder of roles, the built-in one unless named, with their translation.

    A text that is not translated stays and is marked. What is wrong with the files is left out;
    `orgcli validate` says what it is. Without a file there are no statements.
    """
    folder = folder or builtin_folder()
    yardsticks, _ = read_file(folder / f"{SHAPE}.yaml", Yardsticks, YARDSTICKS)
    if yardsticks is None:
        return Yardsticks("none")
    if yardsticks.language == language:
        return yardsticks
    translation, _ = read_translation(folder, language, SHAPE, YardsticksTranslation)
    return translate_yardsticks(yardsticks, texts(translation) if translation else {})


def yardsticks_from(document: Document) -> tuple[YardsticksFile | None, list[Finding]]:
    """The yardsticks in a parsed file whose root is a mapping.

    Findings: those of `validated`, ORG006 for a statement without a figure, ORG005 for one with
    several.
    """
    yardsticks, findings = validated(document, Yardsticks, YARDSTICKS)
    if yardsticks is None:
        return None, findings
    place = partial(document.place, 0)
    for number, statement in enumerate(yardsticks.statements):
        findings.extend(_wrong_figures(statement, partial(place, "statements", number)))
    return YardsticksFile(yardsticks, place), findings


def _wrong_figures(yardstick: Yardstick, place: Callable[..., Place]) -> Iterator[Finding]:
    least, most = yardstick.range
    if least is None and most is None:
        message = f"the statement `{yardstick.id}` has no figure"
        help = "add `value: N`, or `least: N`, `most: N` or both"
        yield Finding("ORG006", message, place(), help, yardstick.id)
    elif yardstick.value is not None and (
        yardstick.least is not None or yardstick.most is not None
    ):
        message = f"the statement `{yardstick.id}` has a value and a range"
        help = "keep `value`, or keep `least` and `most`"
        yield Finding("ORG005", message, place("value"), help, yardstick.id)
    elif least is not None and most is not None and least > most:
        message = f"`least` of `{yardstick.id}` is above its `most`"
        yield Finding("ORG005", message, place("least"), "exchange the two", yardstick.id)
