"""Selects the rules of a run and their levels from the settings."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from os import sep
from os.path import normpath, realpath
from pathlib import Path

from orgcli.check.rule import Rule
from orgcli.model.findings.baseline import UNREADABLE
from orgcli.model.findings.finding import Level
from orgcli.model.globs import fits
from orgcli.model.likeness import Near, did_you_mean, is_close, nearest_words
from orgcli.model.request.flag import HelpfulError
from orgcli.model.settings import LevelName, RuleOptions, Settings
from orgcli.model.text import quoted

_ALL = "ALL"
_CODE = re.compile(r"ORG\d")
_FIGURES = "`orgcli stats --sources` shows published figures and yours"


class UnknownRule(HelpfulError, ValueError):
    """A code, name or limit that does not exist; `help` offers the nearest.

    word  the code, name or limit as it is written in the settings
    """

    def __init__(self, message: str, word: str, help: str) -> None:
        super().__init__(message, help)
        self.word = word


def nearest_rules(word: str, names: Iterable[str]) -> Near:
    """The codes or names nearest to a word; codes all look alike: only those with one slip."""
    near = nearest_words(word, names)
    return tuple(name for name in near if not _CODE.match(name) or is_close(word.upper(), name))


class RuleSelection:
    """The levels of the rules by the settings. Raises UnknownRule.

    The most exact word of `select` and `ignore` decides whether a rule is on, `severity` at which
    level. `extend-select` adds to what is on without it. A rule that is off is a warning where they
    select its code or its name, or where the configuration gives it limits. One that needs a limit
    is off without one; UnknownRule is raised where the rule is selected by its code or name.
    A file that cannot be read is an error whatever the settings are.
    """

    def __init__(self, rules: Mapping[str, Rule], settings: Settings) -> None:
        self._rules = rules
        self.level = self._levels(settings)
        self._in_file = {
            pattern: frozenset().union(*map(self.codes, words))
            for pattern, words in settings.per_file_ignores.items()
        }
        self._ignored = cache(self._ignored_in)

    def codes(self, word: str) -> frozenset[str]:
        """The codes that a code, a prefix of codes, a name or ALL stands for."""
        codes = self.codes_or_none(word)
        if not codes:
            near = nearest_rules(word, self.names)
            help = did_you_mean(near, "codes look like ORG101, or ORG1 for all")
            raise UnknownRule(f"no rule is called `{word}`", word, help)
        return codes

    def codes_or_none(self, word: str) -> frozenset[str]:
        """The same for a word of a comment; nothing for one that no rule has."""
        upper, lower = word.upper(), word.lower()
        if upper == _ALL:
            return frozenset(self._rules)
        if upper in self._rules:
            return frozenset((upper,))
        is_prefix = len(word) >= len("ORG") and upper.startswith("ORG")
        return frozenset(
            code
            for code, rule in self._rules.items()
            if (is_prefix and code.startswith(upper)) or rule.name == lower
        )

    @property
    def names(self) -> Collection[str]:
        """Every code and name."""
        return [*self._rules, *(rule.name for rule in self._rules.values())]

    def runs(self, code: str) -> bool:
        """Whether a rule is on at all."""
        return self.level[code] is not Level.OFF

    def counts(self, code: str, file: str) -> bool:
        """Whether findings of a rule count in a file."""
        if code in UNREADABLE:
            return True
        return self.runs(code) and not (self._in_file and code in self._ignored(file))

    def _ignored_in(self, file: str) -> frozenset[str]:
        """The codes that are ignored in a file; each file is matched against each glob once."""
        ways = {realpath(file), normpath(Path.cwd() / file)}  # links followed, and as it is named
        return frozenset().union(
            *(
                codes
                for glob, codes in self._in_file.items()
                if any(fits(way.replace(sep, "/"), (glob,)) for way in ways)
            )
        )

    def _limited(self, name: str, limits: RuleOptions) -> str:
        """The code of the rule that has these limits; raises UnknownRule where none has."""
        code, *others = sorted(self.codes(name))
        rule = self._rules[code]
        if others or name not in (rule.name, code):
            message = f"`[rules.{name}]` is not the name of a rule"
            raise UnknownRule(message, name, f"write `[rules.{rule.name}]`, one table for each")
        for limit in limits.named:
            if limit not in rule.limits:
                has = f"it has {quoted(rule.limits)}" if rule.limits else "it has no limits"
                message = f"`[rules.{name}]` sets `{limit}`, which the rule has not"
                others = [
                    candidate.name
                    for candidate in self._rules.values()
                    if limit in candidate.limits
                ]
                help = f"{has}; `{limit}` is of {quoted(others, 'and')}"
                raise UnknownRule(message, limit, help)
        return code

    def limits(self, settings: Settings) -> dict[str, RuleOptions]:
        """The limits of rules by name, where the settings have some under the code as well.

        Raises UnknownRule where a limit stands under both, and they differ.
        """
        limits_of: dict[str, RuleOptions] = {}
        tables: dict[str, str] = {}
        for word, limits in settings.rules.items():
            name = self._rules[self._limited(word, limits)].name
            earlier = limits_of.get(name, RuleOptions())
            for limit, value in limits.named.items():
                if earlier.named.get(limit, value) != value:
                    both = f"`[rules.{tables[name]}]` and `[rules.{word}]`"
                    help = "they are one rule: keep one of the tables"
                    raise UnknownRule(f"{both} set `{limit}` to two values", word, help)
            tables.setdefault(name, word)
            limits_of[name] = limits if name not in limits_of else _joined(earlier, limits)
        return limits_of

    def left_off(self, words: Iterable[str], ignored: Iterable[str]) -> Collection[str]:
        """The rules that words stand for and that are off all the same, unless named one by one.

        ignored  words for rules that the settings turn off
        """
        selected_codes = frozenset[str]().union(*map(self.codes, words))
        ignored_codes = frozenset[str]().union(*map(self.codes, ignored))
        return [
            code
            for code, rule in self._rules.items()
            if code in selected_codes - ignored_codes
            and not self.runs(code)
            and rule.level is Level.OFF
        ]

    def _levels(self, settings: Settings) -> dict[str, Level]:
        rules = self._rules
        levels = {code: rule.level for code, rule in rules.items()}
        for name, limits in settings.rules.items():
            code = self._limited(name, limits)
            if levels[code] is Level.OFF:
                levels[code] = Level.WARNING
        for word, level in settings.severity.items():
            levels.update({code: Level(level) for code in self.codes(word)})
        self._select(levels, settings)
        self._require_limits(levels, settings)
        return {**levels, **{code: Level.ERROR for code in UNREADABLE if code in rules}}

    def _select(self, levels: dict[str, Level], settings: Settings) -> None:
        """Turn rules off and on as `select`, `extend-select` and `ignore` say."""
        rules = self._rules
        words = (*settings.select, *settings.extend_select)
        if settings.select:
            chosen = frozenset().union(*map(self.codes, words))
            levels.update({code: Level.OFF for code in rules if code not in chosen})
        strength: dict[str, int] = {}
        for word in words:
            for code in self.codes(word):
                strength[code] = max(strength.get(code, 0), _exactness(word))
                if levels[code] is Level.OFF and self._names(word, code):
                    levels[code] = Level.WARNING
        for word in settings.ignore:
            for code in self.codes(word):
                if _exactness(word) >= strength.get(code, 0):
                    levels[code] = Level.OFF

    def _require_limits(self, levels: dict[str, Level], settings: Settings) -> None:
        """Turn rules off that need a limit and have none; raises UnknownRule for one by name."""
        limited = {
            self._rules[self._limited(word, limits)].name: limits.named
            for word, limits in settings.rules.items()
            if limits.named
        }
        words = (*settings.select, *settings.extend_select, *settings.severity, *settings.rules)
        for code, rule in self._rules.items():
            if rule.needs is None or levels[code] is Level.OFF:
                continue
            if rule.needs in limited.get(rule.name, ()):
                continue
            levels[code] = Level.OFF
            for word in words:
                if self._names(word, code):
                    table = f"`[rules.{rule.name}] {rule.needs} = N`"
                    raise UnknownRule(f"`{word}` needs a number: {table}", word, _FIGURES)

    def _names(self, word: str, code: str) -> bool:
        """Whether a word is the code or the name of this one rule."""
        return word.upper() == code or word.lower() == self._rules[code].name


def _joined(options: RuleOptions, more: RuleOptions) -> RuleOptions:
    """The limits of one rule from two tables that agree."""
    skip = more.skip_open if options.skip_open is None else options.skip_open
    return RuleOptions(more.max if options.max is None else options.max, skip)


def by_exactness(levels: Mapping[str, LevelName]) -> dict[str, LevelName]:
    """Levels with those of whole families first, so that those of single rules win."""
    return dict(sorted(levels.items(), key=lambda pair: _exactness(pair[0])))


def _exactness(word: str) -> int:
    """ALL, then prefixes by their length; a name is as exact as a whole code."""
    if word.upper() == _ALL:
        return 0
    return len(word) if word.upper().startswith("ORG") else len("ORG101")
