#!/usr/bin/env python3
"""Writes constants.tsv: alpha and lambda of the SELU, their product, the constants of the fixed point (0, 2) and the
elementary numbers they are made of, to 60 significant digits rounded to nearest (Arb)."""

import argparse
import pathlib

from flint import arb, ctx

from enclosures import decimal_digits
from selu_arb import alpha01, constants_for, lambda01

DIGITS = 60


def constants():
    """name -> ball, in the order of the file."""
    root = arb(2).sqrt()
    alpha, lam = alpha01(), lambda01()
    direct_alpha, direct_lambda = constants_for(0, 1)
    assert alpha.overlaps(direct_alpha) and lam.overlaps(direct_lambda)  # Eq. 14 solves the two moment equations
    alpha2, lambda2 = constants_for(0, 2)
    return {
        "alpha01": alpha,
        "lambda01": lam,
        "lambda01*alpha01": lam * alpha,
        "alpha02": alpha2,
        "lambda02": lambda2,
        "lambda02*alpha02": lambda2 * alpha2,
        "erfc(1/sqrt(2))": (1 / root).erfc(),
        "erfc(sqrt(2))": root.erfc(),
        "erfcx(1/sqrt(2))": (1 / root).erfc() * arb("0.5").exp(),
        "erfcx(sqrt(2))": root.erfc() * arb(2).exp(),
        "pi": arb.pi(),
        "e": arb(1).exp(),
        "sqrt(e)": arb("0.5").exp(),
        "ln(2)": arb(2).log(),
        "sqrt(2)": root,
        "sqrt(pi)": arb.pi().sqrt(),
        "1/sqrt(pi)": 1 / arb.pi().sqrt(),
        "2/sqrt(pi)": 2 / arb.pi().sqrt(),
        "sqrt(2/pi)": (2 / arb.pi()).sqrt(),
        "sqrt(2*pi)": (2 * arb.pi()).sqrt(),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent / "constants.tsv")
    options = parser.parse_args()
    ctx.prec = 512
    lines = ["# made by make_constants.py; do not edit", "name\tvalue"]
    lines += [f"{name}\t{decimal_digits(value, DIGITS)}" for name, value in constants().items()]
    options.output.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
