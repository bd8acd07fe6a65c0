# run: set everything up and serve   owner: a new link into the teacher's desk
# test: all checks and tests   check: style, types, layers   bench: how fast, as ratios
# fuzz: thousands of broken files for every reader, rows and texts (N=2000 of each kind)
# messages: bring translations up to date   clean: remove all but your data
# Also: make run PORT=8123 HOST=0.0.0.0, make test ARGS="-k deck", make PYTHON=python3.13

MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: run owner test check bench fuzz messages clean .venv FORCE

# The first of these that is new enough makes .venv.
PYTHONS = $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python
ENOUGH = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
TOO_OLD = Quiz needs Python 3.11 or newer with venv \
	(Debian and Ubuntu: apt install python3-venv; others: https://www.python.org/downloads/).

IN = .venv/bin
PIP = "$(IN)/python" -m pip install --quiet --disable-pip-version-check
CATALOGS = $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))

# A checkout that was moved, or whose Python went away, gets a new .venv.
ifneq ($(shell "$(IN)/python" -c "import pip" 2>&1; cat .venv/place 2>/dev/null),$(CURDIR))
.venv/place: FORCE
endif

# Only a HOST typed here counts: some shells export one, and it opens the server to others.
run: .venv/run $(CATALOGS)
	@"$(IN)/quiz" serve $(if $(findstring command,$(origin HOST)),--host "$(HOST)") \
		$(if $(PORT),--port "$(PORT)")

owner: .venv/run
	@"$(IN)/quiz" owner $(if $(PORT),--address "http://127.0.0.1:$(PORT)")

test: check $(CATALOGS)
	@"$(IN)/python" -m tests.prepare
	@"$(IN)/python" -m pytest -n 3 --dist loadfile $(ARGS)

check: .venv/dev
	@"$(IN)/ruff" format --check . || { echo "Run: $(IN)/ruff format" >&2; exit 1; }
	@"$(IN)/ruff" check .
	@"$(IN)/mypy" --no-error-summary
	@"$(IN)/lint-imports"

bench: .venv/dev $(CATALOGS)
	@"$(IN)/python" -m benchmarks $(ARGS)

fuzz: .venv/dev
	@QUIZ_FUZZ="$(or $(N),2000)" "$(IN)/python" -m pytest tests/readers/test_fuzzed_files.py \
		tests/formats/test_spreadsheet.py tests/actions/test_import_rows.py \
		tests/language/test_mangled_texts.py -k "any or broken or mangled"

messages: .venv/dev
	@"$(IN)/python" -m tests.messages

clean:
	rm -rf .venv build dist test-results .mypy_cache .pytest_cache .ruff_cache
	rm -rf .import_linter_cache .hypothesis $(CATALOGS)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv: .venv/dev $(CATALOGS)

.venv/place:
	@for python in $(PYTHONS); do \
		if "$$python" -c "$(ENOUGH)" >/dev/null 2>&1; then \
			echo "Setting up .venv; the first time takes about a minute." >&2; \
			"$$python" -m venv --clear .venv && echo "$(CURDIR)" > .venv/place && exit; \
			exit 1; \
		fi; \
	done; echo "$(TOO_OLD)" >&2; exit 1

.venv/run: .venv/place requirements.txt pyproject.toml hatch_build.py
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch .venv/run

.venv/dev: .venv/run requirements-dev.txt
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch .venv/dev

%.mo: %.po | .venv/run
	@"$(IN)/python" hatch_build.py
