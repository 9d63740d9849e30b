(** Eq. 14 for the closed forms: [alpha01] and [lambda01] are the solution of the two moment equations at mean 0 and
    variance 1, and the only one with a positive lambda. That the denominators are not 0 follows from a bound of
    erfc (1 / sqrt 2) that is proved by hand, so that nothing here depends on a computation. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions ClosedForms GaussianIntegral.
Open Scope R_scope.

(** * A bound of erfc (1 / sqrt 2) *)

(** By 1 - t^2 <= exp (- t^2). *)
Lemma erfc_upper_cubic t : 0 <= t -> erfc t <= 1 - 2 / sqrt PI * (t - t ^ 3 / 3).
Proof.
intros Ht. assert (Hp : 0 < sqrt PI) by apply sqrt_lt_R0, PI_RGT_0.
assert (D : forall s, is_derive (fun s => erfc s + 2 / sqrt PI * (s - s ^ 3 / 3)) s
  (2 / sqrt PI * (1 - s ^ 2 - exp (- s ^ 2)))).
{ intros s. evar_last.
  - apply (is_derive_plus erfc (fun s => 2 / sqrt PI * (s - s ^ 3 / 3))); [apply is_derive_erfc |].
    auto_derive; [trivial | reflexivity].
  - unfold plus; simpl. field. lra. }
destruct (MVT_gen (fun s => erfc s + 2 / sqrt PI * (s - s ^ 3 / 3)) 0 t
  (fun s => 2 / sqrt PI * (1 - s ^ 2 - exp (- s ^ 2)))) as [s [_ E]].
- intros; apply D.
- intros s _. apply continuity_pt_filterlim, (ex_derive_continuous (fun s => erfc s + 2 / sqrt PI * (s - s ^ 3 / 3))).
  eexists; apply D.
- rewrite erfc_0 in E. assert (1 - s ^ 2 <= exp (- s ^ 2)) by (pose proof (exp_ineq1_le (- s ^ 2)); lra).
  assert (0 < 2 / sqrt PI) by (apply Rdiv_lt_0_compat; lra).
  assert (0 <= 2 / sqrt PI * (exp (- s ^ 2) - (1 - s ^ 2)) * t) by (repeat apply Rmult_le_pos; lra). lra.
Qed.

Lemma exp_double x : exp (2 * x) = exp x ^ 2.
Proof. replace (2 * x) with (x + x) by ring. rewrite exp_plus. ring. Qed.

Lemma PI_bounds : 3 < PI <= 3.38.
Proof.
split; [pose proof PI2_3_2; lra |].
destruct (PI_ineq 2) as [_ H]. unfold tg_alt, PI_tg in H. simpl in H. lra.
Qed.

(** [tail1 0 1], that is exp (1/2) erfc (1 / sqrt 2), is 0.5231565...; 0.6 is good enough. *)
Lemma tail1_01 : tail1 0 1 = exp (1 / 2) * erfc (1 / sqrt 2).
Proof. unfold tail1. do 2 f_equal; [lra |]. rewrite Rplus_0_l, Rmult_1_r. reflexivity. Qed.

Lemma tail1_01_upper : tail1 0 1 < 0.6.
Proof.
rewrite tail1_01. destruct PI_bounds as [P1 P2].
assert (Hs : 0 < sqrt 2) by (apply sqrt_lt_R0; lra). assert (S := pow2_sqrt 2 ltac:(lra)).
assert (Hp : 0 < sqrt PI) by (apply sqrt_lt_R0; lra). assert (SP := pow2_sqrt PI ltac:(lra)).
assert (Hi : 0 < 1 / sqrt 2) by (apply Rdiv_lt_0_compat; lra).
assert (U := erfc_upper_cubic (1 / sqrt 2) (Rlt_le _ _ Hi)).
replace (2 / sqrt PI * (1 / sqrt 2 - (1 / sqrt 2) ^ 3 / 3)) with (5 / 3 / (sqrt PI * sqrt 2)) in U.
2: { replace ((1 / sqrt 2) ^ 3) with (1 / sqrt 2 * / sqrt 2 ^ 2) by (field; lra). rewrite S. field. lra. }
assert (sqrt PI * sqrt 2 <= 2.6) by (apply Rsqr_incr_0_var; unfold Rsqr; nra).
assert (5 / 3 / 2.6 <= 5 / 3 / (sqrt PI * sqrt 2)).
{ apply Rmult_le_compat_l; [lra |]. apply Rinv_le_contravar; [apply Rmult_lt_0_compat |]; assumption. }
assert (E : 0.6 <= exp (- (1 / 2))).
{ assert (X := exp_ineq1_le (- (1 / 32))). replace (- (1 / 2)) with (2 * (2 * (2 * (2 * - (1 / 32))))) by lra.
  rewrite !exp_double, <- !pow_mult. apply Rle_trans with ((31 / 32) ^ 16); [lra |]. apply pow_incr. lra. }
apply Rmult_lt_reg_l with (1 := exp_pos (- (1 / 2))). rewrite <- Rmult_assoc, <- exp_plus.
replace (- (1 / 2) + 1 / 2) with 0 by ring. rewrite exp_0. nra.
Qed.

(** * The moments at (0, 1) *)

Section Equations.
Let B := tail1 0 1.
Let C := tail2 0 1.
Let D := PI * (1 - B) ^ 2 + 2 * (1 - 2 * B + C).

Lemma tail2_01 : C = exp 2 * erfc (sqrt 2).
Proof.
unfold C, tail2. do 2 f_equal; [ring |]. rewrite Rplus_0_l, !Rmult_1_r.
assert (0 < sqrt 2) by (apply sqrt_lt_R0; lra). rewrite <- (pow2_sqrt 2) at 1 by lra. field. lra.
Qed.

Lemma D_pos : 0 < D.
Proof.
assert (0 < C) by (rewrite tail2_01; apply Rmult_lt_0_compat; [apply exp_pos | apply erfc_pos]).
assert (B < 0.6) by exact tail1_01_upper. destruct PI_bounds. unfold D. nra.
Qed.

Lemma tail0_01 : tail0 0 1 = 1.
Proof. unfold tail0. unfold Rdiv. rewrite Rmult_0_l. apply erfc_0. Qed.

Lemma peak_01 : 2 * peak 0 1 = sqrt (2 / PI).
Proof.
unfold peak. destruct PI_bounds. replace (- 0 ^ 2 / (2 * 1)) with 0 by field. rewrite exp_0.
assert (Hp : 0 < sqrt (2 * PI * 1)) by (apply sqrt_lt_R0; lra).
assert (Hq : 0 < sqrt (2 / PI)) by (apply sqrt_lt_R0, Rdiv_lt_0_compat; lra).
apply Rmult_eq_reg_r with (sqrt (2 * PI * 1)); [| lra].
rewrite <- sqrt_mult by (try apply Rlt_le, Rdiv_lt_0_compat; lra).
replace (2 / PI * (2 * PI * 1)) with (2 * 2) by (field; lra). rewrite sqrt_square by lra. field. lra.
Qed.

Lemma m1_01 a l : m1 a l 0 1 = l / 2 * (sqrt (2 / PI) + a * (B - 1)).
Proof. unfold m1. rewrite tail0_01, <- peak_01. fold B. ring. Qed.

Lemma m2_01 a l : m2 a l 0 1 = l ^ 2 / 2 * (1 + a ^ 2 * (1 - 2 * B + C)).
Proof. unfold m2. rewrite tail0_01. fold B C. ring. Qed.

Lemma alpha01_B : alpha01 = sqrt (2 / PI) / (1 - B).
Proof.
assert (B < 0.6) by exact tail1_01_upper.
unfold alpha01. rewrite (Rmult_comm (erfc _)), <- tail1_01. fold B. field. lra.
Qed.

Lemma lambda01_B : lambda01 = (1 - B) * sqrt (2 * PI) / sqrt D.
Proof.
assert (E : sqrt (exp 1) = exp (1 / 2)).
{ rewrite <- (sqrt_pow2 (exp (1 / 2))) by apply Rlt_le, exp_pos. rewrite <- exp_double. do 2 f_equal. lra. }
assert (E1 : exp 1 = exp (1 / 2) ^ 2) by (rewrite <- exp_double; f_equal; lra).
unfold lambda01, D. rewrite tail2_01. unfold B. rewrite tail1_01, E, E1. f_equal; [ring | f_equal; ring].
Qed.

Theorem moments_01 : m1 alpha01 lambda01 0 1 = 0 /\ m2 alpha01 lambda01 0 1 = 1.
Proof.
assert (HB : B < 0.6) by exact tail1_01_upper. destruct PI_bounds as [HP _]. assert (HD := D_pos).
assert (0 < sqrt D) by (apply sqrt_lt_R0, HD).
rewrite m1_01, m2_01, alpha01_B, lambda01_B. split; [field; lra |].
replace (((1 - B) * sqrt (2 * PI) / sqrt D) ^ 2) with ((1 - B) ^ 2 * sqrt (2 * PI) ^ 2 / sqrt D ^ 2) by (field; lra).
replace ((sqrt (2 / PI) / (1 - B)) ^ 2) with (sqrt (2 / PI) ^ 2 / (1 - B) ^ 2) by (field; lra).
rewrite !pow2_sqrt; [| apply Rlt_le, Rdiv_lt_0_compat; lra | lra | lra].
unfold D in *. field. repeat split; lra.
Qed.

Theorem parameters_unique a l : 0 < l -> m1 a l 0 1 = 0 -> m2 a l 0 1 = 1 -> a = alpha01 /\ l = lambda01.
Proof.
intros Hl E1 E2. assert (HB : B < 0.6) by exact tail1_01_upper. assert (HD := D_pos). destruct PI_bounds as [HP _].
assert (a = alpha01) as Ea.
{ rewrite m1_01 in E1. rewrite alpha01_B. apply Rmult_eq_reg_r with (1 - B); [| lra]. field_simplify; [nra | lra]. }
split; [exact Ea |]. subst a.
assert (0 < lambda01) as H0.
{ rewrite lambda01_B. apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat |]; [lra | |]; apply sqrt_lt_R0; lra. }
destruct moments_01 as [_ E3]. rewrite m2_01 in E2, E3. apply Rsqr_inj; [lra | lra |]. rewrite !Rsqr_pow2. nra.
Qed.
End Equations.
