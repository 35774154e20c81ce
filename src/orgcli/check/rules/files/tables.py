"""Rules about tables and exports, from ORG012: readers find them, here they are explained.

The examples are an organisation file that includes a table.
"""

from orgcli.check.rule import Rule

RULES: tuple[Rule, ...] = ()
