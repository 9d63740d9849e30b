#!/usr/bin/env python3
"""Writes claim-extrema.tsv: accurate, not rigorous, extrema of the paper's quantities on its domains.

Columns: quantity, domain, sense (min or max), value (18 digits), location (12 digits; one of the places where it is
attained, as for example (mu, omega) and (-mu, -omega) give the same moments). A few minutes.
"""

import argparse
import pathlib

from extrema import ALPHA, PI, derivative, entries, fixed_point, largest_singular_value, maximum, minimum, moments
from gmpy2 import erfc, exp, sqrt

SIDE = ("-0.1", "0.1")
DOMAINS = {  # mu, omega, nu, tau
    "omega": [SIDE, SIDE, ("0.8", "1.5"), ("0.95", "1.1")],
    "D": [SIDE, SIDE, ("0.8", "1.5"), ("0.8", "1.25")],
    "high": [("-1", "1"), SIDE, ("3", "16"), ("0.8", "1.25")],
    "high-wide": [("-1", "1"), SIDE, ("1.5", "16"), ("0.8", "1.25")],
    "high-narrow": [SIDE, SIDE, ("1.5", "16"), ("0.8", "1.25")],
    "low.main-text": [SIDE, SIDE, ("0.02", "0.16"), ("0.8", "1.25")],
    "lower-tau.main-text": [SIDE, SIDE, ("0.02", "0.24"), ("0.9", "1.25")],
    "low.appendix": [SIDE, SIDE, ("0.05", "0.16"), ("0.8", "1.25")],
    "lower-tau.appendix": [SIDE, SIDE, ("0.05", "0.24"), ("0.9", "1.25")],
    "omega-minus": [SIDE, SIDE, ("0.05", "0.24"), ("0.8", "1.25")],
    "point01": [("0", "0"), ("0", "0"), ("1", "1"), ("1", "1")],
}
NAMES = ["mu", "omega", "nu", "tau"]

SMALL = ("-0.01", "0.01")
PLANE_DOMAINS = {  # y, x
    "xy.D": [SMALL, ("0.64", "1.875")],
    "xy.large": [("-0.1", "0.1"), ("1.2", "20")],
    "xy.small": [SMALL, ("0.007", "0.875")],
    "xy.lemma41": [SMALL, ("0.02", "0.5")],
}
PLANE_NAMES = ["y", "x"]


def scaled(k, y, x):
    """E_k = exp(z_k^2) erfc(z_k)."""
    z = (y + k * x) / sqrt(2 * x)
    return exp(z * z) * erfc(z)


def f(y, x):
    """E1 - 2 E2 (Lemma 15)."""
    return scaled(1, y, x) - 2 * scaled(2, y, x)


def bracket_j21(y, x):
    """The bracket of J21 divided by exp(-y^2/(2 x)) (Eq. 35)."""
    first = y * (2 - erfc(y / sqrt(2 * x))) * exp(y * y / (2 * x))
    return first + sqrt(2 / PI) * sqrt(x) - ALPHA**2 * (scaled(1, y, x) - scaled(2, y, x))


def lemma34(y, x):
    middle = (-ALPHA + ALPHA * y + 1) / sqrt(x)
    return sqrt(2 / PI) * (-(ALPHA - 1) * y * y / x / sqrt(x) + middle - ALPHA * sqrt(x))


PLANE_QUANTITIES = {
    "z1": lambda y, x: (y + x) / sqrt(2 * x),
    "z2": lambda y, x: (y + 2 * x) / sqrt(2 * x),
    "exp(y + x/2) erfc(z1)": lambda y, x: exp(y + x / 2) * erfc((y + x) / sqrt(2 * x)),
    "2 density": lambda y, x: sqrt(2 / (PI * x)) * exp(-y * y / (2 * x)),
    "E1": lambda y, x: scaled(1, y, x),
    "E2": lambda y, x: scaled(2, y, x),
    "x E1": lambda y, x: x * scaled(1, y, x),
    "x E2": lambda y, x: x * scaled(2, y, x),
    "2 E2 - E1": lambda y, x: 2 * scaled(2, y, x) - scaled(1, y, x),
    "F": f,
    "d F/d x": derivative(f, 1),
    "bracket J12": lambda y, x: ALPHA * scaled(1, y, x) - sqrt(2 / PI) * (ALPHA - 1) / sqrt(x),
    "bracket J21": bracket_j21,
    "lemma33": lambda y, x: sqrt(2 / PI) * ((ALPHA - 1) * y / x / sqrt(x) - ALPHA / sqrt(x)),
    "lemma34": lemma34,
    "lemma35": lambda y, x: sqrt(2 / PI) * ((ALPHA**2 - 1) * y / x / sqrt(x) - 3 * ALPHA**2 / sqrt(x)),
    "lemma36": lambda y, x: sqrt(2 / PI) * ((ALPHA**2 - 1) * y / sqrt(x) - 3 * ALPHA**2 * sqrt(x)),
    "mean": lambda y, x: moments(y, x)[0],
}

PLANE_WANTED = [
    ("z1", "xy.D"), ("z2", "xy.D"), ("exp(y + x/2) erfc(z1)", "xy.D"), ("2 density", "xy.D"), ("E1", "xy.D"),
    ("E2", "xy.D"), ("x E1", "xy.D"), ("x E2", "xy.D"), ("2 E2 - E1", "xy.D"), ("bracket J12", "xy.D"),
    ("bracket J21", "xy.D"), ("lemma33", "xy.D"), ("lemma34", "xy.D"), ("lemma35", "xy.D"), ("lemma36", "xy.D"),
    ("F", "xy.large"), ("d F/d x", "xy.large"), ("F", "xy.small"), ("d F/d x", "xy.small"), ("mean", "xy.lemma41"),
]

QUANTITIES = {
    "S": largest_singular_value,
    "mean": lambda mu, omega, nu, tau: moments(mu * omega, nu * tau)[0],
    "xi": lambda mu, omega, nu, tau: moments(mu * omega, nu * tau)[1],
    "var": lambda *p: entries(*p)[1],
    "var - nu": lambda mu, omega, nu, tau: entries(mu, omega, nu, tau)[1] - nu,
    "var / nu": lambda mu, omega, nu, tau: entries(mu, omega, nu, tau)[1] / nu,
    "xi - nu": lambda mu, omega, nu, tau: moments(mu * omega, nu * tau)[1] - nu,
    "d mean/d mu": lambda *p: entries(*p)[2],
    "d mean/d nu": lambda *p: entries(*p)[3],
    "d xi/d mu": lambda *p: entries(*p)[4],
    "d xi/d nu": lambda *p: entries(*p)[5],
    "d var/d mu": lambda *p: entries(*p)[6],
    "d var/d nu": lambda *p: entries(*p)[7],
}

for row, entry in (("J11", 2), ("J12", 3), ("J21", 4), ("J22", 5)):
    for index, name in enumerate(NAMES):
        QUANTITIES[f"d {row}/d {name}"] = derivative(lambda *p, entry=entry: entries(*p)[entry], index)
for index, name in enumerate(NAMES):
    QUANTITIES[f"d S/d {name}"] = derivative(largest_singular_value, index)
    QUANTITIES[f"d mean/d {name}"] = derivative(lambda *p: entries(*p)[0], index)

WANTED = [
    ("S", "omega", "min max"), ("S", "D", "min max"), ("S", "point01", "max"),
    ("mean", "omega", "min max"), ("var", "omega", "min max"), ("xi", "omega", "min max"),
    ("mean", "D", "min max"), ("var", "D", "min max"), ("xi", "D", "min max"),
    ("var - nu", "high", "min max"), ("xi - nu", "high", "max"),
    ("var - nu", "low.main-text", "min max"), ("var - nu", "lower-tau.main-text", "min max"),
    ("var - nu", "low.appendix", "min max"), ("var - nu", "lower-tau.appendix", "min max"),
    ("var / nu", "low.appendix", "min"), ("var / nu", "lower-tau.appendix", "min"),
    ("d var/d nu", "high-narrow", "min max"), ("d xi/d nu", "high-wide", "min max"),
    ("d xi/d nu", "low.appendix", "min"), ("d xi/d nu", "lower-tau.appendix", "min"),
    ("mean", "high-narrow", "min"), ("mean", "high-wide", "min"), ("mean", "omega-minus", "min max"),
    ("d mean/d mu", "D", "min max"), ("d mean/d nu", "D", "min max"),
    ("d xi/d mu", "D", "min max"), ("d xi/d nu", "D", "min max"),
    ("d mean/d nu", "high-narrow", "min max"), ("d mean/d mu", "omega-minus", "min max"),
    ("d mean/d nu", "omega-minus", "min max"),
    ("d mean/d omega", "omega-minus", "min max"), ("d mean/d tau", "omega-minus", "min max"),
] + [(f"d J{row}{column}/d {name}", "D", "min max") for row in "12" for column in "12" for name in NAMES] + [
    ("d S/d mu", "D", "max"), ("d S/d omega", "D", "max"), ("d S/d nu", "D", "max"), ("d S/d tau", "D", "max"),
]


def extrema():
    """Yields (quantity, domain, sense, value, location)."""
    for quantity, domain, senses in WANTED:
        for sense in senses.split():
            search = maximum if sense == "max" else minimum
            value, point = search(QUANTITIES[quantity], DOMAINS[domain])
            yield quantity, domain, sense, value, list(zip(NAMES, point))
    for quantity, domain in PLANE_WANTED:
        for sense, search in (("min", minimum), ("max", maximum)):
            value, point = search(PLANE_QUANTITIES[quantity], PLANE_DOMAINS[domain])
            yield quantity, domain, sense, value, list(zip(PLANE_NAMES, point))
    box = [DOMAINS["omega"][1], DOMAINS["omega"][3]]
    for index, name in enumerate(("fixed mean", "fixed variance")):
        for sense, search in (("min", minimum), ("max", maximum)):
            value, point = search(lambda omega, tau: fixed_point(omega, tau)[index], box, 9)
            mu, nu = fixed_point(*point)
            yield name, "omega", sense, value, [("mu", mu), ("omega", point[0]), ("nu", nu), ("tau", point[1])]


def digits(value, count):
    if abs(value) < 1e-30:
        return "0"
    text = f"{value:.{count}g}"
    return text.removesuffix(".0")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent / "claim-extrema.tsv")
    options = parser.parse_args()
    lines = ["# made by make_claim_extrema.py (not rigorous); do not edit", "quantity\tdomain\tsense\tvalue\tlocation"]
    for quantity, domain, sense, value, point in extrema():
        location = " ".join(f"{name}={digits(coordinate, 12)}" for name, coordinate in point)
        lines.append("\t".join((quantity, domain, sense, digits(value, 18), location)))
    options.output.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
