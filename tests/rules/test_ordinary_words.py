"""The lists of ordinary words that are also names: each whole, of words alone, and what is taken from one and added to another."""

from advisory.rules.names.reading import ordinary_word

LISTS = {name: words for name, words in vars(ordinary_word).items() if isinstance(words, frozenset)}
SOME = {
    "PARTICLES": "abu zu",
    "GRAMMAR": "a your",
    "FOREIGN": "ah sa",
    "BEFORE_WITH": "all you",
    "DAYS": "monday sunday",
    "BEFORE_DAYS": "on since",
    "PERSONAL": "mark sandy",
    "MODAL": "may shall",
    "VERBS": "may shall bill work",
    "MONTHS": "january december",
    "ORDINARY": "a your january december bill work monday sunday abbot zest sue add zoo al zu",
    "NO_NAMES": "abbot mon min",
    "NICK_WORDS": "ant zay",
    "FOLLOWED_BY": "a your",
    "PRONOUNS": "i to",
    "BEFORE_NAMES": "with beside",
    "AFTER_WITH": "a your",
    "AFTER_NAMES": "is whose also sometimes",
    "AFTER_NOUNS": "is whose",
    "PREPOSITIONS": "by against",
    "ARTICLES": "the those",
    "COPULAS": "is not",
    "ADJECTIVES": "black young",
    "AFTER_ADJECTIVES": "with writer",
    "BEFORE_VERBS": "i not",
    "BEFORE_MONTHS": "in begin",
    "LABELS": "plan an",
}


def test_each_list_holds_words_alone_and_those_that_it_should():
    assert LISTS.keys() == SOME.keys()
    for name, words in LISTS.items():
        assert all(word.isascii() and word.isalpha() and word.islower() for word in words), name
        assert set(SOME[name].split()) <= words, name


def test_what_is_a_name_rather_than_a_word_is_in_no_list_of_words():
    assert {"ben", "della", "abu"}.isdisjoint(ordinary_word.ORDINARY)
    assert {"also", "never", "always", "often", "usually", "sometimes"}.isdisjoint(ordinary_word.AFTER_NOUNS)
    assert ordinary_word.MODAL <= ordinary_word.VERBS <= ordinary_word.ORDINARY <= ordinary_word.NO_NAMES
