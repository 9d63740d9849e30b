"""Compare what Statements.v and FalseClaims.v say of the paper's claims with the claims and their certified values.

usage: claims.py CLAIMS BASELINE

In a comment, names in brackets that the code below it does not have are claims. Each must be one of CLAIMS, proved
according to BASELINE if it is in Statements.v and refuted if in FalseClaims.v. Each decimal in a statement must be a
number of such a claim as printed, of its domain, or its certified value to as many digits. And for a claim with a
printed bound the statement must have a number that is good enough: between the certified value and the bound, or close
enough to the certified value that the rounding follows; for a false claim, the bound itself. That the statement is
about the quantity of the claim is for the reader to see.
"""

import json
import pathlib
import re
import sys
from fractions import Fraction

HERE = pathlib.Path(__file__).parent
ROUNDED = {"rounds-to", "max-is", "min-is"}


def texts(value):
    """All strings in a JSON value."""
    if isinstance(value, str):
        return [value]
    return [t for item in (value.values() if isinstance(value, dict) else value or []) for t in texts(item)]


def decimals(text):
    """The decimals in a text, as printed."""
    return re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.]\w)", text)


def unit(decimal):
    """A unit of the last digit."""
    return Fraction(1, 10 ** len(decimal.partition(".")[2]))


class Claim:
    def __init__(self, record, domains, result):
        self.id, self.relation, self.verdict = record["id"], record["relation"], result["verdict"]
        enclosure = result.get("enclosure")
        self.certified = enclosure and (Fraction(enclosure["lower"]), Fraction(enclosure["upper"]))
        bound = record["bound"]
        self.bound = bound if isinstance(bound, str) and re.fullmatch(r"-?\d+(\.\d+)?", bound) else None
        printed = {Fraction(d) for text in texts([record["statement"], bound, domains.get(record["domain"])])
                   for d in decimals(text)}
        # What a rounding to the bound means.
        self.limits = [Fraction(self.bound) + side * unit(self.bound) / 2 for side in (-1, 1)] if self.bound else []
        if self.relation in ROUNDED and self.bound:
            printed |= {*self.limits, unit(self.bound) / 2}
        self.printed = printed

    def accounts_for(self, decimal):
        value = Fraction(decimal)
        return value in self.printed or (self.certified is not None and len(decimal) > 6 and
                                         any(abs(value - end) <= unit(decimal) for end in self.certified))

    def is_supported(self, numbers):
        """Whether a statement with these numbers can contain the claim."""
        if self.bound is None or self.relation not in ROUNDED | {"<", "<=", ">", ">="}:
            return True
        values, bound = [Fraction(n) for n in numbers], Fraction(self.bound)
        if self.verdict == "refuted":
            return bound in values or any(limit in values for limit in self.limits)
        lower, upper = self.certified
        if self.relation in ("<", "<="):
            return any(upper <= v <= bound for v in values)
        if self.relation in (">", ">="):
            return any(bound <= v <= lower for v in values)
        return lower == upper == bound or any(
            abs(v - end) <= unit(n) and abs(v - bound) + unit(n) <= unit(self.bound) / 2
            for n, v in zip(numbers, values) for end in self.certified)


def blocks(path):
    """For each comment and the code up to the next: the definitions, the claims in brackets, the numbers."""
    for comment, code in re.findall(r"\(\*\*(.*?)\*\)(.*?)(?=\(\*\*|\Z)", path.read_text(), re.DOTALL):
        names = re.findall(r"^Definition (\w+)", code, re.MULTILINE)
        brackets = [name for group in re.findall(r"\[(.*?)\]", comment, re.DOTALL) for name in re.split(r",\s*", group)]
        yield names, [name for name in brackets if not re.search(rf"\b{re.escape(name)}\b", code)], decimals(code)


def main(claims_path, baseline_path):
    record = json.loads(pathlib.Path(claims_path).read_text())
    results = {result["id"]: result for result in json.loads(pathlib.Path(baseline_path).read_text())["claims"]}
    claims = {claim["id"]: Claim(claim, record["domains"], results[claim["id"]]) for claim in record["claims"]}
    problems, covered = [], {"proved": set(), "refuted": set()}
    for file, verdict in (("Statements.v", "proved"), ("FalseClaims.v", "refuted")):
        for names, ids, numbers in blocks(HERE / file):
            where = f"{file}, {', '.join(names) or 'a comment'}"
            known = [claims[i] for i in ids if i in claims]
            problems += [f"{where}: there is no claim {i}" for i in ids if i not in claims]
            problems += [f"{where}: {c.id} is {c.verdict}" for c in known if c.verdict != verdict]
            problems += [f"{where}: no number is good enough for {c.id}" for c in known if not c.is_supported(numbers)]
            # A statement that contains no claim may have the numbers of any.
            problems += [f"{where}: nothing accounts for {number}" for number in numbers if "." in number
                         and not any(c.accounts_for(number) for c in known or claims.values())]
            if verdict == "refuted" and names and not ids:
                problems.append(f"{where}: which claim is false?")
            covered[verdict] |= {c.id for c in known}
    refuted = sum(claim.verdict == "refuted" for claim in claims.values())
    print(f"{len(covered['proved'])} of the {len(claims) - refuted} claims that are proved and "
          f"{len(covered['refuted'])} of the {refuted} that are refuted are stated in Coq")
    for problem in problems:
        print(f"PROBLEM: {problem}")
    return 1 if problems or not all(covered.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
