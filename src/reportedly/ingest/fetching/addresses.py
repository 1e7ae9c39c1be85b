"""Which network addresses may be reached: public ones, however they are written."""

import ipaddress
import socket
from collections.abc import Iterable

from reportedly.errors import BusyError, FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# ``is_global`` lets these through on some Pythons; each can lead to a private host.
_NEVER = tuple(
    ipaddress.ip_network(block)
    for block in (
        "192.88.99.0/24",  # 6to4 relays
        "100.64.0.0/10",  # carrier-grade NAT
        "192.0.0.0/24",  # protocol assignments
        "::/96",  # IPv4-compatible
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64, local use
        "2002::/16",  # 6to4
        "2001::/32",  # Teredo
        "fec0::/10",  # old site-local
        "5f00::/16",  # segment routing
        "100::/64",  # discard
    )
)


def is_public(address: Address) -> bool:
    """Is it an address of the open internet, with no private one wrapped inside?"""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if isinstance(address, ipaddress.IPv6Address) and address.scope_id:
        return False
    if address.is_multicast or address.is_reserved or address.is_unspecified or not address.is_global:
        return False
    return not any(address.version == block.version and address in block for block in _NEVER)


def resolve(host: str, port: int, allowed: Iterable[str]) -> str:
    """Return the address to connect to; refuse the host if any of its addresses is special.

    ``allowed`` names networks that may be reached all the same (a test's loopback).
    """
    networks = [ipaddress.ip_network(block) for block in allowed]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BusyError(f"{host}: no such host ({error}; check the spelling)") from error
    addresses = [ipaddress.ip_address(str(info[4][0])) for info in found]
    for address in addresses:
        known = any(address.version == net.version and address in net for net in networks)
        if not known and not is_public(address):
            raise FetchError(
                f"{host}: {address} is a private or special address (save the page and add the file)"
            )
    return str(addresses[0])
