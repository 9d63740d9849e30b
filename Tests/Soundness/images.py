"""The tightest binary64 interval around the exact image of every operation, by MPFR with directed rounding.

Semantics: the set-based flavour of IEEE 1788-2015. An interval is a pair of doubles; the empty one is (inf, -inf).
Bounds of unbounded intervals are not members, so 0 times infinity and infinity by infinity, which only arise from
limits of bounds, count as 0 in products and are left out in quotients (other corners have the limits).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import gmpy2

Pair = tuple[float, float]

INFINITY = math.inf
EMPTY: Pair = (INFINITY, -INFINITY)
LARGEST = math.ldexp(2 - 2**-52, 1023)

#: How many operands an operation has.
ARITY = {
    "add": 2, "sub": 2, "mul": 2, "div": 2, "fma": 3, "recip": 1, "sqr": 1, "sqrt": 1, "abs": 1, "min": 2, "max": 2,
    "pown": 1, "exp": 1, "expm1": 1, "log": 1, "erf": 1, "erfc": 1, "erfcx": 1,
}  # fmt: skip

#: The functions that are not documented as tightest.
FUNCTIONS = ["exp", "expm1", "log", "erf", "erfc", "erfcx"]


def binary64(rounding: int) -> gmpy2.context:
    """A context that rounds as binary64 does, subnormal numbers and overflow included."""
    return gmpy2.context(precision=53, emax=1024, emin=-1073, subnormalize=True, round=rounding)


DOWN = binary64(gmpy2.RoundDown)
UP = binary64(gmpy2.RoundUp)


def hull(lower: Iterable[float], upper: Iterable[float]) -> Pair:
    """The interval between corner values rounded down and up; NaN stands for none."""
    return (
        float(min(value for value in lower if not gmpy2.is_nan(value))),
        float(max(value for value in upper if not gmpy2.is_nan(value))),
    )


# Arithmetic


def add(a: float, b: float, c: float, d: float) -> Pair:
    return float(DOWN.add(a, c)), float(UP.add(b, d))


def sub(a: float, b: float, c: float, d: float) -> Pair:
    return float(DOWN.sub(a, d)), float(UP.sub(b, c))


def product(context: gmpy2.context, x: float, y: float) -> gmpy2.mpfr | float:
    return 0.0 if x == 0 or y == 0 else context.mul(x, y)


def mul(a: float, b: float, c: float, d: float) -> Pair:
    if a == b and c == d:
        return float(product(DOWN, a, c)), float(product(UP, a, c))
    corners = [(x, y) for x in (a, b) for y in (c, d)]
    return hull([product(DOWN, x, y) for x, y in corners], [product(UP, x, y) for x, y in corners])


def quotient(context: gmpy2.context, x: float, y: float) -> gmpy2.mpfr | float:
    """x / y, where y = 0.0 or y = -0.0 says from which side the divisor comes."""
    return 0.0 if x == 0 else context.div(x, y)


def div(a: float, b: float, c: float, d: float) -> Pair:
    # The divisors below and above zero.
    parts = [(c, d if d < 0 else -0.0)] if c < 0 else []
    parts += [(c if c > 0 else 0.0, d)] if d > 0 else []
    if not parts:
        return EMPTY
    corners = [(x, y) for part in parts for x in (a, b) for y in part]
    return hull([quotient(DOWN, x, y) for x, y in corners], [quotient(UP, x, y) for x, y in corners])


def product_sum(context: gmpy2.context, x: float, y: float, z: float) -> gmpy2.mpfr | float:
    return z if x == 0 or y == 0 else context.fma(x, y, z)


def fma(a: float, b: float, c: float, d: float, e: float, f: float) -> Pair:
    corners = [(x, y) for x in (a, b) for y in (c, d)]
    # Infinities that meet give NaN, but then the addend's infinity is the bound, reached with members of the factors.
    return (
        -INFINITY if e == -INFINITY else float(min(product_sum(DOWN, x, y, e) for x, y in corners)),
        INFINITY if f == INFINITY else float(max(product_sum(UP, x, y, f) for x, y in corners)),
    )


def magnitudes(a: float, b: float) -> Pair:
    return 0.0 if a <= 0 <= b else min(abs(a), abs(b)), max(abs(a), abs(b))


def sqr(a: float, b: float) -> Pair:
    least, greatest = magnitudes(a, b)
    return float(DOWN.mul(least, least)), float(UP.mul(greatest, greatest))


def sqrt(a: float, b: float) -> Pair:
    return EMPTY if b < 0 else (float(DOWN.sqrt(max(a, 0.0))), float(UP.sqrt(b)))


def pown(n: int, a: float, b: float) -> Pair:
    if n == 0:
        return 1.0, 1.0
    if n < 0 and a == b == 0:
        return EMPTY
    # On each side of zero a power is monotone; zero is approached from the side of the part.
    parts = [(a, b if b < 0 else -0.0)] if a < 0 else []
    parts += [(a if a > 0 else 0.0, b)] if b > 0 else []
    if not parts:
        return 0.0, 0.0
    ends = [x for part in parts for x in part]
    return hull([power(DOWN, x, n) for x in ends], [power(UP, x, n) for x in ends])


def power(context: gmpy2.context, x: float, n: int) -> gmpy2.mpfr | float:
    if x == 0 or math.isinf(x):
        base = 0.0 if (x == 0) == (n > 0) else INFINITY
        return math.copysign(base, x) if n % 2 else base
    return context.pow(gmpy2.mpfr(x), n)


# Monotone functions


def increasing(name: str) -> Callable[[float, float], Pair]:
    down, up = getattr(DOWN, name), getattr(UP, name)

    def image(a: float, b: float) -> Pair:
        return float(down(a)), float(up(b))

    return image


def log(a: float, b: float) -> Pair:
    return EMPTY if b <= 0 else (float(DOWN.log(max(a, 0.0))), float(UP.log(b)))


def erfc(a: float, b: float) -> Pair:
    return float(DOWN.erfc(b)), float(UP.erfc(a))


def erfcx(a: float, b: float) -> Pair:
    lower = erfcx_at(b)
    return lower if a == b else (lower[0], erfcx_at(a)[1])


#: Contexts by precision, with exponents so large that nothing over- or underflows on the way.
WIDE = {bits: gmpy2.context(precision=bits, emax=2**30 - 1, emin=1 - 2**30) for bits in (110, 220, 880)}


def erfcx_at(x: float) -> Pair:
    """The two doubles around e^(x^2) erfc(x); equal only for x = 0 and at infinity, where they are the limits."""
    if x == 0:
        return 1.0, 1.0
    if x == INFINITY:
        return 0.0, 0.0
    if abs(x) < 2.0**-60:  # 1 - 2 x / sqrt(pi) + x^2 - ..., far nearer to 1 than its neighbours
        return (1 - 2.0**-53, 1.0) if x > 0 else (1.0, 1 + 2.0**-52)
    if x < -30:  # e^900 exceeds all doubles.
        return (LARGEST if x != -INFINITY else INFINITY), INFINITY
    for bits, context in WIDE.items():
        value = product_form(context, x) if x < 2**12 else series(context, x)
        # The relative errors: three roundings, and that of the square, which is exact from 106 bits on.
        error = context.mul(value, gmpy2.exp2(8 - bits))
        low, high = context.sub(value, error), context.add(value, error)
        lower, upper = DOWN.plus(low), UP.plus(high)
        if lower == DOWN.plus(high) and upper == UP.plus(low):
            return float(lower), float(upper)
    raise ArithmeticError(f"erfcx({x.hex()}) is too near to a double")


def product_form(context: gmpy2.context, x: float) -> gmpy2.mpfr:
    return context.mul(context.exp(context.square(gmpy2.mpfr(x))), context.erfc(x))


def series(context: gmpy2.context, x: float) -> gmpy2.mpfr:
    """The first terms of (1 - s + 3 s^2 - 15 s^3 + ...) / (x sqrt(pi)) with s = 1 / (2 x^2), for x >= 2^12.

    The series is enveloping: what follows the last term kept, (2 k - 1)!! s^k, is less than the next one; s <= 2^-25.
    """
    wide = gmpy2.mpfr(x)
    s = context.div(0.5, context.square(wide))
    total, term, k = gmpy2.mpfr(1), gmpy2.mpfr(1), 0
    while abs(term) > gmpy2.exp2(-context.precision):
        k += 1
        term = context.mul(context.mul(term, -(2 * k - 1)), s)
        total = context.add(total, term)
    return context.div(total, context.mul(wide, context.sqrt(context.const_pi())))


BY_NAME: dict[str, Callable[..., Pair]] = {
    "add": add, "sub": sub, "mul": mul, "div": div, "fma": fma, "recip": lambda a, b: div(1.0, 1.0, a, b),
    "sqr": sqr, "sqrt": sqrt, "abs": magnitudes,
    "min": lambda a, b, c, d: (min(a, c), min(b, d)), "max": lambda a, b, c, d: (max(a, c), max(b, d)),
    "exp": increasing("exp"), "expm1": increasing("expm1"), "log": log, "erf": increasing("erf"), "erfc": erfc,
    "erfcx": erfcx,
}  # fmt: skip


def image(name: str, exponent: int, bounds: tuple[float, ...]) -> Pair:
    """The tightest interval; `bounds` are the bounds of up to three operands."""
    used = bounds[: 2 * ARITY[name]]
    for i in range(0, len(used), 2):
        if not used[i] <= used[i + 1]:
            return EMPTY
    return pown(exponent, *used) if name == "pown" else BY_NAME[name](*used)
