"""The rules that are data, as their tables in the package give them."""

import tomllib
from importlib.resources import files


def rules(name: str) -> list[dict]:
    """Return the rules of a file, such as ``words/months``: the one list of tables in it."""
    parts = tomllib.loads((files("reportedly.ingest") / f"{name}.toml").read_text("utf-8")).values()
    (entries,) = (part for part in parts if isinstance(part[0], dict))
    return entries
