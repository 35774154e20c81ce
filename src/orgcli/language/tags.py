"""The languages, which of them a word names, and their words, imported when they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # its many shapes take longer to import than all tags to compare
    from orgcli.language.answer.words import AnswerWords
    from orgcli.language.changes.words import ChangeWords
    from orgcli.language.figures.words import FigureWords
    from orgcli.language.job_description.words import JobWords
    from orgcli.language.words import Words

LANGUAGES = {
    "en": "English",
    "sv": "svenska",
    "de": "Deutsch",
    "pt": "português do Brasil",
    "es": "español",
    "nb": "norsk bokmål",
}
"""Tag -> what the language calls itself."""
ENGLISH = "en"

_MEANT = {"no": "nb", "nn": "nb"}
_ENVIRONMENT = ("LC_ALL", "LC_MESSAGES", "LANG")


def tag(word: str) -> str | None:
    """The language that a tag such as `de`, `pt-BR`, `no` or `sv_SE.UTF-8` means, if we have it."""
    main = word.strip().replace("_", "-").partition("-")[0].partition(".")[0].lower()
    main = _MEANT.get(main, main)
    return main if main in LANGUAGES else None


def from_environment(environment: Mapping[str, str]) -> str:
    """The language of the locale: the first variable that is set decides; else English."""
    for name in _ENVIRONMENT:
        if value := environment.get(name):
            return tag(value) or ENGLISH
    return ENGLISH


def speak(tag: str) -> Words:
    """The words of one of LANGUAGES, in English where it has none yet; so in those below."""
    words: Words = _words("", tag)
    return words


def speak_of_changes(tag: str) -> ChangeWords:
    """The words for what changes in an organisation."""
    words: ChangeWords = _words("changes.", tag)
    return words


def speak_of_figures(tag: str) -> FigureWords:
    """The words for the numbers of an organisation."""
    words: FigureWords = _words("figures.", tag)
    return words


def speak_of_answers(tag: str) -> AnswerWords:
    """The words for the answer of a comparison."""
    words: AnswerWords = _words("answer.", tag)
    return words


def speak_of_jobs(tag: str) -> JobWords:
    """The words of a job description."""
    words: JobWords = _words("job_description.", tag)
    return words


def _words(area: str, tag: str) -> Any:
    name = f"orgcli.language.{area}{tag}"
    try:
        return import_module(name).WORDS
    except ModuleNotFoundError as error:
        if error.name != name or tag == ENGLISH:
            raise
        return _words(area, ENGLISH)
