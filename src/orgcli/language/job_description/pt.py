"""Portuguese."""

from orgcli.language.job_description.words import JobWords

WORDS = JobWords(
    job_description="Descrição do cargo",
    purpose="Missão",
    duties="Atribuições",
    measured_by="Medido por",
    reports_to="Reporta a",
    team="Equipe",
    works_with="Trabalha com",
    background="Trajetória e competências",
    place="Local",
    organisation="Organização",
    holder="Ocupante",
    open="em aberto",
    note="Rascunho a partir de afirmações publicadas sobre o cargo: as ressalvas são das "
    "fontes, e as linhas ficam em branco onde nenhuma fonte diz nada.",
)
