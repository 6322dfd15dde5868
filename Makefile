# make demo   the merged chronology of examples/articles on the terminal, and chronology.html
# make test   formatter, linter, types and tests
# make lean   the same demo and suite in an environment without torch and transformers
# make coverage   the tests, and which branches they take (twice as slow; fails below 95 %)
# make audit      known vulnerabilities of what constraints.txt pins (asks PyPI)
# make fit TAGGED=files [RAW=files]   the tagger, trained anew (python -m tools.tagger --help)
# make bench [ARTICLES=files or folders], make clean
#
# Elsewhere than in an environment that already offers torch's CPU build, say where it is (see README):
#   make demo TORCH_FROM=<index of CPU builds>

PYTHON ?= python3
VENV ?= .venv
LEAN ?= .venv-lean
AUDIT ?= .venv-audit
TORCH_FROM ?=

BIN := $(VENV)/bin
LEAN_BIN := $(LEAN)/bin
PIP_INSTALL := -m pip install --quiet -c constraints.txt
DEMO = timeline merge examples/articles

# The extras' packages by name: asked for as extras they would bring camel-tools' own dependencies back.
LEAN_EXTRAS := httpx icalendar pandas pyarrow pyspark trafilatura

.PHONY: demo test lean coverage audit fit bench clean

demo: $(VENV)/.installed
	$(BIN)/$(DEMO)
	$(BIN)/$(DEMO) -o chronology.html
	@echo "The same as a page: chronology.html"

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

coverage: $(VENV)/.installed-dev
	$(BIN)/pytest --cov --cov-report=term-missing:skip-covered

audit:
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet pip-audit
	$(AUDIT)/bin/pip-audit --strict --no-deps --disable-pip --requirement constraints.txt

fit: $(VENV)/.installed-dev
	$(BIN)/python -m tools.tagger $(TAGGED) $(if $(RAW),--raw $(RAW))

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.benchmarks $(ARTICLES)

lean: $(LEAN)/.installed-dev
	$(LEAN_BIN)/$(DEMO)
	$(LEAN_BIN)/pytest -m "not neural"
	@for size in $(LEAN)/.size $(VENV)/.size; do if [ -f $$size ]; then cat $$size; fi; done

clean:
	rm -rf $(VENV) $(LEAN) $(AUDIT) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* chronology.html

# The CPU build of torch comes first: camel-tools asks for any torch, and the default one brings gigabytes of GPU libraries.
$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_INSTALL) --upgrade pip
	$(BIN)/python $(PIP_INSTALL) $(if $(TORCH_FROM),--index-url $(TORCH_FROM)) torch
	$(BIN)/python $(PIP_INSTALL) --editable .
	@test -f $(VENV)/.installed-dev || echo "$$(du -sh $(VENV) | cut -f1) with all that camel-tools asks for ($(VENV))" > $(VENV)/.size
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python $(PIP_INSTALL) --editable '.[all]' --group dev
	touch $@

# camel-tools without its dependencies, and the three packages that its tokenizers and utils import.
$(LEAN)/.installed: pyproject.toml constraints.txt requirements-lean.txt
	$(PYTHON) -m venv $(LEAN)
	$(LEAN_BIN)/python $(PIP_INSTALL) --upgrade pip
	$(LEAN_BIN)/python $(PIP_INSTALL) --requirement requirements-lean.txt
	$(LEAN_BIN)/python $(PIP_INSTALL) --no-deps camel-tools --editable .
	@test -f $(LEAN)/.installed-dev || echo "$$(du -sh $(LEAN) | cut -f1) without torch and transformers ($(LEAN))" > $(LEAN)/.size
	touch $@

$(LEAN)/.installed-dev: $(LEAN)/.installed
	$(LEAN_BIN)/python $(PIP_INSTALL) $(LEAN_EXTRAS) --group dev
	touch $@
