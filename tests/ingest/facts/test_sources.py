"""Every field of a page's meta tags stands with an example."""

import re

import pytest

from ..rules import rules


@pytest.mark.parametrize("entry", rules("facts/metatags"), ids=lambda e: e["name"])
def test_each_field_of_meta_tags_holds_its_example(entry: dict) -> None:
    tag = re.search(r'(?:property|name|http-equiv)="([^"]+)"', entry["example"])
    assert tag
    assert tag[1] in entry["tags"]
