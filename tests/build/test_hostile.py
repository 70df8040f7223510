"""Files made to harm: each costs itself, with the reason, and the good paper beside it is built as without them."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kvgraph.build import build, pool
from kvgraph.build.outcome import SetAside
from kvgraph.build.record import records

ROOT = Path(__file__).resolve().parents[2]
GOOD = ROOT / "examples" / "04-question-paper-typeset.txt"
PATIENCE = 3.0
MEGABYTE = 2**20


def pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects, the first its catalog (ISO 32000-1, 7.5)."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def pages(contents: bytes, *others: bytes, resources: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>" % resources
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, contents, *others)


def forms_that_show_each_other() -> bytes:
    """Return a PDF of some kilobytes whose page shows 4 to the power of 24 letters."""
    depth, shows = 24, b"/X Do /X Do /X Do /X Do"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%s>>"
    nested = [stream(shows, form % (b"/XObject<</X %d 0 R>>" % (6 + number))) for number in range(depth)]
    letter = stream(b"BT /F1 12 Tf (a) Tj ET", form % (b"/Font<</F1 %d 0 R>>" % (6 + depth)))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pages(stream(b"/X Do"), *nested, letter, font, resources=b"/XObject<</X 5 0 R>>")


def packed_letters() -> bytes:
    """Return a PDF whose page unpacks to 60 MB of text operators."""
    content = zlib.compress(b"BT /F1 12 Tf (x) Tj ET\n" * (60 * MEGABYTE // 23), 9)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pages(stream(content, b"/Filter/FlateDecode"), font, resources=b"/Font<</F1 5 0 R>>")


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def declaring(entities: str, content: str) -> bytes:
    """Return official XML that declares entities."""
    return f"<!DOCTYPE kamervragen [{entities}]><kamervragen><al>{content}</al></kamervragen>".encode()


def laughing() -> bytes:
    """Return XML with nine entities that each hold the one before ten times over."""
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return declaring(f'<!ENTITY e0 "ha">{entities}', "&e9;")


def quadratic() -> bytes:
    """Return XML with one long entity that is used very often."""
    return declaring(f'<!ENTITY e "{"a" * 50_000}">', "&e;" * 50_000)


def nested_zip() -> bytes:
    data = zipped(a=bytes(10 * MEGABYTE))
    for _ in range(5):
        data = zipped(a=data, b=data, c=data, d=data)
    return data


BOMBS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "forms.pdf": (forms_that_show_each_other, {"too-slow", "too-big", "crashed"}),
    "letters.pdf": (packed_letters, {"scan", "too-slow", "too-big", "too-long"}),
    "laughing.xml": (laughing, {"markup", "entities"}),
    "quadratic.xml": (quadratic, {"markup", "entities"}),
    "deep.xml": (lambda: b"<kamervragen>" + b"<al>" * 200_000, {"markup"}),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 300_000, {"markup"}),
    "text.html": (lambda: b"<html><body>" + b"a" * (20 * MEGABYTE), {"too-large", "markup"}),
    "deep.json": (lambda: b'{"paper":' * 100_000, {"json", "schema"}),
    "wide.json": (lambda: b"[" + b"{}," * 3_000_000 + b"{}]", {"schema", "json", "too-large"}),
    "line.txt": (lambda: b"Kent u het bericht? " * (50 * MEGABYTE // 20), {"too-large"}),
    "words.txt": (lambda: b"deeenvan" * (MEGABYTE // 8), {"not-a-paper"}),
    "zeros.zip": (lambda: zipped(a=bytes(300 * MEGABYTE)), {"bomb"}),
    "zeros.gz": (lambda: gzip.compress(bytes(300 * MEGABYTE)), {"bomb"}),
    "nested.zip": (nested_zip, {"bomb", "too-deep"}),
    "bomb.docx": (
        lambda: zipped(**{"[Content_Types].xml": b"<x/>", "word__document.xml": b"<w>" + b"a" * (200 * MEGABYTE)}),
        {"too-large", "damaged", "bomb"},
    ),
    "bomb.odt": (
        lambda: zipped(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": bytes(200 * MEGABYTE)}),
        {"too-large", "damaged", "bomb"},
    ),
}


def test_bombs_cost_themselves(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for name, (make, _) in BOMBS.items():
        (sources / name).write_bytes(make())
    build([str(GOOD)], tmp_path / "clean", validate=False)
    build([str(sources), str(GOOD)], tmp_path / "out", jobs=2, patience=PATIENCE, validate=False)
    assert (tmp_path / "out" / "graph.nq.gz").read_bytes() == (tmp_path / "clean" / "graph.nq.gz").read_bytes()

    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    told = {one["file"].partition("/")[0]: one for one in manifest["set_aside"]}
    assert told.keys() == BOMBS.keys()
    for name, (_, codes) in BOMBS.items():
        assert told[name]["code"] in codes, told[name]
        assert told[name]["reason"].endswith(".")
        assert told[name]["advice"].endswith(".")


@pytest.mark.parametrize("name", ["forms.pdf", "deep.json", "laughing.xml"])
def test_one_bomb_is_stopped_as_well(name: str, tmp_path: Path) -> None:
    (path := tmp_path / name).write_bytes(BOMBS[name][0]())
    found = pool.one(path, records, patience=PATIENCE)
    assert isinstance(found, SetAside)
    assert found.code in BOMBS[name][1]
