#!/usr/bin/env python3
"""Controls of `verify.py --own`: quantities that have to be read as the language of claims says, and such as have to be refused."""

import json
import pathlib
import sys

from certificate import Rejected
from own import OwnClaim

CERTIFICATE = pathlib.Path(__file__).parent.parent / "certificates" / "theorem1.contraction.json"


def reason(quantity=None, **changes):
    """Why the claim of a certificate with another quantity, id or domain is refused; None if it is read."""
    value = json.loads(CERTIFICATE.read_text()) | changes
    if quantity is not None:
        value["parts"][0]["quantity"] = quantity
    try:
        OwnClaim(value)
    except Rejected as error:
        return str(error)
    return None


def main():
    z = {"z": ["1", "1"]}
    cases = [
        (None, {}, None),
        ("2/3 * z", {"domain": z}, None),
        ("(2/3)^2 * z", {"domain": z}, None),
        ("2/3^2 * z", {"domain": z}, "before ^"),
        ("z / 2/3", {"domain": z}, "behind /"),
        # The terms cancel, the condition x > 0 does not.
        ("0 * E1", {"domain": {"y": ["0", "0"], "x": ["-1", "1"]}}, "x is not positive"),
        ("0 * E1", {"domain": {"y": ["0", "0"], "x": ["1", "2"]}}, None),
        ("z\raccepted", {"domain": z}, "ASCII"),
        (None, {"claim": "a: proved\naccepted b"}, "the id"),
    ]
    wrong = 0
    for quantity, changes, expected in cases:
        found = reason(quantity, **changes)
        if (found is None) != (expected is None) or expected is not None and expected not in found:
            print(f"{quantity!r} {changes}: {found!r}, expected {expected!r}")
            wrong += 1
    print(f"{len(cases)} readings of quantities, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
