"""User text in Markdown, and in the Mermaid diagrams there: nothing in it is obeyed."""

import re

from orgcli.render.lines import one_line

# A backslash keeps these from being markup; HTML characters and what a host turns into links,
# mentions and emoji need entities, because a backslash does not stop those.
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-!|~$^=]")
_ENTITY = re.compile(r"[&<>@]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
_NUMBERED = re.compile(r"^([0-9]+)([.)])")
_PLAIN_INSIDE = re.compile(r"(?<=[^\W_])\\([\-+=])(?=[^\W_])|\\([()])")
_REFERENCE = re.compile(r"(?<=[@#!~%$&])(?=\w)|(?<=\bGH-)(?=\d)", re.IGNORECASE)
"""Where hosts find people, issues, labels and milestones, whatever is escaped."""
_APART = "\u200b"

# All that Mermaid or the Markdown inside it may obey: lists at the start of a label, links,
# entities. It decodes their codes before it looks for line ends (\n), icons (fa:fa-car), formulas
# ($$) and its own mark for a code, which are taken apart by a space without width.
_LABEL_MARKUP = re.compile(
    r"[!-&*+:-@\[-`{-~]|\.(?! |$)|(?<=\d)[.)]|(?<![^\W_])-|-(?![^\W_])|//|^/|[°¶]"
)
_JOINED = re.compile(r"(?<=\\)(?=n)|(?<=[^\W\d]:)(?=[^\W\d])|(?<=\$)(?=\$)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)")


def unlinked(text: str) -> str:
    """User text as `escaped` gives it, in which a host finds nobody to notify and no issue either.

    A space without width stands behind the sign of each reference.
    """
    return escaped(_REFERENCE.sub(_APART, one_line(text)))


def escaped(text: str) -> str:
    """User text on one line in which Markdown, HTML and their hosts find nothing to obey."""
    plain = _MARKUP.sub(r"\\\g<0>", one_line(text))
    plain = _ENTITY.sub(lambda match: f"&#{ord(match.group())};", plain)
    plain = _PLAIN_INSIDE.sub(lambda match: match.group(1) or match.group(2), plain)
    return _NUMBERED.sub(r"\1\\\2", plain)


def escaped_label(text: str) -> str:
    """Text for a quoted label of a Mermaid diagram, in which nothing is interpreted."""
    parted = _JOINED.sub(_APART, text)
    return _LABEL_MARKUP.sub(
        lambda match: "".join(f"#{ord(character)};" for character in match.group()), parted
    )
