"""Offices and lists of ministries."""

from __future__ import annotations

import pytest

from kvgraph.entities.offices import further_ministries, office_spans


@pytest.mark.parametrize(
    ("folded", "offices"),
    [
        ("de minister van vws heeft", ["minister van vws"]),
        (
            "de ministers van bzk, voor rechtsbescherming en van defensie.",
            ["ministers van bzk, voor rechtsbescherming en van defensie"],
        ),
        ("de minister en de staatssecretaris van financien", ["minister en de staatssecretaris van financien"]),
        ("de staatssecretaris toeslagen en douane en het uwv", ["staatssecretaris toeslagen en douane"]),
        ("het ministerie van vws", []),
        ("de minister heeft het ministerie van vws gevraagd", []),
        ("de vaste commissie voor defensie", ["vaste commissie voor defensie"]),
    ],
)
def test_office_spans(folded: str, offices: list[str]) -> None:
    assert [folded[begin:end] for begin, end in office_spans(folded)] == offices


def test_further_ministries() -> None:
    folded = "de ministeries van vws, justitie en veiligheid en van lnv en de ind"
    end = folded.index(",")
    assert [(folded[b:e], key) for b, e, key in further_ministries(folded, end)] == [
        ("justitie en veiligheid", "min-jenv"),
        ("lnv", "min-lvvn"),
    ]
