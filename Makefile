# `make report` and `make test` need nothing but python3 (3.11 or newer), git and make; everything else comes from requirements.lock.
SHELL := /bin/sh
PYTHON ?= python3
UV_VERSION := 0.13.9
# An uv on PATH that runs is used as it is; otherwise the pinned one is installed into .tools.
UV := $(or $(shell uv --version >/dev/null 2>&1 && command -v uv),.tools/bin/uv)
BIN := .venv/bin
CORPUS ?= corpus/dnipropetrovsk-2025

CHECK_PYTHON = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
  { echo "$(PYTHON) is not Python 3.11 or newer: name one that is, as in make PYTHON=python3.12 setup" >&2; exit 1; }
CHECK_VENV = $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
  { echo "$(PYTHON) can make no environment: install its venv module (Debian: apt-get install python3-venv), or uv" >&2; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help setup report test lint format bench soak audit docs lab lock clean screenshots

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.tools/bin/uv:
	@$(CHECK_PYTHON)
	@$(CHECK_VENV)
	$(PYTHON) -m venv --clear .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(BIN)/.ready: requirements.lock pyproject.toml | $(filter .tools/bin/uv,$(UV))
	@$(CHECK_PYTHON)
	$(UV) venv --quiet --clear --no-python-downloads --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q toolkit
	@touch $@

setup: $(BIN)/.ready ## make .venv from requirements.lock

report: setup ## run the report on the shipped corpus (CORPUS=folder for another) into outputs/
	$(BIN)/timeline report $(CORPUS)

test: setup lint ## lint, check types and run all tests
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: setup ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The other date finders that accuracy.py compares with stay out of .venv: no module imports them.
.bench/.ready: pyproject.toml | setup
	$(UV) venv --quiet --clear --no-python-downloads --python $(BIN)/python .bench
	$(UV) pip install --quiet --python .bench/bin/python --group bench
	@touch $@

bench: setup ## print the figures that the documentation quotes (GOLD="FILES" or a folder adds accuracy, beside peers)
	@$(MAKE) --no-print-directory .bench/.ready || echo "bench: the peers could not be installed; going on without them" >&2
	$(BIN)/python benchmarks/run.py
	$(if $(GOLD),$(BIN)/python benchmarks/accuracy.py $(GOLD))

soak: setup ## try for hours what is promised of hostile text, killed runs and equal bytes
	TIMELINE_KILLS=50 $(BIN)/python -m pytest tests/timeline/test_swap.py
	TIMELINE_TRIES=20 $(BIN)/python -m pytest -m hypothesis tests
	$(BIN)/python benchmarks/soak.py

audit: setup ## print what the lock brings: licences, sizes, and known holes (ADVISORIES=FILE where there is no network)
	$(BIN)/python benchmarks/supply.py $(if $(ADVISORIES),--advisories "$(ADVISORIES)")

# The site's generator stays out of .venv, as the peers of the benchmark do.
.docs/.ready: pyproject.toml | setup
	$(UV) venv --quiet --clear --no-python-downloads --python $(BIN)/python .docs
	$(UV) pip install --quiet --python .docs/bin/python --group docs
	@touch $@

docs: setup .docs/.ready ## make the documentation as a site that opens offline, site/index.html
	$(BIN)/python docs/site/gallery.py
	NO_MKDOCS_2_WARNING=1 .docs/bin/mkdocs build --quiet --clean
	@echo "open site/index.html"

screenshots: setup ## make the pictures of docs/pictures/ anew (needs Chromium)
	$(BIN)/python docs/site/screenshots.py

lab: setup ## open the tour, notebooks/explore.ipynb, in JupyterLab
	$(BIN)/jupyter lab notebooks/explore.ipynb

lock: | $(filter .tools/bin/uv,$(UV)) ## renew requirements.lock
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements.lock

clean: ## remove .venv, .bench, .docs, .tools, site and caches
	rm -rf .venv .bench .docs .tools site docs/gallery .mypy_cache .ruff_cache .pytest_cache .hypothesis
