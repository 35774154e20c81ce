"""German."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="{names}?",
    or_="oder",
    first="Zuerst",
    choose_type="Erst den Typ wählen, dann den Titel (unsere Lesart).",
    claims="{name} {archetype}",
    decides="{key} entscheidet am meisten: {question}",
    decides_alone="{key} entscheidet am meisten.",
    summary="Verantwortet",
    does="Tut",
    cadence="Horizont",
    archetype="Typ",
    metrics="Kennzahlen",
    background="Kommt aus",
    archetypes={"executor": "Umsetzer", "strategist": "Stratege"},
    hire_when="Einstellen",
    pair_with="Ergänzung",
    wrong_person="Fehlbesetzung",
    as_role="als {name}:",
    lines="Berichtslinien",
    together="Wo es alle gibt",
    not_said="nicht gesagt",
    no_work_says="keine Quelle sagt, wann",
    unknown="?  sagt keine Quelle",
    caution="Vorsicht",
    one_work="{count} von {whole} Aussagen zu Einstellen, Ergänzen, Meiden: nur {work}",
    next="Weiter",
)
