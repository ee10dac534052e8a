"""What the rules make of what lies at their edges: as edge_words.txt has it."""

from edge_words_case import WORDS, words
from kept_text import kept


def test_each_rule_makes_of_it_what_is_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
