#!/usr/bin/env python3
"""Writes constants.tsv: alpha and lambda of the SELU, their product, the constants of the fixed point (0, 2), the
elementary numbers they are made of, and the gains of activation functions, to 60 significant digits rounded to nearest
(Arb)."""

import argparse
import pathlib

from flint import acb, arb, ctx

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


def expectation(f, start, stop):
    """E f(Z) over start < Z < stop for Z ~ N(0, 1), by Arb's adaptive Gauss-Legendre quadrature. Outside of (-40, 40) all f
    here are at most x^2 + 1, whose expectation there is below e^-790."""
    density = lambda z: (-z * z / 2).exp() / (2 * arb.pi()).sqrt()
    value = acb.integral(lambda z, _: f(z) * density(z), start, stop, rel_tol=arb(2) ** -260, abs_tol=arb(2) ** -260)
    assert value.imag.contains(0)
    return value.real + arb(0, arb(-790).exp())


def gains():
    """name -> ball: E f(Z)^2, its -1/2 power and that of the variance, straight from the definitions."""
    slope = arb(1) / 100
    sigmoid = lambda z: 1 / (1 + (-z).exp())
    pieces = {  # on the negative and on the positive half line
        "relu": (lambda z: 0 * z, lambda z: z),
        "leaky_relu": (lambda z: slope * z, lambda z: z),
        "elu": (lambda z: z.exp() - 1, lambda z: z),
        "tanh": (lambda z: z.tanh(), lambda z: z.tanh()),
        "sigmoid": (sigmoid, sigmoid),
        "gelu": (lambda z: z * (-z / arb(2).sqrt()).erfc() / 2,) * 2,
        "silu": (lambda z: z * sigmoid(z),) * 2,
    }
    found = {}
    for name, (negative, positive) in pieces.items():
        mean = expectation(negative, -40, 0) + expectation(positive, 0, 40)
        second = expectation(lambda z: negative(z) ** 2, -40, 0) + expectation(lambda z: positive(z) ** 2, 0, 40)
        found[f"{name} second moment"] = second
        found[f"{name} gain"] = 1 / second.sqrt()
        found[f"{name} variance gain"] = 1 / (second - mean * mean).sqrt()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent / "constants.tsv")
    options = parser.parse_args()
    ctx.prec = 512
    lines = ["# made by make_constants.py; do not edit", "name\tvalue"]
    lines += [f"{name}\t{decimal_digits(value, DIGITS)}" for name, value in (constants() | gains()).items()]
    options.output.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
