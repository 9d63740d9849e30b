#!/usr/bin/env python3
"""Reproduces every number of docs/constants.json with Arb (python-flint), and compares.

Nothing of the program is used: the moments come from Arb's quadrature of the defining integrals, alpha and lambda from the
two moment equations, fixed points from Newton's method at 400 bits, roundings from exact fractions. Exit status: 0 all
agree; 1 a disagreement (each is printed); 65 the file is of another format or version; 66 it is missing.

Usage: check_constants.py [docs/constants.json]
"""

import json
import math
import pathlib
import struct
import sys
from fractions import Fraction

from flint import acb, arb, ctx, fmpq

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "References"))
from make_constants import gains  # noqa: E402  (Arb's quadrature of the gains)

ctx.prec = 400

# name -> significant digits, least exponent of a normal number, largest number, bits of the exponent, padding
FORMATS = {
    "binary64": (53, -1022, Fraction(2**53 - 1) * 2**971, 11, 0),
    "binary32": (24, -126, Fraction(2**24 - 1) * 2**104, 8, 0),
    "tf32": (11, -126, Fraction(2**11 - 1) * 2**117, 8, 13),
    "binary16": (11, -14, Fraction(65504), 5, 0),
    "bfloat16": (8, -126, Fraction(255) * 2**120, 8, 0),
    "fp8-e4m3": (4, -6, Fraction(448), 4, 0),
    "fp8-e5m2": (3, -14, Fraction(57344), 5, 0),
}

failures = []
checked = 0


def check(condition, what):
    global checked
    checked += 1
    if not condition:
        failures.append(what)


def ball(x):
    return arb(fmpq(x.numerator, x.denominator))


def ends(x):
    """The ends of a ball as fractions."""
    def fraction(end):
        mantissa, exponent = end.mid().man_exp()
        return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
    return fraction(x.lower()), fraction(x.upper())


def check_digits(text, exact, digits, what):
    """That the text is the number rounded to so many significant digits."""
    mantissa, _, exponent = text.lower().partition("e")
    shown = mantissa.lstrip("-").replace(".", "").lstrip("0")
    places = len(mantissa.partition(".")[2]) - int(exponent or 0)
    value, half = Fraction(text), Fraction(1, 2) * Fraction(10) ** -places
    lower, upper = ends(exact)
    if value == 0:
        return check(lower == upper == 0, f"{what}: {text} for {exact.str(25)}")
    check(len(shown) == digits and value - half <= lower and upper <= value + half, f"{what}: {text} for {exact.str(25)}")


def check_places(text, exact, places, what):
    value, half = Fraction(text), Fraction(1, 2) * Fraction(10) ** -places
    lower, upper = ends(exact)
    check(len(text.partition(".")[2]) == places and value - half <= lower and upper <= value + half, f"{what}: {text}")


def binary_exponent(x):
    """floor(log2 |x|)."""
    e = abs(x.numerator).bit_length() - x.denominator.bit_length()
    return e if abs(x) >= Fraction(2) ** e else e - 1


def unit(x, name):
    precision, least, _, _, _ = FORMATS[name]
    return Fraction(2) ** (max(binary_exponent(x), least) - precision + 1)


def rounded(x, name):
    """A fraction rounded to nearest even (Python's round is that); None beyond the largest number."""
    if x == 0:
        return x
    u = unit(x, name)
    value = round(x / u) * u
    return value if abs(value) <= FORMATS[name][2] else None


def rounded_ball(x, name):
    lower, upper = (rounded(end, name) for end in ends(x))
    assert lower == upper, "the ball is too wide"
    return lower


def encoding(x, name):
    """The bits, by the C library for the formats that Python's struct knows, from the definition for the others."""
    known = {"binary64": ("d", "Q"), "binary32": ("f", "I"), "binary16": ("e", "H")}
    if name in known:
        number, integer = known[name]
        return struct.unpack("<" + integer, struct.pack("<" + number, float(x)))[0]
    if name in ("tf32", "bfloat16"):
        bits = encoding(x, "binary32")
        return bits if name == "tf32" else bits >> 16
    precision, least, _, width, _ = FORMATS[name]
    e = max(binary_exponent(x), least)
    fraction = abs(x) / Fraction(2) ** (e - precision + 1)
    assert fraction.denominator == 1
    code = int(fraction) + (e - least) * 2 ** (precision - 1)
    return code | ((x < 0) << (width + precision - 1))


def hex_value(text):
    sign, _, rest = text.partition("0x")
    mantissa, _, exponent = rest.partition("p")
    whole, _, fraction = mantissa.partition(".")
    value = Fraction(int(whole + fraction, 16), 16 ** len(fraction)) * Fraction(2) ** int(exponent)
    return -value if sign else value


def check_shortest(text, value, name, what):
    check(rounded(Fraction(text), name) == value, f"{what}: {text} is not read back")
    digits = len(text.lower().partition("e")[0].lstrip("-").replace(".", "").lstrip("0"))
    if digits > 1:
        e = math.floor(math.log10(abs(value)))
        step = Fraction(10) ** (e - digits + 2)
        check(rounded(round(value / step) * step, name) != value, f"{what}: {text} is not the shortest")


def check_number(entry, exact, name, what, value=None):
    value = rounded_ball(exact, name) if value is None else value
    if entry is None or value is None:
        return check(entry is None and value is None, f"{what}: overflow")
    check(Fraction(entry["exact"]) == value and hex_value(entry["hex"]) == value, f"{what}: {entry['exact']}")
    check(int(entry["bits"], 16) == encoding(value, name), f"{what}: {entry['bits']}")
    check_shortest(entry["shortest"], value, name, what)
    check_places(entry["errorInUlp"], (ball(value) - exact) / ball(unit(ends(exact)[0], name)), 3, f"{what} error")


# --- Moments ---------------------------------------------------------------------------------------------------------

def half_lines(y, x):
    """E[Z; Z > 0], E[Z^2; Z > 0], E[e^Z - 1; Z < 0], E[(e^Z - 1)^2; Z < 0] for Z ~ N(y, x), by quadrature."""
    s = x.sqrt()
    density = lambda z: (-((z - y) / s) ** 2 / 2).exp() / (s * (2 * arb.pi()).sqrt())
    reach = (40 * s).upper().ceil()
    tail = arb(0, arb(-700).exp())

    def integral(f, start, stop):
        return acb.integral(lambda z, _: f(z) * density(z), start, stop, rel_tol=arb(2) ** -330, abs_tol=arb(2) ** -330).real + tail

    return (
        integral(lambda z: z, 0, reach), integral(lambda z: z * z, 0, reach),
        integral(lambda z: z.exp() - 1, -reach, 0), integral(lambda z: (z.exp() - 1) ** 2, -reach, 0))


def solutions(mean, variance):
    """All (alpha, lambda, lambda alpha) with lambda > 0, the largest lambda first, and the least second moment.

    From lambda p + t q = M: t as a function of lambda; from lambda^2 r + t^2 s = V + M^2 a quadratic equation."""
    m, w = ball(mean), ball(variance + mean * mean)
    p, r, q, s = half_lines(arb(0), ball(variance))
    a, b, c = r + s * p * p / (q * q), -2 * m * p * s / (q * q), m * m * s / (q * q) - w
    discriminant = b * b - 4 * a * c
    least = m * m * r * s / (r * q * q + s * p * p) if mean > 0 else m * m * s / (q * q)
    if discriminant < 0:
        return [], least
    assert discriminant > 0
    found = []
    for sign in (1, -1):
        lam = (-b + sign * discriminant.sqrt()) / (2 * a)
        assert lam > 0 or lam < 0
        if lam > 0:
            t = (m - lam * p) / q
            found.append((t / lam, lam, t))
    return found, least


def layer(alpha, lam, mean, variance, omega, tau):
    """Mean and variance of the next layer by the error function; any number type of Arb."""
    y, x = mean * omega, variance * tau
    s, root = x.sqrt(), arb(2).sqrt()
    below = lambda k: (k * y + k * k * x / 2).exp() * ((y + k * x) / (s * root)).erfc() / 2  # E[e^(k Z); Z < 0]
    density = (-y * y / (2 * x)).exp() / (2 * arb.pi()).sqrt()
    positive = 1 - below(0)
    first = lam * (y * positive + s * density + alpha * (below(1) - below(0)))
    second = lam**2 * ((y * y + x) * positive + y * s * density + alpha**2 * (below(2) - 2 * below(1) + below(0)))
    return first, second - first * first


def fixed_point(alpha, lam, start, omega, tau):
    """Newton's method, with difference quotients, until nothing changes at 300 bits."""
    mean, variance = start
    h = arb(2) ** -150
    for _ in range(60):
        m, v = (x.mid() for x in layer(alpha, lam, mean, variance, omega, tau))
        a = [(x - y) / h for x, y in zip(layer(alpha, lam, mean + h, variance, omega, tau), (m, v))]
        b = [(x - y) / h for x, y in zip(layer(alpha, lam, mean, variance + h, omega, tau), (m, v))]
        (p, q), (r, s) = (a[0] - 1, b[0]), (a[1], b[1] - 1)
        f, g = m - mean, v - variance
        d = p * s - q * r
        step = ((s * f - q * g) / d).mid(), ((p * g - r * f) / d).mid()
        mean, variance = (mean - step[0]).mid(), (variance - step[1]).mid()
        if abs(step[0]) + abs(step[1]) < arb(2) ** -250:
            break
    return mean, variance


# --- The parts of the file -------------------------------------------------------------------------------------------

def inside(x, bounds, slack=Fraction(2) ** -240):
    lower, upper = ends(x)
    return Fraction(bounds["lower"]) - slack <= lower and upper <= Fraction(bounds["upper"]) + slack


def check_row(row, root, target, what):
    name = row["format"]
    for key, exact in zip(("alpha", "lambda", "product"), root):
        check_number(row[key], exact, name, f"{what} {name} {key}")
    alpha, lam = (rounded_ball(x, name) for x in root[:2])
    if alpha is None or lam is None:
        return check(row["productOfRounded"] is None and row["fixedPoint"] is None, f"{what} {name}")
    check_number(row["productOfRounded"], root[2], name, f"{what} {name} product of rounded", rounded(alpha * lam, name))
    fixed = row["fixedPoint"]
    check(fixed is not None, f"{what} {name}: no fixed point is certified")
    if fixed is None:
        return
    m, v, omega, tau = (ball(Fraction(target[key])) for key in ("mean", "variance", "omega", "tau"))
    mean, variance = fixed_point(ball(alpha), ball(lam), (m, v), omega, tau)
    for key, x, start in (("mean", mean, m), ("variance", variance, v)):
        check(inside(x, fixed[key]), f"{what} {name} fixed {key}: {x.str(25)}")
        check(inside(x - start, fixed[f"{key}Shift"]), f"{what} {name} {key} shift: {(x - start).str(25)}")
        check(inside(x, fixed["uniqueIn"][key], 0), f"{what} {name} region of {key}")


def check_literal(entry, root, what):
    exact = root[("alpha", "lambda", "lambda*alpha").index(entry["number"])]
    value = Fraction(entry["literal"])
    check_digits(entry["error"], ball(value) - exact, 3, f"{what} {entry['literal']}")
    check(set(entry["formats"]) == set(FORMATS), f"{what} formats of {entry['literal']}")
    for name, reading in entry["formats"].items():
        read = rounded(value, name)
        error = (ball(read) - exact) / ball(unit(ends(exact)[0], name))
        check_places(reading["errorInUlp"], error, 3, f"{what} {entry['literal']} {name}")
        check(reading["isCorrectlyRounded"] == (read == rounded_ball(exact, name)), f"{what} {entry['literal']} {name}")


def check_fixed_point(entry):
    target = entry["target"]
    assert (target["omega"], target["tau"]) == ("0", "1")
    what = f"({target['mean']}, {target['variance']})"
    roots, _ = solutions(Fraction(target["mean"]), Fraction(target["variance"]))
    check(len(roots) == len(entry["solutions"]), f"{what}: number of solutions")
    for root, found in zip(roots, entry["solutions"]):
        for key, exact in zip(("alpha", "lambda", "product"), root):
            check_digits(found[key], exact, entry["digits"], f"{what} {key}")
        check([row["format"] for row in found["formats"]] == list(FORMATS), f"{what} formats")
        for row in found["formats"]:
            check_row(row, root, target, what)
        for literal in found["literals"]:
            check_literal(literal, root, what)


def check_grid(entry):
    mean, variance = Fraction(entry["mean"]), Fraction(entry["variance"])
    what = f"grid ({mean}, {variance})"
    roots, least = solutions(mean, variance)
    check(len(roots) == len(entry["solutions"]), f"{what}: number of solutions")
    for root, found in zip(roots, entry["solutions"]):
        for key, exact in zip(("alpha", "lambda", "product"), root):
            check_digits(found[key], exact, 20, f"{what} {key}")
    if not roots:
        bound = Fraction(entry["leastSecondMoment"])
        lower, upper = ends(least)
        check(variance + mean**2 < bound <= lower and upper < bound * (1 + Fraction(10) ** -19), f"{what} least second moment")
    else:
        check(entry["leastSecondMoment"] is None, f"{what} least second moment")


def check_dropout(entry):
    rate, target = Fraction(entry["rate"]), entry["target"]
    mean, variance = Fraction(target["mean"]), Fraction(target["variance"])
    roots, _ = solutions(mean, variance)
    what = f"dropout {rate}"
    check(len(roots) == len(entry["solutions"]), what)
    m, v, d = ball(mean), ball(variance), ball(rate)
    for root, found in zip(roots, entry["solutions"]):
        saturation = -root[2]
        first = (1 - d) * m + d * saturation
        second = (1 - d) * (v + m * m) + d * saturation**2
        a = (v / (second - first * first)).sqrt()
        for key, exact in (("saturation", saturation), ("a", a), ("b", m - a * first)):
            check_digits(found[key], exact, entry["digits"], f"{what} {key}")
        for key, kept in (("mean", mean), ("variance", variance)):
            bounds = found[key]
            check(Fraction(bounds["lower"]) <= kept <= Fraction(bounds["upper"]), f"{what} {key}")


def check_gains(entry):
    assert entry["slope"] == "0.01"
    values = gains()
    for row in entry["functions"]:
        name = row["function"]
        exact = {"mean": arb(0), "secondMoment": arb(1), "gain": arb(1), "varianceGain": arb(1)}
        if name != "selu":
            second, gain, variance_gain = (values[f"{name} {x}"] for x in ("second moment", "gain", "variance gain"))
            exact = {"secondMoment": second, "gain": gain, "varianceGain": variance_gain}
            if Fraction(row["mean"]) != 0:
                exact["mean"] = (second - 1 / variance_gain**2).sqrt()
            else:
                check(name == "tanh", f"gain {name} mean")
        for key, x in exact.items():
            # Arb's quadrature is good for 70 digits; a number that ends exactly is not told from its neighbours.
            text = row[key]
            places = len(text.partition(".")[2])
            check(abs(ball(Fraction(text)) - x) < arb(fmpq(1, 2)) * arb(10) ** -places + arb(10) ** -60, f"gain {name} {key}: {text}")
        for literal in row["literals"]:
            x = exact["varianceGain"] if literal["measure"] == "variance" else exact["gain"]
            check_digits(literal["error"], ball(Fraction(literal["literal"])) - x, 3, f"gain {name} {literal['literal']}")


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "constants.json"
    try:
        document = json.loads(path.read_text())
    except FileNotFoundError:
        print(f"check_constants.py: no {path}", file=sys.stderr)
        sys.exit(66)
    if (document.get("format"), document.get("version")) != ("selu-proof constants document", 1):
        print(f"check_constants.py: {path} is not version 1 of 'selu-proof constants document'", file=sys.stderr)
        sys.exit(65)
    for entry in document["fixedPoints"]:
        check_fixed_point(entry)
    for entry in document["grid"]:
        check_grid(entry)
    for entry in document["dropout"]:
        check_dropout(entry)
    check_gains(document["gains"])
    for failure in failures:
        print(failure)
    print(f"{checked} checks, {len(failures)} disagreements")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
