"""The English headings of every field, in ranks: `jobtitle` before `position` before `role`.

They are those of HR systems (Workday, ADP, BambooHR, UKG, Oracle HCM, SAP SuccessFactors,
Personio, HiBob, Rippling, Paycom, Sage, Zoho People, Factorial, Kenjo, Gusto, Deel), directories
(Entra, Active Directory, Google, ServiceNow), charting tools (Visio, draw.io, Lucidchart,
Pingboard, OrgChart Now, ChartHop, d3-org-chart), the sample databases (Northwind, Chinook,
Oracle HR) and the UK organograms. Those of other languages are in `languages`.
"""

# Each text is one rank, best first: of two headings in one rank either could be meant, so the
# cells decide or the user is asked. Words are as `fold` makes them.
RANKS: dict[str, tuple[str, ...]] = {
    "role": ("role roleid",),
    "title": (
        "jobtitle",
        "businesstitle", "jobtitledescription", "worktitle",
        "title positiontitle",
        "positionname posttitle jobname employeetitle", "jobdescription", "positiondescription",
        "position designation",
        "job jobprofile",
        "role",
        "jobid jobcode",
    ),
    "holder": (
        "holder",
        "displayname fullname employeename employeefullname workername holdername incumbentname"
        " personname legalname preferredname fulllegalname",
        "lastnamefirstname", "lastfirst namelastfirst namelastsuffixfirstmi formattedname",
        "rootdisplayname", "rootfullname", "payrollname", "postholdername",
        "name",
        "employee worker incumbent person teammember postholder occupant",
    ),
    "first_name": (
        "firstname", "givenname forename namefirst",
        "preferredfirstname legalfirstname", "preferredfirst",
    ),
    "last_name": (
        "lastname", "surname familyname namelast sn",
        "preferredlastname legallastname", "preferredlast",
    ),
    "department": (
        "departmentname deptname", "department dept", "orgunitname organizationalunitname",
        "orgunit organizationalunit organisationalunit supervisoryorganization",
        "supervisoryorganisation supervisoryorg", "homedepartmentdescription", "homedepartment",
        "departmentdescription", "departmentdesc deptdesc", "workdepartment", "orglevel1",
        "division", "businessunit", "businessunitname", "businessunitdescription", "unit",
        "unitname organizationname organisationname",
        "teamname team", "area", "orgunitpath",
        "departmentid deptid departmentcode", "homedepartmentcode", "organization organisation",
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
        "employmentstatus employeestatus", "workerstatus", "assignmentstatus", "lifecyclestatus",
        "isactive", "active", "accountenabled", "enabled",
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
        "exitdate", "leftdate", "lastworkingday", "lastday",
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
        "altreportsto", "alternatemanager", "secondmanager",
    ),
    "email": (
        "workemail businessemail companyemail emailprimarywork contactemail", "primaryworkemail",
        "contactworkemail", "workcontactworkemail", "officialemail", "email emailaddress",
        "emailid", "mail", "userprincipalname", "upn",
    ),
    "phone": (
        "workphone", "contactworkphone", "businessphone officephone", "businessphones", "phone",
        "telephone", "phonenumber", "telephonenumber", "contactphone", "mobilephone", "mobile",
        "cellphone", "phonemobile", "mobilenumber",
    ),
    "url": ("url", "profileurl", "website", "link", "linkedin", "linkedinurl", "contacturl"),
    "photo": (
        "photo", "photofile photopath", "picture portrait headshot", "image avatar",
        "profilephoto profilepicture", "photourl", "imageurl", "avatarurl", "pictureurl",
    ),
    "reports_to": (
        "reportstoid managerid supervisorid linemanagerid reportingmanagerid directmanagerid"
        " parentid bossid manageremployeeid supervisoremployeeid parentposition parentpositionid"
        " managerpositionid supervisorpositionid reportstoposition reportstopositionid"
        " reportstoseniorpost parentpositioncode mgrid reportstoassociateid reportstoassociateoid"
        " reportstoemployeeid reportstoworkerid managerworkerid supervisorworkerid managerobjectid"
        " reportstoidincompany workreportstoid workmanager managerpersonid managersysid"
        " higherlevelposition supervisorposition managerpostid managerposition parentpositionnumber"
        " parentnodeid parentkey managerkey reportstokey leadid manageruid",
        "reportsto reportingto reportsdirectlyto reportingline solidlinemanager",
        "managernumber manageremployeenumber supervisoreid supervisornumber managerpersonnumber"
        " managerassignmentnumber supervisoremployeenumber supervisorcode managercode"
        " managerempno supervisorprimarycode primarysupervisorcode reportstonumber"
        " managerusername managerlogin managersamaccountname managerdn",
        "manageremail supervisoremail managermail linemanageremail reportstoemail"
        " manageruserprincipalname managerworkemail manageremailaddress supervisoremailaddress"
        " directmanageremail reportingmanageremail supervisorworkemail managercontactworkemail"
        " managerupn reportstoworkemail workreportstoemail",
        "manager supervisor linemanager reportingmanager directmanager peoplemanager mgr boss"
        " superior parent currentmanager primarymanager supervisorprimary primarysupervisor"
        " immediatesupervisor directsupervisor immediatemanager teamlead lead managedby"
        " superiorposition",
        "managername supervisorname linemanagername managerdisplayname managerfullname"
        " reportstoname reportstolegalname reportstofullname supervisorfullname bossname"
        " directmanagername reportingmanagername managerlegalname managerpreferredname"
        " supervisornamefirstmilastsuffix workreportstodisplayname managerlastnamefirstname"
        " reportstodisplayname",
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
        "employeenumber employeeno empno personnelnumber staffnumber personnelno personnumber"
        " employeecode workernumber badgenumber filenumber assignmentnumber payrollnumber"
        " staffno badgeid",
        "slug key guid uuid externalid",
        "username login samaccountname useraccount loginname",
        "distinguishedname dn objectguid",
        "unitid orgunitid organizationid organisationid unitcode teamid groupid code number no"
        " reference ref identifier boxid mat",
    ),
}  # fmt: skip
