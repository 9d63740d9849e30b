"""Exact-rounding helpers shared by the scripts of this folder.

Everything rests on Arb (python-flint): a function value is enclosed by a ball, and the precision is
raised until the two ends of the ball give the same answer. Nothing here uses the project's Swift code.
"""

import math
import struct

from flint import arb, ctx, fmpz

LARGEST = float.fromhex("0x1.fffffffffffffp+1023")
TINIEST = float.fromhex("0x0.0000000000001p-1022")
MAXIMUM_PRECISION = 1 << 14


def hexadecimal(x):
    """C99 hexadecimal text of a binary64, without trailing zeros of the significand."""
    if math.isinf(x):
        return "inf" if x > 0 else "-inf"
    text = x.hex()
    significand, exponent = text.split("p")
    if "." in significand:
        significand = significand.rstrip("0").rstrip(".")
    return f"{significand}p{exponent}"


def ordinal(x):
    """Position of a finite binary64 in the increasing list of all of them; both zeros are 0."""
    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    return bits if bits >= 0 else -(bits & 0x7FFF_FFFF_FFFF_FFFF)


def from_ordinal(n):
    """Inverse of `ordinal` (never returns a negative zero)."""
    bits = n if n >= 0 else (-n) | (1 << 63)
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def floor_to_binary64(mantissa, exponent):
    """Largest binary64 (or -inf) that is <= mantissa * 2**exponent (two integers of any size)."""
    mantissa, exponent = int(mantissa), int(exponent)
    if mantissa == 0:
        return 0.0
    top = abs(mantissa).bit_length() + exponent
    if top > 1024:
        return LARGEST if mantissa > 0 else -math.inf
    if top < -1080:
        return 0.0 if mantissa > 0 else -TINIEST
    unit = max(top - 53, -1074)
    shift = exponent - unit
    quotient = mantissa << shift if shift >= 0 else mantissa >> -shift
    if abs(quotient) == 1 << 53 and unit == 971:
        return LARGEST if quotient > 0 else -math.inf
    return math.ldexp(quotient, unit)


def ceiling_to_binary64(mantissa, exponent):
    """Smallest binary64 (or inf) that is >= mantissa * 2**exponent."""
    return -floor_to_binary64(-int(mantissa), exponent)


def from_binary64(x):
    """The binary64 as an exact ball."""
    numerator, denominator = x.as_integer_ratio()
    return arb(fmpz(numerator)) * arb(2) ** -(denominator.bit_length() - 1)


def erfcx_series(t):
    """erfcx(t) for large t by its enveloping asymptotic series (DLMF 7.12.1): consecutive partial sums of
    1/(t sqrt(pi)) * sum_k (-1)^k (2k-1)!! / (2 t^2)^k bracket the value for every t > 0."""
    ratio = 1 / (2 * t * t)
    total, term = arb(1), arb(1)
    for k in range(1, 40):
        following = term * ratio * -(2 * k - 1)
        if abs(following.mid()) > abs(term.mid()) or following.is_zero():
            break
        total, previous, term = total + following, total, following
    return total.union(previous) / (t * arb.pi().sqrt())


def ball(function, x):
    """A ball around function(x) at the working precision; x is a binary64."""
    t = from_binary64(x)
    if function == "exp":
        return t.exp()
    if function == "expm1":
        return t.expm1()
    if function == "log":
        return t.log()
    if function == "erf":
        return t.erf()
    if function == "erfc":
        return t.erfc()
    if function == "erfcx":
        if x > 1e9:
            return erfcx_series(t)
        return (t * t).exp() * t.erfc()
    raise ValueError(function)


def shortcut(function, x):
    """(lower, upper) where the result is exact, overflows, underflows or saturates for certain; else None."""
    below_one = math.nextafter(1.0, 0.0)
    if x == 0:
        value = {"exp": 1.0, "expm1": 0.0, "erf": 0.0, "erfc": 1.0, "erfcx": 1.0}[function]
        return value, value
    if function == "log":
        return (0.0, 0.0) if x == 1 else None
    if function in ("exp", "expm1") and x > 800:
        return LARGEST, math.inf
    if function == "exp" and x < -800:
        return 0.0, TINIEST
    if function == "expm1" and x < -800:
        return -1.0, -below_one
    if function == "erf" and abs(x) > 40:
        return (below_one, 1.0) if x > 0 else (-1.0, -below_one)
    if function == "erfc" and x > 40:
        return 0.0, TINIEST
    if function == "erfc" and x < -40:
        return math.nextafter(2.0, 0.0), 2.0
    if function == "erfcx" and x < -40:
        return LARGEST, math.inf
    return None


def neighbours(function, x, precision=128):
    """The tightest binary64 pair (lower, upper) around function(x); equal exactly if the value is a binary64."""
    known = shortcut(function, x)
    if known is not None:
        return known
    saved = ctx.prec
    try:
        while precision <= MAXIMUM_PRECISION:
            ctx.prec = precision
            value = ball(function, x)
            if value.is_finite():
                low, high = value.lower().man_exp(), value.upper().man_exp()
                lower = floor_to_binary64(*low), floor_to_binary64(*high)
                upper = ceiling_to_binary64(*low), ceiling_to_binary64(*high)
                if lower[0] == lower[1] and upper[0] == upper[1]:
                    return lower[0], upper[0]
            precision *= 2
    finally:
        ctx.prec = saved
    raise ArithmeticError(f"{function}({x.hex()}) stays undecided at {MAXIMUM_PRECISION} bits")


def decimal_digits(value, digits):
    """`digits` significant decimal digits of a ball, rounded to nearest; raises unless the ball decides them."""
    if value.is_zero():
        return "0"
    saved = ctx.prec
    try:
        ctx.prec = max(saved, 64) + 64
        magnitude = abs(value)
        if not magnitude.lower() > 0:
            raise ArithmeticError("sign undecided")
        exponent = int((magnitude.mid().log() / arb(10).log()).floor().unique_fmpz())
        for exponent in (exponent, exponent + 1, exponent - 1):
            scaled = magnitude * arb(10) ** (digits - 1 - exponent)
            low = (scaled.lower() + arb("0.5")).floor().unique_fmpz()
            high = (scaled.upper() + arb("0.5")).floor().unique_fmpz()
            if low is None or low != high:
                raise ArithmeticError("not enough correct digits")
            if 10 ** (digits - 1) <= low < 10**digits:
                break
        else:
            raise ArithmeticError("decimal exponent undecided")
    finally:
        ctx.prec = saved
    text = str(low)
    sign = "-" if value.upper() < 0 else ""
    if -7 <= exponent < digits - 1:
        if exponent >= 0:
            return f"{sign}{text[: exponent + 1]}.{text[exponent + 1 :]}"
        return f"{sign}0.{'0' * (-exponent - 1)}{text}"
    return f"{sign}{text[0]}.{text[1:]}e{exponent}"
