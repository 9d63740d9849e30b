#!/usr/bin/env python3
"""Writes multiprecision-functions.tsv and multiprecision-constants.tsv: functions at exact dyadic arguments, and
constants, to hundreds and thousands of digits (Arb).

A row of the first file says: at the exact argument x the function lies between lower and upper, two neighbouring
numbers of bits + 64 significant bits (equal where the value is that number). Numbers are exact C99 hexadecimal texts.
A row of the second file has a constant to so many significant digits, rounded to nearest.
"""

import argparse
import pathlib
import random

from flint import arb, ctx, fmpz

from enclosures import decimal_digits
from selu_arb import alpha01, lambda01

GUARD = 64
SEED = 20170608
DIGITS = 1000
#: Dyadic arguments m * 2^e that every function gets: at, next to and far from the places where methods change.
FIXED = [(1, 0), (3, -1), (1, -1), (1, -2), (3, -2), (5, -2), (7, -3), (1, 1), (15, 0), (16, 0), (33, -1), (1, -10),
         (1, -63), (1, -64), (1, -65), (1, -66), (1, -67), (1, -68), (1, -202), (1, -203), (1, -204), (1, -500),
         (3, -2000), (2**64 - 1, -64), (2**64 + 1, -64), (2**100 + 1, -101), (5, 0), (9, 0), (12, 0), (100, 0), (201, 0)]


def ball(function, x):
    """A ball around the value at the working precision."""
    if function == "exp":
        return x.exp()
    if function == "log":
        return x.log()
    if function == "erf":
        return x.erf()
    if function == "erfc":
        return x.erfc()
    if function == "erfcx":
        return (x * x).exp() * x.erfc()
    if function == "sqrt":
        return x.sqrt()
    raise ValueError(function)


def floor_to_bits(value, bits):
    """(m, e) with m 2^e the largest number of so many bits that is not above the exact dyadic `value` (positive)."""
    mantissa, exponent = (int(part) for part in value.man_exp())
    shift = mantissa.bit_length() - bits
    return (mantissa >> shift, exponent + shift) if shift > 0 else (mantissa << -shift, exponent + shift)


def neighbours(function, mantissa, exponent, bits):
    """(lower, upper) as (m, e) pairs: the numbers of `bits` bits next to the value; the precision is raised until both
    ends of the ball agree on them."""
    ctx.prec = 2 * bits + 64
    while True:
        x = arb(fmpz(mantissa)) * arb(2) ** exponent
        value = ball(function, x)
        sign = -1 if value < 0 else 1
        value *= sign
        if value.rad() == 0 or value.is_exact():
            m, e = floor_to_bits(value, bits)
            if arb(m) * arb(2) ** e == value:
                return sign, (m, e), (m, e)
        if value > 0:
            low, high = floor_to_bits(value.lower(), bits), floor_to_bits(value.upper(), bits)
            if low == high:
                m, e = low
                pair = (m, e), (m + 1, e)
                return (sign, *pair) if sign > 0 else (sign, *reversed(pair))
        ctx.prec *= 2
        assert ctx.prec < 1 << 22, (function, mantissa, exponent)


def text(sign, number):
    mantissa, exponent = number
    while mantissa and mantissa % 2 == 0:
        mantissa, exponent = mantissa // 2, exponent + 1
    return f"{'-' if sign < 0 else ''}0x{mantissa:x}p{exponent}"


def arguments(function, bits, count, generator):
    """Exact dyadic arguments (m, e), the fixed ones first if they are many."""
    largest = {"exp": 15, "log": 3000, "sqrt": 3000, "erf": 8, "erfc": 7, "erfcx": 7}[function]
    smallest = {"exp": -220, "log": -3000, "sqrt": -3000, "erf": -3000, "erfc": -220, "erfcx": -220}[function]
    signed = function not in ("log", "sqrt")
    chosen = [pair for pair in FIXED if pair[0] and not (function == "log" and pair == (1, 0))] if count > 20 else []
    while len(chosen) < count:
        length = generator.choice([1, 2, 20, 53, bits, 2 * bits])
        mantissa = generator.getrandbits(length) | 1
        # Half of the leading exponents are small: most methods meet there.
        leading = generator.randint(-6, min(8, largest - 1)) if generator.random() < 0.5 else generator.randint(
            smallest, largest - 1)
        chosen.append((mantissa, leading - mantissa.bit_length() + 1))
    for mantissa, exponent in chosen:
        yield (-mantissa if signed and generator.random() < 0.5 else mantissa), exponent


def function_rows():
    generator = random.Random(SEED)
    for function in ("exp", "log", "sqrt", "erf", "erfc", "erfcx"):
        for bits, count in ((64, 60), (200, 60), (700, 12), (3400, 2)):
            for mantissa, exponent in arguments(function, bits, count, generator):
                sign, lower, upper = neighbours(function, mantissa, exponent, bits + GUARD)
                argument = text(-1 if mantissa < 0 else 1, (abs(mantissa), exponent))
                yield "\t".join([function, str(bits), argument, text(sign, lower), text(sign, upper)])


def constants():
    """name -> ball, in the order of the file."""
    root = arb(2).sqrt()
    return {
        "alpha01": alpha01(),
        "lambda01": lambda01(),
        "erfcx(1/sqrt(2))": (1 / root).erfc() * arb("0.5").exp(),
        "erfcx(sqrt(2))": root.erfc() * arb(2).exp(),
        "pi": arb.pi(),
        "ln(2)": arb(2).log(),
        "e": arb(1).exp(),
    }


def main():
    here = pathlib.Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--functions", type=pathlib.Path, default=here / "multiprecision-functions.tsv")
    parser.add_argument("--constants", type=pathlib.Path, default=here / "multiprecision-constants.tsv")
    options = parser.parse_args()
    note = "# made by make_multiprecision_references.py; do not edit"
    rows = [note, "function\tbits\tx\tlower\tupper", *function_rows()]
    options.functions.write_text("\n".join(rows) + "\n")
    ctx.prec = 4 * DIGITS + 128
    rows = [note, "name\tvalue"] + [f"{name}\t{decimal_digits(value, DIGITS)}" for name, value in constants().items()]
    options.constants.write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
