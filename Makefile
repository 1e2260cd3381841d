# Everything a newcomer needs: `make demo`, `make test`, `make check`. Only Python and make are assumed.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check lint rules docs format bench clean

demo: $(READY)  ## scan the bundled example, before and after it was secured
	@echo "--- the example before it was secured: groma scan before"
	@cd examples/traceability-lab && ../../$(BIN)/groma scan before; test $$? -eq 1
	@echo
	@echo "--- and after: groma scan after"
	@cd examples/traceability-lab && ../../$(BIN)/groma scan after

test: $(READY)  ## the tests
	$(BIN)/pytest -n auto

check: lint test  ## all that has to hold before a change lands

lint: $(READY)  ## formatter, linter, types, import contracts, rules' own tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/groma test

rules: $(READY)  ## what is kept of the built-in rules and docs/rules, after any of their files has changed
	$(BIN)/python -m scanner.builtin.generate
	$(BIN)/python -m scanner.commands.rule_pages

docs: $(READY)  ## only what the pages show: rules, waivers, the sessions of READMEs, and links
	$(BIN)/pytest tests/test_docs.py

format: $(READY)  ## mend what the formatter and the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)  ## what docs/benchmarks.md reports, as ratios in one run
	$(BIN)/python benchmarks/scan.py

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "Groma needs Python 3.11 or newer"'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)
