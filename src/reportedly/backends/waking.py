"""Wakes spaCy, and no more of it than parsing needs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from reportedly.errors import ParserError

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def wake(folder: Path) -> Any:  # noqa: ANN401 - spaCy's pipeline comes untyped
    """Return the spaCy pipeline in a folder, without parts that would cut sentences."""
    with _no_command_line():
        import spacy  # noqa: PLC0415 - the engine takes a second to wake
    try:
        return spacy.load(folder, exclude=["senter", "sentencizer"])
    except (OSError, ValueError, KeyError) as error:
        raise ParserError(f"{folder}: spaCy cannot load this pipeline: {error}") from error


def wake_tokenizer(folder: Path) -> Any:  # noqa: ANN401 - spaCy's tokenizer comes untyped
    """Return the tokenizer of a spaCy pipeline, and nothing else of it."""
    with _no_command_line():
        import spacy  # noqa: PLC0415 - the engine takes a second to wake
    tokenizer: Any = spacy.blank("en").tokenizer
    return tokenizer.from_disk(folder / "tokenizer")


@contextmanager
def _no_command_line() -> Iterator[None]:
    """Keep spaCy's command line asleep while spaCy is first imported.

    Its package imports it for one function (``spacy.info``), and with it a
    downloader, a project runner and a web client: a third of the whole import.
    Afterwards all of it can be imported as ever.
    """
    if "spacy" in sys.modules:
        yield
        return
    command, info = (ModuleType(name) for name in _COMMANDS)
    info.__dict__["info"] = _info
    command.__dict__["__path__"] = []
    sys.modules.update(zip(_COMMANDS, (command, info), strict=True))
    try:
        yield
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)


def _info(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - spaCy's own function, called when asked for
    from spacy.cli.info import info  # noqa: PLC0415 - this is what was kept asleep

    return info(*args, **kwargs)
