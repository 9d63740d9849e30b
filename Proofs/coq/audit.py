"""Compile Audit.v in a build directory, print each theorem with what it assumes, and fail unless every statement of
Statements.v and FalseClaims.v has a theorem that rests on allowed axioms only.

usage: audit.py BUILD-DIRECTORY ALLOWED-AXIOMS...
"""

import pathlib
import re
import subprocess
import sys

# What must not be in a source: commands at the start of a line, tactics anywhere.
FORBIDDEN = (r"^\s*(?:(?:Local|Global|Unset)\s+)*(?:Axioms?|Parameters?|Conjectures?|\w+ Checking)\b.*"
             r"|\b(?:admit|give_up|Admitted)\b.*")


def without_comments(text):
    """The text without its comments, which may be nested."""
    kept, depth = [], 0
    for part in re.split(r"(\(\*|\*\))", text):
        depth += (part == "(*") - (part == "*)")
        if depth == 0 and part != "*)":
            kept.append(part)
    return "".join(kept)


def assumptions(output, theorems):
    """The axioms of each theorem, from what coqc prints for `Check` (a line with its name) and `Print Assumptions`."""
    found, theorem, in_axioms = {}, None, False
    for line in output.splitlines():
        name = re.match(r"[\w.']+", line)
        if name and name[0] in theorems:
            theorem, in_axioms = name[0], False
        elif line.startswith("Closed under the global context"):
            found[theorem] = set()
        elif line.startswith("Axioms:"):
            found[theorem], in_axioms = set(), True
        elif name and in_axioms:
            if re.match(r"\w+ =", line):
                in_axioms = False  # the next statement
            else:
                found[theorem].add(name[0])
    return found


def main(build, *allow_lists):
    build, problems = pathlib.Path(build), []
    allowed = {line.strip() for path in allow_lists for line in pathlib.Path(path).read_text().splitlines()
               if line.strip() and not line.startswith("#")}
    for path in sorted(build.glob("*.v")):
        for match in re.finditer(FORBIDDEN, without_comments(path.read_text()), re.MULTILINE):
            problems.append(f"{path.name}: {match[0].strip()}")
    texts = [(build / name).read_text() for name in ("Statements.v", "FalseClaims.v")]
    statements = re.findall(r"^Definition (\w+) : Prop", "".join(texts), re.MULTILINE)
    theorems = {f"{name}_holds": name for name in statements}
    command = ["coqc", "-w", "-ambiguous-paths", "-Q", ".", "SELU", "Audit.v"]
    output = subprocess.run(command, cwd=build, check=True, stdout=subprocess.PIPE, text=True).stdout
    (build / "Audit.out").write_text(output)
    found = assumptions(output, theorems)
    types = dict(re.findall(r"^(\w+)\s+: (\w+)$", output, re.MULTILINE))
    for theorem, statement in theorems.items():
        if types.get(theorem) != statement or theorem not in found:
            problems.append(f"{statement}: Audit.v does not show that {theorem} proves it")
        for axiom in sorted(found.get(theorem, set()) - allowed):
            problems.append(f"{theorem}: axiom {axiom} is not allowed")
    used = set().union(*found.values()) if found else set()
    machine = {axiom for axiom in used if re.match(r"(PrimFloat|PrimInt63|Uint63|FloatAxioms|Sint63)\.", axiom)}
    for theorem, statement in theorems.items():
        axioms = found.get(theorem, set())
        names = sorted(axiom.split(".")[-1] for axiom in axioms - machine)
        numbers = f", {len(axioms & machine)} about the machine's floats and integers" if axioms & machine else ""
        print(f"{theorem} : {statement}\n  assumes {', '.join(names) or 'nothing'}{numbers}")
    if machine:
        print(f"About the machine's floats and integers: {', '.join(sorted(machine))}")
    print(f"{len(found)} theorems, {len(used)} axioms; the statements and the whole output: {build / 'Audit.out'}")
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
