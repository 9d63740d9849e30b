#!/usr/bin/env python3
"""Reproduces every number behind the list of slips in docs/errata.md with Arb (python-flint), and compares.

Nothing of the program is used: moments come from the closed form of Tests/References/selu_arb.py, derivatives from power
series, sums from exact fractions. For a number at a point, or of numbers alone, the value has to lie in the printed
enclosure. For an extremum the value at the place where it is attained has to, and no point of a sample may go beyond it. The
verdict has to be the one that follows from the value and the printed number. Every number of the page has to be known here,
and every number here has to stand on the page. Exit status: 0 all agree; 1 a disagreement (each is printed); 66 the file is
missing.

Usage: check_errata.py [docs/errata.md]
"""

import pathlib
import re
import sys
from fractions import Fraction

from flint import arb, arb_series, ctx, fmpq

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "References"))
from selu_arb import _moments, alpha01, lambda01  # noqa: E402

ctx.prec = 300
ctx.cap = 3
A, L, PI = alpha01(), lambda01(), arb.pi()


def q(text):
    value = Fraction(text)
    return arb(fmpq(value.numerator, value.denominator))


def moment(which, y, x, u, v):
    """Coefficients of t^0, t^1, t^2 of the mean (0) or second moment (1) at (y + u t, x + v t)."""
    series = _moments(arb_series([y, u]), arb_series([x, v]), A, L)[which]
    return [series[k] for k in range(3)]


class Point:
    """Everything at (mu, omega, nu, tau)."""

    def __init__(self, mu, omega, nu, tau):
        self.omega, self.nu, self.tau, self.mu = q(omega), q(nu), q(tau), q(mu)
        self.y, self.x = self.mu * self.omega, self.nu * self.tau
        self.d = []
        for which in (0, 1):
            y1, x1, both = (moment(which, self.y, self.x, *d) for d in ((1, 0), (0, 1), (1, 1)))
            self.d.append({
                "": y1[0], "y": y1[1], "x": x1[1], "yy": 2 * y1[2], "xx": 2 * x1[2], "xy": both[2] - y1[2] - x1[2]})

    mean = property(lambda self: self.d[0][""])
    second = property(lambda self: self.d[1][""])
    variance = property(lambda self: self.second - self.mean**2)

    def J(self):
        m, s = self.d
        return [[self.omega * m["y"], self.tau * m["x"]], [self.omega * s["y"], self.tau * s["x"]]]

    def H(self):
        a, b = self.J()
        return [a, [b[0] - 2 * self.mean * a[0], b[1] - 2 * self.mean * a[1]]]


def norm(matrix):
    """The root of the larger eigenvalue of M^T M, which is another formula than Eq. 69."""
    (a, b), (c, d) = matrix
    trace, determinant = a * a + b * b + c * c + d * d, a * d - b * c
    return ((trace + (trace**2 - 4 * determinant**2).sqrt()) / 2).sqrt()


def z(k, x, y):
    return (y + k * x) / (2 * x).sqrt()


def erfcx(t):
    return (t * t).exp() * t.erfc()


def E(k, x, y):
    return erfcx(z(k, x, y))


def approximation(t):
    c = q("2.911")
    return c / (PI.sqrt() * (c - 1) * t + (PI * t * t + c * c).sqrt())


def error_by_x(x, y):
    """Approximation minus truth in (2 (2x - y) z2 e2 - (x - y) z1 e1), where e_k stands for erfcx(z_k)."""
    e1, e2 = (approximation(z(k, x, y)) - E(k, x, y) for k in (1, 2))
    return 2 * (2 * x - y) * z(2, x, y) * e2 - (x - y) * z(1, x, y) * e1


def error_by_y(y):
    """6 sqrt(15 pi) sqrt(pi) times the error of dF/dy at x = 1.2, with the opposite sign."""
    x = q("1.2")
    e1, e2 = (approximation(z(k, x, y)) - E(k, x, y) for k in (1, 2))
    by_y = (2 * z(1, x, y) * e1 - 4 * z(2, x, y) * e2) / (2 * x).sqrt()
    return -by_y * 6 * (15 * PI).sqrt()


def slope(nu, tau, least):
    nu, tau, y = q(nu), q(tau), q("0.01")
    x, low = nu * tau, q(least) * tau
    inner = A**2 * (2 * E(2, x, y) - E(1, x, y)) + 1 - z(0, low, y).erf()
    return L**2 / 2 * tau * (-z(0, low, y) ** 2).exp() * inner


def bracket_j12(x, y):
    return A * E(1, x, y) - (2 / PI).sqrt() * (A - 1) / x.sqrt()


def eq192(square):
    tau, least, most = q("1.25"), q("0.8"), q("1.5")
    return (2 / PI).sqrt() * (
        tau.sqrt() * (A * q("1.01") - 1) / least.sqrt() ** 3 - (A - 1) * square / (most.sqrt() ** 5 * tau.sqrt())
        - A * least.sqrt() ** 3 / most.sqrt())


T3 = q("0.01") / q("1.28").sqrt()
LOW, HIGH = (q("0.64"), q("-0.01")), (q("1.875"), q("0.01"))


def eq204(sign):
    return L**2 * q("0.01") * (A**2 * (2 * (sign * T3**2).exp() * E(2, *HIGH) - E(1, *LOW)) + 1 - T3.erf())


def eq223(sign):
    x, y = q("1.875"), q("-0.01")
    down = (-T3**2).exp()
    lemma36 = (2 / PI).sqrt() * ((A**2 - 1) * y / x.sqrt() - 3 * A**2 * x.sqrt())
    return L**2 / 4 * (
        -2 * A**2 * E(1, *LOW) + sign * A**2 * x * E(1, x, y) + 4 * A**2 * down * E(2, *HIGH)
        + 8 * A**2 * down * q("0.64") * E(2, q("0.64"), q("0.01")) + 2 * (1 - T3.erf()) + lemma36)


def eq245(x0):
    """The closed form of the mean at y = -0.01, its terms at different x."""
    y, low, high = q("-0.01"), q("0.02"), q("0.5")
    first = A * (y + high / 2).exp() * z(1, high, y).erfc()
    third = (2 * low / PI).sqrt() * (-(z(0, low, y) ** 2)).exp()
    return L / 2 * (first - (A + y) * z(0, q(x0), y).erfc() + third + 2 * y)


def eq294(x, y):
    terms = """4.168614250e-7 1 0;-2.049216091e-7 0 2;-0.0279456 5 0;43.0875 4 1;30.8113 4 0;43.1084 3 2;68.989 3 1;
      41.6357 3 0;10.7928 2 3;-13.1726 2 2;-27.8148 2 1;-0.00833715 2 0;0.0139728 1 4;5.47537 1 3;4.65089 1 2;0.00277916 1 1;
      -10.7858 0 5;-12.2664 0 4;0.00436492 0 3"""
    return polynomial(terms, x, y)


def eq295(x, y):
    return polynomial("4.168614250e-7 1 0;-1.237626189e-7 0 0;-0.0279456 5 0;30.8113 4 0;41.6357 3 0;-0.287802 2 0", x, y)


def polynomial(terms, x, y):
    total = arb(0)
    for term in terms.split(";"):
        c, i, j = term.split()
        total += q(c) * x ** int(i) * y ** int(j)
    return total


def eq300(numerator):
    root = 20 * arb(35).sqrt()
    first, second = -3 / root, 24 / root
    terms = 2 * first * (first**2).exp() * (q(numerator) / root).erfc() - 4 * second * erfcx(second) + 2 / PI.sqrt()
    return terms / q("0.014").sqrt()


def exact(text):
    """A formula of decimals, in fractions."""
    value = eval(re.sub(r"\d+(?:\.\d+)?", lambda m: f"Fraction('{m[0]}')", text), {"Fraction": Fraction})
    return arb(fmpq(value.numerator, value.denominator))


def grid(x0, x1, y0, y1, n=12):
    (x0, x1, y0, y1) = map(Fraction, (x0, x1, y0, y1))
    for i in range(n + 1):
        for j in range(n + 1):
            yield q(x0 + (x1 - x0) * i / n), q(y0 + (y1 - y0) * j / n)


def on_grid(function, *bounds):
    return [function(x, y) for x, y in grid(*bounds)]


LARGE, SMALL, D = ("1.2", "20", "-0.1", "0.1"), ("0.007", "0.875", "-0.01", "0.01"), ("0.64", "1.875", "-0.01", "0.01")
CORNER, MIXED = Point("0.1", "0.1", "0.8", "1.25"), Point("0.1", "-0.1", "0.8", "1.25")
SUM20 = "6 + 78 + 189 + 2*0.087653*6 + 2*0.104497*52 + 405 + 2*0.087653*78 + 2*0.194035*52"
EQ108 = "{}*0.0068097371 + 2.63690*0.0008292885 + 2.35772*0.0009580840 + {}*0.0007323095"
printed_norm = q("0.9912524171058772")


def j(point, row, column, variable):
    """The derivative of an entry of J by tau, omega or nu, from the second derivatives of the moments."""
    m, factor = point.d[row], point.omega if column == 0 else point.tau
    one, two = ("y", "yy") if column == 0 else ("x", "xy"), ("xy",) if column == 0 else ("xx",)
    by_y, by_x = one[1], two[0]
    return {"tau": (m["x"] if column == 1 else 0) + factor * m[by_x] * point.nu,
            "nu": factor * m[by_x] * point.tau,
            "omega": (m["y"] if column == 0 else 0) + factor * m[by_y] * point.mu}[variable]


# id -> value, or (value where it is extremal, values of a sample), or (None, signs of a derivative)
NUMBERS = {
    "eq108.with-eq101": exact(EQ108.format("0.32112", "2.98610")),
    "eq109.with-eq101": exact("0.9912524171058772 + " + EQ108.format("0.32112", "2.98610")),
    "norm-J.corner": norm(CORNER.J()),
    "norm-J.difference": printed_norm - norm(CORNER.J()),
    "norm-J.maximum": (norm(CORNER.J()), [
        norm(Point(m, o, n, t).J()) for m in ("-0.1", "0", "0.1") for o in ("-0.1", "0.05", "0.1")
        for n in ("0.8", "0.81", "1.1", "1.5") for t in ("0.8", "1", "1.24", "1.25")]),
    "norm-H.corner": norm(CORNER.H()),
    "norm-J.mixed-corner": norm(MIXED.J()),
    "norm-H.mixed-corner": norm(MIXED.H()),
    "norm-J.is-no-bound": norm(MIXED.H()) - norm(MIXED.J()),
    "eq103.by-symmetry": exact("0.194035*1.5/1.25"),
    "eq103.sum": exact("2.82643 + 2*0.03749149348255419*0.087653 + 2*0.104497*0.232842"
                       " + 2*0.2124377655377270*0.087653 + 2*0.194035*0.232842"),
    "eq98.meant": exact("0.0031049101995398316 + 0.031242911235461816 + 0.02220441024325437 + 0.14983446469110305"
                        " + 2*0.0031049101995398316*0.087653 + 2*0.104497*0.104497 + 2*0.031242911235461816*0.087653"
                        " + 2*0.104497*0.194035"),
    "eq108.meant": exact(EQ108.format("0.27480", "3.00927")),
    "eq109.meant": exact("0.9912524171058772 + " + EQ108.format("0.27480", "3.00927")),
    "lemma6.far-end": 1 + (q("0.01") / q("3.75").sqrt()).erf(),
    "lemma6.product": L / 2 * q("0.1") * (A * q("0.587622") + q("1.00998")),
    "lemma9.mean-at-15": Point("0.1", "0.1", "15", "1.25").mean,
    "lemma9.second-moment-at-15": Point("0.1", "0.1", "15", "1.25").second,
    "eq71.without-half": 2 * norm(Point("0", "0", "1", "1").H()),
    "lemma20.sum": exact(SUM20),
    "lemma20.total": exact(SUM20) / arb(2) ** 53,
    "lemma20.unit": 1 / arb(2) ** 53,
    "lemma13.square": q("0.06773") ** 2,
    "grid.mu": exact("0.2/0.0068097371"),
    "grid.omega": exact("0.2/0.0008292885"),
    "grid.nu": exact("0.7/0.0009580840"),
    "grid.tau": exact("0.45/0.0007323095"),
    "theorem3.low.slope-at-0.05": slope("0.16", "0.8", "0.05"),
    "theorem3.low.slope-at-0.02": slope("0.16", "0.8", "0.02"),
    "theorem3.lower-tau.slope-at-0.05": slope("0.24", "0.9", "0.05"),
    "theorem3.lower-tau.slope-at-0.02": slope("0.24", "0.9", "0.02"),
    "theorem3.low.literal": Point("0.01", "0.01", "0.05", "0.8").second,
    "theorem3.lower-tau.literal": Point("0.01", "0.01", "0.05", "0.9").second,
    "theorem16.mean-literal": Point("0.01", "0.01", "1.5", "0.8").mean,
    "theorem16.mean-at-plus": Point("0.1", "0.1", "1.5", "0.8").mean,
    "theorem16.mean-at-minus": Point("0.1", "-0.1", "1.5", "0.8").mean,
    "theorem3.decreasing-in-y": (None, on_grid(lambda x, y: moment(1, y, x, 1, 0)[1], "0.04", "0.3", "-0.01", "0.01")),
    "theorem3.low.own-ratio": exact("(0.0662726 - 0.969231*0.05 - 0.005)/0.16 + 0.969231"),
    "theorem3.lower-tau.own-ratio": exact("(0.0738403 - 0.976952*0.05 - 0.005)/0.24 + 0.976952"),
    "theorem16.slope.min": (Point("-0.1", "0.1", "16", "0.8").H()[1][1], [
        Point(m, "0.1", n, t).H()[1][1] for m in ("-0.1", "0.1") for n in ("1.5", "3", "8", "15.9", "16")
        for t in ("0.8", "0.81", "1", "1.25")]),
    "theorem16.bracket-by-root": bracket_j12(arb(20), q("0.01")),
    "theorem2.largest-variance": (Point("1", "0.1", "16", "1.25").variance, [
        Point(m, "0.1", n, t).variance for m in ("-1", "0", "1") for n in ("3", "10", "16") for t in ("0.8", "1.25")]),
    "theorem3.at-small-nu": Point("0.1", "0.1", "0.00001", "0.8").variance / q("0.00001"),
    "lemma44.error.printed-minimum": (error_by_x(q("1.2"), q("0.1")), on_grid(error_by_x, *LARGE)),
    "lemma44.error.min": (error_by_x(q("1.2"), q("0.1")), on_grid(error_by_x, *LARGE)),
    "lemma44.error.at-the-end": error_by_x(arb(20), q("-0.1")),
    "lemma44.argument": (z(2, arb(20), q("0.1")), on_grid(lambda x, y: z(2, x, y), *LARGE)),
    "lemma44.polynomial": exact("24.7796*160000 - 1.2227*3200000"),
    "lemma44.error-by-y.max": (error_by_y(q("-0.1")), [error_by_y(q(Fraction(k, 100))) for k in range(-10, 11)]),
    "lemma45.argument": (z(1, q("0.007"), q("-0.01")), on_grid(lambda x, y: z(1, x, y), *SMALL)),
    "lemma45.error.min": (None, on_grid(error_by_x, *SMALL)),
    "lemma45.scaled-error": (None, on_grid(lambda x, y: PI.sqrt() * error_by_x(x, y), *SMALL)),
    "eq291.constant": exact("4*0.007*0.007 + 2.7795*0.007 - 0.00027798"),
    "eq291.polynomial": exact("0.0193745 - 2*0.01*0.01 - 0.9129*0.01"),
    "eq295.is-no-bound": eq295(q("0.875"), q("-0.01")) - eq294(q("0.875"), q("-0.01")),
    "eq294.positive": (eq294(q("0.007"), q("0.01")), on_grid(eq294, *SMALL)),
    "eq300.meant": eq300("-3"),
    "eq300.literal": eq300("1006.99"),
    "lemma46.factor.0.7": exact("(0.8 + 0.000026383)/0.8"),
    "lemma46.factor.0.16": exact("(0.8 + 0.00011542)/0.8"),
    "lemma38.excess": arb(2).exp() * (arb(1).erfc() - arb(2).sqrt().erfc()),
    "lemma36.numerator": ((A**2 - 1) * q("0.01") - 3 * A**2 * q("0.64"), on_grid(
        lambda x, y: -(A**2 - 1) * y - 3 * A**2 * x, *D)),
    "lemma34.factor": q("1.28"),
    "eq192.literal": eq192(q("0.0001")),
    "eq192.with-zero": eq192(arb(0)),
    "eq204.printed": eq204(1),
    "eq204.meant": eq204(-1),
    "eq223.with-minus": eq223(-1),
    "eq223.with-plus": eq223(1),
    "eq245.at-own-ends": eq245("0.02"),
    "eq245.at-one-end": eq245("0.5"),
    "eq243.limit": L * A * (1 - q("-0.01").exp()),
    "eq243.printed": L * q("0.01"),
    "lemma42.tail-at-0.325": A * E(1, q("0.325"), q("0.01")),
    "lemma42.tail-at-0.3": A * E(1, q("0.3"), q("0.01")),
    "lemma42.density-at-0.325": (A - 1) * (2 / (PI * q("0.325"))).sqrt(),
    "lemma42.density-at-0.3": (A - 1) * (2 / (PI * q("0.3"))).sqrt(),
    "lemma47.decreasing-in-y": (None, on_grid(
        lambda x, y: ((arb_series([y, 1]) + x / 2).exp() * ((arb_series([y, 1]) + x) / (2 * x).sqrt()).erfc())[1], *D)),
    "appendix6.dJ11-dtau.printed-place": j(MIXED, 0, 0, "tau"),
    "appendix6.dJ11-dtau.place": j(Point("0.1", "-0.1", "1.5", "0.8"), 0, 0, "tau"),
    "appendix6.dJ12-domega.printed-place": j(MIXED, 0, 1, "omega"),
    "appendix6.dJ12-domega.place": j(Point("-0.1", "0.1", "0.8", "1.25"), 0, 1, "omega"),
    "appendix6.dJ22-domega.printed-place": j(MIXED, 1, 1, "omega"),
    "appendix6.dJ22-domega.place": j(Point("-0.1", "0.1", "0.8", "1.25"), 1, 1, "omega"),
    "appendix6.dJ22-dnu.printed-place": j(Point("-0.01", "-0.01", "0.8", "1.25"), 1, 1, "nu"),
    "appendix6.dJ22-dnu.place": j(Point("-0.1", "-0.1", "0.8", "1.25"), 1, 1, "nu"),
}

failures = []


def check(condition, what):
    if not condition:
        failures.append(what)


def rows(text):
    """The table of the numbers: id, relation, printed, verdict, ends of the certified value."""
    for line in text.splitlines():
        match = re.match(r'\| <a id="slip\.[^"]+"></a>`slip\.([^`]+)` \|', line)
        if not match:
            continue
        cells = [cell.strip().replace("\\", "") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        relation, _, printed = cells[3].partition(" ")
        ends = re.search(r"\[([^,]+), ([^\]]+)\]", cells[5])
        yield match[1], relation, printed, cells[4], [Fraction(end) for end in ends.groups()] if ends else None


def follows(relation, value, printed):
    """Whether the relation holds between the value and the printed number."""
    if relation in ("rounds-to", "max-is", "min-is"):
        digits = len(printed.partition(".")[2])
        return bool(abs(value - q(printed)) < q(Fraction(1, 2 * 10**digits)))
    difference = value - q(printed)
    return bool({"<": difference < 0, "<=": difference <= 0, ">": difference > 0, ">=": difference >= 0,
                 "equals": difference.contains(0)}[relation])


def main(path):
    if not path.exists():
        print(f"{path}: no such file")
        return 66
    seen = set()
    for name, relation, printed, verdict, ends in rows(path.read_text()):
        seen.add(name)
        if name not in NUMBERS:
            failures.append(f"{name}: not known here")
            continue
        value, sample = NUMBERS[name] if isinstance(NUMBERS[name], tuple) else (NUMBERS[name], [])
        if relation.endswith("creasing-in"):
            check(verdict == "proved" and all(s < 0 if relation.startswith("de") else s > 0 for s in sample), name)
            continue
        lower, upper = map(q, ends)
        if value is not None:
            check(lower <= value and value <= upper, f"{name}: {value.str(25)} is not in {[float(e) for e in ends]}")
            check(follows(relation, value, printed) == (verdict == "proved"), f"{name}: {verdict}")
        above = relation in ("<", "<=", "max-is")
        check(all(s <= upper if above else s >= lower for s in sample), f"{name}: a point of the sample goes beyond")
    for name in NUMBERS.keys() - seen:
        failures.append(f"{name}: not on the page")
    for failure in failures:
        print(failure)
    print(f"{len(seen)} numbers, {len(failures)} disagreements")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "errata.md"))
