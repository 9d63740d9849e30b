#!/usr/bin/env python3
"""Prints FoundNumbers.v, the numbers that proofs start from: `make numbers` writes it, the audit compares.

Nothing here is trusted. Erfcx.v proves its error bound from the coefficients alone; Runs.v proves that the multipliers
and the ends do what they should; Theorems.v, that there are fixed points near those given here.
"""

from fractions import Fraction
from math import erfc, exp, floor, pi, sqrt


# The coefficients of the approximant in Erfcx.v.

DEGREE, SCALE = 19, 50


def chebyshev(k):
    """The coefficients of the k-th Chebyshev polynomial of [0, 1], the lowest power first."""
    before, last = [1], [-1, 2]
    for _ in range(k - 1):
        following = [0] + [4 * c for c in last]
        for i, c in enumerate(last):
            following[i] -= 2 * c
        for i, c in enumerate(before):
            following[i] -= c
        before, last = last, following
    return last


def solve(system, right):
    """The solution of a linear system, exactly."""
    rows = [[Fraction(a) for a in row] + [Fraction(b)] for row, b in zip(system, right)]
    n = len(rows)
    for k in range(n):
        pivot = next(i for i in range(k, n) if rows[i][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [a / rows[k][k] for a in rows[k]]
        for i in range(n):
            if i != k and rows[i][k] != 0:
                rows[i] = [a - rows[i][k] * b for a, b in zip(rows[i], rows[k])]
    return [row[n] for row in rows]


def coefficients():
    """By Lanczos' tau method: the defect of the approximant is a combination of the two Chebyshev polynomials on [0, 1]
    of the highest degrees, so nearly as small as can be."""
    # 3 = u^2 (P + u P') + (18 - 24 u) P + (the two Chebyshev polynomials), as equations for the coefficients.
    n = DEGREE + 3
    system, right = [[0] * n for _ in range(n)], [3] + [0] * (n - 1)
    for k in range(DEGREE + 1):
        system[k][k] += 18
        system[k + 1][k] -= 24
        system[k + 2][k] += k + 1
    for column in (DEGREE + 1, DEGREE + 2):
        for row, c in enumerate(chebyshev(column)):
            system[row][column] = c
    return [round(c * 2**SCALE) for c in solve(system, right)[:DEGREE + 1]]


# The extremal fixed points of Theorem 1, in doubles.

B, C = exp(1 / 2) * erfc(1 / sqrt(2)), exp(2) * erfc(sqrt(2))
ALPHA = sqrt(2 / pi) / (1 - B)
LAMBDA = (1 - B) * sqrt(2 * pi) / sqrt(pi * (1 - B) ** 2 + 2 * (1 - 2 * B + C))


def moments(y, x):
    """Mean and variance, and their derivatives by y and x, as in ClosedForms.v."""
    a, l, r = ALPHA, LAMBDA, sqrt(2 * x)
    tail0, tail1, tail2 = erfc(y / r), exp(y + x / 2) * erfc((y + x) / r), exp(2 * (y + x)) * erfc((y + 2 * x) / r)
    peak = exp(-y**2 / (2 * x)) / sqrt(2 * pi * x)
    m = l / 2 * (y * (2 - tail0) + 2 * x * peak + a * (tail1 - tail0))
    m_y, m_x = l / 2 * (2 - tail0 + a * tail1), l / 2 * (a * tail1 / 2 + (1 - a) * peak)
    s = l**2 / 2 * ((y**2 + x) * (2 - tail0) + 2 * x * y * peak + a**2 * (tail0 - 2 * tail1 + tail2))
    s_y = l**2 * (y * (2 - tail0) + 2 * x * peak + a**2 * (tail2 - tail1))
    s_x = l**2 / 2 * (2 - tail0 + a**2 * (2 * tail2 - tail1))
    return (m, s - m**2), (m_y, m_x), (s_y - 2 * m * m_y, s_x - 2 * m * m_x)


def fixed_point(omega, tau):
    p = (0.0, 1.0)
    for _ in range(1000):
        p = moments(p[0] * omega, p[1] * tau)[0]
    return p


def multipliers(omega, tau):
    """Those that make mean (or variance) less a multiple of mean^2 - 100 y^2 stationary in y at the fixed point."""
    mu, nu = fixed_point(omega, tau)
    y = mu * omega
    (m, _), (m_y, _), (v_y, _) = moments(y, nu * tau)
    slope = 2 * m * m_y - 200 * y
    return abs(m_y / slope), abs(v_y / slope)


def direction():
    """The Jacobian at mu = omega = -0.1, nu = 0.8, tau = 1.1 stretches (-1, this) most: an eigenvector of J'J."""
    omega, tau = -0.1, 1.1
    _, (m_y, m_x), (v_y, v_x) = moments(0.01, 0.88)
    a, b, c = (omega * m_y) ** 2 + (omega * v_y) ** 2, omega * tau * (m_y * m_x + v_y * v_x), tau**2 * (m_x**2 + v_x**2)
    largest = (a + c) / 2 + sqrt(((a - c) / 2) ** 2 + b**2)
    return (a - largest) / b


def rational(name, value, decimals):
    return f"Notation {name} := ({floor(value * 10**decimals + 0.5)} # {10**decimals})%Q (only parsing)."


def main():
    omega, tau = 0.1, {"lower": 0.95, "upper": 1.1}
    print("(** Numbers that proofs start from, written by find_numbers.py. Nothing of them is trusted. *)\n")
    print("From Coq Require Import ZArith QArith List.\nImport ListNotations.\n")
    print("(** Of the approximant in Erfcx.v, times 2^50. *)")
    print("Definition coefficients : list Z :=\n  [" + ";\n   ".join(map(str, coefficients())) + "]%Z.\n")
    print("(** The fixed points where mean and variance are extremal, at omega = 0.1 and tau = 0.95 or 1.1. *)")
    for end, t in tau.items():
        for name, value in zip(("mean", "variance"), fixed_point(omega, t)):
            print(rational(f"{end}_{name}", value, 12))
    print("\n(** What x = nu tau is there, with a little room outside. *)")
    for end, t in tau.items():
        room = -1e-8 if end == "lower" else 1e-8
        print(rational(f"{end}_x", fixed_point(omega, t)[1] * t + room, 10))
    print("\n(** The multipliers in the inequalities for mean and variance there. *)")
    for end, t in tau.items():
        for name, value in zip(("mean", "variance"), multipliers(omega, t)):
            print(rational(f"{end}_{name}_multiplier", value, 5))
    print("\n(** The Jacobian at the corner mu = omega = -0.1, nu = 0.8, tau = 1.1 stretches (-1, this) most. *)")
    print(rational("stretched", direction(), 4))


if __name__ == "__main__":
    main()
