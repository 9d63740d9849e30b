"""What each printed claim is about: the quantity, written from the statements of claims.json, by claim id.

E_k = exp(z_k^2) erfc(z_k) of the paper is erfcx(z_k) = W_k0; J is the Jacobian of (mu, nu) -> (mean, xi) and H that of
(mu, nu) -> (mean, var); F = E1 - 2 E2 and T = tau F.
"""

import re

from flint import arb, fmpq

from expressions import GAUSS, NU, OMEGA, R, TAIL, TAU, X, Y, Expression, symbol_of
from plane import constants
from quantities import Absolute, JACOBIAN, LargestSingularValue, SlopeOfSingularValue, Smooth


def rational(text):
    """The exact value of a plain decimal such as -0.05."""
    whole, _, fraction = text.partition(".")
    return fmpq(int(whole + fraction), 10 ** len(fraction))


MEAN, SECOND, VARIANCE = symbol_of("M", 0), symbol_of("Q", 0), symbol_of("V", 0, 0)
E1, E2 = symbol_of("W", 1, 0), symbol_of("W", 2, 0)
F = E1 - 2 * E2
T = TAU * F
MEAN_SLOPE = {"mu": OMEGA * symbol_of("M", 1), "nu": JACOBIAN[1, 2]}  # J11, J12
SECOND_SLOPE = {"mu": OMEGA * symbol_of("Q", 1), "nu": TAU * symbol_of("Q", 2) * fmpq(1, 2)}  # J21, J22
J = {"11": MEAN_SLOPE["mu"], "12": MEAN_SLOPE["nu"], "21": SECOND_SLOPE["mu"], "22": SECOND_SLOPE["nu"]}


def number(value):
    return Smooth(Expression.of(value))


def sum_of_numbers(text):
    """The exact value of a sum of products of decimals and their squares, as `2*0.5^2 - 0.25*3`."""
    total = fmpq(0)
    for sign, term in re.findall(r"(^|[+-] )([^ ]+)", text):
        product = fmpq(-1 if sign == "- " else 1)
        for factor in term.split("*"):
            base, _, exponent = factor.partition("^")
            product *= rational(base) ** int(exponent or 1)
        total += product
    return total


def arithmetic(statement):
    """The left side of `numbers < bound`; of `numbers < number * bound`, divided by the number."""
    left, right = re.fullmatch(r"(.+) (?:<|<=|>|>=) (?:([0-9.]+) \* )?bound", statement).groups()
    return number(sum_of_numbers(left) / (rational(right) if right else 1))


def _exponential(value):
    """exp((2 y + x)/2) erfc((y + x)/sqrt(2 x)) = g erfcx(z_1)."""
    return GAUSS * E1 * value


def _bracket_j21():
    k = constants()
    return Y * (2 - TAIL) * GAUSS**-1 + R * k.root_2_over_pi - (E1 - E2) * k.alpha**2


def _lemma33():
    k = constants()
    return (Y * R**-3 * (k.alpha - 1) - R**-1 * k.alpha) * k.root_2_over_pi


def _lemma34():
    k = constants()
    middle = (Y * k.alpha + (1 - k.alpha)) * R**-1
    return (Y**2 * R**-3 * (1 - k.alpha) + middle - R * k.alpha) * k.root_2_over_pi


def _lemma35():
    k = constants()
    return (Y * R**-3 * (k.alpha**2 - 1) - R**-1 * (3 * k.alpha**2)) * k.root_2_over_pi


def _lemma36():
    k = constants()
    return (Y * R**-1 * (k.alpha**2 - 1) - R * (3 * k.alpha**2)) * k.root_2_over_pi


def _elementary(lemma):
    """The expressions of Lemmas 25 to 38."""
    k = constants()
    return {
        "25": lambda: Y,
        "26": lambda: X,
        "27": lambda: (Y + X) * R**-1 * (1 / k.root2),
        "28": lambda: (Y + 2 * X) * R**-1 * (1 / k.root2),
        "29": lambda: Y * R**-1 * (1 / k.root2),
        "30": lambda: Y**2 * R**-2 * fmpq(1, 2),
        "31": lambda: R**-1 * (k.root_2_over_pi * (k.alpha - 1)),
        "32": lambda: 2 - TAIL,
        "33": _lemma33,
        "34": _lemma34,
        "35": _lemma35,
        "36": _lemma36,
        "37": lambda: X * E1,
        "38": lambda: X * E2,
    }[lemma]()


def _product_of_lemma6():
    k = constants()
    return k.lam * fmpq(1, 20) * (k.alpha * rational("0.587622") + rational("1.00584"))


def _constant(numerator, divisor):
    """(sqrt((numerator + 169 pi)/pi) - 13)/divisor."""
    return (((numerator + 169 * arb.pi()) / arb.pi()).sqrt() - 13) / divisor


def _lemma41_expression():
    k, root = constants(), arb(2).sqrt()
    small, least, most = fmpq(1, 100), arb(fmpq(1, 50)), arb(fmpq(1, 2))
    first = (arb(fmpq(5, 100)) / 2 + small).exp()
    first *= k.alpha * ((least + small) / (root * least.sqrt())).erfc()
    second = (k.alpha + small) * (small / (root * least.sqrt())).erfc()
    third = (-arb(small) ** 2 / (2 * most)).exp() * most.sqrt() * k.root_2_over_pi
    return k.lam / 2 * (first - second + third + fmpq(2, 100))


def _named(name):
    return {"mean": MEAN, "second-moment": SECOND, "variance": VARIANCE}[name]


def _tail(claim):
    """The differences of Lemmas 22 to 24, with the factor exp(z^2) > 0 and with positive denominators multiplied out:

        22: erfcx(z) (sqrt(z^2 + c) + z) - 2/sqrt(pi), c = 2 and c = 4/pi;
        23: erfcx'(z) = 2 z erfcx(z) - 2/sqrt(pi), twice that of z erfcx(z) < 1/sqrt(pi) in Lemma 24;
            erfcx''(z)/4 = erfcx(z) (z^2 + 1/2) - z/sqrt(pi), half of (z erfcx(z))' in Lemma 24.
    """
    if claim in ("lemma22.lower", "lemma22.upper"):
        root = symbol_of("root", "2" if claim == "lemma22.lower" else "4/pi")
        return symbol_of("erfcx", 0) * (root + symbol_of("z")) - 2 / arb.pi().sqrt()
    if claim in ("lemma23.decreasing", "lemma24.limit"):
        return symbol_of("erfcx", 1)
    return symbol_of("erfcx", 2) * fmpq(1, 4)


# (pattern of the claim id, function of the match -> quantity); the first that matches the whole id counts.
TABLE = [
    (r"equation14\.alpha|main-text\.alpha", lambda m: number(constants().alpha)),
    (r"equation14\.lambda", lambda m: number(constants().lam)),
    (r"(?:notebook\.)?equation6\.H([12])([12])", lambda m: Smooth(JACOBIAN[int(m[1]), int(m[2])])),
    (r"(?:notebook\.)?equation6\.norm|theorem1\.stable-at-normalised-weights", lambda m: LargestSingularValue()),
    (r"(?:notebook\.)?theorem1\.contraction(?:\.max)?|lemma12\.contraction", lambda m: LargestSingularValue()),
    (r"lemma12\.grid-maximum(?:\.attained)?", lambda m: LargestSingularValue()),
    (r"notebook\.theorem1\.(mean|variance)\.(?:min|max)", lambda m: Smooth(_named(m[1]))),
    # Lemmas 5, 39 and section A6
    (r"lemma39\.dJ11-dmu\.bracket\.(?:upper|lower)", lambda m: Smooth(
        E1 * constants().alpha - R**-1 * (constants().root_2_over_pi * (constants().alpha - 1)))),
    (r"lemma39\.dJ11-dnu\.bracket\.(?:upper|lower)", lambda m: Smooth(E1 * constants().alpha + _lemma33())),
    (r"lemma39\.dJ12-dtau\.lemma34-term\.(?:upper|lower)", lambda m: Smooth(_lemma34())),
    (r"lemma39\.dJ12-dtau\.xE1\.(?:upper|lower)", lambda m: Smooth(X * E1 * constants().alpha)),
    (r"lemma39\.dJ12-dtau\.2E1\.(?:upper|lower)", lambda m: Smooth(E1 * (2 * constants().alpha))),
    (r"(?:lemma5|appendix6)\.dJ([12]{2})-d(mu|omega|nu|tau)(|\.absolute|\.absolute-maximum)",
     lambda m: Absolute(Smooth(J[m[1]].slope(m[2])))),
    (r"(?:lemma39|appendix6)\.dJ([12]{2})-d(mu|omega|nu|tau)\.(?:upper|lower|min|max)",
     lambda m: Smooth(J[m[1]].slope(m[2]))),
    # Lemmas 6 to 14 and 40
    (r"lemma6", lambda m: Absolute(Smooth(J["11"]))),
    (r"lemma6\.factor", lambda m: Absolute(Smooth(2 - TAIL))),
    (r"lemma6\.exponential-factor", lambda m: Smooth(_exponential(1))),
    (r"lemma6\.product", lambda m: number(_product_of_lemma6())),
    (r"lemma7(?:\.proof)?", lambda m: Absolute(Smooth(J["12"]))),
    (r"lemma7\.product", lambda m: number(
        constants().lam * rational("1.25") / 4 * (rational("0.983247") - rational("0.392294")))),
    (r"lemma7\.exponential\.(?:upper|lower)", lambda m: Smooth(_exponential(1))),
    (r"lemma7\.density\.(?:upper|lower)", lambda m: Smooth(GAUSS * R**-1 * constants().root_2_over_pi)),
    (r"lemma8\.mean-mu", lambda m: Smooth(symbol_of("M", 1))),
    (r"lemma8\.second-moment-mu", lambda m: Smooth(symbol_of("Q", 1))),
    (r"lemma8\.mean-nu", lambda m: Smooth(J["12"])),
    (r"lemma8\.second-moment-nu", lambda m: Smooth(J["22"])),
    (r"lemma40\.bracket-J12", lambda m: Smooth(
        E1 * constants().alpha - (constants().alpha - 1) * (2 / (arb.pi() * rational("0.64"))).sqrt())),
    (r"lemma40\.constant", lambda m: number(_constant(2048, 20))),
    (r"lemma40\.bracket-J21|theorem2\.bracket", lambda m: Smooth(_bracket_j21())),
    (r"lemma40\.2E2-E1", lambda m: Smooth(2 * E2 - E1)),
    (r"lemma(?:9|13)\.(mean|second-moment|variance)\.(?:upper|lower)", lambda m: Smooth(_named(m[1]))),
    (r"lemma13\.mean-square|lemma43(?:\.grid-maximum)?", lambda m: Smooth(MEAN**2)),
    (r"lemma10\.(mu|omega|nu|tau)", lambda m: Absolute(SlopeOfSingularValue(m[1]))),
    (r"lemma10\.tau\.mean-derivative", lambda m: Absolute(Smooth(MEAN.slope("tau")))),
    # Theorems 2, 16 and 3
    (r"theorem2\.(?:variance-decreases|fixed-points-below-3)|notebook\.theorem2\.max", lambda m: Smooth(VARIANCE - NU)),
    (r"theorem2\.second-moment-gap(?:\.max|\.at-zero)?", lambda m: Smooth(SECOND - NU)),
    (r"theorem2\.constant", lambda m: number(_constant(960, 10))),
    (r"theorem16\.contraction", lambda m: Absolute(Smooth(JACOBIAN[2, 2]))),
    (r"theorem16\.second-moment\.(?:upper|positive)", lambda m: Smooth(J["22"])),
    (r"theorem16\.mean\.(?:lower|positive-on-wide-domain)", lambda m: Smooth(MEAN)),
    (r"theorem16\.J12\.positive", lambda m: Smooth(J["12"])),
    (r"theorem16\.J12\.bracket", lambda m: Smooth(
        E1 * (arb.pi().sqrt() * constants().alpha) - R**-1 * (arb(2).sqrt() * (constants().alpha - 1)))),
    (r"(?:notebook\.)?theorem3\.(?:low|lower-tau)\.(?:main-text|appendix|min|lower-bound)",
     lambda m: Smooth(VARIANCE - NU)),
    (r"theorem3\.(?:low|lower-tau)\.slope", lambda m: Smooth(J["22"])),
    (r"theorem3\.(?:low|lower-tau)\.second-moment", lambda m: Smooth(SECOND)),
    (r"theorem3\.(?:low|lower-tau)\.ratio", lambda m: Smooth(VARIANCE * NU**-1)),
    # Lemmas 15 to 18 and 44 to 46
    (r"lemma(?:15|17)\.negative", lambda m: Smooth(F)),
    (r"lemma(?:15|17)\.(?:increasing|decreasing)-in-([xy])(?:\.0\.\d+)?", lambda m: Smooth(F.slope(m[1]))),
    (r"lemma45\.derivative\.0\.\d+", lambda m: Smooth(F.slope("y"))),
    (r"lemma18\.(?:increasing|decreasing)-in-(nu|tau)(?:\.0\.\d+)?", lambda m: Smooth(T.slope(m[1]))),
    # T_y = tau F_y and tau > 0: the sign is that of F_y, a function of y alone where x is given.
    (r"lemma18\.increasing-in-y\.0\.\d+", lambda m: Smooth(F.slope("y"))),
    # Lemmas 41 to 43
    (r"lemma41", lambda m: Absolute(Smooth(MEAN))),
    (r"lemma41\.upper", lambda m: Smooth(MEAN)),
    (r"lemma41\.upper\.expression", lambda m: number(_lemma41_expression())),
    (r"lemma42\.(mu|omega|nu|tau)(?:\.proof)?", lambda m: Absolute(Smooth(MEAN.slope(m[1])))),
    # Lemmas 22 to 24, 25 to 38 and 47
    (r"lemma22\.(?:lower|upper)|lemma23\.(?:decreasing|convex)|lemma24\.(?:increasing|limit)",
     lambda m: Smooth(_tail(m[0]))),
    (r"lemma(2[5-9]|3\d)\.(?:lower|upper|sign|maximum)", lambda m: Smooth(_elementary(m[1]))),
    (r"lemma(2[5-9]|3\d)\.(?:increasing|decreasing)-in-([xy])", lambda m: Smooth(_elementary(m[1]).slope(m[2]))),
    (r"lemma37\.E1\.lower", lambda m: Smooth(E1)),
    (r"lemma38\.E2\.lower", lambda m: Smooth(E2)),
    (r"lemma47\.(?:max|min)", lambda m: Smooth(_exponential(1))),
]


def quantity_of(claim_id):
    for pattern, make in TABLE:
        match = re.fullmatch(pattern, claim_id)
        if match:
            return make(match)
    return None
