#!/usr/bin/env python3
"""Mutation test of the interval arithmetic: does a test fail for every rounding that is turned round?

Makes one small mistake at a time in a copy of Sources/IntervalArithmetic (a direction swapped, an error constant too
small, a clamp left out, a coefficient one unit off ...), builds the copy and runs the module's tests. A mutant is

    killed      if a test fails, crashes or takes far too long,
    invalid     if it does not compile,
    equivalent  if it survives and equivalent.txt says why it makes no difference,
    survived    otherwise: a mistake that no test would notice.

Prints the survivors and the score killed / (killed + survived). The package itself is not touched. Results are kept in
the work directory, so that an interrupted run goes on where it stopped; a changed line or test makes its results void.

    mutate.py --list --only 'DirectedRounding.swift.*residual'
    mutate.py --sample 40 --seed 1 --jobs 2
"""

from __future__ import annotations

import argparse
import concurrent.futures
import dataclasses
import hashlib
import json
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

MANIFEST = """\
// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "mutant",
  platforms: [.macOS(.v13)],
  targets: [
    .target(
      name: "RealArithmetic", exclude: ["README.md"],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "IntervalArithmetic", dependencies: ["RealArithmetic"], exclude: ["README.md"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "IntervalArithmeticTests", dependencies: ["RealArithmetic", "IntervalArithmetic", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
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
    Rule("neighbour", r"\.nextUp\b", r".nextDown"),
    Rule("neighbour", r"\.nextDown\b", r".nextUp"),
    Rule("neighbour left out", r"\.next(Up|Down)\b", r""),
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
    Rule("error of a product left out", r"(ErrorFree\.twoProduct\([^)]*\))", r"(\1.product, 0.0)"),
    Rule("error of a sum left out", r"(ErrorFree\.(?:two|fastTwo)Sum\((?:[^()]|\([^()]*\))*\))", r"(\1.sum, 0.0)"),
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


class Workshop:
    """A copy of the module and its tests in which mutants are built, one after the other."""

    def __init__(self, path: pathlib.Path, skip: list[str]) -> None:
        self.path = path
        self.skip = [option for pattern in skip for option in ("--skip", pattern)]
        self.timeout = 1800.0
        self.output = ""
        path.mkdir(parents=True, exist_ok=True)
        (path / "Package.swift").write_text(MANIFEST)
        for folder in (
            "Sources/RealArithmetic", "Sources/IntervalArithmetic", "Tests/TestSupport", "Tests/IntervalArithmeticTests",
            "Tests/References"
        ):  # fmt: skip
            shutil.rmtree(path / folder, ignore_errors=True)
            shutil.copytree(PACKAGE / folder, path / folder)
        # Whatever else the tests read.
        for folder in ("Tests/Conformance",):
            if (PACKAGE / folder).exists():
                shutil.copytree(PACKAGE / folder, path / folder, dirs_exist_ok=True)

    def run(self, *command: str) -> bool:
        """Runs a command in the copy; what takes far longer than without a mutant counts as a failure."""
        try:
            done = subprocess.run(
                command, cwd=self.path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=self.timeout)
        except subprocess.TimeoutExpired:
            return False
        self.output = done.stdout.decode(errors="replace")
        return done.returncode == 0

    def build(self) -> bool:
        return self.run("swift", "build", "--build-tests")

    def test(self) -> bool:
        """Runs the quick tests first and the proofs of the coefficients only if nothing fails."""
        quick = self.run("swift", "test", "--skip-build", "--skip", "ProofTests", *self.skip)
        return quick and self.run("swift", "test", "--skip-build", "--filter", "ProofTests", *self.skip)

    def outcome(self, mutant: Mutant) -> str:
        source = self.path / SOURCES / mutant.file
        original = source.read_text()
        lines = original.splitlines()
        lines[mutant.line - 1] = mutant.after
        try:
            source.write_text("\n".join(lines) + "\n")
            if not self.build():
                return "invalid"
            return "survived" if self.test() else "killed"
        finally:
            source.write_text(original)


def fingerprint() -> str:
    """Changes with the sources of the tests and of what they test."""
    digest = hashlib.sha256()
    for folder in ("Sources/RealArithmetic", "Sources/IntervalArithmetic", "Tests/IntervalArithmeticTests"):
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
            self.outcomes = dict(json.loads(line) for line in path.read_text().splitlines())

    def record(self, name: str, outcome: str) -> None:
        with self.lock:
            self.outcomes[name] = outcome
            with self.path.open("a") as file:
                file.write(json.dumps([name, outcome]) + "\n")


def prepare(workshops: list[Workshop], results: Results) -> str | None:
    """Builds all copies without a mutant and tests one, if that was not done before; what is wrong, if anything."""
    with concurrent.futures.ThreadPoolExecutor(len(workshops)) as pool:
        built = list(pool.map(Workshop.build, workshops))
    first = workshops[0]
    if not all(built):
        return "the package does not build:\n" + workshops[built.index(False)].output[-3000:]
    if BASELINE not in results.outcomes:
        start = time.monotonic()
        if not first.test():
            failed = [line for line in first.output.splitlines() if "✘" in line or "error:" in line]
            return "the tests fail without any mutant:\n" + "\n".join(failed[:20])
        results.record(BASELINE, f"{time.monotonic() - start:.0f}")
    for workshop in workshops:
        workshop.timeout = 60 + 10 * float(results.outcomes[BASELINE])
    return None


def run_all(chosen: list[Mutant], results: Results, workshops: list[Workshop]) -> None:
    """Tries the mutants that have no outcome yet, in all workshops at the same time."""
    waiting: queue.SimpleQueue[Mutant] = queue.SimpleQueue()
    for mutant in chosen:
        if mutant.name not in results.outcomes:
            waiting.put(mutant)

    def work(workshop: Workshop) -> None:
        while True:
            try:
                mutant = waiting.get_nowait()
            except queue.Empty:
                return
            start = time.monotonic()
            outcome = workshop.outcome(mutant)
            results.record(mutant.name, outcome)
            print(f"{outcome:<9} {time.monotonic() - start:5.0f} s  {mutant.name}", file=sys.stderr, flush=True)

    threads = [threading.Thread(target=work, args=(workshop,), daemon=True) for workshop in workshops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def summarize(chosen: list[Mutant], results: Results) -> int:
    known = equivalents()
    counts: Counter[str] = Counter()
    survivors = []
    for mutant in chosen:
        outcome = results.outcomes.get(mutant.name, "not tried")
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
    parser.add_argument("--jobs", type=int, default=2, help="copies built at the same time (default: 2)")
    parser.add_argument("--list", action="store_true", help="show the mutants and do nothing")
    parser.add_argument("--summary", action="store_true", help="try nothing, sum up what is known")
    parser.add_argument("--skip", action="append", default=[], metavar="REGEX", help="tests to leave out")
    parser.add_argument(
        "--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "selu-proof-mutants",
        help="where the copies and the results are kept (default: %(default)s)")  # fmt: skip
    arguments = parser.parse_args()

    chosen = [mutant for mutant in mutants(PACKAGE / SOURCES) if re.search(arguments.only, mutant.name)]
    if arguments.sample is not None and arguments.sample < len(chosen):
        places = random.Random(arguments.seed).sample(range(len(chosen)), arguments.sample)
        chosen = [chosen[place] for place in places]
    if arguments.list:
        for mutant in chosen:
            print(mutant)
        print(f"{len(chosen)} mutants")
        return 0

    arguments.work.mkdir(parents=True, exist_ok=True)
    results = Results(arguments.work / f"results-{fingerprint()}.jsonl")
    if not arguments.summary and any(mutant.name not in results.outcomes for mutant in chosen):
        workshops = [Workshop(arguments.work / f"copy{i}", arguments.skip) for i in range(arguments.jobs)]
        problem = prepare(workshops, results)
        if problem:
            print(f"mutate.py: {problem}", file=sys.stderr)
            return 2
        run_all(chosen, results, workshops)
    return summarize(chosen, results)


if __name__ == "__main__":
    sys.exit(main())
