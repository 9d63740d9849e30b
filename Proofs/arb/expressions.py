"""Polynomials in the variables and in functions of (y, x) or of z, and their derivatives in closed form.

A symbol is a tuple: the variables ("mu",), ("omega",), ("nu",), ("tau",), ("y",), ("z",); ("r",) for sqrt(x), also with
negative exponents; the functions of plane.py ("M", n), ("Q", n), ("V", i, j), ("W", k, j), ("A",) and ("g",); and the
functions of z: ("erfcx", j), the j-th derivative of erfcx, and ("root", c) for sqrt(z^2 + c). An expression is a
dictionary from monomials, sorted tuples of (symbol, exponent), to coefficients (arb or fmpq).
"""

from flint import arb, fmpq

from intervals import Interval, point
from plane import Plane, constants, erfcx_derivatives, weight

VARIABLES = ("mu", "omega", "nu", "tau", "y", "z")


class Expression:
    def __init__(self, terms):
        self.terms = terms
        self._factored = None
        self._slopes = {}

    @staticmethod
    def of(value):
        if isinstance(value, Expression):
            return value
        return Expression({(): fmpq(value) if isinstance(value, int) else value})

    def __add__(self, other):
        terms = dict(self.terms)
        for monomial, coefficient in Expression.of(other).terms.items():
            terms[monomial] = terms[monomial] + coefficient if monomial in terms else coefficient
        return Expression({m: c for m, c in terms.items() if not c == 0})

    def __neg__(self):
        return Expression({m: -c for m, c in self.terms.items()})

    def __sub__(self, other):
        return self + -Expression.of(other)

    def __mul__(self, other):
        total = Expression({})
        for m, c in self.terms.items():
            for n, d in Expression.of(other).terms.items():
                exponents = dict(m)
                for symbol, exponent in n:
                    exponents[symbol] = exponents.get(symbol, 0) + exponent
                total += Expression({tuple(sorted((s, e) for s, e in exponents.items() if e)): c * d})
        return total

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -self + other

    def __pow__(self, exponent):
        if exponent < 0:
            ((monomial, coefficient),) = self.terms.items()
            return Expression({tuple((s, e * exponent) for s, e in monomial): coefficient**exponent})
        product = Expression.of(1)
        for _ in range(exponent):
            product *= self
        return product

    def symbols(self):
        return {symbol for monomial in self.terms for symbol, _ in monomial}

    def _chain(self, rule):
        """The derivation that maps each symbol as `rule` says (None: to zero)."""
        total = Expression({})
        for monomial, coefficient in self.terms.items():
            for symbol, exponent in monomial:
                slope = rule(symbol)
                if slope is not None:
                    rest = {s: e - (s == symbol) for s, e in monomial}
                    kept = tuple(sorted((s, e) for s, e in rest.items() if e))
                    total += Expression({kept: coefficient * exponent}) * slope
        return total

    def slope(self, variable):
        """The partial derivative by a variable. By y and x: those of functions of (y, x). By mu, omega, nu, tau: with
        y = mu omega and x = nu tau by the chain rule."""
        if variable not in self._slopes:
            self._slopes[variable] = self._derive(variable)
        return self._slopes[variable]

    def _derive(self, variable):
        if variable == "y":
            return self._chain(_by_y)
        if variable == "x":
            return self._chain(_by_x)
        if variable == "z":
            return self._chain(_by_z)
        partner = symbol_of({"mu": "omega", "omega": "mu", "nu": "tau", "tau": "nu"}[variable])
        inner = self.slope("y" if variable in ("mu", "omega") else "x")
        return self._chain(lambda symbol: Expression.of(1) if symbol == (variable,) else None) + partner * inner

    def factored(self):
        """(common factor of all terms in the variables, remaining terms): a factor that vanishes on the border of a box
        leaves the sign alone only if it is multiplied last."""
        if self._factored is None:
            common = None
            for monomial in self.terms:
                exponents = {s: e for s, e in monomial if s[0] in VARIABLES or s[0] == "r"}
                if common is None:
                    common = exponents
                else:
                    common = {s: min(common.get(s, 0), exponents.get(s, 0)) for s in {*common, *exponents}}
            common = {s: e for s, e in (common or {}).items() if e}
            rest = []
            for monomial, coefficient in self.terms.items():
                exponents = dict(monomial)
                for s, e in common.items():
                    exponents[s] = exponents.get(s, 0) - e
                rest.append((coefficient, [(s, e) for s, e in exponents.items() if e]))
            self._factored = list(common.items()), rest
        return self._factored

    def weight(self):
        """The highest weight of a function of (y, x) in it."""
        return max((weight(s) if s[0] in "MQV" else s[2] if s[0] == "W" else 0 for s in self.symbols()), default=0)

    def value(self, box):
        common, rest = self.factored()
        total = None
        for coefficient, factors in rest:
            product = None
            for symbol, exponent in factors:
                factor = box.power(symbol, exponent)
                product = factor if product is None else product * factor
            product = point(coefficient) if product is None else product.scaled(coefficient)
            total = product if total is None else total + product
        if total is None:
            return point(fmpq(0))
        for symbol, exponent in common:
            total = total * box.power(symbol, exponent)
        return total


def variables_of(symbol):
    if symbol[0] in VARIABLES:
        return {symbol[0]}
    if symbol[0] in ("erfcx", "root"):
        return {"z"}
    return {"x"} if symbol[0] == "r" else {"y", "x"}


def symbol_of(*symbol):
    return Expression({((symbol, 1),): fmpq(1)})


OMEGA, NU, TAU, Y, R = (symbol_of(name) for name in ("omega", "nu", "tau", "y", "r"))
X = R**2
GAUSS, TAIL = symbol_of("g"), symbol_of("A")


def _by_y(symbol):
    kind = symbol[0]
    if kind == "y":
        return Expression.of(1)
    if kind in "MQ":
        return symbol_of(kind, symbol[1] + 1)
    if kind == "V":
        return symbol_of("V", symbol[1] + 1, symbol[2])
    if kind == "W":  # dz_k/dy = 1/sqrt(2 x)
        return symbol_of("W", symbol[1], symbol[2] + 1) * R**-1 * (1 / constants().root2)
    if kind == "A":  # -2 N
        return GAUSS * R**-1 * -constants().root_2_over_pi
    if kind == "g":
        return -Y * R**-2 * GAUSS
    return None


def _by_x(symbol):
    kind = symbol[0]
    if kind == "r":
        return R**-1 * fmpq(1, 2)
    if kind in "MQ":  # the heat equation
        return symbol_of(kind, symbol[1] + 2) * fmpq(1, 2)
    if kind == "V":
        return symbol_of("V", symbol[1], symbol[2] + 1)
    if kind == "W":  # dz_k/dx = (k x - y)/(2 x sqrt(2 x))
        return symbol_of("W", symbol[1], symbol[2] + 1) * (symbol[1] * X - Y) * R**-3 * (1 / (2 * constants().root2))
    if kind == "A":  # (y/x) N
        return Y * GAUSS * R**-3 * (constants().root_2_over_pi / 2)
    if kind == "g":
        return Y**2 * R**-4 * GAUSS * fmpq(1, 2)
    return None


def _by_z(symbol):
    kind = symbol[0]
    if kind == "z":
        return Expression.of(1)
    if kind == "erfcx":
        return symbol_of("erfcx", symbol[1] + 1)
    if kind == "root":
        return symbol_of("z") * symbol_of(*symbol) ** -1
    return None


ADDENDS = {"2": lambda: arb(2), "4/pi": lambda: 4 / arb.pi()}  # c in ("root", c)


class Box:
    """A box of a part's variables, with the enclosures of all symbols over it, computed where they are asked for."""

    def __init__(self, sides, highest):
        self.sides = sides  # variable: (lower, upper), exact
        self.highest = highest
        self.powers = {}
        self.results = {}
        self._plane = None

    def range_of(self, name):
        """The exact range of a variable, or of y or x as the product of two."""
        if name in self.sides:
            return Interval(*self.sides[name])
        first, second = {"y": ("mu", "omega"), "x": ("nu", "tau")}[name]
        return Interval(*self.sides[first]) * Interval(*self.sides[second])

    @property
    def plane(self):
        if self._plane is None:
            y, x = self.range_of("y"), self.range_of("x")
            self._plane = Plane(y.lo, y.hi, x.lo, x.hi, self.highest)
        return self._plane

    def power(self, symbol, exponent):
        key = symbol, exponent
        found = self.powers.get(key)
        if found is None:
            if symbol[0] in VARIABLES:
                found = self.range_of(symbol[0]).power(exponent)
            elif symbol[0] == "r" and exponent % 2 == 0:
                found = self.range_of("x").power(exponent // 2)
            elif symbol[0] == "r":
                x = self.range_of("x")
                found = Interval(arb(x.lo).sqrt(), arb(x.hi).sqrt()).power(exponent)
            elif symbol[0] == "erfcx":
                found = self._erfcx(symbol[1]).power(exponent)
            elif symbol[0] == "root":
                square = self.range_of("z").power(2).shifted(ADDENDS[symbol[1]]())
                found = square.square_root().power(exponent)
            else:
                found = self.plane.enclosure(symbol).power(exponent)
            self.powers[key] = found
        return found

    def _erfcx(self, j):
        """The j-th derivative of erfcx, positive and decreasing but for the sign (-1)^j."""
        z = self.range_of("z")
        first, last = (erfcx_derivatives(arb(end), j)[j] for end in (z.lo, z.hi))
        return Interval(first, last) if j % 2 else Interval(last, first)

    def once(self, key, compute):
        """The result of compute(), remembered with the box."""
        if key not in self.results:
            self.results[key] = compute()
        return self.results[key]

    def face(self, variable, end):
        number = self.sides[variable][end]
        return Box({**self.sides, variable: (number, number)}, self.highest)

    def part(self, variable, lower, upper):
        return Box({**self.sides, variable: (lower, upper)}, self.highest)
