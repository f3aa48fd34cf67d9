# Taizhang. `make` alone lists the commands.
SHELL := /bin/sh
PYTHON ?= python3
ENV := .venv
PY := $(ENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps
ROOT_ON_DEBIAN := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
APT := DEBIAN_FRONTEND=noninteractive apt-get
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	--no-emit-package django --no-emit-package asgiref --no-emit-package sqlparse pyproject.toml
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help install install-ocr run test check bench lock clean browser postgres office

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(ENV)/installed ## make .venv with exactly the locked packages

install-ocr: $(ENV)/installed ## add what reads scans and photos
	@$(PIP) -r requirements-ocr.lock

run: install ## serve the demonstration on http://127.0.0.1:8000
	@TAIZHANG_DEMO=1 $(PY) -m app seed-demo
	@exec env TAIZHANG_DEMO=1 $(PY) -m app serve

test: $(ENV)/installed-dev postgres browser office ## run the whole suite, with PostgreSQL and a browser
	@$(PY) -m pytest -n 3 --dist worksteal

check: $(ENV)/installed-dev ## look over the code in half a minute: format, lint, types, floor plan, migrations
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy --strict app
	@$(PY) -m pytest tests/test_house.py
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export TAIZHANG_DATA="$$folder" && \
		$(PY) -m app migrate 2>/dev/null && $(PY) -m alembic check

bench: $(ENV)/installed-dev ## measure statements and CPU time of the pages, the import and the PDF
	@$(PY) -m tests.bench

lock: ## lock the packages again after a change of pyproject.toml (needs uv)
	$(LOCK) -o requirements.lock
	$(LOCK) --extra ocr -o requirements-ocr.lock
	$(LOCK) --extra ocr --group dev -o requirements-dev.lock

clean: ## remove .venv, the data of the demonstration, and caches
	rm -rf $(ENV) data .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps lie inside .venv: they go with it, and a changed lock makes them old.
$(ENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo '需要 Python 3.11 或更新版本：请安装后重试，或用 make PYTHON=python3.12 指定。'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo '缺少 python3-venv：请先运行 apt-get install python3-venv。'; exit 1; }
	@$(PYTHON) -m venv $(ENV) || { rm -rf $(ENV); exit 1; }

$(ENV)/installed: requirements.lock | $(ENV)/bin/python
	@echo '正在安装锁定的依赖……'
	@$(PIP) -r requirements.lock
	@touch $@

$(ENV)/installed-dev: requirements-dev.lock $(ENV)/installed
	@echo '正在安装测试用的依赖……'
	@$(PIP) -r requirements-dev.lock
	@touch $@

postgres:
	@ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1 || command -v initdb >/dev/null || \
		{ $(ROOT_ON_DEBIAN) && $(APT) update -qq && $(APT) install -y -qq --no-install-recommends postgresql; } || \
		{ echo '缺少 PostgreSQL：请运行 apt-get install postgresql。'; exit 1; }

# Without the font every Chinese character is an empty box.
browser:
	@{ { command -v chromium || command -v google-chrome; } >/dev/null && fc-list :lang=zh 2>/dev/null | grep -q .; } || \
		{ $(ROOT_ON_DEBIAN) && $(APT) update -qq && \
			$(APT) install -y -qq --no-install-recommends chromium fontconfig fonts-noto-cjk; } || \
		{ echo '缺少 chromium 或中文字体：请运行 apt-get install chromium fontconfig fonts-noto-cjk。'; exit 1; }

# Old Word files (.doc, .wps) are read through it; the product itself works without.
office:
	@command -v soffice >/dev/null || \
		{ $(ROOT_ON_DEBIAN) && $(APT) update -qq && \
			$(APT) install -y -qq --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui; } || \
		{ echo '缺少 LibreOffice：请运行 apt-get install libreoffice-writer-nogui libreoffice-calc-nogui。'; exit 1; }
