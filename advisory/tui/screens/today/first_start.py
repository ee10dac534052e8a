"""What an empty caseload says: three ways to begin."""

FIRST_START: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("There is nobody in your caseload yet.", "strong"),
    ("", ""),
    ("I   Import a roster: a file from your school's system,", ""),
    ("    or a plain list with one name on each line.", ""),
    ("N   Add one student by hand.", ""),
    ("?   Every key.   q  Leave.", ""),
    ("", ""),
    ("To look around first, leave and type:  advisory demo", "muted"),
    ("It opens an invented caseload that goes away again.", "muted"),
    ("", ""),
    ("Everything you write stays in one folder on this computer.", "muted"),
)
