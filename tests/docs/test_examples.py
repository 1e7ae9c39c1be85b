"""Every Python example in the documentation runs, page by page, with the files that the page shows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCED = re.compile(r"```(python|toml)\n(.*?)```", re.DOTALL)
NAMED = re.compile(r"# (\S+\.toml)\n")


@pytest.mark.engine
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_a_page_s_examples_run_as_they_stand(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "example"}
    for language, code in FENCED.findall(page.read_text(encoding="utf-8")):
        named = NAMED.match(code)
        if language == "python":
            exec(compile(code, page.name, "exec"), names)
        elif named:
            Path(named.group(1)).write_text(code, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
