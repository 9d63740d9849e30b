#!/usr/bin/env python3
"""Prints the coefficients of Erfcx.v (needs mpmath).

Nothing here is trusted: Erfcx.v proves its error bound from the coefficients alone. They come from Lanczos' tau method: the
defect of the approximant is a combination of the two Chebyshev polynomials on [0, 1] of the highest degrees, so nearly
as small as can be.
"""

from mpmath import lu_solve, matrix, mp, mpf, nint

mp.dps = 60
DEGREE, SCALE = 19, 50


def chebyshev(k):
    """The coefficients of the k-th Chebyshev polynomial of [0, 1], the lowest power first."""
    before, last = [mpf(1)], [mpf(-1), mpf(2)]
    for _ in range(k - 1):
        following = [mpf(0)] + [4 * c for c in last]
        for i, c in enumerate(last):
            following[i] -= 2 * c
        for i, c in enumerate(before):
            following[i] -= c
        before, last = last, following
    return last


# 3 = u^2 (P + u P') + (18 - 24 u) P + (the two Chebyshev polynomials), as linear equations for the coefficients.
n = DEGREE + 3
system, right = matrix(n, n), matrix(n, 1)
right[0] = 3
for k in range(DEGREE + 1):
    system[k, k] += 18
    system[k + 1, k] -= 24
    system[k + 2, k] += k + 1
for column in (DEGREE + 1, DEGREE + 2):
    for row, c in enumerate(chebyshev(column)):
        system[row, column] = c
solution = lu_solve(system, right)
print("; ".join(str(int(nint(solution[k] * 2**SCALE))) for k in range(DEGREE + 1)))
