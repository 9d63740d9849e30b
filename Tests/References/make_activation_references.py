#!/usr/bin/env python3
"""Writes activations.tsv: for activation functions f and net inputs Z of mean y and variance x, the expectations
M_n = d^n/dy^n E f(Z) and Q_n = d^n/dy^n E f(Z)^2 for n = 0, ..., 4, to 30 digits.

From the definition, by Arb's rigorous integration of f(y + s v) He_n(v) phi(v) / s^n over v: only the density is
differentiated, never f. The line is cut at 0, where some of the functions have a kink, and at 18 standard deviations;
what lies beyond is less than 1e-65. A name is what the command takes: elu:alpha=0.5. Deterministic; a minute.
"""

import argparse
import pathlib
import random

from flint import acb, arb, ctx

from enclosures import decimal_digits
from selu_arb import rational

DIGITS = 30
REACH = 18
COLUMNS = ["activation", "y", "x"] + [f"M{n}" for n in range(5)] + [f"Q{n}" for n in range(5)]


def ball(text):
    q = rational(text)
    return q if isinstance(q, arb) else arb(q)


def smooth(value):
    """The same formula on both sides of zero."""
    return lambda p: (value, value)


def two_pieces(negative):
    """lambda z for z > 0."""
    return lambda p: (lambda z, a: p.get("lambda", arb(1)) * z, lambda z, a: negative(z, p))


FUNCTIONS = {
    "selu": two_pieces(lambda z, p: p["lambda"] * p["alpha"] * (z.exp() - 1)),
    "elu": two_pieces(lambda z, p: p["alpha"] * (z.exp() - 1)),
    "celu": two_pieces(lambda z, p: p["alpha"] * ((z / p["alpha"]).exp() - 1)),
    "relu": two_pieces(lambda z, p: acb(0)),
    "leaky_relu": two_pieces(lambda z, p: p["slope"] * z),
    "sselu": two_pieces(lambda z, p: p["lambda"] * p["alpha"] * ((p["beta"] * z).exp() - 1)),
    "squared_relu": lambda p: (lambda z, a: z * z, lambda z, a: acb(0)),
    "lselu": two_pieces(lambda z, p: p["lambda"] * (p["alpha"] * (z.exp() - 1) + p["beta"] * z)),
    "gelu": smooth(lambda z, a: z * (1 + (z / arb(2).sqrt()).erf()) / 2),
    "tanh": smooth(lambda z, a: z.tanh()),
    "sigmoid": smooth(lambda z, a: 1 / (1 + (-z).exp())),
    "erf": smooth(lambda z, a: z.erf()),
    "softplus": smooth(lambda z, a: (1 + z.exp()).log(analytic=a)),
    "silu": smooth(lambda z, a: z / (1 + (-z).exp())),
    "mish": smooth(lambda z, a: z * (1 - 2 / ((1 + z.exp()) ** 2 + 1))),
}

NAMES = [
    "selu:alpha=1.5,lambda=1.1", "elu:alpha=1", "elu:alpha=0.5", "celu:alpha=2", "relu", "leaky_relu:slope=0.01",
    "leaky_relu:slope=-0.3", "sselu:alpha=1.2,beta=0.7,lambda=1.05", "lselu:alpha=0.9,beta=0.25,lambda=1.1", "gelu",
    "tanh", "sigmoid", "erf", "softplus", "silu", "mish", "squared_relu",
]


def hermite(n, v):
    """The probabilists' polynomials: He_0, ..., He_4."""
    return [acb(1), v, v**2 - 1, v**3 - 3 * v, v**4 - 6 * v**2 + 3][n]


def expectations(name, y, x):
    word, _, rest = name.partition(":")
    parameters = {key: ball(value) for key, value in (part.split("=") for part in rest.split(",") if part)}
    positive, negative = FUNCTIONS[word](parameters)
    y, s = ball(y), ball(x).sqrt()
    zero = float((-y / s).mid())
    cuts = [-REACH] + ([zero] if -REACH < zero < REACH else []) + [REACH]
    factor = 1 / (2 * arb.pi()).sqrt()

    def integral(power, n):
        total = acb(0)
        for lower, upper in zip(cuts, cuts[1:]):
            # The kink itself is where y + s v = 0 exactly.
            ends = [acb(-y / s) if end == zero else acb(end) for end in (lower, upper)]
            piece = negative if upper <= zero else positive
            total += acb.integral(
                lambda v, a: piece(y + s * v, a) ** power * hermite(n, v) * (-v * v / 2).exp() * factor, *ends)
        return (total / s**n).real

    return [integral(1, n) for n in range(5)] + [integral(2, n) for n in range(5)]


def arguments():
    generator = random.Random("selu-proof activations 1")
    for name in NAMES:
        pairs = [("0", "1"), ("0.1", "0.8"), ("-2", "0.3"), ("1.5", "9")]
        for _ in range(4):
            x = 10 ** generator.uniform(-2, 1.5)
            pairs.append((f"{generator.uniform(-4, 4) * x ** 0.5:.3f}", f"{x:.4f}"))
        for y, x in pairs:
            yield name, y, x


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    folder = parser.parse_args().output
    ctx.prec = 240
    lines = ["# made by make_activation_references.py; do not edit", "\t".join(COLUMNS)]
    for name, y, x in arguments():
        values = []
        for value in expectations(name, y, x):
            # By symmetry at y = 0; no other value is so small.
            values.append("0" if value.abs_upper() < 1e-40 else decimal_digits(value, DIGITS))
        lines.append("\t".join([name, y, x] + values))
    (folder / "activations.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
