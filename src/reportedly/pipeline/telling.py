"""Telling others when a view of the ledger changes: looked through, signed, sent, tried again."""

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reportedly.errors import FetchError
from reportedly.export import claim_object
from reportedly.ingest import FetchPolicy, send
from reportedly.ledger import Delivery, Hook, Ledger, asked_in, come_since

SHOWN, TRIES, FIRST_WAIT = 100, 8, 30
PRIVATE = ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
QUICK = FetchPolicy(seconds=15.0, wait=5.0)


@dataclass(frozen=True, slots=True)
class Sent:
    """One try: to whom, what was answered, and when it is tried again, if ever."""

    hook: Hook
    delivery: Delivery
    status: int | None
    said: str
    again: datetime | None


def notice(ledger: Ledger, now: datetime) -> int:
    """Look through every hooked view for what came since; return how many messages that makes."""
    reading = ledger.reviewed.state()[0]
    made = 0
    for hook in tuple(ledger.views.hooks()):
        if hook.reading >= reading:
            continue
        body = _message(ledger, hook, now)
        ledger.views.told(hook, reading, body, now)
        made += body is not None
    return made


def deliver(ledger: Ledger, now: datetime, *, policy: FetchPolicy = QUICK) -> Iterator[Sent]:
    """Send what is due, and note what was answered; a failure is tried again later, ever more rarely."""
    for hook, delivery in tuple(ledger.views.due(now)):
        status, said = _tried(hook, delivery, now, policy)
        well = status is not None and 200 <= status < 300
        last = well or delivery.tries + 1 >= TRIES
        again = None if last else now + timedelta(seconds=FIRST_WAIT * 2**delivery.tries)
        ledger.views.tried(delivery, status, said, again)
        yield Sent(hook, delivery, status, said, again)


def signature(secret: str, moment: str, body: bytes) -> str:
    """Return a message's ``Reportedly-Signature``: the HMAC of its moment, a dot and its body."""
    mac = hmac.new(secret.encode(), moment.encode() + b"." + body, "sha256")
    return f"t={moment},sha256={mac.hexdigest()}"


def _message(ledger: Ledger, hook: Hook, now: datetime) -> bytes | None:
    view = ledger.views.one(hook.view)
    if view is None:
        return None
    found = come_since(ledger, asked_in(view.query), hook.reading, SHOWN + 1)
    if not found:
        return None
    told = {
        "view": view.name,
        "query": view.query,
        "at": now.isoformat(),
        "claims": [claim_object(entry.claim, entry.page.facts) for entry in found[:SHOWN]],
        "more": len(found) > SHOWN,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _tried(hook: Hook, delivery: Delivery, now: datetime, policy: FetchPolicy) -> tuple[int | None, str]:
    moment = str(int(now.timestamp()))
    headers = (
        ("Content-Type", "application/json"),
        ("Reportedly-View", hook.view.encode("ascii", "xmlcharrefreplace").decode()),
        ("Reportedly-Delivery", str(delivery.number)),
        ("Reportedly-Signature", signature(hook.secret, moment, delivery.body)),
    )
    allowed = replace(policy, allowed=PRIVATE) if hook.private else policy
    try:
        status = send(hook.url, delivery.body, headers, policy=allowed)
    except FetchError as error:
        return None, str(error)
    return status, f"answered {status}"
