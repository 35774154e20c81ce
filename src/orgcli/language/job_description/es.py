"""Spanish."""

from orgcli.language.job_description.words import JobWords

WORDS = JobWords(
    job_description="Descripción del puesto",
    purpose="Misión",
    duties="Funciones",
    measured_by="Se mide por",
    reports_to="Depende de",
    team="Equipo",
    works_with="Colabora con",
    background="Trayectoria y competencias",
    place="Ubicación",
    organisation="Organización",
    holder="Titular",
    open="vacante",
    note="Borrador a partir de afirmaciones publicadas sobre el rol: los matices son de "
    "las fuentes y las líneas quedan en blanco donde ninguna fuente dice nada.",
)
