"""The clock a newsroom lives by: a stamp in UTC may fall on another day than its readers'."""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml import etree

from reportedly.model import Reading

# "timezone":{"short":"ET","long":"America/New_York"}, timeZone: "Europe/Paris"
_ZONE = re.compile(r"\btime_?zone\b[^}\n]{0,60}?\b([A-Z][a-z]+/[A-Z][A-Za-z_]+)\b", re.IGNORECASE)
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")


def house_zone(root: etree._Element) -> str | None:
    """Return the one time zone that a page's own scripts name, or nothing where none or several are."""
    named = {zone for script in root.iter("script") for zone in _ZONE.findall(script.text or "")}
    return named.pop() if len(named) == 1 else None


def in_zone(reading: Reading, zone: str) -> Reading:
    """Return a UTC stamp as the house's own clock showed it; the source says so."""
    if not _STAMP.fullmatch(reading.value):
        return reading
    try:
        there = datetime.fromisoformat(reading.value).astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, OverflowError, ValueError):
        return reading
    return replace(reading, value=there.isoformat(), source=f"{reading.source} (in {zone})")
