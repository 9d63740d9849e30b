#!/usr/bin/env python3
"""Compares the speed of selu-bench with C programs on Arb and on MPFI/MPFR, side by side on this machine.

Builds the C programs with `cc -O2` into a temporary folder, runs selu-bench and the peers in turn for a few rounds,
and prints nanoseconds per operation (median over the rounds) with the ratio peer / ours: above 1, ours is faster.
Installs nothing. Needs only the Python standard library.

Exit status: 0 done; 1 a program failed; 2 something is missing (it says what, and which package has it); 64 usage.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OPERATIONS = ["add", "mul", "div", "sqrt", "exp", "log", "erf", "erfc", "erfcx", "moments"]

#: peer -> (source, what must compile first: (include, Debian package), possible library lists)
PEERS = {
    "arb": ("peer_arb.c",
            [(("arb.h", "flint/arb.h"), "libflint-arb-dev"), (("mpfr.h",), "libmpfr-dev")],
            [["-lflint-arb", "-lflint"], ["-lflint"]]),
    "mpfi": ("peer_mpfi.c",
             [(("mpfi.h",), "libmpfi-dev"), (("mpfr.h",), "libmpfr-dev")],
             [["-lmpfi"]]),
}


class Missing(Exception):
    pass


class Failed(Exception):
    pass


def compiles(source, arguments):
    """Whether `cc` accepts the text, and what it complains about."""
    command = ["cc", "-x", "c", "-", *arguments]
    done = subprocess.run(command, input=source, text=True, capture_output=True)
    return done.returncode == 0, done.stderr


def build(peer, folder):
    source, headers, libraries = PEERS[peer]
    for names, package in headers:
        if not any(compiles(f"#include <stdio.h>\n#include <{name}>\n", ["-fsyntax-only"])[0] for name in names):
            raise Missing(f"{peer}: no header {' or '.join(names)}: install {package}")
    target = folder / f"peer_{peer}"
    errors = ""
    for names in libraries:
        command = ["cc", "-O2", "-o", str(target), str(HERE / source), *names, "-lmpfr", "-lgmp", "-lm"]
        done = subprocess.run(command, text=True, capture_output=True)
        if done.returncode == 0:
            return target
        errors = done.stderr
    raise Failed(f"{peer}: cc failed:\n{errors}")


def times(command, name, folder=None):
    """{operation: nanoseconds} from `operation<TAB>ns` lines; other lines are passed over."""
    done = subprocess.run(command, text=True, capture_output=True, cwd=folder)
    if done.returncode != 0:
        raise Failed(f"{name}: {' '.join(map(str, command))} ended with status {done.returncode}:\n{done.stderr}")
    found = {}
    for line in done.stdout.splitlines():
        fields = line.split("\t")
        try:
            found[fields[0]] = float(fields[1])
        except (IndexError, ValueError):
            continue
    return found


def bench_command(path):
    if path:
        if not os.access(path, os.X_OK):
            raise Missing(f"ours: {path} is not an executable file")
        return [str(path.resolve()), "--format", "tsv"]
    if shutil.which("swift") is None:
        raise Missing("ours: no `swift` on the path (https://www.swift.org/install), or name a built one with --bench PATH")
    return ["swift", "run", "-c", "release", "selu-bench", "--format", "tsv"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=pathlib.Path, metavar="PATH", help="an already built selu-bench")
    parser.add_argument("--peers", default=",".join(PEERS), help="which peers, separated by commas (default: all)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only-peers", action="store_true", help="do not run selu-bench")
    parser.add_argument("--format", choices=("text", "tsv"), default="text")
    parser.error = lambda message: (parser.print_usage(sys.stderr), print(f"run.py: {message}", file=sys.stderr), sys.exit(64))
    options = parser.parse_args()
    peers = [name for name in options.peers.split(",") if name]
    for name in peers:
        if name not in PEERS:
            parser.error(f"no peer '{name}'; there are: {', '.join(PEERS)}")
    if options.rounds < 1:
        parser.error("--rounds has to be at least 1")

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        commands, missing = {}, []
        if not options.only_peers:
            try:
                commands["ours"] = bench_command(options.bench)
            except Missing as problem:
                missing.append(str(problem))
        if peers and shutil.which("cc") is None:
            missing.append("no `cc` on the path: install gcc or clang")
        else:
            for name in peers:
                try:
                    commands[name] = [str(build(name, folder))]
                except Missing as problem:
                    missing.append(str(problem))
        if missing:
            print("Missing, and nothing is installed silently:", *missing, sep="\n  ", file=sys.stderr)
            return 2

        results = {name: {} for name in commands}
        for number in range(options.rounds):
            for name, command in commands.items():
                print(f"round {number + 1}/{options.rounds}: {name}", file=sys.stderr)
                for operation, ns in times(command, name, ROOT if name == "ours" else None).items():
                    results[name].setdefault(operation, []).append(ns)

    median = {name: {o: statistics.median(v) for o, v in found.items()} for name, found in results.items()}
    absent = [o for o in OPERATIONS if "ours" in median and o not in median["ours"]]
    show(median, options.format)
    if absent:
        print(f"ours does not report: {', '.join(absent)}", file=sys.stderr)
        return 1
    return 0


def show(median, style):
    names = list(median)
    ratios = [name for name in names if name != "ours"] if "ours" in names else []
    header = ["operation"] + [f"{name} ns" for name in names] + [f"{name}/ours" for name in ratios]
    rows = []
    for operation in OPERATIONS:
        row = [operation]
        row += [f"{median[n][operation]:.1f}" if operation in median[n] else "-" for n in names]
        for name in ratios:
            both = operation in median[name] and median["ours"].get(operation, 0) > 0
            row.append(f"{median[name][operation] / median['ours'][operation]:.1f}" if both else "-")
        rows.append(row)
    if style == "tsv":
        for row in [header] + rows:
            print("\t".join(row))
        return
    widths = [max(len(row[i]) for row in [header] + rows) for i in range(len(header))]
    for row in [header] + rows:
        print("  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))).rstrip())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as problem:
        print(f"run.py: {problem}", file=sys.stderr)
        sys.exit(1)
