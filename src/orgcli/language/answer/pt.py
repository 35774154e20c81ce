"""Portuguese of Brazil."""

from orgcli.language.answer.words import AnswerWords

WORDS = AnswerWords(
    question="{names}?",
    or_="ou",
    first="Primeiro",
    choose_type="Escolha o perfil antes do cargo (leitura nossa).",
    claims="{name} {archetype}",
    decides="{key} é o que mais pesa: {question}",
    decides_alone="{key} é o que mais pesa.",
    summary="Responde por",
    does="Faz",
    cadence="Horizonte",
    archetype="Perfil",
    metrics="Métricas",
    background="Trajetória",
    archetypes={"executor": "executor", "strategist": "estrategista"},
    hire_when="Contratar se",
    pair_with="Combinar com",
    wrong_person="Perfil errado",
    as_role="como {name}:",
    lines="Linhas de reporte",
    together="Onde todos existem",
    not_said="não informado",
    no_work_says="nenhuma fonte diz quando",
    unknown="?  nenhuma fonte",
    caution="Atenção",
    one_work="{count} de {whole} afirmações sobre contratar, combinar, evitar: só {work}",
    next="A seguir",
)
