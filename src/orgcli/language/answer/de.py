"""German."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    or_="oder",
    first="Zuerst",
    choose_type="Erst den Typ wählen, dann den Titel (unsere Lesart).",
    claims="{name} {archetype}",
    decides="{key} entscheidet am meisten: {question}",
    summary="Steht für",
    does="Tut",
    cadence="Blickt auf",
    archetype="Typ",
    metrics="Lebt von",
    background="Kommt aus",
    archetypes={"executor": "Umsetzer", "strategist": "Stratege"},
    hire_when="Einstellen",
    pair_with="Ergänzen",
    wrong_person="Fehlbesetzung",
    lines="Berichtslinien",
    alone="nur {name}",
    together="zusammen",
    not_said="nicht gesagt",
    no_work_says="keine Quelle sagt, wann",
    unknown="?  sagt keine Quelle",
    caution="Vorsicht",
    one_work="{count} von {whole} Aussagen zu Einstellen, Ergänzen, Fehlbesetzung: nur {work}",
    next="Weiter",
)
