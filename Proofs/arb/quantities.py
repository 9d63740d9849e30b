"""Quantities of the claims: a value over a box and its partial derivatives by the box's variables.

`value(box)` encloses the set of values over the box, `slope(box, variable)` that of the derivatives (for an absolute
value: of the slopes of both branches).
"""

from flint import arb, fmpq

from expressions import OMEGA, TAU, symbol_of, variables_of
from intervals import Interval


class Quantity:
    """What the steps of a tree evaluate. Only those of a FixedPoint name more than variables and numbers."""

    def at_step(self, words, name):
        """The quantity as a step of a tree means it, and the words of the step that are left."""
        return self, words

    def variables(self):
        """Those of mu, omega, nu, tau, y, x and z on which it depends."""
        return sorted({name for symbol in self.symbols() for name in variables_of(symbol)})

    def at_witness(self, part, name):
        """The quantity as it is evaluated at the witness of a part."""
        return self

    def value_at_centre(self, box):
        return self.value(box)


class Smooth(Quantity):
    """An expression."""

    def __init__(self, expression):
        self.expression = expression

    def value(self, box):
        return self.expression.value(box)

    def slope(self, box, variable):
        return self.expression.slope(variable).value(box)

    def weight(self):
        """The weight of the functions of (y, x) that values and slopes need."""
        return max(self.expression.weight(), self.expression.slope("x").weight())

    def symbols(self):
        return self.expression.symbols()


class Absolute(Quantity):
    """|quantity|."""

    def __init__(self, inner):
        self.inner = inner
        self.weight, self.symbols = inner.weight, inner.symbols

    def value(self, box):
        return self.inner.value(box).absolute()

    def slope(self, box, variable):
        value, slope = self.inner.value(box), self.inner.slope(box, variable)
        if value.lo >= 0:
            return slope
        if value.hi <= 0:
            return -slope
        return slope.hull(-slope)


# H, the Jacobian of (mu, nu) -> (mean, var), row by row.
JACOBIAN = {
    (1, 1): OMEGA * symbol_of("M", 1),
    (1, 2): TAU * symbol_of("M", 2) * fmpq(1, 2),
    (2, 1): OMEGA * symbol_of("V", 1, 0),
    (2, 2): TAU * symbol_of("V", 0, 1),
}


def jacobian(box, *variables):
    """H, or its derivative by the variables, over the box."""
    entries = {}
    for place, expression in JACOBIAN.items():
        for variable in sorted(variables):
            expression = expression.slope(variable)
        entries[place] = expression.value(box)
    return entries


class SingularVectors:
    """The larger singular value of a matrix, h22 > 0, and its singular vectors (k', 1)/n' (left) and (k, 1)/n (right).

    With (a, b; c, 1) = H/h22: the larger eigenvalue of H^T H/h22^2 = (p, r; r, q), where p = a^2 + c^2, q = b^2 + 1 and
    r = a b + c, is q + r k with k = 2 r/(d + q - p) and d = sqrt((q - p)^2 + 4 r^2); its eigenvector is (k, 1). The
    same for H H^T, whose eigenvalues are the same. The two vectors belong together with the sign + since the second
    component of H (k, 1)/h22 is c k + 1 > 0.
    """

    def __init__(self, h):
        self.is_valid = h[2, 2].lo > 0
        if not self.is_valid:
            return
        inverse = h[2, 2].inverse()
        a, b, c = h[1, 1] * inverse, h[1, 2] * inverse, h[2, 1] * inverse
        p, q, r = a.power(2) + c.power(2), b.power(2).shifted(1), a * b + c
        difference = q - p
        root = (difference.power(2) + r.power(2).scaled(4)).square_root()
        right = r.scaled(2) * (root + difference).inverse()
        self.norm = h[2, 2] * (q + r * right).square_root()
        across = a * c + b
        left_difference = (c.power(2) - a.power(2) - b.power(2)).shifted(1)
        left = across.scaled(2) * (root + left_difference).inverse()
        self.is_valid = difference.lo > 0 and left_difference.lo > 0 and (c * right).shifted(1).lo > 0
        self.left, self.right = left, right
        lengths = left.power(2).shifted(1) * right.power(2).shifted(1)
        self.scale = lengths.square_root().inverse()  # 1/(n n')
        # s1 - s2 and s1 + s2, s2 = det H/s1 with its sign
        self.gap = ((h[2, 2] - h[1, 1]).power(2) + (h[2, 1] + h[1, 2]).power(2)).square_root()
        self.sum = ((h[2, 2] + h[1, 1]).power(2) + (h[2, 1] - h[1, 2]).power(2)).square_root()

    def along(self, m):
        """u^T m v."""
        upper = self.left * (m[1, 1] * self.right + m[1, 2])
        return (upper + m[2, 1] * self.right + m[2, 2]) * self.scale

    def across(self, m):
        """(u^T m v', u'^T m v) with the vectors turned by 90 degrees, v' = (-1, k)/n and u' = (-1, k')/n'."""
        right, left = self.right, self.left
        first = left * (m[1, 2] * right - m[1, 1]) + (m[2, 2] * right - m[2, 1])
        second = left * (m[2, 1] * right + m[2, 2]) - (m[1, 1] * right + m[1, 2])
        return first * self.scale, second * self.scale


UNKNOWN = Interval(arb.neg_inf(), arb.pos_inf())


class LargestSingularValue(Quantity):
    """S, the largest singular value of H. Its derivative is u^T H_V v with the singular vectors u, v."""

    def value(self, box):
        vectors = self.vectors(box)
        return vectors.norm if vectors.is_valid else UNKNOWN

    def slope(self, box, variable):
        vectors = self.vectors(box)
        return vectors.along(self.derivative(box, variable)) if vectors.is_valid else UNKNOWN

    @staticmethod
    def vectors(box):
        return box.once("singular vectors", lambda: SingularVectors(jacobian(box)))

    @staticmethod
    def derivative(box, variable):
        return box.once(("derivative of H", variable), lambda: jacobian(box, variable))

    def weight(self):
        return 4

    def symbols(self):
        return {s for expression in JACOBIAN.values() for s in expression.symbols()}


class SlopeOfSingularValue(LargestSingularValue):
    """dS/dV. With a = U^T H_V V and b = U^T H_W V in the bases of the singular vectors (u, u') and (v, v'),
    second-order perturbation of the symmetric matrix (0, H; H^T, 0), whose eigenvalues are s1, s2, -s1, -s2, gives

        d^2 S/dV dW = u^T H_VW v + (1/2) ((a12 + a21)(b12 + b21)/(s1 - s2) + (a21 - a12)(b21 - b12)/(s1 + s2)).
    """

    def __init__(self, variable):
        self.variable = variable

    def value(self, box):
        return super().slope(box, self.variable)

    def slope(self, box, variable):
        vectors = self.vectors(box)
        if not vectors.is_valid:
            return UNKNOWN
        a12, a21 = self._across(box, self.variable)
        b12, b21 = self._across(box, variable)
        bend = (a12 + a21) * (b12 + b21) * vectors.gap.inverse() + (a21 - a12) * (b21 - b12) * vectors.sum.inverse()
        return vectors.along(jacobian(box, self.variable, variable)) + bend.scaled(fmpq(1, 2))

    def _across(self, box, variable):
        return box.once(("across", variable), lambda: self.vectors(box).across(self.derivative(box, variable)))

    def weight(self):
        return 6
