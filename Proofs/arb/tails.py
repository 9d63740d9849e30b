"""Lemmas 22 to 24 for z >= 8, by the asymptotic series of erfcx.

Integration by parts gives sqrt(pi) z erfcx(z) = 1 - t/2 + 3 t^2/4 - 15 t^3/8 + ... with t = 1/z^2, where each partial
sum is off by less than its first omitted term and by a number of that sign. So with

    L = 1 - t/2 + 3 t^2/4 - 15 t^3/8  <  sqrt(pi) z erfcx(z)  <  U = 1 - t/2 + 3 t^2/4

each claim follows from the positivity of a polynomial on 0 <= t <= 1/64, divided by the power of t that it contains.
"""

from flint import fmpq, fmpq_poly

from intervals import Interval, point

START = 8
T = fmpq_poly([0, 1])
LOWER = fmpq_poly([1, fmpq(-1, 2), fmpq(3, 4), fmpq(-15, 8)])
UPPER = fmpq_poly([1, fmpq(-1, 2), fmpq(3, 4)])

POLYNOMIALS = {
    # L (sqrt(1 + 2 t) + 1) > 2, that is L^2 (1 + 2 t) > (2 - L)^2, as 0 < L < 2
    "lemma22.lower": LOWER**2 * (1 + 2 * T) - (2 - LOWER) ** 2,
    # U (sqrt(1 + 4 t/pi) + 1) < 2, that is U^2 (1 + 4 t/pi) < (2 - U)^2, as 0 < U < 2; and 4/pi < 4/3
    "lemma22.upper": (2 - UPPER) ** 2 - UPPER**2 * (1 + fmpq(4, 3) * T),
    # U < 1
    "lemma23.decreasing": 1 - UPPER,
    "lemma24.limit": 1 - UPPER,
    # L (1 + t/2) > 1
    "lemma23.convex": LOWER * (1 + fmpq(1, 2) * T) - 1,
    "lemma24.increasing": LOWER * (1 + fmpq(1, 2) * T) - 1,
}


def holds_beyond(claim_id):
    """Whether the claim is proved for z >= START."""
    coefficients = list(POLYNOMIALS[claim_id])
    while coefficients[0] == 0:
        coefficients = coefficients[1:]
    t, value = Interval(fmpq(0), fmpq(1, START**2)), point(fmpq(0))
    for coefficient in reversed(coefficients):
        value = (value * t).shifted(coefficient)
    return value.lo > 0
