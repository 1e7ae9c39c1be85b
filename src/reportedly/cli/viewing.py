"""Views kept under a name, and those who are told when one changes."""

import argparse
import sys
from datetime import UTC, datetime
from secrets import token_urlsafe
from urllib.parse import parse_qsl, urlencode

from reportedly.errors import UsageError
from reportedly.export import Value
from reportedly.ledger import Ledger, asked, asked_in
from reportedly.settings import ledger_path

from .output import as_json

WELL = 0


def view(given: argparse.Namespace) -> int:
    """Do what was asked with the saved views."""
    with Ledger.open(ledger_path(given.ledger)) as ledger:
        return {
            "list": _list,
            "add": _add,
            "remove": _remove,
            "hook": _hook,
            "unhook": _unhook,
            "deliver": _deliver,
            "log": _log,
        }[given.action](ledger, given)


def _list(ledger: Ledger, given: argparse.Namespace) -> int:
    for one in ledger.views.all():
        hooks = tuple(ledger.views.hooks(one.name))
        count = ledger.count(asked_in(one.query))
        if given.json:
            listed: Value = [{"number": h.number, "url": h.url, "private": h.private} for h in hooks]
            print(as_json({"name": one.name, "query": one.query, "claims": count, "hooks": listed}))
            continue
        print(f"{one.name:<24} {count:>8,} claims  {one.query or '(all)'}")
        for hook in hooks:
            print(f"  hook {hook.number}: {hook.url}")
    return WELL


def _add(ledger: Ledger, given: argparse.Namespace) -> int:
    name, query = _named(given), given.rest[0] if given.rest else ""
    choices = {key: value for key, value in parse_qsl(query) if key != "page"}
    asked(choices)
    ledger.views.keep(name, urlencode(choices), datetime.now(UTC))
    return WELL


def _remove(ledger: Ledger, given: argparse.Namespace) -> int:
    if not ledger.views.drop(_named(given)):
        raise UsageError(f"{given.name}: no such view (see: reportedly view list)")
    return WELL


def _hook(ledger: Ledger, given: argparse.Namespace) -> int:
    from reportedly.ingest import plain_url  # noqa: PLC0415 - only a hook names an address

    if not given.rest:
        raise UsageError(f"{given.name or 'hook'}: no address to tell (reportedly view hook NAME URL)")
    secret = token_urlsafe(24)
    ledger.views.hook(_named(given), plain_url(given.rest[0]), secret, private=given.allow_private)
    if given.allow_private:
        print("warning: this hook may reach addresses of this machine and its network", file=sys.stderr)
    print(f"secret of its signature: {secret}")
    return WELL


def _unhook(ledger: Ledger, given: argparse.Namespace) -> int:
    name = _named(given)
    if not name.isdecimal() or not ledger.views.unhook(int(name)):
        raise UsageError(f"{name}: not the number of a hook (see: reportedly view list)")
    return WELL


def _deliver(ledger: Ledger, given: argparse.Namespace) -> int:
    from reportedly.pipeline import deliver, notice  # noqa: PLC0415 - only sending pays for it

    now = datetime.now(UTC)
    notice(ledger, now)
    failed = 0
    for sent in deliver(ledger, now):
        failed += sent.status is None or not 200 <= sent.status < 300
        if given.json:
            told: Value = {
                "hook": sent.hook.number,
                "url": sent.hook.url,
                "status": sent.status,
                "said": sent.said,
            }
            print(as_json(told))
        else:
            print(f"{sent.hook.url}  {sent.said}")
    return 1 if failed else WELL


def _log(ledger: Ledger, given: argparse.Namespace) -> int:
    for hook in ledger.views.hooks(given.name):
        for one in ledger.views.log(hook.number):
            told: Value = {
                "hook": hook.number,
                "made": one.made.isoformat(),
                "tries": one.tries,
                "fate": one.fate,
                "said": one.said,
            }
            line = f"{one.made:%Y-%m-%d %H:%M}  {one.fate:<9}  {one.tries} tries  {hook.url}"
            print(as_json(told) if given.json else f"{line}  {one.said or '..'}")
    return WELL


def _named(given: argparse.Namespace) -> str:
    if not given.name:
        raise UsageError(f"{given.action}: which one? (reportedly view {given.action} NAME)")
    return str(given.name)
