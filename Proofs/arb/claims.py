"""The printed claims of claims.json and their regions."""

import json
import pathlib

from flint import fmpq

from certificate import check, extent, shown
from statements import quantity_of, rational

# Points and ranges that stand in the words of a statement and not in its domain.
STATED = {
    "lemma6.exponential-factor": {"y": "0.01", "x": "0.64"},
    "lemma40.bracket-J12": {"y": "0.01", "x": "1.875"},
    "theorem16.J12.bracket": {"y": "0.01", "x": "20"},
    "theorem2.second-moment-gap.at-zero": {"mu": "0", "omega": "0", "nu": "3", "tau": "1.25"},
    "lemma43.argmax": {"mu": "0.1", "omega": "-0.1", "nu": ["0.1", "0.3"], "tau": "1"},
}
# The number with which a statement replaces a variable of its domain.
REPLACED = {"lemma6.factor": {"y": (fmpq(1, 100),) * 2}}
NAMES = json.loads((pathlib.Path(__file__).resolve().parent / "names.json").read_text(encoding="utf-8"))
FACTORS = {"y": ("mu", "omega"), "x": ("nu", "tau")}


class Claim:
    def __init__(self, record, domains):
        self.id = record["id"]
        self.relation = record["relation"]
        self.printed = record["bound"]
        self.kind = record["kind"]
        self.source = record["source"]
        self.statement = record["statement"]
        domain = {name: side for name, side in domains[record["domain"]].items() if name not in ("use", "open")}
        self.domain = {**domain, **record.get("at", {}), **STATED.get(self.id, {})}
        if "x" in record.get("at", {}):  # wherever nu tau = x
            self.domain = {name: side for name, side in self.domain.items() if name not in ("nu", "tau")}
        self.domain = {name: [side, side] if isinstance(side, str) else side for name, side in self.domain.items()}
        self.region = {
            name: (rational(lower), rational(upper)) for name, (lower, upper) in self.domain.items() if name != "z"
        }
        self.region.update(REPLACED.get(self.id, {}))

    def quantity(self):
        """What it is about; None if the statements of this program do not say."""
        return quantity_of(self.id)

    def part_name(self, role):
        """What a certificate calls the quantity of a part. A name proves nothing, the quantity follows from the claim; but
        who reads a certificate shall not be misled."""
        return NAMES.get(self.id, {}).get(role)

    def check_statement(self, value):
        """Checks the upper half of a certificate: that it speaks of this claim as it is printed."""
        check(value["statement"] == self.statement, "the statement is not that of the claim")
        check(value["relation"] == self.relation, "the relation is not that of the claim")
        check(value["source"] == self.source, "the source is not that of the claim")
        check(value["printed"] == _as_text(self.printed), "the printed constant is not that of the claim")
        domain = value["domain"]
        check(isinstance(domain, dict) and set(domain) == set(self.domain), "the domain is not that of the claim")
        for name, side in self.domain.items():
            if side != domain[name]:
                check(name != "z" and extent(domain[name], f"domain: {name}") == tuple(map(rational, side)),
                      f"the range of {name} in the domain is not that of the claim")

    def range_of(self, name):
        """The exact range of a variable over the region, or of y and x as products; None if the region has none."""
        if name in self.region:
            return self.region[name]
        if name in FACTORS and all(factor in self.region for factor in FACTORS[name]):
            first, second = (self.region[factor] for factor in FACTORS[name])
            products = [a * b for a in first for b in second]
            return min(products), max(products)
        return None

    def sides(self, part, quantity, pieces=None):
        """The sides of the box of a part, which has to be the image of the region (or of the pieces of it that are
        given): those of the part's variables, and the single numbers of others on which the quantity depends."""
        for variable in part.variables:
            wanted = (pieces or {}).get(variable) or self.range_of(variable)
            check(wanted is not None, f"{part.role}: the domain has no variable {shown(variable)}")
            check(part.box[variable] == wanted, f"{part.role}: the range of {variable} is not that of the domain")
            for factor in FACTORS.get(variable, ()):
                check(factor not in part.variables, f"{part.role}: {variable} stands beside {factor}")
        sides = dict(part.box)
        for variable in quantity.variables():
            if variable in sides or variable in FACTORS and all(factor in sides for factor in FACTORS[variable]):
                continue
            wanted = self.range_of(variable)
            is_number = wanted is not None and wanted[0] == wanted[1]
            check(is_number, f"{part.role}: the quantity depends on {variable}, which is not a variable of the part")
            sides[variable] = wanted
        return sides


def _as_text(printed):
    """The printed constant, or several: -0.1, 0.1 and x = 0.64, y = -0.01."""
    if isinstance(printed, dict):
        printed = [f"{name} = {value}" for name, value in printed.items()]
    return ", ".join(printed) if isinstance(printed, list) else printed


def load(path):
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    return {record["id"]: Claim(record, content["domains"]) for record in content["claims"]}
