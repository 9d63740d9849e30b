#!/usr/bin/env python3
"""Checks what selu-soundness writes against MPFR: does every result contain the exact image, and how tightly?

    selu-soundness --cases 100000 --seed 1 | check.py

The right result of every operation is computed anew from the bounds of its operands, with MPFR's directed rounding and
none of the project's formulas (module `images`). An operation documented as tightest must give exactly that; a function
must contain it and be at most one unit in the last place wider at each end, in one of a hundred cases at most.

Ends with status 0 if every case is right, 1 if there are violations (the first ones are printed, in hexadecimal), 2 if
the input is not what it should be. With --self-test the results are moved by one unit inward before they are checked,
each bound in turn, and the status is 0 if that is noticed for every operation.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import pathlib
import struct
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import images

RECORD = struct.Struct("<Qq8d")
RECORDS_AT_ONCE = 8192
CASES_SHOWN = 10

#: How far from tightest each bound may be, in units in the last place; 0 for all others.
ALLOWED_EXCESS = {name: 1 for name in images.FUNCTIONS}


#: The least share of bounds that are the tightest, where not all have to be, and from how many bounds on it counts.
LEAST_TIGHT_SHARE = 0.99

#: From so many points on, the share of a binade is worth mentioning.
ENOUGH_POINTS = 2000
ENOUGH_BOUNDS = 1000


@dataclass
class Tally:
    """What is known about the cases of one operation."""

    cases: int = 0
    violations: int = 0
    #: Bounds of results that are not empty, and those that are the tightest.
    bounds: int = 0
    tight_bounds: int = 0
    #: Cases with a single number as the first operand, and how many of them have the tightest result.
    points: int = 0
    tight_points: int = 0
    #: The same, by the binary exponent of the number.
    binades: Counter[int] = field(default_factory=Counter)
    tight_binades: Counter[int] = field(default_factory=Counter)
    #: Moved bounds and those noticed, in the self-test.
    moved: int = 0
    noticed: int = 0

    def add(self, other: "Tally") -> None:
        for name, value in vars(other).items():
            if isinstance(value, Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)


@dataclass
class Report:
    """What is known about a batch of cases."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)

    def tally(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    def add(self, other: "Report") -> None:
        for name, tally in other.tallies.items():
            self.tally(name).add(tally)
        self.violations += other.violations[: CASES_SHOWN - len(self.violations)]


def ordinal(value: float) -> int:
    """Numbers the doubles in their order; both zeros are 0."""
    bits = struct.unpack("<q", struct.pack("<d", abs(value)))[0]
    return -bits if value < 0 else bits


def text(lower: float, upper: float) -> str:
    return "[empty]" if lower > upper else f"[{lower.hex()}, {upper.hex()}]"


def is_right(name: str, image: tuple[float, float], lower: float, upper: float) -> bool:
    """Whether [lower, upper] is an allowed result where `image` is the tightest one."""
    if image == (lower, upper):
        return True
    allowed = ALLOWED_EXCESS.get(name, 0)
    if not allowed or not (lower <= image[0] and image[1] <= upper) or image[0] > image[1]:
        return False
    return ordinal(image[0]) - ordinal(lower) <= allowed and ordinal(upper) - ordinal(image[1]) <= allowed


def exponent(value: float) -> int:
    """The binary exponent; zero counts as the one below all subnormals."""
    return math.frexp(value)[1] - 1 if value != 0 else -1075


def describe(name: str, record: tuple[float, ...], image: tuple[float, float]) -> str:
    operands = " ".join(text(record[i], record[i + 1]) for i in range(2, 2 + 2 * images.ARITY[name], 2))
    power = f" ^ {record[1]}" if name == "pown" else ""
    return f"{name} {operands}{power} = {text(*record[8:])}, tightest {text(*image)}"


def check(task: tuple[list[str], bytes, bool]) -> Report:
    """Checks a batch of records."""
    names, data, self_test = task
    report = Report()
    for record in RECORD.iter_unpack(data):
        name = names[record[0]]
        lower, upper = record[8:]
        image = images.image(name, record[1], record[2:8])
        tally = report.tally(name)
        tally.cases += 1
        if not is_right(name, image, lower, upper):
            tally.violations += 1
            if len(report.violations) < CASES_SHOWN:
                report.violations.append(describe(name, record, image))
        if image[0] <= image[1]:
            tight = (image[0] == lower) + (image[1] == upper)
            tally.bounds += 2
            tally.tight_bounds += tight
            if record[2] == record[3]:
                tally.points += 1
                tally.tight_points += tight == 2
                if name in images.FUNCTIONS:
                    binade = exponent(record[2])
                    tally.binades[binade] += 1
                    tally.tight_binades[binade] += tight == 2
            if self_test:
                tally.moved += 2
                tally.noticed += not is_right(name, image, math.nextafter(lower, math.inf), upper)
                tally.noticed += not is_right(name, image, lower, math.nextafter(upper, -math.inf))
    return report


def batches(stream: BinaryIO, names: list[str], self_test: bool, room: threading.Semaphore) -> Iterator:
    """The records in batches, not many more ahead than are checked."""
    size = RECORD.size * RECORDS_AT_ONCE
    while data := stream.read(size):
        if len(data) % RECORD.size:
            raise ValueError("the input ends inside a record")
        room.acquire()
        yield names, data, self_test


def read_header(stream: BinaryIO) -> tuple[int, list[str]]:
    """The number of cases and the names of the operations, from the first line."""
    words = stream.readline().decode("ascii", "replace").split()
    if words[:2] != ["selu-soundness", "1"] or len(words) < 4 or not words[2].isdecimal():
        raise ValueError("this is not the output of selu-soundness")
    unknown = [name for name in words[3:] if name not in images.ARITY]
    if unknown:
        raise ValueError(f"unknown operations: {', '.join(unknown)}")
    return int(words[2]), words[3:]


def print_table(report: Report) -> None:
    titles = f"{'operation':<10}{'cases':>10}{'violations':>12}{'bounds tightest':>17}"
    print(titles + f"{'points':>10}{'points tightest':>17}")
    for name, tally in report.tallies.items():
        bounds = tally.tight_bounds / max(1, tally.bounds)
        points = tally.tight_points / max(1, tally.points)
        print(f"{name:<10}{tally.cases:>10}{tally.violations:>12}{bounds:>17.4%}{tally.points:>10}{points:>17.4%}")
    cases = sum(tally.cases for tally in report.tallies.values())
    violations = sum(tally.violations for tally in report.tallies.values())
    print(f"{'all':<10}{cases:>10}{violations:>12}")


def write_binades(report: Report, path: pathlib.Path) -> None:
    """A line for each function and binade: the points in it, and how many have the tightest result."""
    lines = ["function\texponent\tpoints\ttightest"]
    for name in images.FUNCTIONS:
        tally = report.tally(name)
        lines += [f"{name}\t{e}\t{tally.binades[e]}\t{tally.tight_binades[e]}" for e in sorted(tally.binades)]
    path.write_text("\n".join(lines) + "\n")


def loosest_binade(report: Report) -> tuple[str, int, float] | None:
    """The function and binade with the least share of tightest points, among those with enough of them."""
    shares = [
        (name, e, tally.tight_binades[e] / points)
        for name, tally in report.tallies.items()
        for e, points in tally.binades.items()
        if points >= ENOUGH_POINTS
    ]
    return min(shares, key=lambda share: share[2], default=None)


def self_test_passes(report: Report, names: list[str]) -> bool:
    """Whether a bound one unit inside was noticed: always if results are tightest, nearly always for the functions."""
    passes = True
    for name in names:
        tally = report.tally(name)
        share = tally.noticed / max(1, tally.moved)
        enough = share >= 0.98 if name in ALLOWED_EXCESS else tally.noticed == tally.moved
        passes = passes and enough and tally.moved > 0
        print(f"{name:<10}{tally.moved:>10} bounds moved inward, noticed {share:.4%}{'' if enough else '  TOO FEW'}")
    return passes


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks the output of selu-soundness (standard input) with MPFR.")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--binades", type=pathlib.Path, help="write how many points are tightest, by binade, to a file")
    parser.add_argument("--self-test", action="store_true", help="move bounds inward: every operation must be noticed")
    arguments = parser.parse_args()

    stream = sys.stdin.buffer
    report = Report()
    room = threading.Semaphore(4 * arguments.jobs)
    try:
        cases, names = read_header(stream)
        with multiprocessing.Pool(arguments.jobs) as pool:
            for part in pool.imap(check, batches(stream, names, arguments.self_test, room)):
                report.add(part)
                room.release()
    except ValueError as error:
        print(f"check.py: {error}", file=sys.stderr)
        return 2
    print_table(report)
    if loosest := loosest_binade(report):
        print("least share of tightest points in a binade: {2:.3%}, {0} at 2^{1}".format(*loosest))
    for violation in report.violations:
        print(f"violation: {violation}")
    if arguments.binades:
        write_binades(report, arguments.binades)
    missing = [name for name in names if name not in report.tallies]
    if missing:
        print(f"check.py: no cases of {', '.join(missing)}", file=sys.stderr)
        return 2
    checked = sum(tally.cases for tally in report.tallies.values())
    if checked != cases:
        print(f"check.py: {checked} cases instead of {cases}: the generator stopped early", file=sys.stderr)
        return 2
    loose = [
        name
        for name, tally in report.tallies.items()
        if tally.bounds >= ENOUGH_BOUNDS and tally.tight_bounds < LEAST_TIGHT_SHARE * tally.bounds
    ]
    for name in loose:
        print(f"too wide: less than {LEAST_TIGHT_SHARE:.0%} of the bounds of {name} are the tightest")
    if arguments.self_test and not self_test_passes(report, names):
        return 1
    return 1 if report.violations or loose else 0


if __name__ == "__main__":
    sys.exit(main())
