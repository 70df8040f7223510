"""The output folder: one writer, all or nothing, and what a killed build left is cleared away."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kvgraph.build import FolderError, LockedError, folder

NAMES = ("a.txt", "sub", "manifest.json")


def fill(at: Path, text: str) -> None:
    (at / "a.txt").write_text(text)
    (at / "sub").mkdir()
    (at / "sub" / "b.txt").write_text(text)
    (at / "manifest.json").write_text(text)


def content(output: Path) -> dict[str, str]:
    return {path.relative_to(output).as_posix(): path.read_text() for path in output.rglob("*") if path.is_file()}


def publish(output: Path, text: str) -> None:
    with folder.staging(output) as staging:
        fill(staging, text)
        folder.publish(output, NAMES)


def of(text: str) -> dict[str, str]:
    return {"a.txt": text, "sub/b.txt": text, "manifest.json": text}


def test_a_second_build_takes_the_place_of_the_first(tmp_path: Path) -> None:
    publish(tmp_path / "out", "one")
    publish(tmp_path / "out", "two")
    assert content(tmp_path / "out") == of("two")


def test_what_is_no_longer_made_goes(tmp_path: Path) -> None:
    publish(tmp_path, "one")
    with folder.staging(tmp_path) as staging:
        (staging / "manifest.json").write_text("two")
        folder.publish(tmp_path, ["manifest.json"], gone=["a.txt", "sub", "never-made"])
    assert content(tmp_path) == {"manifest.json": "two"}


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    publish(tmp_path, "one")
    assert content(tmp_path) == {**of("one"), "notes.txt": "mine"}


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(output: Path) -> None:
        with folder.staging(output) as staging:
            fill(staging, "half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail(tmp_path / "new" / "out")
    assert not (tmp_path / "new" / "out").exists()


def test_trouble_with_a_file_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderError, match="file"), folder.staging(tmp_path / "file"):
        pass
    with pytest.raises(FolderError, match=r"none\.txt.*as it was"), folder.staging(tmp_path) as staging:
        (staging / "none.txt").read_text()


@pytest.mark.parametrize("failing", range(7))
def test_a_rename_that_fails_puts_all_back(failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, "one")
    rename, calls = Path.rename, 0

    def fail_once(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == failing + 1:
            raise OSError(5, "Input/output error", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(FolderError):
        publish(tmp_path, "two")
    assert content(tmp_path) == of("one")
    monkeypatch.undo()
    publish(tmp_path, "three")
    assert content(tmp_path) == of("three")


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
import test_folder
rename, calls = Path.rename, 0
def kill(self, target):
    global calls
    calls += 1
    if calls == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
    return rename(self, target)
Path.rename = kill
test_folder.publish(Path(sys.argv[1]), "two")
"""


@pytest.mark.parametrize("at", range(1, 8))
def test_a_killed_build_is_undone_by_the_next(at: int, tmp_path: Path) -> None:
    publish(tmp_path, "one")
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(at), here], check=False)
    assert done.returncode == -signal.SIGKILL
    with folder.staging(tmp_path) as staging:
        assert content(tmp_path) == of("one")
        assert list(staging.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)


HOLDER = """
import sys, time
from pathlib import Path
from kvgraph.build import folder
with folder.staging(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_writer_at_a_time_and_a_killed_one_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match="another build"), folder.staging(tmp_path):
            pass
        holder.kill()
        holder.wait()
    publish(tmp_path, "one")
    assert content(tmp_path) == of("one")


@pytest.mark.skipif(not shutil.which("mount") or os.geteuid() != 0, reason="a small file system needs root to mount")
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        publish(small / "out", "one")
        with pytest.raises(FolderError, match="No space left"):
            publish(small / "out", "x" * 100_000)
        assert content(small / "out") == of("one")
    finally:
        subprocess.run(["umount", str(small)], check=True)
