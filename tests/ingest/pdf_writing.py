"""A small writer of PDFs, so that tests say where each line stands and in which order the file keeps them."""

from collections.abc import Iterable, Sequence

Line = tuple[float, float, float, str]
"""From the left, from the bottom (A4: 595 by 842), size, words."""


def pdf(pages: Sequence[Iterable[Line]], **facts: str) -> bytes:
    """Return a PDF with these lines on its pages, drawn in the order given; ``facts`` are its own metadata."""
    told = "".join(f"/{key} ({_escaped(value)}) " for key, value in facts.items())
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {told}>>",
    ]
    for at, lines in enumerate(pages):
        drawn = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj ET" for x, y, size, words in lines
        )
        page = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * at} 0 R >>"
        )
        length = len(drawn.encode("cp1252"))
        objects += [page, f"<< /Length {length} >>\nstream\n{drawn}\nendstream"]
    return _written(objects)


def column(words: str, *, left: float, top: float, width: int = 46, size: float = 10) -> list[Line]:
    """Return words as lines of a column, broken by count of characters; a blank line parts paragraphs."""
    lines: list[Line] = []
    at = top
    for paragraph in words.split("\n\n"):
        held = ""
        for word in paragraph.split():
            if held and len(held) + len(word) + 1 > width:
                lines.append((left, at, size, held))
                at -= size * 1.2
                held = ""
            held = f"{held} {word}".strip()
        lines.append((left, at, size, held))
        at -= size * 2.2
    return lines


def _written(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\n"
    return out + f"{tail}startxref\n{start}\n%%EOF\n".encode("ascii")


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
