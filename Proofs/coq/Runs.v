(** The computations. Each lemma rests on boxes over which an expression is shown to be negative, by a certificate of
    the Swift program (DataCertificates.v) or, for expressions that the program does not have, by one that is found
    here. FoundNumbers.v has the numbers that a reader could not guess. [m1] is the mean, [m2] the second moment, [var]
    the variance. *)

From Coq Require Import Reals Lra ZArith QArith Qreals List.
From SELU Require Import Definitions ClosedForms Expression IntervalEvaluation Subdivision Trees.
From SELU Require Import FloatChoice DataCertificates FoundNumbers.
Import ListNotations.
Open Scope R_scope.

Module C := Checker I.

(** alpha, lambda, and what else is the same in all runs; computed once. *)
Definition constants : C.E.context := Eval vm_compute in C.E.make_context precision.

Lemma constants_sound : C.E.sound constants.
Proof.
assert (E : constants = C.E.make_context precision) by (vm_cast_no_check (eq_refl constants)).
rewrite E. apply C.E.make_context_correct.
Qed.

Lemma run s b e t v : C.check constants s e b t = true -> inside b v -> value alpha01 lambda01 s v e < 0.
Proof. apply C.check_correct, constants_sound. Qed.

Definition found (s : coordinates) (b : box) (e : expression) : tree := C.find_tree constants s e 40 b.

Definition point_of (l : list R) (i : nat) : R := nth i l 0.

Lemma inside_nil : inside [] (point_of []).
Proof. intros [|]; unfold point_of, side; simpl; rewrite RMicromega.Q2R_0; lra. Qed.

Lemma inside_cons l u b r v : Q2R l <= r <= Q2R u -> inside b (point_of v) -> inside ((l, u) :: b) (point_of (r :: v)).
Proof. intros H V [| i]; [exact H | apply V]. Qed.

Local Notation K := Constant.
Local Notation Y := (Coordinate 0).
Local Notation X := (Coordinate 1).
Local Notation Nu := (Coordinate 1).
Local Notation Tau := (Coordinate 2).

Local Notation mean01 := (m1 alpha01 lambda01).
Local Notation second01 := (m2 alpha01 lambda01).
Local Notation var01 := (var alpha01 lambda01).
Local Notation mean_y01 := (m1_y alpha01 lambda01).
Local Notation mean_x01 := (m1_x alpha01 lambda01).
Local Notation var_y01 := (var_y alpha01 lambda01).
Local Notation var_x01 := (var_x alpha01 lambda01).

(** For the range of the fixed points, where they are explained. *)
Definition premise : expression := (Square Mean - K 100 * Square Y)%e.
Definition out_left : expression := (X * K (100 # 95) - Variance + K lower_variance_multiplier * premise)%e.
Definition out_right : expression := (Variance - X * K (10 # 11) + K upper_variance_multiplier * premise)%e.

(** The squared Frobenius norm and the squared determinant of the Jacobian at omega = 0.1, and what has to be negative
    for a norm of at most [c]: see [norm_of_minors]. *)
Definition frobenius : expression :=
  (K (1 # 100) * (Square MeanY + Square VarianceY) + (Square (Tau * MeanX) + Square (Tau * VarianceX)))%e.
Definition determinant : expression := (K (1 # 100) * Square (MeanY * (Tau * VarianceX) - VarianceY * (Tau * MeanX)))%e.
Definition norm_trace (c : Q) : expression := (frobenius - K 2 * Square (K c))%e.
Definition norm_minor (c : Q) : expression :=
  (Square (K c) * frobenius - Square (Square (K c)) - determinant)%e.

(** The value of an expression in [H] in terms of the moments. *)
Ltac values H :=
  cbn [value premise out_left out_right frobenius determinant norm_trace norm_minor] in H;
  rewrite ?value_mean, ?value_second_moment, ?value_variance, ?value_mean_y, ?value_mean_x, ?value_variance_y,
    ?value_variance_x in H;
  cbn [point_of nth x_of] in H; unfold Q2R in *; cbn [Qnum Qden] in *.

(** [negative s b e t v as H]: by the certificate [t], [e] is negative at the point [v] of the box [b]. *)
Tactic Notation "negative" constr(s) constr(b) constr(e) constr(t) constr(v) "as" ident(H) :=
  assert (H : value alpha01 lambda01 s (point_of v) e < 0) by
    (apply (run s b e t); [vm_cast_no_check (eq_refl true) |];
     repeat apply inside_cons; [.. | apply inside_nil]; unfold Q2R in *; cbn [Qnum Qden] in *; lra);
  values H.
Ltac bound s b e t v := intros; let H := fresh in negative s b e t v as H; lra.
Ltac bound_found s b e v := let t := constr:(found s b e) in bound s b e t v.

(** * Theorem 1: the image of the box *)

Definition image_box : box := [(-1 # 100, 1 # 100); (76 # 100, 165 # 100)]%Q.

Lemma image_mean_lower y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 -> -0.031060502 <= mean01 y x.
Proof. bound YX image_box (K (-31060502 # 1000000000) - Mean)%e theorem1_self_map [y; x]. Qed.

Lemma image_mean_upper y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 -> mean01 y x <= 0.067725102.
Proof. bound YX image_box (Mean - K (67725102 # 1000000000))%e theorem1_self_map_2 [y; x]. Qed.

Lemma image_variance_lower y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 -> 0.803711757 <= var01 y x.
Proof. bound YX image_box (K (803711757 # 1000000000) - Variance)%e theorem1_self_map_3 [y; x]. Qed.

Lemma image_variance_upper y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 -> var01 y x <= 1.481574959.
Proof. bound YX image_box (Variance - K (1481574959 # 1000000000))%e theorem1_self_map_4 [y; x]. Qed.

(** * Theorem 1: the range of the fixed points *)

(** A fixed point (mu, nu) has mu^2 >= 100 y^2 and x/1.1 <= nu <= x/0.95. Where the first holds, one of the others does
    not unless x is between [lower_x] and [upper_x]; there, the first gives the bounds. Each expression is the
    inequality wanted plus a multiple of the first, the multiple that makes it stationary at the fixed point which
    attains the bound. *)
Definition fixed_yx (l u : Q) : box := [(-1 # 100, 1 # 100); (l, u)]%Q.
Definition left_yx : box := fixed_yx (76 # 100) lower_x.
Definition middle_yx : box := fixed_yx lower_x upper_x.
Definition right_yx : box := fixed_yx upper_x (165 # 100).

Lemma fixed_middle y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 ->
  100 * y ^ 2 <= mean01 y x ^ 2 -> x / 1.1 <= var01 y x <= x / 0.95 -> Q2R lower_x <= x <= Q2R upper_x.
Proof.
intros. split; apply Rnot_lt_le; intros L.
- bound_found YX left_yx out_left [y; x].
- bound_found YX right_yx out_right [y; x].
Qed.

Ltac fixed e y x :=
  intros; destruct (Rlt_or_le (mean01 y x ^ 2) (100 * y ^ 2)); [left; assumption | right];
  destruct (Rlt_or_le (var01 y x) (x / 1.1)); [left; assumption | right];
  destruct (Rlt_or_le (x / 0.95) (var01 y x)); [left; assumption | right];
  destruct (fixed_middle y x); try assumption; try (split; assumption); bound_found YX middle_yx e [y; x].

Lemma fixed_mean_lower y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 ->
  mean01 y x ^ 2 < 100 * y ^ 2 \/ var01 y x < x / 1.1 \/ x / 0.95 < var01 y x \/ -0.0208704 < mean01 y x.
Proof. fixed (K (-208704 # 10000000) - Mean + K lower_mean_multiplier * premise)%e y x. Qed.

Lemma fixed_mean_upper y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 ->
  mean01 y x ^ 2 < 100 * y ^ 2 \/ var01 y x < x / 1.1 \/ x / 0.95 < var01 y x \/ mean01 y x < 0.0547060.
Proof. fixed (Mean - K (547060 # 10000000) + K upper_mean_multiplier * premise)%e y x. Qed.

Lemma fixed_variance_lower y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 ->
  mean01 y x ^ 2 < 100 * y ^ 2 \/ var01 y x < x / 1.1 \/ x / 0.95 < var01 y x \/ 0.8264737 < var01 y x.
Proof. fixed (K (8264737 # 10000000) - Variance + K lower_variance_multiplier * premise)%e y x. Qed.

Lemma fixed_variance_upper y x : -0.01 <= y <= 0.01 -> 0.76 <= x <= 1.65 ->
  mean01 y x ^ 2 < 100 * y ^ 2 \/ var01 y x < x / 1.1 \/ x / 0.95 < var01 y x \/ var01 y x < 1.4102899.
Proof. fixed (Variance - K (14102899 # 10000000) + K upper_variance_multiplier * premise)%e y x. Qed.

(** * Theorem 1 and Lemma 12: the norm of the Jacobian *)

(** The matrix M with the rows (w p, q) and (w r, t) has at most the norm sqrt s if for k >= w^2 in place of w^2 its
    squared Frobenius norm f is less than 2 s and s^2 - f s + (det M)^2 is positive: they are the trace of M M' and the
    determinant of s I - M M', which grow and fall with w^2. *)
Lemma norm_of_minors w k p q r t s a b : w ^ 2 <= k -> k * (p ^ 2 + r ^ 2) + (q ^ 2 + t ^ 2) < 2 * s ->
  s * (k * (p ^ 2 + r ^ 2) + (q ^ 2 + t ^ 2)) - s ^ 2 - k * (p * t - r * q) ^ 2 < 0 ->
  (w * p * a + q * b) ^ 2 + (w * r * a + t * b) ^ 2 <= s * (a ^ 2 + b ^ 2).
Proof.
intros Hk Htrace Hminor. set (u := w * p * a + q * b). set (v := w * r * a + t * b). set (n := u ^ 2 + v ^ 2).
set (A := s - k * p ^ 2 - q ^ 2). set (B := k * p * r + q * t). set (C := s - k * r ^ 2 - t ^ 2).
assert (HM : 0 < A * C - B ^ 2) by (unfold A, B, C; lra). assert (HT : 0 < A + C) by (unfold A, C; lra).
assert (HA : 0 < A) by nra.
assert (HP : 0 <= A * u ^ 2 - 2 * B * u * v + C * v ^ 2).
{ apply Rmult_le_reg_l with A; [exact HA |]. assert (0 <= (A * u - B * v) ^ 2) by apply pow2_ge_0. 
  assert (0 <= (A * C - B ^ 2) * v ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]). lra. }
set (e := w * (p * u + r * v)). set (f := q * u + t * v).
assert (E : n = a * e + b * f) by (unfold n, e, f, u, v; ring).
assert (S : e ^ 2 + f ^ 2 <= s * n).
{ apply Rle_trans with (k * (p * u + r * v) ^ 2 + f ^ 2).
  - assert (e ^ 2 <= k * (p * u + r * v) ^ 2); [| lra].
    unfold e. rewrite Rpow_mult_distr. apply Rmult_le_compat_r; [apply pow2_ge_0 | exact Hk].
  - unfold f, n, A, B, C in *. lra. }
assert (N : 0 <= n) by (unfold n; assert (P := pow2_ge_0 u); assert (Q := pow2_ge_0 v); lra).
assert (G : n ^ 2 <= (a ^ 2 + b ^ 2) * (e ^ 2 + f ^ 2)) by (rewrite E; assert (P := pow2_ge_0 (a * f - b * e)); lra).
assert (D : 0 <= a ^ 2 + b ^ 2) by (assert (P := pow2_ge_0 a); assert (Q := pow2_ge_0 b); lra).
assert (L : n * n <= n * (s * (a ^ 2 + b ^ 2))).
{ apply Rle_trans with ((a ^ 2 + b ^ 2) * (e ^ 2 + f ^ 2)); [lra |].
  apply Rle_trans with ((a ^ 2 + b ^ 2) * (s * n)); [apply Rmult_le_compat_l; assumption | lra]. }
destruct N as [N | N]; [exact (Rmult_le_reg_l _ _ _ N L) |]. rewrite <- N.
apply Rmult_le_pos; [| exact D]. unfold A, C in *. assert (P := pow2_ge_0 q). nra.
Qed.

(** The norm is at most [c] if the two expressions are negative; omega^2 is at most 0.01. *)
Ltac bound_norm b c y nu tau :=
  let H1 := fresh in let H2 := fresh in
  let t1 := constr:(found YNuTau b (norm_trace c)) in negative YNuTau b (norm_trace c) t1 [y; nu; tau] as H1;
  let t2 := constr:(found YNuTau b (norm_minor c)) in negative YNuTau b (norm_minor c) t2 [y; nu; tau] as H2;
  apply (norm_of_minors _ 0.01); [nra | lra | lra].

Definition theorem1_box : box := [(-1 # 100, 1 # 100); (8 # 10, 15 # 10); (95 # 100, 11 # 10)]%Q.
Definition lemma12_box : box := [(-1 # 100, 1 # 100); (8 # 10, 15 # 10); (8 # 10, 125 # 100)]%Q.

Lemma norm_theorem1 omega y nu tau a b : -0.1 <= omega <= 0.1 -> -0.01 <= y <= 0.01 ->
  0.8 <= nu <= 1.5 -> 0.95 <= tau <= 1.1 -> let x := nu * tau in
  (omega * mean_y01 y x * a + tau * mean_x01 y x * b) ^ 2 + (omega * var_y01 y x * a + tau * var_x01 y x * b) ^ 2
  <= 0.89760836 ^ 2 * (a ^ 2 + b ^ 2).
Proof. cbv zeta; intros. bound_norm theorem1_box (89760836 # 100000000) y nu tau. Qed.

Lemma norm_lemma12 omega y nu tau a b : -0.1 <= omega <= 0.1 -> -0.01 <= y <= 0.01 ->
  0.8 <= nu <= 1.5 -> 0.8 <= tau <= 1.25 -> let x := nu * tau in
  (omega * mean_y01 y x * a + tau * mean_x01 y x * b) ^ 2 + (omega * var_y01 y x * a + tau * var_x01 y x * b) ^ 2
  <= 0.98902628 ^ 2 * (a ^ 2 + b ^ 2).
Proof. cbv zeta; intros. bound_norm lemma12_box (98902628 # 100000000) y nu tau. Qed.

(** * Theorems 2, 3 and 16 *)

Definition high_box : box := [(-1 # 10, 1 # 10); (3, 16); (8 # 10, 125 # 100)]%Q.
Definition low_box : box := [(-1 # 100, 1 # 100); (2 # 100, 16 # 100); (8 # 10, 125 # 100)]%Q.
Definition lower_tau_box : box := [(-1 # 100, 1 # 100); (2 # 100, 24 # 100); (9 # 10, 125 # 100)]%Q.
Definition theorem16_box : box := [(-1 # 100, 1 # 100); (15 # 10, 16); (8 # 10, 125 # 100)]%Q.

Lemma theorem2_gap y nu tau : -0.1 <= y <= 0.1 -> 3 <= nu <= 16 -> 0.8 <= tau <= 1.25 ->
  var01 y (nu * tau) < nu - 0.119744.
Proof. bound YNuTau high_box (Variance - Nu + K (119744 # 1000000))%e theorem2_variance_decreases [y; nu; tau]. Qed.

Lemma theorem3_low_gap y nu tau : -0.01 <= y <= 0.01 -> 0.02 <= nu <= 0.16 -> 0.8 <= tau <= 1.25 ->
  nu + 0.007736 < var01 y (nu * tau).
Proof. bound YNuTau low_box (Nu + K (7736 # 1000000) - Variance)%e theorem3_low_main_text [y; nu; tau]. Qed.

Lemma theorem3_lower_tau_gap y nu tau : -0.01 <= y <= 0.01 -> 0.02 <= nu <= 0.24 -> 0.9 <= tau <= 1.25 ->
  nu + 0.01102927 < var01 y (nu * tau).
Proof.
bound YNuTau lower_tau_box (Nu + K (1102927 # 100000000) - Variance)%e theorem3_lower_tau_main_text [y; nu; tau].
Qed.

Lemma theorem16_slope_lower y nu tau : -0.01 <= y <= 0.01 -> 1.5 <= nu <= 16 -> 0.8 <= tau <= 1.25 ->
  -1 < tau * var_x01 y (nu * tau).
Proof. bound_found YNuTau theorem16_box (K (-1) - Tau * VarianceX)%e [y; nu; tau]. Qed.

Lemma theorem16_slope_upper y nu tau : -0.01 <= y <= 0.01 -> 1.5 <= nu <= 16 -> 0.8 <= tau <= 1.25 ->
  tau * var_x01 y (nu * tau) < 1.
Proof. bound YNuTau theorem16_box (Tau * VarianceX - K 1)%e theorem16_contraction [y; nu; tau]. Qed.

(** * Points *)

(** The inequality [e] < 0 at a single point; [r] and [s] are the same numbers as [y] and [x]. *)
Ltac at_point e y x r s := bound YX [(y, y); (x, x)]%Q e Natural [r; s].

Lemma alpha01_decimals : 1.673263242 < alpha01 < 1.673263243.
Proof.
split; [at_point (K (1673263242 # 1000000000) - Alpha)%e 0%Q 1%Q 0 1 |
  at_point (Alpha - K (1673263243 # 1000000000))%e 0%Q 1%Q 0 1].
Qed.

Lemma lambda01_decimals : 1.050700987 < lambda01 < 1.050700988.
Proof.
split; [at_point (K (1050700987 # 1000000000) - Lambda)%e 0%Q 1%Q 0 1 |
  at_point (Lambda - K (1050700988 # 1000000000))%e 0%Q 1%Q 0 1].
Qed.

Lemma equation6_H12 : Rabs (mean_x01 0 1 - 0.0888347551) < 1e-9.
Proof.
change 1e-9 with (1 / 1000000000). apply Rabs_def1; [at_point (MeanX - K (888347561 # 10000000000))%e 0%Q 1%Q 0 1 |
  at_point (K (888347541 # 10000000000) - MeanX)%e 0%Q 1%Q 0 1].
Qed.

Lemma equation6_H22 : Rabs (var_x01 0 1 - 0.7826478832) < 1e-9.
Proof.
change 1e-9 with (1 / 1000000000). apply Rabs_def1; [at_point (VarianceX - K (7826478842 # 10000000000))%e 0%Q 1%Q 0 1 |
  at_point (K (7826478822 # 10000000000) - VarianceX)%e 0%Q 1%Q 0 1].
Qed.

(** The square of the norm there. *)
Lemma equation6_norm : 0.7876733595 ^ 2 < mean_x01 0 1 ^ 2 + var_x01 0 1 ^ 2 < 0.7876733615 ^ 2.
Proof.
split; [at_point (Square (K (7876733595 # 10000000000)) - (Square MeanX + Square VarianceX))%e 0%Q 1%Q 0 1 |
  at_point (Square MeanX + Square VarianceX - Square (K (7876733615 # 10000000000)))%e 0%Q 1%Q 0 1].
Qed.

Lemma image_mean_lower_point : mean01 (-0.01) 0.76 < -0.031060501.
Proof. at_point (Mean + K (31060501 # 1000000000))%e (-1 # 100)%Q (76 # 100)%Q (-0.01) 0.76. Qed.

Lemma image_mean_upper_point : 0.067725101 < mean01 0.01 1.65.
Proof. at_point (K (67725101 # 1000000000) - Mean)%e (1 # 100)%Q (165 # 100)%Q 0.01 1.65. Qed.

Lemma image_variance_lower_point : var01 (-0.01) 0.76 < 0.803711758.
Proof. at_point (Variance - K (803711758 # 1000000000))%e (-1 # 100)%Q (76 # 100)%Q (-0.01) 0.76. Qed.

Lemma image_variance_upper_point : 1.481574958 < var01 0.01 1.65.
Proof. at_point (K (1481574958 # 1000000000) - Variance)%e (1 # 100)%Q (165 # 100)%Q 0.01 1.65. Qed.

(** The extremal fixed points: the map moves the numbers of FoundNumbers.v by less than 5e-10. *)
Tactic Notation "nearly_fixed" constr(mu) constr(nu) constr(tau) :=
  let y := eval vm_compute in (mu * (1 # 10))%Q in let x := eval vm_compute in (nu * tau)%Q in
  apply Rabs_def1;
  [match goal with
   | |- mean01 ?r ?s - _ < _ => at_point (Mean - K mu - K (5 # 10000000000))%e y x r s
   | |- var01 ?r ?s - _ < _ => at_point (Variance - K nu - K (5 # 10000000000))%e y x r s
   end |
   match goal with
   | |- _ < mean01 ?r ?s - _ => at_point (K mu - Mean - K (5 # 10000000000))%e y x r s
   | |- _ < var01 ?r ?s - _ => at_point (K nu - Variance - K (5 # 10000000000))%e y x r s
   end].

Lemma lower_mean_point :
  Rabs (mean01 (Q2R lower_mean * 0.1) (Q2R lower_variance * 0.95) - Q2R lower_mean) < 0.0000000005.
Proof. nearly_fixed lower_mean lower_variance (95 # 100)%Q. Qed.

Lemma lower_variance_point :
  Rabs (var01 (Q2R lower_mean * 0.1) (Q2R lower_variance * 0.95) - Q2R lower_variance) < 0.0000000005.
Proof. nearly_fixed lower_mean lower_variance (95 # 100)%Q. Qed.

Lemma upper_mean_point :
  Rabs (mean01 (Q2R upper_mean * 0.1) (Q2R upper_variance * 1.1) - Q2R upper_mean) < 0.0000000005.
Proof. nearly_fixed upper_mean upper_variance (11 # 10)%Q. Qed.

Lemma upper_variance_point :
  Rabs (var01 (Q2R upper_mean * 0.1) (Q2R upper_variance * 1.1) - Q2R upper_variance) < 0.0000000005.
Proof. nearly_fixed upper_mean upper_variance (11 # 10)%Q. Qed.

(** For omega = -0.1 and tau = 1.1 the Jacobian near a corner stretches (-1, r) by more than 0.89760835. *)
Lemma stretch : let y := 0.009999999 in let x := 0.88 in let r := Q2R stretched in
  0.89760835 ^ 2 * (1 + r ^ 2) < (0.1 * mean_y01 y x + 1.1 * r * mean_x01 y x) ^ 2 +
    (0.1 * var_y01 y x + 1.1 * r * var_x01 y x) ^ 2.
Proof.
cbv zeta. at_point (Square (K (89760835 # 100000000)) * (K 1 + Square (K stretched))
  - Square (K (1 # 10) * MeanY + K (11 # 10) * K stretched * MeanX)
  - Square (K (1 # 10) * VarianceY + K (11 # 10) * K stretched * VarianceX))%e
  (9999999 # 1000000000)%Q (88 # 100)%Q 0.009999999 0.88.
Qed.

Lemma lemma6_factor_point : 1.00584 < 2 - tail0 0.01 0.64.
Proof. at_point (K (100584 # 100000) - K 2 + Tails 1 0 0)%e (1 # 100)%Q (64 # 100)%Q 0.01 0.64. Qed.

Lemma lemma9_mean_point : mean01 (-0.01) 0.64 < -0.041160.
Proof. at_point (Mean + K (4116 # 100000))%e (-1 # 100)%Q (64 # 100)%Q (-0.01) 0.64. Qed.

Lemma theorem2_second_moment_point : 3 - 0.0180173 < second01 0.1 3.75.
Proof. at_point (K (29819827 # 10000000) - SecondMoment)%e (1 # 10)%Q (375 # 100)%Q 0.1 3.75. Qed.

Lemma theorem2_gap_point : 3 - 0.1197443 < var01 0.1 3.75.
Proof. at_point (K (28802557 # 10000000) - Variance)%e (1 # 10)%Q (375 # 100)%Q 0.1 3.75. Qed.

Lemma theorem16_mean_point : mean01 (-0.1) 1.2 < 0.
Proof. at_point Mean (-1 # 10)%Q (12 # 10)%Q (-0.1) 1.2. Qed.

Lemma theorem3_low_point : var01 0.01 0.016 < 0.02 + 0.0077361.
Proof. at_point (Variance - K (277361 # 10000000))%e (1 # 100)%Q (16 # 1000)%Q 0.01 0.016. Qed.

Lemma theorem3_lower_tau_point : var01 0.01 0.018 < 0.02 + 0.01102928.
Proof. at_point (Variance - K (3102928 # 100000000))%e (1 # 100)%Q (18 # 1000)%Q 0.01 0.018. Qed.

(** * What is no certificate is rejected: a tree cut short, one with a wrong face, one for a bound that is false *)

Definition gap (q : Q) : expression := (Variance - Nu + K q)%e.

Example rejected : map (fun et => C.check constants YNuTau (gap (fst et)) high_box (snd et))
  [((119744 # 1000000)%Q, Natural); ((119744 # 1000000)%Q, Face 1 true theorem2_variance_decreases);
   ((119745 # 1000000)%Q, theorem2_variance_decreases)] = [false; false; false].
Proof. vm_compute. reflexivity. Qed.
