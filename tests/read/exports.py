# ruff: noqa: E501 - the files are written as they are
"""Small files as people have them, each of one kind, with the lines that they mean.

Of a line `Ben < Ada` Ben reports to Ada; `Ada` alone is at the top. Positions are called by their
holder, else their title.
"""

from typing import NamedTuple


class Export(NamedTuple):
    """A file, by its ending, and how it must be read.

    lines   who reports to whom; None where that cannot be told and must be said
    said    what validation must say
    closed  who is not there any more
    """

    name: str
    ending: str
    content: str | bytes
    lines: tuple[str, ...] | None
    said: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


EXPORTS = (
    Export(
        "northwind-null",
        "csv",
        "employeeID,lastName,firstName,title,reportsTo\n1,Davolio,Nancy,Rep,2\n2,Fuller,Andrew,VP,NULL\n3,Leverling,Janet,Rep,2\n",
        ("Nancy Davolio < Andrew Fuller", "Andrew Fuller", "Janet Leverling < Andrew Fuller"),
    ),
    Export(
        "positionid-repeats",
        "csv",
        'EmpID,PositionID,Employee_Name,ManagerName,ManagerID\n10026,19,"Okafor, Ada",Ben Li,4\n10196,20,"Li, Ben",Kim Roe,20\n10300,20,"Roe, Kim",,9\n',
        ("Okafor, Ada < Li, Ben", "Li, Ben < Roe, Kim", "Roe, Kim"),
    ),
    Export(
        "servicenow",
        "csv",
        "user_name,name,manager,employee_number,sys_id\nada,Ada Okafor,NULL,NULL,06826b\nben,Ben Li,06826b,NULL,02826c\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "sci-ids",
        "csv",
        "Employee ID,Name,Job Title,Manager ID\n7,Ada,Head,\n1.00001E+11,Liam,Teacher,7\n1.00001E+11,Ines,Teacher,7\n",
        ("Ada", "Liam < Ada", "Ines < Ada"),
        ("1.00001E+11",),
    ),
    Export(
        "xxxx-ids",
        "csv",
        "Name;First name;Personnel number;Manager\nOkafor;Ada;XXXX;\nWeber;Ines;XXXX;Okafor, Ada\n",
        ("Ada Okafor", "Ines Weber < Ada Okafor"),
        ("XXXX",),
    ),
    Export(
        "suspended",
        "csv",
        "Employee ID,Name,Manager ID,Status\n1,Ada,,Active\n2,Liam,1,Terminated\n3,Ines,1,Suspended\n",
        ("Ada", "Liam < Ada", "Ines < Ada"),
        (),
        ("Liam",),
    ),
    Export(
        "emails",
        "csv",
        "Employee Name,Employee Email,Manager Email\nAda,ada@a.test,\nLiam,liam@a.test,ada@a.test\n",
        ("Ada", "Liam < Ada"),
    ),
    Export(
        "dotted-date",
        "csv",
        "id,name,manager,hired\n1,Ada,,13.04.2020\n2,Liam,1,20.04.2025\n",
        ("Ada", "Liam < Ada"),
    ),
    Export(
        "bamboo",
        "csv",
        'Employee #,"Last name, First name",Job Title,Reporting to,Supervisor Email\n1,"Okafor, Ada",CEO,,\n2,"Li, Ben",CTO,"Okafor, Ada",ada@x.test\n',
        ("Okafor, Ada", "Li, Ben < Okafor, Ada"),
    ),
    Export(
        "adp",
        "csv",
        'Name,Reports To Name,Reports To Associate ID,Position ID\n"Okafor, Ada",,,P1\n"Li, Ben","Okafor, Ada",A1,P2\n',
        ("Okafor, Ada", "Li, Ben < Okafor, Ada"),
    ),
    Export(
        "workday",
        "csv",
        "Worker,Employee ID,Worker's Manager(s),Supervisory Organization\nAda Okafor,1,,Company (Ada Okafor)\nBen Li,2,Ada Okafor,Company (Ada Okafor)\nCy Roe (On Leave),3,Ben Li,Sales (Ben Li)\n",
        ("Ada Okafor", "Ben Li < Ada Okafor", "Cy Roe (On Leave) < Ben Li"),
    ),
    Export(
        "french",
        "csv",
        "Nom;Responsable hiérarchique;Poste\nAda Okafor;;DG\nBen Li;Ada Okafor;DRH\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "spanish",
        "csv",
        "Nombre;Jefe directo;Puesto\nAda Okafor;;CEO\nBen Li;Ada Okafor;RH\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "swedish",
        "csv",
        "Namn;Anställningsnr;Överordnad;Befattning\nAda Okafor;1;;VD\nBen Li;2;1;HR\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "dutch",
        "csv",
        "Personeelsnummer;Naam;Functie;Leidinggevende\n1;Ada Okafor;CEO;\n2;Ben Li;HR;1\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "italian",
        "csv",
        "Matricola;Nome e cognome;Mansione;Responsabile\n1;Ada Okafor;AD;\n2;Ben Li;HR;1\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "polish",
        "csv",
        "Numer pracownika;Imię i nazwisko;Stanowisko;Przełożony\n1;Ada Okafor;Prezes;\n2;Ben Li;HR;1\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "japanese",
        "csv",
        "社員番号,氏名,役職,上司\n1,岡田,社長,\n2,李,部長,1\n",
        ("岡田", "李 < 岡田"),
    ),
    Export("chinese", "csv", "工号,姓名,职位,上级\n1,王,总经理,\n2,李,经理,1\n", ("王", "李 < 王")),
    Export(
        "self-top",
        "csv",
        "id,manager,name\n1,1,Ada Okafor\n2,1,Ben Li\n3,2,Cy Roe\n",
        ("Ada Okafor", "Ben Li < Ada Okafor", "Cy Roe < Ben Li"),
    ),
    Export(
        "key-parent",
        "json",
        '[{"key":1,"name":"Ada"},{"key":2,"name":"Ben","parent":1}]',
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "children",
        "json",
        '{"name":"Ada","children":[{"name":"Ben","children":[{"name":"Cy"}]},{"name":"Di"}]}',
        ("Ada", "Ben < Ada", "Cy < Ben", "Di < Ada"),
    ),
    Export(
        "graph",
        "json",
        '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[{"id":"1","displayName":"Ada","jobTitle":"CEO"},{"id":"2","displayName":"Ben","manager":{"id":"1","displayName":"Ada"}}]}',
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "graph-next",
        "json",
        '{"@odata.nextLink":"https://x","value":[{"id":"1","displayName":"Ada"},{"id":"2","displayName":"Ben","manager":{"id":"1"}}]}',
        ("Ada", "Ben < Ada"),
        ("ORG018",),
    ),
    Export(
        "holder-lines",
        "csv",
        'id,title,holder,reports_to\n1,CEO,Ada,\n2,"VP Sales\n(EMEA)","Ben Li\nAna Cruz",1\n',
        ("Ada", "Ben Li, Ana Cruz < Ada"),
    ),
    Export(
        "nfc-nfd",
        "csv",
        "name,manager\nJosé Díaz,\nBen Li,José Díaz\n",
        ("José Díaz", "Ben Li < José Díaz"),
    ),
    Export(
        "nbsp",
        "csv",
        "name,manager\nAda Okafor,\nBen Li,Ada\xa0Okafor\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "dn",
        "csv",
        'DistinguishedName,Name,Title,Manager\n"CN=Ada Okafor,OU=HQ,DC=x",Ada Okafor,CEO,\n"CN=Ben Li,OU=HQ,DC=x",Ben Li,CTO,"CN=Ada Okafor,OU=HQ,DC=x"\n',
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "dn-cn",
        "csv",
        'SamAccountName,Name,Title,Manager\nada,Ada Okafor,CEO,\nben,Ben Li,CTO,"CN=Ada Okafor,OU=HQ,DC=x"\n',
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "name-with-id",
        "csv",
        "ID,Name,Manager\n1,Ada Okafor,\n2,Ben Li,Ada Okafor (1)\n3,Cy Roe,2 - Ben Li\n4,Di Fox,[1]\n",
        ("Ada Okafor", "Ben Li < Ada Okafor", "Cy Roe < Ben Li", "Di Fox < Ada Okafor"),
    ),
    Export(
        "reversed-name",
        "csv",
        'ID,Name,Manager\n1,Ada Okafor,\n2,Ben Li,Okafor Ada\n3,Cy Roe,"Li, Ben"\n',
        ("Ada Okafor", "Ben Li < Ada Okafor", "Cy Roe < Ben Li"),
    ),
    Export(
        "mail-brackets",
        "csv",
        "ID,Name,Email,Manager\n1,Ada,ada@x.test,\n2,Ben,ben@x.test,Ada <ada@x.test>\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "excel-text-ids",
        "csv",
        "ID,Name,Manager\n'00001,Ada,\n'00002,Ben,'00001\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "excel-formula-ids",
        "csv",
        'ID,Name,Manager\n"=""00001""",Ada,\n"=""00002""",Ben,"=""00001"""\n',
        ("Ada", "Ben < Ada"),
    ),
    Export("root-word", "csv", "ID,Name,Manager\n1,Ada,ROOT\n2,Ben,1\n", ("Ada", "Ben < Ada")),
    Export("board", "csv", "ID,Name,Reports to\n1,Ada,Board\n2,Ben,Ada\n", ("Ada", "Ben < Ada")),
    Export(
        "titles-above",
        "csv",
        "Employee report,,,\nReporting Period:,2027-01-31,,\n,,,\nID,Name,Job Title,Manager ID\n1,Ada,CEO,\n2,Ben,CTO,1\nTotal,2,,\n",
        ("Ada", "Ben < Ada"),
        ("Total",),
    ),
    Export(
        "footers",
        "csv",
        "ID,Name,Manager ID\n1,Ada,\n2,Ben,1\n\nGrand total: 2 employees,,\n(2 rows affected),,\n© Acme 2027,,\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "repeated-heading",
        "csv",
        "ID,Name,Manager ID\n1,Ada,\n2,Ben,1\nID,Name,Manager ID\n3,Cy,2\n",
        ("Ada", "Ben < Ada", "Cy < Ben"),
    ),
    Export(
        "space-quotes",
        "csv",
        '"ID", "Name", "Manager ID"\n"1", "Okafor, Ada", ""\n"2", "Li, Ben", "1"\n',
        ("Okafor, Ada", "Li, Ben < Okafor, Ada"),
    ),
    Export(
        "edges",
        "csv",
        "Employee,Manager\nBen,Ada\nCy,Ada\nDi,Cy\n",
        ("Ada", "Ben < Ada", "Cy < Ada", "Di < Cy"),
    ),
    Export(
        "edges-from-to",
        "csv",
        "from,to\nAda,Ben\nAda,Cy\nCy,Di\n",
        ("Ada", "Ben < Ada", "Cy < Ada", "Di < Cy"),
    ),
    Export(
        "path",
        "csv",
        "Employee,Path\nAda,EMP1\nBen,EMP1/EMP2\nCy,EMP1/EMP2/EMP3\n",
        ("Ada", "Ben < Ada", "Cy < Ben"),
    ),
    Export(
        "levels",
        "csv",
        "Level 1,Level 2,Level 3\nAda,,\nAda,Ben,\nAda,Ben,Cy\nAda,Di,\n",
        ("Ada", "Ben < Ada", "Cy < Ben", "Di < Ada"),
    ),
    Export(
        "codes",
        "csv",
        "Code,Title\n1,CEO\n1.1,CTO\n1.1.1,Dev\n1.2,CFO\n",
        ("CEO", "CTO < CEO", "Dev < CTO", "CFO < CEO"),
    ),
    Export(
        "keyed",
        "json",
        '{"e1":{"name":"Ada"},"e2":{"name":"Ben","manager":"e1"}}',
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "wrapped",
        "json",
        '{"employees":[{"id":1,"name":"Ada","managerId":null},{"id":2,"name":"Ben","managerId":1}],"total":2}',
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "scim",
        "json",
        '{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":2,"Resources":[{"id":"1","userName":"ada","name":{"givenName":"Ada","familyName":"Okafor"},"active":true},{"id":"2","userName":"ben","displayName":"Ben Li","active":true,"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"value":"1","displayName":"Ada Okafor"},"department":"IT"}}]}',
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "ldif",
        "ldif",
        "version: 1\n\ndn: cn=Ada Okafor,ou=People,dc=x\nobjectClass: person\ncn: Ada Okafor\ntitle: CEO\n\ndn: cn=Ben Li,ou=People,dc=x\nobjectClass: person\ncn: Ben Li\nmanager: cn=Ada Okafor,ou=People,\n dc=x\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "mermaid",
        "mmd",
        "graph TD\n  A[Ada Okafor] --> B[Ben Li]\n  A --> C(Cy Roe)\n  C -.-> B\n",
        ("Ada Okafor", "Ben Li < Ada Okafor", "Cy Roe < Ada Okafor"),
    ),
    Export(
        "plantuml",
        "puml",
        "@startwbs\n* Ada\n** Ben\n*** Cy\n** Di\n@endwbs\n",
        ("Ada", "Ben < Ada", "Cy < Ben", "Di < Ada"),
    ),
    Export(
        "markdown",
        "md",
        "# Team\n\n- Ada Okafor, CEO\n  - Ben Li, CTO\n    - Cy Roe, Dev\n  - Di Fox, CFO\n",
        ("Ada Okafor", "Ben Li < Ada Okafor", "Cy Roe < Ben Li", "Di Fox < Ada Okafor"),
    ),
    Export(
        "utf16",
        "csv",
        b"\xff\xfeI\x00D\x00\t\x00N\x00a\x00m\x00e\x00\t\x00M\x00a\x00n\x00a\x00g\x00e\x00r\x00\n\x001\x00\t\x00A\x00d\x00a\x00 \x00\xd6\x00s\x00t\x00\t\x00\n\x002\x00\t\x00B\x00e\x00n\x00\t\x001\x00\n\x00",
        ("Ada Öst", "Ben < Ada Öst"),
    ),
    Export(
        "cp1252",
        "csv",
        b"ID;Name;Manager\n1;J\xfcrgen Gr\xf6\xdfe;\n2;Ben;1\n",
        ("Jürgen Größe", "Ben < Jürgen Größe"),
    ),
    Export(
        "macroman",
        "csv",
        b"ID;Name;Manager\n1;J\x9frgen Gr\x9a\xa7e;\n2;Ren\x8ee M\x9fller;1\n",
        ("Jürgen Größe", "Renée Müller < Jürgen Größe"),
    ),
    Export(
        "jsonl",
        "jsonl",
        '{"id":"1","name":"Ada"}\n{"id":"2","name":"Ben","manager_id":"1"}\n',
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "yaml-people",
        "yaml",
        "people:\n  - name: Ada\n    title: CEO\n  - name: Ben\n    manager: Ada\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "google",
        "csv",
        "First Name [Required],Last Name [Required],Email Address [Required],Employee Title,Manager Email,Org Unit Path [Required]\nAda,Okafor,ada@x.test,CEO,,/\nBen,Li,ben@x.test,CTO,ada@x.test,/IT\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "entra",
        "csv",
        "userPrincipalName,displayName,jobTitle,department,managerUserPrincipalName,accountEnabled\nada@x.test,Ada,CEO,HQ,,True\nben@x.test,Ben,CTO,IT,ada@x.test,True\ncy@x.test,Cy,Dev,IT,ben@x.test,False\n",
        ("Ada", "Ben < Ada", "Cy < Ben"),
        (),
        ("Cy",),
    ),
    Export(
        "successfactors",
        "csv",
        "STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,MANAGER,HR,DEPARTMENT\nSTATUS,USERID,Username,First Name,Last Name,Manager,HR,Department\nactive,1,ada,Ada,Okafor,NO_MANAGER,NO_HR,HQ\nactive,2,ben,Ben,Li,1,1,IT\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "two-managers",
        "csv",
        "ID,Name,Manager\n1,Ada,\n2,Ben,1\n3,Cy,1; 2\n",
        ("Ada", "Ben < Ada", "Cy < Ada"),
    ),
    Export(
        "units-repeat",
        "csv",
        "id;unit;parent;region\nHQ;Head Office;;North\nHQ;Head Office;;South\nS;Sales;HQ;North\n",
        None,
        ("HQ",),
    ),
    Export(
        "vacancies-no-id",
        "csv",
        "Position ID,Job Title,Incumbent,Manager ID\nP1,CEO,Ada,\nP2,Dev,Vacant,P1\nP2,Dev,Vacant,P1\n",
        None,
        ("P2",),
    ),
    Export(
        "username-manager",
        "csv",
        "id,username,name,manager\n1,ada,Ada Okafor,\n2,ben,Ben Li,ada\n",
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "hash-ids",
        "csv",
        "Employee ID,Name,Manager\n########,Ada,\n########,Ben,Ada\n",
        ("Ada", "Ben < Ada"),
        ("####",),
    ),
    Export(
        "bom-semicolon-sep",
        "csv",
        "\ufeffsep=;\nID;Name;Manager\n1;Ada;\n2;Ben;1\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "conflict",
        "csv",
        "ID,Name,Manager\n1,Ada,\n<<<<<<< HEAD\n2,Ben,1\n=======\n2,Ben Li,1\n>>>>>>> x\n",
        None,
        ("ORG016",),
    ),
    Export(
        "visio",
        "csv",
        "Unique_ID,Name,Title,Reports_To,Department\n1,Ada,CEO,,HQ\n2,Ben,CTO,1,IT\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "pg-table",
        "txt",
        " id | name | manager_id \n----+------+------------\n  1 | Ada  |           \n  2 | Ben  | 1         \n(2 rows)\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "md-table",
        "md",
        "| ID | Name | Manager |\n|---|---|---|\n| 1 | Ada | |\n| 2 | Ben | 1 |\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "dotted-header",
        "csv",
        "Employee ID,Employee Name,Worker Manager ID,Salary (EUR)\n1,Ada,,1\n2,Ben,1,2\n",
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "chain-columns",
        "csv",
        "Name,Manager Level 1,Manager Level 2\nAda,,\nBen,Ada,\nCy,Ada,Ben\n",
        ("Ada", "Ben < Ada", "Cy < Ben"),
    ),
    Export(
        "indent-names",
        "csv",
        "Name,Title\nAda,CEO\n  Ben,CTO\n    Cy,Dev\n  Di,CFO\n",
        ("Ada", "Ben < Ada", "Cy < Ben", "Di < Ada"),
    ),
    Export(
        "outline-level",
        "csv",
        "Level,Name\n1,Ada\n2,Ben\n3,Cy\n2,Di\n",
        ("Ada", "Ben < Ada", "Cy < Ben", "Di < Ada"),
    ),
    Export(
        "nodes-edges",
        "json",
        '{"nodes":[{"id":"a","label":"Ada"},{"id":"b","label":"Ben"}],"edges":[{"from":"a","to":"b"}]}',
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "toml-like-json-data",
        "json",
        '{"data":{"users":[{"id":"1","fullName":"Ada"},{"id":"2","fullName":"Ben","supervisorId":"1"}]}}',
        ("Ada", "Ben < Ada"),
    ),
    Export(
        "personio-api",
        "json",
        '{"success":true,"data":[{"type":"Employee","attributes":{"id":{"label":"ID","value":1},"first_name":{"label":"First name","value":"Ada"},"last_name":{"label":"Last name","value":"Okafor"},"supervisor":{"label":"Supervisor","value":null}}},{"type":"Employee","attributes":{"id":{"label":"ID","value":2},"first_name":{"label":"First name","value":"Ben"},"last_name":{"label":"Last name","value":"Li"},"supervisor":{"label":"Supervisor","value":{"type":"Employee","attributes":{"id":{"value":1},"first_name":{"value":"Ada"}}}}}}]}',
        ("Ada Okafor", "Ben Li < Ada Okafor"),
    ),
    Export(
        "dot",
        "dot",
        'digraph org { ceo [label="Ada"]; cto [label="Ben"]; ceo -> cto; cto -> dev; dev [label="Cy"]; }',
        ("Ada", "Ben < Ada", "Cy < Ben"),
    ),
)
