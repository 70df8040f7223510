"""What is kept beside a document comes back whole, from memory and from disk."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvgraph.exports import scratch
from kvgraph.exports.scratch import headed
from kvgraph.store import sorting
from kvgraph.store.sorting import Sorter

lines = st.lists(st.binary(max_size=3).map(lambda text: text.replace(b"\n", b"") + b"\n"), max_size=30)


@pytest.mark.parametrize("run", [1, 4, 1000])
@given(lines, lines)
def test_lines_come_back_sorted_and_once_as_often_as_asked_for(run: int, some: list[bytes], more: list[bytes]) -> None:
    with pytest.MonkeyPatch.context() as patch, Sorter() as sorter:
        patch.setattr(sorting, "RUN", run)
        sorter.update(some)
        assert list(sorter) == sorted(set(some))
        sorter.update(more)
        assert list(sorter) == list(sorter) == sorted({*some, *more})


@pytest.mark.parametrize("held", [1, 1000])
def test_a_head_that_depends_on_the_body_stands_before_it(monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr(scratch, "BODY", held)
    stream, said = BytesIO(), list[str]()
    with headed(stream, lambda: f"{len(said)} lines\n") as body:
        for line in ("one\n", "two\n"):
            said.append(line)
            body.write(line.encode())
        assert not stream.getvalue()
    assert stream.getvalue() == b"2 lines\none\ntwo\n"
