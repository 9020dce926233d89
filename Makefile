# The two that matter: `make run` shows the portal, `make test` installs what the tests need on
# Debian and runs them all. The rest are their parts.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:
.PHONY: run build test bench soak tools debian-packages cargo-tools check units journeys screenshots \
	lighthouse journey-binaries

NEXTEST := 0.9.143
DENY := 0.20.2

run: build
	target/release/masthead serve --data ./data --listen 127.0.0.1:8080

build:
	cargo build --release --locked -p masthead

test: tools check units journeys

bench: build
	cargo run --release --locked -p bench

# The kill tests with their full counts, and the fuzz tests for 20 minutes each; `make test` runs them with
# 20 kills each and some hundred inputs.
soak: tools
	MASTHEAD_KILLS=$${MASTHEAD_KILLS:-100} cargo nextest run --locked --workspace --profile soak -E 'test(kill)'
	MASTHEAD_FUZZ_MINUTES=$${MASTHEAD_FUZZ_MINUTES:-20} cargo nextest run --locked --workspace --profile soak \
		-E 'test(fuzz_)'

tools: debian-packages cargo-tools node_modules/.package-lock.json target/readers/bin/extruct

# Installs nothing, and so needs no root, where all of it is there.
debian-packages:
	@missing=(); \
	compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql); \
	command -v chromium > /dev/null || missing+=(chromium); \
	command -v java > /dev/null || missing+=(default-jre-headless); \
	command -v newsboat > /dev/null || missing+=(newsboat); \
	command -v pdftotext > /dev/null || missing+=(poppler-utils); \
	python3 -c 'import ensurepip, venv' 2> /dev/null || missing+=(python3-venv); \
	if (( $${#missing[@]} )); then \
		root=(); if (( EUID )); then root=(sudo); fi; \
		"$${root[@]}" apt-get update; \
		"$${root[@]}" env DEBIAN_FRONTEND=noninteractive \
			apt-get install --yes --no-install-recommends "$${missing[@]}"; \
	fi

# Without optimisation: they run for seconds and would compile for minutes.
cargo-tools:
	@cargo nextest --version > /dev/null 2>&1 || cargo install --locked --debug \
		--no-default-features --features default-no-update cargo-nextest@$(NEXTEST)
	@cargo deny --version > /dev/null 2>&1 || cargo install --locked --debug cargo-deny@$(DENY)

node_modules/.package-lock.json: package.json package-lock.json .npmrc
	npm ci
	touch $@

# Programs that others wrote, to read what a node serves.
target/readers/bin/extruct: journeys/readers.txt
	python3 -m venv target/readers
	target/readers/bin/pip install --quiet --disable-pip-version-check --requirement journeys/readers.txt
	touch $@

check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo deny --locked check bans licenses sources
	npm run --silent format:check

# The doc tests hold what must not compile; nextest does not run them.
units:
	cargo nextest run --workspace --locked
	cargo test --doc --workspace --locked

journey-binaries: node_modules/.package-lock.json
	cargo build --locked -p masthead
	cargo build --locked -p desk --example embargo --example withdraw

journeys: journey-binaries target/readers/bin/extruct
	npm run --silent journeys

# Every page kind × widths × day and night × editions, into target/screenshots; docs/portal.jpg is made of them.
screenshots: debian-packages journey-binaries
	npm run --silent screenshots

lighthouse: debian-packages build node_modules/.package-lock.json
	cargo build --locked -p desk --example withdraw
	MASTHEAD_BIN=target/release/masthead npm run --silent lighthouse
