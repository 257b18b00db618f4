# Everything a person or CI does here is a target of this file. `make help` lists them.
# Needs: make, and any python3 that can create a virtual environment. The rest is set up below, once, into this folder.

BIN := .venv/bin
PY := $(BIN)/python
UV := .tools/uv/bin/uv
STAMPS := .tools/stamps
VENV := $(STAMPS)/venv
NODE := $(STAMPS)/node
BROWSER := $(STAMPS)/browser
ENGINES := $(STAMPS)/engines

PYTHON_CODE := macros scripts tests
WEB_CODE := docs/assets docs/service-worker.js tests/hostile/page.js

# The theme announces its end of life at every start; what we do about it stands in CONTRIBUTING.md.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build quick test test-engines test-half fuzz hostile check format bench holidays words pages screenshots lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

serve: $(VENV) $(NODE) ## serve the playbook on http://127.0.0.1:8000, following every edit
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

build: $(VENV) $(NODE) ## build the playbook into site/, ready for any static host
	$(BIN)/mkdocs build --strict

quick: $(VENV) $(NODE) ## run the tests that need no browser and no site, in under a minute
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m 'not slow' tests/scripts tests/macros tests/test_import_layers.py tests/test_tables.py $(PYTEST)

test: $(VENV) $(NODE) $(BROWSER) ## run every test, the browser's included
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(PYTEST)

test-engines: $(VENV) $(NODE) $(ENGINES) ## take an agent's journeys through Firefox and WebKit
	$(PY) -m pytest tests/engines $(PYTEST)

test-half: $(VENV) $(NODE) $(BROWSER) ## publish half a site in every way we know, and try again
	$(PY) -m pytest tests/browser/half $(PYTEST)

fuzz: $(VENV) ## try 10,000 inputs of each command and kind of file (about ten minutes): make fuzz [COUNT=1000]
	$(PY) -m tests.fuzz --count $(or $(COUNT),10000)

hostile: $(VENV) $(NODE) $(BROWSER) ## try every hostile string in every field of the site (some minutes)
	$(PY) -m tests.hostile

check: $(VENV) $(NODE) ## check the format, the code, the types, the facts and the words
	$(BIN)/ruff format --check $(PYTHON_CODE)
	$(BIN)/ruff check $(PYTHON_CODE)
	$(BIN)/mypy
	$(BIN)/yamllint --strict mkdocs.yml templates tests/data .github
	PATH=$(BIN):$$PATH node_modules/.bin/prettier --check $(WEB_CODE)
	PATH=$(BIN):$$PATH node_modules/.bin/eslint $(WEB_CODE)
	PATH=$(BIN):$$PATH node_modules/.bin/tsc --project jsconfig.json
	$(PY) -m macros.check

format: $(VENV) $(NODE) ## format the code
	$(BIN)/ruff format $(PYTHON_CODE)
	$(BIN)/ruff check --fix $(PYTHON_CODE)
	PATH=$(BIN):$$PATH node_modules/.bin/prettier --write $(WEB_CODE)

bench: $(VENV) $(NODE) ## measure, as ratios in one run
	$(PY) -m tests.bench

holidays: $(VENV) ## write references/holidays.toml: make holidays COUNTRY=US [SUBDIVISION=CA]
	$(PY) -m macros.write.holidays $(COUNTRY) $(SUBDIVISION)

words: $(VENV) ## write what is made from the words and from the fields of a case (learning takes three minutes)
	$(PY) -m macros.write.schema
	$(PY) -m macros.write.words

pages: $(VENV) ## write the missing page of each new template entry
	$(PY) -m macros.write.pages

screenshots: $(VENV) $(NODE) $(BROWSER) ## take the pictures of the README anew
	$(PY) -m tests.browser.screenshots

lock: $(VENV) ## renew requirements.txt and package-lock.json from pyproject.toml and package.json
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-header --group dev --output-file requirements.txt pyproject.toml
	$(BIN)/npm install --package-lock-only

clean: ## remove all that was built or set up
	rm -rf site .cache .venv .tools node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(UV): requirements-uv.txt
	@echo 'Setting up: the installer'
	@python3 -m venv .tools/uv
	@.tools/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-uv.txt
	@touch -c $@

$(VENV): $(UV) .python-version requirements.txt
	@echo 'Setting up: Python packages'
	@$(UV) venv --quiet --allow-existing --python "$$(cat .python-version)" .venv
	@$(UV) pip sync --quiet --compile-bytecode --python $(PY) --require-hashes requirements.txt
	@$(PY) -m compileall -q scripts macros
	@mkdir -p $(STAMPS) && touch $@

$(NODE): $(VENV) package.json package-lock.json .npmrc
	@echo 'Setting up: npm packages'
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --silent
	@touch $@

$(BROWSER): $(VENV)
	@$(PY) -m tests.browser.chromium
	@touch $@

$(ENGINES): $(VENV)
	@$(PY) -m tests.engines.installed
	@touch $@
