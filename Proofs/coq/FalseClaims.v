(** Printed claims of the paper that are false, in the terms of Definitions.v and of the domains of Statements.v: each
    is the negation of the print, the claim in brackets. Theorems.v has a theorem for each. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions Statements.
Open Scope R_scope.

(** Eq. 6 prints 0.088834 for H12, the derivative of the mean by the variance, rounded to nearest [equation6.H12]. *)
Definition equation6_H12_is_false : Prop :=
  ~ exists e, is_derive (fun v => fst (g 0 1 (0, v))) 1 e /\ Rabs (e - 0.088834) <= 0.0000005.

(** A factor in the proof of Lemma 6, largest at x = 0.64 and printed with its value at x = 1.875 [lemma6.factor]. *)
Definition lemma6_factor_is_false : Prop :=
  ~ forall x, 0.64 <= x <= 1.875 -> Rabs (2 - erfc (0.01 / (sqrt 2 * sqrt x))) <= 1.00584.

(** The lower bound of the mean in Lemma 9 [lemma9.mean.lower]. *)
Definition lemma9_mean_lower_is_false : Prop :=
  ~ forall omega tau p, weights 0.8 1.25 omega tau -> K p -> fst (g omega tau p) > -0.041160.

(** The lower bound of the mean in Lemma 13 [lemma13.mean.lower]. *)
Definition lemma13_mean_lower_is_false : Prop :=
  ~ forall omega tau p, weights 0.95 1.1 omega tau -> K p -> fst (g omega tau p) > -0.03106.

(** A sum in the proof of Lemma 10, Eq. 101, printed without the effect of its last term [lemma10.nu.sum]. *)
Definition lemma10_nu_sum_is_false : Prop :=
  ~ 2.19916 + 2 * 0.031242911235461816 * 0.087653 + 2 * 0.104497 * 0.194035 + 2 * 0.21232788238624354 * 0.087653
    + 2 * 0.194035 ^ 2 < 2.28242.

(** Proof of Theorem 2: an upper bound of the second moment less nu [theorem2.second-moment-gap]. *)
Definition theorem2_second_moment_gap_is_false : Prop :=
  ~ forall omega tau m v, weights 0.8 1.25 omega tau -> in_box (-1) 1 3 16 (m, v) ->
    second_moment alpha01 lambda01 (m * omega) (v * tau) - v <= -0.0180173.

(** Theorem 16 as Theorem 2 uses it: the mean is positive for |mu| <= 1 too [theorem16.mean.positive-on-wide-domain]. *)
Definition theorem16_mean_positive_is_false : Prop :=
  ~ forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-1) 1 1.5 16 p -> fst (g omega tau p) > 0.

(** A lower bound in the notebook for Theorem 3 [notebook.theorem3.low.lower-bound]. *)
Definition notebook_theorem3_low_is_false : Prop :=
  ~ forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.16 p ->
    snd (g omega tau p) - snd p >= 0.00773618.

(** The value to which the least of these gaps is said to round [notebook.theorem3.low.min]: by more than half a unit of
    the last digit it is less. *)
Definition notebook_theorem3_low_min_is_false : Prop :=
  ~ forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.16 p ->
    snd (g omega tau p) - snd p >= 0.007736175.
