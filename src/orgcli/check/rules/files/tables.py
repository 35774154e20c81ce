"""Rules about tables and exports, from ORG012: readers find them, here they are explained.

The examples are an organisation file that includes a table.
"""

from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Level

_TABLE = "organisation: Northwind\ninclude: [people.json]\n# people.json\n"

_PEOPLE = '[{"id": 1, "name": "Ana Cruz"}, {"id": 2, "name": "Ben Li", "manager": 1}]'


def _csv(*rows: str) -> str:
    """An organisation file that includes a table of some rows."""
    table = "".join(f"{row}\n" for row in rows)
    return f"organisation: Northwind\ninclude: [people.csv]\n# people.csv\n{table}"


RULES: tuple[Rule, ...] = (
    Rule(
        "ORG012", "column-partly-read", Level.WARNING,
        "cells of a column do not fit the field that its heading means",
        "The heading says what the column is, some of its cells say something else. Cells that "
        "fit are read. The others are kept as attributes of their positions, so that nothing is "
        "lost, but a chart shows such a position as if the cell were empty. It is an info where "
        "that changes nothing that is drawn. Dates whose days and months could be either way "
        "round are not guessed.",
        _csv("id,name,manager,status", "1,Ada Okafor,,active", "2,Ben Li,1,on the moon"),
        _csv("id,name,manager,status", "1,Ada Okafor,,active", "2,Ben Li,1,on leave"),
    ),
    Rule(
        "ORG013", "rows-left-out", Level.INFO,
        "rows of a file are not read as positions of their own",
        "Titles above the headings, totals, page numbers and remarks below the table, and headings "
        "that are repeated are nobody. A row is left out only if it says no manager, is nobody's "
        "manager, and holds nothing but such words and numbers. If it is a position after all, "
        "give it an id and a manager; `--skip` says how many lines stand above the headings.",
        _csv("id,name,manager", "1,Ada Okafor,", "2,Ben Li,1", "Total: 2 employees,,"),
        _csv("id,name,manager", "1,Ada Okafor,", "2,Ben Li,1"),
    ),
    Rule(
        "ORG014", "column-by-content", Level.INFO,
        "who reports to whom is read from what the cells say, and not from a heading",
        "Headings do not always tell which column has the ids and which the managers. Then the "
        "cells do: the ids are in the column that the managers are named by, the managers in "
        "the one whose cells are ids or names of the same table. The message says what was "
        "taken and why. If it is right, `--map` keeps it, whatever the next export holds; if "
        "it is wrong, `--map` says which column is meant. The same finding says where a cell "
        "is read otherwise than it is written: several managers in one cell, or a position at "
        "the top that reports to itself.",
        _csv("Badge,Name,Supervisor", "7,Ada Okafor,", "8,Ben Li,7"),
        _csv("Employee ID,Name,Supervisor", "7,Ada Okafor,", "8,Ben Li,7"),
    ),
    Rule(
        "ORG015", "placeholder-id", Level.ERROR, "several rows have one placeholder as their id",
        "`XXXX`, `TBD` and `0` in several rows are no ids, and no job share: somebody did not "
        "know the numbers, or took them out. `1.00001E+11` and `########` are numbers that a "
        "spreadsheet made illegible. orgcli calls such rows by the e-mail address, the name or "
        "the number of the row, so that the rest of the table can be used. Nobody can refer to "
        "them until each has an id of its own.",
        _csv("Employee ID,Name,Manager", "7,Ada Okafor,", "1.00001E+11,Ben Li,7",
             "1.00001E+11,Ines Weber,7"),
        _csv("Employee ID,Name,Manager", "7,Ada Okafor,", "100001200451,Ben Li,7",
             "100001200452,Ines Weber,7"),
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
        "ORG017", "other-encoding", Level.INFO,
        "the text of a table is not UTF-8",
        "Programs on Windows and macOS save CSV in an encoding of their own, which the file "
        "does not name. It is recognised by the letters that its bytes give: `Muñoz` is a "
        "name, `Mu–oz` is not. Where two encodings fit nearly as well, the finding says so: look "
        "at the names with accents. Save the file as UTF-8 (in Excel: CSV UTF-8), or name its "
        "encoding with `--encoding`, such as `windows-1252`, `mac-roman` or `shift_jis`. "
        "YAML is UTF-8 and nothing else (ORG002).",
        _csv("id,holder,reports_to", "ceo,Ana Mu\udcf1oz,"),
        _csv("id,holder,reports_to", "ceo,Ana Muñoz,"),
    ),
    Rule(
        "ORG018", "incomplete-export", Level.WARNING,
        "an export says that a part of it is missing",
        "Directories give their people in pages, and leave out what the asker may not see. The "
        "chart shows only what is in the file: fetch all pages, with the managers, and join them.",
        f'{_TABLE}{{"value": {_PEOPLE}, "nextLink": "https://x.test/users?page=2"}}\n',
        f'{_TABLE}{{"value": {_PEOPLE}}}\n',
    ),
    Rule(
        "ORG019", "cell-error", Level.WARNING,
        "a cell holds the error of a formula",
        "A formula that finds nothing gives `#N/A`, one whose cells were deleted `#REF!`. "
        "Such a cell has no value, so it is read as an empty one, and whoever should report to "
        "it reports to nobody. Mend the formula in the spreadsheet; a CSV file "
        "holds what the formulas gave when it was exported, so export it again.",
        _csv("id,holder,department", "ceo,Ana Cruz,#N/A"),
        _csv("id,holder,department", "ceo,Ana Cruz,Board"),
    ),
)  # fmt: skip
