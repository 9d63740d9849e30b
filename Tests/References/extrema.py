"""Accurate, NOT rigorous, extrema of SELU quantities over boxes, with MPFR (gmpy2) at 320 bits.

A coarse grid finds the starting points; a Newton iteration projected onto the box, with finite differences far below
the working precision, refines them. It can miss an extremum that the grid does not notice: the numbers are for
comparison with what the project proves, never instead of it.
"""

import itertools

import gmpy2
from gmpy2 import erfc, exp, mpfr, sqrt

gmpy2.get_context().precision = 320
PI = gmpy2.const_pi()
HALF = mpfr("0.5")
STEP = mpfr(2) ** -55  # finite differences: error about STEP**2 = 2**-110 relative to the third derivative


def _constants():
    r2, e = sqrt(mpfr(2)), exp(mpfr(1))
    c1, c2 = erfc(1 / r2), erfc(r2)
    alpha = -sqrt(2 / PI) / (c1 * exp(HALF) - 1)
    lam = (1 - c1 * sqrt(e)) * sqrt(2 * PI) / sqrt(2 * c2 * e**2 + PI * c1**2 * e - 2 * (2 + PI) * c1 * sqrt(e) + PI + 2)
    return alpha, lam


ALPHA, LAMBDA = _constants()


def moments(y, x):
    """(m1, m2) of selu(z), z ~ N(y, x)."""
    s = sqrt(x)
    r = 1 / (s * sqrt(mpfr(2)))
    a = erfc(y * r)
    b = exp(y + x / 2) * erfc((y + x) * r)
    c = exp(2 * y + 2 * x) * erfc((y + 2 * x) * r)
    g = exp(-y * y / (2 * x)) * sqrt(2 * x / PI)
    first = LAMBDA / 2 * (2 * y - y * a + g + ALPHA * (b - a))
    second = LAMBDA**2 / 2 * ((y * y + x) * (2 - a) + y * g + ALPHA**2 * (c - 2 * b + a))
    return first, second


def slopes(y, x):
    """(m1, m2, m1_y, m1_x, m2_y, m2_x)."""
    s = sqrt(x)
    r = 1 / (s * sqrt(mpfr(2)))
    a = erfc(y * r)
    b = exp(y + x / 2) * erfc((y + x) * r)
    c = exp(2 * y + 2 * x) * erfc((y + 2 * x) * r)
    e = exp(-y * y / (2 * x))
    g, n = e * sqrt(2 * x / PI), e / sqrt(2 * PI * x)
    first = LAMBDA / 2 * (2 * y - y * a + g + ALPHA * (b - a))
    second = LAMBDA**2 / 2 * ((y * y + x) * (2 - a) + y * g + ALPHA**2 * (c - 2 * b + a))
    return (first, second,
            LAMBDA / 2 * (2 - a + ALPHA * b), LAMBDA / 2 * (ALPHA * b / 2 + (1 - ALPHA) * n),
            LAMBDA**2 * (y * (2 - a) + g + ALPHA**2 * (c - b)), LAMBDA**2 / 2 * (2 - a + ALPHA**2 * (2 * c - b)))


def entries(mu, omega, nu, tau):
    """(mean, var, J11, J12, J21, J22, H21, H22)."""
    m1, m2, m1y, m1x, m2y, m2x = slopes(mu * omega, nu * tau)
    return (m1, m2 - m1 * m1, omega * m1y, tau * m1x, omega * m2y, tau * m2x,
            omega * (m2y - 2 * m1 * m1y), tau * (m2x - 2 * m1 * m1x))


def largest_singular_value(mu, omega, nu, tau):
    _, _, h11, h12, _, _, h21, h22 = entries(mu, omega, nu, tau)
    return (sqrt((h11 + h22) ** 2 + (h21 - h12) ** 2) + sqrt((h11 - h22) ** 2 + (h21 + h12) ** 2)) / 2


def fixed_point(omega, tau):
    """(mu, nu) with g(mu, nu) = (mu, nu), by Newton from (0, 1)."""
    mu, nu = mpfr(0), mpfr(1)
    for _ in range(60):
        m, v, h11, h12, _, _, h21, h22 = entries(mu, omega, nu, tau)
        r1, r2 = m - mu, v - nu
        determinant = (h11 - 1) * (h22 - 1) - h12 * h21
        d1, d2 = ((h22 - 1) * r1 - h12 * r2) / determinant, ((h11 - 1) * r2 - h21 * r1) / determinant
        mu, nu = mu - d1, nu - d2
        if abs(d1) + abs(d2) < mpfr(2) ** -290:
            return mu, nu
    raise ArithmeticError("no fixed point found")


def derivative(f, index, step=STEP):
    """The partial derivative of f along its argument number `index`, by a central difference."""

    def df(*point):
        up, down = list(point), list(point)
        up[index] += step
        down[index] -= step
        return (f(*up) - f(*down)) / (2 * step)

    return df


def _solve(matrix, right):
    """Least-squares-ish solution of a small symmetric system: Gauss elimination with pivoting that leaves directions
    with a negligible pivot alone."""
    n = len(right)
    rows = [list(matrix[i]) + [right[i]] for i in range(n)]
    scale = max((abs(v) for row in matrix for v in row), default=mpfr(0))
    pivots, used = {}, set()
    for column in range(n):
        best = max((i for i in range(n) if i not in used), key=lambda i: abs(rows[i][column]), default=None)
        if best is None or abs(rows[best][column]) <= scale * mpfr(2) ** -40:
            continue
        used.add(best)
        pivots[column] = best
        for i in range(n):
            if i != best:
                factor = rows[i][column] / rows[best][column]
                rows[i] = [p - factor * q for p, q in zip(rows[i], rows[best])]
    return [rows[pivots[c]][n] / rows[pivots[c]][c] if c in pivots else mpfr(0) for c in range(n)]


def _refine(f, low, high, point, value):
    """Maximises f from `point` by projected Newton steps with backtracking."""
    n = len(point)
    h = mpfr(2) ** -24
    for _ in range(60):
        gradient = []
        for i in range(n):
            up, down = list(point), list(point)
            up[i] += h
            down[i] -= h
            gradient.append((f(*up) - f(*down)) / (2 * h))
        free = [i for i in range(n) if low[i] < high[i]
                and not (point[i] <= low[i] and gradient[i] <= 0) and not (point[i] >= high[i] and gradient[i] >= 0)]
        if not free or max(abs(gradient[i]) for i in free) < mpfr(10) ** -25:
            break
        hessian = [[mpfr(0)] * len(free) for _ in free]
        for a, i in enumerate(free):
            for b, j in enumerate(free):
                if b < a:
                    hessian[a][b] = hessian[b][a]
                    continue
                total = mpfr(0)
                for p, q in itertools.product((1, -1), repeat=2):
                    moved = list(point)
                    moved[i] += p * h
                    moved[j] += q * h
                    total += p * q * f(*moved)
                hessian[a][b] = total / (4 * h * h)
        newton = _solve(hessian, [-gradient[i] for i in free])
        ascent = [gradient[i] * (high[i] - low[i]) ** 2 for i in free]
        largest = max(abs(v) / (high[i] - low[i]) for v, i in zip(ascent, free))
        ascent = [v / largest for v in ascent]
        improved = False
        for direction in (newton, ascent):
            length = mpfr(1)
            while length > mpfr(10) ** -25:
                trial = list(point)
                for i, d in zip(free, direction):
                    trial[i] = min(max(point[i] + length * d, low[i]), high[i])
                candidate = f(*trial)
                if candidate > value:
                    change = candidate - value
                    point, value, improved = trial, candidate, True
                    break
                length /= 4
            if improved:
                break
        if not improved:
            break
    return point, value


def maximum(f, box, grid=None):
    """(value, point) of the largest value of f found on the box, a list of (low, high) decimal texts."""
    low, high = [mpfr(a) for a, _ in box], [mpfr(b) for _, b in box]
    n = len(box)
    grid = grid or {1: 401, 2: 41, 3: 13, 4: 9}[n]
    axes = [[a] if a == b else [a + (b - a) * k / (grid - 1) for k in range(grid - 1)] + [b] for a, b in zip(low, high)]
    scored = sorted(((f(*point), tuple(point)) for point in itertools.product(*axes)), reverse=True)
    best = None
    for value, point in scored[:1] + scored[1:12:3]:
        point, value = _refine(f, low, high, list(point), value)
        if best is None or value > best[0] + abs(best[0]) * mpfr(10) ** -20:
            best = value, point
    return best


def minimum(f, box, grid=None):
    value, point = maximum(lambda *p: -f(*p), box, grid)
    return -value, point
