"""The house stays small: modules and functions that fit in the eye, no machine's paths."""

import ast
import subprocess
from pathlib import Path

import pytest

SOURCE = sorted(Path(__file__).resolve().parents[1].joinpath("src", "reportedly").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCE, ids=lambda p: str(p.relative_to(p.parents[2])))
def test_a_module_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCE, ids=lambda p: str(p.relative_to(p.parents[2])))
def test_a_function_has_at_most_50_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 50
    }
    assert not long


def test_no_room_is_called_utils() -> None:
    assert not {p.stem for p in SOURCE} & {"utils", "helpers", "common", "misc", "manager"}


def test_no_tracked_file_names_a_machine_path(root: Path) -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False).stdout
    for name in filter(None, tracked.decode().split("\0")):
        path = root / name
        if path.suffix in {".py", ".toml", ".md", ".html", ".txt", ".css", ""} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert "/wo" + "rk/" not in text, name
            assert "/ro" + "ot/" not in text, name
