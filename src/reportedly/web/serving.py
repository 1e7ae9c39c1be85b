"""Listening until told to stop: to this machine alone, or to others who have the key."""

import ipaddress
import os
import socket
import sys
import threading
from pathlib import Path
from secrets import token_urlsafe

from reportedly.errors import UsageError
from reportedly.ledger import Ledger

REVIEWER = "REPORTEDLY_REVIEWER"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_WARNING = (
    "warning: {host} can be reached from other machines, and what is sent is not encrypted; whoever has the "
    "address below, with its key, can read and review (listen on 127.0.0.1 to keep it to this machine)"
)


def serve(ledger: Path, *, host: str, port: int) -> None:
    """Serve the reading room until interrupted.

    Where other machines can reach it, each request must carry a key that is made
    now and told here alone. Raises UsageError for what is no address, or a port
    that is taken.
    """
    import uvicorn  # noqa: PLC0415 - only a running server needs it

    from .app import app_of  # noqa: PLC0415 - the same
    from .room import Room  # noqa: PLC0415 - the same
    from .room.informing import Informing  # noqa: PLC0415 - the same
    from .waking import make_ready  # noqa: PLC0415 - the same

    address = _address(host)
    Ledger.open(ledger).close()
    listener = _listen(address, port)
    room = Room(ledger, reviewer=os.environ.get(REVIEWER, ""))
    if not address.is_loopback:
        room.key = token_urlsafe(24)
        print(_WARNING.format(host=host), file=sys.stderr, flush=True)  # noqa: T201 - a person must see it
    place = _place(address, listener, room.key)
    print(f"reading room: {place}  (Ctrl-C to stop)", flush=True)  # noqa: T201 - the address is what was asked for
    app = app_of(room)
    threading.Thread(target=make_ready, args=(room, app), daemon=True).start()
    informing = Informing(ledger)
    informing.begin()
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        pass
    finally:
        informing.end()
        listener.close()


def _address(host: str) -> Address:
    try:
        return ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError as error:
        raise UsageError(f"{host}: not an address (use 127.0.0.1)") from error


def _place(address: Address, listener: socket.socket, key: str) -> str:
    name = f"[{address}]" if address.version == 6 else str(address)
    return f"http://{name}:{listener.getsockname()[1]}/{f'?key={key}' if key else ''}"


def _listen(address: Address, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((str(address), port))
    except OSError as error:
        listener.close()
        raise UsageError(f"port {port}: {error.strerror} (choose another with --port)") from error
    return listener
