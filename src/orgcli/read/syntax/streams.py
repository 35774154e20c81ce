"""Files that hold several documents one after the other: YAML streams and JSON Lines."""

from orgcli.model.findings.finding import Finding
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Document, Value


def stream_in(source: Source) -> tuple[Document | None, list[Finding]]:
    """The documents of a file as one, a list of their roots; None where there are no two.

    Findings: ORG003 and ORG005, as load_yaml and load_json say them.
    """
    if notation(source) is Notation.JSON:
        from orgcli.read.syntax.json import load_json_lines

        found, findings = load_json_lines(source)
        if found is None or not isinstance(found.root, list) or len(found.root) < 2:
            return None, []
        found.is_stream = True
        return found, findings
    from orgcli.read.syntax.mistakes.value_comments import value_comments
    from orgcli.read.syntax.yaml import load_documents

    several, findings = load_documents(source)
    documents = [one for one in several if one.root is not None]
    if len(documents) < 2:
        return None, []
    joined = _joined(source, documents)
    return joined, [*findings, *value_comments(joined)]


def _joined(source: Source, documents: list[Document]) -> Document:
    """One document whose root is the list of the roots of several of one file."""
    roots: list[Value] = [one.root for one in documents]
    joined = Document(source, roots, is_stream=True)
    joined.starts.append(0)
    joined.ends.append(len(source.text))
    for one in documents:
        first = len(joined.starts)
        joined.starts.extend(one.starts)
        joined.ends.extend(one.ends)
        joined.after.update((slot + first, end + first) for slot, end in one.after.items())
        joined.aliases.update((slot + first, to + first) for slot, to in one.aliases.items())
    joined.after[0] = len(joined.starts)
    return joined
