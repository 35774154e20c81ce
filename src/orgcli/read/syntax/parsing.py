"""A text becomes a document by the parser of the notation that it is in."""

from functools import partial

from orgcli.model.findings.finding import Finding
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.read.syntax.block_yaml import block_places, block_values
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.mistakes.merge_conflicts import merge_conflict


def parse(source: Source, raw: bytes = b"") -> tuple[Document | None, list[Finding]]:
    """The document in a file, and what is wrong with it, as load_yaml and load_json say it.

    raw  the text in UTF-8 where it is at hand
    Findings: those of load_yaml and load_json; ORG016 alone where a merge is unfinished.
    """
    if (conflict := merge_conflict(source)) is not None:
        return None, [conflict]
    if notation(source) is Notation.JSON:
        from orgcli.read.syntax.json import load_json  # few files are JSON

        return load_json(source)
    if (root := block_values(source.text)) is not None:
        return Document(source, root, partial(block_places, source.text)), []
    from orgcli.read.syntax.yaml import load_yaml  # importing PyYAML takes longer than most files

    return load_yaml(source, raw)
