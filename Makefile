# The two commands of the README, and what developers run beside them.
PYTHON ?= python3

.PHONY: check output registers bench clean

check: ## all tests; style and types are checked by tests too
	$(PYTHON) -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/python -m pytest -n auto

output: ## the example papers to output/
	$(PYTHON) -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/kvgraph build examples -o output

registers: ## remake the registers: make registers SOURCES=folder
	.venv/bin/python ontology/registers/remake.py $(SOURCES)

bench: ## measure, as ratios to a peer in the same run
	for benchmark in benchmarks/*.py; do .venv/bin/python $$benchmark || exit 1; done

clean:
	rm -rf .venv build dist output/graph* output/report* output/network output/store output/manifest.json
