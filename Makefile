# Everything a contributor runs. The first target that needs it sets up .venv from the lock in .ci; after that it is
# only done again when the lock or pyproject.toml has changed. `make run ARGS="story/*.txt"` passes arguments on.

VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-ready
DEV := $(VENV)/.dev-ready
# Holds the folder that the environment was made for, and is absent while an installation is under way.
SOUND := $(VENV)/.sound

# The first one that runs, not the first one on PATH: a version manager leaves names there that only print an error.
PYTHON ?= $(shell for python in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import ensurepip, sqlite3, sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null \
	&& echo $$python && break; done)

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-large keys lock wheel clean FORCE
FORCE:

# An interrupted or moved environment is not ready, whatever its stamps say.
ifneq ($(shell cat $(SOUND) 2>/dev/null),$(CURDIR))
$(RUN) $(DEV): FORCE
endif

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 8

run: $(RUN) ## open the desk, on the sample story unless ARGS names articles
	@$(BIN)/variorum $(ARGS)

# One more than there are cores: many tests wait for a terminal or another process.
test: $(DEV) ## run the tests, on all cores; ARGS="tests/corpus -k span" for some of them
	@$(BIN)/python -m pytest -n $$($(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)') $(ARGS)

check: $(DEV) ## lint, format, types, and which package may import which
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/python -m pyright --pythonpath $(BIN)/python
	@$(BIN)/lint-imports --no-logo

bench: $(DEV) ## measure speed and memory
	@$(BIN)/python -m tests.bench $(ARGS)

bench-large: $(DEV) ## the same for a library of 100,000 articles; takes some minutes
	@$(BIN)/python -m tests.bench library --articles 100000 --runs 3 $(ARGS)

keys: $(DEV) ## write docs/keys.md and the manual page from the tables of commands
	@$(BIN)/python -m tests.keys_doc

lock: $(DEV) ## resolve the dependencies anew into .ci; ARGS=--upgrade for newer releases
	@printf 'hatchling\n' | $(COMPILE) $(ARGS) pyproject.toml - -o .ci/requirements.txt
	@$(COMPILE) $(ARGS) --extra dev --extra sm -c .ci/requirements.txt pyproject.toml -o .ci/requirements-dev.txt

wheel: $(DEV) ## build the wheel into dist
	@rm -rf dist
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

clean: ## remove the environment and everything that was built
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): .ci/requirements.txt pyproject.toml
	$(call install,.ci/requirements.txt)

$(DEV): .ci/requirements-dev.txt pyproject.toml $(RUN)
	$(call install,.ci/requirements-dev.txt)

# Hashes are required as soon as the file has one; what is built here is built by the locked hatchling alone.
define install
	@test "$$(cat $(SOUND) 2>/dev/null)" = '$(CURDIR)' && $(BIN)/python -c '' 2>/dev/null || { \
		test -n '$(PYTHON)' || { echo 'Variorum needs Python 3.11 to 3.14 with venv and sqlite3: make PYTHON=…' >&2; exit 1; }; \
		echo 'Setting up $(VENV) with $(PYTHON); this takes a minute or two' >&2; \
		$(PYTHON) -m venv --clear $(VENV); }
	@rm -f $(SOUND)
	@$(PIP) install --require-hashes -r $(1)
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@printf '%s' '$(CURDIR)' > $(SOUND)
	@touch $@
endef
