"""A series drawn from the terminal."""

from pathlib import Path
from xml.etree import ElementTree as ET

from reportedly.cli import main

from ..web.building import stocked


def test_the_weightiest_series_is_drawn_to_a_file(tmp_path: Path) -> None:
    ledger, drawn = str(stocked(tmp_path)), tmp_path / "trucks.svg"
    assert main(["--ledger", ledger, "series", "--kind", "transfer", "--plot", str(drawn)]) == 0
    assert "≥ 450" in "".join(ET.fromstring(drawn.read_text("utf-8")).itertext())


def test_nothing_to_draw_is_said_and_no_file_is_left(tmp_path: Path, capsys) -> None:
    ledger, drawn = str(stocked(tmp_path)), tmp_path / "none.svg"
    assert main(["--ledger", ledger, "series", "--kind", "visit", "--plot", str(drawn)]) == 2
    assert "no series to draw" in capsys.readouterr().err
    assert not drawn.exists()
