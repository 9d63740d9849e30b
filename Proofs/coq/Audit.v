(** What is proved, and what it rests on: for each statement of Statements.v and FalseClaims.v its text, its theorem,
    and the axioms that the proof uses. audit.py reads the output and compares the axioms with the allowed ones. *)

From SELU Require Import Statements FalseClaims Theorems.
Set Printing Width 120.

Print equations4_5. Check equations4_5_holds. Print Assumptions equations4_5_holds.
Print jacobian. Check jacobian_holds. Print Assumptions jacobian_holds.
Print equation14. Check equation14_holds. Print Assumptions equation14_holds.
Print equation14_decimals. Check equation14_decimals_holds. Print Assumptions equation14_decimals_holds.
Print equation6. Check equation6_holds. Print Assumptions equation6_holds.
Print theorem1. Check theorem1_holds. Print Assumptions theorem1_holds.
Print theorem1_sharp. Check theorem1_sharp_holds. Print Assumptions theorem1_sharp_holds.
Print contraction_constant. Check contraction_constant_holds. Print Assumptions contraction_constant_holds.
Print lemma13. Check lemma13_holds. Print Assumptions lemma13_holds.
Print lemma12. Check lemma12_holds. Print Assumptions lemma12_holds.
Print theorem2. Check theorem2_holds. Print Assumptions theorem2_holds.
Print theorem2_sharp. Check theorem2_sharp_holds. Print Assumptions theorem2_sharp_holds.
Print theorem3_main_text. Check theorem3_main_text_holds. Print Assumptions theorem3_main_text_holds.
Print theorem3_appendix. Check theorem3_appendix_holds. Print Assumptions theorem3_appendix_holds.
Print theorem3_sharp. Check theorem3_sharp_holds. Print Assumptions theorem3_sharp_holds.
Print theorem16. Check theorem16_holds. Print Assumptions theorem16_holds.
Print equation6_H12_is_false. Check equation6_H12_is_false_holds. Print Assumptions equation6_H12_is_false_holds.
Print lemma6_factor_is_false. Check lemma6_factor_is_false_holds. Print Assumptions lemma6_factor_is_false_holds.
Print lemma9_mean_lower_is_false. Check lemma9_mean_lower_is_false_holds.
Print Assumptions lemma9_mean_lower_is_false_holds.
Print lemma13_mean_lower_is_false. Check lemma13_mean_lower_is_false_holds.
Print Assumptions lemma13_mean_lower_is_false_holds.
Print lemma10_nu_sum_is_false. Check lemma10_nu_sum_is_false_holds. Print Assumptions lemma10_nu_sum_is_false_holds.
Print theorem2_second_moment_gap_is_false. Check theorem2_second_moment_gap_is_false_holds.
Print Assumptions theorem2_second_moment_gap_is_false_holds.
Print theorem16_mean_positive_is_false. Check theorem16_mean_positive_is_false_holds.
Print Assumptions theorem16_mean_positive_is_false_holds.
Print notebook_theorem3_low_is_false. Check notebook_theorem3_low_is_false_holds.
Print Assumptions notebook_theorem3_low_is_false_holds.
