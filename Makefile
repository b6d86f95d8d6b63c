# The commands of the project; `make setup` is what the others call first, and `make run` the half of it that a user needs.
PYTHON ?= python3
BIN := .venv/bin
STAMPS := .setup
BROWSERS := chromium chromium-driver firefox-esr
SEMGREP_VERSION := 1.182.0
SEMGREP := $(STAMPS)/semgrep-$(SEMGREP_VERSION)
SCAN := $(SEMGREP)/bin/semgrep scan --quiet --metrics=off --disable-version-check
# With LOCKED all is there already, also what builds it: nothing else is fetched.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check $(if $(LOCKED),--no-build-isolation --no-deps) --editable

.PHONY: setup lock browsers postgresql strace run demo test test-long attack screenshots listing lint renew package signed bench weights clean

setup: $(STAMPS)/python

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Poise needs Python 3.11 or later: install it, then say make PYTHON=python3.11 setup"; exit 1; }
	@$(PYTHON) -m venv .venv || \
	  { echo "Python's venv is missing: sudo apt-get install python3-venv"; exit 1; }
	@echo "Getting what Poise needs, once: a minute or two, with dictionaries of 200 MB ..."

$(STAMPS)/program: pyproject.toml $(if $(LOCKED),$(STAMPS)/locked) | $(BIN)/pip
	@$(INSTALL) '.[spelling]'
	$(if $(LOCKED),,@rm -f $(STAMPS)/locked)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/python: $(STAMPS)/program
	$(INSTALL) '.[dev,spelling]'
	@touch $@

$(STAMPS)/locked: requirements.lock | $(BIN)/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@mkdir -p $(STAMPS) && touch $@

# The very packages that were tried last, each by its hash: `make setup LOCKED=1` takes no other. Anew with each dependency.
lock: setup
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes --no-header --no-annotate \
	  --output-file requirements.lock pyproject.toml

$(STAMPS)/node: package.json package-lock.json
	@command -v npm >/dev/null || { echo "The linters and the tests need Node.js 20 or later: sudo apt-get install nodejs npm"; exit 1; }
	npm ci --silent --no-audit --no-fund --ignore-scripts
	@mkdir -p $(STAMPS) && touch $@

# The tests drive real browsers. Root gets them by itself; anybody else is told the command.
browsers:
	@(for program in chromium chromedriver firefox-esr Xvfb; do command -v $$program >/dev/null || exit 1; done) || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq --no-install-recommends $(BROWSERS) xvfb >/dev/null; } || \
	  { echo "The tests need browsers: sudo apt-get install $(BROWSERS) xvfb"; exit 1; }

# One file of tests starts a PostgreSQL of its own; where there is none they are left out, and pytest says so.
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql >/dev/null; } || \
	  echo "Some tests need PostgreSQL and are left out: sudo apt-get install postgresql"

# In an environment of its own: what it pins must not decide what Poise gets.
$(SEMGREP):
	@($(PYTHON) -m venv $@ && $@/bin/pip install --quiet --disable-pip-version-check semgrep==$(SEMGREP_VERSION)) || { rm -rf $@; exit 1; }

run: $(STAMPS)/program
	@$(BIN)/poise run

demo: setup browsers
	@$(BIN)/python -m tests.demo $(if $(HEADLESS),--headless)

# One long test sees by it what the service writes; where there is none it is left out, and pytest says so.
strace:
	@command -v strace >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq --no-install-recommends strace >/dev/null; } || \
	  echo "A test needs strace and is left out: sudo apt-get install strace"

test: setup browsers postgresql $(STAMPS)/node
	node --test tests/guard/ tests/dashboard/ tests/pages/
	$(BIN)/pytest -n 2 --dist loadgroup

# What takes longer than a change should wait for; docs/long-tests.md keeps the last result.
test-long: setup browsers postgresql strace $(STAMPS)/node $(STAMPS)/training $(STAMPS)/fuzzing
	$(BIN)/pytest -m long
	$(BIN)/pytest -n 2 --dist loadgroup tests/server/test_*.py --database postgresql
	@rm -rf build/lean && $(BIN)/python -m tools.lean build/lean
	POISE_EXTENSION=$(CURDIR)/build/lean $(BIN)/pytest -n 2 --dist loadgroup tests/browser

# Every defence taken out of a copy, one by one, and which test notices; ONLY=gate for those with that in their name.
attack: setup browsers $(STAMPS)/node
	$(BIN)/python -m tests.attack $(ONLY)

# Every state in three languages, light and dark, narrow and wide: build/screenshots, to be looked at one by one.
screenshots: setup browsers
	$(BIN)/python -m tests.screenshots

# The pictures for the stores, in three languages: build/listing.
listing: setup browsers
	$(BIN)/python -m tests.screenshots.listing

lint: setup $(STAMPS)/node $(SEMGREP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml server tools
	$(SCAN) --test semgrep
	$(SCAN) --error --config semgrep server tools extension
	$(BIN)/mypy
	npx tsc -p extension/jsconfig.json
	npx eslint extension
	@rm -rf build/lint && mkdir -p build/lint && cp -r manifest.json _locales extension build/lint
	npx web-ext lint --no-config-discovery --source-dir build/lint
	@rm -rf build/lean && $(BIN)/python -m tools.lean build/lean
	npx web-ext lint --no-config-discovery --source-dir build/lean

# The wheel with the extension in it, the source, and the extension for the stores, in dist/.
package: setup $(STAMPS)/node
	rm -rf dist
	$(BIN)/python -m hatchling build -d dist
	$(BIN)/python -m tools.pack dist

# The extension signed by Mozilla for one's own Firefox: README says what that takes, and what it sends where.
signed: package
	@rm -rf build/signed && $(BIN)/python -m tools.lean build/signed
	npx web-ext sign --no-config-discovery --channel unlisted --source-dir build/signed --artifacts-dir dist \
	  --upload-source-code dist/poise-*.tar.gz

# What is made of other files: the extension's maps and words of findings, the manifest's sites, the tables of README and docs/sites.md.
renew: setup
	$(BIN)/python -m tools.renew

# What the reading of texts weighs by, learnt anew: after any change of a labelled text, a concept, or how words are read.
weights: $(STAMPS)/training
	$(BIN)/python -m training
	$(BIN)/python -m training check

$(STAMPS)/training: $(STAMPS)/python
	$(INSTALL) '.[training]'
	@touch $@

$(STAMPS)/fuzzing: $(STAMPS)/python
	$(INSTALL) '.[fuzzing]'
	@touch $@

bench: setup browsers $(STAMPS)/node $(STAMPS)/plot
	$(BIN)/python -m bench

$(STAMPS)/plot: $(STAMPS)/python
	$(INSTALL) '.[plot]'
	@touch $@

clean:
	rm -rf .venv .setup build dist node_modules
