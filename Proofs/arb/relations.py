"""What each relation needs: the parts that a certificate must have, and what follows from them."""

import re

from flint import fmpq

import tails
from certificate import FIXED_POINT, check
from fixedpoint import FixedPoint
from quantities import LargestSingularValue, Smooth
from statements import MEAN, VARIANCE, arithmetic, rational

PROVED, REFUTED, UNDECIDED = "proved", "refuted", "undecided"
FIXED_POINT_ID = re.compile(r"theorem1\.fixed-point\.(mean|variance)\.(?:lower|upper)")
SQUARE = ["-0.1", "0.1", "0.8", "1.5"]  # the box of (mu, nu) of Theorem 1


def below(part, limit, is_strict):
    """sup < limit (<=), from a part that proves attained <= sup <= bound."""
    if part.bound < limit if is_strict else part.bound <= limit:
        return PROVED
    if part.attained >= limit if is_strict else part.attained > limit:
        return REFUTED
    return UNDECIDED


def above(part, limit, is_strict):
    if part.bound > limit if is_strict else part.bound >= limit:
        return PROVED
    if part.attained <= limit if is_strict else part.attained < limit:
        return REFUTED
    return UNDECIDED


def sign(part):
    """Whether the infimum is greater (the supremum less) than 0. That it is 0 contradicts nothing."""
    if part.bound < 0 if part.is_supremum else part.bound > 0:
        return PROVED
    if part.attained > 0 if part.is_supremum else part.attained < 0:
        return REFUTED
    return UNDECIDED


def rounds(lower, upper, printed):
    """Whether a number between lower and upper rounds to the printed one: it does if it is nearer to that than half a
    unit of the last place, and does not if it is farther away."""
    decimals = len(printed.partition(".")[2])
    middle, half = rational(printed), fmpq(1, 2 * 10**decimals)
    if middle - half < lower and upper < middle + half:
        return PROVED
    if upper < middle - half or lower > middle + half:
        return REFUTED
    return UNDECIDED


def together(verdicts):
    """All must hold."""
    for verdict in (REFUTED, UNDECIDED):
        if verdict in verdicts:
            return verdict
    return PROVED


class Expected:
    """A part that a claim needs."""

    def __init__(self, role, quantity, is_supremum=None):
        self.role = role
        self.quantity = quantity
        self.is_supremum = is_supremum  # None: either


class Relation:
    """What a relation needs: `parts`, and `verdict(parts)` for the checked parts of a certificate in this order."""

    def __init__(self, claim):
        self.claim = claim

    def sides(self, part, expected):
        return self.claim.sides(part, expected.quantity)


class Bound(Relation):
    """`<`, `<=`, `>`, `>=` over the whole region."""

    def __init__(self, claim):
        super().__init__(claim)
        self.limit = fmpq(0) if claim.printed == "nu" else rational(claim.printed)  # var < nu: var - nu < 0
        self.is_strict = len(claim.relation) == 1
        self.is_upper = claim.relation[0] == "<"
        quantity = arithmetic(claim.statement) if claim.kind == "arithmetic" else claim.quantity()
        self.parts = [Expected("extremum", quantity, self.is_upper)]
        fixed = FIXED_POINT_ID.fullmatch(claim.id)
        if fixed:
            coordinate = {"mean": "mu", "variance": "nu"}[fixed[1]]
            self.parts = contraction() + [Expected(FIXED_POINT, FixedPoint(coordinate), self.is_upper)]

    def verdict(self, parts):
        compare = below if self.is_upper else above
        found = compare(parts[-1], self.limit, self.is_strict)
        if len(parts) > 1 and not is_contraction(parts[:-1]):
            return UNDECIDED
        return found


class Rounding(Relation):
    """`rounds-to` at a point, `max-is`, `min-is`."""

    def __init__(self, claim):
        super().__init__(claim)
        self.printed = claim.printed
        is_supremum = {"max-is": True, "min-is": False, "rounds-to": None}[claim.relation]
        self.parts = [Expected("extremum", claim.quantity(), is_supremum)]

    def sides(self, part, expected):
        sides = super().sides(part, expected)
        is_point = all(lower == upper for lower, upper in sides.values())
        check(is_point or self.claim.relation != "rounds-to", f"{part.role}: a quantity rounds to a number at a point only")
        return sides

    def verdict(self, parts):
        ends = parts[0].bound, parts[0].attained
        return rounds(min(ends), max(ends), self.printed)


class Monotone(Relation):
    """`increasing-in`, `decreasing-in`: the quantity is the derivative."""

    def __init__(self, claim):
        super().__init__(claim)
        self.parts = [Expected("slope", claim.quantity(), claim.relation == "decreasing-in")]

    def verdict(self, parts):
        return sign(parts[0])


class Sign(Relation):
    """`sign`: the quantity is the variable times a cofactor, which is positive."""

    def __init__(self, claim):
        super().__init__(claim)
        self.parts = [Expected("cofactor", claim.quantity(), False)]

    def verdict(self, parts):
        return sign(parts[0])


class NoneInDomain(Relation):
    """No fixed point: var - nu has one sign."""

    def __init__(self, claim):
        super().__init__(claim)
        self.parts = [Expected("extremum", claim.quantity())]

    def verdict(self, parts):
        return PROVED if sign(parts[0]) == PROVED else UNDECIDED


class MapsInto(Relation):
    def __init__(self, claim):
        super().__init__(claim)
        self.limits = claim.printed
        self.parts = self_map(self.limits)

    def verdict(self, parts):
        return self_map_verdict(parts, self.limits)


class UniqueFixedPoint(Relation):
    """S < 1 on the convex region, which g maps into itself: Banach's theorem."""

    def __init__(self, claim):
        super().__init__(claim)
        self.parts = contraction()

    def verdict(self, parts):
        return PROVED if is_contraction(parts) else UNDECIDED


class Place(Relation):
    """`argmax`, `argmin`: the derivatives point to one corner."""

    def __init__(self, claim):
        super().__init__(claim)
        self.is_maximum = claim.relation == "argmax"
        quantity = claim.quantity()
        self.parts = [Expected("extremum", quantity, self.is_maximum)] + [
            Expected(f"slope in {v}", Smooth(quantity.expression.slope(v))) for v in ("y", "x")
        ]

    def verdict(self, parts):
        check(set(self.claim.printed) == {"y", "x"}, "the printed place is not one of y and x")
        for variable, part in zip(("y", "x"), parts[1:]):
            if sign(part) != PROVED:
                return UNDECIDED
            is_upper_end = self.is_maximum != part.is_supremum
            if rational(self.claim.printed[variable]) != self.claim.range_of(variable)[is_upper_end]:
                return UNDECIDED
        return PROVED


class PlaceOfMaximum(Relation):
    """`rounds-to` of the place of a maximum along one variable: rising up to a, falling from b."""

    def __init__(self, claim):
        super().__init__(claim)
        slope = (MEAN**2).slope("nu")
        self.parts = [Expected("rising", Smooth(slope), False), Expected("falling", Smooth(slope), True)]

    def sides(self, part, expected):
        """The claim's box, but for an end of the range of nu that is the certificate's own."""
        (lower, upper), own = self.claim.region["nu"], part.box.get("nu")
        check(own is not None, f"{part.role}: nu is not a variable")
        is_piece = own[0] == lower and own[1] < upper if part.role == "rising" else own[1] == upper and own[0] > lower
        check(is_piece, f"{part.role}: the range of nu does not begin or end with that of the domain")
        return self.claim.sides(part, expected.quantity, {"nu": own})

    def verdict(self, parts):
        rising, falling = parts
        lower, upper = rising.box["nu"][1], falling.box["nu"][0]
        if not sign(rising) == sign(falling) == PROVED or lower > upper:
            return UNDECIDED
        return rounds(lower, upper, self.claim.printed)


class Tail(Relation):
    """Lemmas 22 to 24: the sign of a difference up to z = 8, and beyond by the asymptotic series. The difference of the
    upper bound of Lemma 22 is 0 at z = 0, since erfcx(0) = 1; there, the sign of its slope is needed."""

    def __init__(self, claim):
        super().__init__(claim)
        quantity = claim.quantity()
        is_upper = claim.id in ("lemma22.upper", "lemma23.decreasing", "lemma24.limit")
        self.parts = [Expected("between", quantity, is_upper)]
        self.boxes = {"between": (fmpq(0), fmpq(tails.START))}
        if claim.id == "lemma22.upper":
            self.parts.append(Expected("near zero", Smooth(quantity.expression.slope("z")), is_upper))
            self.boxes = {"between": (fmpq(1, 4), fmpq(tails.START)), "near zero": (fmpq(0), fmpq(1, 4))}

    def sides(self, part, expected):
        check(part.box == {"z": self.boxes[part.role]}, f"{part.role}: the box is not the one that the claim needs")
        return dict(part.box)

    def verdict(self, parts):
        if sign(parts[0]) == REFUTED and parts[0].witness["z"] > 0:
            return REFUTED
        is_proved = all(sign(part) == PROVED for part in parts) and tails.holds_beyond(self.claim.id)
        return PROVED if is_proved else UNDECIDED


def self_map(limits):
    return [
        Expected(f"mean >= {limits[0]}", Smooth(MEAN), False),
        Expected(f"mean <= {limits[1]}", Smooth(MEAN), True),
        Expected(f"var >= {limits[2]}", Smooth(VARIANCE), False),
        Expected(f"var <= {limits[3]}", Smooth(VARIANCE), True),
    ]


def self_map_verdict(parts, limits):
    sides = zip(parts, (above, below, above, below), map(rational, limits))
    return together([compare(part, limit, False) for part, compare, limit in sides])


def contraction():
    return [Expected("S < 1", LargestSingularValue(), True)] + self_map(SQUARE)


def is_contraction(parts):
    return parts[0].bound < 1 and self_map_verdict(parts[1:], SQUARE) == PROVED


RELATIONS = {
    "<": Bound, "<=": Bound, ">": Bound, ">=": Bound,
    "rounds-to": Rounding, "max-is": Rounding, "min-is": Rounding,
    "increasing-in": Monotone, "decreasing-in": Monotone,
    "sign": Sign, "none-in-domain": NoneInDomain, "maps-into": MapsInto,
    "unique-attracting-fixed-point": UniqueFixedPoint, "argmax": Place, "argmin": Place,
}


# What is decided without boxes though its relation is one of these: the structure of a derivative (Lemma 21), the parameters
# of section A5.
WITHOUT_BOXES = ("lemma21.", "appendix5.")


def is_decided_by_boxes(claim):
    """Whether a claim needs a certificate."""
    return claim.relation in RELATIONS and not claim.id.startswith(WITHOUT_BOXES)


def relation_of(claim):
    """The relation of a claim that is decided by boxes."""
    make = RELATIONS.get(claim.relation)
    if claim.id == "lemma43.argmax":
        make = PlaceOfMaximum
    elif claim.id in tails.POLYNOMIALS:
        make = Tail
    relation = make(claim) if make else None
    check(relation and all(expected.quantity for expected in relation.parts), f"{claim.id} is not decided by boxes")
    return relation
