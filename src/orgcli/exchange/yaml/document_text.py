"""Mappings and lists of another program's documents as YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgcli.exchange.yaml.scalars import key, scalar

YamlValue = str | Sequence["YamlValue"] | Mapping[str, "YamlValue"]
"""As deep as the documents of a format are, which is a few levels."""


def document_text(document: Mapping[str, YamlValue]) -> str:
    """A mapping in block style; lists and mappings without anything in them are `[]` and `{}`."""
    return "".join(f"{line}\n" for line in _mapping(document))


def _mapping(mapping: Mapping[str, YamlValue]) -> Iterator[str]:
    for name, value in mapping.items():
        key_text = key(name)
        if isinstance(value, str):
            yield from f"{key_text} {scalar(value)}".split("\n")
        elif not value:
            yield f"{key_text} {'{}' if isinstance(value, Mapping) else '[]'}"
        elif isinstance(value, Mapping):
            yield from key_text.split("\n")
            yield from (f"  {line}" for line in _mapping(value))
        else:
            yield from key_text.split("\n")
            yield from _list(value)


def _list(values: Sequence[YamlValue]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            for number, line in enumerate(_mapping(value)):
                yield f"{'    ' if number else '  - '}{line}"
        else:
            assert isinstance(value, str), "a list in a list"
            yield f"  - {scalar(value)}"
