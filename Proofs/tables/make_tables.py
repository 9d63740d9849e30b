#!/usr/bin/env python3
"""Writes the coefficient tables of IntervalArithmetic (needs python-flint).

Nothing here is trusted: the test target re-proves the error bound of every row of the tables from the numbers alone
(`swift test --filter ProofTests`). Usage: make_tables.py OUTPUT-DIRECTORY
"""

import sys
from pathlib import Path

from flint import arb, ctx, fmpq

ctx.prec = 400


def nearest(x: arb) -> float:
    """The double nearest to x; x is so narrow that both ends round alike."""
    low, high = float(x.lower()), float(x.upper())
    mid = float(x.mid())
    assert low <= mid <= high and high - low <= abs(mid) * 2.0**-50
    return mid


def pair(x: arb) -> list[float]:
    """An unevaluated sum of two doubles close to x."""
    high = nearest(x)
    return [high, nearest(x - arb(high))]


def hexadecimal(value: float) -> str:
    mantissa, exponent = value.hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0")
        mantissa = mantissa + "0" if mantissa.endswith(".") else mantissa
    return f"{mantissa}p{int(exponent)}"


def write(path: Path, name: str, comment: str, rows: list[list[float]]) -> None:
    lines = ["// Written by Proofs/tables/make_tables.py. Nothing in it is trusted; see the ProofTests.", ""]
    lines += [f"/// {line}".rstrip() for line in comment.strip().splitlines()]
    lines += ["@usableFromInline", f"let {name}: [Double] = ["]
    for row in rows:
        line = " "
        for value in row:
            literal = f" {hexadecimal(value)},"
            if len(line) + len(literal) > 118:
                lines.append(line)
                line = " "
            line += literal
        lines.append(line)
    lines.append("]")
    path.write_text("\n".join(lines) + "\n")


def erfcx_rows() -> list[list[float]]:
    centres = [fmpq(j, 64) for j in range(64)]
    for binade in range(5):
        centres += [fmpq(64 + j, 64) * 2**binade for j in range(64)]
    centres.append(fmpq(32))
    rows = []
    for centre in centres:
        t = arb(centre)
        # erfcx' = 2 t erfcx - 2/sqrt(pi) gives the Taylor coefficients one after another.
        c = [(t * t).exp() * t.erfc()]
        c.append(2 * t * c[0] - 2 / arb.pi().sqrt())
        for k in range(1, 9):
            c.append((2 * t * c[k] + 2 * c[k - 1]) / (k + 1))
        rows.append(pair(c[0]) + pair(c[1]) + [nearest(x) for x in c[2:]])
    return rows


def erf_row() -> list[list[float]]:
    c = []
    factorial = 1
    for k in range(11):
        factorial *= max(k, 1)
        c.append(2 / arb.pi().sqrt() * (-1) ** k / (factorial * (2 * k + 1)))
    return [pair(x) for x in c[:3]] + [[nearest(x)] for x in c[3:]]


def exp_rows() -> list[list[float]]:
    return [pair((arb(2).log() * j / 64).exp()) if j else [1.0, 0.0] for j in range(64)]


def log_rows() -> list[list[float]]:
    """For significands from 1 + j/128: a reciprocal of nine bits, and what the logarithm gains by it."""
    rows = []
    for j in range(128):
        middle = 1 + (j + 0.5) / 128
        reciprocal = 1.0 if j == 0 else 0.5 if j == 127 else round(512 / middle) / 512
        # From sqrt(2) on the significand is halved: results near 1 must not come from cancellation.
        halved = middle > 2**0.5
        scale = 2 * reciprocal if halved else reciprocal
        rows.append([reciprocal * (2 if halved else 1)] + (pair(-arb(scale).log()) if scale != 1 else [0.0, 0.0]))
    return rows


def main() -> None:
    directory = Path(sys.argv[1])
    write(
        directory / "ErfcxTable.swift",
        "erfcxTable",
        "Taylor coefficients of erfcx about j/64 for j < 64, then about 2^b (1 + j/64) for 0 <= b < 5, then about 32.\n"
        "A row: c0 and c1 as unevaluated sums of two doubles, then c2 to c9.",
        erfcx_rows(),
    )
    write(
        directory / "ExpTable.swift",
        "expTable",
        "2^(j/64) for j < 64, each as an unevaluated sum of two doubles.",
        exp_rows(),
    )
    write(
        directory / "LogTable.swift",
        "logTable",
        "For m between 1/sqrt(2) and sqrt(2), by the first seven bits of its significand: a number c of nine bits near\n"
        "1/m, and -log c as an unevaluated sum of two doubles.",
        log_rows(),
    )
    write(
        directory / "ErfTable.swift",
        "erfTable",
        "Taylor coefficients of erf(x)/x in powers of x^2: the first three as unevaluated sums of two doubles,\n"
        "then eight doubles.",
        erf_row(),
    )


if __name__ == "__main__":
    main()
