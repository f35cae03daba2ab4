# The development commands, for Debian 12; on a machine without make: ./dev TARGET.

PACKAGES_build := g++ cmake ninja-build ccache pkg-config git libboost1.81-dev libboost-test1.81-dev librapidcheck-dev \
    libyaml-cpp-dev libre2-dev libfmt-dev libcli11-dev libsimdjson-dev libmd4c-dev libgumbo-dev \
    libtomlplusplus-dev libutf8proc-dev libsqlite3-dev \
    zlib1g-dev libzstd-dev tzdata
PACKAGES_package := dpkg-dev file
PACKAGES_check := clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev pre-commit jq python3 python3-jsonschema \
    python3-yaml $(PACKAGES_package)
PACKAGES_browser := chromium fonts-noto-cjk

JOBS ?= $(shell nproc)
RELEASE := build/release
FACTLINT := $(RELEASE)/factlint
DEMO_RULES := rules/examples/defence-talks.yaml
DEMO_REPORT := reports/out/defence-talks.html

.DEFAULT_GOAL := help
.PHONY: help deps deps-build build demo test check check-all check-format check-layering check-tidy check-self \
    bench scores peers package format clean

help:  ## this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r target text; do \
	    printf '%-16s %s\n' "$$target" "$$text"; done

# $(call install,PACKAGES): asks nothing, touches apt only where something is missing, and the package lists only where
# the ones at hand do not do.
apt = $(if $(filter 0,$(shell id -u)),,sudo) env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends
define install
@missing=$$(for package in $(1); do \
    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q ' installed$$' || echo $$package; done); \
if [ -n "$$missing" ]; then \
    echo "installing" $$missing; \
    { $(apt) install $$missing || { $(apt) update && $(apt) install $$missing; }; } </dev/null; \
fi
endef

deps:  ## install every package that building, testing and checking take
	$(call install,$(PACKAGES_build) $(PACKAGES_check) $(PACKAGES_browser))

deps-build:
	$(call install,$(PACKAGES_build))

build: deps-build  ## the release binary, build/release/factlint
	@cmake --preset release
	@cmake --build --preset release --parallel $(JOBS) --target factlint

demo: build  ## check the worked example and write its HTML report
	@mkdir -p $(dir $(DEMO_REPORT))
	@status=0; $(FACTLINT) check --verbose --rules $(DEMO_RULES) --format text --format html=$(DEMO_REPORT) || status=$$?; \
	    [ $$status -gt 1 ] || printf '\nThe same as a page: %s\n' "$(CURDIR)/$(DEMO_REPORT)"; exit $$status

test: deps  ## build everything and run every test
	@cmake --preset release
	@cmake --build --preset release --parallel $(JOBS)
	@ctest --preset release --parallel $(JOBS) --output-log $(RELEASE)/ctest.log

check: check-format check-layering check-tidy check-self  ## format, layering, clang-tidy, factlint on itself

CXX_FILES = $(shell find src tests -name '*.cpp' -o -name '*.h')
check-format: deps
	@clang-format-14 --dry-run -Werror $(CXX_FILES)
	@echo "format: $(words $(CXX_FILES)) files are as .clang-format says"

check-layering: deps
	@cmake -P tests/layering.cmake

check-tidy: deps build
	@find src -name '*.cpp' | sort | xargs -P $(JOBS) -n 1 clang-tidy-14 --quiet -p $(RELEASE) 2>$(RELEASE)/tidy.log \
	    || { grep -v 'generated\.$$' $(RELEASE)/tidy.log; exit 1; }
	@echo "clang-tidy: no error in src"

check-self: build
	@$(FACTLINT) check

check-all: check test  ## the same, and every test under clang and under the address and undefined-behaviour sanitizers
	@for preset in clang asan; do \
	    cmake --preset $$preset && cmake --build --preset $$preset --parallel $(JOBS) && \
	    ctest --preset $$preset --parallel $(JOBS) || exit 1; done

bench: build  ## speed, memory and start-up, beside a plain search and, where there are npm and pip, other programs
	@cmake --build --preset release --parallel $(JOBS) --target bench bench_tables

scores: build  ## score every language on the cases in ../shared, into facts/scores.csv
	@tests/conformance/scores.py --bin $(FACTLINT) --write facts/scores.csv

peers: build  ## what the recognisers of the npm registry read beside factlint, into docs/extraction.md; needs npm
	@tests/bench/peers/compare.py --bin $(FACTLINT) --write docs/extraction.md

package: build  ## a Debian package in build/package
	$(call install,$(PACKAGES_package))
	@cpack --config $(RELEASE)/CPackConfig.cmake -B build/package

format: deps  ## write every source file as .clang-format says
	@clang-format-14 -i $(CXX_FILES)

clean:  ## remove what was built
	@rm -rf build reports/out
