"""Small files, each bent in one place more: what stands above a header, in a cell, in a status, in the place of a name."""

from ics_case import event
from record_case import TODAY

_HEADER = "First name,Last name\n"
_ROW = "Ada,Stone\n"


def _titles(count: int) -> str:
    return "".join(f"Line {at} of the office\n" for at in range(count)) + _HEADER + _ROW + "Bo,Vance\n"


_ABOVE = (
    *(_titles(count) for count in (1, 3, 4, 29, 30)),
    "# a comment\n" * 4 + _HEADER + _ROW,
    "\n" * 30 + _HEADER + _ROW,
    "School,Lincoln\nDate,9/1/2026\n" + _HEADER + _ROW,
    '"Unclosed" x,y\n' + _HEADER + _ROW,
    "Roster,,\nPrinted,9/1/2026,\nGiven,Family,Grade\nAda,Stone,9\n",
    "Roster,,\nKid,Kin,Room\nAda,Stone,9\n",
    "Kid,Kin,Room\nAda,Stone,9\n",
    "Name,9/1,9/2,9/3\nAda Stone,x,x,x\n",
    "Name,9/1\nAda Stone,x\n",
    "Name,9/1,Room\nAda Stone,x,4\n",
    "Name,,Grade\nFirst,Last,\nAda,Stone,9\n",
    "Name,,Grade\nFirst,Room,\nAda,Stone,9\n",
    "Name,First,Last\nAda Stone,Ada,Stone\n",
    "Name,,Grade\nFirst,Last\nAda,Stone,9\n",
    "Name,\nFirst,Last,Grade\nAda,Stone,9\n",
    "Name,,\nFirst,Last,9\nAda,Stone,8\n",
    "Subject,Start date\nNo school,2026-11-26\n",
    "Summary,DTStart,x\nNo school,2026-11-26,y\n",
    "Name,Principal,School type\nHill,Ms Oak,7-8\n",
    "Name,Principal\nAda Stone,Ms Oak\n",
    "Student name,Principal,School type\nAda Stone,Ms Oak,7-8\n",
    "First name,Last name,Teacher ID\nAda,Stone,1\n",
    "First name,Last name,Teacher ID,Grade\nAda,Stone,1,9\n",
    "Student first name,Student last name,Teacher ID\nAda,Stone,1\n",
    "Section ID,Course name\n1,Algebra\n",
    "First name,Last name,Section ID\nAda,Stone,1\n",
    "Grade,First name,Last name\n9,Ada,Stone,x\n",
    "Grade,Last First\n9,Stone,Ada\n",
    "Grade,LastFirst,Room\n9,Stone,Ada,4\n9,Stone, Ada,4\n",
    "LastFirst,Grade,Room\nStone,Ada,9,4\nStone Ada,9,4,x\n",
    "First,Last,Grade\nLast,First,9\nAda,Stone,9\n",
    '"First name,Last name"\n"Ada,Stone"\n"Bo ""B"",Vance"\n',
    '"First name,Last name",\n"Ada,Stone",\n',
    '"First name,Last name"\nAda,Stone\n',
    '"First name,Last name"\n"Ada,"Stone"\n',
    "ada@x.example,Ada,Stone\nbo@x.example,Bo,Vance\n",
    "1001,Ada,Stone\n1002,Bo,Vance\n",
    "First name,Last name,Email\n",
    "Email,First name,Last name\nada@x.example,Ada,Stone\n",
    "First name|Last name\nAda|Stone\n",
    "sep=;\n\nFirst name;Last name\nAda;Stone\n",
    "sep=:\nFirst name,Last name\nAda,Stone\n",
)
_VALUES = (
    (
        "first,last,grade,student id,email,pronouns\n"
        'Ada,Stone,92%,"=""00071""",n/a,-\n'
        "Bo,Vance,9-Oct,1.0E+11,#REF!,?\n"
        "Cy,Pike,20,#0012,0,she/her\n"
        "Di,Roe,21,12.0,0.0,none\n"
        "Ed,Fox,B+,'0013,x@y.example,keine\n"
        "Flo,Lee,10/9/2026,14.00,\u200bflo@x.example\u200b,(blank)\n"
        "Gus,Ray,8/10,0,null,null\n"
        "Hal,Poe,2026-27,00,NULL,tbd\n"
        "Ivy,Oak,010,=15,unknown,unbekannt\n"
        "Jon,Ash,0,#N/A,n/a,*\n"
        "Kim,Elm,13,1.5,k@x.example,they\n"
        "Lou,Yew,K,1e3,l@x.example,_\n"
        "Max,Fir,Oct-9,'=16,m@x.example,'-\n"
    ),
    "first,last\nNull,Vance\nNULL,Vance\nnull,Pike\nNone,Stone\nAda,NA\nn/a,Poe\nEmpty,Fox\n-,Lee\n0,Ray\n",
    (
        "first,last\nPoints,Possible\nTest,Student\nStudent,Test\nTotal,\nTotal,12\nGrand total:,12\n,Total students: 12\n"
        "12,students\nCount of students,12\nAverage,Joe\nMean,Girl\nPage,1\nPrinted by,Ms Lind\nSource: the office,x\n"
        "Confidential,x\n**,**\n©,2026\n10:15,Ada\nAda,9/1/2026\nRoom,12\nRoom 12,Ada\nB-12,Ada\nAda,101\nStand,Still\n"
    ),
    "Name\nTotal students: 12\nAda Stone\nRoom 12\nEnd of report\nTotal Eclipse\n",
    f"first,last\n{'A' * 1000},{'B' * 1000}\n{'A' * 1000}A,B\n",
    "first,last,email\nAda,Stone,f@x.example\nBo,Stone,F@x.example\nAda,Stone,f@x.example\nAda,Stone,g@x.example\n",
    "first,last,student id,email\nAda,Stone,1,f@x.example\nAda,Stone,2,f@x.example\nAda,Stone,,f@x.example\nBo,Pike,2,\n",
    "first,last,grade\nAda,Stone,9,x\nBo,Vance,9,,\nCy,Pike,9,extra,more\nDi\n",
    'Name,Grade\nStone, Ada,9\n"Vance, Bo",10\nPike, Cy, Jr.,11\n',
    'Name,Email\nStone,Ada,ada@x.example\n"Sto"ne,bo@x.example\n',
    "lastfirst,student_number\nO'Neil Ann,5\nNeil,6\n",
    "Full name\nvan der Berg, Anna\nAnna van der Berg\nde la Cruz Maria\nMaria de la Cruz Sanz\nSam Lee III\nSam Lee Jr.\nDr. Sam Lee\n",
    "Last,Second last,First\nRuiz,Paz,Ana\nRuiz,,Eva\n",
    "Nachname,Vorname,Klasse\nMüller,Jörg,9b\n",
    "姓名,年级\n王小明,九年级\n欧阳 明,9\n",
)
_STANDING = (
    "first,last,status\n"
    + "".join(
        f"{chr(65 + at)}l,Stone,{word}\n"
        for at, word in enumerate(
            (
                "active", "Enrolled (9/1)", "Dropped 9/12", "withdrawn on 9/12/2026", "Graduated - 2026", "graduating",
                "Inactive", "pre-registered", "T", "on leave", "yes", "no", "1", "0", "mystery", "", "Left since 2026-09-01",
            )
        )
    ),
    "first,last,enroll_status\n" + "".join(f"{chr(65 + at)}l,Stone,{code}\n" for at, code in enumerate(("0", "-1", "1", "2", "3", "4", "5"))),
    "first,last,active\nAda,Stone,1\nBo,Vance,0\nCy,Pike,true\nDi,Roe,2\n",
    "first,last,role\n" + "".join(f"{chr(65 + at)}l,Stone,{role}\n" for at, role in enumerate(("student", "Teacher", "co-teacher", "Parent", "TA", "", "wizard", "learner"))),
    "first,last,exit date\n"
    + "".join(
        f"{chr(65 + at)}l,Stone,{day}\n"
        for at, day in enumerate(
            (
                TODAY.isoformat(), "2026-11-24", "2026-11-22", "11/23/2026", "24.11.2026", "9/1/26", "1/9/27", "12/11/2026",
                "13-11-2026", "soon", "2026", "", "9/1/2026 8:00", "31/31/2026", "2026-13-01",
            )
        )
    ),
    (
        "first,last,status,exit date\nAda,Stone,active,2026-09-01\nBo,Vance,transferred,2026-09-01\nCy,Pike,graduated,\nDi,Roe,active,2027-06-01\n"
        "Ed,Fox,graduated,2026-09-01\nFlo,Lee,pre-registered,2026-09-01\nGus,Ray,graduated,soon\nHal,Poe,mystery,soon\nIvy,Oak,,soon\nJon,Ash,,9/1/2026\n"
    ),
    "first,last,status\nAda,Stone,mystery\nBo,Vance,riddle\nCy,Pike,mystery\nDi,Roe,puzzle\nEd,Fox,enigma\n",
    "first,last,role,status\nAda,Stone,teacher,graduated\nBo,Vance,student,graduated\n",
)  # fmt: skip
_LISTS = (
    "Advisory 9B\nAda Stone\nBo Vance\nCy Pike\n",
    "Ada Stone\nBo Vance\nCy Pike\nClass of 2027\n",
    "Ada Stone\nBo Vance\nSchool Girl\nHomeroom Lee\n",
    "Ada Stone, Bo Vance, Cy Pike\nDi Roe\nEd Fox\n",
    "Stone, Ada, 9\nVance, Bo, 10\nPike, Cy\n",
    "Stone, Ada\nVance, Bo, 10\nPike, Cy\n",
    "Ada\tStone\nBo\tVance\n",
    "Ada Stone\n\nBo\n,\nCher,\n, Ada\n",
    "1) Ada Stone\n2) Bo Vance\n12. Cy Pike\n3.Di Roe\n- Ed Fox\n*Flo Lee\n",
    "a b c d e f g h Ada Stone\nBo Vance\nCy Pike\n",
    '"Ada Stone"\n"Stone, Bo"\n""\n" "\n',
    "#\n# Ada Stone\nBo Vance\n",
    "Ada Stone\nBo | Vance\nCy; Pike\nDi Roe\nEd Fox\n",
    "Ada Stone Jr.\nBo van der Vance\nMaría José García López\nJ. R. Poe\nO'Neil\n",
    "\ufeffAda Stone\nBo Vance\n",
)
BENT = (*_ABOVE, *_VALUES, *_STANDING, *_LISTS)
"""All of them, in the order of as_read.txt."""

_DAY = "20261126T000000"
_HOURS = ("20261126T080000", "DTEND:20261126T150000")
EVENTS_BENT = (
    event(_DAY, "DTEND:20261126T240000"),
    event(_DAY, "DTEND:20261126T235959"),
    event(_DAY, "DTEND:20261126T235858"),
    event(_DAY, "DTEND:20261126T230000"),
    event(_DAY, "DTEND:20261126T000000"),
    event(_DAY),
    event("20261126T000001", "DTEND:20261126T000001"),
    event("20261126T000001", "DTEND:20261127T000000"),
    event("20261126T000001", "DTEND:20261127T235900"),
    event(_DAY, "DTEND;VALUE=DATE:20261128"),
    event("20261126", "DTEND:20261128T120000"),
    *(event(*_HOURS, f"{name}:{value}") for name in ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY") for value in ("TRUE", "1", "FALSE")),
    event("20261126T080000", "DTEND:20261128T150000", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:true"),
    event(*_HOURS, title="No school"),
    event(*_HOURS, "RRULE:FREQ=DAILY;COUNT=2", title="No school"),
    event("20261126", "DURATION:-P1D"),
    event("20261126", "DURATION:P1D"),
    event(_DAY, "DURATION:P2D"),
    event(_DAY, "DURATION:P9999999D"),
    event("20261126", "DTEND;VALUE=DATE:00010101"),
    event("20261126", "DTEND;VALUE=DATE:22000101"),
    event("22001231", "DTEND;VALUE=DATE:22010101"),
    event("19000101", "DTEND;VALUE=DATE:19000102"),
    event("00010101T000000Z"),
    event("99991231T235959Z"),
    event("20261126T250000"),
    event("20261126T126100"),
    event("20261126T120075"),
    event("2026-11-26"),
    event("2026-11-26T00:00:00.000+00:00"),
    event("20261301"),
    *(event("20261126", f"{name}:soon") for name in ("DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID")),
    event("20261126", "RDATE;VALUE=PERIOD:20261203T000000Z/P1D"),
    event("20261126", "RDATE;VALUE=DATE:20261203", "EXDATE;VALUE=DATE:20261126"),
    event("20261126", "RRULE:FREQ=WEEKLY;COUNT=2;"),
    event("20261126", "RRULE:FREQ=WEEKLY;UNTIL=20261203T235959Z"),
    event("20261126", "RRULE:FREQ=WEEKLY;UNTIL=20261202"),
    event("20261126", "RRULE:FREQ=MONTHLY;BYDAY=-1TH;COUNT=3"),
    event("20261126", "RRULE:FREQ=MONTHLY;BYDAY=5MO;COUNT=2"),
    event("20261126", "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,25"),
    event("20261126", "RRULE:FREQ=WEEKLY;BYDAY=TH,FR;INTERVAL=2;COUNT=4"),
    event("20261126", "RRULE:FREQ=WEEKLY;WKST=SU;COUNT=2"),
    event("20261126", "RRULE:FREQ=MONTHLY;COUNT=100000"),
    event("20261126", "RRULE:FREQ=MONTHLY;COUNT=100001"),
    event("20261126", "RRULE:FREQ=YEARLY;BYMONTH=0"),
    event("20261126", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-31;COUNT=1"),
    event("20261126", "RRULE:FREQ=MONTHLY;BYMONTHDAY=0"),
    event("20261126", "STATUS: Canceled "),
    event("20261126", "STATUS:CONFIRMED"),
    event("20261126", "CATEGORIES:Holiday,No\\, really,,Closed"),
    event("20261126", title="No&nbsp;school &amp;#39;today&amp;#39; <b>really</b> <x>"),
    event("20261126", title="a\\, b\\; c\\\\d\\ne"),
    event("20261126", "SUMMARY;ENCODING=QUOTED-PRINTABLE:=C3=A9t=C3=A9", title=""),
    event("20261126", "SUMMARY;ENCODING=QUOTED-PRINTABLE:=E9t=E9", title=""),
    event("20261126", "SUMMARY;LANGUAGE=en:Second"),
    event("20261126", "BEGIN:VALARM", "SUMMARY:An alarm", "END:VALARM", title=""),
    *(
        f"DTSTART;TZID={zone}:{_DAY}\r\nDTEND;TZID={zone}:20261127T000000\r\nSUMMARY:In {zone}"
        for zone in ("America/New_York", '"America/New_York"', "Nowhere", "(UTC-05:00) Eastern Time (US & Canada)", "Eastern Standard Time", "")
    ),
    *(event(f"20261126T{hour}0000Z", f"DTEND:20261127T{hour}0000Z", title=f"From {hour} UTC") for hour in ("05", "06", "08", "10", "13", "23")),
    event("20261126T050000Z", "DTEND:20261128T050000Z", title="Two days in UTC"),
    event("20261126T050000Z", "DTEND:20261127T040000Z", title="A short day in UTC"),
    event("20261126T050000Z", "DTEND:20261127T030000Z", title="Too short in UTC"),
    event("20261126T093000Z", "DTEND:20261127T093000Z", title="Half past"),
)  # fmt: skip
"""Events, likewise."""
