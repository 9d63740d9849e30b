#!/usr/bin/env python3
"""Re-derives a random sample of every file of this folder with other means than those that made it.

functions.tsv       MPFR (gmpy2) in its emulation of binary64, rounded down and up; erfcx at 6000 bits
moments.tsv         mpmath from the definition, derivatives by differences at several hundred digits
jacobian.tsv        mpmath, singular values by its own routine
activations.tsv     mpmath's quadrature of the definition, each function written with other elementary functions
constants.tsv       mpmath: the two moment equations hold, each elementary number, and the gains by quadrature
claim-extrema.tsv   mpmath at the recorded place, and random points of the domain do not beat the recorded value

Exit status: 0 all agree; 1 a disagreement (each is printed); 66 a file is missing.
"""

import argparse
import functools
import math
import pathlib
import random
import sys

import gmpy2
import mpmath
from gmpy2 import mpfr
from mpmath import mp, mpf

HERE = pathlib.Path(__file__).parent
LARGEST = float.fromhex("0x1.fffffffffffffp+1023")


def read(folder, name, required):
    """The rows of a file as dictionaries, without comments."""
    try:
        lines = (folder / name).read_text().splitlines()
    except FileNotFoundError:
        print(f"verify_references.py: no {folder / name}", file=sys.stderr)
        sys.exit(66)
    lines = [line for line in lines if not line.startswith("#")]
    columns = lines[0].split("\t")
    assert columns[: len(required)] == required, f"{name}: unexpected columns {columns}"
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


# --- functions.tsv ---------------------------------------------------------------------------------------------------

def rounded(function, x, mode):
    with gmpy2.context(gmpy2.ieee(64), round=mode):
        return float(getattr(gmpy2, function)(mpfr(x)))


def check_function(row):
    function, x = row["function"], float.fromhex(row["x"])
    lower, upper = float.fromhex(row["lower"]), float.fromhex(row["upper"])
    if function != "erfcx":
        found = rounded(function, x, gmpy2.RoundDown), rounded(function, x, gmpy2.RoundUp)
        return None if found == (lower, upper) else f"MPFR has {found[0].hex()}, {found[1].hex()}"
    if lower != upper and math.nextafter(lower, math.inf) != upper:
        return "the ends are not neighbours"
    if x == 0:
        return None if lower == upper == 1 else "erfcx(0) is 1"
    wide = gmpy2.context(precision=6000, emin=gmpy2.get_emin_min(), emax=gmpy2.get_emax_max())
    with wide:
        t = mpfr(x)
        if x < -40:
            return None if (lower, upper) == (LARGEST, math.inf) else "overflow expected"
        if x > 1e4:  # enveloping series: 1/(t sqrt pi) times 1 - r + 3 r^2 - ..., r = 1/(2 t^2)
            r, terms = 1 / (2 * t * t), [mpfr(1)]
            for k in range(1, 30):
                terms.append(-terms[-1] * r * (2 * k - 1))
            ends = [sum(terms[:n]) / (t * gmpy2.sqrt(gmpy2.const_pi())) for n in (29, 30)]
        else:
            ends = [gmpy2.exp(t * t) * gmpy2.erfc(t)]
        inside = all(lower < end < upper for end in ends)
    return None if inside else "the value is outside"


# --- the SELU, from the definition -----------------------------------------------------------------------------------

def eq14():
    c1, c2, e = mp.erfc(1 / mp.sqrt(2)), mp.erfc(mp.sqrt(2)), mp.e
    alpha = -mp.sqrt(2 / mp.pi) / (c1 * mp.exp(mpf(1) / 2) - 1)
    lam = (1 - c1 * mp.sqrt(e)) * mp.sqrt(2 * mp.pi) / mp.sqrt(
        2 * c2 * e**2 + mp.pi * c1**2 * e - 2 * (2 + mp.pi) * c1 * mp.sqrt(e) + mp.pi + 2)
    return alpha, lam


def moments(y, x, alpha, lam):
    s = mp.sqrt(x)
    below = lambda k: mp.exp(k * y + k * k * x / 2) * mp.erfc((y + k * x) / (s * mp.sqrt(2))) / 2
    density = mp.exp(-y * y / (2 * x)) / mp.sqrt(2 * mp.pi)
    above = 1 - below(0)
    first = lam * (y * above + s * density + alpha * (below(1) - below(0)))
    second = lam**2 * ((y * y + x) * above + y * s * density + alpha**2 * (below(2) - 2 * below(1) + below(0)))
    return first, second


def slope(f, t):
    """f'(t) by a central difference far below the working precision."""
    h = mpf(10) ** -(mp.dps // 3)
    return (f(t + h) - f(t - h)) / (2 * h)


def agrees(text, value):
    """Whether the text is the value, rounded to as many digits as the text has."""
    if text in ("0", "1"):
        return abs(value - int(text)) < mpf(10) ** -60
    mantissa = text.lower().split("e")[0].lstrip("-").replace(".", "").lstrip("0")
    written = mpf(text)
    unit = mpf(10) ** (mp.floor(mp.log10(abs(written))) - (len(mantissa) - 1))
    return abs(written - value) <= unit * mpf("0.50001")


def differences(row, values):
    wrong = [f"{name}: {row[name]} but {mp.nstr(value, 45)}" for name, value in values.items() if not agrees(row[name], value)]
    return "; ".join(wrong) or None


def enough(y, x):
    """Decimal digits that survive e^(-y^2/(2x)), e^(2y+2x) and the differences."""
    return 200 + 2 * int(max(y, 0) ** 2 / (2 * x) / 2.3 + abs(y) + 1)


def check_moments(row):
    with mp.workdps(enough(float(row["y"]), float(row["x"]))):
        y, x = mpf(row["y"]), mpf(row["x"])
        alpha, lam = eq14()
        m1, m2 = moments(y, x, alpha, lam)
        along_y = [slope(lambda t: moments(t, x, alpha, lam)[k], y) for k in (0, 1)]
        along_x = [slope(lambda t: moments(y, t, alpha, lam)[k], x) for k in (0, 1)]
        return differences(row, {"m1": m1, "m2": m2, "variance": m2 - m1**2, "m1_y": along_y[0], "m1_x": along_x[0],
                                 "m2_y": along_y[1], "m2_x": along_x[1]})


def check_jacobian(row):
    y, x = float(row["mu"]) * float(row["omega"]), float(row["nu"]) * float(row["tau"])
    with mp.workdps(enough(y, x)):
        mu, omega, nu, tau = (mpf(row[name]) for name in ("mu", "omega", "nu", "tau"))
        alpha, lam = eq14()

        def g(m, n):
            first, second = moments(m * omega, n * tau, alpha, lam)
            return first, second - first**2

        mean, variance = g(mu, nu)
        h = {f"H{k + 1}1": slope(lambda t: g(t, nu)[k], mu) for k in (0, 1)}
        h |= {f"H{k + 1}2": slope(lambda t: g(mu, t)[k], nu) for k in (0, 1)}
        with mp.workdps(80):
            singular = mp.svd_r(mp.matrix([[h["H11"], h["H12"]], [h["H21"], h["H22"]]]), compute_uv=False)
        return differences(row, {"mean": mean, "variance": variance, **h, "S": max(singular)})


def constants_file():
    """name -> value, and the two equations each pair (alpha, lambda) has to satisfy."""
    values = {}
    for label, x in (("01", mpf(1)), ("02", mpf(2))):
        if label == "01":
            alpha, lam = eq14()
        else:
            # The mean is linear in alpha, the second moment then gives lambda.
            at0, at1 = moments(mpf(0), x, mpf(0), mpf(1))[0], moments(mpf(0), x, mpf(1), mpf(1))[0]
            alpha = at0 / (at0 - at1)
            lam = mp.sqrt(x / moments(mpf(0), x, alpha, mpf(1))[1])
        mean, second = moments(mpf(0), x, alpha, lam)
        assert abs(mean) < mpf(10) ** -70 and abs(second - x) < mpf(10) ** -70
        values |= {f"alpha{label}": alpha, f"lambda{label}": lam, f"lambda{label}*alpha{label}": lam * alpha}
    c1, c2 = mp.erfc(1 / mp.sqrt(2)), mp.erfc(mp.sqrt(2))
    return values | {
        "erfc(1/sqrt(2))": c1, "erfc(sqrt(2))": c2, "erfcx(1/sqrt(2))": c1 * mp.exp(mpf(1) / 2), "erfcx(sqrt(2))": c2 * mp.exp(2),
        "pi": +mp.pi, "e": +mp.e, "sqrt(e)": mp.sqrt(mp.e), "ln(2)": mp.log(2), "sqrt(2)": mp.sqrt(2), "sqrt(pi)": mp.sqrt(mp.pi),
        "1/sqrt(pi)": 1 / mp.sqrt(mp.pi), "2/sqrt(pi)": 2 / mp.sqrt(mp.pi), "sqrt(2/pi)": mp.sqrt(2 / mp.pi), "sqrt(2*pi)": mp.sqrt(2 * mp.pi)}


@functools.cache
def expectation(function, power):
    """E f(Z)^power for Z ~ N(0, 1) by mpmath's quadrature; sigmoid and its kin as functions of tanh."""
    sigmoid = lambda z: (1 + mp.tanh(z / 2)) / 2
    f = {
        "relu": lambda z: max(z, mpf(0)),
        "leaky_relu": lambda z: max(z, z / 100),
        "elu": lambda z: z if z > 0 else mp.expm1(z),
        "tanh": mp.tanh,
        "sigmoid": sigmoid,
        "gelu": lambda z: z * mp.ncdf(z),
        "silu": lambda z: z * sigmoid(z),
    }[function]
    return mp.quad(lambda z: f(z) ** power * mp.npdf(z), [-30, -12, -5, -2, 0, 2, 5, 12, 30])


def gain_number(name):
    """The gains of constants.tsv."""
    function, _, number = name.partition(" ")
    second = expectation(function, 2)
    if number == "second moment":
        return second
    return 1 / mp.sqrt(second if number == "gain" else second - expectation(function, 1) ** 2)


def check_constant(row):
    with mp.workdps(90):
        name = row["name"]
        value = gain_number(name) if " " in name else constants_file()[name]
        return None if agrees(row["value"], value) else f"is {mp.nstr(value, 65)}"


# --- activations.tsv -------------------------------------------------------------------------------------------------

def activation(name):
    word, _, rest = name.partition(":")
    p = {key: mpf(value) for key, value in (part.split("=") for part in rest.split(",") if part)}
    lam, alpha, beta = p.get("lambda", mpf(1)), p.get("alpha", mpf(1)), p.get("beta", mpf(1))
    sigmoid = lambda z: (1 + mp.tanh(z / 2)) / 2
    softplus = lambda z: mp.log1p(mp.exp(-abs(z))) + max(z, mpf(0))
    below = {
        "selu": lambda z: lam * alpha * mp.expm1(z), "elu": lambda z: alpha * mp.expm1(z),
        "celu": lambda z: alpha * mp.expm1(z / alpha), "relu": lambda z: mpf(0), "leaky_relu": lambda z: p["slope"] * z,
        "sselu": lambda z: lam * alpha * mp.expm1(beta * z), "lselu": lambda z: lam * (alpha * mp.expm1(z) + beta * z),
    }
    if word in below:
        return lambda z: lam * z if z > 0 else below[word](z)
    if word == "squared_relu":
        return lambda z: max(z, mpf(0)) ** 2
    return {
        "gelu": lambda z: z * mp.ncdf(z), "tanh": mp.tanh, "sigmoid": sigmoid, "erf": mp.erf, "softplus": softplus,
        "silu": lambda z: z * sigmoid(z), "mish": lambda z: z * mp.tanh(softplus(z)),
    }[word]


def check_activation(row):
    with mp.workdps(70):
        f, y, s = activation(row["activation"]), mpf(row["y"]), mp.sqrt(mpf(row["x"]))
        cuts = sorted([mpf(c) for c in (-20, -10, -5, -2, 2, 5, 10, 20)] + [-y / s])
        values = {}
        for name, power in (("M", 1), ("Q", 2)):
            for n, polynomial in enumerate([lambda v: 1, lambda v: v, lambda v: v**2 - 1, lambda v: v**3 - 3 * v,
                                            lambda v: v**4 - 6 * v**2 + 3]):
                values[f"{name}{n}"] = mp.quad(lambda v: f(y + s * v) ** power * polynomial(v) * mp.npdf(v), cuts) / s**n
        return differences(row, values)


# --- claim-extrema.tsv -----------------------------------------------------------------------------------------------

def plane_quantity(name, y, x):
    """The quantities of claim-extrema.tsv in y and x, from the formulas of the paper."""
    alpha, _ = eq14()
    if name.startswith("d "):
        kind, variable = name[2:].split("/d ")
        return slope(lambda t: plane_quantity(kind, t, x) if variable == "y" else plane_quantity(kind, y, t), y if variable == "y" else x)
    root, g = mp.sqrt(2 * x), mp.exp(-y * y / (2 * x))
    z0, z1, z2 = y / root, (y + x) / root, (y + 2 * x) / root
    e1, e2 = mp.exp(z1**2) * mp.erfc(z1), mp.exp(z2**2) * mp.erfc(z2)
    c = mp.sqrt(2 / mp.pi)
    return {
        "z1": z1, "z2": z2, "E1": e1, "E2": e2, "x E1": x * e1, "x E2": x * e2, "2 E2 - E1": 2 * e2 - e1, "F": e1 - 2 * e2,
        "exp(y + x/2) erfc(z1)": mp.exp(y + x / 2) * mp.erfc(z1), "2 density": c / mp.sqrt(x) * g,
        "bracket J12": alpha * e1 - c * (alpha - 1) / mp.sqrt(x),
        "bracket J21": y * (2 - mp.erfc(z0)) / g + c * mp.sqrt(x) - alpha**2 * (e1 - e2),
        "lemma33": c * ((alpha - 1) * y / x ** mpf("1.5") - alpha / mp.sqrt(x)),
        "lemma34": c * (-(alpha - 1) * y**2 / x ** mpf("1.5") + (1 - alpha + alpha * y) / mp.sqrt(x) - alpha * mp.sqrt(x)),
        "lemma35": c * ((alpha**2 - 1) * y / x ** mpf("1.5") - 3 * alpha**2 / mp.sqrt(x)),
        "lemma36": c * ((alpha**2 - 1) * y / mp.sqrt(x) - 3 * alpha**2 * mp.sqrt(x)),
        "mean": moments(y, x, *eq14())[0],
    }[name]


def quantity(name, *point):
    """The quantities of claim-extrema.tsv from the definition, at (mu, omega, nu, tau) or (y, x)."""
    if len(point) == 2:
        return plane_quantity(name, *point)
    mu, omega, nu, tau = point
    alpha, lam = eq14()

    def pair(m, n):
        first, second = moments(m * omega, n * tau, alpha, lam)
        return {"mean": first, "xi": second, "var": second - first**2}

    if name.startswith("d "):
        kind, variable = name[2:].split("/d ")
        index = ("mu", "omega", "nu", "tau").index(variable)
        return slope(lambda t: quantity(kind, *point[:index], t, *point[index + 1:]), point[index])
    if name == "S":
        h = mp.matrix(2, 2)
        for row, kind in enumerate(("mean", "var")):
            h[row, 0] = slope(lambda t: pair(t, nu)[kind], mu)
            h[row, 1] = slope(lambda t: pair(mu, t)[kind], nu)
        return max(mp.svd_r(h, compute_uv=False))
    if name in ("J11", "J12", "J21", "J22"):
        kind = "mean" if name[1] == "1" else "xi"
        return slope(lambda t: pair(t, nu)[kind], mu) if name[2] == "1" else slope(lambda t: pair(mu, t)[kind], nu)
    kind, _, operation = name.partition(" ")
    value = pair(mu, nu)[kind]
    return {"": value, "- nu": value - nu, "/ nu": value / nu}[operation]


def check_extremum(row, generator):
    from make_claim_extrema import DOMAINS, NAMES, PLANE_DOMAINS, PLANE_NAMES

    is_plane = row["domain"] in PLANE_DOMAINS
    domain = PLANE_DOMAINS[row["domain"]] if is_plane else DOMAINS[row["domain"]]
    with mp.workdps(45):
        place = {name: mpf(text) for name, text in (item.split("=") for item in row["location"].split())}
        point = [place[name] for name in (PLANE_NAMES if is_plane else NAMES)]
        recorded = mpf(row["value"])
        if row["quantity"].startswith("fixed "):
            alpha, lam = eq14()
            first, second = moments(point[0] * point[1], point[2] * point[3], alpha, lam)
            here = first if row["quantity"] == "fixed mean" else second - first**2
            return None if abs(here - recorded) < 1e-10 else f"g is {mp.nstr(here, 15)} there"
        here = quantity(row["quantity"], *point)
        if abs(here - recorded) > abs(recorded) * mpf("1e-10") + mpf("1e-14"):
            return f"the value there is {mp.nstr(here, 20)}"
        sign = 1 if row["sense"] == "max" else -1
        for _ in range(12):
            other = [mpf(a) + (mpf(b) - mpf(a)) * generator.choice((0, 1, generator.random())) for a, b in domain]
            value = quantity(row["quantity"], *other)
            if sign * (value - recorded) > mpf("1e-12"):
                return f"{mp.nstr(value, 15)} at {[mp.nstr(c, 8) for c in other]} beats it"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=pathlib.Path, default=HERE)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--all", action="store_true", help="every row instead of a sample (a few minutes)")
    options = parser.parse_args()
    generator = random.Random(f"selu-proof verify {options.seed}")

    plan = [
        ("functions.tsv", ["function", "x", "lower", "upper"], 3000, check_function),
        ("moments.tsv", ["y", "x"], 25, check_moments),
        ("jacobian.tsv", ["mu", "omega", "nu", "tau"], 15, check_jacobian),
        ("activations.tsv", ["activation", "y", "x"], 4, check_activation),
        ("constants.tsv", ["name", "value"], 100, check_constant),
        ("claim-extrema.tsv", ["quantity", "domain", "sense", "value", "location"], 15, lambda row: check_extremum(row, generator)),
    ]
    wrong = 0
    for name, columns, sample, check in plan:
        rows = read(options.folder, name, columns)
        chosen = rows if options.all or len(rows) <= sample else generator.sample(rows, sample)
        before = wrong
        for row in chosen:
            problem = check(row)
            if problem:
                wrong += 1
                print(f"{name}: {' '.join(list(row.values())[:4])}: {problem}")
        print(f"{name}: {len(chosen)} of {len(rows)} rows re-derived, {wrong - before} disagreements")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
