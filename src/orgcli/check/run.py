"""Runs the rules over what was read, and gives every finding its name and level."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache
from operator import attrgetter

from orgcli.check import (
    dotted,
    expected,
    files,
    lines,
    references,
    rings,
    role_lines,
    roles,
    seats,
    statements,
    titles,
    translations,
)
from orgcli.check.rule import Context, Rule
from orgcli.model.finding import Finding, Level, Summary, Verdict
from orgcli.model.nearest import nearest_word
from orgcli.model.project import Project
from orgcli.model.settings import Settings

_FAMILIES = (
    files, lines, rings, dotted, roles, expected, seats,
    references, role_lines, statements, translations, titles,
)  # fmt: skip

_ALL_RULES: list[Rule] = [rule for family in _FAMILIES for rule in family.RULES]
RULES: dict[str, Rule] = {rule.code: rule for rule in sorted(_ALL_RULES, key=attrgetter("code"))}
"""Every rule by its code; a new one is added to the RULES of its family."""

_ALL = "ALL"


class UnknownRule(ValueError):
    """A code or name that no rule has; `help` says which one was meant."""

    def __init__(self, word: str) -> None:
        super().__init__(f"no rule is called `{word}`")
        names = [*RULES, *(rule.name for rule in RULES.values())]
        near = nearest_word(word, names)
        self.help = f"did you mean `{near}`?" if near else "codes look like ORG101, or ORG1 for all"


def check(project: Project, settings: Settings) -> Verdict:
    """All findings of the rules that are on, sorted by place, with the summary.

    Raises UnknownRule when the settings name a rule that does not exist.
    """
    levels = _levels(settings)
    found = list(project.findings)
    on = [rule for rule in RULES.values() if levels[rule.code] is not Level.OFF]
    for organisation in project.organisations:
        context = Context(organisation, project, settings)
        for rule in on:
            if rule.check is not None:
                found.extend(rule.check(context))
    for rule in on:
        if rule.roles is not None:
            found.extend(rule.roles(project))
    ignored = _per_file(settings)
    stamped = [
        replace(finding, name=RULES[finding.code].name, level=levels[finding.code])
        for finding in found
        if levels[finding.code] is not Level.OFF and not ignored(finding)
    ]
    stamped.sort(key=_order)
    return Verdict(stamped, _summary(project, stamped), _notes(project))


def matching(word: str) -> set[str]:
    """The codes that a code, a prefix of codes, a name or ALL stands for."""
    if word == _ALL:
        return set(RULES)
    codes = {
        code for code, rule in RULES.items() if code.startswith(word.upper()) or rule.name == word
    }
    if not codes or len(word) < len("ORG"):
        raise UnknownRule(word)
    return codes


def _levels(settings: Settings) -> dict[str, Level]:
    """The level of each rule: the most exact word of `select` and `ignore` decides.

    A rule that is off is a warning where `select` has its code or its name, or where the
    configuration gives it limits.
    """
    levels = {code: rule.level for code, rule in RULES.items()}
    for name in settings.rules:
        levels.update(dict.fromkeys(_off(matching(name)), Level.WARNING))
    strength: dict[str, int] = {}
    if settings.select:
        chosen = set().union(*map(matching, settings.select))
        levels.update({code: Level.OFF for code in RULES if code not in chosen})
        for word in settings.select:
            for code in matching(word):
                strength[code] = max(strength.get(code, 0), _exactness(word))
                if levels[code] is Level.OFF and word in (code, RULES[code].name):
                    levels[code] = Level.WARNING
    for word in settings.ignore:
        for code in matching(word):
            if _exactness(word) >= strength.get(code, 0):
                levels[code] = Level.OFF
    for word, level in settings.severity.items():
        levels.update({code: Level(level) for code in matching(word)})
    return levels


def _off(codes: Iterable[str]) -> list[str]:
    return [code for code in codes if RULES[code].level is Level.OFF]


def _exactness(word: str) -> int:
    return 0 if word == _ALL else 100 if not word.upper().startswith("ORG") else len(word)


def _per_file(settings: Settings) -> Callable[[Finding], bool]:
    """Whether a finding is ignored in its file; each file is matched against each glob once."""
    patterns = {
        pattern: set().union(*map(matching, words))
        for pattern, words in settings.per_file_ignores.items()
    }

    @cache
    def codes(file: str) -> frozenset[str]:
        return frozenset().union(
            *(words for pattern, words in patterns.items() if fnmatchcase(file, pattern))
        )

    return lambda finding: bool(patterns) and finding.code in codes(finding.place.file)


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.file, place.line, place.column, finding.code, finding.entity


def _summary(project: Project, findings: Iterable[Finding]) -> Summary:
    count = dict.fromkeys(Level, 0)
    for finding in findings:
        count[finding.level] += 1
    organisations = project.organisations
    return Summary(
        files=len(project.files),
        organisations=len(organisations),
        positions=sum(len(one.positions) for one in organisations),
        roots=sum(len(one.lines.roots) for one in organisations),
        layers=max((one.lines.layers for one in organisations), default=0),
        roles=len(project.roles),
        error=count[Level.ERROR],
        warning=count[Level.WARNING],
        info=count[Level.INFO],
    )


def _notes(project: Project) -> tuple[str, ...]:
    """What the reader should know besides the findings."""
    silent = [one for one in project.organisations if not one.complete]
    if not silent:
        return ()
    return ("some files could not be read, so unknown managers are not reported yet",)
