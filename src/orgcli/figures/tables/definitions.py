"""What each figure is, as pairs of its name and its definition."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.language.figures.words import FigureWords


def definition_entries(words: FigureWords) -> Iterator[tuple[str, str]]:
    """The figures in the order in which they are shown, each with what it means."""
    columns = words.columns
    names = {
        "seats": words.seats,
        "filled": columns["filled"],
        "open": columns["open"],
        "planned": columns["planned"],
        "people": words.people,
        "fte": words.fte,
        "managers": words.managers,
        "others": words.others,
        "span": words.span_of_control,
        "mean_span": columns["mean_span"],
        "layers": words.layers,
        "managing": words.managing_layers,
        "needed": words.needed_layers,
        "across": words.lines,
        "sums": words.sums,
    }
    for key, meaning in words.definitions.items():
        name = names[key]
        yield name[:1].upper() + name[1:], str(meaning)
