"""Which languages there are, and which one somebody wants."""

from collections.abc import Mapping

LANGUAGES = {
    "en": "English",
    "sv": "svenska",
    "de": "Deutsch",
    "pt": "português",
    "es": "español",
    "nb": "norsk bokmål",
}
"""Tag -> what the language calls itself."""
ENGLISH = "en"

_MEANT = {"no": "nb", "nn": "nb"}
_ENVIRONMENT = ("LC_ALL", "LC_MESSAGES", "LANG")


def tag(wanted: str) -> str | None:
    """The language that a tag such as `de`, `pt-BR`, `no` or `sv_SE.UTF-8` means, if we have it."""
    main = wanted.strip().replace("_", "-").partition("-")[0].partition(".")[0].lower()
    main = _MEANT.get(main, main)
    return main if main in LANGUAGES else None


def from_environment(environment: Mapping[str, str]) -> str:
    """The language of the locale: the first variable that is set decides; else English."""
    for name in _ENVIRONMENT:
        if value := environment.get(name):
            return tag(value) or ENGLISH
    return ENGLISH
