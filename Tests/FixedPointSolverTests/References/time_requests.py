#!/usr/bin/env python3
"""Times `selu-proof fixed-point` on random requests with two decimals, single weights or ranges up to 0.1 wide, with omega in
[-1, 1] and tau in [0.45, 2.6], and lists those that stay undecided: they should be next to weights at which fixed points
appear, meet or vanish.

    time_requests.py .build/release/selu-proof [count] [seed]
"""

import random
import statistics
import subprocess
import sys
import time


def side(rng, least, greatest):
    lower = rng.randint(least, greatest)
    upper = min(lower + rng.choice([0, rng.randint(1, 10)]), greatest)
    return f"{lower / 100:.2f}" if lower == upper else f"{lower / 100:.2f}..{upper / 100:.2f}"


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 300)
    times, undecided = [], []
    for _ in range(count):
        omega, tau = side(rng, -100, 100), side(rng, 45, 260)
        start = time.perf_counter()
        result = subprocess.run(
            [program, "fixed-point", f"--omega={omega}", f"--tau={tau}"], stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
        if result.returncode != 0:
            undecided.append(f"--omega={omega} --tau={tau}: status {result.returncode}, {times[-1]:.2f} s")
    times.sort()
    print(f"{count} requests: median {1000 * statistics.median(times):.0f} ms, "
          f"90 % {1000 * times[9 * count // 10]:.0f} ms, longest {times[-1]:.2f} s, undecided {len(undecided)}")
    print("\n".join(undecided))


if __name__ == "__main__":
    main()
