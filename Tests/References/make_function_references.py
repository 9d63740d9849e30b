#!/usr/bin/env python3
"""Writes functions.tsv: tightest binary64 enclosures of exp, expm1, log, erf, erfc and erfcx.

Each line is `function, x, lower, upper` (tab separated, C99 hexadecimal). `lower` and `upper` are the two
neighbouring binary64 numbers around the exact value; they are equal exactly if the value is a binary64.
Overflow is (largest finite, inf), underflow (0, smallest subnormal). Deterministic; about a minute.
"""

import argparse
import heapq
import math
import pathlib
import random

from flint import ctx

from enclosures import LARGEST, TINIEST, ball, from_ordinal, hexadecimal, neighbours, ordinal, shortcut

FUNCTIONS = ["exp", "expm1", "log", "erf", "erfc", "erfcx"]
HEADER = "# made by make_function_references.py; do not edit\nfunction\tx\tlower\tupper\n"

#: Where a function does something: (lowest, highest) argument of the dense part, and of the search for hard cases.
RANGE = {
    "exp": (-746.0, 710.0),
    "expm1": (-40.0, 710.0),
    "log": (TINIEST, LARGEST),
    "erf": (-6.0, 6.0),
    "erfc": (-6.0, 27.3),
    "erfcx": (-26.7, 200.0),
}

#: The binary exponents of |x| that get several arguments each; the others get a thin sample.
BINADES = {
    "exp": range(-58, 10),
    "expm1": range(-58, 10),
    "log": range(-60, 60),
    "erf": range(-58, 3),
    "erfc": range(-58, 5),
    "erfcx": range(-58, 9),
}

SWITCHES = {
    "exp": [709.78271289338397, 709.78, -708.39641853226408, -708.4, -745.13321910194122, -745.13, -744.4400719213812,
            0.34657359027997264, 0.69314718055994531, 1.0397207708399179, 88.7, -87.3],
    "expm1": [709.78271289338397, 0.34657359027997264, 0.69314718055994531, -0.69314718055994531, -36.7368005696771,
              -37.42994775023705, 36.7368005696771, 56.0],
    "log": [0.5, 0.70710678118654752, 1.0, 1.4142135623730951, 2.0, 2.718281828459045, 10.0, 0.1, 2.2250738585072014e-308],
    "erf": [0.84375, 2.857142857142857, 5.8, 5.863584748755167, 5.921587195794507, 0.46875],
    "erfc": [0.84375, 0.46875, 26.5, 26.543258454250804, 27.22, 27.226017111108366, 27.2, -5.863584748755167, 1.25,
             2.857142857142857],
    "erfcx": [-26.628735713751475, -26.628, -26.5, 26.628, 26.543, 50.0, 0.46875, 5.0, 1e3, 6.7e7, 9.5e7, 1.7e308, 1e154,
              1.3e154, 1e300],
}
COMMON_SWITCHES = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0]


def in_domain(function, x):
    return math.isfinite(x) and (x > 0 if function == "log" else True)


def arguments(function, generator):
    """The arguments of one function, without the hard cases, in a fixed order, each once."""
    found = {}

    def add(x, both_signs=False):
        for value in (x, -x) if both_signs else (x,):
            if in_domain(function, value):
                found[(value, math.copysign(1.0, value))] = None

    def near(x, steps):
        for step in steps:
            candidate = ordinal(x) + step
            if abs(candidate) <= ordinal(LARGEST):
                add(from_ordinal(candidate))

    smallest_normal = math.ldexp(1.0, -1022)
    for x in [0.0, TINIEST, 2 * TINIEST, 3 * TINIEST, smallest_normal, math.nextafter(smallest_normal, 0),
              math.nextafter(smallest_normal, 1), LARGEST, math.nextafter(LARGEST, 0)]:
        if function != "log" or x > 0:
            add(x, both_signs=True)

    for x in COMMON_SWITCHES:
        near(x, range(-2, 3))
        if function != "log":
            near(-x, range(-2, 3))
    for x in SWITCHES[function]:
        near(x, (-40, -3, -2, -1, 0, 1, 2, 3, 40))
        if function in ("erf", "expm1"):
            near(-x, (-1, 0, 1))
        for _ in range(3):
            add(x * (1 + generator.uniform(-1e-6, 1e-6)))

    for x in crossings(function):
        near(x, range(-4, 5))

    low, high = RANGE[function]
    for exponent in BINADES[function]:
        for _ in range(3):
            add(math.ldexp(generator.uniform(1, 2), exponent), both_signs=True)
        add(math.ldexp(1.0, exponent), both_signs=True)
    for exponent in range(-1074, 1024, 29):
        significand = generator.uniform(1, 2)
        add(math.ldexp(significand, exponent), both_signs=True)

    # Grids that a table-driven program is likely to switch on: multiples of 1/64, and the middles between them.
    if function == "log":
        for _ in range(90):
            near(1 + generator.randint(-32, 128) / 64 + 0.0, (-1, 0, 1))
            add(1 + (generator.randint(-40, 128) + 0.5) / 128)
    else:
        span = (max(low, -28.0), min(high, 28.0))
        for _ in range(90):
            near(generator.randint(math.ceil(span[0] * 64), math.floor(span[1] * 64)) / 64, (-1, 0, 1))
            add((generator.randint(math.ceil(span[0] * 64), math.floor(span[1] * 64) - 1) + 0.5) / 64)

    if function == "log":
        for _ in range(250):
            add(from_ordinal(generator.randint(1, ordinal(LARGEST))))
        for _ in range(150):
            add(1 + math.ldexp(generator.uniform(-1, 1), generator.randint(-52, -3)))
        for _ in range(150):
            add(generator.uniform(0.1, 100))
    else:
        for _ in range(330):
            add(generator.uniform(low, high))
        for _ in range(220):
            add(generator.uniform(max(low, -4), min(high, 8)))
    if function == "exp":
        for _ in range(60):
            add(generator.uniform(-745.2, -708.3))
    if function == "erfc":
        for _ in range(60):
            add(generator.uniform(26.5, 27.3))
    if function == "erfcx":
        for _ in range(30):
            add(generator.uniform(-26.64, -26.6))
        for _ in range(30):
            add(math.ldexp(generator.uniform(1, 2), generator.randint(9, 1023)))
    return [value for value, _ in found]


def crossings(function):
    """The arguments where the result becomes infinite, subnormal, zero, or as good as its limit: for every such level,
    the last argument (in increasing order) whose lower neighbour is still on the first side of it."""
    levels = {
        "exp": [(-800.0, 800.0, level) for level in (LARGEST, math.ldexp(1.0, -1022), TINIEST)],
        "expm1": [(-800.0, 800.0, level) for level in (LARGEST, math.nextafter(-1.0, 0))],
        "log": [],
        "erf": [(0.0, 40.0, math.nextafter(1.0, 0)), (-40.0, 0.0, math.nextafter(-1.0, 0))],
        "erfc": [(-40.0, 40.0, level) for level in (math.nextafter(2.0, 0), math.ldexp(1.0, -1022), TINIEST)],
        "erfcx": [(-40.0, 0.0, LARGEST), (1.0, LARGEST, math.ldexp(1.0, -1022))],
    }[function]
    found = []
    for low, high, level in levels:
        first, last = ordinal(low), ordinal(high)
        side = neighbours(function, low)[0] >= level
        while last - first > 1:
            middle = (first + last) // 2
            if (neighbours(function, from_ordinal(middle))[0] >= level) == side:
                first = middle
            else:
                last = middle
        found.append(from_ordinal(first))
    return found


def hard_cases(function, generator, tries, keep):
    """The `keep` arguments, of `tries` random ones, whose value is nearest (in units of the last place) to a
    binary64 or to the middle between two."""
    low, high = RANGE[function]
    saved, ctx.prec = ctx.prec, 120
    worst = []
    for number in range(tries):
        if function == "log":
            x = math.ldexp(generator.uniform(1, 2), generator.choice((-1, 0, 0, 1, 3, generator.randint(-1022, 1023))))
        elif number % 2:
            x = generator.uniform(low, high)
        else:
            x = math.ldexp(generator.uniform(1, 2) * generator.choice((-1, 1)), generator.randint(-12, 4))
        if not in_domain(function, x) or not low <= x <= high or shortcut(function, x):
            continue
        value = ball(function, x).mid()
        mantissa, exponent = (int(part) for part in value.man_exp())
        top = abs(mantissa).bit_length() + exponent
        unit = max(top - 53, -1074) - 1 - 40  # 40 bits below half a unit in the last place
        shift = exponent - unit
        scaled = mantissa << shift if shift >= 0 else mantissa >> -shift
        remainder = scaled & ((1 << 40) - 1)
        distance = min(remainder, (1 << 40) - remainder)
        if len(worst) < keep:
            heapq.heappush(worst, (-distance, x))
        elif -distance > worst[0][0]:
            heapq.heapreplace(worst, (-distance, x))
    ctx.prec = saved
    return [x for _, x in sorted(worst, reverse=True)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = pathlib.Path(__file__).parent
    parser.add_argument("--output", type=pathlib.Path, default=here / "functions.tsv")
    parser.add_argument("--tries", type=int, default=1_000_000, help="random arguments searched for hard cases, per function")
    options = parser.parse_args()

    lines = []
    for function in FUNCTIONS:
        generator = random.Random(f"selu-proof {function} 1")
        plain = arguments(function, generator)
        hard = hard_cases(function, generator, options.tries, 30)
        chosen = {hexadecimal(x): x for x in plain + hard}.values()
        for x in sorted(chosen, key=lambda x: (x, math.copysign(1.0, x))):
            lower, upper = neighbours(function, x)
            lines.append("\t".join((function, hexadecimal(x), hexadecimal(lower), hexadecimal(upper))))
        print(function, len(chosen))
    options.output.write_text(HEADER + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
