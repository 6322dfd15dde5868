# make demo     the merged chronology of examples/articles on the terminal, and chronology.html
# make test     formatter, linter, types and tests
# make full     adds torch, transformers and camel-tools' own recogniser, and runs its tests
# make docs     the documents as a site, in site/
# make readme   what the README's commands print, and its picture, written anew
# make data     the small data files, written anew from the packages that have the facts
# make installs the built package in bare environments, lean and full, of each Python that is there (asks PyPI)
# make coverage the tests, and which branches they take (twice as slow; fails below 95 %)
# make audit    known vulnerabilities of what constraints.txt pins (asks PyPI)
# make fit TAGGED=files [RAW=files]   the tagger, trained anew (python -m tools.tagger --help)
# make fit-choice ANNOTATED=files     the points of clues, fitted anew (python -m tools.fit_choice --help)
# make bench [ARTICLES=files or folders], make clean
#
# `make full` takes any torch that pip finds, which may be gigabytes of it for graphics cards; the CPU build:
#   make full TORCH_FROM=<index of CPU builds>

PYTHON ?= python3
PYTHONS ?= python3.11 python3.12 python3.13
VENV ?= .venv
AUDIT ?= .venv-audit
TORCH_FROM ?=

BIN := $(VENV)/bin
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check -c constraints.txt
DEMO = timeline merge examples/articles

# The extras' packages by name: asked for as extras they would bring camel-tools' own dependencies.
EXTRAS := httpx icalendar pandas pyarrow pyspark starlette trafilatura uvicorn

.PHONY: demo test full docs readme data installs coverage audit fit fit-choice bench clean

demo: $(VENV)/.installed
	$(BIN)/$(DEMO)
	$(BIN)/$(DEMO) -o chronology.html
	@echo "The same as a page: chronology.html"

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

full: $(VENV)/.installed-full
	$(BIN)/pytest -m neural

docs: $(VENV)/.installed-dev
	$(BIN)/mkdocs build --quiet --strict

readme: $(VENV)/.installed-dev
	$(BIN)/python -m tools.readme

data: $(VENV)/.installed-dev
	$(BIN)/python -m tools.data

installs: $(VENV)/.installed-dev
	$(BIN)/python -m tools.installs $(PYTHONS)

coverage: $(VENV)/.installed-dev
	$(BIN)/pytest --cov --cov-report=term-missing:skip-covered

audit:
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet pip-audit
	$(AUDIT)/bin/pip-audit --strict --no-deps --disable-pip --requirement constraints.txt

fit-choice: $(VENV)/.installed-dev
	$(BIN)/python -m tools.fit_choice $(ANNOTATED)

fit: $(VENV)/.installed-dev
	$(BIN)/python -m tools.tagger $(TAGGED) $(if $(RAW),--raw $(RAW))

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.benchmarks $(ARTICLES)

clean:
	rm -rf $(VENV) $(AUDIT) build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* chronology.html

$(VENV)/.installed: pyproject.toml constraints.txt requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_INSTALL) --no-deps -r requirements.txt --editable .
	touch $@

# What else the tests need; --group asks for a newer pip than Python brings along.
$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python $(PIP_INSTALL) --upgrade pip
	$(BIN)/python $(PIP_INSTALL) $(EXTRAS) --group dev
	touch $@

# torch first, for camel-tools asks for any.
$(VENV)/.installed-full: $(VENV)/.installed-dev
	$(BIN)/python $(PIP_INSTALL) $(if $(TORCH_FROM),--index-url $(TORCH_FROM)) torch
	$(BIN)/python $(PIP_INSTALL) camel-tools
	touch $@
