"""Spanish."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    or_="o",
    first="Primero",
    choose_type="Elija el tipo antes que el título (lectura nuestra).",
    claims="{name} {archetype}",
    decides="{key} es lo que más decide: {question}",
    summary="Responde de",
    does="Hace",
    cadence="Mira a",
    archetype="Tipo",
    metrics="Vive de",
    background="Viene de",
    archetypes={"executor": "ejecutor", "strategist": "estratega"},
    hire_when="Contratar",
    pair_with="Completar",
    wrong_person="Mal perfil",
    lines="Líneas de reporte",
    alone="solo {name}",
    together="juntos",
    not_said="no se dice",
    no_work_says="ninguna fuente dice cuándo",
    unknown="?  ninguna fuente",
    caution="Cautela",
    one_work="{count} de {whole} afirmaciones sobre a quién contratar o evitar: solo {work}",
    next="Seguir",
)
