"""The words of a language, imported when it is spoken."""

from importlib import import_module

from orgcli.language.words import Words


def speak(tag: str) -> Words:
    """The words of one of LANGUAGES."""
    words: Words = import_module(f"orgcli.language.{tag}").WORDS
    return words
