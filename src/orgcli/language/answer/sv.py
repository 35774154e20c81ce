"""Swedish."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="{names}?",
    or_="eller",
    first="Först",
    choose_type="Välj typen först, sedan titeln (vår läsning).",
    claims="{name} {archetype}",
    decides="{key} avgör mest: {question}",
    summary="Svarar för",
    does="Gör",
    cadence="Ser framåt",
    archetype="Typ",
    metrics="Mäts på",
    background="Kommer från",
    archetypes={"executor": "genomförare", "strategist": "strateg"},
    hire_when="Anställ när",
    pair_with="Komplettera",
    wrong_person="Fel person",
    lines="Rapporteringslinjer",
    alone="bara {name}",
    together="tillsammans",
    not_said="inte sagt",
    no_work_says="ingen källa säger när",
    unknown="?  ingen källa säger",
    caution="Obs",
    one_work="{count} av {whole} påståenden om vem man anställer eller undviker: bara {work}",
    next="Vidare",
)
