import pytest
from each_row import each_row

from advisory.exchange.file.error import FileError
from advisory.exchange.file.text import read_text

NAMES = "Zoë Müller\r\n王 小明\r\n"


@each_row("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_a_mark(encoding):
    text = read_text("names.txt", NAMES.encode(encoding))

    assert text.lines == ["Zoë Müller\r\n", "王 小明\r\n"]
    assert not text.notices


def test_big_endian_with_its_mark():
    assert read_text("names.txt", b"\xfe\xff" + NAMES.encode("utf-16-be")).lines[0] == "Zoë Müller\r\n"


def test_windows_1252_is_read_with_a_notice_of_the_lines():
    text = read_text("names.txt", "Ada Stone\nRenée Brontë–Œuvre\n".encode("cp1252"))

    assert text.lines[1] == "Renée Brontë–Œuvre\n"
    assert text.notices == ("names.txt is not all UTF-8: line 2 read as Windows-1252; look at the accents there.",)


def test_one_line_of_another_encoding_does_not_spoil_the_others():
    text = read_text("names.txt", "Zoë Müller\nSøren Ng\n王 小明\n".encode() + "José Núñez\n".encode("cp1252"))

    assert text.lines == ["Zoë Müller\n", "Søren Ng\n", "王 小明\n", "José Núñez\n"]


def test_a_windows_1252_line_that_could_be_utf_8_follows_the_others():
    text = read_text("names.txt", "José Núñez\nAda Brontë–Œuvre\n".encode("cp1252"))

    assert text.lines == ["José Núñez\n", "Ada Brontë–Œuvre\n"]
    assert "lines 1 and 2 read as Windows-1252" in text.notices[0]


@each_row("data", [b"", b"\xef\xbb\xbf", b"\r\n \r\n", b"\xff\xfe\r\0\n\0", b"\0\0"])
def test_nothing_to_read(data):
    with pytest.raises(FileError, match=r"names\.txt is empty"):
        read_text("names.txt", data)


@each_row(
    ("data", "said"),
    [
        (b"%PDF-1.7 rest", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office file"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>Sign in", "web page"),
        (b' [{"given": "Ada"}]', "JSON"),
        (bytes(range(256)) * 16, "not text"),
        (b"\xff\xfeA", "not text"),
        ("Ada Stone\n".encode("utf-16-le"), "not text"),
        (b"D" * 4096, "not text"),
    ],
)
def test_what_is_no_text_is_named(data, said):
    with pytest.raises(FileError, match=f"^names.txt .*{said}"):
        read_text("names.txt", data)
