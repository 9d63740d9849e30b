(** The derivatives of the four building blocks [tail0], [tail1], [tail2], [peak] along a line (y0 + t dy, x0 + t dx)
    with x > 0. With (dy, dx) = (1, 0) and (0, 1) these are the partial derivatives; with a difference of two points
    they serve the mean value inequality; with (-1, 0) they give the antiderivatives behind the moments. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions ClosedForms GaussianIntegral.
Open Scope R_scope.

(** Twice the expectation of e^(kZ) over Z < 0: [tail0], [tail1], [tail2] for k = 0, 1, 2. *)
Definition tail (k y x : R) : R := exp (k * y + k ^ 2 / 2 * x) * erfc ((y + k * x) / sqrt (2 * x)).

Lemma tail_0 y x : tail 0 y x = tail0 y x.
Proof.
  unfold tail, tail0. replace (0 * y + 0 ^ 2 / 2 * x) with 0 by field. rewrite exp_0, Rmult_1_l.
  now replace (y + 0 * x) with y by ring.
Qed.

Lemma tail_1 y x : tail 1 y x = tail1 y x.
Proof. unfold tail, tail1. f_equal; f_equal; [field | now rewrite Rmult_1_l]. Qed.

Lemma tail_2 y x : tail 2 y x = tail2 y x.
Proof. unfold tail, tail2. f_equal; f_equal; field. Qed.

(** The roots of the closed forms in terms of two. *)
Lemma sqrt_2_PI x : 0 <= x -> sqrt (2 * PI * x) = sqrt PI * sqrt (2 * x).
Proof. intros Hx. rewrite <- sqrt_mult; [f_equal; ring | apply Rlt_le, PI_RGT_0 | lra]. Qed.

Lemma peak_pos y x : 0 < x -> 0 < peak y x.
Proof.
  intros Hx. apply Rdiv_lt_0_compat; [apply exp_pos | apply sqrt_lt_R0].
  pose proof PI_RGT_0. nra.
Qed.

(** The product of the exponential of [tail k] and the derivative of its [erfc]: completing the square leaves [peak]. *)
Lemma exp_tail_peak k y x : 0 < x ->
  exp (k * y + k ^ 2 / 2 * x) * exp (- ((y + k * x) / sqrt (2 * x)) ^ 2) = sqrt PI * sqrt (2 * x) * peak y x.
Proof.
  intros Hx. assert (Hs : 0 < sqrt (2 * x)) by (apply sqrt_lt_R0; lra).
  assert (Hp : 0 < sqrt PI) by apply sqrt_lt_R0, PI_RGT_0.
  unfold peak. rewrite sqrt_2_PI, <- exp_plus by lra.
  replace (k * y + k ^ 2 / 2 * x + - ((y + k * x) / sqrt (2 * x)) ^ 2) with (- y ^ 2 / (2 * x)); [field; lra |].
  replace (((y + k * x) / sqrt (2 * x)) ^ 2) with ((y + k * x) ^ 2 / sqrt (2 * x) ^ 2) by (field; lra).
  rewrite pow2_sqrt by lra. field. lra.
Qed.

Section Line.
Variables y0 dy x0 dx t : R.
Let y := y0 + t * dy.
Let x := x0 + t * dx.
Hypothesis x_pos : 0 < x.

Lemma is_derive_peak_line :
  is_derive (fun t => peak (y0 + t * dy) (x0 + t * dx)) t
            (dy * (- (y / x) * peak y x) + dx * (peak y x * (y ^ 2 / x - 1) / (2 * x))).
Proof.
  assert (Hp := PI_RGT_0). assert (Hr : 0 < 2 * PI * x) by nra.
  assert (Hs := sqrt_lt_R0 _ Hr). assert (Hss := pow2_sqrt _ (Rlt_le _ _ Hr)).
  unfold peak. auto_derive; fold x y; [repeat split; lra |].
  simpl pow in *. unfold Rdiv. rewrite !Rmult_1_r in *.
  set (e := exp _). set (s := sqrt _) in *.
  replace (/ (s * s)) with (/ (2 * PI * x)) by now rewrite <- Hss.
  field. lra.
Qed.

(** d/dy is k tail - 2 peak; d/dx is half of d/dy of that, because the density solves the heat equation. *)
Lemma is_derive_tail_line k :
  is_derive (fun t => tail k (y0 + t * dy) (x0 + t * dx)) t
    (dy * (k * tail k y x - 2 * peak y x) + dx * (k ^ 2 / 2 * tail k y x + (y / x - k) * peak y x)).
Proof.
  assert (Hs : 0 < sqrt (2 * x)) by (apply sqrt_lt_R0; lra).
  assert (Hp : 0 < sqrt PI) by apply sqrt_lt_R0, PI_RGT_0.
  assert (Hu : is_derive (fun t => (y0 + t * dy + k * (x0 + t * dx)) / sqrt (2 * (x0 + t * dx))) t
                         ((dy + k * dx - (y + k * x) * dx / (2 * x)) / sqrt (2 * x))).
  { auto_derive; fold x y; [repeat split; lra |].
    rewrite sqrt_sqrt by lra. field. lra. }
  assert (He : is_derive (fun t => exp (k * (y0 + t * dy) + k ^ 2 / 2 * (x0 + t * dx))) t
                         ((k * dy + k ^ 2 / 2 * dx) * exp (k * y + k ^ 2 / 2 * x)))
    by (auto_derive; [trivial |]; fold x y; simpl pow; field).
  assert (Hc := is_derive_comp erfc _ _ _ _ (is_derive_erfc _) Hu).
  unfold tail at 1. evar_last; [exact (is_derive_mult _ _ _ _ _ He Hc Rmult_comm) |].
  unfold plus, mult, scal; simpl; unfold mult; simpl. fold x y. unfold tail.
  assert (H := exp_tail_peak k y x x_pos). simpl pow in *.
  set (E := exp (k * y + _)) in *. set (G := exp (- _)) in *. set (e := erfc _).
  transitivity ((k * dy + k * (k * 1) / 2 * dx) * E * e
                - 2 / sqrt PI * ((dy + k * dx - (y + k * x) * dx / (2 * x)) / sqrt (2 * x)) * (E * G)); [ring |].
  rewrite H. field. lra.
Qed.

Lemma is_derive_tail0_line :
  is_derive (fun t => tail0 (y0 + t * dy) (x0 + t * dx)) t (dy * (- 2 * peak y x) + dx * (y / x * peak y x)).
Proof.
  apply (is_derive_ext (fun t => tail 0 (y0 + t * dy) (x0 + t * dx))); [intros; apply tail_0 |].
  evar_last; [apply is_derive_tail_line | simpl; field; lra].
Qed.

Lemma is_derive_tail1_line :
  is_derive (fun t => tail1 (y0 + t * dy) (x0 + t * dx)) t
    (dy * (tail1 y x - 2 * peak y x) + dx * (1 / 2 * (tail1 y x - 2 * peak y x) + y / x * peak y x)).
Proof.
  apply (is_derive_ext (fun t => tail 1 (y0 + t * dy) (x0 + t * dx))); [intros; apply tail_1 |].
  evar_last; [apply is_derive_tail_line | rewrite tail_1; simpl; field; lra].
Qed.

Lemma is_derive_tail2_line :
  is_derive (fun t => tail2 (y0 + t * dy) (x0 + t * dx)) t
    (dy * (2 * tail2 y x - 2 * peak y x) + dx * (2 * tail2 y x - 2 * peak y x + y / x * peak y x)).
Proof.
  apply (is_derive_ext (fun t => tail 2 (y0 + t * dy) (x0 + t * dx))); [intros; apply tail_2 |].
  evar_last; [apply is_derive_tail_line | rewrite tail_2; simpl; field; lra].
Qed.

End Line.
