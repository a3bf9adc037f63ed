# make demo: everything a newcomer needs to see. make test: everything CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# nbgrader starts some of its helpers by name.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: demo test lint release bench lab pictures clean

demo: $(READY)
	$(BIN)/seqgraph demo demo

test: $(READY) lint
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

release: $(READY)
	$(BIN)/seqgraph release

bench: $(READY)
	$(BIN)/python -m benchmarks

pictures: demo
	$(BIN)/python -m docs.pictures

lab: $(READY)
	$(BIN)/jupyter lab

# The environment is made anew when the pins change.
$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; say make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[grader,dev]'
	touch $(READY)

clean:
	rm -rf $(VENV) demo
