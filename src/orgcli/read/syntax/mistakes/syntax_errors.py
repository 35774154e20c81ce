"""What the parser of YAML says is wrong becomes a finding that helps."""

from yaml.error import MarkedYAMLError

from orgcli.model.findings.finding import Finding, Related
from orgcli.model.source.source import Source
from orgcli.read.syntax.mistakes.look_alikes import suspect

MAX_DEPTH = 64
"""Nested lists and mappings; libyaml is quadratic in it, so this bounds time as well."""
DEPTH_HELP = "name managers with `reports_to` instead of nesting `reports`"
TOO_DEEP = f"nested more than {MAX_DEPTH} deep"
_PARSER_TOO_DEEP = "exceeded maximum nesting depth"
"""What recent parsers say at a thousand levels, before they give the first of them."""
_HELP = {
    "cannot start any token": "quote the value, or indent with spaces instead of tabs",
    "mapping values are not allowed": "quote the value if it has a colon, or check the indentation",
    "could not find expected ':'": "a key needs a colon after it",
    "did not find expected key": "check the indentation of this line",
    "did not find expected '-' indicator": "check the indentation of this line",
}


def syntax_error(source: Source, error: MarkedYAMLError, language: str) -> Finding:
    """ORG001 for what the parser says, and what it was reading when it met it; ORG009 for depth.

    Where a character stands nearby that only looks like one of the language, the message names it.
    """
    problem = f"not {language}: {(error.problem or 'cannot be read').strip()}"
    mark, context = error.problem_mark, error.context_mark
    at = mark.index if mark else 0
    character = suspect(source, at, context.index if context else at, language)
    if character is not None:
        return character
    if _PARSER_TOO_DEEP in problem:
        return Finding("ORG009", TOO_DEEP, source.place(at, at + 1), help=DEPTH_HELP)
    help = next((help for part, help in _HELP.items() if part in problem), "")
    if "token" in problem and source.text[at : at + 1] == "\t":
        problem, help = "a tab where YAML needs spaces", "indent with spaces"
    related: tuple[Related, ...] = ()
    if context and error.context and context.index != at:
        place = source.place(context.index, context.index + 1)
        related = (Related(place, error.context.strip()),)
    return Finding("ORG001", problem, source.place(at, at + 1), help=help, related=related)
