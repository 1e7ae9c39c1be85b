"""Bytes to text: by mark, by declaration, by trial, and never by pretending."""

import codecs
import re

from reportedly.errors import IngestError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,120}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

# What browsers read under these names (WHATWG Encoding): the wider Windows page.
_WIDER = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "x-sjis": "cp932",
    "unicode": "utf-8",
}


def decode(body: bytes, media_type: str, url: str) -> str:
    """Return the text of the bytes, without its byte order mark.

    Order: byte order mark, UTF-8 if every byte fits, the declared name, a guess by content.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(body, media_type, url) or _guessed(body, url)


def _declared(body: bytes, media_type: str, url: str) -> str | None:
    header = _HEADER.search(media_type)
    found = _DECLARED.search(body, 0, 4096)
    names = [header.group(1)] if header else []
    if found:
        names.append((found.group(1) or found.group(2)).decode("ascii", "replace"))
    for name in names:
        if not _known(name):
            raise IngestError(f"{url}: unknown encoding {name} (save it as UTF-8 and add it again)")
        text = _tried(body, _WIDER.get(name.lower(), name))
        if text is not None:
            return text
    return None


def _known(name: str) -> bool:
    try:
        codecs.lookup(_WIDER.get(name.lower(), name))
    except (LookupError, ValueError):
        return False
    return True


def _tried(body: bytes, name: str) -> str | None:
    """Decode leniently: a page with a few broken bytes is still that encoding."""
    try:
        text = body.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    broken = text.count("\ufffd")
    return text if broken <= max(8, len(text) // 100) else None


def _guessed(body: bytes, url: str) -> str:
    import charset_normalizer  # noqa: PLC0415 - woken only for pages that say nothing

    # A long page is judged by its first part; the whole is then decoded leniently.
    best = charset_normalizer.from_bytes(body[:200_000]).best()
    text = _tried(body, best.encoding) if best else None
    if text is None:
        raise IngestError(f"{url}: unknown encoding (save it as UTF-8 and add it again)")
    return text
