"""A span of days in few cells: no month twice, and the year only where it is another school year's."""

from datetime import date

from each_row import each_row
from record_case import TODAY

from advisory.tui.words.span import span_words


@each_row(
    ("starts_on", "ends_on", "words"),
    [
        (date(2026, 11, 26), date(2026, 11, 26), "Thu Nov 26"),
        (date(2026, 11, 26), date(2026, 11, 27), "Thu Nov 26 – Fri 27"),
        (date(2026, 8, 31), date(2026, 12, 18), "Mon Aug 31 – Fri Dec 18"),
        (date(2026, 12, 19), date(2027, 1, 3), "Sat Dec 19 – Sun Jan 3"),
        (date(2027, 8, 30), date(2028, 1, 14), "Mon Aug 30 – Fri Jan 14, 2028"),
        (date(2025, 11, 27), date(2025, 11, 27), "Thu Nov 27, 2025"),
        (date(2026, 1, 5), date(2027, 1, 5), "Mon Jan 5, 2026 – Tue Jan 5"),
    ],
)
def test_words_for_a_span(starts_on, ends_on, words):
    assert span_words(starts_on, ends_on, TODAY) == words
