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
        "The structure of the file is broken, so nothing in it is used. Positions that may be in "
        "this file are not reported as missing in other files.",
        "organisation: Northwind\npositions: [ceo\n",
    ),
    _file_rule(
        "ORG002", "not-utf8", "the file is not UTF-8 text",
        "Names would be read wrongly, and differently on each computer. Save the file as UTF-8; "
        "in spreadsheets the format is called CSV UTF-8.",
        "organisation: Stra\udcdfe\npositions:\n  - id: ceo\n",
    ),
    _file_rule(
        "ORG003", "duplicate-key", "a key is used twice in one mapping",
        "Most YAML tools keep the last value and drop the first one without a warning.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    title: Chief\n    title: Boss\n",
    ),
    _file_rule(
        "ORG004", "unknown-field", "a field that is not known here",
        "The value of a misspelt field is not read. Write your own data under `attributes`.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    titel: Chief Executive\n",
        fixable=True,
    ),
    _file_rule(
        "ORG005", "invalid-value", "a value of the wrong type or out of range",
        "Dates are written YYYY-MM-DD. A status is filled, open, planned or closed; a yes or no "
        "is true or false.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    status: retired\n",
        fixable=True,
    ),
    _file_rule(
        "ORG006", "missing-field", "a required field is missing",
        "Without an id, no other position can report to this one, and it cannot be found again.",
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
        "All files of an organisation are in its own folder or below, so that they can be "
        "reviewed and moved together.",
        "organisation: Northwind\ninclude: [teams/*.yaml]\npositions:\n  - id: ceo\n",
    ),
    _file_rule(
        "ORG009", "over-the-limit", "too large, too deeply nested, or too many aliases",
        "The limits are far above what people write. They protect the computer from files that "
        "are made to use up its memory.",
        "organisation: Northwind\npositions: " + "[" * 70 + "]" * 70 + "\n",
    ),
    Rule(
        "ORG011", "bad-photo", Level.WARNING,
        "a photo that is missing, outside the folder, too large, or not an image",
        "Charts are drawn without the photo. A photo is a JPEG, PNG, WebP, GIF, BMP, TIFF or AVIF "
        "of at most 30 MB, in the folder of the file that names it or below; the ending of its "
        "name does not matter. It is turned upright and cut to a square, and the chart contains a "
        "small copy without data about the camera and the place.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    title: Chief Executive\n"
        "    photo: photos/keiko.jpg\n",
        _GOOD,
    ),
)  # fmt: skip
