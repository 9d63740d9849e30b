"""The fixed point (mu*, nu*) of g = (mean, var) as a function of the weights (omega, tau), by Krawczyk's operator.

For weights w in a box W and Z a box of (mu, nu) with centre c, f(z) = g(z, w) - z and an approximate inverse Y of f':

    K(Z) = c - Y f(c, W) + (1 - Y f'(Z, W)) (Z - c).

If K(Z) lies in the interior of Z, then for each w there is exactly one fixed point in Z, and it lies in K(Z). If K(Z)
lies in [-0.1, 0.1] x [0.8, 1.5], too, it is the one fixed point that the premises of the claim leave there. Its
derivatives are (1 - H)^(-1) dg/dV.
"""

from flint import arb, fmpq

from certificate import binary, check, shown
from expressions import Box
from intervals import Interval, point
from quantities import UNKNOWN, Quantity, jacobian
from statements import MEAN, VARIANCE

REGION = {"mu": (fmpq(-1, 10), fmpq(1, 10)), "nu": (fmpq(4, 5), fmpq(3, 2))}
REACH = {"mu": (fmpq(-1), fmpq(1)), "nu": (fmpq(1, 10), fmpq(10))}  # for Z: nu > 0, and no numbers without measure


def exact(ball):
    """The number in the middle of a ball, as a fraction."""
    digits, exponent = ball.mid().man_exp()
    return fmpq(digits) * fmpq(2) ** int(exponent)


def outward(interval):
    """Fractions at or beyond the ends of an interval, for the side of a box."""
    return exact(arb(interval.lo).lower()), exact(arb(interval.hi).upper())


def _middle(sides):
    return {v: ((lower + upper) / 2,) * 2 for v, (lower, upper) in sides.items()}


def _inverse_at(weights, centre):
    """An approximation of (1 - H)^(-1), as exact fractions, -Y in the formula above; None if there is none."""
    h = {place: arb(entry.lo) for place, entry in jacobian(Box({**weights, **centre}, 2)).items()}
    a, b, c, d = 1 - h[1, 1], -h[1, 2], -h[2, 1], 1 - h[2, 2]
    determinant = a * d - b * c
    if not (determinant > 0 or determinant < 0):
        return None
    return [[exact(entry / determinant) for entry in row] for row in ((d, -b), (-c, a))]


def image(weights, z):
    """K(Z) as sides of a box, or None if it does not lie in the interior of Z and in the region."""
    centre = _middle(z)
    inverse = _inverse_at(_middle(weights), centre)
    if inverse is None:
        return None
    there = Box({**weights, **centre}, 2)
    f = [MEAN.value(there) - point(centre["mu"][0]), VARIANCE.value(there) - point(centre["nu"][0])]
    h = jacobian(Box({**weights, **z}, 2))
    slope = [[(-h[1, 1]).shifted(1), -h[1, 2]], [-h[2, 1], (-h[2, 2]).shifted(1)]]  # 1 - H = -f'
    distance = [Interval(z[v][0] - centre[v][0], z[v][1] - centre[v][0]) for v in ("mu", "nu")]
    sides = {}
    for i, v in enumerate(("mu", "nu")):
        total = point(centre[v][0]) + f[0].scaled(inverse[i][0]) + f[1].scaled(inverse[i][1])
        for j in range(2):
            product = slope[0][j].scaled(inverse[i][0]) + slope[1][j].scaled(inverse[i][1])  # of Y f'
            total = total + (point(fmpq(i == j)) - product) * distance[j]
        if not (total.lo > z[v][0] and total.hi < z[v][1] and total.lo >= REGION[v][0] and total.hi <= REGION[v][1]):
            return None
        sides[v] = outward(total)
    return sides


def box_of(ends, name):
    """The sides of Z from four numbers."""
    check(len(ends) == 4, f"{name}: not four numbers")
    z = {"mu": (ends[0], ends[1]), "nu": (ends[2], ends[3])}
    for v, (lower, upper) in z.items():
        is_sensible = REACH[v][0] <= lower < upper <= REACH[v][1]
        check(is_sensible, f"{name}: the box of the fixed point is empty or too far away")
    return z


class FixedPoint(Quantity):
    """A coordinate ("mu" or "nu") of the fixed point over a box of omega and tau."""

    def __init__(self, coordinate, z=None, z_at_centre=None):
        self.coordinate = coordinate
        self.z = z  # sides of a box of (mu, nu)
        self.z_at_centre = z_at_centre

    def at_step(self, words, name):
        """The quantity with the boxes that a step names (`within ...`, `at ...`), and the step's other words."""
        boxes = {}
        for keyword in ("at", "within"):
            if len(words) > 5 and words[-5] == keyword:
                boxes[keyword] = box_of([binary(word) for word in words[-4:]], name)
                words = words[:-5]
        check("within" in boxes, f"{name}: {shown(' '.join(words))} names no box of the fixed point")
        check(("at" in boxes) == (words[0] == "mean-value"), f"{name}: a box of the centre where none belongs, or none")
        return FixedPoint(self.coordinate, boxes["within"], boxes.get("at")), words

    def at_witness(self, part, name):
        return FixedPoint(self.coordinate, box_of(part.witness_within, f"{name}: witnessWithin"))

    def _fixed_points(self, box):
        """The weights and the fixed points over the box, as sides; None if Z is not known to enclose them."""

        def compute():
            weights = {v: box.sides[v] for v in ("omega", "tau")}
            found = image(weights, self.z)
            return found and {**weights, **found}

        return box.once(self, compute)

    def value(self, box):
        sides = self._fixed_points(box)
        return Interval(*sides[self.coordinate]) if sides else UNKNOWN

    def value_at_centre(self, box):
        return FixedPoint(self.coordinate, self.z_at_centre).value(box)

    def slope(self, box, variable):
        sides = self._fixed_points(box)
        if not sides:
            return UNKNOWN
        there = Box(sides, self.weight())
        h = jacobian(there)
        by_mean, by_variance = MEAN.slope(variable).value(there), VARIANCE.slope(variable).value(there)
        a, d = (-h[1, 1]).shifted(1), (-h[2, 2]).shifted(1)
        determinant = a * d - h[1, 2] * h[2, 1]
        if self.coordinate == "mu":
            return (d * by_mean + h[1, 2] * by_variance) * determinant.inverse()
        return (h[2, 1] * by_mean + a * by_variance) * determinant.inverse()

    def weight(self):
        return 2

    def symbols(self):
        return {("omega",), ("tau",)}
