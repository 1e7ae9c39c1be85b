"""Saved mail and saved pages (.eml, MHTML): the part that a reader would see."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from reportedly.errors import IngestError
from reportedly.ingest.tree.walk import canonical
from reportedly.model import BlockKind, Capture, Document, Reading

from .html import read_html, words_of_html
from .text import read_text, words_of_text

_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|wg|aw|tr)\s*:\s*)+", re.IGNORECASE)


def read_mail(body: bytes, capture: Capture) -> Document:
    """Read a message: its visible part is the page, its own headers say title, outlet and day."""
    content, media_type, _, moment = visible_part(body, capture.url)
    read = read_text if media_type.startswith("text/plain") else read_html
    document = read(content, replace(capture, media_type=media_type), media_type)
    told = tuple(_told(message_from_bytes(body, policy=policy.default), moment))
    named = {reading.field for reading in told}
    rest = (r for r in document.readings if not (r.field in named and r.source.startswith("text line")))
    blocks = tuple(
        replace(block, kind=BlockKind.BODY)
        if block.kind is BlockKind.HEADLINE and _SENTENCE.search(block.span.of(document.text))
        else block
        for block in document.blocks
    )
    return replace(document, media_type=capture.media_type, blocks=blocks, readings=(*told, *rest))


def words_of_mail(body: bytes, path: str) -> str:
    """Return the words that a path finds in the part that a reader would see."""
    content, media_type, _, _ = visible_part(body, path)
    words = words_of_text if media_type.startswith("text/plain") else words_of_html
    return words(content, media_type, path)


def _told(message: EmailMessage | object, moment: datetime | None) -> Iterator[Reading]:
    if not isinstance(message, EmailMessage):
        return
    subject = _FORWARDED.sub("", canonical(_header(message, "Subject")))
    if subject:
        yield Reading("title", subject, "mail Subject")
    name, address = parseaddr(_header(message, "From"))
    sender = canonical(name) or address.rpartition("@")[2]
    if sender:
        yield Reading("outlet", sender, "mail From")
    if moment is not None:
        yield Reading("published", moment.isoformat(), "mail Date")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except (ValueError, TypeError, IndexError, AttributeError):  # headers that its parser trips over
        return ""


def visible_part(body: bytes, url: str) -> tuple[bytes, str, str, datetime | None]:
    """Return the part to read: its bytes, media type, address and the message's date."""
    message = message_from_bytes(body, policy=policy.default)
    if not isinstance(message, EmailMessage):  # the default policy always makes one
        raise IngestError(f"{url}: not a message (try --media-type text/plain)")
    part = next(_readable(message), None)
    if part is None:
        raise IngestError(f"{url}: mail without text (save its attachments and add them)")
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    kind = part.get_content_type()
    where = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or url)
    place = where if where.startswith(("http://", "https://")) else url
    return content, f"{kind}; charset={charset}" if charset else kind, place, _date(message)


def _readable(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield HTML parts, then plain ones; attachments are not what the sender says."""
    parts = [p for p in message.walk() if isinstance(p, EmailMessage) and not p.is_multipart()]
    for wanted in ("text/html", "application/xhtml+xml", "text/plain"):
        yield from (p for p in parts if p.get_content_type() == wanted and not p.is_attachment())


def _date(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message["Date"])) if message["Date"] else None
    except (TypeError, ValueError, IndexError):
        return None
