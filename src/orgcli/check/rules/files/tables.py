"""Rules about tables and exports, from ORG012: readers find them, here they are explained.

The examples are an organisation file that includes a table.
"""

from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Level

_TABLE = "organisation: Northwind\ninclude: [people.json]\n# people.json\n"
_PEOPLE = '[{"id": 1, "name": "Ana Cruz"}, {"id": 2, "name": "Ben Li", "manager": 1}]'

RULES: tuple[Rule, ...] = (
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
