#!/usr/bin/env python3
"""Damages certificates by seeded random mutation and gives every one to both verifiers.

    tamper.py --proof .build/release/selu-proof --arb .venv/bin/python --count 10000 --seed 1

Both must reject every mutant, with a reason, except those that still say something true: a certificate may be damaged in a
way that leaves a proof (a bound that is weaker than it could be, a tree that is finer than it has to be). Such a mutant is
told from a false one without a verifier: its heading and boxes must be those of the original, and what it says of each
extremum must agree with what the original says. A mutant that is not in the canonical form must be rejected by selu-proof in
any case; white space is all that Arb's replay does not look at.
"""

import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parents[2]
CERTIFICATES = ROOT / "Proofs" / "certificates"
LARGEST = 12_000  # bytes: small certificates of every relation, so that ten thousand replays take a minute


def text_of(certificate):
    """The canonical form: what the program writes."""
    def write(value, indent):
        pad = "  " * (indent + 1)
        if isinstance(value, dict):
            if not value:
                return "{\n\n" + "  " * indent + "}"
            names = {key: json.dumps(key, ensure_ascii=False) for key in sorted(value)}
            rows = [f"{pad}{name} : {write(value[key], indent + 1)}" for key, name in names.items()]
            return "{\n" + ",\n".join(rows) + "\n" + "  " * indent + "}"
        if isinstance(value, list):
            if not value:
                return "[\n\n" + "  " * indent + "]"
            return "[\n" + ",\n".join(pad + write(v, indent + 1) for v in value) + "\n" + "  " * indent + "]"
        return json.dumps(value, ensure_ascii=False)
    return write(certificate, 0) + "\n"


# MARK: numbers


def number(text):
    """An exact number from a decimal, a fraction or C's hexadecimal notation."""
    if text.endswith("inf"):
        return float(text)
    if "0x" in text:
        sign = -1 if text.startswith("-") else 1
        mantissa, exponent = text.split("0x")[1].split("p")
        whole, _, part = mantissa.partition(".")
        return sign * Fraction(int(whole + part, 16), 16 ** len(part)) * Fraction(2) ** int(exponent)
    return Fraction(text)


def binary(value):
    """A dyadic number as trees write it."""
    if value == 0:
        return "0x0p0"
    significand, exponent = abs(value.numerator), -(value.denominator.bit_length() - 1)
    while significand % 2 == 0:
        significand, exponent = significand // 2, exponent + 1
    return f"{'-' if value < 0 else ''}0x{significand:x}p{exponent}"


def normal_hex(value):
    """A double as bounds write it."""
    text = value.hex()
    if value == 0:
        return "0x0p+0"
    mantissa, exponent = text.split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{exponent}"


def decimal(value, up):
    """17 significant digits, rounded away from what is proved."""
    if value == 0:
        return "0"
    digits, exponent = 17, 0
    magnitude = abs(value)
    while magnitude >= Fraction(10) ** (exponent + 1):
        exponent += 1
    while magnitude < Fraction(10) ** exponent:
        exponent -= 1
    scaled = value / Fraction(10) ** (exponent - digits + 1)
    rounded = -((-scaled.numerator) // scaled.denominator) if up else scaled.numerator // scaled.denominator
    return rounded, exponent - digits + 1


# MARK: mutations of what is said


def nodes(part):
    return [(i, j) for i, line in enumerate(part["tree"]) for j, _ in enumerate(line.split("; "))]


def edit_node(part, random, change):
    i, j = random.choice(nodes(part))
    line = part["tree"][i].split("; ")
    line[j] = change(line[j])
    part["tree"][i] = "; ".join(line)


def replace_word(random, choose, replace):
    def change(node):
        words = node.split(" ")
        places = [k for k, word in enumerate(words) if choose(word)]
        if places:
            k = random.choice(places)
            words[k] = replace(words[k])
        return " ".join(words)
    return change


def is_number(word):
    return "0x" in word


def moved(random):
    def replace(word):
        comma = "," if word.endswith(",") else ""
        value = number(word.rstrip(","))
        step = Fraction(random.choice([-3, -1, 1, 3]), 2 ** random.randint(0, 30)) * max(abs(value), Fraction(1, 64))
        exact = value + step
        return binary(Fraction(round(exact * 2**60), 2**60)) + comma
    return replace


def other_name(names):
    return lambda random: (lambda word: word.replace(word.rstrip(","), random.choice(names)))


def drop_leaf(c, r):
    part = r.choice(c["parts"])
    part["tree"].pop(r.randrange(len(part["tree"])))


def drop_node(c, r):
    part = r.choice(c["parts"])
    i, j = r.choice(nodes(part))
    line = part["tree"][i].split("; ")
    line.pop(j)
    part["tree"][i] = "; ".join(line)


def repeat_leaf(c, r):
    part = r.choice(c["parts"])
    i = r.randrange(len(part["tree"]))
    part["tree"].insert(i, part["tree"][r.randrange(len(part["tree"]))])


def swap_leaves(c, r):
    tree = r.choice(c["parts"])["tree"]
    i, j = r.randrange(len(tree)), r.randrange(len(tree))
    tree[i], tree[j] = tree[j], tree[i]


def move_split(c, r):
    edit_node(r.choice(c["parts"]), r, replace_word(r, is_number, moved(r)))


def other_variable(c, r):
    names = ["mu", "omega", "nu", "tau", "y", "x", "z"]
    edit_node(r.choice(c["parts"]), r, replace_word(r, lambda w: w.rstrip(",") in names, other_name(names)(r)))


def other_face(c, r):
    swap = {"upper": "lower", "lower": "upper"}
    edit_node(r.choice(c["parts"]), r, replace_word(r, lambda w: w in swap, lambda w: swap[w]))


def extra_face(c, r):
    part = r.choice(c["parts"])
    name = r.choice(part["variables"]) if part["variables"] else "y"
    edit_node(part, r, lambda node: f"{r.choice(['upper', 'lower'])} {name}, {node}")


def coarser(c, r):
    """A leaf in the place of a subtree."""
    part = r.choice(c["parts"])
    tree = part["tree"]
    i = r.randrange(len(tree))
    tree[i] = "natural"
    if r.random() < 0.5:
        del tree[i + 1:]


def finer(c, r):
    """A needless split of a leaf."""
    part = r.choice(c["parts"])
    sides = [(v, s) for v, s in zip(part["variables"], part["box"]) if s[0] != s[1]]
    if sides:
        variable, side = r.choice(sides)
        middle = (number(side[0]) + number(side[1])) / 2
        middle = Fraction(round(middle * 2**12), 2**12)
        part["tree"][r.randrange(len(part["tree"]))] += f"; split {variable} {binary(middle)}; natural; natural"


def needless(c, r):
    """A neighbourhood of fixed points where nothing is about these."""
    place = ["0x0p0", "0x1p0", "0x1p0", "0x1p1"]
    part = r.choice(c["parts"])
    if part["role"] == "fixed point":
        return
    if r.random() < 0.5:
        part["witnessWithin"] = place
    else:
        i = r.randrange(len(part["tree"]))
        part["tree"][i] += " within " + " ".join(place)


def set_bound(part, key, value):
    up = (part["extremum"] == "supremum") == (key == "bound")
    exact = Fraction(value)
    found = decimal(exact, up)
    if found == "0":
        text = "0"
    else:
        digits, exponent = found
        text = plain(digits, exponent)
    part[key] = {"decimal": text, "hex": normal_hex(value)}


def plain(digits, exponent):
    """A decimal as the program writes it: positional, or with an exponent where that is shorter."""
    sign, digits = ("-" if digits < 0 else ""), str(abs(digits))
    point = len(digits) + exponent  # digits before the point
    if -4 < point <= 17:
        if point <= 0:
            return f"{sign}0.{'0' * -point}{digits}"
        return f"{sign}{digits[:point]}" + (f".{digits[point:]}" if point < len(digits) else "")
    return f"{sign}{digits[0]}.{digits[1:]}e{point - 1}"


def move_bound(c, r):
    part = r.choice(c["parts"])
    key = r.choice(["bound", "attained"])
    if "hex" in part[key]:
        value = float(number(part[key]["hex"]))
        set_bound(part, key, value + r.choice([-1, 1]) * max(abs(value), 1e-9) * 2.0 ** -r.randint(0, 50))
    else:
        part[key] = {"exact": str(Fraction(part[key]["exact"]) + Fraction(r.choice([-1, 1]), 10 ** r.randint(1, 12)))}


def decimal_only(c, r):
    part = r.choice(c["parts"])
    key = r.choice(["bound", "attained"])
    name = "decimal" if "decimal" in part[key] else "exact"
    text = part[key][name]
    places = [i for i, x in enumerate(text) if x.isdigit()]
    i = r.choice(places)
    part[key][name] = text[:i] + str((int(text[i]) + r.randint(1, 9)) % 10) + text[i + 1:]


def shrink_box(c, r):
    part = r.choice(c["parts"])
    if part["box"]:
        side = r.choice(part["box"])
        low, high = number(side[0]), number(side[1])
        k = r.randrange(2)
        share = Fraction(r.randint(1, 9), 10)
        value = low + (high - low) * share if low != high else low + share
        side[k] = str(float(value))


def shrink_domain(c, r):
    if c["domain"]:
        side = r.choice(list(c["domain"].values()))
        side[r.randrange(2)] = str(r.randint(-9, 9) / 10)


def flip_sign(c, r):
    """The sign of any number."""
    def flip(text):
        return text[1:] if text.startswith("-") else "-" + text
    part = r.choice(c["parts"])
    kind = r.randrange(3)
    if kind == 0 and part["witness"]:
        i = r.randrange(len(part["witness"]))
        part["witness"][i] = flip(part["witness"][i])
    elif kind == 1 and part["box"]:
        side = r.choice(part["box"])
        k = r.randrange(2)
        side[k] = flip(side[k])
    else:
        key = r.choice(["bound", "attained"])
        part[key] = {name: flip(text) for name, text in part[key].items()}


def move_witness(c, r):
    part = r.choice(c["parts"])
    if part["witness"]:
        i = r.randrange(len(part["witness"]))
        part["witness"][i] = str(float(number(part["witness"][i])) + r.choice([-1, 1]) * 10.0 ** -r.randint(0, 4))


def swap_ids(c, r):
    c["claim"] = r.choice(IDS)


def swap_heading(c, r):
    key = r.choice(["source", "statement", "relation", "printed", "verdict", "format", "arithmetic"])
    c[key] = r.choice([r.choice(ORIGINALS)[1][key], "proved", "refuted", "undecided", "<", ""])


def swap_parts(c, r):
    other = r.choice(ORIGINALS)[1]
    i = r.randrange(len(c["parts"]))
    c["parts"][i] = json.loads(json.dumps(r.choice(other["parts"])))


def drop_part(c, r):
    c["parts"].pop(r.randrange(len(c["parts"])))


def other_extremum(c, r):
    part = r.choice(c["parts"])
    part["extremum"] = "infimum" if part["extremum"] == "supremum" else "supremum"


def other_quantity(c, r):
    part, other = r.choice(c["parts"]), r.choice(r.choice(ORIGINALS)[1]["parts"])
    key = r.choice(["quantity", "role"])
    part[key] = other[key]


def huge_number(c, r):
    huge = r.choice(
        ["1e999999999", "9" * 5000, "0x1p999999999", "1/" + "3" * 3000, "0x" + "f" * 4000 + "p0", "inf", "nan", "-inf"])
    part = r.choice(c["parts"])
    place = r.randrange(4)
    if place == 0:
        part["witness"] = [huge] * len(part["witness"])
    elif place == 1 and part["box"]:
        r.choice(part["box"])[r.randrange(2)] = huge
    elif place == 2:
        part[r.choice(["bound", "attained"])] = {"hex": huge, "decimal": huge}
    else:
        variable = (part["variables"] + ["y"])[0]
        edit_node(part, r, lambda node: r.choice([f"split {variable} {huge}", f"mean-value {huge}"]))


def wrong_type(c, r):
    value = r.choice([None, True, 0, 1.5, [], {}, "", [[]], {"hex": 1}])
    target = c if r.random() < 0.4 else r.choice(c["parts"])
    target[r.choice(list(target))] = value


def drop_key(c, r):
    target = c if r.random() < 0.4 else r.choice(c["parts"])
    target.pop(r.choice(list(target)))


def add_key(c, r):
    target = c if r.random() < 0.4 else r.choice(c["parts"])
    target[r.choice(["comment", "trees", "Bound", "slack", "tolerance"])] = r.choice(["", "0", []])


STRUCTURAL = [
    drop_leaf, drop_node, repeat_leaf, swap_leaves, move_split, other_variable, other_face, extra_face, coarser, finer,
    needless, move_bound, decimal_only, shrink_box, shrink_domain, flip_sign, move_witness, swap_ids, swap_heading, swap_parts,
    drop_part, other_extremum, other_quantity, huge_number, wrong_type, drop_key, add_key,
]


# MARK: mutations of the text


def truncated(data, r):
    return data[: r.randrange(len(data))]


def flipped_byte(data, r):
    i = r.randrange(len(data))
    return data[:i] + bytes([data[i] ^ (1 << r.randrange(8))]) + data[i + 1:]


def invalid_utf8(data, r):
    i = r.randrange(len(data))
    return data[:i] + r.choice([b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80"]) + data[i:]


def nested(data, r):
    depth = r.choice([50, 1000, 100_000])
    return data.replace(b'"tree" : [', b'"tree" : ' + b"[" * depth + b"]" * depth + b', "x" : [', 1)


def duplicate_key(data, r):
    lines = data.split(b"\n")
    keyed = [i for i, line in enumerate(lines) if b" : " in line and line.rstrip().endswith(b",")]
    i = r.choice(keyed)
    return b"\n".join(lines[: i + 1] + [lines[i]] + lines[i + 1:])


def blank(data, r):
    places = [i for i, byte in enumerate(data) if byte in b"\n,"]
    i = r.choice(places)
    return data[:i] + r.choice([b" ", b"\t", b"\r"]) + data[i:]


def spliced(data, r):
    i, j = sorted(r.randrange(len(data)) for _ in range(2))
    return data[:i] + data[j:] if r.random() < 0.5 else data[:j] + data[i:]


TEXTUAL = [truncated, flipped_byte, invalid_utf8, nested, duplicate_key, blank, spliced]


# MARK: what may be accepted


def without_duplicates(pairs):
    if len(pairs) != len(dict(pairs)):
        raise ValueError("a key stands there twice")
    return dict(pairs)


def still_true(original, data, is_canonical):
    """Whether a mutant, in the canonical form if that is asked for, says nothing that contradicts its original."""
    try:
        mutant = json.loads(data.decode("utf-8"), object_pairs_hook=without_duplicates)
        same = all(mutant[key] == original[key] for key in original if key not in ("parts", "tool", "domain"))
        same = same and mutant["domain"].keys() == original["domain"].keys()
        same = same and numbers(mutant["domain"].values()) == numbers(original["domain"].values())
        if not same or set(mutant) != set(original) or len(mutant["parts"]) != len(original["parts"]):
            return False
        if is_canonical and text_of(mutant).encode() != data:
            return False
        return all(agrees(a, b) for a, b in zip(original["parts"], mutant["parts"]))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ZeroDivisionError, RecursionError):
        return False


def agrees(original, mutant):
    if any(original[key] != mutant[key] for key in ("role", "quantity", "variables")):
        return False
    # Nothing stands there that the proof does not need.
    is_about_fixed_points = original["role"] == "fixed point"
    if set(original) != set(mutant) or not is_about_fixed_points and any(" within " in line for line in mutant["tree"]):
        return False
    box = numbers(original["box"])
    if numbers(mutant["box"]) != box:
        return original["role"] in ("rising", "falling")  # whose boxes may end earlier: nothing to compare with
    # At a single point the supremum is the infimum.
    if original["extremum"] != mutant["extremum"] and any(low != high for low, high in box):
        return False
    (low, high), (least, greatest) = said(original), said(mutant)
    return least <= high and low <= greatest


def numbers(box):
    return [tuple(number(bound) for bound in side) for side in box]


def said(part):
    """The numbers between which the extremum is said to be."""
    bound, attained = (number(part[key].get("hex", part[key].get("exact"))) for key in ("bound", "attained"))
    return (attained, bound) if part["extremum"] == "supremum" else (bound, attained)


# MARK: the run


def load():
    for path in sorted(CERTIFICATES.glob("*.json")):
        data = path.read_bytes()
        if len(data) <= LARGEST:
            yield path.name, json.loads(data)


ORIGINALS = list(load())
IDS = [original["claim"] for _, original in ORIGINALS]


def by_relation():
    """The originals such that every relation is as likely as any other."""
    groups = collections.defaultdict(list)
    for name, original in ORIGINALS:
        groups[(original["relation"], original["verdict"])].append((name, original))
    return list(groups.values())


def mutant(r, groups):
    name, original = r.choice(r.choice(groups))
    mutation = r.choice(STRUCTURAL + TEXTUAL)
    if mutation in TEXTUAL:
        return mutation.__name__, original, mutation(text_of(original).encode(), r)
    changed = json.loads(json.dumps(original))
    for _ in range(r.choice([1, 1, 1, 2])):
        try:
            mutation(changed, r)
        except (IndexError, KeyError, TypeError, ValueError, AttributeError, OverflowError):
            break  # nothing of the kind to damage here
    return mutation.__name__, original, text_of(changed).encode()


def file_name(data, original):
    """The name that the verifiers want: that of the claim. So no mutant is rejected for its name only."""
    try:
        claim = json.loads(data.decode("utf-8"))["claim"]
    except (ValueError, KeyError, TypeError, RecursionError):
        claim = None
    return f"{claim if claim in IDS else original['claim']}.json"


def verdicts(command, folders, count):
    """One 'accepted' or 'rejected' a folder, each of which holds one file, in their order."""
    run = subprocess.run([*command, *folders], capture_output=True, text=True, timeout=1800)
    lines = [line for line in run.stdout.splitlines() if line.startswith(("accepted ", "rejected "))]
    if len(lines) != count or run.returncode not in (0, 1) or "Traceback" in run.stderr:
        sys.exit(f"{command[0]}: {len(lines)} verdicts on {count} files, status {run.returncode}\n{run.stderr[-2000:]}")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--proof", default=".build/release/selu-proof", help="the command selu-proof")
    parser.add_argument("--arb", default=".venv/bin/python", help="a Python with python-flint")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for mutants that a verifier gets wrong")
    arguments = parser.parse_args()
    r, groups = random.Random(arguments.seed), by_relation()
    for name, original in ORIGINALS:
        if text_of(original).encode() != (CERTIFICATES / name).read_bytes():
            sys.exit(f"{name} is not in the canonical form that this script writes")
    verifiers = {
        "selu-proof": [arguments.proof, "verify"],
        "Arb": [arguments.arb, str(ROOT / "Proofs" / "arb" / "verify.py")],
    }
    with tempfile.TemporaryDirectory() as directory:
        made, folders, kinds = [], [], collections.Counter()
        while len(made) < arguments.count:
            kind, original, data = mutant(r, groups)
            if data == text_of(original).encode():
                continue
            folder = pathlib.Path(directory) / f"{len(made):06d}"
            folder.mkdir()
            (folder / file_name(data, original)).write_bytes(data)
            folders.append(str(folder))
            made.append((kind, original, data))
            kinds[kind] += 1
        wrong, accepted, reasons = 0, collections.Counter(), collections.Counter()
        for verifier, command in verifiers.items():
            for index, line in enumerate(verdicts(command, folders, len(made))):
                kind, original, data = made[index]
                if line.startswith("accepted"):
                    accepted[verifier] += 1
                    if not still_true(original, data, is_canonical=verifier == "selu-proof"):
                        wrong += 1
                        print(f"{verifier} accepts a false mutant ({kind}, number {index}) of {original['claim']}")
                        if arguments.keep:
                            arguments.keep.mkdir(parents=True, exist_ok=True)
                            (arguments.keep / f"{verifier}-{index:06d}-{file_name(data, original)}").write_bytes(data)
                elif not line.partition(": ")[2].strip():
                    wrong += 1
                    print(f"{verifier} rejects number {index} without a reason")
    print(", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    for verifier in verifiers:
        rest = f"{accepted[verifier]} accepted as they still prove the claim"
        print(f"{verifier}: {len(made) - accepted[verifier]} rejected, {rest}")
    print(f"{len(verifiers) * len(made) - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
