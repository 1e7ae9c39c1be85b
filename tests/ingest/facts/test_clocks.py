"""The day of publication is the day on the newsroom's own clock."""

import pytest

from reportedly.ingest import read_page

PAGE = """<html><head><title>Harbour closed for the night</title>
<meta property="article:published_time" content="{stamp}"></head>
<body><h1>Harbour closed for the night</h1><p>Ferries stopped at ten.</p>
<script>window.site = {{{zones}}}</script></body></html>"""


@pytest.mark.parametrize(
    ("stamp", "zones", "day"),
    [
        ("2024-05-02T02:30:00Z", '"timezone":{"short":"ET","long":"America/New_York"}', "2024-05-01"),
        ("2024-05-01T22:30:00Z", "timeZone: 'Asia/Tokyo'", "2024-05-02"),
        (
            "2024-05-02T02:30:00Z",
            '"timezone":"America/New_York","x":1}, {"timezone":"Asia/Tokyo"',
            "2024-05-02",
        ),
        ("2024-05-02T02:30:00Z", '"timezone":"Nowhere/Land"', "2024-05-02"),
        ("2024-05-02T02:30:00-04:00", '"timezone":"Asia/Tokyo"', "2024-05-02"),
    ],
)
def test_a_utc_stamp_is_read_on_the_house_s_own_clock(stamp: str, zones: str, day: str) -> None:
    page = PAGE.format(stamp=stamp, zones=zones).encode()
    published = read_page(page, url="https://harbour.example.org/x").published
    assert published is not None
    assert published.isoformat() == day
