"""Print every statement with its theorem and what all proofs assume; fail unless each definition of type Prop in
Statements.v and FalseClaims.v has a theorem in Theorems.v, there are as many as expected, and nothing in any file rests
on an axiom that is not allowed.

usage: audit.py BUILD-DIRECTORY STATEMENTS ALLOWED-AXIOMS...

Names are full names throughout, so that nothing can pass for something else of the same short name.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

# The files that say what is proved, and all that they may load: nothing else can change what they mean.
STATED = ("Statements", "FalseClaims")
READABLE = {"Definitions", *STATED}
LOADED = {"Coq": {"Reals"}, "Coquelicot": {"Coquelicot"}, "SELU": READABLE}

# Words that must not be in a source, though most would show in the assumptions as well.
FORBIDDEN = r"\b(?:Axioms?|Parameters?|Conjectures?|Primitive|Admitted|admit|give_up|bypass_check|\w+ Checking)\b"


def sentences(text):
    """The sentences of a Coq file, without comments, which may be nested."""
    kept, depth = [], 0
    for part in re.split(r"(\(\*|\*\))", text):
        depth += (part == "(*") - (part == "*)")
        if depth == 0 and part != "*)":
            kept.append(part)
    return re.split(r"(?<=\.)\s+", "".join(kept))


def problems_in_sources(build):
    for path in sorted(build.glob("*.v")):
        forbidden = FORBIDDEN + (r"|\bModule\b" if path.stem in READABLE else "")
        for sentence in sentences(path.read_text()):
            command = re.match(r"(?:From\s+(\w+)\s+)?Require\s+(?:Import\s+|Export\s+)?([\w.\s]*)\.$", sentence.strip())
            if command and path.stem in READABLE:
                for module in set(command[2].split()) - LOADED.get(command[1], set()):
                    yield f"{path.name} loads {module}, which can change what it means"
            elif not command and (word := re.search(forbidden, sentence)):
                yield f"{path.name}: {word[0]!r} is not allowed in {' '.join(sentence.split())!r}"


def problems_in_directory(build):
    sources, compiled = ({path.stem for path in build.glob(pattern)} for pattern in ("*.v", "*.vo"))
    yield from (f"{name}.vo has no source" for name in sorted(compiled - sources))
    yield from (f"{name}.v is not compiled" for name in sorted(sources - compiled))


class Coq:
    """Runs coqc on commands, with all compiled files of a build loaded but none imported."""

    def __init__(self, build):
        self.build = build.resolve()
        self.modules = sorted(path.stem for path in build.glob("*.vo"))
        self.header = "Require " + " ".join(f"SELU.{module}" for module in self.modules) + ".\n"

    def __call__(self, commands):
        """The output and, if Coq does not accept a command, that command and what it says."""
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory, "Audit.v")
            path.write_text(self.header + "\n".join(commands) + "\n")
            command = ["coqc", "-w", "none", "-Q", self.build, "SELU", path]
            result = subprocess.run(command, text=True, capture_output=True)
        if result.returncode == 0:
            return result.stdout, None
        line = int(re.search(r"line (\d+)", result.stderr)[1])
        return result.stdout, (commands[line - 2] if line > 1 else self.header, result.stderr.partition("Error:")[2])


def constants(coq):
    """For each compiled file the kind, name and type of what is directly in it: a Definition, or a Parameter, which is
    a lemma or an axiom."""
    output, failure = coq(["Set Printing Width 1000000.", *(f"Print Module SELU.{module}." for module in coq.modules)])
    if failure:
        sys.exit(f"PROBLEM: the compiled files cannot be loaded:{failure[1]}")
    _, *printed = re.split(r"^Module (\w+) := Struct\b", output, flags=re.MULTILINE)
    if printed[::2] != coq.modules:
        sys.exit("PROBLEM: Coq does not say what the compiled files contain")
    return {module: re.findall(r"\b(Definition|Parameter) ([\w']+) : (.*?)\.(?= [A-Z])", " ".join(content.split()))
            for module, content in zip(printed[::2], printed[1::2])}


def assumptions(output):
    """What `Print Assumptions` says: the names of the axioms, and each line that is something else."""
    text = output[output.rfind("\nAxioms:\n") + 1:]
    if "Closed under the global context" in output:
        return [], []
    lines = [line for line in text.splitlines()[1:] if line and not line[0].isspace()]
    axioms = [re.match(r"([\w.']+)(?: :|$)", line) for line in lines]
    return [a[1] for a in axioms if a], [line for line, a in zip(lines, axioms) if not a]


def main(build, expected, *allow_lists):
    build = pathlib.Path(build)
    allowed = {line.strip() for path in allow_lists for line in pathlib.Path(path).read_text().splitlines()
               if line.strip() and not line.startswith("#")}
    problems = [*problems_in_sources(build), *problems_in_directory(build)]
    coq = Coq(build)
    content = constants(coq)
    for module in READABLE:
        problems += [f"{module}.{name} has no definition" for kind, name, _ in content[module] if kind == "Parameter"]
    for module in STATED:
        problems += [f"{module}.{name} is neither a statement nor a condition" for _, name, type_ in content[module]
                     if not re.match(r"(?:.* -> )?Prop$", type_)]
    statements = [(module, name) for module in STATED for _, name, type_ in content[module] if type_ == "Prop"]
    if len(statements) != int(expected):
        problems.append(f"{len(statements)} statements, where the Makefile expects {expected}")

    # The theorems, each with its statement as its type; then everything that there is, axioms that nobody uses as well.
    proofs = {f"Definition proof_{name} : SELU.{module}.{name} := SELU.Theorems.{name}_holds.": name
              for module, name in statements}
    names = [*(f"proof_{name}" for _, name in statements),
             *(f"@SELU.{module}.{name}" for module in content for _, name, _ in content[module])]
    everything = " ".join(f"let _ := {name} in" for name in names)
    output, failure = coq(["Set Printing Width 120.", *(f"Print SELU.{module}.{name}." for module, name in statements),
                           *proofs, f"Definition everything := {everything} tt.", "Print Assumptions everything."])
    (build / "Audit.out").write_text(output)
    axioms = []
    if failure:
        command, message = failure
        name = proofs.get(command)
        problems.append((f"{name} is not what SELU.Theorems.{name}_holds proves" if name else "Coq refuses the audit")
                        + f": {' '.join(message.split())}")
    else:
        names, others = assumptions(output)
        problems += [f"not allowed: {line}" for line in others]
        about, failure = coq([f"About {name}." for name in names])
        axioms = re.findall(r"^Expands to: Constant\s+(\S+)$", about, re.MULTILINE)
        if failure or len(axioms) != len(names):
            problems.append("the axioms have no full names")
        problems += [f"axiom {axiom} is not allowed" for axiom in sorted(set(axioms) - allowed)]

    for module, name in statements:
        print(f"SELU.Theorems.{name}_holds : SELU.{module}.{name}")
    machine = [axiom for axiom in axioms if re.match(r"Coq\.(Floats|Numbers\.Cyclic\.Int63)\.", axiom)]
    print("They assume", ", ".join(sorted(set(axioms) - set(machine))) or "nothing", end="")
    print(f", and {len(machine)} axioms about the machine's floats and integers" if machine else "")
    print(f"{len(statements)} statements, {sum(map(len, content.values()))} definitions and lemmas,",
          f"{len(axioms)} axioms; the statements and the whole output: {build / 'Audit.out'}")
    for problem in problems:
        print(f"PROBLEM: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
