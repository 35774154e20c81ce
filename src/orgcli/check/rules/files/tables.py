"""Rules about tables and exports, from ORG012: readers find them, here they are explained.

Most examples are an organisation file that includes a table.
"""

from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Level

_TABLE = "organisation: Northwind\ninclude: [people.csv]\n# people.csv\n"
_RECORDS = "organisation: Northwind\ninclude: [people.json]\n# people.json\n"
_PEOPLE = '[{"id": 1, "name": "Ana Cruz"}, {"id": 2, "name": "Ben Li", "manager": 1}]'

RULES: tuple[Rule, ...] = (
    Rule(
        "ORG012", "column-partly-read", Level.WARNING,
        "cells of a column do not fit the field that its heading means",
        "The heading says what the column is, some of its cells say something else. Cells that "
        "fit are read. The others are kept as attributes of their positions, so that nothing is "
        "lost, but a chart shows such a position as if the cell were empty. It is an info where "
        "that changes nothing that is drawn. Dates whose days and months could be either way "
        "round are not guessed.",
        _TABLE + "id,name,manager,status\n1,Ada Okafor,,active\n2,Ben Li,1,on the moon\n",
        _TABLE + "id,name,manager,status\n1,Ada Okafor,,active\n2,Ben Li,1,on leave\n",
    ),
    Rule(
        "ORG013", "rows-left-out", Level.INFO,
        "rows of a file are not read as positions of their own",
        "Titles above the headings, totals, page numbers and remarks below the table, and headings "
        "that are repeated are nobody. A row is left out only if it says no manager, is nobody's "
        "manager, and holds nothing but such words and numbers. If it is a position after all, "
        "give it an id and a manager; `--skip` says how many lines stand above the headings.",
        _TABLE + "id,name,manager\n1,Ada Okafor,\n2,Ben Li,1\nTotal: 2 employees,,\n",
        _TABLE + "id,name,manager\n1,Ada Okafor,\n2,Ben Li,1\n",
    ),
    Rule(
        "ORG016", "merge-conflict", Level.ERROR,
        "a merge of two versions of the file is not finished",
        "Lines that begin with `<<<<<<<`, `=======` and `>>>>>>>` are marks of git around two "
        "versions of the lines between them. The file holds both versions, so nothing of it is "
        "read until one of them is chosen.",
        "organisation: Northwind\npositions:\n<<<<<<< HEAD\n  - id: ceo\n=======\n  - id: chief\n"
        ">>>>>>> theirs\n",
        "organisation: Northwind\npositions:\n  - id: ceo\n",
    ),
    Rule(
        "ORG018", "incomplete-export", Level.WARNING,
        "an export says that a part of it is missing",
        "Directories give their people in pages, and leave out what the asker may not see. The "
        "chart shows only what is in the file: fetch all pages, with the managers, and join them.",
        f'{_RECORDS}{{"value": {_PEOPLE}, "nextLink": "https://x.test/users?page=2"}}\n',
        f'{_RECORDS}{{"value": {_PEOPLE}}}\n',
    ),
)  # fmt: skip
