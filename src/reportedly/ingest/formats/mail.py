"""Saved mail and saved pages (.eml, MHTML): the part that a reader would see."""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from reportedly.errors import IngestError


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
