"""Every zone is known by the labels of its example."""

import pytest
from lxml import etree

from reportedly.ingest.tree.walk import labels_of
from reportedly.ingest.words.labels import zone_of

from ..rules import rules


@pytest.mark.parametrize("entry", rules("words/zones"), ids=lambda e: e["kind"])
def test_each_zone_knows_its_example(entry: dict) -> None:
    element = etree.fromstring(entry["example"], etree.HTMLParser()).find("body")[0]
    zone = zone_of(element.tag, labels_of(element))
    assert zone is not None
    assert zone.kind == entry["kind"]
