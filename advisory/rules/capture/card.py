"""The grammar of the capture line, as the help shows it."""

GRAMMAR: tuple[tuple[str, str], ...] = (
    ("ama", "Whose note: the beginning of any part of the name."),
    ("ama,ben", "Several, with no space; noah_b for Noah B."),
    ("yest:", "Then the day, such as mon: -2: 9/9: 2026-09-09:"),
    ("#lab", "A tag."),
    ("~5", "At the start or end: it took five minutes."),
    ("* ?", "At the start or end: to celebrate; a concern."),
    ("<", "At the start or end: the student started it."),
    ("%pho", "How: phone, text, email, video, home visit …"),
    ("!share", "Who may read it: !private, !share, !staff."),
    ("&family", "The kind: &observation, &conference …"),
    ("@aunt", "With whom in the family: a name or relation."),
    ("-no_answer", "At the start or end: not reached; -absent … or F3."),
    (">fri …", "You promise what follows: >today, >+3, >12/12 …"),
    (">fri @stu …", "The student's promise; or @family, @staff."),
    (">someday …", "With no due date; or >next period …"),
    ("..", "At the end: a note to finish later."),
    ("\\#lab", "After a backslash, a word is only a word."),
)
"""Mark → its explanation, in the order in which marks appear in a line."""
