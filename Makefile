.PHONY: check output registers bench

# The README's test command: all tests, style and types among them.
check:
	python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/python -m pytest -n auto

# The README's main command: the examples, built into output/.
output:
	python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/kvgraph build examples -o output

# The registers, made again from their sources: make registers SOURCES=folder (see ontology/registers/README.md).
registers:
	.venv/bin/python ontology/registers/remake.py $(SOURCES)

# Speed and memory, as ratios.
bench:
	.venv/bin/python benchmarks/archive.py --sizes 1000
	.venv/bin/python benchmarks/validation.py
	.venv/bin/python benchmarks/reading.py
	.venv/bin/python benchmarks/finding.py
	.venv/bin/python benchmarks/exports.py
