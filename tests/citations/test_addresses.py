"""Web addresses: where they begin and end, and who publishes there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.citations import publishers, web
from kvgraph.model import WorkKind


def urls(text: str) -> list[str]:
    return [address.url for address in web.addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zie https://a.nl/b.", ["https://a.nl/b"]),
        ("(zie https://a.nl/b).", ["https://a.nl/b"]),
        ("(https://a.nl/b_(c))", ["https://a.nl/b_(c)"]),
        ("«https://a.nl/b»", ["https://a.nl/b"]),
        ("<https://a.nl/b>, en", ["https://a.nl/b"]),
        ("https://a.nl/b/", ["https://a.nl/b/"]),
        ("https://a.nl/b[3] https://a.nl/c", ["https://a.nl/b", "https://a.nl/c"]),
        ("https://a.nl/bhttps://a.nl/c", ["https://a.nl/b", "https://a.nl/c"]),
        ("https://web.archive.org/web/2020/https://a.nl/", ["https://web.archive.org/web/2020/https://a.nl/"]),
        ("https:// www.a.nl/b", ["https://www.a.nl/b"]),
        ("https://a.nl/x?campaign=%20 titel%20van.docx", ["https://a.nl/x?campaign=%20titel%20van.docx"]),
        ("https://a.nl/een- en verder", ["https://a.nl/een-"]),
        ("https://a.nl/ en/of b", ["https://a.nl/"]),
        ("x.com/naam/status/1849009806952071192", ["x.com/naam/status/1849009806952071192"]),
        ("HTTPS://A.NL/B", ["HTTPS://A.NL/B"]),
        ("mail@a.nl/b en www.a", []),
        ("https:// en http://", []),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


@given(st.text("abc.:/()[]@ -w%=", max_size=80))
def test_addresses_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for address in web.addresses(text):
        assert end <= address.span.begin < address.span.end <= len(text)
        assert not any(character.isspace() for character in address.url)
        end = address.span.end


def test_the_host_stands_without_www() -> None:
    (address,) = web.addresses("https://www.NOS.nl:443/artikel?x=1")
    assert address.host == "nos.nl"


def test_a_host_belongs_to_its_publisher_and_a_look_alike_does_not() -> None:
    nos = publishers.at_host("bijlagen.nos.nl")
    assert nos
    assert (nos.name, nos.kind) == ("NOS", WorkKind.NEWS)
    assert publishers.at_host("mijnnos.nl") is None
    video = publishers.at_host("youtu.be")
    assert video
    assert video.kind is WorkKind.VIDEO


def test_a_publisher_is_known_by_its_names_and_a_stranger_by_what_its_name_says() -> None:
    telegraaf = publishers.named("TELEGRAAF.NL")
    assert telegraaf
    assert telegraaf.name == "De Telegraaf"
    assert publishers.named("het Parool") is publishers.named("Parool")
    assert publishers.kind_of("Omroep Scheldemond") is WorkKind.NEWS
    assert publishers.kind_of("Gezondheidsraad") is None
