"""What the shell completes behind flags and for arguments; called only while somebody types.

Each takes what stands there so far and gives the words that begin so, where the shell shows it
with their meaning. Nothing here opens a file of roles or imports a rule before it is called.
"""

from __future__ import annotations

from orgcli.cli.options import Completions, beginning, with_meaning
from orgcli.cli.validate.request import LEVELS


def complete_role(incomplete: str) -> Completions:
    """Ids of the built-in roles, and of one's own by the names of their files."""
    from pathlib import Path

    from orgcli.read.roles.builtin_roles import role_ids
    from orgcli.scaffold.role_file import is_role_id

    # zsh evaluates what it is given, and anybody may name a file: only ids are let through.
    files = (path for folder in _role_folders() for path in Path(folder).glob("*.yaml"))
    own = {path.stem for path in files if is_role_id(path.stem)}
    return beginning(sorted(role_ids() | own), incomplete)


def complete_role_or_new(incomplete: str) -> Completions:
    """What `role` takes first."""
    return [*complete_role(incomplete), *beginning(("new",), incomplete)]


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
    return [*with_meaning(_rules(), incomplete)]


def complete_rules(incomplete: str) -> Completions:
    """What `--select` and `--ignore` take: rules, families, ALL; the last of several by commas."""
    before, comma, last = incomplete.rpartition(",")
    rules = _rules()
    families = {code[:4]: "all of this family" for code in rules if code.startswith("ORG")}
    candidates = with_meaning({"ALL": "every rule that is not off", **families, **rules}, last)
    return [(f"{before}{comma}{word}", meaning) for word, meaning in candidates]


def _rules() -> dict[str, str]:
    from orgcli.check.registry import RULES

    codes = {code: rule.summary for code, rule in RULES.items()}
    return {**codes, **{rule.name: rule.summary for rule in RULES.values()}}


def complete_severity(incomplete: str) -> Completions:
    """What `--severity` takes, CODE=LEVEL."""
    word, equals, level = incomplete.partition("=")
    if equals:
        return [f"{word}={severity}" for severity in (*LEVELS, "off") if severity.startswith(level)]
    return [(f"{rule}=", meaning) for rule, meaning in with_meaning(_rules(), word)]


def complete_facets(incomplete: str) -> Completions:
    """What `--facet` takes; the last of several by commas."""
    from orgcli.model.roles.role import FACETS

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{facet}" for facet in FACETS if facet.startswith(last)]


def complete_plan(incomplete: str) -> Completions:
    """The plans in `plans/` of the current folder, by the names of their files."""
    from pathlib import Path

    from orgcli.read.default_paths import plans_in
    from orgcli.scaffold.role_file import is_role_id

    # zsh evaluates what it is given, and anybody may name a file: only plain names are let through.
    names = {path.stem for path in plans_in(Path()) if is_role_id(path.stem)}
    return beginning(sorted(names), incomplete)


def complete_revision(incomplete: str) -> Completions:
    """Branches and tags; files are completed by the shell itself where none begins so."""
    from pathlib import Path

    from orgcli.read.revisions.git import GitError, repository_at

    try:
        repository = repository_at(Path())
    except GitError:
        return []
    names = repository.branches() if repository else []
    # zsh evaluates what it is given: only plain names are let through.
    plain = (name for name in names if all(sign.isalnum() or sign in "-_./" for sign in name))
    return beginning(sorted(plain), incomplete)
