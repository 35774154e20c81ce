"""What keeps a workbook or a sheet from being read, and the limits that it must keep."""

MAX_UNPACKED = 600 * 1024 * 1024
"""Bytes of the parts of a workbook; a few kilobytes of a hostile one unpack to any number."""

MAX_SHEET_CELLS = 25_000_000
"""Rows times columns of the cells in use; each of them takes about a hundred bytes."""


class WorkbookFault(Exception):
    """What a finding about the file says.

    code  of the finding
    help  the next step
    """

    def __init__(self, code: str, message: str, help: str) -> None:
        super().__init__(message)
        self.code, self.message, self.help = code, message, help


def broken(what: str = "the workbook") -> WorkbookFault:
    """ORG001: the bytes are not those of a workbook, or some of them are missing."""
    help = "open it in its program and save it again"
    return WorkbookFault("ORG001", f"{what} is damaged and cannot be read", help)


def locked() -> WorkbookFault:
    """ORG002: the workbook is encrypted."""
    help = "remove the password in its program, or export the sheet of positions as CSV UTF-8"
    return WorkbookFault("ORG002", "the workbook is protected by a password", help)


def too_big(what: str) -> WorkbookFault:
    """ORG009: the workbook is beyond a limit."""
    help = "keep the sheet of positions, and in it only the rows and columns in use"
    return WorkbookFault("ORG009", what, help)
