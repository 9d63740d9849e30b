#!/usr/bin/env python3
"""Replays certificates of the claims (docs/certificates.md) with Arb, with formulas written from the paper.

Prints `accepted <claim id>: <verdict>` or `rejected <file>: <reason>` for each file, then the sums; with --complete also
`missing <claim id>: <reason>` for each claim that boxes decide and none of these files proves or refutes. The exit status
is 0 if all are accepted and none is missing, 1 if one is rejected or missing; else 65 if one cannot be read, 66 if one is
not there; 64 for a wrong command line.
"""

import argparse
import multiprocessing
import os
import pathlib
import re
import sys

import flint

from certificate import Rejected, check, read, shown
from claims import load
from own import OwnClaim
from relations import UNDECIDED, is_decided_by_boxes, relation_of
from replay import Replay

EXIT_REJECTED, EXIT_USAGE, EXIT_UNREADABLE, EXIT_MISSING = 1, 64, 65, 66
HERE = pathlib.Path(__file__).resolve().parent
CLAIMS = HERE / "claims.json"


def verify(path, known):
    """The id of the claim and its verdict, with the sentence if it is the certificate's own; raises Rejected, or OSError if
    there is no readable file. `known` are the claims by id, None for claims of the certificates' own."""
    certificate = read(path)
    check(path.name == certificate.claim + ".json", f"its claim is {shown(certificate.claim)}, which its name is not")
    claim = OwnClaim(certificate.value) if known is None else known.get(certificate.claim)
    check(claim is not None, f"there is no claim {shown(certificate.claim)}")
    claim.check_statement(certificate.value)
    relation = relation_of(claim)
    roles = [part.role for part in certificate.parts]
    wanted = [expected.role for expected in relation.parts]
    check(roles == wanted, f"the roles of the parts are {shown(roles)} and not {wanted}")
    for part, expected in zip(certificate.parts, relation.parts):
        name = claim.part_name(part.role)
        check(part.quantity == name, f"{part.role}: the quantity is called {shown(part.quantity)}, not {shown(name)}")
        if expected.is_supremum is not None:
            check(part.is_supremum == expected.is_supremum, f"{part.role}: {part.extremum} is the wrong extremum")
        Replay(expected.quantity, part, relation.sides(part, expected), part.role).run()
    verdict = relation.verdict(certificate.parts)
    check(verdict != UNDECIDED, "the parts decide nothing")
    check(verdict == certificate.verdict, f"the parts say {verdict}, the verdict {shown(certificate.verdict)}")
    return certificate.claim, verdict if known is not None else f"{verdict}: {claim.sentence()}"


def prepare(known, precision):
    """For each worker process."""
    global known_claims
    known_claims = known
    flint.ctx.prec = precision


def line_for(path):
    """(exit status, line, claim if accepted) for a file."""
    name = ascii(str(path))[1:-1]
    try:
        claim, verdict = verify(path, known_claims)
        return 0, f"accepted {claim}: {verdict}", claim
    except Rejected as error:
        return EXIT_REJECTED, f"rejected {name}: {error}", None
    except FileNotFoundError:
        return EXIT_MISSING, f"rejected {name}: there is no such file", None
    except OSError as error:
        return EXIT_UNREADABLE, f"rejected {name}: {error.strerror}", None
    except Exception as error:  # whatever a file provokes, it must not pass, nor end the run
        return EXIT_REJECTED, f"rejected {name}: {type(error).__name__} during the check", None


def files_in(arguments):
    """The files themselves, and the *.json of directories."""
    found = []
    for argument in arguments:
        path = pathlib.Path(argument)
        found += sorted(path.glob("*.json")) if path.is_dir() else [path]
    return found


def size(path):
    try:
        return path.stat().st_size
    except OSError:
        return 0


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(EXIT_USAGE, f"{self.prog}: {message}\n")


def between(least, most):
    def parse(text):
        if not re.fullmatch(r"[0-9]{1,5}", text, re.ASCII) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"must be between {least} and {most}")
        return int(text)

    return parse


def main():
    parser = Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="FILE-or-DIR")
    parser.add_argument("--complete", action="store_true", help="miss what has no accepted certificate")
    parser.add_argument("--own", action="store_true", help="take the claims from the certificates, and print them")
    parser.add_argument("--claims", type=pathlib.Path, default=CLAIMS, help="the printed claims")
    parser.add_argument("--precision", type=between(53, 4096), default=128, metavar="BITS", help="of the balls (128)")
    parser.add_argument("--jobs", type=between(1, 256), default=os.cpu_count(), metavar="N", help="processes")
    options = parser.parse_args()
    if options.own and options.complete:
        parser.error("with --own there is no list of claims that could be complete")
    try:
        known = None if options.own else load(options.claims)
    except FileNotFoundError:
        print(f"{options.claims}: there is no such file", file=sys.stderr)
        return EXIT_MISSING
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"{options.claims}: not a list of claims ({type(error).__name__})", file=sys.stderr)
        return EXIT_UNREADABLE
    files = files_in(options.paths)
    if not files:
        print("there is no certificate", file=sys.stderr)
        return EXIT_MISSING
    largest_first = sorted(files, key=size, reverse=True)
    workers = multiprocessing.get_context("fork")
    with workers.Pool(options.jobs, prepare, (known, options.precision)) as pool:
        results = dict(zip(largest_first, pool.imap(line_for, largest_first)))
    for path in files:
        print(results[path][1])
    statuses = [results[path][0] for path in files]
    accepted = statuses.count(0)
    counts = f"{accepted} accepted, {len(statuses) - accepted} rejected"
    if options.complete:
        decided = {results[path][2] for path in files}
        missing = [claim.id for claim in known.values() if is_decided_by_boxes(claim) and claim.id not in decided]
        for claim in missing:
            print(f"missing {claim}: no certificate of it is accepted")
        counts += f", {len(missing)} missing"
        statuses += [EXIT_REJECTED] * bool(missing)
    print(counts)
    return next((s for s in (EXIT_REJECTED, EXIT_UNREADABLE, EXIT_MISSING) if s in statuses), 0)


if __name__ == "__main__":
    sys.exit(main())
