"""Claims that are not the paper's: their statement is taken from the certificate itself.

What is replayed is the sentence that the certificate makes of its quantity, relation, printed constant and domain, and the
sentence is printed with the verdict: whoever asks compares it with what he claims. Formulas are read as far as the
quantities of this program reach (polynomials in the functions of plane.py, divided by what is not zero); others are
rejected with a reason, which says nothing about them.
"""

import re

from flint import arb, fmpq

from certificate import check, extent, shown
from claims import FACTORS, Claim
from expressions import GAUSS, R, TAIL, X, Y, VARIABLES, Expression, symbol_of
from plane import constants
from quantities import JACOBIAN, Absolute, LargestSingularValue, SlopeOfSingularValue, Smooth
from statements import E1, E2, J, MEAN, SECOND, VARIANCE, rational

DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
TOKEN = re.compile(r"\s*(?:([0-9]+/[0-9]+)|([0-9]+(?:\.[0-9]+)?)|([A-Za-z][A-Za-z0-9]*)|(.))", re.ASCII)
DEPTH, SIZE = 60, 3_000
POSITIVE = ("r", "g")  # symbols that are positive wherever x is


def names():
    """What a name of the language of claims stands for."""
    k = constants()
    found = {name: symbol_of(name) for name in VARIABLES}
    found |= {"x": X, "pi": Expression.of(arb.pi()), "alpha01": Expression.of(k.alpha), "lambda01": Expression.of(k.lam)}
    found |= {"mean": MEAN, "xi": SECOND, "var": VARIANCE, "E1": E1, "E2": E2, "A": TAIL, "B": GAUSS * E1, "C": GAUSS * E2}
    found |= {f"z{n}": (Y + n * X) * R**-1 * (1 / k.root2) for n in (0, 1, 2)}
    found |= {f"H{i}{j}": JACOBIAN[i, j] for i in (1, 2) for j in (1, 2)} | {f"J{ij}": J[ij] for ij in J}
    found["N"] = GAUSS * R**-1 * (k.root_2_over_pi / 2)
    return found


class Reader:
    """Reads a formula by recursive descent (docs/claims-language.md)."""

    def __init__(self, text, claim):
        self.tokens = [match.groups() for match in TOKEN.finditer(text) if match[0].strip()]
        check(len(self.tokens) <= SIZE, "the formula is too long")
        self.claim = claim
        self.names = names()
        self.depth = 0
        #: Whether a function was named that is defined for x > 0 only, though its terms may cancel.
        self.needs_x = False

    def text_at(self, place):
        return "".join(part or "" for part in self.tokens[place]) if place < len(self.tokens) else ""

    def next(self):
        return self.text_at(0)

    def skip(self, text):
        if self.next() == text:
            self.tokens.pop(0)
            return True
        return False

    def formula(self):
        self.depth += 1
        check(self.depth <= DEPTH, "there are too many brackets within each other")
        total = -self.product() if self.skip("-") else self.product()
        while self.next() in ("+", "-"):
            total = total + self.product() if self.skip("+") else total - self.product() if self.skip("-") else total
            check(len(total.terms) <= SIZE, "the formula has too many terms")
        self.depth -= 1
        return total

    def product(self):
        result = self.factor()
        while self.next() in ("*", "/"):
            if self.skip("*"):
                result = result * self.factor()
            else:
                self.skip("/")
                check(not self.is_fraction(), "a fraction behind / wants brackets")
                result = result * self.inverse(self.factor())
            check(len(result.terms) <= SIZE, "the formula has too many terms")
        return result

    def inverse(self, divisor):
        """One over a product of a number and of symbols none of which is zero on the region."""
        check(len(divisor.terms) == 1, "a divisor is a sum, which is not in the vocabulary of this program")
        ((monomial, coefficient),) = divisor.terms.items()
        is_certain = coefficient > 0 or coefficient < 0
        for symbol, _ in monomial:
            side = self.claim.range_of(symbol[0]) if symbol[0] in VARIABLES else None
            is_certain = is_certain and (symbol[0] in POSITIVE or side is not None and (side[0] > 0 or side[1] < 0))
        check(is_certain, "a divisor may be zero")
        return divisor**-1

    def is_fraction(self):
        return bool(self.tokens) and self.tokens[0][0] is not None

    def factor(self):
        is_fraction = self.is_fraction()
        base = self.atom()
        while self.skip("^"):
            check(not is_fraction, "a fraction before ^ wants brackets")
            check(self.skip("2"), "there is no power but the square")
            base = base * base
        return base

    def atom(self):
        check(self.tokens, "the formula ends too early")
        fraction, number, word, sign = self.tokens.pop(0)
        if fraction:
            top, bottom = map(int, fraction.split("/"))
            check(bottom != 0, "a denominator is zero")
            return Expression.of(fmpq(top, bottom))
        if number:
            return Expression.of(rational(number))
        if word == "exp" and [self.text_at(n) for n in range(6)] == ["(", "-", "z0", "^", "2", ")"]:
            del self.tokens[:6]
            self.needs_x = True
            return GAUSS
        if word in ("sqrt", "exp", "erfc", "erfcx"):
            return self.function(word, self.bracket())
        if word:
            check(word in self.names, f"{shown(word)} is not in the vocabulary of this program")
            self.needs_x |= word not in (*VARIABLES, "pi", "alpha01", "lambda01")
            return self.names[word]
        check(sign == "(", f"{shown(sign)} stands where a number, a name or a bracket has to be")
        self.tokens.insert(0, (None, None, None, sign))
        return self.bracket()

    def bracket(self):
        check(self.skip("("), "a bracket is missing")
        inner = self.formula()
        check(self.skip(")"), "a bracket is not closed")
        return inner

    def function(self, word, inner):
        if set(inner.terms) <= {()}:
            number = arb(inner.terms.get((), fmpq(0)))
            if word == "sqrt":
                check(number >= 0, "a root may be that of a negative number")
                return Expression.of(number.sqrt())
            value = number.exp() if word == "exp" else number.erfc()
            return Expression.of((number * number).exp() * value if word == "erfcx" else value)
        if word == "sqrt" and inner.terms == X.terms:
            self.needs_x = True
            return R
        if word == "erfcx" and inner.terms == symbol_of("z").terms:
            return symbol_of("erfcx", 0)
        check(False, f"{word} of this formula is not in the vocabulary of this program")


class OwnClaim(Claim):
    """The claim of a certificate, as it says itself."""

    def __init__(self, value):
        domain = value["domain"]
        check(isinstance(domain, dict), "the domain is none")
        for name, side in domain.items():
            check(name in (*VARIABLES, "x"), f"{shown(name)} is no variable")
            lower, upper = extent(side, f"domain: {name}")
            check(lower <= upper, f"the range of {name} ends before it begins")
        for product, factors in FACTORS.items():
            check(product not in domain or not set(factors) & set(domain), f"the domain has {product} and a factor of it")
        for key in ("claim", "relation", "printed", "source", "statement"):
            check(isinstance(value[key], str), f"{key} is no text")
        # Nothing that could look like another line of the output.
        check(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", value["claim"]), "the id is none")
        # No id of the paper's claims, to which relations.py may know more.
        self.id, self.relation, self.printed = "own " + value["claim"], value["relation"], value["printed"]
        self.kind, self.source, self.statement = "own", value["source"], value["statement"]
        self.domain = domain
        self.region = {name: extent(side, f"domain: {name}") for name, side in domain.items()}
        self.name = value["parts"][0]["quantity"]
        check(isinstance(self.name, str) and re.fullmatch(r"[ -~]+", self.name), "the quantity is no text of ASCII")
        self._prepare()

    def _prepare(self):
        """The printed constant as relations.py has it, and the names of the parts."""
        check(self.relation in ("<", "<=", ">", ">=", "rounds-to", "max-is", "min-is", "increasing-in", "decreasing-in"),
              f"the relation {shown(self.relation)} is not in the vocabulary of this program")
        if self.relation.endswith("-in"):
            check(self.name.endswith(f")/d{self.printed}"), "the quantity is not the derivative by the printed variable")
        else:
            check(DECIMAL.fullmatch(self.printed), "the printed constant is no decimal")
        self._quantity = self._read(self.name)

    def quantity(self):
        return self._quantity

    def part_name(self, role):
        return self.name

    def _read(self, text):
        if text.startswith("|") and text.endswith("|") and len(text) > 2:
            return Absolute(self._read(text[1:-1]))
        derivative = re.fullmatch(r"d\((.+)\)/d([a-z]+)", text, re.ASCII)
        formula, variable = derivative.groups() if derivative else (text, None)
        check(variable is None or variable in (*VARIABLES, "x"), f"{shown(variable)} is no variable")
        if formula == "S":
            check(variable in (None, "mu", "omega", "nu", "tau"), "the derivative of S is one by mu, omega, nu or tau")
            quantity = SlopeOfSingularValue(variable) if variable else LargestSingularValue()
            needs_x = True
        else:
            reader = Reader(formula, self)
            expression = reader.formula()
            check(not reader.tokens, f"{shown(reader.next())} stands behind the formula")
            alone = set(FACTORS.get(variable, ())) & set(Smooth(expression).variables())
            check(not alone, f"{variable} is a product of variables that also stand alone")
            quantity = Smooth(expression.slope(variable) if variable else expression)
            needs_x = reader.needs_x
        if needs_x or "x" in quantity.variables():
            side = self.range_of("x")
            check(side is not None and side[0] > 0, "x is not positive on the domain")
        return quantity

    def sentence(self):
        sides = [f"{name} = {side[0]}" if side[0] == side[1] else f"{name} in [{side[0]}, {side[1]}]"
                 for name, side in self.domain.items()]
        return f"{self.name} {self.relation} {self.printed}" + (f" for {', '.join(sides)}" if sides else "")
