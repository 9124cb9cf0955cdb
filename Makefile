# Everything is set up where it is needed: a target that runs kg makes the environment first, once.

PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
ARTICLES ?= data/articles
TREEBANK ?=
TRAINING := $(OUT)/training
PYTEST ?= -q

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## Show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- using it ---------------------------------------------------------------------------------------------------------

.PHONY: graph
graph: $(VENV)/.installed ## Build the graph of the sample articles, ask it a question, leave out/graph.html and out/graph.ttl
	$(BIN)/kg build $(ARTICLES) --out $(OUT)
	@echo
	$(BIN)/kg ask who-said-what --territory Shikotan --store $(OUT)/store
	@echo
	@echo "The page to look at: $(OUT)/graph.html    The graph as Turtle: $(OUT)/graph.ttl"

.PHONY: test
test: $(VENV)/.developed ## Run the tests; what this machine lacks is left out and named
	$(BIN)/python -m pytest $(PYTEST)

# --- setting it up ----------------------------------------------------------------------------------------------------

.PHONY: install
install: $(VENV)/.developed ## Make the environment .venv with kg and all that its developers use

.PHONY: tools
tools: ## Install the system packages that some tests use (as root or with sudo): Chromium, axe-core, rapper, serdi
	scripts/install-tools

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "kg needs Python 3.11 or newer; install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "$(PYTHON) has no venv module; install it (Debian, Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --upgrade pip

# The stamps say that what pyproject.toml asks for is installed; a later change to it installs again.
$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -qq --editable .
	@touch $@

$(VENV)/.developed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -qq --editable . --group dev
	@touch $@ $(VENV)/.installed

# --- what must pass ---------------------------------------------------------------------------------------------------

.PHONY: check
check: checks test ## Everything that must pass: lint, types, imports, tables, fresh docs, scores, tests

.PHONY: checks
checks: lint types imports tables fresh evaluate ## All of check but the tests

.PHONY: lint
lint: $(VENV)/.developed ## Look for faults and for unformatted code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: format
format: $(VENV)/.developed ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

.PHONY: types
types: $(VENV)/.developed ## Check the types (mypy, strict)
	$(BIN)/mypy

.PHONY: imports
imports: $(VENV)/.developed ## Check that each room imports only the rooms below it
	$(BIN)/lint-imports

.PHONY: tables
tables: $(VENV)/.installed ## Check the tables of names: each fault by file, line and cure
	$(BIN)/python scripts/check_tables.py

.PHONY: evaluate
evaluate: $(VENV)/.installed ## Score the annotated articles and hold the floors
	$(BIN)/kg evaluate data/annotations --floors data/annotations/floors.json

# --- what is made -----------------------------------------------------------------------------------------------------

.PHONY: docs
docs: $(VENV)/.installed ## Write docs/cli.md from the help of the commands, docs/quality.md from the scores
	$(BIN)/python scripts/write_cli_docs.py docs/cli.md
	$(BIN)/python scripts/write_quality_docs.py docs/quality.md

.PHONY: picture
picture: $(VENV)/.developed ## Draw the page of the sample articles for the README (needs Chromium)
	$(BIN)/kg build $(ARTICLES) --out $(OUT) --quiet
	$(BIN)/python scripts/draw_page.py $(OUT)/graph.html docs/page.png

.PHONY: fresh
fresh: $(VENV)/.installed ## Check that the generated documentation is what would be written now
	$(BIN)/python scripts/write_cli_docs.py --check docs/cli.md
	$(BIN)/python scripts/write_quality_docs.py --check docs/quality.md

# One thread: the seconds of all would be counted, though more than one do little for small matrices.
.PHONY: bench
bench: export OPENBLAS_NUM_THREADS := 1
bench: export OMP_NUM_THREADS := 1
bench: $(VENV)/.developed ## Measure extraction, triage, the scan for names and the page; the tables are kept in benchmarks/
	$(BIN)/python benchmarks/extraction.py --write benchmarks/extraction.md
	$(BIN)/python benchmarks/triage.py --write benchmarks/triage.md
	$(BIN)/python benchmarks/gazetteer.py --write benchmarks/gazetteer.md
	$(BIN)/python benchmarks/page.py --write benchmarks/page.md

# Each training keeps to one core: the two of them run side by side.
.PHONY: model
model: $(VENV)/.trained ## Train the English pipeline in data/model: make model TREEBANK=path (see training/README.md)
	@test -d "$(TREEBANK)" || { echo "name the folder of the treebanks: make model TREEBANK=path (see training/README.md)" >&2; exit 1; }
	$(BIN)/python -m training.prepare $(TREEBANK) $(TRAINING)
	$(BIN)/python -m training.embed_words $(TRAINING)/words.txt $(TRAINING)/embeddings.npz
	$(BIN)/python -m training.vectors $(TRAINING)/words.txt $(TRAINING)/vectors --embeddings $(TRAINING)/embeddings.npz
	$(MAKE) -j2 $(TRAINING)/parser-silver/model-best $(TRAINING)/names-light/model-best
	$(BIN)/python -m training.assemble $(TRAINING)/parser-silver/model-best $(TRAINING)/names-light/model-best data/model
	$(BIN)/python -m training.evaluate data/model $(TREEBANK) --json data/model/scores.json
	$(BIN)/python -m training.write_card data/model

TRAIN = OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m spacy train
CORPORA = --paths.train $< --paths.dev $(<:-train.spacy=-dev.spacy) --paths.vectors $(TRAINING)/vectors

$(TRAINING)/parser-more/model-best: $(TRAINING)/parser-train.spacy training/parser-more.cfg $(TRAINING)/parser/model-best
	$(TRAIN) training/parser-more.cfg --code training/go_on.py --output $(TRAINING)/parser-more $(CORPORA) \
		--paths.first $(TRAINING)/parser/model-best

$(TRAINING)/teacher.pt: $(TRAINING)/parser-train.spacy
	$(BIN)/python -m training.teacher $(TREEBANK) $@

$(TRAINING)/silver.spacy: $(TRAINING)/teacher.pt $(TRAINING)/parser-more/model-best
	$(BIN)/python -m training.silver $(TREEBANK) $^ $(TRAINING)/parser-train.spacy $@

$(TRAINING)/parser-silver/model-best: $(TRAINING)/silver.spacy training/parser-silver.cfg
	$(TRAIN) training/parser-silver.cfg --code training/go_on.py --output $(TRAINING)/parser-silver \
		--paths.train $< --paths.dev $(TRAINING)/parser-dev.spacy --paths.vectors $(TRAINING)/vectors \
		--paths.first $(TRAINING)/parser-more/model-best

$(TRAINING)/name-teacher.pt: $(TRAINING)/teacher.pt training/name_teacher.py
	$(BIN)/python -m training.name_teacher $(TREEBANK) $< $@

$(TRAINING)/names-read/train.spacy: $(TRAINING)/name-teacher.pt training/silver_names.py
	$(BIN)/python -m training.silver_names $(TREEBANK) $< $(@D)

$(TRAINING)/names-first: $(TRAINING)/names-read/train.spacy training/name_encoder.py training/names-model.cfg
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.name_encoder $(<D) $(TRAINING)/vectors $@

$(TRAINING)/names/model-best: $(TRAINING)/names-read/train.spacy training/names.cfg $(TRAINING)/names-first
	$(TRAIN) training/names.cfg --code training/fast_math.py --output $(TRAINING)/names --paths.train $< \
		--paths.dev $(TRAINING)/names-dev.spacy --paths.vectors $(TRAINING)/vectors --paths.first $(TRAINING)/names-first

$(TRAINING)/names-light-first: $(TRAINING)/names/model-best training/lighten_names.py
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.lighten_names $< $(TRAINING)/names-dev.spacy \
		$(TRAINING)/vectors $@

$(TRAINING)/names-light/model-best: $(TRAINING)/names-read/train.spacy training/names.cfg $(TRAINING)/names-light-first
	$(TRAIN) training/names.cfg --code training/fast_math.py --output $(TRAINING)/names-light --paths.train $< \
		--paths.dev $(TRAINING)/names-dev.spacy --paths.vectors $(TRAINING)/vectors --paths.first $(TRAINING)/names-light-first \
		--training.dropout 0.1 --system.seed 3

$(TRAINING)/%/model-best: $(TRAINING)/%-train.spacy training/%.cfg
	$(TRAIN) training/$*.cfg --code training/fast_math.py --output $(TRAINING)/$* $(CORPORA)

$(VENV)/.trained: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -qq --editable . --group training
	@touch $@

.PHONY: wheel
wheel: $(VENV)/.developed ## Build the wheel in dist/
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist .

.PHONY: clean
clean: ## Remove what was built; the environment stays
	rm -rf $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
