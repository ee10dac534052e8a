"""A small OneRoster set to bend: one class of Ms Okafor's unless a test says otherwise."""

from pathlib import Path

USERS = """sourcedId,status,enabledUser,role,userIds,givenName,familyName,identifier,email,sms,grades,password,preferredGivenName,pronouns
t1,active,true,teacher,,Ngozi,Okafor,,t1@school.example,,,,,
u1,active,true,student,{X:1},Ada,Stone,1001,ada@school.example,555,09,s3cret!,Ace,she/her
u2,,TRUE,Student,,Bo,Vance,1002,bo@school.example,,10,,,
"""
CLASSES = """sourcedId,status,title,classType
c1,active,Crew 4,homeroom
"""
ENROLLMENTS = """sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate
e0,active,c1,t1,teacher,,
e1,active,c1,u1,student,,
e2,,c1,u2,STUDENT,2026-08-24,2027-06-11
"""
SESSIONS = """sourcedId,status,title,type,startDate,endDate
y1,active,2026-2027,schoolYear,2026-08-24,2027-06-11
m1,active,Fall,term,2026-08-24,2027-01-15
m2,active,Spring,Term,2027-01-19T00:00:00Z,2027-06-11T00:00:00Z
"""


def write_set(folder: Path, **files: str) -> Path:
    """Write the set with some files replaced, added, or left out (None)."""
    folder.mkdir(parents=True, exist_ok=True)
    standard = {"users": USERS, "classes": CLASSES, "enrollments": ENROLLMENTS, "academicSessions": SESSIONS}
    for name, text in (standard | files).items():
        if text is not None:
            (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder
