"""Cells with the error of a formula instead of a value: they are empty, with a finding."""

from collections.abc import Iterator
from dataclasses import replace

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.column import look_of, replaced, texts_of
from orgcli.read.tables.grid import Cells, Table

# As Excel, LibreOffice and Google Sheets write them; Excel also in the languages of its menus.
_WORDS = """
    #N/A #VALUE! #REF! #NAME? #DIV/0! #NUM! #NULL! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT!
    #BUSY! #UNKNOWN! #PYTHON! #EXTERNAL! #GETTING_DATA #ERROR! #N/A! #NA
    #NV #WERT! #BEZUG! #ZAHL! #ÜBERLAUF! #KALK! #FELD!
    #VALEUR! #NOM? #NOMBRE! #NUL! #PROPAGATION! #CALCUL!
    #N/D #¡VALOR! #¡REF! #¿NOMBRE? #¡DIV/0! #¡NUM! #¡NULO! #¡DESBORDAMIENTO! #¡CALC!
    #VALOR! #NOME? #NÚM! #NULO! #DESPEJAR! #DESPEJO!
    #SAKNAS! #SAKNAS #VÄRDEFEL! #REFERENS! #NAMN? #DIVISION/0! #OGILTIGT! #SKÄRNING!
    #I/T #VERDI! #NAVN? #VÆRDI! #REFERENCE!
    #N/D! #VALORE! #RIF! #ESPANSIONE! #NULLO!
    #N/B #WAARDE! #VERW! #NAAM? #DEEL/0! #GETAL! #LEEG! #OVERLOPEN!
    #ARG! #ADR! #NAZWA? #DZIEL/0! #LICZBA! #ZERO! #ROZLANIE!
    #PUUTTUU! #ARVO! #VIITTAUS! #NIMI? #JAKO/0! #LUKU! #TYHJÄ!
    #HODNOTA! #ODKAZ! #NÁZEV? #DĚLENÍ_NULOU! #ČÍSLO!
    #YOK #DEĞER! #BAŞV! #AD? #SAYI/0! #SAYI! #BOŞ!
    Err:501 Err:502 Err:503 Err:504 Err:505 Err:508 Err:509 Err:511 Err:512 Err:513 Err:516
    Err:518 Err:519 Err:520 Err:521 Err:522 Err:523 Err:524 Err:525 Err:526 Err:527 Err:528
    Err:529 Err:530 Err:531 Err:532 Err:533 Err:538 Err:539
"""
_ERRORS = frozenset(_WORDS.split())
_SIGNS = frozenset(("#", "Err:"))
"""One of them stands in each error."""


def without_cell_errors(table: Table) -> Table:
    """The table with its errors of formulas as empty cells, and a finding about them.

    ORG019 once for each error in a column, at its first cell.
    """
    columns = list(table.columns)
    findings: list[Finding] = []
    for column, cells in enumerate(columns):
        may_be = not _SIGNS.isdisjoint(look_of(cells).signs)
        if may_be and (errors := _ERRORS.intersection(texts_of(cells))):
            findings += _cell_findings(table, column, cells, errors)
            columns[column] = replaced(cells, dict.fromkeys(errors, ""))
    if not findings:
        return table
    return replace(table, columns=columns, findings=[*table.findings, *findings])


def _cell_findings(
    table: Table, column: int, cells: Cells, errors: frozenset[str]
) -> Iterator[Finding]:
    listing = [*cells]
    for error in sorted(errors, key=listing.index):
        count = listing.count(error)
        more = f", here and in {count - 1:,} more" if count > 1 else ""
        message = f"`{error}` in `{table.headings[column]}` is read as an empty cell{more}"
        place = table.cell(listing.index(error), column)
        yield Finding("ORG019", message, place, help="mend the formula in the spreadsheet")
