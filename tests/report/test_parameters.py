"""Parameters of the report: what papermill would only warn of is refused, in one line that says what is known."""

from datetime import date
from pathlib import Path

import pytest

from toolkit.report.parameters import PARAMETERS, ParameterError, check_parameters


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"kinds": "advance, strike"}, {"kinds": ["advance", "strike"]}),
        ({"kinds": ["advance"]}, {"kinds": ["advance"]}),
        ({"kinds": ""}, {"kinds": []}),
        ({"since": date(2025, 6, 1)}, {"since": "2025-06-01"}),
        ({"since": "", "until": "2025-06-01"}, {"since": "", "until": "2025-06-01"}),
        ({"lanes": "outlet"}, {"lanes": "outlet"}),
        ({"sensitivity": "no"}, {"sensitivity": False}),
        ({"sensitivity": True}, {"sensitivity": True}),
        ({"corpus": Path("x")}, {"corpus": "x"}),
        ({"title": "import os"}, {"title": "import os"}),
    ],
)
def test_values_are_read(given: dict[str, object], read: dict[str, object]) -> None:
    assert check_parameters(given) == read


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"titel": "x"}, "parameter 'titel' is not known; known are corpus, out, since, until"),
        ({"x = 1; import os": "x"}, "is not known"),
        ({"since": "32 May"}, "parameter since: '32 May' must be a day written YYYY-MM-DD"),
        ({"since": 20250601}, "must be a day"),
        ({"kinds": 3}, "must be a list of names"),
        ({"kinds": [1]}, "must be a list of names"),
        ({"sensitivity": "maybe"}, "must be yes or no"),
        ({"sensitivity": 1}, "must be yes or no"),
        ({"lanes": "country"}, 'must be "side", "outlet" or "source"'),
        ({"title": 3}, "must be text"),
        ({"since": "2025-06-02", "until": "2025-06-01"}, "until: 2025-06-01 lies before since"),
    ],
)
def test_what_does_not_fit_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(ParameterError) as caught:
        check_parameters(given)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_parameter_has_a_meaning_and_a_default_that_fits() -> None:
    assert set(PARAMETERS) == {
        "corpus",
        "out",
        "since",
        "until",
        "kinds",
        "theme",
        "themes",
        "known_on",
        "infer",
        "sensitivity",
        "parser",
        "follow_links",
        "columns",
        "lanes",
        "title",
    }
    for name, parameter in PARAMETERS.items():
        assert parameter.meaning
        assert check_parameters({name: parameter.default}) == {name: parameter.default}


def test_themes_are_files_or_names() -> None:
    assert check_parameters({"themes": "flood, my.toml"}) == {"themes": ["flood", "my.toml"]}
    assert check_parameters({"themes": [Path("my.toml")]}) == {"themes": ["my.toml"]}
    assert check_parameters({"themes": Path("my.toml")}) == {"themes": ["my.toml"]}
    with pytest.raises(ParameterError, match="themes: 3 must be"):
        check_parameters({"themes": 3})
