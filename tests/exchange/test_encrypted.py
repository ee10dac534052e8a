"""An encrypted file is age's own format, and one that can't be opened is refused in a sentence."""

from base64 import b64encode

import pytest
from encrypted_case import age_encrypt, age_open

from advisory.exchange.file.error import FileError
from advisory.exchange.handover.encrypted import WrongPassphraseError, decrypt, encrypt, is_encrypted

WORDS, WHOLE = "four plain words", b'{"advisory_handover": 1}'
ENCRYPTED = age_encrypt(WHOLE, WORDS)


def test_what_another_program_encrypted_is_opened():
    assert is_encrypted(ENCRYPTED)
    assert decrypt("maya.age", ENCRYPTED, WORDS) == WHOLE


@pytest.mark.slow  # encrypting takes long on purpose
def test_what_is_encrypted_here_another_program_opens():
    ours = encrypt(WHOLE, WORDS)
    assert is_encrypted(ours)
    assert WHOLE not in ours
    assert age_open(ours, WORDS) == WHOLE


def test_one_that_went_through_an_email_as_text_is_opened():
    text = (
        b"-----BEGIN AGE ENCRYPTED FILE-----\r\n" + b64encode(ENCRYPTED) + b"\r\n-----END AGE ENCRYPTED FILE-----\r\n"
    )
    assert is_encrypted(text)
    assert decrypt("maya.age", text, WORDS) == WHOLE
    with pytest.raises(FileError, match=r"^maya\.age is damaged: it is cut off, or was changed on the way\.$"):
        decrypt("maya.age", text[:90], WORDS)


def test_a_wrong_passphrase_and_whatever_is_no_such_file_are_told_apart():
    with pytest.raises(WrongPassphraseError, match=r"^The passphrase doesn't open maya\.age\.$"):
        decrypt("maya.age", ENCRYPTED, "four other words")
    cases = {
        "maya.age is damaged: ask for it again.": [ENCRYPTED[:-3], ENCRYPTED[:-9] + b"x" + ENCRYPTED[-8:], ENCRYPTED[:120]],
        "maya.age is damaged: its first lines are not those of an encrypted file.": [ENCRYPTED[:30]],
        "maya.age was encrypted for a key, not with a passphrase: ask for one with a passphrase.": [
            age_encrypt(WHOLE, WORDS, stanza=b"-> X25519 b3RoZXI\n")
        ],
        "maya.age would take this computer minutes to open, which no handover of advisory does.": [
            age_encrypt(WHOLE, WORDS, stanza=b"-> scrypt c2FsdA 24\n"), age_encrypt(WHOLE, WORDS, stanza=b"-> scrypt c2FsdA\n")
        ],
    }  # fmt: skip
    for sentence, files in cases.items():
        for file in files:
            with pytest.raises(FileError) as refused:
                decrypt("maya.age", file, WORDS)
            assert str(refused.value) == sentence
