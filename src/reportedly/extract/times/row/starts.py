"""Which letters a pattern may start with, so that only rules that can fit are tried."""


def starts(shape: str) -> frozenset[str]:
    """Return the letters that words fitting a shape may start with."""
    found, _, _ = _either(shape, 0)
    return found


def _either(shape: str, at: int) -> tuple[frozenset[str], bool, int]:
    """Return the first letters of alternatives, whether they may be empty, and where they end."""
    found, empty, at = _row(shape, at)
    while at < len(shape) and shape[at] == "|":
        more, may, at = _row(shape, at + 1)
        found, empty = found | more, empty or may
    return found, empty, at


def _row(shape: str, at: int) -> tuple[frozenset[str], bool, int]:
    found: frozenset[str] = frozenset()
    empty = True
    while at < len(shape) and shape[at] not in "|)":
        if shape[at] == "(":
            inside = shape.index(">", at) + 1 if shape.startswith("(?P<", at) else at + 3
            first, may, at = _either(shape, inside)
        else:
            first, may = frozenset(shape[at]), False
        at += 1
        if at < len(shape) and shape[at] in "?*+":
            may, at = may or shape[at] != "+", at + 1
        found, empty = (found | first if empty else found), empty and may
    return found, empty, at
