"""The door for hands: ``reportedly COMMAND``."""

import os
import sys
from collections.abc import Sequence

from reportedly.errors import ReportedlyError, UsageError

WRONG_USAGE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0 all well, 1 something was refused or failed verification, 2 wrong usage.
    """
    from .arguments import build  # noqa: PLC0415 - after the entry point has been found

    given = build().parse_args(arguments)
    try:
        return int(given.run(given))
    except UsageError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        return WRONG_USAGE
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\nstopped; what was added is kept, run it again to go on", file=sys.stderr)
        return INTERRUPTED


__all__ = ["main"]
