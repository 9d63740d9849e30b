#!/usr/bin/env python3
"""Writes fixed-points.tsv and parameters.tsv: what the Swift tests of the solver compare with, to 40 digits (Arb).

Fixed points come from Newton's method with the Jacobian that power-series arithmetic makes of the definition
(Tests/References/selu_arb.py), followed by a proof: the interval Newton operator maps a ball of radius 1e-60 around the
approximation into itself. Parameters come from the quadratic equation for alpha that remains when lambda is eliminated
from the two moment equations, not from an iteration. Needs python-flint; takes a second.
"""

import argparse
import pathlib
import sys

from flint import arb, ctx, fmpq

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "../../References"))

from enclosures import decimal_digits  # noqa: E402
from selu_arb import jacobian, rational  # noqa: E402

DIGITS = 40

# omega, tau and a place to start.
FIXED_POINTS = [
    ("0", "0.8", -0.03, 0.45), ("0", "0.95", -0.01, 0.84), ("0", "1.1", 0.04, 1.38), ("0", "1.5", 0.43, 4.26),
    ("0", "2", 1.7, 20), ("0.1", "0.95", -0.02, 0.83), ("0.1", "1.1", 0.055, 1.41), ("-0.1", "0.95", -0.016, 0.83),
    ("-0.1", "1.1", 0.044, 1.39), ("0.05", "1.02", 0.01, 1.07), ("-0.1", "2.5", 6.6, 140), ("-1", "1.5", 0.18, 3.27),
    ("-1.5", "2.5", 0.88, 13.5), ("0.5", "0.5", -0.078, 0.0206), ("0.5", "1.5", 1.31, 8.81), ("0.9", "1", -0.0433, 0.946),
    ("1", "1.5", -0.87, 0.32), ("2", "1.5", -0.24, 1.84), ("3", "2.5", -0.48, 2.81),
]

# mean, variance, omega, tau and the root of the quadratic that is wanted.
PARAMETERS = [
    ("-0.1", "2", "0", "1", 2.33), ("0.1", "1", "0", "1", 1.31), ("0.5", "1", "0", "1", 0.33),
    ("-0.5", "1", "0", "1", 6.5), ("0.2", "1.5", "-0.5", "1.2", 1.07),
]


def fixed_point(omega, tau, mu, nu):
    omega, tau = rational(omega), rational(tau)
    mu, nu = exact(arb(mu)), exact(arb(nu))
    for _ in range(60):
        at = jacobian(mu, omega, nu, tau)
        step = solve(at, at["mean"] - mu, at["variance"] - nu)
        mu, nu = exact(mu + step[0]), exact(nu + step[1])
        if all(abs(part) < arb(10) ** -100 for part in step):
            break
    else:
        raise ArithmeticError(f"no fixed point near the start for omega = {omega}, tau = {tau}")
    radius = arb(0, "1e-60")
    ball = jacobian(arb(mu) + radius, omega, arb(nu) + radius, tau)
    centre = jacobian(mu, omega, nu, tau)
    newton = solve(ball, centre["mean"] - mu, centre["variance"] - nu)
    assert all(abs(part) < arb("1e-60") for part in newton), "not proved"
    mean, variance = mu + newton[0], nu + newton[1]
    h = jacobian(mean, omega, variance, tau)
    trace, determinant = h["H11"] + h["H22"], h["H11"] * h["H22"] - h["H12"] * h["H21"]
    discriminant = trace * trace - 4 * determinant
    radius = determinant.sqrt() if discriminant < 0 else (abs(trace) + discriminant.sqrt()) / 2
    return [mean, variance, h["H11"], h["H12"], h["H21"], h["H22"], h["S"], radius]


def exact(value):
    """The midpoint of a ball as a rational."""
    mantissa, exponent = arb(value).mid().man_exp()
    mantissa, exponent = int(mantissa), int(exponent)
    return fmpq(mantissa * 2**exponent) if exponent >= 0 else fmpq(mantissa, 2**-exponent)


def solve(at, r, s):
    """(I - H)^-1 (r, s)."""
    a, d = 1 - at["H11"], 1 - at["H22"]
    determinant = a * d - at["H12"] * at["H21"]
    return (d * r + at["H12"] * s) / determinant, (at["H21"] * r + a * s) / determinant


def parameters(mean, variance, omega, tau, wanted):
    mean, variance = arb(rational(mean)), arb(rational(variance))
    y, x = mean * arb(rational(omega)), variance * arb(rational(tau))
    s = x.sqrt()

    def below(k):
        return (y * k + x * (arb(k * k) / 2)).exp() * ((y + x * k) / (s * arb(2).sqrt())).erfc() / 2

    density = (-y * y / (2 * x)).exp() / (2 * arb.pi()).sqrt()
    above = 1 - below(0)
    p, q = y * above + s * density, below(1) - below(0)  # E[z; z > 0], E[e^z - 1; z < 0]
    r, t = (y * y + x) * above + y * s * density, below(2) - 2 * below(1) + below(0)
    # lambda (p + alpha q) = mean, lambda^2 (r + alpha^2 t) = variance + mean^2
    second = variance + mean * mean
    a = q * q * second - mean * mean * t
    b = 2 * p * q * second
    c = p * p * second - mean * mean * r
    root = (b * b - 4 * a * c).sqrt()
    alpha = min(((-b - root) / (2 * a), (-b + root) / (2 * a)), key=lambda z: abs(float(z) - wanted))
    assert abs(float(alpha) - wanted) < 0.1
    lam = mean / (p + alpha * q)
    assert lam > 0
    return [alpha, lam]


def table(columns, rows):
    lines = ["# made by make_references.py; do not edit", "\t".join(columns)]
    return "\n".join(lines + ["\t".join(row) for row in rows]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=pathlib.Path, default=HERE)
    options = parser.parse_args()
    ctx.prec = 512

    def digits(values):
        return [decimal_digits(value, DIGITS) for value in values]

    columns = ["omega", "tau", "mean", "variance", "H11", "H12", "H21", "H22", "S", "radius"]
    rows = [[omega, tau] + digits(fixed_point(omega, tau, mu, nu)) for omega, tau, mu, nu in FIXED_POINTS]
    (options.output / "fixed-points.tsv").write_text(table(columns, rows))
    rows = [list(case[:4]) + digits(parameters(*case)) for case in PARAMETERS]
    (options.output / "parameters.tsv").write_text(table(["mean", "variance", "omega", "tau", "alpha", "lambda"], rows))


if __name__ == "__main__":
    main()
