"""Try to deceive the audit: in copies of the built proofs, something is proved that is not true or not what is stated.
Each must end with a status that is not 0 and with the sentence that says why; an undamaged copy must pass.

usage: test_audit.py [NAME...]        after `make primitive`; the names are those of the functions below
"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD = pathlib.Path("build", "primitive")


class Copy:
    """A copy of this directory that may be damaged."""

    def __init__(self, parent):
        self.path = pathlib.Path(parent, "coq")
        shutil.copytree(HERE, self.path, ignore=shutil.ignore_patterns("software", "__pycache__"))

    def edit(self, name, old, new):
        text = (self.path / name).read_text()
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        (self.path / name).write_text(text.replace(old, new))

    def append(self, name, text):
        with open(self.path / name, "a") as file:
            file.write(text)

    def replace_theorem(self, name, proof, before=""):
        """Another proof of a theorem, with some commands before it."""
        text, count = re.subn(rf"(Theorem {name} : \w+\.\n)Proof\..*?Qed\.", lambda m: before + m[1] + proof,
                              (self.path / "Theorems.v").read_text(), flags=re.DOTALL)
        assert count == 1, f"{name} is {count} times in Theorems.v"
        (self.path / "Theorems.v").write_text(text)

    def run(self, *command):
        result = subprocess.run(command, cwd=self.path, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return result.returncode, " ".join(result.stdout.split())

    def audit(self):
        return self.run("make", "audit", "JOBS=1")


LAST = "notebook_theorem3_low_min_is_false_holds"


def undamaged(copy):
    return None


def axiom_used(copy):
    copy.replace_theorem(LAST, "Proof. exact shortcut. Qed.", "Axiom shortcut : notebook_theorem3_low_min_is_false.\n")
    return r"axiom SELU\.Theorems\.shortcut is not allowed"


def axiom_without_the_word(copy):
    copy.replace_theorem(LAST, "Proof. exact shortcut. Qed.",
                         "Hypothesis shortcut : notebook_theorem3_low_min_is_false.\n")
    return r"axiom SELU\.Theorems\.shortcut is not allowed"


def axiom_unused(copy):
    copy.append("Theorems.v", "\nHypothesis spare : False.\n")
    return r"axiom SELU\.Theorems\.spare is not allowed"


def axiom_unused_in_a_module(copy):
    copy.append("Theorems.v", "\nModule Inner. Axiom spare : False. End Inner.\n")
    return r"Theorems\.v: 'Axiom' is not allowed in 'Axiom spare : False\.'"


def axiom_named_like_an_allowed_one(copy):
    copy.replace_theorem(LAST, "Proof. exact (False_ind _ ClassicalDedekindReals.sig_not_dec). Qed.",
                         "Module ClassicalDedekindReals. Hypothesis sig_not_dec : False. End ClassicalDedekindReals.\n")
    return r"axiom SELU\.Theorems\.ClassicalDedekindReals\.sig_not_dec is not allowed"


def axiom_in_a_file_named_like_an_allowed_one(copy):
    copy.append("ClassicalDedekindReals.v", "Hypothesis sig_not_dec : False.\n")
    copy.replace_theorem(LAST, "Proof. exact (False_ind _ SELU.ClassicalDedekindReals.sig_not_dec). Qed.",
                         "From SELU Require ClassicalDedekindReals.\n")
    return r"axiom SELU\.ClassicalDedekindReals\.sig_not_dec is not allowed"


def admitted(copy):
    copy.replace_theorem(LAST, "Admitted.")
    return rf"axiom SELU\.Theorems\.{LAST} is not allowed"


def shadowed_statement(copy):
    copy.replace_theorem("theorem2_holds", "Proof. exact I. Qed.", "Definition theorem2 : Prop := True.\n")
    return r"theorem2 is not what SELU\.Theorems\.theorem2_holds proves"


def shadowed_file(copy):
    copy.replace_theorem("theorem2_holds", "Proof. exact I. Qed.",
                         "Module SELU. Module Statements. Definition theorem2 : Prop := True. "
                         "End Statements. End SELU. Notation theorem2 := Theorems.SELU.Statements.theorem2.\n")
    return r"theorem2 is not what SELU\.Theorems\.theorem2_holds proves"


def statement_without_the_space(copy):
    copy.append("Statements.v", "\nDefinition theorem4: Prop := False.\n")
    return r"29 statements, where the Makefile expects 28.*theorem4 is not what SELU\.Theorems\.theorem4_holds proves"


def statement_of_a_type_called_otherwise(copy):
    copy.append("Statements.v", "\nDefinition P := Prop.\nDefinition theorem4 : P := False.\n")
    return r"Statements\.theorem4 is neither a statement nor a condition"


def statement_in_a_module(copy):
    copy.append("Statements.v", "\nModule More. Definition theorem4 : Prop := False. End More.\n")
    return r"Statements\.v: 'Module' is not allowed"


def statement_dropped(copy):
    copy.replace_theorem(LAST, "Proof. exact I. Qed.", f"Definition {LAST.removesuffix('_holds')} : Prop := True.\n")
    text = (copy.path / "FalseClaims.v").read_text()
    (copy.path / "FalseClaims.v").write_text(text[:text.rindex("Definition")])
    return r"27 statements, where the Makefile expects 28"


def statement_as_an_axiom(copy):
    copy.append("Statements.v", "\nHypothesis theorem4 : Prop.\n")
    return r"Statements\.theorem4 has no definition"


def notation_from_elsewhere(copy):
    copy.append("Trick.v", 'Notation "x < y" := (x <= y)%nat.\n')
    copy.edit("FalseClaims.v", "Import Definitions Statements.", "Import Definitions Statements Trick.")
    return r"FalseClaims\.v loads Trick, which can change what it means"


def guard_bypassed(copy):
    copy.replace_theorem(LAST, "Proof. exact (False_ind _ (loop 0)). Qed.",
                         "#[bypass_check(guard)] Fixpoint loop (n : nat) : False := loop n.\n")
    return r"not allowed: \S*loop is assumed to be guarded"


def guard_unset(copy):
    copy.replace_theorem(LAST, "Proof. exact (False_ind _ (loop 0)). Qed.",
                         "Unset Guard Checking. Fixpoint loop (n : nat) : False := loop n. Set Guard Checking.\n")
    return r"'Guard Checking' is not allowed.*not allowed: \S*loop is assumed to be guarded"


def universes_unset(copy):
    copy.append("Theorems.v", "\nUnset Universe Checking. Definition large : Set := Set. Set Universe Checking.\n")
    return r"'Universe Checking' is not allowed"


def leaf_dropped(copy):
    text = (copy.path / "DataCertificates.v").read_text()
    start = text.index("Definition theorem2_variance_decreases")
    damaged, count = re.subn(r"\(Split 1%nat \(13, -1\).*\(MeanValue \[\(5, -6\); \(53, -3\); \(79, -6\)\]\)\)",
                             "(MeanValue [(5, -6); (53, -3); (79, -6)])", text[start:], 1, re.DOTALL)
    assert count == 1
    (copy.path / "DataCertificates.v").write_text(text[:start] + damaged)
    return r'Error:.*has type "true = true".*theorem2_variance_decreases \S*= true'


def compile_and_delete(copy):
    """A compiled file whose source is no more."""
    source = copy.path / BUILD / "Old.v"
    source.write_text("Lemma lie : 0 = 1. Admitted.\n")
    copy.run("coqc", "-Q", str(BUILD), "SELU", str(BUILD / "Old.v"))
    assert source.with_suffix(".vo").exists()
    source.unlink()


def stale_file_used(copy):
    compile_and_delete(copy)
    copy.replace_theorem(LAST, "Proof. discriminate (Old.lie). Qed.", "From SELU Require Old.\n")
    return r"Error: (?:Cannot find a physical path|Unable to locate library|Cannot load).*Old"


def stale_file_left(copy):
    compile_and_delete(copy)
    copy.audit = lambda: copy.run(sys.executable, "audit.py", str(BUILD), "28", "allowed-axioms.txt",
                                  "allowed-axioms-primitive.txt")
    return r"Old\.vo has no source"


def compare_claims(copy):
    copy.audit = lambda: copy.run(sys.executable, "claims.py", str(HERE.parent / "arb/claims.json"),
                                  str(HERE.parent / "baseline.json"))


def claims_undamaged(copy):
    compare_claims(copy)
    return None


def claim_that_is_none(copy):
    compare_claims(copy)
    copy.edit("Statements.v", "[theorem16.contraction]", "[theorem16.*]")
    return r"theorem16: there is no claim theorem16\.\*"


def claim_that_is_refuted(copy):
    compare_claims(copy)
    copy.edit("Statements.v", "[notebook.theorem3.lower-tau.min]", "[notebook.theorem3.low.min]")
    return r"notebook\.theorem3\.low\.min is refuted"


def claim_of_another_digit(copy):
    compare_claims(copy)
    copy.edit("Statements.v", "0.06773 0.80009", "0.06774 0.80009")
    return r"theorem1: nothing accounts for 0\.06774"


def claim_weaker_than_printed(copy):
    compare_claims(copy)
    copy.edit("Statements.v", "< -0.119744) /\\", "< -0.1196) /\\")
    return r"theorem2_sharp: nothing accounts for -0\.1196"


DECEPTIONS = [undamaged, axiom_used, axiom_without_the_word, axiom_unused, axiom_unused_in_a_module,
              axiom_named_like_an_allowed_one, axiom_in_a_file_named_like_an_allowed_one, admitted, shadowed_statement,
              shadowed_file, statement_without_the_space, statement_of_a_type_called_otherwise,
              statement_in_a_module, statement_dropped, statement_as_an_axiom, notation_from_elsewhere,
              guard_bypassed, guard_unset, universes_unset, leaf_dropped, stale_file_used, stale_file_left,
              claims_undamaged, claim_that_is_none, claim_that_is_refuted, claim_of_another_digit,
              claim_weaker_than_printed]


def attempt(deception):
    with tempfile.TemporaryDirectory() as parent:
        copy = Copy(parent)
        expected = deception(copy)
        status, output = copy.audit()
    if expected is None:
        return status == 0 and "PROBLEM" not in output, output
    return status != 0 and re.search(expected, output) is not None, output


def main(names):
    chosen = [f for f in DECEPTIONS if not names or f.__name__ in names]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for deception, (passed, output) in zip(chosen, pool.map(attempt, chosen)):
            print(f"{'ok' if passed else 'NOT CAUGHT'}: {deception.__name__.replace('_', ' ')}", flush=True)
            failed += not passed
            if not passed:
                print(output[-2000:])
    print(f"{len(chosen)} copies, {failed} not as expected")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
