(** The derivatives of the moments along a line, the partial derivatives, and the chain rule for the map g: they are as
    ClosedForms.v has them. Everything follows from the rules of the building blocks. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions ClosedForms Moments.
From SELU Require Export BuildingBlocks.
Open Scope R_scope.

Section Line.
Variables a l y0 dy x0 dx t : R.
Let y := y0 + t * dy.
Let x := x0 + t * dx.
Hypothesis x_pos : 0 < x.

(** Let [auto_derive] treat the building blocks as functions of t alone, and replace their derivatives by the rules. *)
Local Ltac derive_blocks :=
  pose proof (is_derive_tail0_line y0 dy x0 dx t x_pos) as H0;
  pose proof (is_derive_tail1_line y0 dy x0 dx t x_pos) as H1;
  pose proof (is_derive_tail2_line y0 dy x0 dx t x_pos) as H2;
  pose proof (is_derive_peak_line y0 dy x0 dx t x_pos) as Hp;
  subst x y;
  set (tail0_t := fun t => tail0 _ _) in H0; set (tail1_t := fun t => tail1 _ _) in H1;
  set (tail2_t := fun t => tail2 _ _) in H2; set (peak_t := fun t => peak _ _) in Hp.

Local Ltac rewrite_derivative f H := rewrite (is_derive_unique (fun t : R => f t) t _ H).

Lemma is_derive_m1_line :
  is_derive (fun t => m1 a l (y0 + t * dy) (x0 + t * dx)) t (dy * m1_y a l y x + dx * m1_x a l y x).
Proof.
  derive_blocks.
  apply (is_derive_ext (fun t => l / 2 * ((y0 + t * dy) * (2 - tail0_t t) + 2 * (x0 + t * dx) * peak_t t
                                      + a * (tail1_t t - tail0_t t)))); [reflexivity |].
  auto_derive; [repeat split; eexists; eassumption |].
  rewrite_derivative tail0_t H0. rewrite_derivative tail1_t H1. rewrite_derivative peak_t Hp.
  unfold tail0_t, tail1_t, peak_t, m1_y, m1_x. field. lra.
Qed.

Lemma is_derive_m2_line :
  is_derive (fun t => m2 a l (y0 + t * dy) (x0 + t * dx)) t (dy * m2_y a l y x + dx * m2_x a l y x).
Proof.
  derive_blocks.
  apply (is_derive_ext (fun t => l ^ 2 / 2 * (((y0 + t * dy) ^ 2 + (x0 + t * dx)) * (2 - tail0_t t)
    + 2 * (x0 + t * dx) * (y0 + t * dy) * peak_t t + a ^ 2 * (tail0_t t - 2 * tail1_t t + tail2_t t))));
    [reflexivity |].
  auto_derive; [repeat split; eexists; eassumption |].
  rewrite_derivative tail0_t H0. rewrite_derivative tail1_t H1. rewrite_derivative tail2_t H2.
  rewrite_derivative peak_t Hp.
  unfold tail0_t, tail1_t, tail2_t, peak_t, m2_y, m2_x. field. lra.
Qed.

Lemma is_derive_var_line :
  is_derive (fun t => var a l (y0 + t * dy) (x0 + t * dx)) t (dy * var_y a l y x + dx * var_x a l y x).
Proof.
  pose proof is_derive_m1_line as H1. pose proof is_derive_m2_line as H2.
  unfold var. set (m1_t := fun t => m1 _ _ _ _) in H1. set (m2_t := fun t => m2 _ _ _ _) in H2.
  apply (is_derive_ext (fun t => m2_t t - m1_t t ^ 2)); [reflexivity |].
  auto_derive; [repeat split; eexists; eassumption |].
  rewrite_derivative m1_t H1. rewrite_derivative m2_t H2.
  unfold m1_t, var_y, var_x, x, y. ring.
Qed.

End Line.

(** * The partial derivatives: the lines in the direction of y and of x *)

Lemma is_derive_in_y (f : R -> R -> R) y x d :
  is_derive (fun t => f (0 + t * 1) (x + t * 0)) y d -> is_derive (fun y => f y x) y d.
Proof. apply is_derive_ext. intros t. f_equal; ring. Qed.

Lemma is_derive_in_x (f : R -> R -> R) y x d :
  is_derive (fun t => f (y + t * 0) (0 + t * 1)) x d -> is_derive (fun x => f y x) x d.
Proof. apply is_derive_ext. intros t. f_equal; ring. Qed.

Section Partial.
Variables a l y x : R.
Hypothesis x_pos : 0 < x.

Local Ltac partial rule :=
  evar_last; [apply rule; lra |];
  rewrite ?Rmult_0_r, ?Rmult_1_r, ?Rplus_0_r, ?Rplus_0_l, ?Rmult_0_l, ?Rmult_1_l, ?Rplus_0_r, ?Rplus_0_l; reflexivity.

Lemma is_derive_m1_y : is_derive (fun y => m1 a l y x) y (m1_y a l y x).
Proof. apply is_derive_in_y. partial is_derive_m1_line. Qed.

Lemma is_derive_m1_x : is_derive (fun x => m1 a l y x) x (m1_x a l y x).
Proof. apply (is_derive_in_x (m1 a l)). partial is_derive_m1_line. Qed.

Lemma is_derive_m2_y : is_derive (fun y => m2 a l y x) y (m2_y a l y x).
Proof. apply is_derive_in_y. partial is_derive_m2_line. Qed.

Lemma is_derive_m2_x : is_derive (fun x => m2 a l y x) x (m2_x a l y x).
Proof. apply (is_derive_in_x (m2 a l)). partial is_derive_m2_line. Qed.

Lemma is_derive_var_y : is_derive (fun y => var a l y x) y (var_y a l y x).
Proof. apply is_derive_in_y. partial is_derive_var_line. Qed.

Lemma is_derive_var_x : is_derive (fun x => var a l y x) x (var_x a l y x).
Proof. apply (is_derive_in_x (var a l)). partial is_derive_var_line. Qed.

End Partial.

(** * The map g *)

(** A function of (y, x) that agrees with another for x > 0, such as an integral and its closed form, has the same
    derivative along the image of a line (m + t dm, v + t dv) of means and variances. *)
Lemma is_derive_image_line (F G : R -> R -> R) omega tau m dm v dv t e : 0 < (v + t * dv) * tau ->
  (forall y x, 0 < x -> F y x = G y x) ->
  is_derive (fun t => G (m * omega + t * (dm * omega)) (v * tau + t * (dv * tau))) t e ->
  is_derive (fun t => F ((m + t * dm) * omega) ((v + t * dv) * tau)) t e.
Proof.
  intros Hx E. apply is_derive_ext_loc.
  assert (C : continuous (fun t => (v + t * dv) * tau) t)
    by (apply (ex_derive_continuous (V := R_NormedModule)); auto_derive; trivial).
  assert (L : locally t (fun s => 0 < (v + s * dv) * tau)) by exact (C _ (open_gt 0 _ Hx)).
  apply filter_imp with (2 := L). intros s Hs. rewrite E by exact Hs. f_equal; ring.
Qed.

Section Map.
Variables a l omega tau m dm v dv t : R.
Let y := (m + t * dm) * omega.
Let x := (v + t * dv) * tau.
Hypothesis x_pos : 0 < x.

Local Ltac image closed rule :=
  apply (is_derive_image_line _ _ _ _ _ _ _ _ _ _ x_pos (closed a l));
  replace y with (m * omega + t * (dm * omega)) by (unfold y; ring);
  assert (Ex : x = v * tau + t * (dv * tau)) by (unfold x; ring); rewrite Ex in *; clear Ex;
  evar_last; [apply rule; assumption | simpl; ring].

Lemma is_derive_mean_line : is_derive (fun t => mean a l ((m + t * dm) * omega) ((v + t * dv) * tau)) t
  (omega * m1_y a l y x * dm + tau * m1_x a l y x * dv).
Proof. image mean_closed is_derive_m1_line. Qed.

Lemma is_derive_second_moment_line :
  is_derive (fun t => second_moment a l ((m + t * dm) * omega) ((v + t * dv) * tau)) t
    (omega * m2_y a l y x * dm + tau * m2_x a l y x * dv).
Proof. image second_moment_closed is_derive_m2_line. Qed.

Lemma is_derive_variance_line : is_derive (fun t => variance a l ((m + t * dm) * omega) ((v + t * dv) * tau)) t
  (omega * var_y a l y x * dm + tau * var_x a l y x * dv).
Proof. image variance_closed is_derive_var_line. Qed.

End Map.

Section Columns.
Variables omega tau m v : R.
Hypothesis x_pos : 0 < v * tau.
Let y := m * omega.
Let x := v * tau.

(** The first column of the Jacobian of g, H11 and H21. *)
Lemma is_derive_g_mean :
  is_derive (fun m => fst (g omega tau (m, v))) m (omega * m1_y alpha01 lambda01 y x) /\
  is_derive (fun m => snd (g omega tau (m, v))) m (omega * var_y alpha01 lambda01 y x).
Proof.
  assert (Hx : 0 < (v + m * 0) * tau) by lra. unfold g; simpl. split.
  - apply (is_derive_in_y (fun m v => mean alpha01 lambda01 (m * omega) (v * tau))).
    evar_last; [apply (is_derive_mean_line alpha01 lambda01 omega tau 0 1 v 0 m Hx) |].
    replace (0 + m * 1) with m by ring. replace (v + m * 0) with v by ring. unfold x, y. ring.
  - apply (is_derive_in_y (fun m v => variance alpha01 lambda01 (m * omega) (v * tau))).
    evar_last; [apply (is_derive_variance_line alpha01 lambda01 omega tau 0 1 v 0 m Hx) |].
    replace (0 + m * 1) with m by ring. replace (v + m * 0) with v by ring. unfold x, y. ring.
Qed.

(** The second column, H12 and H22. *)
Lemma is_derive_g_variance :
  is_derive (fun v => fst (g omega tau (m, v))) v (tau * m1_x alpha01 lambda01 y x) /\
  is_derive (fun v => snd (g omega tau (m, v))) v (tau * var_x alpha01 lambda01 y x).
Proof.
  assert (Hx : 0 < (0 + v * 1) * tau) by lra. unfold g; simpl. split.
  - apply (is_derive_in_x (fun m v => mean alpha01 lambda01 (m * omega) (v * tau))).
    evar_last; [apply (is_derive_mean_line alpha01 lambda01 omega tau m 0 0 1 v Hx) |].
    replace (m + v * 0) with m by ring. replace (0 + v * 1) with v by ring. unfold x, y. ring.
  - apply (is_derive_in_x (fun m v => variance alpha01 lambda01 (m * omega) (v * tau))).
    evar_last; [apply (is_derive_variance_line alpha01 lambda01 omega tau m 0 0 1 v Hx) |].
    replace (m + v * 0) with m by ring. replace (0 + v * 1) with v by ring. unfold x, y. ring.
Qed.

End Columns.
