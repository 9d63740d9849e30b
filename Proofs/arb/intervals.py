"""Closed intervals whose ends are Arb balls or exact rationals.

A ball [middle +/- radius] is a poor shape for a wide set: the square of [0, 1] becomes [-1/2, 1]. So a wide set is a
pair (lo, hi) here. Each end is a real number known exactly (fmpq) or up to a tiny ball (arb); the set is [lo', hi'] for
*some* real numbers lo', hi' in these two balls. Every operation computes the ends of the result from the ends of the
operands with ball arithmetic, which keeps that true. A comparison such as `interval.lo >= 0` holds only where it is
certain.
"""

from flint import arb, fmpq

INFINITY = arb.pos_inf()


def larger(a, b):
    return a if a >= b else b if b >= a else arb(a).max(arb(b))


def smaller(a, b):
    return a if a <= b else b if b <= a else arb(a).min(arb(b))


class Interval:
    __slots__ = ("lo", "hi")

    def __init__(self, lo, hi):
        self.lo = lo
        self.hi = hi

    def __repr__(self):
        return f"[{self.lo}, {self.hi}]"

    def __neg__(self):
        return Interval(-self.hi, -self.lo)

    def __add__(self, other):
        return Interval(self.lo + other.lo, self.hi + other.hi)

    def __sub__(self, other):
        return Interval(self.lo - other.hi, self.hi - other.lo)

    def shifted(self, number):
        return Interval(self.lo + number, self.hi + number)

    def scaled(self, number):
        """The product with a number of certain sign."""
        if number >= 0:
            return Interval(self.lo * number, self.hi * number)
        if number <= 0:
            return Interval(self.hi * number, self.lo * number)
        return self * Interval(number, number)

    def __mul__(self, other):
        a, b, c, d = self.lo, self.hi, other.lo, other.hi
        if a >= 0:
            if c >= 0:
                return Interval(a * c, b * d)
            if d <= 0:
                return Interval(b * c, a * d)
            c, d = _around_zero(c, d)
            return Interval(b * c, b * d)
        if b <= 0:
            if c >= 0:
                return Interval(a * d, b * c)
            if d <= 0:
                return Interval(b * d, a * c)
            c, d = _around_zero(c, d)
            return Interval(a * d, a * c)
        a, b = _around_zero(a, b)
        if c >= 0:
            return Interval(a * d, b * d)
        if d <= 0:
            return Interval(b * c, a * c)
        c, d = _around_zero(c, d)
        return Interval(smaller(a * d, b * c), larger(a * c, b * d))

    def inverse(self):
        if self.lo > 0 or self.hi < 0:
            return Interval(1 / self.hi, 1 / self.lo)
        return Interval(-INFINITY, INFINITY)

    def power(self, exponent):
        if exponent < 0:
            return self.power(-exponent).inverse()
        if exponent == 1:
            return self
        if exponent == 0:
            return Interval(fmpq(1), fmpq(1))
        if exponent % 2 == 1 or self.lo >= 0:
            return Interval(self.lo**exponent, self.hi**exponent)
        if self.hi <= 0:
            return Interval(self.hi**exponent, self.lo**exponent)
        return Interval(fmpq(0), larger(self.lo**exponent, self.hi**exponent))

    def absolute(self):
        if self.lo >= 0:
            return self
        if self.hi <= 0:
            return -self
        return Interval(fmpq(0), larger(-self.lo, self.hi))

    def square_root(self):
        """For a set of numbers that are not negative, whatever the computed lower end says."""
        lo = arb(larger(self.lo, fmpq(0)))
        if not lo >= 0:
            lo = arb(0)
        return Interval(lo.sqrt(), arb(self.hi).sqrt())

    def magnitude(self):
        """An upper bound of the absolute values."""
        return larger(-self.lo, self.hi)

    def meet(self, other):
        """The intersection of two enclosures of the same set."""
        return Interval(larger(self.lo, other.lo), smaller(self.hi, other.hi))

    def hull(self, other):
        return Interval(smaller(self.lo, other.lo), larger(self.hi, other.hi))


def _around_zero(lo, hi):
    """Ends that are certainly on both sides of 0, or 0: where a ball contains 0, its outer end."""
    if not lo <= 0:
        lo = lo.lower()
    if not hi >= 0:
        hi = hi.upper()
    return lo, hi


def point(number):
    return Interval(number, number)
