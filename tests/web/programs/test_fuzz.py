"""The API under schemathesis: nothing that its description allows, or forbids, breaks an answer."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from reportedly.errors import UsageError
from reportedly.ledger.days import parse_days
from reportedly.web.programs.api import ENDPOINTS

from ..building import stocked
from ..visiting import listening

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
PATHS = [endpoint.path for endpoint in ENDPOINTS]
NARROW = [endpoint.path for endpoint in ENDPOINTS if "page" in endpoint.choices]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    for room in listening(stocked(tmp_path_factory.mktemp("fuzz"))):
        yield schemathesis.openapi.from_url(f"{room}/api/openapi.json")


@pytest.mark.parametrize(
    ("path", "mode"),
    [(path, GenerationMode.POSITIVE) for path in PATHS]
    + [(path, GenerationMode.NEGATIVE) for path in NARROW],
)
def test_every_answer_is_a_described_one(described, path: str, mode: GenerationMode) -> None:
    @settings(
        max_examples=40,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def every(case: schemathesis.Case) -> None:
        response = case.call()
        if no_days(case):
            assert response.status_code == 400
            case.validate_response(response, excluded_checks=[positive_data_acceptance])
        else:
            case.validate_response(response)

    every()


def no_days(case: schemathesis.Case) -> bool:
    """Does it ask for a day that fits its pattern and is none, such as 2024-02-31? No pattern can tell."""
    try:
        parse_days(str((case.query or {}).get("date") or "2024"))
    except UsageError:
        return True
    return False
