"""The commands as a user runs them: what goes to which stream, and what the exit code says."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kvgraph.build import folder
from kvgraph.build.readings import FILE

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
BAD = ROOT / "tests" / "data" / "bad"
KVGRAPH = (sys.executable, "-m", "kvgraph")


def run(
    *arguments: object, cwd: Path | None = None, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [*KVGRAPH, *map(str, arguments)]
    environment = {**os.environ, **(env or {})}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd, env=environment)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which three papers were built to ``output``."""
    home = tmp_path_factory.mktemp("home")
    papers = [
        EXAMPLES / "01-belarus-typeset.txt",
        EXAMPLES / "04-question-paper-typeset.txt",
        EXAMPLES / "16-labels.txt",
    ]
    done = run("build", *papers, cwd=home)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr.decode()
    return home


# --- build -------------------------------------------------------------------------------------------------------


def test_a_summary_goes_to_standard_error(tmp_path: Path) -> None:
    done = run("build", EXAMPLES / "01-belarus-typeset.txt", BAD, "-o", tmp_path / "out")
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (3, b"")
    assert "picture.txt: set aside (read, binary): it is a JPEG picture" in said
    assert "papers" in said
    assert "1 with answers" in said
    assert "\x1b" not in said


def test_quiet_says_only_what_went_wrong(tmp_path: Path) -> None:
    done = run("build", EXAMPLES / "01-belarus-typeset.txt", "-o", tmp_path, "-q", "--no-validate")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_json_on_standard_output(tmp_path: Path) -> None:
    done = run("build", EXAMPLES / "16-labels.txt", BAD / "empty.txt", "-o", tmp_path, "--json", "-v")
    content = json.loads(done.stdout)
    assert done.returncode == 3
    assert content["papers"] == {"AnswerPaper": 1}
    assert content["conforms"] is True
    assert [(one["stage"], one["code"]) for one in content["set_aside"]] == [("read", "empty")]
    assert content["noted"][0]["message"] in done.stderr.decode()


def test_findings_end_with_one_when_asked(tmp_path: Path) -> None:
    paper = EXAMPLES / "16-labels.txt"  # a misprinted label, which is a warning
    assert run("build", paper, "-o", tmp_path / "out", "--fail-on", "warning", "-q").returncode == 1
    assert (tmp_path / "out" / "manifest.json").exists()
    assert run("build", paper, "-o", tmp_path / "out", "--fail-on", "never", "-q").returncode == 0


def test_nothing_to_write_leaves_what_was_there(home: Path) -> None:
    before = (home / "output" / "manifest.json").read_bytes()
    done = run("build", BAD, "none.txt", cwd=home)
    assert done.returncode == 3
    assert "nothing was written" in done.stderr.decode()
    assert (home / "output" / "manifest.json").read_bytes() == before


def test_standard_input_is_a_paper(tmp_path: Path) -> None:
    paper = (EXAMPLES / "01-belarus-typeset.txt").read_bytes()
    assert run("build", "-", "-o", tmp_path, "-q", "--no-validate", stdin=paper).returncode == 0
    assert json.loads((tmp_path / "manifest.json").read_text())["sources"][0]["file"] == "stdin"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument"),
        (("x.txt", "--jobs", "0"), "--jobs"),
        (("x.txt", "--base-iri", "kamer"), "absolute IRI"),
        (("empty-folder",), "no file to build from"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "empty-folder").mkdir()
    done = run("build", *arguments, "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not (tmp_path / "out").exists()


def test_a_folder_that_another_build_holds(tmp_path: Path) -> None:
    with folder.staging(tmp_path):
        done = run("build", EXAMPLES / "01-belarus-typeset.txt", "-o", tmp_path)
    assert done.returncode == 75
    assert "another build" in done.stderr.decode()


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run("build", EXAMPLES / "01-belarus-typeset.txt", "-o", tmp_path / "file")
    assert done.returncode == 74
    assert str(tmp_path / "file") in done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupted_build_changes_nothing(tmp_path: Path) -> None:
    for n in range(300):
        text = (EXAMPLES / "03-payments-pdftotext.txt").read_text("utf-8")
        (tmp_path / f"{n}.txt").write_text(text.replace("9014", str(9300 + n)))
    command = [*KVGRAPH, "build", *map(str, tmp_path.glob("*.txt")), "-o", str(tmp_path / "out")]
    # A shell has the commands that it runs in the background ignore interrupts, and these tests may be one of them.
    attentive = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=attentive) as building:
        while not (tmp_path / "out" / folder.STAGING).exists():
            time.sleep(0.01)
        building.send_signal(signal.SIGINT)
        _, said = building.communicate(timeout=30)
    assert building.returncode == 130
    assert "Interrupted" in said
    # What was read so far is kept for the next build.
    assert all(path.name.startswith(FILE) for path in (tmp_path / "out").iterdir())


# --- options from elsewhere --------------------------------------------------------------------------------------


def test_command_line_before_environment_before_file(home: Path) -> None:
    (home / "kvgraph.toml").write_text('[export]\nformat = "nt"\n[build]\nbase-iri = "https://example.org/"\n')

    def first(*arguments: str, env: Mapping[str, str] | None = None) -> bytes:
        return run("--config", "kvgraph.toml", "export", *arguments, cwd=home, env=env).stdout[:9]

    assert first() == b"<https://"
    assert first(env={"KVGRAPH_EXPORT_FORMAT": "ttl"}) == b"@base <ht"
    assert first("-f", "jsonld", env={"KVGRAPH_EXPORT_FORMAT": "ttl"}).startswith(b"{")


@pytest.mark.parametrize("text", ["[bild]\n", "[build]\njob = 2\n", "build = 2\n", "[build\n"])
def test_a_mistake_in_the_file_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "kvgraph.toml").write_text(text)
    done = run("--config", "kvgraph.toml", "stats", cwd=tmp_path)
    assert done.returncode == 2
    assert "kvgraph.toml" in done.stderr.decode()


# --- what reads a graph ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["validate", "export", "stats"])
def test_without_a_build_the_next_step_is_said(command: str, tmp_path: Path) -> None:
    done = run(command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "kvgraph build" in done.stderr.decode()


@pytest.mark.parametrize("name", ["graph.nq", "graph.nq.gz", "graph.ttl", "graph.odd"])
def test_a_file_that_is_no_graph_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("this is no graph")
    done = run("stats", tmp_path / name)
    assert done.returncode == 74
    assert name in done.stderr.decode()


def test_validate_gives_the_report_in_every_form(home: Path) -> None:
    assert run("validate", cwd=home).stdout.decode().startswith("The graph conforms: ")
    assert run("validate", "--language", "nl", cwd=home).stdout.decode().startswith("De graaf voldoet: ")
    assert json.loads(run("validate", "-f", "json", cwd=home).stdout)["conforms"] is True
    assert run("validate", "-o", "again.ttl", cwd=home).returncode == 0
    assert (home / "again.ttl").read_bytes() == (home / "output" / "report.ttl").read_bytes()
    assert run("validate", "output/graph.nq.gz", "--fail-on", "warning", cwd=home).returncode == 1


def test_query_lists_the_named_questions() -> None:
    listed = run("query").stdout.decode()
    assert "who-asked-about\n" in listed
    assert "--param institution=..." in listed


def test_query_by_name_by_text_and_from_a_file(home: Path) -> None:
    asked = run("query", "who-asked-about", "--param", "institution=osce", "-f", "csv", cwd=home)
    assert next(csv.DictReader(io.StringIO(asked.stdout.decode())))["name"] == "Lilianne Ploumen"
    text = "SELECT (COUNT(*) AS ?papers) { ?paper a kv:AnswerPaper }"
    counted = run("query", "-q", text, cwd=home)
    assert counted.stdout.decode().split()[::2] == ["papers", "2"]
    (home / "count.rq").write_text(text)
    from_file = run("query", "count.rq", "-f", "json", cwd=home)
    from_stdin = run("query", "-", "-f", "json", cwd=home, stdin=text.encode())
    assert json.loads(from_file.stdout) == json.loads(from_stdin.stdout)
    assert run("query", "-q", "ASK { ?paper a kv:AnswerPaper }", cwd=home).stdout == b"true\n"
    assert run("query", "count.rq", "-o", "count.md", cwd=home).returncode == 0
    assert (home / "count.md").read_text().startswith("| papers |")


def test_triples_are_turtle(home: Path) -> None:
    done = run("query", "-q", "CONSTRUCT { ?p a kv:Paper } WHERE { ?p a kv:QuestionPaper }", cwd=home)
    assert len(list(parse(done.stdout, RdfFormat.TURTLE))) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("no-such-question",), 2),
        (("-q", "SELECT * {"), 2),
        (("-q", "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"), 2),
        (("who-asked-about", "-q", "ASK {}"), 2),
        (("who-asked-about", "--param", "institution"), 2),
        (("who-asked-about", "--param", "colour=red"), 2),
        (("-q", "CONSTRUCT WHERE { ?s ?p ?o }", "-f", "csv"), 2),
        (("-q", "ASK {}", "--endpoint", "http://localhost:1/query"), 4),
    ],
)
def test_a_question_that_can_not_be_answered(arguments: tuple[str, ...], code: int, home: Path) -> None:
    done = run("query", *arguments, cwd=home)
    assert (done.returncode, done.stdout) == (code, b"")
    assert "Error: " in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_export_guesses_the_format_and_writes_whole_files(home: Path) -> None:
    for name in ("g.ttl", "g.nt", "g.nq", "g.trig", "g.jsonld", "g.gexf", "g.graphml"):
        assert run("export", "-o", name, cwd=home).returncode == 0, name
    assert (home / "g.ttl").read_bytes() == (home / "output" / "graph.ttl").read_bytes()
    assert (home / "g.gexf").read_bytes() == (home / "output/network/questioner-institution.gexf").read_bytes()
    view = run("export", "-f", "graphml", "--view", "full", cwd=home).stdout
    assert view == (home / "output/network/full.graphml").read_bytes()
    assert not list(home.glob(".*"))
    assert run("export", "-o", "g.odd", cwd=home).returncode == 2
    assert run("export", "-o", "none/g.ttl", cwd=home).returncode == 74


def test_a_reader_may_go_away(home: Path) -> None:
    command = f"{' '.join(KVGRAPH)} export -f nt | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=home)
    assert done.stdout.split("\n")[1] == "0"
    assert done.stderr == ""


def test_load_dry_run_and_failure(home: Path) -> None:
    done = run("load", "oxigraph:http://localhost:1", "--dry-run", "--json", cwd=home)
    assert done.returncode == 0
    assert json.loads(done.stdout)["triples"] == json.loads((home / "output/manifest.json").read_text())["statements"]
    failed = run("load", "oxigraph:http://localhost:1", cwd=home)
    assert failed.returncode == 4
    assert "localhost:1" in failed.stderr.decode()
    assert run("load", "localhost", cwd=home).returncode == 4


def test_parse_gives_a_paper_as_json(tmp_path: Path) -> None:
    paper = EXAMPLES / "01-belarus-typeset.txt"
    from_file = json.loads(run("parse", paper).stdout)
    assert from_file["paper"]["kind"] == "AnswerPaper"
    assert run("parse", "-", "-o", tmp_path / "a.json", stdin=paper.read_bytes()).returncode == 0
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["passages"] == from_file["passages"]
    refused = run("parse", BAD / "recipe.txt")
    assert (refused.returncode, refused.stdout) == (3, b"")
    assert "recipe.txt" in refused.stderr.decode()


def test_stats_counts(home: Path) -> None:
    counts = json.loads(run("stats", "--json", cwd=home).stdout)
    assert counts["papers by kind"] == {"AnswerPaper": 2, "QuestionPaper": 1}
    assert counts["passages by class"]["Header"] == 3
    assert sum(counts["links by status"].values()) == sum(counts["mentions by class"].values())
    table = run("stats", "output/graph.nq.gz", cwd=home).stdout.decode()
    assert "papers by kind" in table
