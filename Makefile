# The commands of the project. `make run` and `make test` need Go, git and make, nothing else.
GO      ?= go
PKGS    := ./...
OUT     := out
EXAMPLE := examples/contoso
NOW     := 2026-11-24T09:00:00Z

.PHONY: help run build test property mutation integration conformance powershell ansible-check check fmt generate pictures bench fuzz cross clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t16

build: ## build bin/mdiplan
	$(GO) build -trimpath -o bin/mdiplan ./cmd/mdiplan

run: build ## audit examples/contoso and write its runbook
	@mkdir -p $(OUT)
	bin/mdiplan audit $(EXAMPLE) --facts $(EXAMPLE)/facts.json --now $(NOW) --no-fail
	@code=0; bin/mdiplan plan $(EXAMPLE) --facts $(EXAMPLE)/facts.json --now $(NOW) --quiet \
	  -o markdown=$(OUT)/runbook.md -o html=$(OUT)/runbook.html -o json=$(OUT)/runbook.json -o powershell=$(OUT)/runbook.ps1 \
	  -o powershell-bundle=$(OUT)/powershell-bundle -o ansible=$(OUT)/ansible || code=$$?; \
	  case $$code in 0|3) ;; *) exit $$code;; esac
	@echo; echo "The runbook is written:"; ls -1d $(OUT)/runbook.md $(OUT)/runbook.html $(OUT)/runbook.json $(OUT)/runbook.ps1 $(OUT)/powershell-bundle $(OUT)/ansible

test: ## every test that needs nothing else (Rego included)
	$(GO) test $(PKGS)

property: ## plans of many random estates and specs; SHAPES says how many (default 2000)
	MDIPLAN_SHAPES=$${SHAPES:-2000} $(GO) test -count=1 -timeout 60m -run RandomEstates -v ./compiler

mutation: ## change one thing at a time in the rules and see a test fail; MUTANTS=rules/people tries those files only
	MUTANTS=$${MUTANTS:-.} $(GO) test -count=1 -run 'TestMutants$$' -v ./policies

integration: ## what needs a real directory: Samba, installed only with CI=true or MDIPLAN_INSTALL=1 (Debian, root)
	internal/testdc/install.sh
	$(GO) test -count=1 -tags integration -p 1 -run 'Live|Real' -v ./collectors/ad ./cmd/mdiplan

conformance: ## the rules give opa and conftest, built from their Go modules, the same outcomes
	$(GO) test -count=1 -tags conformance -run OPAAndConftest -v ./cmd/mdiplan

powershell: ## parse all scripts, generated ones too, with a PowerShell grammar (needs Node.js and npm)
	internal/psgrammar/check.sh

ansible-check: ## hold the Ansible folders to ansible-playbook and ansible-lint, installed only with CI=true or MDIPLAN_INSTALL=1 (Debian, root)
	internal/ansiblecheck/check.sh

check: ## formatting of Go and Rego, vet, tidy modules, generated files
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "run make fmt"; exit 1; }
	$(GO) vet $(PKGS)
	$(GO) vet -tags integration,conformance ./internal/testdc ./collectors/ad ./cmd/mdiplan
	$(GO) mod tidy -diff
	$(GO) test -count=1 -run 'TestRegoIsFormatted|TestStepsAreFormatted|TestJSONSchemasAreCurrent' ./policies ./compiler ./schema

fmt: ## format Go, Rego and steps
	gofmt -w $$(git ls-files '*.go')
	UPDATE=1 $(GO) test -count=1 -run 'TestRegoIsFormatted|TestStepsAreFormatted' ./policies ./compiler

generate: ## rewrite schemas, goldens and reference pages
	UPDATE=1 $(GO) test $(PKGS)

pictures: ## make the pictures of the docs from the examples (needs Chromium)
	internal/pictures/make.sh

bench: ## time, memory and growth for 100, 1,000 and 10,000 servers
	$(GO) test -run '^$$' -bench . -benchmem -benchtime 1x -timeout 30m ./cmd/... ./compiler/render

fuzz: ## each fuzz target for FUZZTIME (default 20s)
	@for pkg in $$($(GO) list $(PKGS)); do for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	  $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $${FUZZTIME:-20s} $$pkg || exit 1; done; done

cross: ## build for linux, windows and darwin
	@for os in linux windows darwin; do for arch in amd64 arm64; do \
	  echo "build $$os/$$arch"; CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -o $(OUT)/$$os-$$arch/ ./cmd/mdiplan || exit 1; done; done

clean:
	rm -rf bin $(OUT)
