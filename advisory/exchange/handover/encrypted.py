"""Encrypt a file with a passphrase in the age format (age-encryption.org/v1), which `age` and `rage` open too, and open one."""

import base64
import re

from advisory.exchange.file.error import FileError

_MAGIC = b"age-encryption.org/v1\n"
_ARMOR, _ARMOR_END = b"-----BEGIN AGE ENCRYPTED FILE-----", b"-----END AGE ENCRYPTED FILE-----"
_RECIPIENT = re.compile(rb"-> (\S+)(?: \S+ (\d{1,3}))?[^\n]*\n")
_MOST_WORK = 20
"""The work factor a file may ask for, as a power of two: 20 takes a second or two, and a gigabyte. `age` writes 18."""


class WrongPassphraseError(FileError):
    """The passphrase doesn't open the file."""


def is_encrypted(data: bytes) -> bool:
    """Whether a file, or its beginning, is in the age format, also as text for an email."""
    return data.startswith((_MAGIC, _ARMOR))


def encrypt(data: bytes, passphrase: str) -> bytes:
    """The file encrypted with the passphrase; takes about a second, on purpose."""
    from pyrage import passphrase as age

    encrypted: bytes = age.encrypt(data, passphrase)
    return encrypted


def decrypt(name: str, data: bytes, passphrase: str) -> bytes:
    """What was encrypted in the file called `name`. Raises WrongPassphraseError, or FileError for a damaged or foreign one."""
    from pyrage import DecryptError
    from pyrage import passphrase as age

    data = _without_armor(name, data)
    recipient = _RECIPIENT.match(data, len(_MAGIC))
    if recipient is None:
        raise FileError(f"{name} is damaged: its first lines are not those of an encrypted file.")
    if recipient[1] != b"scrypt":
        raise FileError(f"{name} was encrypted for a key, not with a passphrase: ask for one with a passphrase.")
    if not recipient[2] or int(recipient[2]) > _MOST_WORK:
        raise FileError(f"{name} would take this computer minutes to open, which no handover of advisory does.")
    try:
        opened: bytes = age.decrypt(data, passphrase)
    except DecryptError as error:
        if str(error).startswith("Decryption"):  # it could be read, but not opened
            raise WrongPassphraseError(f"The passphrase doesn't open {name}.") from None
        raise FileError(f"{name} is damaged: ask for it again.") from None
    return opened


def _without_armor(name: str, data: bytes) -> bytes:
    if not data.startswith(_ARMOR):
        return data
    body, end, _ = data.removeprefix(_ARMOR).partition(_ARMOR_END)
    try:
        plain = base64.b64decode(b"".join(body.split()), validate=True)
    except ValueError:
        plain = b""
    if not end or not plain.startswith(_MAGIC):
        raise FileError(f"{name} is damaged: it is cut off, or was changed on the way.")
    return plain
