"""What the rules make of what lies at their edges: as edge_words.txt has it."""

from edge_words_case import WORDS, words


def test_each_rule_makes_of_it_what_is_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
