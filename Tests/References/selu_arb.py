"""The SELU moments in ball arithmetic, two ways, straight from the definition.

selu(z) = lambda z for z > 0, lambda alpha (e^z - 1) for z <= 0;  z ~ N(y, x) with y = mu omega, x = nu tau.

* `closed_form`: the definition's integral done with the Gaussian's distribution function; the derivatives come from
  power-series arithmetic on that expression, so no formula for a derivative is written down anywhere here.
* `by_integration`: rigorous numeric integration (`acb.integral`) plus rigorous tail bounds; the derivatives
  differentiate the Gaussian density, not the activation.

Neither uses the formulas in the project's own documents or code.
"""

from flint import acb, arb, arb_series, ctx, fmpq


def rational(text):
    """The exact rational of a decimal such as -0.05 or 1e-6."""
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    numerator = int((whole + fraction) or "0")
    power = int(exponent or 0) - len(fraction)
    return fmpq(numerator * 10**power) if power >= 0 else fmpq(numerator, 10**-power)


def alpha01():
    """Eq. 14 of the paper."""
    root = arb(2).sqrt()
    return -(2 / arb.pi()).sqrt() / ((1 / root).erfc() * arb("0.5").exp() - 1)


def lambda01():
    """Eq. 14 of the paper."""
    pi, e, root = arb.pi(), arb(1).exp(), arb(2).sqrt()
    c1, c2 = (1 / root).erfc(), root.erfc()
    inner = 2 * c2 * e**2 + pi * c1**2 * e - 2 * (2 + pi) * c1 * e.sqrt() + pi + 2
    return (1 - c1 * e.sqrt()) * (2 * pi).sqrt() / inner.sqrt()


def constants_for(mean, variance):
    """(alpha, lambda) that make (mean, variance) = (0, variance) a fixed point for omega = 0, tau = 1.

    With u = (e^z - 1) on z <= 0: E selu = 0 gives alpha = -E[z; z>0] / E[u; z<=0], and E selu^2 = variance gives
    lambda^2 = variance / (E[z^2; z>0] + alpha^2 E[u^2; z<=0]). Only mean 0 is needed here."""
    assert mean == 0
    x = arb(variance)
    s = x.sqrt()
    positive_mean = s / (2 * arb.pi()).sqrt()
    positive_square = x / 2
    e1 = (x / 2).exp() * (s / arb(2).sqrt()).erfc() / 2
    e2 = (2 * x).exp() * (2 * s / arb(2).sqrt()).erfc() / 2
    half = arb("0.5")
    alpha = -positive_mean / (e1 - half)
    return alpha, (x / (positive_square + alpha**2 * (e2 - 2 * e1 + half))).sqrt()


def _moments(y, x, alpha, lam):
    """First and second moment for y, x given as balls or as power series."""
    pi = arb.pi()
    s = x.sqrt()
    root = arb(2).sqrt()

    def below(k):  # E[e^{kz}; z <= 0] = e^{ky + k^2 x/2} Phi(-(y + kx)/s)
        return (y * k + x * (arb(k * k) / 2)).exp() * ((y + x * k) / (s * root)).erfc() / 2

    density = (-(y * y) / (x * 2)).exp() / (2 * pi).sqrt()  # s times the density at 0
    above = 1 - below(0)
    first_above = y * above + s * density  # E[z; z > 0]
    second_above = (y * y + x) * above + y * s * density  # E[z^2; z > 0]
    first = (first_above + (below(1) - below(0)) * alpha) * lam
    second = (second_above + (below(2) - below(1) * 2 + below(0)) * (alpha * alpha)) * (lam * lam)
    return first, second


NAMES = ["m1", "m2", "variance", "m1_y", "m1_x", "m2_y", "m2_x"]


def closed_form(y, x):
    """The seven numbers of NAMES for exact rationals y, x."""
    saved_cap, ctx.cap = ctx.cap, 2
    try:
        alpha, lam = alpha01(), lambda01()
        y, x = arb(y), arb(x)
        along_y = _moments(arb_series([y, 1]), arb_series([x]), alpha, lam)
        along_x = _moments(arb_series([y]), arb_series([x, 1]), alpha, lam)
        m1, m2 = along_y[0][0], along_y[1][0]
        return dict(zip(NAMES, [m1, m2, m2 - m1 * m1, along_y[0][1], along_x[0][1], along_y[1][1], along_x[1][1]]))
    finally:
        ctx.cap = saved_cap


def _tail_moments(start, highest):
    """[integral of t^k e^{-t^2/2} over (start, inf) for k = 0 ... highest]."""
    e = (-start * start / 2).exp()
    found = [(arb.pi() / 2).sqrt() * (start / arb(2).sqrt()).erfc(), e]
    for k in range(2, highest + 1):
        found.append(start ** (k - 1) * e + (k - 1) * found[k - 2])
    return found


def _multiply(p, q):
    product = [arb(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            product[i + j] += a * b
    return product


def by_integration(y, x):
    """The seven numbers of NAMES by rigorous quadrature, for exact rationals y, x.

    E f(z) = E[p(z)] + E[f(z) - p(z); z <= 0] with p = lambda z (its square for the second moment), whose
    expectation over the whole line is known. The density is differentiated:
    d/dy = E f t/s and d/dx = E f (t^2 - 1)/(2x), with t = (z - y)/s, s = sqrt(x)."""
    alpha, lam = alpha01(), lambda01()
    y, x = arb(y), arb(x)
    s = x.sqrt()
    t0 = y / s
    # On z <= 0, t = -(t0 + u) with u >= 0, z = -s u.
    goal = arb(320)
    if t0 >= 0:
        # e^{-t^2/2} = e^{-t0^2/2} e^{-t0 u - u^2/2}; stop where the last factor is below e^-320.
        start, stop = arb(0), (-t0 + (t0 * t0 + 2 * goal).sqrt()).upper().ceil()
        if stop <= 1:
            stop = (2 * goal / t0).upper()
        front = (-t0 * t0 / 2).exp()
        exponent = lambda u: -(t0 * u + u * u / 2)
        # Beyond `stop`, t0 u + u^2/2 >= t0 stop + u^2/2.
        far = _tail_moments(stop, 6)
        far = [value * (-t0 * stop).exp() for value in far]
        near = None
    else:
        reach = (2 * goal).sqrt().upper().ceil()  # |t| < reach
        start, stop = (-t0 - reach), (-t0 + reach)
        if start < 0:
            start = arb(0)
        front = arb(1)
        exponent = lambda u: -((u + t0) * (u + t0) / 2)
        # Beyond, with v = |t|: u <= |t0| + v.
        far = _tail_moments(reach, 6)
        near = reach

    def correction(which):
        if which == 1:
            bound_in_u = [lam * alpha, lam * s]  # |f - lambda z| <= lambda alpha + lambda s u
            f = lambda z: lam * alpha * (z.exp() - 1) - lam * z
        else:
            bound_in_u = [(lam * alpha) ** 2, arb(0), (lam * s) ** 2]
            f = lambda z: (lam * alpha * (z.exp() - 1)) ** 2 - (lam * z) ** 2
        weights = [
            (lambda t: 1, [arb(1)]),
            (lambda t: t / s, [arb(0), 1 / s]),
            (lambda t: (t * t - 1) / (2 * x), [1 / (2 * x), arb(0), 1 / (2 * x)]),
        ]
        results = []
        for weight, bound_in_t in weights:
            integrand = lambda u, _: f(-s * u) * weight(-(u + t0)) * exponent(u).exp()
            value = acb.integral(integrand, start, stop, rel_tol=arb(2) ** -300, abs_tol=arb(2) ** -420)
            assert value.imag.contains(0)
            if near is None:  # |t| <= t0 + u: rewrite the bound as a polynomial in u
                in_u = [arb(0)]
                power = [arb(1)]
                for coefficient in bound_in_t:
                    in_u = [a + coefficient * b for a, b in zip(in_u + [arb(0)] * (len(power) - len(in_u)), power)]
                    power = _multiply(power, [t0, arb(1)])
                polynomial = _multiply(bound_in_u, in_u)
            else:  # u <= |t0| + v, on both sides
                in_v = [arb(0)]
                power = [arb(1)]
                for coefficient in bound_in_u:
                    in_v = [a + coefficient * b for a, b in zip(in_v + [arb(0)] * (len(power) - len(in_v)), power)]
                    power = _multiply(power, [-t0, arb(1)])
                polynomial = [2 * c for c in _multiply(in_v, bound_in_t)]
            tail = sum((c * m for c, m in zip(polynomial, far)), arb(0))
            size = abs(tail).upper()
            results.append((value.real + arb(0, size)) * front / (2 * arb.pi()).sqrt())
        return results

    c1, c1y, c1x = correction(1)
    c2, c2y, c2x = correction(2)
    m1 = lam * y + c1
    m2 = lam**2 * (y * y + x) + c2
    return dict(zip(NAMES, [m1, m2, m2 - m1 * m1, lam + c1y, c1x, 2 * lam**2 * y + c2y, lam**2 + c2x]))


def jacobian(mu, omega, nu, tau):
    """g and its Jacobian H in (mu, nu) by power series along mu and along nu, and the largest singular value S as the
    root of the larger eigenvalue of H^T H. Exact rationals in; dictionary of balls out."""
    saved_cap, ctx.cap = ctx.cap, 2
    try:
        alpha, lam = alpha01(), lambda01()
        mu, omega, nu, tau = arb(mu), arb(omega), arb(nu), arb(tau)

        def g(m, n):
            first, second = _moments(m * omega, n * tau, alpha, lam)
            return first, second - first * first

        along_mu = g(arb_series([mu, 1]), arb_series([nu]))
        along_nu = g(arb_series([mu]), arb_series([nu, 1]))
        h11, h21 = (component[1] for component in along_mu)
        h12, h22 = (component[1] for component in along_nu)
        a, d, b = h11**2 + h21**2, h12**2 + h22**2, h11 * h12 + h21 * h22
        s = ((a + d + ((a - d) ** 2 + 4 * b * b).sqrt()) / 2).sqrt()
        return {"mean": along_mu[0][0], "variance": along_mu[1][0], "H11": h11, "H12": h12, "H21": h21, "H22": h22, "S": s}
    finally:
        ctx.cap = saved_cap
