"""Files that hold several documents one after the other: YAML streams and JSON Lines."""

from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Document, Value


def stream_in(source: Source) -> Document | None:
    """The documents of a file as one, a list of their roots; None where there are no two."""
    if notation(source) is Notation.JSON:
        from orgcli.read.syntax.json import load_json_lines

        found = load_json_lines(source)
        if found is None or not isinstance(found.root, list) or len(found.root) < 2:
            return None
        found.is_stream = True
        return found
    from orgcli.read.syntax.yaml import load_documents

    documents = [one for one in load_documents(source) if one.root is not None]
    return _joined(source, documents) if len(documents) > 1 else None


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
