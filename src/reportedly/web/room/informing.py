"""Telling webhooks while the room is open: looked through and sent beside the answers."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from reportedly.errors import ReportedlyError
from reportedly.ingest import FetchPolicy
from reportedly.ledger import Ledger
from reportedly.pipeline import QUICK, deliver, notice

LOOK = 10.0


@dataclass(slots=True)
class Informing:
    """One worker that sends what is due; it ends with the process, what is left waits in the ledger."""

    ledger: Path
    policy: FetchPolicy = QUICK
    look: float = LOOK
    fault: str | None = None
    _ended: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> None:
        """Begin to look and send, beside everything else."""
        threading.Thread(target=self._work, daemon=True).start()

    def end(self) -> None:
        """Begin nothing more."""
        self._ended.set()

    def once(self) -> None:
        """Look once through every hooked view, and send what is due."""
        now = datetime.now(UTC)
        with Ledger.open(self.ledger) as ledger:
            notice(ledger, now)
            for _ in deliver(ledger, now, policy=self.policy):
                pass

    def _work(self) -> None:
        while not self._ended.wait(self.look):
            try:
                self.once()
                self.fault = None
            except ReportedlyError as error:
                self.fault = str(error)
