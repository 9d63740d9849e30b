#!/usr/bin/env python3
"""Writes claim-extrema.tsv: accurate, not rigorous, extrema of the main quantities on the paper's domains.

Columns: quantity, domain, sense (min or max), value (18 digits), location (12 digits; one of the places where it is
attained, as for example (mu, omega) and (-mu, -omega) give the same moments). About a minute.
"""

import argparse
import pathlib

from extrema import entries, fixed_point, largest_singular_value, maximum, minimum, moments

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
]


def extrema():
    """Yields (quantity, domain, sense, value, location)."""
    for quantity, domain, senses in WANTED:
        for sense in senses.split():
            search = maximum if sense == "max" else minimum
            value, point = search(QUANTITIES[quantity], DOMAINS[domain])
            yield quantity, domain, sense, value, list(zip(NAMES, point))
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
