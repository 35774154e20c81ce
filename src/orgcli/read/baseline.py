"""A baseline file becomes the findings that are known."""

import json
from collections.abc import Callable
from pathlib import Path

from orgcli.model.findings.baseline import Baseline, FindingKey
from orgcli.read.syntax.decoding import Unreadable, read_bytes

_VERSION = 1
_TEXTS = ("code", "file", "about")


class BadBaseline(Exception):
    """A baseline that cannot be used; the message says why."""


def read_baseline(path: Path, located: Callable[[str], str]) -> Baseline:
    """The known findings of a file that `--write-baseline` wrote. Raises BadBaseline.

    located  how the files of findings are named in it
    """
    try:
        content = json.loads(read_bytes(path, special=True).decode("utf-8-sig"))
    except Unreadable as error:
        raise BadBaseline(f"cannot read `{path}`: {error.reason}") from None
    except (ValueError, RecursionError):
        raise BadBaseline(f"`{path}` is no baseline: not JSON") from None
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        raise BadBaseline(f"`{path}` is no baseline of version {_VERSION}")
    entries = content.get("findings")
    if not isinstance(entries, list):
        raise BadBaseline(f"`{path}` has no list of findings")
    known: dict[FindingKey, int] = {}
    for number, entry in enumerate(entries, 1):
        fields = entry if isinstance(entry, dict) else {}
        texts = [text for name in _TEXTS if isinstance(text := fields.get(name), str)]
        count = fields.get("count", 1)
        if len(texts) < len(_TEXTS):
            raise BadBaseline(f"`{path}`: finding {number} needs code, file and about, as text")
        if not isinstance(count, int) or count < 1:
            raise BadBaseline(f"`{path}`: the count of finding {number} is no number above 0")
        key = FindingKey(*texts)
        known[key] = known.get(key, 0) + count
    return Baseline(known, located)
