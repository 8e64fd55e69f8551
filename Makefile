# Everything that a developer needs; "make help" lists it. Nothing but make and Python 3.11 is
# assumed: the first target that needs the virtual environment makes it.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.ready-bench
DATA ?= $(NEWSFIX_DATA)
ARTICLE ?= examples/there-and-back.txt

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench docs clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

demo: $(READY) ## repair an example article and show every finding
	@echo "== newsfix check $(ARTICLE)"
	@$(BIN)/newsfix check --exit-zero --output-format full $(ARTICLE)
	@echo "== newsfix fix --diff $(ARTICLE)"
	@$(BIN)/newsfix fix --diff $(ARTICLE) || test $$? -eq 1

# By file, for the tests of a file share a browser or a server; in order, for the small files are last.
test: $(READY) ## run the whole test suite
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(READY) ## check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BENCH_READY) ## measure quality and speed; DATA=FOLDER adds the public sets
	$(BIN)/python -m benchmarks.quality $(DATA)
	$(BIN)/python -m benchmarks.speed $(DATA)
	$(BIN)/python -m benchmarks.calibration

docs: $(READY) ## rewrite what is generated: rule pages, README, example articles
	NEWSFIX_REWRITE=1 $(BIN)/pytest -q tests/test_generated.py

clean: ## remove the virtual environment and all caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --editable . --group dev
	@touch $@

$(BENCH_READY): $(READY)
	$(BIN)/pip install --quiet --group bench
	@touch $@
