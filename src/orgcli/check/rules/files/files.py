"""Rules about files, ORG001 to ORG009 and ORG011: readers find them, here they are explained."""

from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Level

_GOOD = "organisation: Northwind\npositions:\n  - id: ceo\n    title: Chief Executive\n"


def _file_rule(
    code: str, name: str, summary: str, why: str, bad: str, good: str = _GOOD, fixable: bool = False
) -> Rule:
    return Rule(code, name, Level.ERROR, summary, why, bad, good, fixable=fixable)


RULES = (
    _file_rule(
        "ORG001", "syntax-error", "the file is not YAML, CSV or JSON",
        "Nothing in the file can be trusted when its structure is broken. Positions that may "
        "stand in it are not reported as missing elsewhere.",
        "organisation: Northwind\npositions: [ceo\n",
    ),
    _file_rule(
        "ORG002", "not-utf8", "the file is not UTF-8 text",
        "Names would come out wrong, differently on every machine. Save the file as UTF-8; "
        "spreadsheets call it CSV UTF-8.",
        "organisation: Stra\udcdfe\npositions:\n  - id: ceo\n",
    ),
    _file_rule(
        "ORG003", "duplicate-key", "a key stands twice in one mapping",
        "Most YAML tools silently keep the last one, so what the author wrote first is lost "
        "without a word.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    title: Chief\n    title: Boss\n",
    ),
    _file_rule(
        "ORG004", "unknown-field", "a field that has no meaning here",
        "A misspelt field is a value nobody reads. Own data goes under `attributes`.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    titel: Chief Executive\n",
        fixable=True,
    ),
    _file_rule(
        "ORG005", "invalid-value", "a value of the wrong type or out of range",
        "Dates are YYYY-MM-DD, statuses filled, open, planned or closed, truths true or false.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    status: retired\n",
        fixable=True,
    ),
    _file_rule(
        "ORG006", "missing-field", "a field that must be there is not",
        "A position without an id cannot be reported to, compared or found again.",
        "organisation: Northwind\npositions:\n  - title: Chief Executive\n  - id: cro\n",
    ),
    _file_rule(
        "ORG007", "unrecognised-file", "the file is neither an organisation nor a role",
        "A file says what it is by its first key: `organisation`, `positions` or `id` for an "
        "organisation or a part of one, `role` for a role.",
        "organization: Northwind\npositions:\n  - id: ceo\n",
    ),
    _file_rule(
        "ORG008", "bad-include", "an include that is missing, outside the folder, or in a loop",
        "What an organisation includes lies below its own folder, so that it can be reviewed "
        "and moved as one.",
        "organisation: Northwind\ninclude: [teams/*.yaml]\npositions:\n  - id: ceo\n",
    ),
    _file_rule(
        "ORG009", "over-the-limit", "too large, too deeply nested, or aliases without end",
        "The limits are far above what people write; they keep a hostile file from taking the "
        "machine with it.",
        "organisation: Northwind\npositions: " + "[" * 70 + "]" * 70 + "\n",
    ),
    Rule(
        "ORG011", "bad-photo", Level.WARNING,
        "a photo that is missing, outside the folder, too large, or no image",
        "Charts are drawn without it. A photo is a file beside the one that names it or below, so "
        "that the organisation can be moved as one: a JPEG, PNG, WebP, GIF, BMP, TIFF or AVIF of "
        "at most 30 MB, whatever its name ends in. It is turned upright as the camera says and cut "
        "to a square, and the chart holds a small copy that does not say where it was taken.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    title: Chief Executive\n"
        "    photo: photos/keiko.jpg\n",
        _GOOD,
    ),
)  # fmt: skip
