#!/usr/bin/env python3
"""Makes the numbers that RealArithmetic takes from elsewhere; needs mpmath, and takes a few seconds.

    make_references.py references   the reference values of DoubleScalarTests.swift
    make_references.py table        the coefficients of Double+ErfcxTable.swift

The references are for arguments that are binary64 numbers exactly, so the decimal argument is read as a float first.
"""

import sys

import mpmath as mp

mp.mp.prec = 400

EXP = ["-744.4", "-708.3", "-100", "-1", "-0.1", "-1e-10", "1e-300", "0.34", "0.5", "1", "2.718", "10", "88.7", "709.7"]
ERFCX = [
    "-26.6", "-5", "-1", "-0.5", "-0.01", "0", "1e-20", "0.01", "0.1", "0.5", "1", "2", "3.9", "4", "10", "26", "60",
    "100", "12345.678", "1e10", "1e300",
]


def erfcx(x):
    if x > 1e4:
        term = total = mp.mpf(1)
        for k in range(1, 12):
            term *= -(2 * k - 1) / (2 * x * x)
            total += term
        return total / (x * mp.sqrt(mp.pi))
    return mp.exp(x * x) * mp.erfc(x)


def references():
    for name, function, arguments in (("exp", mp.exp, EXP), ("erfcx", erfcx, ERFCX)):
        print(name)
        for text in arguments:
            print(f'    ({text}, "{mp.nstr(function(mp.mpf(float(text))), 25)}"),')


def scaled(t):
    return erfcx(4 * (1 - t) / t) / t


def interpolant(a, b, degree):
    """Monomial coefficients on [-1, 1] of the polynomial through the Chebyshev nodes of [a, b]."""
    count = degree + 1
    nodes = [mp.cos(mp.pi * (2 * k + 1) / (2 * count)) for k in range(count)]
    values = [scaled((a + b) / 2 + (b - a) / 2 * u) for u in nodes]
    chebyshev = [
        2 / mp.mpf(count) * sum(v * mp.cos(j * mp.pi * (2 * k + 1) / (2 * count)) for k, v in enumerate(values))
        for j in range(count)
    ]
    chebyshev[0] /= 2
    basis = [[mp.mpf(1)], [mp.mpf(0), mp.mpf(1)]]
    while len(basis) < count:
        following = [mp.mpf(0)] + [2 * c for c in basis[-1]]
        for power, c in enumerate(basis[-2]):
            following[power] -= c
        basis.append(following)
    result = [mp.mpf(0)] * count
    for weight, polynomial in zip(chebyshev, basis):
        for power, c in enumerate(polynomial):
            result[power] += weight * c
    return result


def table(pieces=16, degree=9):
    for i in range(pieces):
        row = [float(c).hex() for c in interpolant(mp.mpf(i) / pieces, mp.mpf(i + 1) / pieces, degree)]
        print("    " + ", ".join(row[:5]) + ",")
        print("    " + ", ".join(row[5:]) + ",")


if __name__ == "__main__":
    if sys.argv[1:] not in (["references"], ["table"]):
        sys.exit(__doc__)
    {"references": references, "table": table}[sys.argv[1]]()
