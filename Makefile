# selu-proof: the everyday commands. `make help` lists them.

SWIFT ?= swift
VENV ?= .venv
PREFIX ?= /usr/local
BIN := .build/release

# One configuration for the command and for the tests, so that nothing is compiled twice. A module that imports what
# Package.swift does not let it import is an error.
BUILD := -c release -Xswiftc -enable-testing --explicit-target-dependency-import-check error

# Where certificates are written, and the trees that Coq reads of them.
CERTIFICATES ?= Proofs/certificates
COQ_DATA ?= Proofs/coq/DataCertificates.v

# The certificates whose subdivisions Coq reads.
COQ_CERTIFICATES := theorem1.self-map theorem2.variance-decreases theorem3.low.main-text theorem3.lower-tau.main-text \
  theorem16.contraction

COMPLETIONS := bash-completion/completions zsh/site-functions fish/vendor_completions.d

.DEFAULT_GOAL := help
.PHONY: help build check install uninstall verify replay certificates tampering proofs proofs-without-floats \
  proofs-checked proofs-deceptions tables test lint format bench bench-peers references soundness mutants fuzz \
  coefficients clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-21s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build the command in release mode.
	$(SWIFT) build $(BUILD) --product selu-proof

check: build ## Prove the theorems and compare with the recorded baseline.
	$(BIN)/selu-proof check

install: build ## Install the command and its completions below PREFIX (/usr/local); it needs the toolchain's runtime.
	install -d $(DESTDIR)$(PREFIX)/bin $(COMPLETIONS:%=$(DESTDIR)$(PREFIX)/share/%)
	install -m 755 $(BIN)/selu-proof $(DESTDIR)$(PREFIX)/bin/selu-proof
	$(BIN)/selu-proof completions bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/selu-proof
	$(BIN)/selu-proof completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_selu-proof
	$(BIN)/selu-proof completions fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/selu-proof.fish

uninstall: ## Remove what `make install` has put below PREFIX.
	rm -f $(DESTDIR)$(PREFIX)/bin/selu-proof $(DESTDIR)$(PREFIX)/share/bash-completion/completions/selu-proof \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_selu-proof $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/selu-proof.fish

verify: build ## Replay the committed certificates with our multi-precision intervals.
	$(BIN)/selu-proof verify --complete Proofs/certificates

replay: $(VENV)/ready ## Replay the committed certificates with Arb, by a Python program that shares no code with ours.
	$(VENV)/bin/python Proofs/arb/test_own.py
	$(VENV)/bin/python Proofs/arb/verify.py --complete Proofs/certificates

certificates: build ## Write the committed certificates anew, and the trees that Coq reads of them.
	rm -rf $(CERTIFICATES)
	$(BIN)/selu-proof check --certificates $(CERTIFICATES)
	$(BIN)/selu-proof export-coq $(COQ_CERTIFICATES:%=$(CERTIFICATES)/%.json) --output $(COQ_DATA)

tampering: build $(VENV)/ready ## Damage certificates in 10,000 ways: do both replays notice?
	$(VENV)/bin/python Tests/Tampering/tamper.py --proof $(BIN)/selu-proof --arb $(VENV)/bin/python --count 10000

proofs: ## Build the Coq proofs and print the theorems with their assumptions (needs Debian's coq, libcoq-interval).
	$(MAKE) -C Proofs/coq audit claims

proofs-without-floats: ## The same, with computations in software floats: no axiom about primitive floats remains.
	$(MAKE) -C Proofs/coq audit-software

proofs-checked: ## Check the built Coq proofs with coqchk, Coq's second checker.
	$(MAKE) -C Proofs/coq checked

proofs-deceptions: ## Try to deceive the audit of the Coq proofs: is each attempt caught?
	$(MAKE) -C Proofs/coq deceptions

fuzz: ## Fuzz the readers of certificates and claims, a minute each (Linux: libFuzzer of the Swift toolchain).
	Tests/Fuzz/run.sh

tables: build ## Write the generated documents in docs anew.
	$(BIN)/selu-proof tables --output docs

test: ## Run every test.
	$(SWIFT) test $(BUILD)

lint: ## Check the format of all sources.
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Bring all sources into the format.
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

bench: ## Measure the arithmetic and the theorems.
	$(SWIFT) build $(BUILD) --product selu-bench
	$(BIN)/selu-bench

bench-peers: ## Compare with Arb and MPFI on the same inputs (needs Debian's libmpfi-dev and libflint-arb-dev).
	$(SWIFT) build $(BUILD) --product selu-bench
	python3 Tests/Peers/run.py --bench $(BIN)/selu-bench

references: $(VENV)/ready ## Verify the stored reference data with Arb.
	$(VENV)/bin/python Tests/References/verify_references.py
	$(VENV)/bin/python Proofs/tables/check_constants.py
	$(VENV)/bin/python Proofs/tables/check_errata.py

soundness: $(VENV)/ready ## Check ten million random operations with MPFR.
	$(SWIFT) build $(BUILD) --product selu-soundness
	$(BIN)/selu-soundness --cases 10000000 --seed 1 | $(VENV)/bin/python Tests/Soundness/check.py

mutants: ## Make small mistakes in the arithmetic, one at a time: does a test fail? (20 minutes; MUTANTS="--sample 40")
	python3 Tests/Mutation/mutate.py $(MUTANTS)

coefficients: $(VENV)/ready ## Rewrite the coefficient tables of the elementary functions.
	$(VENV)/bin/python Proofs/tables/make_tables.py Sources/IntervalArithmetic

$(VENV)/ready: Tests/References/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --requirement $<
	touch $@

clean: ## Remove everything that was built.
	rm -rf .build $(VENV)
