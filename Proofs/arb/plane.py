"""Functions of the mean y = mu omega and the variance x = nu tau of a unit's net input, at points and over boxes.

From the paper (Eq. 4, 5): with z_k = (y + k x)/sqrt(2 x), g = exp(-y^2/(2 x)) = exp(-z_0^2),

    A = erfc(z_0),  B = exp(y + x/2) erfc(z_1),  C = exp(2 y + 2 x) erfc(z_2),  N = g/sqrt(2 pi x),

    mean  = (lambda/2) (2 y - (alpha + y) A + alpha B + 2 x N)
    xi    = (lambda^2/2) ((y^2 + x)(2 - A) + alpha^2 (A - 2 B + C) + 2 x y N)        (second moment)
    var   = xi - mean^2.

Derivatives. The net input is normal, so every expectation E f(z) satisfies the heat equation d/dx = (1/2) d^2/dy^2: all
derivatives of mean and xi are derivatives by y, called M_n and Q_n here (M_0 = mean, Q_0 = xi). With A_y = -2 N,
B_y = B - 2 N, C_y = 2 C - 2 N and N_y = -(y/x) N the sums telescope:

    M_1 = (lambda/2) (2 - A + alpha B)              M_n = (lambda/2) (2 N^(n-2) + alpha B^(n-1))         n > 1
    Q_1 = lambda^2 (y (2 - A) + 2 x N + alpha^2 (C - B))
    Q_2 = lambda^2 (2 - A + alpha^2 (2 C - B))      Q_n = lambda^2 (2 N^(n-3) + alpha^2 (2 C^(n-2) - B^(n-2)))  n > 2

V_ij is d^(i+j) var / dy^i dx^j, by Leibniz' rule. W_kj is the j-th derivative of erfcx at z_k, where erfcx(t) =
exp(t^2) erfc(t) = (2/sqrt(pi)) int_0^oo exp(-u^2 - 2 t u) du: so (-1)^j erfcx^(j) is positive and decreasing, and the
range over an interval is the values at the ends. A = g W_00, B = g W_10, C = g W_20.
"""

from functools import lru_cache
from math import comb

from flint import arb, ctx, fmpq

from intervals import Interval, point


class Constants:
    def __init__(self):
        pi, e, root2 = arb.pi(), arb(1).exp(), arb(2).sqrt()
        c1, c2 = (1 / root2).erfc(), root2.erfc()
        self.pi, self.root2 = pi, root2
        # Eq. 14
        self.alpha = -(2 / pi).sqrt() / (c1 * e.sqrt() - 1)
        inner = 2 * c2 * e**2 + pi * c1**2 * e - 2 * (2 + pi) * c1 * e.sqrt() + pi + 2
        self.lam = (1 - c1 * e.sqrt()) * (2 * pi).sqrt() / inner.sqrt()
        self.root_2_over_pi = (2 / pi).sqrt()


@lru_cache
def _constants(bits):
    return Constants()


def constants():
    return _constants(ctx.prec)


def erfcx_derivatives(t, highest):
    """[erfcx(t), erfcx'(t), ...]; from erfcx' = 2 t erfcx - 2/sqrt(pi)."""
    found = [(t * t).exp() * t.erfc()]
    if highest > 0:
        found.append(2 * t * found[0] - 2 / arb.pi().sqrt())
    for n in range(1, highest):
        found.append(2 * (t * found[n] + n * found[n - 1]))
    return found


def weight(symbol):
    """The number of derivatives by y that a symbol stands for; one by x counts as two."""
    kind = symbol[0]
    return symbol[1] + 2 * symbol[2] if kind == "V" else symbol[1]


@lru_cache(maxsize=None)
def variance_terms(i, j):
    """Leibniz' rule for V_ij = Q_(i+2j)/2^j - sum of factor * M_a M_b: [(factor, a, b)], a <= b."""
    factors = {}
    for p in range(i + 1):
        for q in range(j + 1):
            pair = tuple(sorted((p + 2 * q, i - p + 2 * (j - q))))
            factors[pair] = factors.get(pair, 0) + fmpq(comb(i, p) * comb(j, q), 2**j)
    return [(factor, *pair) for pair, factor in factors.items()]


class Point:
    """Values at one point, to any order."""

    def __init__(self, y, x):
        self.y, self.x = arb(y), arb(x)
        y, x = self.y, self.x
        root = (2 * x).sqrt()
        self.g = (-y * y / (2 * x)).exp()
        self.a = (y / root).erfc()
        self.b = [(y + x / 2).exp() * ((y + x) / root).erfc()]
        self.c = [(2 * (y + x)).exp() * ((y + 2 * x) / root).erfc()]
        self.n = [self.g / (2 * constants().pi * x).sqrt()]
        self.values = {}

    def _derivatives(self, order):
        """Lengthens the lists of N^(j), B^(j), C^(j) to j = order."""
        n, b, c = self.n, self.b, self.c
        while len(n) <= order:
            j = len(n) - 1
            n.append(-(self.y * n[j] + j * n[j - 1]) / self.x if j else -self.y * n[0] / self.x)
            b.append(b[j] - 2 * n[j])
            c.append(2 * (c[j] - n[j]))

    def m(self, n):
        k = constants()
        self._derivatives(max(n - 1, 0))
        if n == 0:
            inner = 2 * self.y - (k.alpha + self.y) * self.a + k.alpha * self.b[0] + 2 * self.x * self.n[0]
        elif n == 1:
            inner = 2 - self.a + k.alpha * self.b[0]
        else:
            inner = 2 * self.n[n - 2] + k.alpha * self.b[n - 1]
        return k.lam * inner / 2

    def q(self, n):
        k, y, x = constants(), self.y, self.x
        alpha2 = k.alpha**2
        self._derivatives(max(n - 2, 0))
        if n == 0:
            above = (y * y + x) * (2 - self.a) / 2 + x * y * self.n[0]
            inner = above + alpha2 * (self.a - 2 * self.b[0] + self.c[0]) / 2
        elif n == 1:
            inner = y * (2 - self.a) + 2 * x * self.n[0] + alpha2 * (self.c[0] - self.b[0])
        elif n == 2:
            inner = 2 - self.a + alpha2 * (2 * self.c[0] - self.b[0])
        else:
            inner = 2 * self.n[n - 3] + alpha2 * (2 * self.c[n - 2] - self.b[n - 2])
        return k.lam**2 * inner

    def v(self, i, j):
        total = self.value(("Q", i + 2 * j)) / 2**j
        for factor, a, b in variance_terms(i, j):
            total -= self.value(("M", a)) * self.value(("M", b)) * factor
        return total

    def value(self, symbol):
        found = self.values.get(symbol)
        if found is None:
            compute = {"M": self.m, "Q": self.q, "V": self.v}[symbol[0]]
            found = self.values[symbol] = compute(*symbol[1:])
        return found


class Plane:
    """Enclosures over the box [y0, y1] x [x0, x1], x0 > 0.

    A moment or derivative of a moment is enclosed by its own derivatives: where they have one sign, by its values at
    corners; else by the mean-value form, met with the closed form in interval arithmetic. `highest` is the weight up to
    which symbols are wanted; beyond it, only the closed form is used, which ends the recursion.
    """

    def __init__(self, y0, y1, x0, x1, highest):
        self.ys, self.xs = (y0, y1), (x0, x1)
        self.y, self.x = Interval(y0, y1), Interval(x0, x1)
        self.is_point = y0 == y1 and x0 == x1
        self.highest = highest
        self.points = {}
        self.found = {}
        self.derivatives_of_erfcx = {}
        self.shapes = None

    def enclosure(self, symbol):
        found = self.found.get(symbol)
        if found is None:
            kind = symbol[0]
            if kind in "MQV":
                found = self._moment(symbol)
            elif kind == "W":
                found = self._erfcx(symbol[1], symbol[2])
            elif kind == "A":
                ends = self._ends_of_z(0)
                found = Interval(ends[1].erfc(), ends[0].erfc())
            else:
                found = self._gauss()
            self.found[symbol] = found
        return found

    def _point(self, i, j):
        """The point at the lower end (0), upper end (1) or middle (2) of the sides."""
        key = i, j
        if key not in self.points:
            y = (self.ys[0] + self.ys[1]) / 2 if i == 2 else self.ys[i]
            x = (self.xs[0] + self.xs[1]) / 2 if j == 2 else self.xs[j]
            self.points[key] = Point(y, x)
        return self.points[key]

    def _moment(self, symbol):
        if self.is_point:
            return point(self._point(0, 0).value(symbol))
        if weight(symbol) > self.highest:
            return self._closed_form(symbol)
        if symbol[0] == "V":
            by_y = self.enclosure(("V", symbol[1] + 1, symbol[2]))
            by_x = self.enclosure(("V", symbol[1], symbol[2] + 1))
        else:
            by_y = self.enclosure((symbol[0], symbol[1] + 1))
            by_x = self.enclosure((symbol[0], symbol[1] + 2)).scaled(fmpq(1, 2))
        low, high, slack, is_exact = [], [], arb(0), True
        for (first, last), slope in ((self.ys, by_y), (self.xs, by_x)):
            if first == last or slope.lo >= 0:
                low.append(0)
                high.append(1)
            elif slope.hi <= 0:
                low.append(1)
                high.append(0)
            else:
                low.append(2)
                high.append(2)
                slack += slope.magnitude() * ((last - first) / 2)
                is_exact = False
        lowest, highest = self._point(*low).value(symbol), self._point(*high).value(symbol)
        if is_exact:
            return Interval(lowest, highest)
        return Interval(lowest - slack, highest + slack).meet(self._closed_form(symbol))

    def _closed_form(self, symbol):
        kind = symbol[0]
        if kind == "V":
            i, j = symbol[1:]
            total = self.enclosure(("Q", i + 2 * j)).scaled(fmpq(1, 2**j))
            for factor, a, b in variance_terms(i, j):
                first, second = self.enclosure(("M", a)), self.enclosure(("M", b))
                total = total - (first.power(2) if a == b else first * second).scaled(factor)
            return total
        k, n = constants(), symbol[1]
        above = -self.enclosure(("A",)).shifted(-2)  # 2 - A
        g, y, x = self.enclosure(("g",)), self.y, self.x
        two_x_density = (g * x.square_root()).scaled(k.root_2_over_pi)  # 2 x N
        if kind == "M":
            if n == 0:
                tails = g * (self._erfcx(1, 0) - self._erfcx(0, 0))
                inner = y * above + two_x_density + tails.scaled(k.alpha)
            elif n == 1:
                inner = above + (g * self._erfcx(1, 0)).scaled(k.alpha)
            else:
                inner = g * (self._density_shape(n - 2).scaled(2) + self._tail_shape(1, n - 1).scaled(k.alpha))
            return inner.scaled(k.lam / 2)
        alpha2 = k.alpha**2
        if n == 0:
            tails = self._erfcx(0, 0) - self._erfcx(1, 0).scaled(2) + self._erfcx(2, 0)
            inner = ((y.power(2) + x) * above + y * two_x_density + (g * tails).scaled(alpha2)).scaled(fmpq(1, 2))
        elif n == 1:
            inner = y * above + two_x_density + (g * (self._erfcx(2, 0) - self._erfcx(1, 0))).scaled(alpha2)
        elif n == 2:
            inner = above + (g * (self._erfcx(2, 0).scaled(2) - self._erfcx(1, 0))).scaled(alpha2)
        else:
            tails = self._tail_shape(2, n - 2).scaled(2) - self._tail_shape(1, n - 2)
            inner = g * (self._density_shape(n - 3).scaled(2) + tails.scaled(alpha2))
        return inner.scaled(k.lam**2)

    def _prepare_shapes(self):
        """g^(j)/g = (-1)^j He_j(y/sqrt(x)) x^(-j/2), by recursion, to the order that closed forms need."""
        inverse = self.x.inverse()
        slope = -(self.y * inverse)
        ratios = [point(fmpq(1)), slope]
        for j in range(1, self.highest + 3):
            ratios.append(slope * ratios[j] - (ratios[j - 1] * inverse).scaled(j))
        step = inverse.scaled(fmpq(1, 2)).square_root()  # dz_k/dy = 1/sqrt(2 x)
        steps = [point(fmpq(1))]
        for _ in range(self.highest + 3):
            steps.append(steps[-1] * step)
        front = inverse.scaled(1 / (2 * constants().pi)).square_root()  # N/g
        self.shapes = ratios, steps, front

    def _density_shape(self, j):
        """N^(j)/g."""
        if self.shapes is None:
            self._prepare_shapes()
        ratios, _, front = self.shapes
        return front * ratios[j]

    def _tail_shape(self, k, n):
        """The n-th derivative by y of g erfcx(z_k), divided by g."""
        if self.shapes is None:
            self._prepare_shapes()
        ratios, steps, _ = self.shapes
        total = ratios[n] * self._erfcx(k, 0)
        for j in range(1, n + 1):
            total = total + (ratios[n - j] * self._erfcx(k, j) * steps[j]).scaled(comb(n, j))
        return total

    def _gauss(self):
        """exp(-y^2/(2 x))."""
        exponent = self.y.power(2) * self.x.inverse().scaled(fmpq(1, 2))
        return Interval(arb(-exponent.hi).exp(), arb(-exponent.lo).exp())

    def _ends_of_z(self, k):
        """The least and the largest z_k: it increases in y; as a function of x it is increasing for y <= 0, and convex
        in sqrt(x) with its minimum at x = y/k for y > 0."""

        def z(y, x):
            return arb(y + k * x) / arb(2 * x).sqrt()

        (y0, y1), (x0, x1) = self.ys, self.xs
        if y0 <= 0:
            low = z(y0, x0)
        elif k == 0 or y0 >= k * x1:
            low = z(y0, x1)
        else:
            low = z(y0, max(x0, y0 / k))
        high = z(y1, x0).max(z(y1, x1))
        return low, high

    def _erfcx(self, k, j):
        known = self.derivatives_of_erfcx.get(k)
        if known is None:
            low, high = self._ends_of_z(k)
            known = erfcx_derivatives(low, self.highest + 2), erfcx_derivatives(high, self.highest + 2)
            self.derivatives_of_erfcx[k] = known
        if j % 2:
            return Interval(known[0][j], known[1][j])
        return Interval(known[1][j], known[0][j])
