"""User text in the labels of Mermaid: nothing in it is obeyed."""

import re

# All that Mermaid or the Markdown inside it may obey: lists at the start of a label, links,
# entities. It decodes their codes before it looks for line ends (\n), icons (fa:fa-car), formulas
# ($$) and its own mark for a code, which are taken apart by a space without width.
_SPECIAL = re.compile(
    r"[!-&*+:-@\[-`{-~]|\.(?! |$)|(?<=\d)[.)]|(?<![^\W_])-|-(?![^\W_])|//|^/|[°¶]"
)
_JOINED = re.compile(r"(?<=\\)(?=n)|(?<=[^\W\d]:)(?=[^\W\d])|(?<=\$)(?=\$)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)")
_APART = "\u200b"


def escaped(text: str) -> str:
    """Text for a quoted label, in which nothing is interpreted."""
    parted = _JOINED.sub(_APART, text)
    return _SPECIAL.sub(lambda found: "".join(f"#{ord(one)};" for one in found.group()), parted)
