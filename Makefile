# Each target sets up what it needs; on a bare machine it needs only Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv/bin
PURPOSE ?= test
# The tests start a hundred servers; each would compile all modules anew where a machine forbids to keep them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check python pages check-server check-generated check-pages test-server test-pages generate bench soak lock clean

run: ## start Tavolo on this machine
	@$(PYTHON) config/set_up.py run
	@$(VENV)/tavolo serve $(ARGS)

test: ## every test, after every check
	@$(PYTHON) config/set_up.py test ground
	@$(MAKE) --no-print-directory --keep-going -j 2 test-server test-pages PURPOSE=test

check: ## style, types, import contracts, generated files
	@$(PYTHON) config/set_up.py check ground
	@$(MAKE) --no-print-directory -j 2 --output-sync=target check-server check-generated check-pages PURPOSE=check

# Two lanes beside each other: what is checked or tested first in one need not wait for the other's packages.
# The pages have checks and tests that need no Python, which is installed for a minute on one processor.
python:
	@$(PYTHON) config/set_up.py $(PURPOSE) python

pages:
	@$(PYTHON) config/set_up.py $(PURPOSE) pages

check-server: python
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/lint-imports

check-generated: python pages
	$(VENV)/python -m server.generate --check

check-pages: pages
	$(VENV)/python config/node.py npm run --silent check

test-server: check-server check-generated
	$(VENV)/python -m pytest -n auto --dist worksteal

# What the pages' tests say comes in one piece.
test-pages: check-pages
	@mkdir -p .cache
	@$(VENV)/python config/node.py npm test --silent > .cache/pages.log 2>&1; failed=$$?; cat .cache/pages.log; exit $$failed

generate: ## write the files that follow from the declarations
	@$(PYTHON) config/set_up.py check
	$(VENV)/python -m server.generate

bench: ## edits through real sockets beside Hocuspocus, big plans, analyses, drawings, PDFs
	@$(PYTHON) config/set_up.py test
	$(VENV)/python -m tests.benchmarks $(ARGS)

soak: ## the long form of the random tests
	@$(PYTHON) config/set_up.py test
	TAVOLO_SOAK=1 $(VENV)/python -m pytest tests/server

lock: ## renew the lock files
	$(VENV)/python config/lock.py

clean: ## remove what was built; data stays
	rm -rf .venv .cache frontend/node_modules frontend/dist
