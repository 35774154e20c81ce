"""The English headings of every field, in ranks: `jobtitle` before `position` before `role`.

They are those of HR systems (Workday, ADP, BambooHR, UKG, Oracle HCM, SAP SuccessFactors,
PeopleSoft, Personio, HiBob, Rippling, Paycom, Paylocity, Dayforce, Sage, Zoho People, Keka,
Darwinbox, Factorial, Kenjo, Gusto, Deel, Odoo, ERPNext), directories (Entra, Active Directory,
Google, Okta, ServiceNow), charting tools (Visio, draw.io, Lucidchart, Pingboard, Organimi,
OrgChart Now, ChartHop, d3-org-chart), the sample databases (Northwind, Chinook, Oracle HR) and
the UK organograms. Those of other languages are in `languages`.
"""

_MANAGERS = (
    "manager supervisor linemanager reportingmanager directmanager peoplemanager reportsto"
    " reportingto directsupervisor immediatesupervisor immediatemanager primarymanager"
    " primarysupervisor manager1 superior boss"
)
"""What the one is called to whom somebody reports, where headings go on: `Manager Email`."""
_PERSON_NUMBERS = " ".join(
    f"{person}{number}"
    for person in ("employee", "emp", "empl", "ee", "personnel", "person", "staff", "worker",
                   "payroll")
    for number in ("number", "no", "nr", "code")
)  # fmt: skip
"""What the numbers of people are called: `Emp. No.`, `Emp#`, `Payroll No`."""
_PEOPLE = (
    "employment employee worker assignment lifecycle hiring user account active person staff"
    " member job personnel workforce profile empl emp"
)
"""Whose status it is that says whether somebody is there."""


def _of_managers(ends: str, *others: str) -> str:
    """A rank of headings: the words for managers with some endings, and others like them."""
    headings = [f"{manager}{end}" for end in ends.split() for manager in _MANAGERS.split()]
    return " ".join([*headings, *others])


def _statuses() -> tuple[str, ...]:
    """Headings of a status, each in a rank of its own: several stand in one table."""
    ends = ("status", "statuscode", "statusname", "statusdescription", "statusxrefcode",
            "statustypecode")  # fmt: skip
    return tuple(f"{person}{end}" for end in ends for person in _PEOPLE.split())


NEGATED_STATUSES = (
    "suspended", "issuspended", "terminated", "isterminated", "deactivated", "isdeactivated",
    "disabled", "isdisabled", "accountdisabled", "blockcredential", "signinblocked", "archived",
    "isarchived", "deleted", "isdeleted", "inactive", "isinactive",
)  # fmt: skip
"""Headings of columns of yes and no, in which yes says that somebody is not there any more."""

# Each text is one rank, best first: of two headings in one rank either could be meant, so the
# cells decide or the user is asked. Words are as `fold` makes them.
RANKS: dict[str, tuple[str, ...]] = {
    "role": ("role roleid",),
    "title": (
        "jobtitle",
        "businesstitle", "jobtitledescription", "worktitle",
        "title positiontitle",
        "positionname posttitle jobname employeetitle jobposition", "jobdescription",
        "positiondescription",
        "position designation",
        "job jobprofile defaultjob",
        "role",
        "jobid jobcode",
    ),
    "holder": (
        "holder",
        "fullname employeename employeefullname workername holdername incumbentname"
        " personname staffname staffmembername legalname fulllegalname",
        "displayname",
        "lastnamefirstname", "lastfirst namelastfirst namelastsuffixfirstmi formattedname",
        "rootdisplayname", "rootfullname", "payrollname", "postholdername",
        "name",
        "preferredfullname preferreddisplayname",
        "preferredname",
        "employee worker incumbent person teammember staffmember postholder occupant",
    ),
    "first_name": (
        "firstname", "givenname forename namefirst firstnames givennames forenames",
        "legalfirstname", "preferredfirstname", "preferredfirst", "fname first",
    ),
    "last_name": (
        "lastname", "surname familyname namelast sn surnames lastnames", "legallastname",
        "preferredlastname", "preferredlast", "lname last",
    ),
    "department": (
        "departmentname deptname", "department dept", "orgunitname organizationalunitname",
        "orgunit organizationalunit organisationalunit supervisoryorganization",
        "supervisoryorganisation supervisoryorg", "homedepartmentdescription", "homedepartment",
        "departmentdescription", "departmentdesc deptdesc", "workdepartment", "orglevel1",
        "division", "businessunit", "businessunitname", "businessunitdescription", "unit",
        "unitname organizationname organisationname", "subunit",
        "teamname team", "area", "orgunitpath",
        "departmentid deptid departmentcode departmentxrefcode", "homedepartmentcode",
        "organization organisation",
    ),
    "location": (
        "locationname", "location", "worklocation officelocation physicaldeliveryofficename",
        "locationdescription", "worklocationname", "homeworklocation", "office", "officename",
        "site workplace", "worksite", "worksitename",
        "city town", "locationid locationcode",
    ),
    "cost_center": (
        "costcenter costcentre",
        "costcenternumber costcentrenumber costcentercode costcentrecode costcenterid costcentreid",
        "homecostnumber",
        "costcentername costcentrename",
    ),
    "status": (
        "status positionstatus",
        *_statuses(),
        "statuscode", "effectivestatus", "isactive", "active", "accountenabled", "enabled",
        *NEGATED_STATUSES,
    ),
    "start": (
        "start startdate",
        "hiredate employeehiredate dateofhire hiredon joiningdate dateofjoining", "hired",
        "datehired", "joined", "datejoined", "doj", "employmentstartdate originalhiredate",
        "lasthiredate", "latesthiredate", "workstartdate",
    ),
    "end": (
        "end enddate",
        "terminationdate leavingdate dateofleaving employeeleavedatetime", "dateofexit",
        "exitdate", "companyexitdate", "leftdate", "leavedate", "leaverdate", "departdate",
        "departuredate", "separationdate", "relievingdate", "dateofrelieving", "terminatedon",
        "lastworkingday", "lastday", "lastdayofwork", "lastdayworked",
        "employmentenddate contractenddate contractend",
    ),
    "fte": ("fte", "ftevalue targetfte fulltimeequivalent"),
    "headcount": ("headcount", "numberofposts numberofpositions"),
    "level": ("level", "joblevel managementlevel", "grade jobgrade paygrade", "band"),
    "assistant": ("assistant", "isassistant"),
    "archetype": ("archetype",),
    "tags": ("tags", "labels"),
    "dotted_lines": (
        "dottedlines dottedline dottedlineto dottedlinemanager dottedlinemanagerid",
        "matrixmanager matrixmanagerid secondarymanager secondarymanagerid functionalmanager",
        "altreportsto", "alternatemanager", "secondmanager", "dottedids dottedlineids",
    ),
    "email": (
        "workemail businessemail companyemail emailprimarywork contactemail", "primaryworkemail",
        "contactworkemail", "workcontactworkemail", "officialemail", "email emailaddress",
        "emailid", "mail", "userprincipalname", "upn",
    ),
    "phone": (
        "workphone", "contactworkphone", "businessphone officephone", "businessphones", "phone",
        "telephone", "phonenumber", "telephonenumber", "contactphone", "mobilephone", "mobile",
        "mobilephonenumber",
        "cellphone", "phonemobile", "mobilenumber",
    ),
    "url": ("url", "hyperlink", "profileurl", "website", "link", "linkedin", "linkedinurl",
            "contacturl"),
    "photo": (
        "photo", "photofile photopath", "picture portrait headshot", "image avatar",
        "profilephoto profilepicture", "photourl", "imageurl", "avatarurl", "pictureurl",
    ),
    "reports_to": (
        _of_managers(
            "id employeeid positionid",
            "parentid parentposition parentpositionid reportstoposition reportstoseniorpost",
            "parentpositioncode mgrid reportstoassociateid reportstoassociateoid",
            "reportstoworkerid managerworkerid supervisorworkerid managerobjectid",
            "reportstoidincompany workreportstoid workmanager managerpersonid managersysid",
            "higherlevelposition supervisorposition managerpostid managerposition",
            "parentpositionnumber parentnodeid parentkey managerkey reportstokey leadid manageruid",
        ),
        _of_managers(
            "userid eeid empid staffid payrollid xrefcode externalcode personioid bobid emplid"
            " guid",
            "linemanagerpersonid reportstouid supervisoruid",
        ),
        "reportsto reportingto reportsdirectlyto reportingline solidlinemanager",
        _of_managers(
            f"number {_PERSON_NUMBERS} code",
            "supervisoreid managereid managerassignmentnumber supervisorprimarycode",
            "primarysupervisorcode managerusername managerlogin managersamaccountname managerdn",
        ),
        _of_managers(
            "email mail workemail emailaddress userprincipalname upn contactworkemail"
            " businessemail",
            "linemanagermailaddress workreportstoemail",
        ),
        "manager supervisor linemanager reportingmanager directmanager peoplemanager mgr boss"
        " superior parent currentmanager primarymanager supervisorprimary primarysupervisor"
        " immediatesupervisor directsupervisor immediatemanager teamlead lead managedby"
        " superiorposition",
        _of_managers(
            "name displayname fullname legalname preferredname lastnamefirstname",
            "supervisornamefirstmilastsuffix workreportstodisplayname",
        ),
        "superiororganization superiororganisation parentorganization parentorganisation"
        " superiorunit parentunit parentorgunit parentdepartment parentdept parentteam"
        " reportstounit reportstodepartment superiorsupervisoryorganization parentname parentcode"
        " parentorg parentgroup",
    ),
    "id": (
        "id",
        "uniqueid uniqueidentifier uid nodeid objectid positionid postid seatid positioncode"
        " positionnumber positionno postuniquereference employeeid empid personid workerid staffid"
        " userid memberid associateid sysid associateoid externalcode personidexternal"
        " employeeidincompany deelid zohoid personoid",
        f"{_PERSON_NUMBERS} badgenumber filenumber assignmentnumber badgeid",
        "eeid emplid payrollid bobid personioid employeexrefcode xrefcode employeeidentifier"
        " employeeref employeereference",
        "accountid",
        "slug key guid uuid externalid",
        "username login samaccountname useraccount loginname",
        "distinguishedname dn objectguid",
        "unitid orgunitid organizationid organisationid unitcode teamid groupid code number no"
        " reference ref identifier boxid mat",
    ),
}  # fmt: skip
