(** The moments of an activated normal variable: the improper integrals exist and have the closed forms of
    ClosedForms.v. On either side of 0 the integrand has an explicit antiderivative, made of [tail k] and [peak]. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions ClosedForms GaussianIntegral BuildingBlocks.
Open Scope R_scope.

(** * From antiderivatives to expectations *)

(** The fundamental theorem for improper integrals, for an antiderivative [F] on the whole line. *)
Lemma is_RInt_gen_antiderivative {Fa Fb : (R -> Prop) -> Prop} {FFa : Filter Fa} {FFb : Filter Fb}
    (f F : R -> R) la lb :
  (forall z, is_derive F z (f z)) -> (forall z, continuous f z) ->
  filterlim F Fa (locally la) -> filterlim F Fb (locally lb) -> is_RInt_gen f Fa Fb (lb - la).
Proof.
  intros HF Hf Ha Hb. assert (HD : forall z, Derive F z = f z) by (intros; apply is_derive_unique, HF).
  apply (is_RInt_gen_ext (Derive F)); [apply filter_forall; intros; apply HD |].
  apply is_RInt_gen_Derive; trivial; apply filter_forall; intros p z _.
  - now exists (f z).
  - apply (continuous_ext f); [intros; symmetry; apply HD | apply Hf].
Qed.

(** A function given by [p] below 0 and by [q] above, such as [selu], from antiderivatives [P] and [Q] of the two
    integrands. *)
Lemma is_expectation_halves (f p q P Q : R -> R) y x (l : R) : 0 < x ->
  (forall z, z < 0 -> f z = p z) -> (forall z, 0 < z -> f z = q z) ->
  (forall z, ex_derive p z) -> (forall z, ex_derive q z) ->
  (forall z, is_derive P z (p z * density y x z)) -> (forall z, is_derive Q z (q z * density y x z)) ->
  is_lim P m_infty 0 -> is_lim Q p_infty l -> is_expectation f y x (P 0 + (l - Q 0)).
Proof.
  intros Hx Hp Hq Dp Dq DP DQ LP LQ.
  assert (C : forall h : R -> R, (forall z, ex_derive h z) -> forall z, continuous (fun z => h z * density y x z) z).
  { intros h Dh z. apply (ex_derive_continuous (V := R_NormedModule)). unfold density. auto_derive. auto. }
  apply (is_RInt_gen_Chasles (V := R_NormedModule)) with 0.
  - apply (is_RInt_gen_ext (fun z => p z * density y x z)).
    + exists (fun a => a < 0) (fun b => b = 0); [now exists 0 | reflexivity |].
      intros a b Ha -> z. simpl. rewrite Rmin_left, Rmax_right by lra. intros [_ Hz]. now rewrite Hp.
    + rewrite <- (Rminus_0_r (P 0)). apply (is_RInt_gen_antiderivative _ P); auto.
      intros A HA. exact (locally_singleton _ _ HA).
  - apply (is_RInt_gen_ext (fun z => q z * density y x z)).
    + exists (fun a => a = 0) (fun b => 0 < b); [reflexivity | now exists 0 |].
      intros a b -> Hb z. simpl. rewrite Rmin_left, Rmax_right by lra. intros [Hz _]. now rewrite Hq.
    + apply (is_RInt_gen_antiderivative _ Q); auto. intros A HA. exact (locally_singleton _ _ HA).
Qed.

Section Moments.
Variables a l y x : R.
Hypothesis x_pos : 0 < x.

(** With this the line rules of BuildingBlocks.v, in the direction of -y, are derivatives in z. *)
Lemma density_peak z : density y x z = peak (y - z) x.
Proof. unfold density, peak. now replace ((z - y) ^ 2) with ((y - z) ^ 2) by ring. Qed.

(** * Antiderivatives *)

(** The antiderivative of e^(kz), times the density, that vanishes at minus infinity. *)
Definition below (k w : R) : R := exp (k * w) / 2 * tail k (y - w) x.

Lemma is_derive_density w : is_derive (fun w => peak (y - w) x) w ((y - w) / x * density y x w).
Proof.
  rewrite density_peak. apply (is_derive_ext (fun w => peak (y + w * -1) (x + w * 0))); [intros; f_equal; ring |].
  evar_last; [apply is_derive_peak_line; lra |].
  replace (y + w * -1) with (y - w) by ring. replace (x + w * 0) with x by ring. simpl. field. lra.
Qed.

Lemma is_derive_below k w : is_derive (below k) w (exp (k * w) * density y x w).
Proof.
  assert (H : is_derive (fun w => tail k (y - w) x) w (- (k * tail k (y - w) x - 2 * peak (y - w) x))).
  { apply (is_derive_ext (fun w => tail k (y + w * -1) (x + w * 0))); [intros; f_equal; ring |].
    evar_last; [apply is_derive_tail_line; lra |].
    replace (y + w * -1) with (y - w) by ring. replace (x + w * 0) with x by ring. simpl. ring. }
  rewrite density_peak. unfold below. set (T := fun w => tail k (y - w) x) in *.
  apply (is_derive_ext (fun w => exp (k * w) / 2 * T w)); [reflexivity |].
  auto_derive; [now exists (- (k * T w - 2 * peak (y - w) x)) |].
  rewrite (is_derive_unique (fun w : R => T w) w _ H). unfold T. field.
Qed.

(** Antiderivatives of z and z^2, times the density. *)
Definition below_z (w : R) : R := y * below 0 w - x * peak (y - w) x.
Definition below_z2 (w : R) : R := (y ^ 2 + x) * below 0 w - x * (w * peak (y - w) x) - x * y * peak (y - w) x.

Lemma is_derive_below_z w : is_derive below_z w (w * density y x w).
Proof.
  unfold below_z. evar_last.
  - apply (is_derive_minus (V := R_NormedModule)); apply is_derive_scal;
      [apply is_derive_below | apply is_derive_density].
  - unfold minus, plus, opp; simpl. rewrite Rmult_0_l, exp_0. field. lra.
Qed.

Lemma is_derive_below_z2 w : is_derive below_z2 w (w ^ 2 * density y x w).
Proof.
  unfold below_z2. evar_last.
  - apply (is_derive_minus (V := R_NormedModule)); [apply (is_derive_minus (V := R_NormedModule)) |];
      apply is_derive_scal; [apply is_derive_below | | apply is_derive_density].
    exact (is_derive_mult _ _ _ _ _ (is_derive_id w) (is_derive_density w) Rmult_comm).
  - unfold minus, plus, opp, mult, one; simpl. rewrite <- density_peak, Rmult_0_l, exp_0. field. lra.
Qed.

(** * Limits *)

(** What [below] does at infinity is what [erfc] does. *)
Lemma below_erfc k w :
  below k w = exp (k * y + k ^ 2 / 2 * x) / 2 * erfc (- / sqrt (2 * x) * w + (y + k * x) / sqrt (2 * x)).
Proof.
  assert (0 < sqrt (2 * x)) by (apply sqrt_lt_R0; lra). unfold below, tail, Rdiv.
  replace ((y - w + k * x) * / sqrt (2 * x)) with (- / sqrt (2 * x) * w + (y + k * x) * / sqrt (2 * x)) by (field; lra).
  replace (k * y + k ^ 2 * / 2 * x) with (k * w + (k * (y - w) + k ^ 2 * / 2 * x)) by ring.
  rewrite (exp_plus (k * w)). ring.
Qed.

Lemma is_lim_below k e (c : R) : is_lim erfc (Rbar_opp e) c -> (e = m_infty \/ e = p_infty) ->
  is_lim (below k) e (exp (k * y + k ^ 2 / 2 * x) / 2 * c).
Proof.
  intros H He. assert (Hs : 0 < / sqrt (2 * x)) by (apply Rinv_0_lt_compat, sqrt_lt_R0; lra).
  apply (is_lim_ext (fun w => exp (k * y + k ^ 2 / 2 * x) / 2
                              * erfc (- / sqrt (2 * x) * w + (y + k * x) / sqrt (2 * x)))).
  { intros w. symmetry. apply below_erfc. }
  apply (is_lim_scal_l _ _ _ c), is_lim_comp_lin; [| lra].
  replace (Rbar_plus _ _) with (Rbar_opp e); [exact H |].
  destruct He as [-> | ->]; simpl; destruct (Rle_dec 0 (- / sqrt (2 * x))); try (exfalso; lra); reflexivity.
Qed.

Lemma is_lim_below_m k : is_lim (below k) m_infty 0.
Proof.
  rewrite <- (Rmult_0_r (exp (k * y + k ^ 2 / 2 * x) / 2)).
  apply is_lim_below; [apply is_lim_erfc_p | now left].
Qed.

Lemma is_lim_below_p : is_lim (below 0) p_infty 1.
Proof.
  replace 1 with (exp (0 * y + 0 ^ 2 / 2 * x) / 2 * 2); [apply is_lim_below; [apply is_lim_erfc_m | now right] |].
  replace (0 * y + 0 ^ 2 / 2 * x) with 0 by field. rewrite exp_0. field.
Qed.

(** The density falls faster than e^(-w), because (w - y - x)^2 >= 0. *)
Lemma peak_exp w : peak (y - w) x <= exp (y + x / 2) / sqrt (2 * PI * x) * exp (- w).
Proof.
  assert (Hs : 0 < sqrt (2 * PI * x)) by (apply sqrt_lt_R0; pose proof PI_RGT_0; nra).
  replace (exp (y + x / 2) / sqrt (2 * PI * x) * exp (- w)) with (exp (y + x / 2 + - w) / sqrt (2 * PI * x))
    by (rewrite exp_plus; unfold Rdiv; ring).
  apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, Hs |].
  assert (H : - (y - w) ^ 2 / (2 * x) <= y + x / 2 + - w).
  { apply Rmult_le_reg_r with (2 * x); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    pose proof (pow2_ge_0 (w - y - x)). nra. }
  destruct H as [H | ->]; [left; now apply exp_increasing | right; reflexivity].
Qed.

Lemma is_lim_mult_peak : is_lim (fun w => w * peak (y - w) x) p_infty 0.
Proof.
  set (c := exp (y + x / 2) / sqrt (2 * PI * x)).
  apply (is_lim_le_le_loc (fun _ => 0) (fun w => - c * (- w * exp (- w)))); [| apply is_lim_const |].
  - exists 0. intros w Hw. pose proof (peak_exp w) as E. pose proof (peak_pos (y - w) x x_pos). fold c in E.
    split; [nra |]. replace (- c * (- w * exp (- w))) with (w * (c * exp (- w))) by ring.
    apply Rmult_le_compat_l; lra.
  - rewrite <- (Rmult_0_r (- c)). apply (is_lim_scal_l _ _ _ 0).
    apply (is_lim_comp (fun v => v * exp v) Ropp _ _ m_infty); [apply is_lim_mul_exp_m | | now exists 0].
    apply (is_lim_opp (fun t => t) p_infty p_infty), is_lim_id.
Qed.

Lemma is_lim_peak : is_lim (fun w => peak (y - w) x) p_infty 0.
Proof.
  apply (is_lim_le_le_loc (fun _ => 0) (fun w => w * peak (y - w) x)); [| apply is_lim_const | apply is_lim_mult_peak].
  exists 1. intros w Hw. pose proof (peak_pos (y - w) x x_pos). nra.
Qed.

Lemma is_lim_below_z : is_lim below_z p_infty y.
Proof.
  evar_last; [apply (is_lim_minus' _ _ _ (y * 1) (x * 0)) | f_equal; ring].
  - apply (is_lim_scal_l _ _ _ 1), is_lim_below_p.
  - apply (is_lim_scal_l _ _ _ 0), is_lim_peak.
Qed.

Lemma is_lim_below_z2 : is_lim below_z2 p_infty (y ^ 2 + x).
Proof.
  evar_last;
    [apply (is_lim_minus' _ _ _ ((y ^ 2 + x) * 1 - x * 0) (x * y * 0)); [apply is_lim_minus' |] | f_equal; ring].
  - apply (is_lim_scal_l _ _ _ 1), is_lim_below_p.
  - apply (is_lim_scal_l _ _ _ 0), is_lim_mult_peak.
  - apply (is_lim_scal_l _ _ _ 0), is_lim_peak.
Qed.

(** * The moments *)

(** The density is one. *)
Lemma is_expectation_1 : is_expectation (fun _ => 1) y x 1.
Proof.
  assert (D : forall z, is_derive (below 0) z (1 * density y x z)).
  { intros z. evar_last; [apply is_derive_below | now rewrite Rmult_0_l, exp_0]. }
  replace (is_expectation (fun _ => 1) y x 1) with (is_expectation (fun _ => 1) y x (below 0 0 + (1 - below 0 0)))
    by (f_equal; ring).
  apply (is_expectation_halves _ (fun _ => 1) (fun _ => 1)); auto;
    [intros; apply (ex_derive_const (V := R_NormedModule)) .. | apply is_lim_below_m | apply is_lim_below_p].
Qed.

Lemma below_tail k : below k 0 = tail k y x / 2.
Proof. unfold below. rewrite Rmult_0_r, exp_0, Rminus_0_r. field. Qed.

Lemma is_expectation_m1 : is_expectation (selu a l) y x (m1 a l y x).
Proof.
  set (P := fun w => l * a * (below 1 w - below 0 w)).
  replace (m1 a l y x) with (P 0 + (l * y - l * below_z 0)).
  - apply (is_expectation_halves _ (fun z => l * (a * (exp z - 1))) (fun z => l * z) P (fun w => l * below_z w));
      try (intros; auto_derive; trivial; fail); trivial.
    + intros z Hz. unfold selu. destruct (Rlt_dec 0 z); [lra | reflexivity].
    + intros z Hz. unfold selu. destruct (Rlt_dec 0 z); [reflexivity | lra].
    + intros z. evar_last; [apply is_derive_scal, (is_derive_minus (V := R_NormedModule)); apply is_derive_below |].
      unfold minus, plus, opp; simpl. rewrite Rmult_0_l, Rmult_1_l, exp_0. ring.
    + intros z. evar_last; [apply is_derive_scal, is_derive_below_z | simpl; ring].
    + evar_last; [apply (is_lim_scal_l _ _ _ (0 - 0)), is_lim_minus'; apply is_lim_below_m | simpl; f_equal; ring].
    + apply (is_lim_scal_l _ _ _ y), is_lim_below_z.
  - unfold P, below_z, m1. rewrite !below_tail, tail_0, tail_1, Rminus_0_r. field.
Qed.

Lemma is_expectation_m2 : is_expectation (fun z => selu a l z ^ 2) y x (m2 a l y x).
Proof.
  set (P := fun w => l ^ 2 * a ^ 2 * (below 2 w - 2 * below 1 w + below 0 w)).
  replace (m2 a l y x) with (P 0 + (l ^ 2 * (y ^ 2 + x) - l ^ 2 * below_z2 0)).
  - apply (is_expectation_halves _ (fun z => (l * (a * (exp z - 1))) ^ 2) (fun z => (l * z) ^ 2) P
      (fun w => l ^ 2 * below_z2 w)); try (intros; auto_derive; trivial; fail); trivial.
    + intros z Hz. unfold selu. destruct (Rlt_dec 0 z); [lra | reflexivity].
    + intros z Hz. unfold selu. destruct (Rlt_dec 0 z); [reflexivity | lra].
    + intros z. evar_last.
      * apply is_derive_scal, (is_derive_plus (V := R_NormedModule));
          [apply (is_derive_minus (V := R_NormedModule)); [| apply is_derive_scal] |]; apply is_derive_below.
      * unfold minus, plus, opp; simpl. replace (2 * z) with (z + z) by ring.
        rewrite Rmult_0_l, Rmult_1_l, exp_0, exp_plus. ring.
    + intros z. evar_last; [apply is_derive_scal, is_derive_below_z2 | simpl; ring].
    + evar_last; [apply (is_lim_scal_l _ _ _ (0 - 2 * 0 + 0)), is_lim_plus'; [apply is_lim_minus' |] |];
        [| apply (is_lim_scal_l _ _ _ 0) | |]; try apply is_lim_below_m. simpl; f_equal; ring.
    + apply (is_lim_scal_l _ _ _ (y ^ 2 + x)), is_lim_below_z2.
  - unfold P, below_z2, m2. rewrite !below_tail, tail_0, tail_1, tail_2, Rminus_0_r. field.
Qed.

Lemma mean_closed : mean a l y x = m1 a l y x.
Proof. exact (is_RInt_gen_unique (V := R_CompleteNormedModule) _ _ is_expectation_m1). Qed.

Lemma second_moment_closed : second_moment a l y x = m2 a l y x.
Proof. exact (is_RInt_gen_unique (V := R_CompleteNormedModule) _ _ is_expectation_m2). Qed.

Lemma variance_closed : variance a l y x = var a l y x.
Proof. unfold variance. now rewrite mean_closed, second_moment_closed. Qed.

End Moments.

(** * Mean and variance of the density *)

Section Density.
Variables y x : R.
Hypothesis x_pos : 0 < x.

(** The limits at minus infinity are those at infinity for the mean -y. *)
Lemma peak_mirror w : peak (- y - - w) x = peak (y - w) x.
Proof. unfold peak. replace ((- y - - w) ^ 2) with ((y - w) ^ 2) by ring. reflexivity. Qed.

Lemma is_lim_mirror (f : R -> R) (l : R) : is_lim f p_infty l -> is_lim (fun w => f (- w)) m_infty l.
Proof.
  intros L. apply (is_lim_comp f Ropp m_infty l p_infty); [exact L | | exists 0; discriminate].
  apply (is_lim_opp (fun w => w) m_infty m_infty), is_lim_id.
Qed.

Lemma is_lim_peak_m : is_lim (fun w => peak (y - w) x) m_infty 0.
Proof. exact (is_lim_ext _ _ _ _ peak_mirror (is_lim_mirror _ _ (is_lim_peak (- y) x x_pos))). Qed.

Lemma is_lim_mult_peak_m : is_lim (fun w => w * peak (y - w) x) m_infty 0.
Proof.
  apply (is_lim_ext (fun w => -1 * (- w * peak (- y - - w) x))); [intros w; rewrite peak_mirror; ring |].
  replace (Finite 0) with (Rbar_mult (-1) 0) by (simpl; f_equal; ring). apply is_lim_scal_l.
  exact (is_lim_mirror _ _ (is_lim_mult_peak (- y) x x_pos)).
Qed.

Lemma is_lim_below_z_m : is_lim (below_z y x) m_infty 0.
Proof.
  evar_last; [apply (is_lim_minus' _ _ _ (y * 0) (x * 0)) | f_equal; ring].
  - apply (is_lim_scal_l _ _ _ 0), is_lim_below_m, x_pos.
  - apply (is_lim_scal_l _ _ _ 0), is_lim_peak_m.
Qed.

Lemma is_lim_below_z2_m : is_lim (below_z2 y x) m_infty 0.
Proof.
  evar_last;
    [apply (is_lim_minus' _ _ _ ((y ^ 2 + x) * 0 - x * 0) (x * y * 0)); [apply is_lim_minus' |] | f_equal; ring].
  - apply (is_lim_scal_l _ _ _ 0), is_lim_below_m, x_pos.
  - apply (is_lim_scal_l _ _ _ 0), is_lim_mult_peak_m.
  - apply (is_lim_scal_l _ _ _ 0), is_lim_peak_m.
Qed.

Lemma is_expectation_antiderivative (f F : R -> R) (l : R) : (forall z, ex_derive f z) ->
  (forall z, is_derive F z (f z * density y x z)) -> is_lim F m_infty 0 -> is_lim F p_infty l ->
  is_expectation f y x l.
Proof.
  intros Df DF Lm Lp. unfold is_expectation. rewrite <- (Rminus_0_r l).
  apply (is_RInt_gen_antiderivative _ F); [exact DF | | exact Lm | exact Lp].
  intros z. apply (ex_derive_continuous (V := R_NormedModule)). unfold density. auto_derive. auto.
Qed.

Lemma is_expectation_mean : is_expectation (fun z => z) y x y.
Proof.
  apply (is_expectation_antiderivative _ (below_z y x)); [intros; auto_derive; trivial | | exact is_lim_below_z_m |].
  - intros; apply is_derive_below_z, x_pos.
  - apply is_lim_below_z, x_pos.
Qed.

Lemma is_expectation_variance : is_expectation (fun z => (z - y) ^ 2) y x x.
Proof.
  apply (is_expectation_antiderivative _ (fun w => below_z2 y x w - 2 * y * below_z y x w + y ^ 2 * below y x 0 w)).
  - intros; auto_derive; trivial.
  - intros z. evar_last.
    + apply (is_derive_plus (V := R_NormedModule)); [apply (is_derive_minus (V := R_NormedModule)) |];
        [apply is_derive_below_z2, x_pos | apply is_derive_scal, is_derive_below_z, x_pos |
         apply is_derive_scal, is_derive_below, x_pos].
    + unfold minus, plus, opp; simpl. rewrite Rmult_0_l, exp_0. ring.
  - evar_last; [apply (is_lim_plus' _ _ _ (0 - 2 * y * 0) (y ^ 2 * 0)); [apply is_lim_minus' |] | f_equal; ring];
      [exact is_lim_below_z2_m | apply (is_lim_scal_l _ _ _ 0), is_lim_below_z_m |
       apply (is_lim_scal_l _ _ _ 0), is_lim_below_m, x_pos].
  - evar_last;
      [apply (is_lim_plus' _ _ _ (y ^ 2 + x - 2 * y * y) (y ^ 2 * 1)); [apply is_lim_minus' |] | f_equal; ring];
      [apply is_lim_below_z2, x_pos | apply (is_lim_scal_l _ _ _ y), is_lim_below_z, x_pos |
       apply (is_lim_scal_l _ _ _ 1), is_lim_below_p, x_pos].
Qed.

End Density.
