# One short command per chore. Needs python3 with its venv module, and make; uses uv where it is there.

VENV ?= .venv
BIN  := $(VENV)/bin
UV   := $(shell command -v uv 2>/dev/null)
PY   ?= python3

.PHONY: help demo serve test check bench errors docs lock clean

help:           ## this list
	@grep -E '^[a-z]+: .*## |^[a-z]+:  *## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/run      ## sample pages in, ledger printed, reading room opened
	@$(BIN)/reportedly demo $(ARGS)

serve: $(VENV)/run     ## your own ledger in the reading room
	@$(BIN)/reportedly serve $(ARGS)

test: $(VENV)/dev      ## all tests, side by side on every core
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

check: $(VENV)/dev     ## style, types, the house's floors, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

bench: $(VENV)/dev     ## benchmarks against pinned floors (TASK=claims for one)
	$(BIN)/python benchmarks/bench.py $(TASK)

errors: $(VENV)/dev    ## gold beside prediction, by cause, as a local page (TASK=claims)
	$(BIN)/python benchmarks/errors.py $(or $(TASK),claims)

docs: $(VENV)/dev      ## the documentation as HTML in docs/_build
	$(BIN)/sphinx-build -q -n -W -b html docs docs/_build

lock: $(VENV)/dev      ## resolve the locked versions anew
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --no-emit-index-url --no-header --generate-hashes pyproject.toml -o locks/run.txt
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --no-emit-index-url --no-header --generate-hashes pyproject.toml --group dev -o locks/dev.txt

clean:          ## forget what was built
	rm -rf $(VENV) dist docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

ifdef UV
INSTALL = uv pip install --quiet --python $(BIN)/python
$(VENV)/bin/python:
	@echo "setting up $(VENV) ..."
	@uv venv --quiet --python $(PY) $(VENV)
else
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
$(VENV)/bin/python:
	@echo "setting up $(VENV) ..."
	@$(PY) -m venv $(VENV)
endif

$(VENV)/run: $(VENV)/bin/python pyproject.toml locks/run.txt
	@$(INSTALL) -r locks/run.txt
	@$(INSTALL) --no-deps -e .
	@touch $@

$(VENV)/dev: $(VENV)/run locks/dev.txt
	@$(INSTALL) -r locks/dev.txt
	@touch $@
