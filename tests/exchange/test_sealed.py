"""A sealed file is age's own format, and one that can't be opened is refused in a sentence."""

from base64 import b64encode

import pytest
from sealed_case import age_open, age_seal

from advisory.exchange.file.error import FileError
from advisory.exchange.handover.sealed import WrongPassphraseError, is_sealed, seal, unseal

WORDS, WHOLE = "four plain words", b'{"advisory_handover": 1}'
SEALED = age_seal(WHOLE, WORDS)


def test_what_another_program_sealed_is_opened():
    assert is_sealed(SEALED)
    assert unseal("maya.age", SEALED, WORDS) == WHOLE


@pytest.mark.slow  # sealing takes long on purpose
def test_what_is_sealed_here_another_program_opens():
    ours = seal(WHOLE, WORDS)
    assert is_sealed(ours)
    assert WHOLE not in ours
    assert age_open(ours, WORDS) == WHOLE


def test_one_that_went_through_an_email_as_text_is_opened():
    text = b"-----BEGIN AGE ENCRYPTED FILE-----\r\n" + b64encode(SEALED) + b"\r\n-----END AGE ENCRYPTED FILE-----\r\n"
    assert is_sealed(text)
    assert unseal("maya.age", text, WORDS) == WHOLE
    with pytest.raises(FileError, match=r"^maya\.age is damaged: it is cut off, or was changed on the way\.$"):
        unseal("maya.age", text[:90], WORDS)


def test_a_wrong_passphrase_and_whatever_is_no_such_file_are_told_apart():
    with pytest.raises(WrongPassphraseError, match=r"^The passphrase doesn't open maya\.age\.$"):
        unseal("maya.age", SEALED, "four other words")
    cases = {
        "maya.age is damaged: ask for it again.": [SEALED[:-3], SEALED[:-9] + b"x" + SEALED[-8:], SEALED[:120]],
        "maya.age is damaged: its first lines are not those of a sealed file.": [SEALED[:30]],
        "maya.age was sealed for a key, not with a passphrase: ask for one with a passphrase.": [
            age_seal(WHOLE, WORDS, stanza=b"-> X25519 b3RoZXI\n")
        ],
        "maya.age would take this computer minutes to open, which no handover of advisory does.": [
            age_seal(WHOLE, WORDS, stanza=b"-> scrypt c2FsdA 24\n"), age_seal(WHOLE, WORDS, stanza=b"-> scrypt c2FsdA\n")
        ],
    }  # fmt: skip
    for sentence, files in cases.items():
        for file in files:
            with pytest.raises(FileError) as refused:
                unseal("maya.age", file, WORDS)
            assert str(refused.value) == sentence
