"""Bytes to text: the encodings that news comes in, and what is no text at all."""

import codecs
import re

# How a file begins that is no text, and what to do with it.
_BINARY = (
    (b"%PDF-", "is a PDF", "save its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "is a zip archive or an office document", "unpack it, or save the document as plain text"),
    (b"\xd0\xcf\x11\xe0", "is an old office document", "save it as plain text"),
    (b"{\\rtf", "is an RTF document", "save it as plain text"),
    (b"\x1f\x8b", "is compressed with gzip", "unpack it with gunzip"),
    (b"BZh", "is compressed with bzip2", "unpack it with bunzip2"),
    (b"\xfd7zXZ\x00", "is compressed with xz", "unpack it with unxz"),
    (b"\x89PNG", "is an image", "give a text file"),
    (b"\xff\xd8\xff", "is an image", "give a text file"),
    (b"GIF8", "is an image", "give a text file"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOJIBAKE = re.compile("â€[\x80-\xbf™œ\x9d˜¦“”]|Ã[\x80-\xbf©¨¡³¶¼±]|Â[\xa0£©«»]|ï»¿")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TEXT_CONTROL_SHARE = 0.02


class NotTextError(Exception):
    """Bytes that are no text: what they are, and what to do."""

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(reason)
        self.reason, self.cure = reason, cure


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as Windows-1252, one by one: texts mix both."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in wrong), error.end


codecs.register_error("kg-windows-1252", _as_windows_1252)


def decode(data: bytes) -> tuple[str, str | None]:
    """Return the text of some bytes, without a byte order mark, and a doubt about it for the user, or None.

    UTF-8, UTF-16 and UTF-32 are told by their mark or their form; what is left is Windows-1252, also in between.

    Raises:
        NotTextError: the bytes are an image, an archive, a program or the like.
    """
    _refuse_binary(data)
    mark, encoding = _encoding(data)
    try:
        text, doubt = data[len(mark) :].decode(encoding), None
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise NotTextError(f"is broken {encoding.upper()}", "save it again as UTF-8") from None
        text, doubt = data[len(mark) :].decode("utf-8", "kg-windows-1252"), "is not UTF-8; read as Windows-1252"
    if len(_CONTROL.findall(text[:100_000])) > _TEXT_CONTROL_SHARE * len(text[:100_000]):
        raise NotTextError("is binary, not text", "give a text file")
    return text, doubt or _mojibake(text)


def peek(data: bytes) -> str:
    """Return the text at the beginning of a file, as well as it can be read.

    Raises:
        NotTextError: the bytes are an image, an archive or the like.
    """
    _refuse_binary(data)
    mark, encoding = _encoding(data)
    return data[len(mark) :].decode(encoding, "ignore")


def _encoding(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark, which may be empty, and the encoding."""
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", _guess(data)))


def _refuse_binary(data: bytes) -> None:
    for start, reason, cure in _BINARY:
        if data.startswith(start):
            raise NotTextError(reason, cure)


def _guess(data: bytes) -> str:
    """Guess the encoding where no mark tells it: UTF-16 has a zero in every other byte of English."""
    sample = data[:2000]
    zeros = [sample[place::2].count(0) * 2 / max(len(sample), 1) for place in (0, 1)]
    if max(zeros) > 0.7 and min(zeros) < 0.05:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return "utf-8"


def _mojibake(text: str) -> str | None:
    """Return a doubt where the text was decoded wrongly before it came here."""
    found = _MOJIBAKE.search(text)
    if not found:
        return None
    return f"has garbled characters such as {found.group()!r}; it was saved in a wrong encoding, save it again as UTF-8"
