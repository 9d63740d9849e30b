(** The Gaussian integral, and from it what the other files need of [erfc]: derivative, symmetry, range, an upper bound,
    limits. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions.
Open Scope R_scope.

(** [erfc] is defined by an integral, which exists and has a derivative. *)
Lemma continuous_gauss t : continuous (fun s => exp (- s ^ 2)) t.
Proof. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive; trivial. Qed.

Lemma ex_RInt_gauss a b : ex_RInt (fun s => exp (- s ^ 2)) a b.
Proof. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros; apply continuous_gauss. Qed.

Lemma is_derive_RInt_gauss x : is_derive (fun x => RInt (fun s => exp (- s ^ 2)) 0 x) x (exp (- x ^ 2)).
Proof.
  apply (is_derive_RInt (V := R_NormedModule) (fun s => exp (- s ^ 2)) _ 0).
  - apply filter_forall. intros b. apply (RInt_correct (V := R_CompleteNormedModule)), ex_RInt_gauss.
  - apply continuous_gauss.
Qed.

Lemma is_derive_erfc t : is_derive erfc t (- (2 / sqrt PI) * exp (- t ^ 2)).
Proof.
  unfold erfc. evar_last.
  - apply (is_derive_minus (V := R_NormedModule)); [apply is_derive_const |].
    apply is_derive_scal, is_derive_RInt_gauss.
  - change (0 - 2 / sqrt PI * exp (- t ^ 2) = - (2 / sqrt PI) * exp (- t ^ 2)). ring.
Qed.

Lemma erfc_0 : erfc 0 = 1.
Proof. unfold erfc. rewrite RInt_point. change (@zero _) with 0. ring. Qed.

(** The substitution s = u v, for the symmetry (u = -1) and for the Gaussian integral. *)
Lemma is_RInt_gauss_scale u b :
  is_RInt (fun v => u * exp (- (u * v) ^ 2)) 0 b (RInt (fun s => exp (- s ^ 2)) 0 (u * b)).
Proof.
  apply (is_RInt_ext (fun v => scal u (exp (- (u * v + 0) ^ 2)))); [intros; now rewrite Rplus_0_r |].
  apply (is_RInt_comp_lin (fun s => exp (- s ^ 2))). rewrite Rmult_0_r, !Rplus_0_r.
  apply (RInt_correct (V := R_CompleteNormedModule)), ex_RInt_gauss.
Qed.

Lemma erfc_opp t : erfc (- t) = 2 - erfc t.
Proof.
  assert (H := is_RInt_gauss_scale (-1) t). replace (-1 * t) with (- t) in H by ring.
  apply (is_RInt_unique (V := R_CompleteNormedModule)) in H. unfold erfc. rewrite <- H.
  rewrite (RInt_ext (V := R_CompleteNormedModule) _ (fun s => scal (-1) (exp (- s ^ 2)))).
  - rewrite (RInt_scal (V := R_CompleteNormedModule)) by apply ex_RInt_gauss.
    unfold scal; simpl; unfold mult; simpl. ring.
  - intros s _. replace ((-1 * s) ^ 2) with (s ^ 2) by ring. reflexivity.
Qed.

(** The Gaussian integral: the square of RInt exp(-s^2) 0 x and the following sum to a constant, because their
    derivatives are opposite. *)
Definition complement (x : R) : R := RInt (fun t => exp (- x ^ 2 * (1 + t ^ 2)) / (1 + t ^ 2)) 0 1.

Lemma continuous_complement x t : continuous (fun t => exp (- x ^ 2 * (1 + t ^ 2)) / (1 + t ^ 2)) t.
Proof. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. nra. Qed.

Lemma ex_RInt_complement x : ex_RInt (fun t => exp (- x ^ 2 * (1 + t ^ 2)) / (1 + t ^ 2)) 0 1.
Proof. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros; apply continuous_complement. Qed.

Lemma is_derive_complement x : is_derive complement x (-2 * exp (- x ^ 2) * RInt (fun s => exp (- s ^ 2)) 0 x).
Proof.
  assert (Hd : forall u v, is_derive (fun x => exp (- x ^ 2 * (1 + v ^ 2)) / (1 + v ^ 2)) u
                                     (-2 * exp (- u ^ 2) * (u * exp (- (u * v) ^ 2)))).
  { intros u v. assert (1 + v ^ 2 <> 0) by nra. auto_derive; [trivial |].
    replace (exp (- (u * (u * 1)) * (1 + v * (v * 1)))) with (exp (- u ^ 2) * exp (- (u * v) ^ 2))
      by (rewrite <- exp_plus; f_equal; ring).
    field. simpl in *; lra. }
  evar_last.
  - apply (is_derive_RInt_param (fun x t => exp (- x ^ 2 * (1 + t ^ 2)) / (1 + t ^ 2))).
    + apply filter_forall. intros u v _. eexists. apply Hd.
    + intros v _. eapply continuity_2d_pt_ext; [intros; symmetry; apply is_derive_unique, Hd |].
      repeat first [apply continuity_2d_pt_mult | apply continuity_2d_pt_id1 | apply continuity_2d_pt_id2
        | apply continuity_2d_pt_const | apply (continuity_1d_2d_pt_comp exp) | apply continuity_2d_pt_opp
        | apply derivable_continuous_pt, derivable_pt_exp].
    + apply filter_forall. intros u. apply ex_RInt_complement.
  - apply (is_RInt_unique (V := R_CompleteNormedModule)).
    apply (is_RInt_ext (fun v => scal (-2 * exp (- x ^ 2)) (x * exp (- (x * v) ^ 2)))).
    + intros v _. symmetry. apply is_derive_unique, Hd.
    + assert (H := is_RInt_gauss_scale x 1). rewrite Rmult_1_r in H. apply (is_RInt_scal (V := R_NormedModule)), H.
Qed.

Lemma complement_0 : complement 0 = PI / 4.
Proof.
  apply (is_RInt_unique (V := R_CompleteNormedModule)). apply (is_RInt_ext (fun t => / (1 + t²))).
  - intros t _. unfold Rsqr. replace (- 0 ^ 2 * (1 + t ^ 2)) with 0 by ring. rewrite exp_0.
    change (@eq R (/ (1 + t * t)) (1 / (1 + t ^ 2))). field. nra.
  - evar_last.
    + apply (is_RInt_derive (V := R_CompleteNormedModule) atan); intros t _; [apply is_derive_atan |].
      apply (ex_derive_continuous (V := R_NormedModule)). unfold Rsqr. auto_derive. nra.
    + rewrite atan_1, atan_0. apply Rminus_0_r.
Qed.

Lemma gauss_square x : RInt (fun s => exp (- s ^ 2)) 0 x ^ 2 + complement x = PI / 4.
Proof.
  set (F := fun x => RInt (fun s => exp (- s ^ 2)) 0 x ^ 2 + complement x).
  assert (Hd : forall u, is_derive F u 0).
  { intros u. unfold F. evar_last.
    - apply (is_derive_plus (V := R_NormedModule)); [| apply is_derive_complement].
      apply is_derive_pow, is_derive_RInt_gauss.
    - unfold plus; simpl. ring. }
  transitivity (F 0); [| unfold F; rewrite RInt_point, complement_0; unfold zero; simpl; ring].
  change (F x = F 0). destruct (Rtotal_order x 0) as [H | [-> | H]]; [| reflexivity | symmetry];
    apply (eq_is_derive (V := R_NormedModule)); auto.
Qed.

(** The square of [erf], by which the range of [erfc] and its bound follow. *)
Lemma erf_square t : (1 - erfc t) ^ 2 = 1 - 4 / PI * complement t.
Proof.
  pose proof PI_RGT_0. pose proof (pow2_sqrt PI ltac:(lra)) as S. assert (0 < sqrt PI) by (apply sqrt_lt_R0; lra).
  pose proof (gauss_square t). unfold erfc.
  replace (complement t) with (PI / 4 - RInt (fun s => exp (- s ^ 2)) 0 t ^ 2) by lra.
  set (I := RInt _ _ _).
  replace ((1 - (1 - 2 / sqrt PI * I)) ^ 2) with (4 / sqrt PI ^ 2 * I ^ 2) by (field; lra).
  rewrite S. field. lra.
Qed.

(** The integrand is between 0 and exp(-x^2) / (1 + t^2). *)
Lemma complement_bounds x : 0 < complement x <= PI / 4 * exp (- x ^ 2).
Proof.
  split.
  - apply RInt_gt_0; [lra | | intros; apply continuous_complement].
    intros. apply Rdiv_lt_0_compat; [apply exp_pos | nra].
  - rewrite <- complement_0, Rmult_comm. unfold complement at 2.
    rewrite <- (RInt_scal (V := R_CompleteNormedModule)) by apply ex_RInt_complement.
    apply RInt_le; [lra | apply ex_RInt_complement | |].
    + apply (ex_RInt_scal (V := R_NormedModule)), ex_RInt_complement.
    + intros t _. unfold scal; simpl scal. unfold mult; simpl mult.
      replace (- 0 ^ 2 * (1 + t ^ 2)) with 0 by ring. rewrite exp_0. unfold Rdiv. rewrite Rmult_1_l.
      apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; nra |].
      destruct (Req_dec (x * t) 0) as [H | H]; [right; f_equal; nra | left; apply exp_increasing; nra].
Qed.

(** |erf| < 1. *)
Lemma erfc_pos t : 0 < erfc t.
Proof.
  pose proof (erf_square t). pose proof (complement_bounds t). pose proof PI_RGT_0.
  assert (0 < 4 / PI * complement t) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat |]; lra). nra.
Qed.

Lemma erfc_lt_2 t : erfc t < 2.
Proof. pose proof (erfc_pos (- t)) as P. rewrite erfc_opp in P. lra. Qed.

Lemma erfc_le_1 t : 0 <= t -> erfc t <= 1.
Proof.
  intros Ht. pose proof PI_RGT_0.
  assert (0 <= 2 / sqrt PI) by (apply Rlt_le, Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra]).
  assert (0 <= RInt (fun s => exp (- s ^ 2)) 0 t)
    by (apply RInt_ge_0; [| apply ex_RInt_gauss |]; intros; try apply Rlt_le, exp_pos; assumption).
  unfold erfc. nra.
Qed.

(** With u = erf t in [0, 1]: 1 - u <= 1 - u^2 <= exp(-t^2). *)
Lemma erfc_upper t : 0 <= t -> erfc t <= exp (- t ^ 2).
Proof.
  intros Ht. pose proof (erfc_le_1 t Ht). pose proof (erf_square t). pose proof (complement_bounds t) as [_ H1].
  pose proof PI_RGT_0. apply (Rmult_le_compat_l (4 / PI)) in H1; [| apply Rlt_le, Rdiv_lt_0_compat; lra].
  replace (4 / PI * (PI / 4 * exp (- t ^ 2))) with (exp (- t ^ 2)) in H1 by (field; lra).
  pose proof (erfc_pos t). nra.
Qed.

Lemma is_lim_erfc_p : is_lim erfc p_infty 0.
Proof.
  apply (is_lim_le_le_loc (fun _ => 0) (fun t => exp (- t))).
  - exists 1. intros t Ht. split; [apply Rlt_le, erfc_pos |].
    eapply Rle_trans; [apply erfc_upper; lra |]. apply Rlt_le, exp_increasing. nra.
  - apply is_lim_const.
  - apply (is_lim_comp exp Ropp _ _ m_infty); [apply is_lim_exp_m | | now exists 0].
    apply (is_lim_opp (fun t => t) p_infty p_infty), is_lim_id.
Qed.

Lemma is_lim_erfc_m : is_lim erfc m_infty 2.
Proof.
  apply (is_lim_ext (fun t => 2 - erfc (- t))); [intros; rewrite erfc_opp; ring |].
  evar_last; [apply (is_lim_minus' _ _ _ 2 0); [apply is_lim_const |] | f_equal; ring].
  apply (is_lim_comp erfc Ropp _ _ p_infty); [apply is_lim_erfc_p | | now exists 0].
  apply (is_lim_opp (fun t => t) m_infty m_infty), is_lim_id.
Qed.
