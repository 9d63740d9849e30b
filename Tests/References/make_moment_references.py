#!/usr/bin/env python3
"""Writes moments.tsv and jacobian.tsv: the SELU moments and the map's Jacobian to 40 correct digits.

Arguments are exact decimals. Every number of moments.tsv is computed twice in Arb (closed form with power series;
rigorous quadrature of the defining integral, density differentiated) and the two enclosures must overlap. Pairs with
y > 60 sqrt(x) are left out: their x derivative of the mean is below e^-1800. Deterministic; about ten seconds.
"""

import argparse
import pathlib
import random

from flint import arb, ctx

import selu_arb
from enclosures import decimal_digits
from selu_arb import NAMES, by_integration, closed_form, jacobian, rational

DIGITS = 40


def moment_arguments():
    """The (y, x) pairs as decimal texts: the paper's boxes with their corners, then far beyond."""
    pairs = []

    def add(y, x):
        if (y, x) not in pairs and not (rational(y) > 0 and rational(y) ** 2 > 3600 * rational(x)):
            pairs.append((y, x))

    add("0", "1")
    for x in ["0.04", "0.16", "0.24", "0.64", "0.76", "0.8", "0.88", "0.95", "1.2", "1.5", "1.65", "1.875", "2.4", "20"]:
        for y in ["-0.01", "0", "0.01"]:
            add(y, x)
    for x in ["0.001", "0.02", "0.016", "0.3", "1", "2", "4.8", "16"]:
        for y in ["-0.1", "0.1"]:
            add(y, x)
    for x in ["1e-6", "1e-5", "0.0001", "0.001", "0.01", "0.1", "1", "10", "100", "1000", "10000"]:
        for y in ["-10", "-5", "-1", "-0.1", "-0.001", "0", "0.000001", "0.001", "0.05", "1", "3", "10"]:
            add(y, x)
    generator = random.Random("selu-proof moments 1")
    while len(pairs) < 200:
        kind = generator.randrange(3)
        if kind == 0:
            add(f"{generator.uniform(-0.1, 0.1):.4f}", f"{generator.uniform(0.01, 2):.4f}")
        elif kind == 1:
            add(f"{generator.uniform(-3, 3):.3f}", f"{generator.uniform(0.05, 30):.3f}")
        else:
            add(f"{generator.uniform(-10, 10):.2f}", f"{10 ** generator.uniform(-6, 4):.7f}")
    return pairs


def jacobian_arguments():
    """(mu, omega, nu, tau) as decimal texts: the corners and middles of the paper's boxes, then random points in and
    well beyond them."""
    points = [("0", "0", "1", "1"), ("-0.1", "-0.1", "0.8", "1.1"), ("-0.1", "-0.1", "0.8", "1.25")]
    for mu in ["-0.1", "0.1"]:
        for omega in ["-0.1", "0.1"]:
            for nu in ["0.8", "1.5"]:
                for tau in ["0.8", "0.95", "1.1", "1.25"]:
                    points.append((mu, omega, nu, tau))
    points += [("0", "0.1", "1", "1"), ("0.1", "0", "1", "1"), ("0", "0", "0.8", "1.25"), ("0", "0", "3", "1.25"),
               ("1", "0.1", "3", "1.25"), ("1", "0.1", "16", "1.25"), ("-1", "0.1", "3", "0.8"), ("0.1", "-0.1", "0.02", "0.8"),
               ("0.1", "0.1", "0.02", "0.8"), ("0.1", "-0.1", "0.24", "0.9"), ("-0.1", "0.1", "0.16", "0.8")]
    points = list(dict.fromkeys(points))
    generator = random.Random("selu-proof jacobian 1")
    while len(points) < 100:
        kind = generator.randrange(3)
        if kind == 0:
            point = (f"{generator.uniform(-0.1, 0.1):.3f}", f"{generator.uniform(-0.1, 0.1):.3f}",
                     f"{generator.uniform(0.8, 1.5):.3f}", f"{generator.uniform(0.8, 1.25):.3f}")
        elif kind == 1:
            point = (f"{generator.uniform(-1, 1):.3f}", f"{generator.uniform(-0.1, 0.1):.3f}",
                     f"{generator.uniform(0.02, 16):.3f}", f"{generator.uniform(0.8, 1.25):.3f}")
        else:
            point = (f"{generator.uniform(-2, 2):.2f}", f"{generator.uniform(-1.5, 1.5):.2f}",
                     f"{generator.uniform(0.01, 30):.2f}", f"{generator.uniform(0.2, 3):.2f}")
        if point not in points:
            points.append(point)
    return points


JACOBIAN_NAMES = ["mean", "variance", "H11", "H12", "H21", "H22", "S"]


def jacobian_row(point, digits):
    """The seven texts of one line of jacobian.tsv. H11 and H21 are exactly 0 when omega is 0, and
    (mean, variance) is exactly (0, 1) at (y, x) = (0, 1) by Eq. 14."""
    values = jacobian(*(rational(text) for text in point))
    mu, omega, nu, tau = (rational(text) for text in point)
    exact = {}
    if omega == 0:
        exact["H11"] = exact["H21"] = "0"
    if mu * omega == 0 and nu * tau == 1:
        exact["mean"], exact["variance"] = "0", "1"
    row = []
    for name in JACOBIAN_NAMES:
        if name in exact:
            assert values[name].contains(int(exact[name])), (point, name)
            row.append(exact[name])
        else:
            row.append(decimal_digits(values[name], digits))
    return row


def moment_row(pair, digits, check=True):
    """The seven texts of one line of moments.tsv; with `check`, the quadrature must agree to `digits` digits."""
    y, x = (rational(text) for text in pair)
    saved = ctx.prec
    try:
        ctx.prec = 3400
        closed = closed_form(y, x)
        exact = {"m1": "0", "m2": "1", "variance": "1"} if (y, x) == (0, 1) else {}
        if check:
            ctx.prec = 1024
            integrated = by_integration(y, x)
            for name in NAMES:
                if not closed[name].overlaps(integrated[name]):
                    raise ArithmeticError(f"{name} at y={y}, x={x}: {closed[name]} and {integrated[name]}")
                agreement = integrated[name].rel_accuracy_bits()
                if name not in exact and agreement < 140:
                    raise ArithmeticError(f"{name} at y={y}, x={x}: quadrature has only {agreement} bits")
        return [exact[name] if name in exact else decimal_digits(closed[name], digits) for name in NAMES]
    finally:
        ctx.prec = saved


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    options = parser.parse_args()

    lines = ["# made by make_moment_references.py; do not edit", "\t".join(["y", "x"] + NAMES)]
    for pair in moment_arguments():
        lines.append("\t".join(list(pair) + moment_row(pair, DIGITS)))
    (options.folder / "moments.tsv").write_text("\n".join(lines) + "\n")

    ctx.prec = 1024
    lines = ["# made by make_moment_references.py; do not edit", "\t".join(["mu", "omega", "nu", "tau"] + JACOBIAN_NAMES)]
    for point in jacobian_arguments():
        lines.append("\t".join(list(point) + jacobian_row(point, DIGITS)))
    (options.folder / "jacobian.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
