"""Recognize a workbook by its first bytes, and unpack it without believing the sizes it claims."""

import io
import re
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from advisory.exchange.file.error import FileError
from advisory.exchange.file.on_disk import as_size

LARGEST = 64 * 1024 * 1024
"""The most bytes of a workbook, unpacked: far more than the list of a whole district."""
MOST_CELLS = 4_000_000
"""The most cells between the first and the last: the reader holds them all, the empty ones too."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_SHEET, _EXCEL, _BINARY = b"application/vnd.oasis.opendocument.spreadsheet", "xl/workbook.xml", "xl/workbook.bin"
_LONGEST_TYPE = 100
_DOCUMENTS = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a presentation",
    "application/vnd.oasis.opendocument.text": "a text document",
    "application/vnd.oasis.opendocument.presentation": "a presentation",
    "application/epub+zip": "a book",
}
"""A part of a zip, or how its mimetype begins → what the zip is."""
_NEEDED = re.compile(
    r"(?:mimetype|content\.xml|META-INF/manifest\.xml|\[Content_Types\]\.xml|_rels/.*|xl/[^/]*|xl/(?:_rels|worksheets)/.*)\Z"
)
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_MANIFEST, _ENCRYPTION = "META-INF/manifest.xml", b"encryption-data"
_LETTERS = 26
_IS_LOCKED = 0x1
_MOST_PARTS = 5000
_LISTED = b"PK\x01\x02"
"""The bytes that begin each part's entry in the directory of a zip."""


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook: .xlsx, .xlsb, .xls or .ods. Their names are not looked at."""
    if data.startswith(_OLE):
        return True
    names, mimetype = _named(data)
    return bool(names & {_EXCEL, _BINARY}) or (mimetype.startswith(_OPEN_SHEET) and "content.xml" in names)


def other_document(data: bytes) -> str:
    """What kind of document of another program a zip is, and what to do; "" if it is none."""
    names, mimetype = _named(data)
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names) or "Index.zip" in names:
        return "is a Numbers or Pages file; export it as Excel or CSV"
    for part, what in _DOCUMENTS.items():
        if part in names or mimetype.startswith(part.encode()):
            return f"is {what}, not a roster; copy its table into a spreadsheet, and save that as .xlsx or CSV"
    return ""


def _named(data: bytes) -> tuple[set[str], bytes]:
    """The names of the parts of a zip, and how its part called mimetype begins; nothing if it can't be read."""
    if not data.startswith(_ZIP) or data.count(_LISTED) > _MOST_PARTS:  # reading such a list takes seconds
        return set(), b""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" not in names:
                return names, b""
            with archive.open("mimetype") as part:
                return names, part.read(_LONGEST_TYPE)
    except Exception:  # noqa: BLE001 - zipfile documents no complete list of what it raises for damaged bytes
        return set(), b""


class Container:
    """A workbook whose parts are safe to read.

    `parts` maps the name of a part to its bytes, and is empty for an .xls. `data` is the whole, packed again without
    compression, so that nobody has to unpack it a second time.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        """Raises FileError for a workbook that is locked, damaged, too large, or spread too far."""
        self.parts: dict[str, bytes] = {}
        self.data = data
        if data.startswith(_OLE):
            # An .xlsx with a password is wrapped up like an .xls.
            if _ENCRYPTED in data:
                raise locked(path)
            return
        self.parts = _unpack(path, data)
        if _BINARY in self.parts:
            raise FileError(f"{path} is a binary Excel file; open it in Excel, and save it as .xlsx or CSV UTF-8.")
        for part, text in self.parts.items():
            if part.startswith("xl/worksheets/"):
                _refuse_spread(path, text)
        if _MANIFEST in self.parts and _ENCRYPTION in self.parts[_MANIFEST]:
            raise locked(path)
        self.data = _packed(self.parts)

    @property
    def open_sheets(self) -> bytes:
        """The sheets of an .ods; nothing for any other workbook."""
        return b"" if self.is_xlsx else self.parts.get("content.xml", b"")

    @property
    def is_xlsx(self) -> bool:
        """Whether the parts were checked for cells that lie too far apart, so that reading them is safe."""
        return _EXCEL in self.parts


def locked(path: Path) -> FileError:
    """The error for a workbook that needs a password."""
    return FileError(f"{path} is locked with a password; open it, take the password away, and save it again.")


def damaged(path: Path) -> FileError:
    """The error for bytes that look like a workbook and can't be read as one."""
    return FileError(f"{path} is a damaged workbook, or of a kind that can't be read; save it as .xlsx or CSV UTF-8.")


def too_spread(path: Path, rows: int, columns: int) -> FileError:
    """The error for a sheet whose cells would fill the memory."""
    return FileError(
        f"{path} has a sheet of {rows:,} rows and {columns:,} columns, so it is no list of students; "
        "delete what stands far below or beside the list, and save it again."
    )


def column_number(letters: str) -> int:
    """The number of a column, from 1: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _unpack(path: Path, data: bytes) -> dict[str, bytes]:
    """The parts that hold cells. Bytes are counted as they are inflated, since a zip may claim any size."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            needed = [info for info in archive.infolist() if _NEEDED.match(info.filename)]
            if any(info.flag_bits & _IS_LOCKED for info in needed):
                raise locked(path)  # noqa: TRY301 - goes through as it is
            return _inflate_all(path, archive, needed)
    except FileError:
        raise
    except Exception as error:  # zipfile documents no complete list of what it raises for damaged bytes
        raise damaged(path) from error


def _inflate_all(path: Path, archive: ZipFile, infos: Sequence[ZipInfo]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    room = LARGEST
    for info in infos:
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:  # no spreadsheet uses others; they unpack all at once
            raise damaged(path)
        parts[info.filename] = _inflate(archive, info, room + 1)
        room -= len(parts[info.filename])
        if room < 0:
            raise FileError(f"{path} unpacks to more than {as_size(LARGEST)}, so it is no list of students.")
    return parts


def _inflate(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    """The first `most` bytes of a part. The claimed size is overwritten, or reading would stop there."""
    info.file_size = most + 1
    with archive.open(info) as part:
        return part.read(most)


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name), data)
    return packed.getvalue()


def _refuse_spread(path: Path, sheet: bytes) -> None:
    rows = columns = 1
    for letters, digits in set(_CELL.findall(sheet)):
        rows = max(rows, int(digits))
        columns = max(columns, column_number(letters.decode()))
    if rows * columns > MOST_CELLS:
        raise too_spread(path, rows, columns)
