"""The grammar of the capture line, as the help shows it."""

GRAMMAR: tuple[tuple[str, str], ...] = (
    ("ama", "Whose note: how any part of the name begins."),
    ("ama,ben", "Several students; no blank between them."),
    ("noah_b", "A blank inside a name is typed as _."),
    ("yest:", "Then the day: mon: -2: 9/9: 2026-09-09:"),
    ("#lab", "A tag."),
    ("~5", "First or last: it took five minutes."),
    ("*", "First or last: something to celebrate."),
    ("<", "First or last: the student started it."),
    ("%pho", "How: phone, text, email, video, home visit …"),
    ("!share", "Who may read it: !private, !share, !staff."),
    (">fri …", "I promise what follows: today, +3, 12/12 …"),
    (">next period …", "By the next advisory period."),
    (">someday …", "A promise without a day."),
    ("..", "At the end: a jot to finish later."),
    ("\\#lab", "After a backslash a word is only a word."),
)
"""Mark → its explanation, in the order in which marks appear in a line."""
