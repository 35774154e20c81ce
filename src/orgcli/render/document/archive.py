"""Archives of office files without the times of their members: one input gives one file."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def undated(raw: bytes) -> bytes:
    """The same archive with the first day that an archive can name on every member."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            member = ZipInfo(name, _FIRST_DAY)
            member.compress_type = ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
