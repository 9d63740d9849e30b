#!/usr/bin/env python3
"""Mutation test of the interval arithmetic: does a test fail for every rounding that is turned round?

Makes one small mistake at a time in Sources/IntervalArithmetic (a direction swapped, an error constant too small, a
clamp left out, a coefficient one unit off ...), builds it and runs the module's tests. A mutant is

    killed      if a test fails, crashes or takes far too long,
    invalid     if it does not compile,
    equivalent  if it survives and equivalent.txt says why it makes no difference,
    survived    otherwise: a mistake that no test would notice.

Prints the survivors and the score killed / (killed + survived). The package itself is not touched. Results are kept in
the work directory, so that an interrupted run goes on where it stopped; a changed line or test makes its results void.

The tests are built once, against a shared library of the module in which nothing is inlinable. A mutant costs the
compilation of one file, the linking of that library, and the tests up to the first failure. Linux only.

    mutate.py --list --only 'DirectedRounding.swift.*residual'
    mutate.py --sample 40 --seed 1 --jobs 2
"""

from __future__ import annotations

import argparse
import concurrent.futures
import dataclasses
import hashlib
import json
import os
import pathlib
import queue
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
SOURCES = pathlib.PurePosixPath("Sources/IntervalArithmetic")

#: What the build and the tests read; results hold for these files.
FOLDERS = [
    "Sources/RealArithmetic", "Sources/MultiPrecision", "Sources/IntervalArithmetic", "Tests/TestSupport",
    "Tests/IntervalArithmeticTests", "Tests/References",
]  # fmt: skip

#: Attributes by which code gets into the modules that call it, where no mutant would reach it.
INLINING = re.compile(r"@(?:inlinable|usableFromInline|frozen|inline\(\w+\)|_transparent|_alwaysEmitIntoClient)(?!\w)")

#: What a terminal would take for a colour.
COLOUR = re.compile(r"\x1b\[[0-9;]*m")

SWIFT = ["-swift-version", "6", "-parse-as-library", "-enable-testing", "-O"]

#: What `swift build` generates to run tests.
RUNNER = """\
import Testing

@main struct Runner {
  static func main() async { await Testing.__swiftPMEntryPoint() as Never }
}
"""


@dataclasses.dataclass(frozen=True)
class Rule:
    """A kind of mistake: what it looks like and what is put in its place."""

    name: str
    pattern: str
    replacement: str | Callable[[re.Match[str]], str]
    #: The files it applies to.
    files: str = r"(?<!Table)\.swift$"


def nudged(digit: str) -> str:
    """The hexadecimal digit raised by one, or lowered if it is f."""
    return "e" if digit == "f" else format(int(digit, 16) + 1, "x")


def first_digit_off(match: re.Match[str]) -> str:
    return match[1] + nudged(match[2]) + match[3]


def last_digit_off(match: re.Match[str]) -> str:
    return match[1] + nudged(match[2])


def divided_by_8(match: re.Match[str]) -> str:
    return f"{match[1]}({match[2]}) / 8"


#: The mistakes. A replacement that changes nothing makes no mutant.
RULES = [
    # Directions
    Rule("direction Down to Up", r"\b(sum|product|quotient|squareRoot|scaled)Down\(", r"\1Up("),
    Rule("direction Up to Down", r"\b(sum|product|quotient|squareRoot|scaled)Up\(", r"\1Down("),
    Rule("rule .down to .up", r"(rounding: |bits, )\.down\b", r"\1.up"),
    Rule("rule .up to .down", r"(rounding: |bits, )\.up\b", r"\1.down"),
    Rule("rule .down to nearest", r"rounding: \.down\b", r"rounding: .toNearestOrEven"),
    Rule("neighbour", r"\.nextUp\b(?!\()", r".nextDown"),
    Rule("neighbour", r"\.nextDown\b", r".nextUp"),
    Rule("neighbour left out", r"\.next(Up|Down)\b(?!\()", r""),
    # Both bounds at once
    Rule("vector step left out", r"\.nextUp\(where: (?=\w|\()", r".nextUp(where: 0.0 * "),
    Rule("vector step the other way", r"\.nextUp\(where: (?=\w|\()", r".nextUp(where: -1.0 * "),
    Rule("vector step at zero", r"error \.> 0", r"error .>= 0"),
    Rule("vector step without sign", r"1 \| \(bits &>> 63\)", r"SIMD2<Int64>(1, 1)"),
    Rule("vector sign of a difference", r"\(x - product\) - error", r"(x - product) + error"),
    Rule("exchange left out", r"aIsNegative \.\^ bIsNegative", r"aIsNegative .| bIsNegative"),
    Rule("exchange left out", r"\.magnitudes\.exchanged", r".magnitudes"),
    Rule("range of ordinary numbers", r"-0x1p-480\b", r"-0x1p-1000"),
    Rule("range of ordinary numbers", r"\b0x1p480\b", r"0x1p1010"),
    Rule("empty intervals pass", r"SIMD2<Int64>\(-1, \.max\)", r"SIMD2<Int64>(-1, -1)"),
    Rule("guard of huge numbers", r"sum \.> -0x1p1022", r"sum .> -.infinity"),
    Rule("range of exponents", r"exponents \.> 0\b", r"exponents .> -40"),
    Rule("range of exponents", r"exponents \.< 0x7ff", r"exponents .< 0x8ff"),
    Rule("sign of a small part", r"SIMD2\(-lower\.low, upper\.low\)", r"SIMD2(lower.low, upper.low)"),
    Rule("narrow enough", r"distance < 0x1p-20\b", r"distance < 0x1p-8"),
    Rule("narrow enough", r"distance < 0x1p-30\b", r"distance < 0x1p-12"),
    # Residuals
    Rule("residual < 0 to <= 0", r"(error|sign\)?|bitPattern\)|sign) < 0(?=[\s)]|$)", r"\1 <= 0"),
    Rule("residual < 0 to > 0", r"(error|&- sign|bitPattern\)) < 0(?=[\s)]|$)", r"\1 > 0"),
    Rule("residual > 0 to < 0", r"bitPattern\) > 0(?=[\s)]|$)", r"bitPattern) < 0"),
    Rule("residual > 0 to >= 0", r"bitPattern\) > 0(?=[\s)]|$)", r"bitPattern) >= 0"),
    Rule("residual 0 < to 0 >", r"if: 0 < ", r"if: 0 > "),
    Rule("residual 0 < to 0 <=", r"if: 0 < ", r"if: 0 <= "),
    Rule("sign of the residual left out", r"\^ sign\) &- sign\b", r")"),
    # Steps by one unit
    Rule("step left out", r"\((is(?:Above|Below)) \? 1 : 0\)", r"(\1 ? 0 : 0)"),
    Rule("step the other way", r"&- \((isAbove) \? 1", r"&+ (\1 ? 1"),
    Rule("step the other way", r"&\+ \((isBelow) \? 1", r"&- (\1 ? 1"),
    Rule("predecessor the other way", r"bits &- \(", r"bits &+ ("),
    Rule("predecessor without sign", r"1 \| \(bits >> 63\)", r"1"),
    # Errors, guards, clamps
    Rule("error constant / 8", r"(static let relativeError = )(\S+)$", divided_by_8),
    Rule("error constant / 8", r"(relativeError: )((?:\d \* )?[\w.]*elativeError)(?=\))", divided_by_8),
    Rule("error constant / 8", r"(let slack = )(.+)$", divided_by_8),
    Rule("error term left out", r"\b(\d) \* (?=[\w.]*[rR]elativeError)", r""),
    Rule("error term left out", r" \+ ScaledComplement\.relativeError", r""),
    Rule("slack inward", r"low - slack", r"low + slack"),
    Rule("slack inward", r"low \+ slack", r"low - slack"),
    Rule("guard of huge numbers", r"< 0x1p1022", r"< .infinity"),
    Rule("guard of tiny numbers", r"x\.magnitude < 0x1p-54", r"x.magnitude < 0x1p-50"),
    Rule("guard of tiny numbers", r"t >= 0x1p-60", r"t >= 0x1p-1000"),
    Rule("guard of tiny numbers", r"t < 0x1p-400", r"t < 0"),
    Rule("threshold of overflow", r"\b709\.8\b", r"709.7"),
    Rule("threshold of underflow", r"\b745\.2\b", r"745.1"),
    Rule("threshold of erfc", r"\b27\.3\b", r"27.2"),
    Rule("threshold of erfcx", r"\b26\.7\b", r"26.6"),
    Rule("threshold of expm1", r"\b-80\b", r"-30"),
    Rule("threshold of the exponent", r"(exponent > )(110|120)\b", r"\g<1>40"),
    Rule("threshold of the series", r"t < 32 \?", r"t < 20 ?"),
    Rule("clamp left out", r"Swift\.m(?:ax|in)\((?:-?[12x]), (bounds\.\w+)\)", r"\1"),
    Rule("clamp left out", r"Swift\.max\(x, (bounds\.lowerBound), -1\)", r"\1"),
    Rule("guard isNormal left out", r"guard isNormal\(x\), (isNormal\(y\)), (isNormal\([pq]\))", r"guard \1, \2"),
    Rule("guard isNormal left out", r"(guard isNormal\(x\), isNormal\(y\)), isNormal\([pq]\)", r"\1"),
    Rule("guard of subnormals left out", r"&& smallest >= Double\.leastNormalMagnitude\.bitPattern", r""),
    Rule("guard of infinity left out", r"&& largest <= Double\.greatestFiniteMagnitude\.bitPattern", r""),
    Rule("guard of signs left out", r"Int64\(bitPattern: signs\) >= 0 && ", r""),
    # Bounds
    Rule("bounds swapped", r"\b([ab]|other|divisor|factor|domain|x)\.lowerBound\b", r"\1.upperBound"),
    Rule("bounds swapped", r"\b([ab]|other|divisor|factor|domain|x)\.upperBound\b", r"\1.lowerBound"),
    Rule("magnitudes swapped", r"\b([xy])\.least\b", r"\1.greatest"),
    Rule("magnitudes swapped", r"\b([xy])\.greatest\b", r"\1.least"),
    Rule("min to max", r"\bSwift\.min\b", r"Swift.max"),
    Rule("max to min", r"\bSwift\.max\b", r"Swift.min"),
    Rule("limit", r"uncheckedLowerBound: \.greatestFiniteMagnitude", r"uncheckedLowerBound: .infinity"),
    Rule("limit", r"upperBound: \.leastNonzeroMagnitude", r"upperBound: 0"),
    # Errors of sums and products, coefficients
    Rule("error of a product left out", r"(ErrorFree\.twoProduct\([^)]*\))", r"(\1.product, \1.product * 0)"),
    Rule("error of a sum left out", r"(ErrorFree\.(?:two|fastTwo)Sum\((?:[^()]|\([^()]*\))*\))", r"(\1.sum, \1.sum * 0)"),
    Rule("coefficient off", r"\b(0x[01]\.)([0-9a-f])([0-9a-f]{10,}p)", first_digit_off),
    Rule("row off", r"\b(0x[01]\.)([0-9a-f])([0-9a-f]{8,}p)", first_digit_off, files=r"Table\.swift$"),
    # Only of the leading numbers does the last digit matter: the errors allowed are about 2^-66.
    Rule("row one unit off", r"^(  -?0x[01]\.[0-9a-f]{12})([0-9a-f])", last_digit_off, files=r"(Exp|Erf)Table\.swift$"),
]

#: At most so many mutants of a rule in a file, spread evenly: the tables have thousands of coefficients.
PER_RULE_AND_FILE = 40


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One mistake in one place."""

    file: str
    line: int
    column: int
    rule: str
    before: str
    after: str

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.rule}"

    @property
    def key(self) -> str:
        """Tells mutants of one name apart, such as two guards left out of one line."""
        return f"{self.name} {hashlib.sha256(self.after.encode()).hexdigest()[:8]}"

    def __str__(self) -> str:
        return f"{self.name}\n    - {self.before.strip()}\n    + {self.after.strip()}"


def mutants(sources: pathlib.Path) -> Iterator[Mutant]:
    """All mutants of the sources, in the order of files and rules."""
    for path in sorted(sources.glob("*.swift")):
        lines = path.read_text().splitlines()
        for rule in RULES:
            if not re.search(rule.files, path.name):
                continue
            found = []
            for number, line in enumerate(lines, start=1):
                code = line.split("//")[0]
                if re.search(r"\bfunc\b.*\{?$", code) and "->" in code:
                    continue
                for match in re.finditer(rule.pattern, code):
                    put = rule.replacement(match) if callable(rule.replacement) else match.expand(rule.replacement)
                    after = line[: match.start()] + put + line[match.end() :]
                    if after != line:
                        found.append(Mutant(path.name, number, match.start() + 1, rule.name, line, after))
            step = max(1, -(-len(found) // PER_RULE_AND_FILE))
            yield from found[::step]


def equivalents() -> dict[tuple[str, str, str], str]:
    """Mutants that make no difference, by file, rule and mutated line, with the reasons.

    A line of equivalent.txt: file, rule, the line after the mutation (trimmed), reason, separated by tabs.
    """
    known = {}
    for line in (HERE / "equivalent.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            file, rule, code, reason = line.split("\t")
            known[file, rule, code] = reason
    return known


class Failure(Exception):
    """A command failed; the message is what it printed."""


def run(command: list[str], folder: pathlib.Path) -> None:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise Failure(done.stdout.decode(errors="replace"))


def swift_files(folder: pathlib.Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*.swift"))


class Build:
    """A copy of the package's module and its tests, built so that the module is a library of its own.

    The library is linked from one object per file, and no code of one file gets into another: neither into the tests
    nor into the rest of the module. `whole_module` builds it without this assumption.
    """

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self.module = path / SOURCES
        self.objects = path / "objects"
        self.library = path / "original/libIntervalArithmetic.so"
        self.tests = path / "tests"
        self.symbols: set[str] = set()

    def build(self, jobs: int) -> None:
        """Copies and builds everything, unless that was done before."""
        done = self.path / "done"
        if not done.exists():
            shutil.rmtree(self.path, ignore_errors=True)
            for folder in FOLDERS:
                shutil.copytree(PACKAGE / folder, self.path / folder)
            for path in self.module.glob("*.swift"):
                path.write_text(INLINING.sub("", path.read_text()))
            (self.path / "Runner.swift").write_text(RUNNER)
            self.objects.mkdir()
            self.library.parent.mkdir()
            self.compile_module("Sources/RealArithmetic")
            self.compile_module("Sources/MultiPrecision", "-I", ".", "-L", ".", "-lRealArithmetic")
            self.compile_module("Tests/TestSupport")
            files = sorted(self.module.glob("*.swift"))
            with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
                list(pool.map(lambda path: self.compile_file(path, self.objects / f"{path.stem}.o"), files))
            self.link([self.objects / f"{path.stem}.o" for path in files], self.library)
            self.emit_interface(self.module, self.path)
            self.compile_tests(self.path, self.library, self.tests, jobs)
            done.touch()
        self.symbols = self.symbols_of(self.library)

    def compile_module(self, folder: str, *options: str) -> None:
        name = folder.split("/")[1]
        run(
            ["swiftc", *SWIFT, "-wmo", "-module-name", name, "-emit-library", "-o", f"lib{name}.so", "-emit-module",
             "-emit-module-path", f"{name}.swiftmodule", *options, *swift_files(self.path / folder), "-lm"],
            self.path)  # fmt: skip

    def compile_file(self, path: pathlib.Path, product: pathlib.Path) -> None:
        """Compiles one file, which may lie elsewhere, together with the others of the module."""
        others = [str(other) for other in sorted(self.module.glob("*.swift")) if other.name != path.name]
        run(
            ["swiftc", "-frontend", "-c", "-primary-file", str(path), *others, *SWIFT, "-I", ".",
             "-module-name", "IntervalArithmetic", "-o", str(product)],
            self.path)  # fmt: skip

    def link(self, objects: list[pathlib.Path], product: pathlib.Path) -> None:
        run(
            ["swiftc", "-emit-library", "-o", str(product), *map(str, objects), "-L", ".", "-lRealArithmetic"],
            self.path)  # fmt: skip

    def emit_interface(self, module: pathlib.Path, into: pathlib.Path) -> None:
        run(
            ["swiftc", *SWIFT, "-I", str(self.path), "-module-name", "IntervalArithmetic", "-emit-module",
             "-emit-module-path", "IntervalArithmetic.swiftmodule", *swift_files(module)],
            into)  # fmt: skip

    def compile_tests(self, interface: pathlib.Path, library: pathlib.Path, product: pathlib.Path, jobs: int) -> None:
        tests = swift_files(self.path / "Tests/IntervalArithmeticTests")
        run(
            ["swiftc", *SWIFT, "-wmo", "-num-threads", str(jobs), "-module-name", "IntervalArithmeticTests",
             "-I", str(interface), "-I", ".", "-L", ".", "-lRealArithmetic", "-lMultiPrecision", "-lTestSupport",
             "-L", str(library.parent), "-lIntervalArithmetic", "-o", str(product),
             *tests, "Runner.swift"],
            self.path)  # fmt: skip

    def whole_module(self, files: list[str], product: pathlib.Path) -> None:
        run(
            ["swiftc", *SWIFT, "-wmo", "-I", ".", "-L", ".", "-lRealArithmetic", "-module-name", "IntervalArithmetic",
             "-emit-library", "-o", str(product), *files],
            self.path)  # fmt: skip

    @staticmethod
    def symbols_of(library: pathlib.Path) -> set[str]:
        """What the library offers to others. The names of Swift's symbols hold their types."""
        listed = subprocess.run(
            ["nm", "--dynamic", "--defined-only", "--format=posix", str(library)], stdout=subprocess.PIPE, check=True)
        return {line.split()[0] for line in listed.stdout.decode().splitlines()}


class Workshop:
    """Where mutants are built and tested, one after the other."""

    def __init__(self, build: Build, path: pathlib.Path, skip: list[str]) -> None:
        self.build = build
        self.path = path
        self.skip = [option for pattern in skip for option in ("--skip", pattern)]
        self.timeout = 600.0
        self.failure = ""
        self.environment = {name: value for name, value in os.environ.items() if name != "ITF1788"} | {
            "LD_LIBRARY_PATH": f"{path}:{build.path}", "SWIFT_BACKTRACE": "enable=no"}  # fmt: skip
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)

    @property
    def library(self) -> pathlib.Path:
        return self.path / self.build.library.name

    def passes(self, tests: pathlib.Path) -> bool:
        """Runs tests with the library of this workshop, up to the first failure.

        What takes far longer than without a mutant counts as a failure.
        """
        self.failure = ""
        expired = threading.Event()
        with subprocess.Popen(
            [str(tests), "--testing-library", "swift-testing", *self.skip], cwd=self.path, env=self.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:  # fmt: skip

            def expire() -> None:
                expired.set()
                process.kill()

            timer = threading.Timer(self.timeout, expire)
            timer.start()
            last = ""
            for line in process.stdout or []:
                last = COLOUR.sub("", line.decode(errors="replace")).strip() or last
                if last.startswith("✘"):
                    self.failure = last
                    process.kill()
                    break
            status = process.wait()
            timer.cancel()
        if not self.failure and status != 0:
            self.failure = "takes too long" if expired.is_set() else f"status {status}: {last}"
        return not self.failure and "Test run with" in last and "passed" in last

    def passes_without_mutant(self) -> bool:
        shutil.copy(self.build.library, self.library)
        return self.passes(self.build.tests)

    def outcome(self, mutant: Mutant) -> str:
        lines = (self.build.module / mutant.file).read_text().splitlines()
        lines[mutant.line - 1] = INLINING.sub("", mutant.after)
        changed = self.path / mutant.file
        changed.write_text("\n".join(lines) + "\n")
        mutated = self.path / "mutated.o"
        objects = [path for path in self.build.objects.glob("*.o") if path.stem != changed.stem]
        others = [str(path) for path in self.build.module.glob("*.swift") if path.name != mutant.file]
        try:
            self.build.compile_file(changed, mutated)
            self.build.link([*objects, mutated], self.library)
            tests = self.build.tests
            if self.build.symbols_of(self.library) != self.build.symbols:
                # Types have changed: the tests must be compiled anew, too.
                tests = self.path / "tests"
                self.rebuild(changed, others, tests)
            if not self.passes(tests):
                return "killed"
            # Once more without the assumption that no code of one file gets into another.
            self.build.whole_module([*others, str(changed)], self.library)
            return "survived" if self.passes(tests) else "killed"
        except Failure as failure:
            self.failure = next((line for line in str(failure).splitlines() if "error:" in line), str(failure)[-200:])
            return "invalid"
        finally:
            changed.unlink()

    def rebuild(self, changed: pathlib.Path, others: list[str], tests: pathlib.Path) -> None:
        module = self.path / "module"
        shutil.rmtree(module, ignore_errors=True)
        module.mkdir()
        for path in [*others, changed]:
            shutil.copy(path, module)
        self.build.emit_interface(module, self.path)
        self.build.compile_tests(self.path, self.library, tests, jobs=1)


def fingerprint() -> str:
    """Changes with the sources of the tests and of what they test, and with the compiler."""
    digest = hashlib.sha256(subprocess.run(["swiftc", "-version"], capture_output=True, check=True).stdout)
    for folder in FOLDERS:
        for path in sorted((PACKAGE / folder).rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(PACKAGE)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


#: Stands among the outcomes for the seconds that the tests take without a mutant.
BASELINE = "no mutant"


class Results:
    """Outcomes by mutant, kept in a file from run to run."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self.lock = threading.Lock()
        self.outcomes: dict[str, str] = {}
        if path.exists():
            for line in path.read_text().splitlines():
                name, outcome, _ = json.loads(line)
                self.outcomes[name] = outcome

    def record(self, name: str, outcome: str, reason: str = "") -> None:
        with self.lock:
            self.outcomes[name] = outcome
            with self.path.open("a") as file:
                file.write(json.dumps([name, outcome, reason], ensure_ascii=False) + "\n")


def prepare(build: Build, workshops: list[Workshop], results: Results, everything: list[Mutant]) -> str | None:
    """Builds the tests and tries them without a mutant and with a fatal one; what is wrong, if anything."""
    try:
        build.build(len(workshops))
    except Failure as failure:
        return f"the package does not build:\n{str(failure)[-3000:]}"
    first = workshops[0]
    if BASELINE not in results.outcomes:
        start = time.monotonic()
        if not first.passes_without_mutant():
            return f"the tests fail without any mutant: {first.failure}"
        results.record(BASELINE, f"{time.monotonic() - start:.1f}")
    for workshop in workshops:
        workshop.timeout = 20 + 10 * float(results.outcomes[BASELINE])
    # Do the tests see the mutated code at all?
    controls = [mutant for mutant in everything if mutant.rule.startswith("direction")][:3]
    if not all(first.outcome(mutant) == "killed" for mutant in controls):
        return "the tests do not notice that a rounding is turned round"
    return None


def run_all(chosen: list[Mutant], results: Results, workshops: list[Workshop]) -> None:
    """Tries the mutants that have no outcome yet, in all workshops at the same time."""
    waiting: queue.SimpleQueue[Mutant] = queue.SimpleQueue()
    for mutant in chosen:
        if mutant.key not in results.outcomes:
            waiting.put(mutant)
    total = waiting.qsize()

    def work(workshop: Workshop) -> None:
        while True:
            try:
                mutant = waiting.get_nowait()
            except queue.Empty:
                return
            start = time.monotonic()
            outcome = workshop.outcome(mutant)
            results.record(mutant.key, outcome, workshop.failure)
            print(
                f"{total - waiting.qsize()}/{total} {outcome:<9} {time.monotonic() - start:5.1f} s  {mutant.name}",
                file=sys.stderr, flush=True)  # fmt: skip

    with concurrent.futures.ThreadPoolExecutor(len(workshops)) as pool:
        for done in [pool.submit(work, workshop) for workshop in workshops]:
            done.result()


def summarize(chosen: list[Mutant], results: Results) -> int:
    known = equivalents()
    counts: Counter[str] = Counter()
    survivors = []
    for mutant in chosen:
        outcome = results.outcomes.get(mutant.key, "not tried")
        if outcome == "survived" and (mutant.file, mutant.rule, mutant.after.strip()) in known:
            outcome = "equivalent"
        counts[outcome] += 1
        if outcome == "survived":
            survivors.append(mutant)
    for mutant in survivors:
        print(f"survived: {mutant}")
    valid = counts["killed"] + counts["survived"]
    print(
        f"{len(chosen)} mutants: {counts['killed']} killed, {counts['survived']} survived, "
        f"{counts['equivalent']} equivalent, {counts['invalid']} invalid, {counts['not tried']} not tried; "
        f"score {counts['killed']}/{valid} = {counts['killed'] / max(1, valid):.1%}")
    return 1 if survivors else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="REGEX", help="mutants whose place or rule matches")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of them, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="for the sample (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, help="mutants tried at the same time (default: 2)")
    parser.add_argument("--list", action="store_true", help="show the mutants and do nothing")
    parser.add_argument("--summary", action="store_true", help="try nothing, sum up what is known")
    parser.add_argument("--skip", action="append", default=[], metavar="REGEX", help="tests to leave out")
    parser.add_argument(
        "--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "selu-proof-mutants",
        help="where the copies and the results are kept (default: %(default)s)")  # fmt: skip
    arguments = parser.parse_args()

    everything = list(mutants(PACKAGE / SOURCES))
    chosen = [mutant for mutant in everything if re.search(arguments.only, mutant.name)]
    if arguments.sample is not None and arguments.sample < len(chosen):
        places = random.Random(arguments.seed).sample(range(len(chosen)), arguments.sample)
        chosen = [chosen[place] for place in places]
    if arguments.list:
        for mutant in chosen:
            print(mutant)
        print(f"{len(chosen)} mutants")
        return 0

    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    identity = fingerprint()
    results = Results(work / f"results-{identity}.jsonl")
    if not arguments.summary and any(mutant.key not in results.outcomes for mutant in chosen):
        build = Build(work / f"build-{identity}")
        workshops = [Workshop(build, work / f"job{i}", arguments.skip) for i in range(arguments.jobs)]
        stale = set(equivalents()) - {(mutant.file, mutant.rule, mutant.after.strip()) for mutant in everything}
        for entry in sorted(stale):
            print(f"equivalent.txt: no such mutant: {entry}", file=sys.stderr)
        for old in work.glob("build-*"):
            if old != build.path:
                shutil.rmtree(old)
        problem = prepare(build, workshops, results, everything)
        if problem:
            print(f"mutate.py: {problem}", file=sys.stderr)
            return 2
        run_all(chosen, results, workshops)
    return summarize(chosen, results)


if __name__ == "__main__":
    sys.exit(main())
