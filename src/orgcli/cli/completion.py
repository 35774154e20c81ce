"""What the shell completes behind flags and for arguments; asked only while somebody types.

Each takes what stands there so far and gives the words that begin so, where the shell shows it
with their meaning. Nothing here opens a file of roles or imports a rule before it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Completions = list[str | tuple[str, str]]


def complete_role(incomplete: str) -> Completions:
    """Ids of the built-in roles, and of one's own by the names of their files."""
    from pathlib import Path

    from orgcli.read.roles.builtin_roles import role_ids
    from orgcli.scaffold.role_file import is_role_id

    # zsh evaluates what it is given, and anybody may name a file: only ids are let through.
    files = (path for folder in _role_folders() for path in Path(folder).glob("*.yaml"))
    own = {path.stem for path in files if is_role_id(path.stem)}
    return _beginning(sorted(role_ids() | own), incomplete)


def complete_role_or_new(incomplete: str) -> Completions:
    """What `role` takes first."""
    return [*complete_role(incomplete), *_beginning(("new",), incomplete)]


def _role_folders() -> list[str]:
    from pathlib import Path

    from orgcli.read.config import ConfigError, find_config

    try:
        config = find_config(Path())
    except ConfigError:
        return ["roles"]
    return [*config.settings.roles, "roles"]


def complete_rule(incomplete: str) -> Completions:
    """Codes and names of rules, with what is wrong."""
    return [*_meant(_rules(), incomplete)]


def complete_rules(incomplete: str) -> Completions:
    """What `--select` and `--ignore` take: rules, families, ALL; the last of several by commas."""
    before, comma, last = incomplete.rpartition(",")
    known = _rules()
    families = {code[:4]: "all of this family" for code in known if code.startswith("ORG")}
    found = _meant({"ALL": "every rule that is not off", **families, **known}, last)
    return [(f"{before}{comma}{word}", meaning) for word, meaning in found]


def _rules() -> dict[str, str]:
    from orgcli.check.registry import RULES

    codes = {code: rule.summary for code, rule in RULES.items()}
    return {**codes, **{rule.name: rule.summary for rule in RULES.values()}}


def complete_severity(incomplete: str) -> Completions:
    """What `--severity` takes, CODE=LEVEL."""
    from orgcli.cli.validate.run import LEVELS

    word, equals, level = incomplete.partition("=")
    if equals:
        return [f"{word}={one}" for one in (*LEVELS, "off") if one.startswith(level)]
    return [(f"{known}=", meaning) for known, meaning in _meant(_rules(), word)]


def complete_format(incomplete: str) -> Completions:
    """What `validate -f` takes."""
    from orgcli.report.formats import FORMATS

    return _beginning(FORMATS, incomplete)


def complete_page_format(incomplete: str) -> Completions:
    """What `-f` takes where roles are shown."""
    return _beginning(("table", "markdown", "html", "csv", "json"), incomplete)


def complete_rule_format(incomplete: str) -> Completions:
    """What `rule --format` takes."""
    return _beginning(("text", "json", "markdown"), incomplete)


def complete_fail_on(incomplete: str) -> Completions:
    """What `--fail-on` takes."""
    from orgcli.cli.validate.run import LEVELS

    return _beginning((*LEVELS, "never"), incomplete)


def complete_color(incomplete: str) -> Completions:
    """What `--color` takes."""
    return _beginning(("auto", "always", "never"), incomplete)


def complete_language(incomplete: str) -> Completions:
    """What `--lang` takes, with what each language calls itself."""
    from orgcli.language.tags import LANGUAGES

    return [*_meant(LANGUAGES, incomplete)]


def complete_facets(incomplete: str) -> Completions:
    """What `--facet` takes; the last of several by commas."""
    from orgcli.model.roles.role import FACETS

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{facet}" for facet in FACETS if facet.startswith(last)]


def complete_only(incomplete: str) -> Completions:
    """What `compare --only` takes."""
    from orgcli.compare.comparison.selection import ONLY

    return _beginning(ONLY, incomplete)


def complete_color_by(incomplete: str) -> Completions:
    """What `chart --color-by` takes."""
    from orgcli.chart.deck.coloring import COLOR_BY

    return _beginning(COLOR_BY, incomplete)


def complete_fields(incomplete: str) -> Completions:
    """What `chart --fields` takes; the last of several by commas."""
    from orgcli.chart.deck.card_fields import FIELDS

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{field}" for field in FIELDS if field.startswith(last)]


def complete_theme(incomplete: str) -> Completions:
    """What `chart --theme` takes."""
    from orgcli.chart.paper.themes import THEMES

    return _beginning(THEMES, incomplete)


def complete_chart_format(incomplete: str) -> Completions:
    """What `chart -f` takes."""
    from orgcli.chart.formats import FORMATS

    return _beginning(FORMATS, incomplete)


def complete_engine(incomplete: str) -> Completions:
    """What `chart --engine` takes."""
    from orgcli.chart.graphviz.engine import ENGINES

    return _beginning(ENGINES, incomplete)


def complete_page(incomplete: str) -> Completions:
    """What `chart --page` takes besides sizes."""
    from orgcli.chart.paper.page_sizes import NONE, PAGES

    return _beginning((*PAGES, NONE), incomplete)


def complete_orientation(incomplete: str) -> Completions:
    """What `chart --orientation` takes."""
    from orgcli.chart.request import ORIENTATIONS

    return _beginning(ORIENTATIONS, incomplete)


def complete_dotted(incomplete: str) -> Completions:
    """What `chart --dotted` takes."""
    from orgcli.chart.request import DOTTED

    return _beginning(DOTTED, incomplete)


def complete_schema(incomplete: str) -> Completions:
    """What `schema` takes."""
    return _beginning(("org", "role", "config"), incomplete)


def complete_ci(incomplete: str) -> Completions:
    """What `init --ci` takes."""
    return _beginning(("github", "gitlab", "none"), incomplete)


def _beginning(words: Iterable[str], incomplete: str) -> Completions:
    return [word for word in words if word.startswith(incomplete)]


def _meant(words: Mapping[str, str], typed: str) -> list[tuple[str, str]]:
    """Words with what they mean. Case does not count, so what is typed stays as it is."""
    size = len(typed)
    return [
        (typed + word[size:], meaning)
        for word, meaning in words.items()
        if word[:size].casefold() == typed.casefold()
    ]
