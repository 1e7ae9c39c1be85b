"""Listening on this machine until told to stop."""

import ipaddress
import os
import socket
import threading
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.ledger import Ledger

REVIEWER = "REPORTEDLY_REVIEWER"


def serve(ledger: Path, *, host: str, port: int) -> None:
    """Serve the reading room on a loopback address until interrupted.

    Raises UsageError for an address that other machines could reach, or a port
    that is taken.
    """
    import uvicorn  # noqa: PLC0415 - only a running server needs it

    from .app import app_of  # noqa: PLC0415 - the same
    from .room import Room  # noqa: PLC0415 - the same

    Ledger.open(ledger).close()
    listener = _listen(host, port)
    address = f"http://{'[::1]' if ':' in host else host}:{listener.getsockname()[1]}/"
    print(f"reading room: {address}  (Ctrl-C to stop)", flush=True)  # noqa: T201 - the address is what was asked for
    room = Room(ledger, reviewer=os.environ.get(REVIEWER, ""))
    threading.Thread(target=room.warm, daemon=True).start()
    config = uvicorn.Config(app_of(room), log_level="warning", access_log=False)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        pass
    finally:
        listener.close()


def _listen(host: str, port: int) -> socket.socket:
    name = "127.0.0.1" if host == "localhost" else host
    try:
        address = ipaddress.ip_address(name)
    except ValueError as error:
        raise UsageError(f"{host}: not an address (use 127.0.0.1)") from error
    if not address.is_loopback:
        raise UsageError(f"{host}: other machines could reach it (use 127.0.0.1)")
    listener = socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((name, port))
    except OSError as error:
        listener.close()
        raise UsageError(f"port {port}: {error.strerror} (choose another with --port)") from error
    return listener
