# Each target sets up what it needs; on a bare machine it needs only Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv/bin

.PHONY: run test test-pages test-server check check-only check-server check-pages generate bench soak lock clean

run: ## start Tavolo on this machine
	@$(PYTHON) config/set_up.py run
	@$(VENV)/tavolo serve $(ARGS)

test: ## every test, after every check
	@$(PYTHON) config/set_up.py test
	@$(MAKE) --no-print-directory -j 2 test-server test-pages

# The pages are tested beside the rest, which waits now and then; what they say comes in one piece.
test-pages: check-pages
	@mkdir -p .cache
	@$(VENV)/python config/node.py npm test --silent > .cache/pages.log 2>&1; failed=$$?; cat .cache/pages.log; exit $$failed

test-server: check-server
	$(VENV)/python -m pytest -n auto --dist worksteal

check: ## style, types, import contracts, generated files
	@$(PYTHON) config/set_up.py check
	@$(MAKE) --no-print-directory check-only

check-only:
	@$(MAKE) --no-print-directory -j 2 --output-sync=target check-server check-pages

check-server:
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/lint-imports
	$(VENV)/python -m server.generate --check

check-pages:
	$(VENV)/python config/node.py npm run --silent check

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
