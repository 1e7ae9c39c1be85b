"""Lines that say what they are, "Read more: ...", "Correction: ...": rules as data."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reportedly.model import BlockKind

_TRIM = " \t.:…»>→›|-–—!"


@dataclass(frozen=True, slots=True)
class _Notice:
    kind: BlockKind
    most: int
    whole: frozenset[str]
    opens: tuple[str, ...]
    holds: tuple[str, ...]

    def fits(self, line: str, bare: str) -> bool:
        """Tell whether the line is these words, opens with them or holds them."""
        return bare in self.whole or line.startswith(self.opens) or any(part in line for part in self.holds)


@lru_cache(maxsize=4096)
def line_kind(words: str) -> BlockKind | None:
    """Return what a line says of itself by its words, or nothing."""
    if len(words) > 900:
        return None
    line = words.casefold().replace("’", "'").strip()
    bare = line.strip(_TRIM)
    for notice in _notices():
        if len(line) > notice.most:
            continue
        if (
            bare in notice.whole
            or line.startswith(notice.opens)
            or any(part in line for part in notice.holds)
        ):
            return notice.kind
    return None


@cache
def _notices() -> tuple[_Notice, ...]:
    table = tomllib.loads((files(__package__) / "notices.toml").read_text("utf-8"))["notice"]
    return tuple(
        _Notice(
            BlockKind(e["kind"]),
            e["most"],
            frozenset(w.strip(_TRIM) for w in e["whole"]),
            tuple(w.replace("’", "'") for w in e["opens"]),
            tuple(e["holds"]),
        )
        for e in table
    )
