"""Reads the command lines that most people write, without Typer, whose import takes longer.

A command line that is not plain (help, a flag that is not known, a value that is missing or wrong,
letters together) is left to Typer, which has the messages for it.
"""

from collections.abc import Mapping, Sequence

from orgcli.cli.options import CommandLine, flag_name, kind_of
from orgcli.model.request.flag import Flag


class _NotPlain(ValueError):
    """An argument for Typer."""


def plain_arguments(command: CommandLine, args: Sequence[str]) -> Mapping[str, object] | None:
    """The values of the flags that some arguments give, by field, as Typer would read them.

    None where Typer must read them.
    """
    words = command.spell(args) if command.spell else list(args)
    try:
        return _PlainParser(command).read(words)
    except _NotPlain:
        return None


class _PlainParser:
    """What is known of the flags of a command, and the values found so far."""

    def __init__(self, command: CommandLine) -> None:
        flags = command.flags
        self.kinds = {name: kind_of(hint, flag) for name, (flag, hint) in flags.items()}
        self.flags = {name: flag for name, (flag, _) in flags.items()}
        self.positional = [name for name, flag in self.flags.items() if flag.argument]
        self.spellings: dict[str, tuple[str, bool]] = {}
        for name, flag in self.flags.items():
            long = flag_name(name, flag)
            if flag.argument:
                continue
            self.spellings[long] = (name, True)
            if flag.short:
                self.spellings[flag.short] = (name, True)
            if flag.negatable:
                self.spellings[f"--no-{long[2:]}"] = (name, False)
        self.values: dict[str, object] = {}
        self.texts: list[str] = []

    def read(self, words: Sequence[str]) -> Mapping[str, object]:
        """The values that all arguments give. Raises _NotPlain."""
        rest = iter(words)
        for word in rest:
            if word == "-" or not word.startswith("-"):
                self.texts.append(word)
                continue
            spelling, equals, value = word.partition("=")
            if spelling not in self.spellings or (equals and not word.startswith("--")):
                raise _NotPlain
            name, is_on = self.spellings[spelling]
            if self.kinds[name] is bool:
                if equals or name in self.values:
                    raise _NotPlain
                self.values[name] = is_on
                continue
            if not equals:
                value = next(rest, "--")
                if value.startswith("-") and value != "-":
                    raise _NotPlain
            self._add(name, value)
        self._add_texts()
        if any(flag.required and name not in self.values for name, flag in self.flags.items()):
            raise _NotPlain
        return self.values

    def _add(self, name: str, value: str) -> None:
        kind = self.kinds[name]
        if kind == list[str]:
            several = self.values.setdefault(name, [])
            assert isinstance(several, list)
            several.append(value)
        elif name in self.values:
            raise _NotPlain
        else:
            self.values[name] = value if kind is str else _number(kind, value, self.flags[name])

    def _add_texts(self) -> None:
        """The arguments without a flag, where all of them are of one field."""
        if not self.texts:
            return
        if len(self.positional) != 1:
            raise _NotPlain
        for text in self.texts:  # of a field with one value, a second one is not plain
            self._add(self.positional[0], text)


def _number(kind: type, value: str, flag: Flag) -> object:
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        raise _NotPlain
    number = kind(value)
    if flag.minimum is not None and number < flag.minimum:
        raise _NotPlain
    if flag.maximum is not None and number > flag.maximum:
        raise _NotPlain
    return number
