"""What a host's robots.txt allows, read by protego."""

from collections.abc import Callable

import protego


def read_rules(text: str | None, agent: str) -> Callable[[str], bool]:
    """Return the question "may this address be fetched?"; no readable file forbids all."""
    if text is None:
        return lambda _: False
    rules = protego.Protego.parse(text)
    return lambda url: bool(rules.can_fetch(url, agent))


def crawl_delay(text: str, agent: str) -> float:
    """Return the seconds that the host asks for between two requests."""
    return float(protego.Protego.parse(text).crawl_delay(agent) or 0.0)


def sitemaps(text: str) -> tuple[str, ...]:
    """Return the sitemaps that the file names; those of news alone, where there are such."""
    named = tuple(dict.fromkeys(map(str, protego.Protego.parse(text).sitemaps)))
    news = tuple(url for url in named if "news" in url.lower())
    return news or named
