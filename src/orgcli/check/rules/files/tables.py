"""Rules about tables and exports, from ORG012: readers find them, here they are explained.

The examples are an organisation file that includes a table.
"""

from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Level

_TABLE = "organisation: Northwind\ninclude: [people.json]\n# people.json\n"
_PEOPLE = '[{"id": 1, "name": "Ana Cruz"}, {"id": 2, "name": "Ben Li", "manager": 1}]'
_INCLUDED = "organisation: Northwind\ninclude: [people.csv]\n# people.csv\n"

RULES: tuple[Rule, ...] = (
    Rule(
        code="ORG017",
        name="other-encoding",
        level=Level.INFO,
        summary="the text of a table is not UTF-8",
        why="Programs on Windows and macOS save CSV in an encoding of their own, which the file "
        "does not name. It is recognised by the letters that its bytes give: `Muñoz` is a "
        "name, `Mu–oz` is not. Where two encodings fit nearly as well, the finding says so: look "
        "at the names with accents. Save the file as UTF-8 (in Excel: CSV UTF-8), or name its "
        "encoding with `--encoding`, such as `windows-1252`, `mac-roman` or `shift_jis`. "
        "YAML is UTF-8 and nothing else (ORG002).",
        bad=f"{_INCLUDED}id,holder,reports_to\nceo,Ana Mu\udcf1oz,\n",
        good=f"{_INCLUDED}id,holder,reports_to\nceo,Ana Muñoz,\n",
    ),
    Rule(
        "ORG018",
        "incomplete-export",
        Level.WARNING,
        "an export says that a part of it is missing",
        "Directories give their people in pages, and leave out what the asker may not see. The "
        "chart shows only what is in the file: fetch all pages, with the managers, and join them.",
        f'{_TABLE}{{"value": {_PEOPLE}, "nextLink": "https://x.test/users?page=2"}}\n',
        f'{_TABLE}{{"value": {_PEOPLE}}}\n',
    ),
    Rule(
        code="ORG019",
        name="cell-error",
        level=Level.WARNING,
        summary="a cell holds the error of a formula",
        why="A formula that finds nothing gives `#N/A`, one whose cells were deleted `#REF!`. "
        "Such a cell has no value, so it is read as an empty one, and whoever should report to "
        "it reports to nobody. Mend the formula in the spreadsheet; a CSV file "
        "holds what the formulas gave when it was exported, so export it again.",
        bad=f"{_INCLUDED}id,holder,department\nceo,Ana Cruz,#N/A\n",
        good=f"{_INCLUDED}id,holder,department\nceo,Ana Cruz,Board\n",
    ),
)
