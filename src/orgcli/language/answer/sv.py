"""Swedish."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="{names}?",
    or_="eller",
    first="Först",
    choose_type="Välj typen först, sedan titeln (vår tolkning).",
    claims="{name} {archetype}",
    decides="{key} väger tyngst: {question}",
    decides_alone="{key} väger tyngst.",
    summary="Svarar för",
    does="Gör",
    cadence="Ser framåt",
    archetype="Typ",
    metrics="Mäts på",
    background="Kommer från",
    archetypes={"executor": "genomförare", "strategist": "strateg"},
    hire_when="Anställ när",
    pair_with="Para ihop med",
    wrong_person="Fel person",
    as_role="som {name}:",
    lines="Rapporteringslinjer",
    together="Där alla finns",
    not_said="anges inte",
    no_work_says="ingen källa säger när",
    unknown="?  ingen källa säger",
    caution="Obs",
    one_work="{count} av {whole} påståenden om att anställa, para ihop, undvika: bara {work}",
    next="Vidare",
)
