"""Reads certificate files (docs/certificates.md), strictly: what is not exactly as the format says is rejected."""

import errno
import json
import os
import re
import stat

from flint import fmpq

MAXIMAL_SIZE = 4 << 20  # bytes
MAXIMAL_NODES = 50_000  # of all parts
MAXIMAL_TEXT = 50_000  # characters of a text of a tree
MAXIMAL_STEPS = 5  # of a node: a face for each of four variables, and a leaf or a split
MAXIMAL_WORDS = 15  # of a step: a mean-value step with four coordinates and two boxes
MAXIMAL_DIGITS = 1100  # of a number: an exact decimal of a binary64 number has up to 1075
MAXIMAL_EXPONENT = 6000  # binary, of a number without point, or decimal

FORMAT = "selu-proof certificate 1"
ARITHMETIC = "binary64 intervals, rounded outward"
SIGNIFICANT_DIGITS = 17

CERTIFICATE_KEYS = {
    "arithmetic", "claim", "domain", "format", "parts", "printed", "relation", "source", "statement", "tool", "verdict",
}
PART_KEYS = {"attained", "bound", "box", "extremum", "quantity", "role", "tree", "variables", "witness"}
FIXED_POINT = "fixed point"  # the role of parts that also have the key witnessWithin

DECIMAL = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(?:e([+-]?[0-9]{1,4}))?", re.ASCII)
FRACTION = re.compile(r"(-?[0-9]+)/([0-9]+)", re.ASCII)
ODD_INTEGER = re.compile(r"(-?)0x([0-9a-f]*[13579bdf])p(-?[0-9]{1,4})|0x0p0", re.ASCII)
HEXADECIMAL = re.compile(r"(-?)0x([0-9a-f]+)(?:\.([0-9a-f]+))?p([+-]?[0-9]{1,4})", re.ASCII)


class Rejected(Exception):
    """The certificate does not prove what it says; the text says why, on one line."""


def check(condition, reason):
    if not condition:
        raise Rejected(reason)


def shown(value):
    """A short text of anything, safe to print."""
    text = ascii(value)
    return text if len(text) <= 60 else text[:57] + "..."


def number(text):
    """The exact value of a decimal, a fraction p/q or a hexadecimal binary number."""
    check(isinstance(text, str), f"{shown(text)} stands where a number should, as a text")
    check(len(text) <= MAXIMAL_DIGITS, f"the number {shown(text)} is too long")
    match = HEXADECIMAL.fullmatch(text)
    if match:
        return _hexadecimal(match)
    match = DECIMAL.fullmatch(text)
    if match:
        sign, whole, fraction, exponent = match[1], match[2], match[3] or "", int(match[4] or 0)
        check(abs(exponent) <= MAXIMAL_EXPONENT, f"the exponent of {text} is too large")
        digits, power = int(sign + whole + fraction), exponent - len(fraction)
        return fmpq(digits * 10**power) if power >= 0 else fmpq(digits, 10**-power)
    match = FRACTION.fullmatch(text)
    check(match, f"{shown(text)} is not a number")
    check(int(match[2]) != 0, f"{shown(text)} divides by zero")
    return fmpq(int(match[1]), int(match[2]))


def binary(text):
    """The value of a number in a tree: an odd integer times a power of two."""
    check(isinstance(text, str) and len(text) <= MAXIMAL_DIGITS, f"{shown(text)} is not a number of a tree")
    match = ODD_INTEGER.fullmatch(text)
    check(match, f"{shown(text)} is not an odd integer times a power of two, nor 0x0p0")
    if match[2] is None:
        return fmpq(0)
    return _binary(match[1] + match[2], int(match[3]))


def hexadecimal(text):
    check(isinstance(text, str) and len(text) <= MAXIMAL_DIGITS, f"{shown(text)} is not a hexadecimal number")
    match = HEXADECIMAL.fullmatch(text)
    check(match, f"{shown(text)} is not a hexadecimal number")
    return _hexadecimal(match)


def _hexadecimal(match):
    fraction = match[3] or ""
    return _binary(match[1] + match[2] + fraction, int(match[4]) - 4 * len(fraction))


def _binary(digits, exponent):
    check(abs(exponent) <= MAXIMAL_EXPONENT, f"the exponent of {shown(digits)} is too large")
    return fmpq(int(digits, 16) * 2**exponent) if exponent >= 0 else fmpq(int(digits, 16), 2**-exponent)


def rounded_outward(value, upward):
    """The nearest number with 17 significant digits that is not below (not above) the value."""
    if value == 0:
        return value
    size = abs(value)
    exponent = len(str(int(size.p))) - len(str(int(size.q)))  # 10^(exponent - 1) < size < 10^(exponent + 1)
    if size < _power_of_ten(exponent):
        exponent -= 1
    unit = _power_of_ten(exponent + 1 - SIGNIFICANT_DIGITS)
    steps = (value / unit).ceil() if upward else (value / unit).floor()
    return unit * steps


def _power_of_ten(exponent):
    return fmpq(10**exponent) if exponent >= 0 else fmpq(1, 10**-exponent)


def _object(pairs):
    found = {}
    for key, value in pairs:
        check(key not in found, f"the key {shown(key)} stands twice")
        found[key] = value
    check(list(found) == sorted(found), "the keys of an object are not in alphabetical order")
    return found


def _no_number(text):
    raise Rejected(f"a bare number or constant, {shown(text)}: numbers are texts")


def keys(value, wanted, what):
    """Checks that value is an object with exactly the wanted keys."""
    check(isinstance(value, dict), f"{what} is not an object")
    for key in value:
        check(key in wanted, f"{what} has an unknown key {shown(key)}")
    for key in sorted(wanted):
        check(key in value, f"{what} has no {key}")


def text(value, what):
    check(isinstance(value, str), f"{what} is not a text")
    return value


def texts(value, what):
    check(isinstance(value, list) and all(isinstance(item, str) for item in value), f"{what} is not a list of texts")
    return value


def extent(value, what):
    """(lower, upper) of a side of a box."""
    check(isinstance(value, list) and len(value) == 2, f"{what} is not a pair of numbers")
    lower, upper = number(value[0]), number(value[1])
    check(lower <= upper, f"{what} has its ends exchanged")
    return lower, upper


def end(value, upward, what):
    """A bound or an attained value: { hex, decimal }, the decimal rounded outward, or { exact }."""
    check(isinstance(value, dict), f"{what} is not an object")
    if "exact" in value:
        keys(value, {"exact"}, what)
        return number(value["exact"])
    keys(value, {"decimal", "hex"}, what)
    exact = hexadecimal(value["hex"])
    check(number(value["decimal"]) == rounded_outward(exact, upward), f"{what}: the decimal is not the rounded hex")
    return exact


class Part:
    def __init__(self, value, index):
        what = f"part {index + 1}"
        is_fixed_point = isinstance(value, dict) and value.get("role") == FIXED_POINT
        keys(value, PART_KEYS | {"witnessWithin"} if is_fixed_point else PART_KEYS, what)
        self.role = text(value["role"], f"{what}: role")
        self.quantity = text(value["quantity"], f"{what}: quantity")
        self.extremum = text(value["extremum"], f"{what}: extremum")
        check(self.extremum in ("supremum", "infimum"), f"{what}: extremum is neither supremum nor infimum")
        self.is_supremum = self.extremum == "supremum"
        self.variables = texts(value["variables"], f"{what}: variables")
        check(len(set(self.variables)) == len(self.variables), f"{what}: a variable stands twice")
        sides = value["box"]
        check(isinstance(sides, list) and len(sides) == len(self.variables), f"{what}: box and variables do not match")
        self.box = {v: extent(side, f"{what}: range of {shown(v)}") for v, side in zip(self.variables, sides)}
        self.bound = end(value["bound"], self.is_supremum, f"{what}: bound")
        self.attained = end(value["attained"], not self.is_supremum, f"{what}: attained")
        check(("exact" in value["bound"]) == ("exact" in value["attained"]), f"{what}: only one of two ends is exact")
        if "exact" in value["bound"]:
            check(self.bound == self.attained, f"{what}: the exact ends are not equal")
        coordinates = texts(value["witness"], f"{what}: witness")
        check(len(coordinates) == len(self.variables), f"{what}: witness and variables do not match")
        self.witness = dict(zip(self.variables, map(number, coordinates)))
        for variable, coordinate in self.witness.items():
            lower, upper = self.box[variable]
            check(lower <= coordinate <= upper, f"{what}: the witness is outside of the box")
        self.witness_within = None
        if is_fixed_point:
            self.witness_within = [binary(end) for end in texts(value["witnessWithin"], f"{what}: witnessWithin")]
        self.nodes = nodes(texts(value["tree"], f"{what}: tree"), what)


def nodes(tree, what):
    """The nodes in preorder, each a list of steps, each a list of words. A text of the tree holds the nodes down to the
    next leaf: splits, and at its end the leaf."""
    found = []
    for item in tree:
        check(len(item) <= MAXIMAL_TEXT, f"{what}: a text of the tree is too long")
        below = item.split("; ")
        check(len(found) + len(below) <= MAXIMAL_NODES, f"{what}: the tree has too many nodes")
        for index, node in enumerate(below):
            steps = [step.split(" ") for step in node.split(", ")]
            is_last = index == len(below) - 1
            check((steps[-1][0] != "split") == is_last, f"{what}: a text of the tree does not end with its leaf")
            check(len(steps) <= MAXIMAL_STEPS, f"{what}: a node has too many steps")
            check(max(map(len, steps)) <= MAXIMAL_WORDS, f"{what}: a step has too many words")
            found.append(steps)
    check(found, f"{what}: the tree is empty")
    return found


class Certificate:
    def __init__(self, value):
        keys(value, CERTIFICATE_KEYS, "the file")
        check(value["format"] == FORMAT, f"unknown format {shown(value['format'])}")
        check(value["arithmetic"] == ARITHMETIC, f"unknown arithmetic {shown(value['arithmetic'])}")
        keys(value["tool"], {"name", "version"}, "tool")
        for key in ("name", "version"):
            text(value["tool"][key], f"tool: {key}")
        self.claim = text(value["claim"], "claim")
        self.verdict = text(value["verdict"], "verdict")
        self.value = value
        parts = value["parts"]
        check(isinstance(parts, list) and parts, "parts is not a list, or empty")
        self.parts = [Part(part, index) for index, part in enumerate(parts)]
        check(sum(len(part.nodes) for part in self.parts) <= MAXIMAL_NODES, "the trees have too many nodes")


def read(path):
    """The certificate in a file; OSError if there is no readable file."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, "not a file")
    with open(path, "rb") as file:
        data = file.read(MAXIMAL_SIZE + 1)
    check(len(data) <= MAXIMAL_SIZE, "the file is too large")
    try:
        value = json.loads(
            data.decode("utf-8"), object_pairs_hook=_object,
            parse_int=_no_number, parse_float=_no_number, parse_constant=_no_number,
        )
    except UnicodeDecodeError as error:
        raise Rejected(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise Rejected(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise Rejected("nested too deeply") from None
    return Certificate(value)
