"""Rules about tables and exports, from ORG012: readers find them, here they are explained.

The examples are an organisation file that includes a table.
"""

from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Level

_TABLE = "organisation: Northwind\ninclude: [people.json]\n# people.json\n"
_PEOPLE = '[{"id": 1, "name": "Ana Cruz"}, {"id": 2, "name": "Ben Li", "manager": 1}]'

_EDGES = "organisation: Northwind\ninclude: [people.csv]\n# people.csv\n"

_CHART = (
    "organisation: Northwind\ninclude: [people.csv]\n"
    '# orgcli.toml\nignore = ["ORG014"]\n# people.csv\nflowchart TD\n'
)

RULES: tuple[Rule, ...] = (
    Rule(
        "ORG013",
        "rows-left-out",
        Level.INFO,
        "rows or lines of a file that are not read",
        "Nothing of a file is left out without a word.",
        f"{_CHART}  ceo --> cro\n  ceo ??? cto\n",
        f"{_CHART}  ceo --> cro\n  ceo --> cto\n",
    ),
    Rule(
        "ORG014",
        "column-by-content",
        Level.INFO,
        "who reports to whom is read from the data and not from a heading",
        "No heading says who the manager is, but the cells do. Look whether the lines are those "
        "that are meant; `--map` says for ever which column it is.",
        f"{_EDGES}from,to\ncro,ceo\ncto,ceo\n",
        f"{_EDGES}id,reports_to\nceo,\ncro,ceo\ncto,ceo\n",
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
)
