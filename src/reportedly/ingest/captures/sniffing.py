"""What a file is, told by its content and never by its name."""

import re

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"WARC/", "application/warc"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"RIFF", "application/octet-stream"),
    (b"\x7fELF", "application/octet-stream"),
    (b"MZ\x90", "application/octet-stream"),
    (b"SQLite format 3", "application/vnd.sqlite3"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_SITEMAP = re.compile(rb"<(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h[1-6]|table|article|main|section|span|"
    rb"a|br|ul|ol|img|center|font|b|i|header|nav|noscript|!--)(?:[\s/>-]|$)",
    re.IGNORECASE,
)
_MAIL = re.compile(
    rb"(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type):\s",
    re.IGNORECASE,
)
_MAIL_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t].*|[ \t]+\S.*|From \S.*")
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|content-location:\s*http|x-maf|from:[^\n]*\bsaved by\b)",
    re.IGNORECASE | re.MULTILINE,
)
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})


def sniff(body: bytes) -> str:
    """Return the media type that the first bytes show; unknown binary is octet-stream."""
    head = body[:8192]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_WIDE_MARKS):
        return (
            "text/html" if re.search(r"<(?:html|body|p|div)\b", _wide(head), re.IGNORECASE) else "text/plain"
        )
    if len(head.translate(None, _CONTROL)) < len(head) - len(head) // 100:
        return "application/octet-stream"
    return _textual(head.removeprefix(b"\xef\xbb\xbf").lstrip())


def _wide(head: bytes) -> str:
    name = "utf-32" if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")) else "utf-16"
    return head[: len(head) // 4 * 4].decode(name, "replace")


def _textual(head: bytes) -> str:
    if head.startswith(b"<"):
        return _markup(head)
    if _is_mail(head):
        return "multipart/related" if _RELATED.search(head) and _SAVED.search(head) else "message/rfc822"
    return "text/html" if len(_HTML.findall(head)) >= 3 else "text/plain"


def _markup(head: bytes) -> str:
    opening = head[:2048]
    if _FEED.search(opening):
        return "application/rss+xml"
    if _SITEMAP.search(opening):
        return "application/sitemap+xml"
    if _HTML.search(opening) or not opening.startswith(b"<?xml"):
        return "text/html"
    return "application/xml"


def _is_mail(head: bytes) -> bool:
    """Three known header names in an unbroken block of header lines."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = top.splitlines()
    known = sum(bool(_MAIL.match(line)) for line in lines)
    return known >= 3 and all(_MAIL_LINE.fullmatch(line) for line in lines[:-1])
