"""One page in, one document out; a page that cannot be read is named and refused."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.errors import IngestError
from reportedly.model import Capture, Document

from .captures.captured import digest_of
from .captures.sniffing import sniff
from .formats.safe import Part

MOST_BYTES = 32 * 1024 * 1024  # a page above this is a dump, not an article
_PLAIN = ("text/plain", "text/markdown")
_MARKUP = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")


def read_page(body: bytes, *, url: str, media_type: str | None = None) -> Document:
    """Read one page's bytes into a document with typed blocks and metadata.

    ``media_type`` overrules what the content looks like; its charset is heeded.
    """
    _refuse_hopeless(body, url)
    kind = _essence(media_type) or sniff(body)
    capture = Capture(url, digest_of(body), _with_charset(kind, media_type))
    if kind in _MARKUP:
        from .formats.html import read_html  # noqa: PLC0415 - lxml costs 30 ms that queries never need

        return read_html(body, capture, media_type or kind)
    if kind in _PLAIN:
        from .formats.text import read_text  # noqa: PLC0415 - the same

        return read_text(body, capture, media_type or kind)
    if kind == "application/pdf":
        from .formats.pdf import read_pdf  # noqa: PLC0415 - pdfium, only for PDFs

        return read_pdf(body, capture)
    if kind == "message/rfc822":
        from .formats.mail import read_mail  # noqa: PLC0415 - email costs 15 ms

        return read_mail(body, capture)
    raise IngestError(f"{url}: {kind} is not a page that can be read (try --media-type text/html)")


def words_at(body: bytes, media_type: str, path: str) -> str:
    """Return the words that a block's path finds in the archived bytes.

    The whitespace is that of the document's text. A path that leads nowhere finds no words.
    """
    kind = _essence(media_type) or sniff(body)
    if kind in _PLAIN:
        from .formats.text import words_of_text  # noqa: PLC0415 - loaded with the first page

        return words_of_text(body, media_type, path)
    if kind == "application/pdf":
        from .formats.pdf import words_of_pdf  # noqa: PLC0415 - the same

        return words_of_pdf(body, path)
    if kind == "message/rfc822":
        from .formats.mail import words_of_mail  # noqa: PLC0415 - the same

        return words_of_mail(body, path)
    from .formats.html import words_of_html  # noqa: PLC0415 - the same

    return words_of_html(body, media_type, path)


def as_archived(body: bytes, document: Document) -> Iterator[Part] | None:
    """Return an archived page in safe parts, or nothing where it has no layout of its own (text, PDF)."""
    if _essence(document.media_type) == "message/rfc822":
        from .formats.mail import visible_part  # noqa: PLC0415 - email costs 15 ms

        body, inner, _, _ = visible_part(body, document.url)
        document = replace(document, media_type=inner)
    if _essence(document.media_type) not in _MARKUP:
        return None
    from .formats.safe_html import safe_parts  # noqa: PLC0415 - the same

    return safe_parts(body, document)


def _essence(media_type: str | None) -> str | None:
    return media_type.split(";")[0].strip().lower() if media_type else None


def _with_charset(kind: str, media_type: str | None) -> str:
    """Keep the charset that the server told: later readers of the bytes need it."""
    told = (media_type or "").partition("charset=")[2].split(";")[0].strip("\"' ")
    return f"{kind}; charset={told}" if told else kind


def _refuse_hopeless(body: bytes, url: str) -> None:
    if not body.strip():
        raise IngestError(f"{url}: empty (nothing to read; fetch or save it again)")
    if len(body) > MOST_BYTES:
        size, most = len(body) / 1048576, MOST_BYTES // 1048576
        raise IngestError(
            f"{url}: {size:.0f} MB is more than a page ({most} MB at most; split it and add the parts)"
        )
    if b"\x00" in body[:4096] and sniff(body) == "application/octet-stream":
        raise IngestError(f"{url}: binary, not a page (convert it to HTML or text first)")
