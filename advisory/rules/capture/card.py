"""The grammar of the capture line, as the help shows it."""

GRAMMAR: tuple[tuple[str, str], ...] = (
    ("ama", "Whose note: the beginning of any part of the name."),
    ("ama,ben", "Several students, with no space between them."),
    ("noah_b", "Type a space inside a name as _."),
    ("yest:", "Then the day, such as mon: -2: 9/9: 2026-09-09:"),
    ("#lab", "A tag."),
    ("~5", "At the start or end: it took five minutes."),
    ("*", "At the start or end: something to celebrate."),
    ("<", "At the start or end: the student started it."),
    ("%pho", "How: phone, text, email, video, home visit …"),
    ("!share", "Who may read it: !private, !share, !staff."),
    (">fri …", "You promise what follows: >today, >+3, >12/12 …"),
    (">next period …", "A promise due by the next advisory period."),
    (">someday …", "A promise with no due date."),
    ("..", "At the end: a note to finish later."),
    ("\\#lab", "After a backslash, a word is only a word."),
)
"""Mark → its explanation, in the order in which marks appear in a line."""
