# The commands of the project; `make setup` is what the others call first.
PYTHON ?= python3
BIN := .venv/bin
STAMPS := .setup

.PHONY: setup browsers node run demo test test-long lint bench clean

setup: $(STAMPS)/python

$(STAMPS)/python: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Poise needs Python 3.11 or later: install it, then say PYTHON=python3.11 make $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || \
	  { echo "Python's venv is missing: sudo apt-get install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@mkdir -p $(STAMPS) && touch $@
