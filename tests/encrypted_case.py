"""The age format (age-encryption.org/v1, passphrase only) written out in plain Python, independently of the library.

It encrypts with a work factor that takes no time, and opens what the program encrypted.
"""

import hashlib
import hmac
from base64 import b64decode, b64encode

MAGIC = b"age-encryption.org/v1"
_CHUNK = 64 * 1024
_P = 2**130 - 5


def age_encrypt(data: bytes, passphrase: str, work: int = 2, stanza: bytes = b"") -> bytes:
    key, salt, nonce = b"k" * 16, b"s" * 16, b"n" * 16
    stanza = stanza or b"-> scrypt " + _encoded(salt) + b" %d\n" % work
    body = _encoded(_box(_wrap_key(passphrase, salt, work), bytes(12), key))
    header = b"%s\n%s%s\n---" % (MAGIC, stanza, body)
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)] or [b""]
    encrypted = b"".join(_box(_hkdf(key, nonce, b"payload"), _count(at, chunks), one) for at, one in enumerate(chunks))
    return header + b" " + _encoded(_mac(key, header)) + b"\n" + nonce + encrypted


def age_open(file: bytes, passphrase: str) -> bytes:
    header, _, rest = file.partition(b"\n---")
    mac, _, payload = rest.partition(b"\n")
    magic, stanza, body = header.split(b"\n")
    arrow, kind, salt, work = stanza.split()
    assert (magic, arrow, kind) == (MAGIC, b"->", b"scrypt")
    key = _unbox(_wrap_key(passphrase, _decoded(salt), int(work)), bytes(12), _decoded(body))
    assert _decoded(mac.strip()) == _mac(key, header + b"\n---")
    nonce, payload = payload[:16], payload[16:]
    size = _CHUNK + 16
    chunks = [payload[at : at + size] for at in range(0, len(payload), size)]
    return b"".join(_unbox(_hkdf(key, nonce, b"payload"), _count(at, chunks), one) for at, one in enumerate(chunks))


def _count(at: int, chunks: list[bytes]) -> bytes:
    return at.to_bytes(11, "big") + bytes([at == len(chunks) - 1])


def _wrap_key(passphrase: str, salt: bytes, work: int) -> bytes:
    whole = MAGIC + b"/scrypt" + salt
    return hashlib.scrypt(passphrase.encode(), salt=whole, n=2**work, r=8, p=1, dklen=32, maxmem=2**31 - 1)


def _mac(key: bytes, header: bytes) -> bytes:
    return hmac.digest(_hkdf(key, b"", b"header"), header, "sha256")


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return hmac.digest(hmac.digest(salt or bytes(32), key, "sha256"), info + b"\x01", "sha256")


def _encoded(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")


def _decoded(text: bytes) -> bytes:
    return b64decode(text + b"=" * (-len(text) % 4))


def _box(key: bytes, nonce: bytes, data: bytes) -> bytes:
    """ChaCha20-Poly1305 of RFC 8439, without additional data."""
    encrypted = _xor(data, key, nonce)
    return encrypted + _tag(key, nonce, encrypted)


def _unbox(key: bytes, nonce: bytes, box: bytes) -> bytes:
    encrypted, tag = box[:-16], box[-16:]
    assert tag == _tag(key, nonce, encrypted)
    return _xor(encrypted, key, nonce)


def _tag(key: bytes, nonce: bytes, encrypted: bytes) -> bytes:
    one_time = _block(key, nonce, 0)
    r = int.from_bytes(one_time[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    padded = encrypted + bytes(-len(encrypted) % 16) + bytes(8) + len(encrypted).to_bytes(8, "little")
    total = 0
    for at in range(0, len(padded), 16):
        total = (total + int.from_bytes(padded[at : at + 16] + b"\x01", "little")) * r % _P
    return ((total + int.from_bytes(one_time[16:32], "little")) % 2**128).to_bytes(16, "little")


def _xor(data: bytes, key: bytes, nonce: bytes) -> bytes:
    stream = b"".join(_block(key, nonce, 1 + at) for at in range(-(-len(data) // 64)))
    return bytes(a ^ b for a, b in zip(data, stream, strict=False))


def _block(key: bytes, nonce: bytes, counter: int) -> bytes:
    words = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]
    words += [
        int.from_bytes((key + counter.to_bytes(4, "little") + nonce)[at : at + 4], "little") for at in range(0, 48, 4)
    ]
    state = words.copy()
    for _ in range(10):
        for a, b, c, d in (
            (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
        ):  # fmt: skip
            for one, other, into, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                state[one] = (state[one] + state[other]) & 0xFFFFFFFF
                turned = state[into] ^ state[one]
                state[into] = (turned << by | turned >> (32 - by)) & 0xFFFFFFFF
    return b"".join(((a + b) & 0xFFFFFFFF).to_bytes(4, "little") for a, b in zip(state, words, strict=True))
