(** The statements of Statements.v and FalseClaims.v, proved: the integrals are replaced by their closed forms, and what
    remains are the inequalities of Runs.v, each over a box of (y, x) = (mean * omega, variance * tau). *)

From Coq Require Import Reals Lra QArith Qreals.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions ClosedForms Statements FalseClaims Parameters FixedPoint Moments Jacobian.
From SELU Require Import FoundNumbers Runs.
Open Scope R_scope.

Local Notation mean01 := (m1 alpha01 lambda01).
Local Notation var01 := (var alpha01 lambda01).
Local Notation mean_y01 := (m1_y alpha01 lambda01).
Local Notation mean_x01 := (m1_x alpha01 lambda01).
Local Notation var_y01 := (var_y alpha01 lambda01).
Local Notation var_x01 := (var_x alpha01 lambda01).

(** * From integrals to closed forms *)

Lemma g_closed omega tau p : 0 < snd p * tau ->
  g omega tau p = (mean01 (fst p * omega) (snd p * tau), var01 (fst p * omega) (snd p * tau)).
Proof. intros Hx. unfold g. rewrite mean_closed, variance_closed by exact Hx. reflexivity. Qed.

(** The printed forms of the density at 0. *)
Lemma peak_printed y x : 0 < x -> 2 * x * peak y x = sqrt (2 / PI) * sqrt x * exp (- y ^ 2 / (2 * x)) /\
  2 * peak y x = sqrt (2 / (PI * x)) * exp (- y ^ 2 / (2 * x)).
Proof.
intros Hx. destruct PI_bounds as [HP _]. unfold peak.
assert (H1 : 0 < PI * x) by nra. assert (H2 : 0 < 2 / (PI * x)) by (apply Rdiv_lt_0_compat; lra).
assert (H3 : 0 < 2 / PI) by (apply Rdiv_lt_0_compat; lra).
assert (H4 : 0 < sqrt (2 * PI * x)) by (apply sqrt_lt_R0; lra).
assert (E : 2 / sqrt (2 * PI * x) = sqrt (2 / (PI * x))).
{ apply Rmult_eq_reg_r with (sqrt (2 * PI * x)); [| lra]. rewrite <- sqrt_mult by lra.
  replace (2 / (PI * x) * (2 * PI * x)) with (2 * 2) by (field; lra). rewrite sqrt_square by lra. field. lra. }
assert (S : sqrt (2 / PI) * sqrt x = x * sqrt (2 / (PI * x))).
{ rewrite <- (sqrt_pow2 x) at 2 by lra. rewrite <- !sqrt_mult by (try apply pow2_ge_0; lra). f_equal. field. lra. }
rewrite S, <- E. unfold Rdiv. split; ring.
Qed.

Theorem normal_density_holds : normal_density.
Proof.
intros y x Hx. split; [exact (is_expectation_1 y x Hx) |].
split; [exact (is_expectation_mean y x Hx) | exact (is_expectation_variance y x Hx)].
Qed.

Theorem equations4_5_holds : equations4_5.
Proof.
intros a l y x Hx m xi. destruct (peak_printed y x Hx) as [P _].
assert (E1 : m1 a l y x = m).
{ unfold m1, m. rewrite P. unfold tail0, tail1. ring. }
assert (E2 : m2 a l y x = xi).
{ unfold m2, xi. replace (2 * x * y * peak y x) with (y * (2 * x * peak y x)) by ring. rewrite P.
  unfold tail0, tail1, tail2. replace (2 * (y + x)) with (2 * y + 2 * x) by ring. ring. }
rewrite <- E1, <- E2. rewrite mean_closed, second_moment_closed, variance_closed by exact Hx.
repeat split; [apply is_expectation_m1 | apply is_expectation_m2]; exact Hx.
Qed.

(** * Derivatives *)

Theorem jacobian_holds : jacobian.
Proof.
intros a l omega tau m v dm dv Hx y x B C J11 J12 J21 J22 H21 H22 along. destruct (peak_printed y x Hx) as [P Q].
assert (E11 : omega * m1_y a l y x = J11) by (unfold m1_y, J11, B, tail0, tail1; ring).
assert (E12 : tau * m1_x a l y x = J12).
{ unfold J12. rewrite Rmult_assoc, Rmult_minus_distr_l, (Rmult_assoc (a - 1)), <- Q.
  unfold m1_x, B, tail1. field. }
assert (EC : tail2 y x = C) by (unfold tail2, C; do 2 f_equal; ring).
assert (E21 : omega * m2_y a l y x = J21) by (unfold m2_y, J21, B; rewrite <- P, <- EC; unfold tail0, tail1; ring).
assert (E22 : tau * m2_x a l y x = J22) by (unfold m2_x, J22, B; rewrite <- EC; unfold tail0, tail1; field).
assert (EH1 : omega * var_y a l y x = H21).
{ unfold var_y, H21. rewrite <- E21, <- E11, mean_closed by exact Hx. ring. }
assert (EH2 : tau * var_x a l y x = H22).
{ unfold var_x, H22. rewrite <- E22, <- E12, mean_closed by exact Hx. ring. }
assert (D1 := is_derive_mean_line a l omega tau m dm v dv 0).
assert (D2 := is_derive_second_moment_line a l omega tau m dm v dv 0).
assert (D3 := is_derive_variance_line a l omega tau m dm v dv 0).
rewrite !Rmult_0_l, !Rplus_0_r in D1, D2, D3. rewrite <- E11, <- E12, <- E21, <- E22, <- EH1, <- EH2.
exact (conj (D1 Hx) (conj (D2 Hx) (D3 Hx))).
Qed.

(** The derivative of g at [p] in the direction [d]. *)
Definition g_along omega tau (p d : R * R) : R * R :=
  let y := fst p * omega in let x := snd p * tau in
  (omega * mean_y01 y x * fst d + tau * mean_x01 y x * snd d, omega * var_y01 y x * fst d + tau * var_x01 y x * snd d).

Lemma is_derivative_along_g omega tau p d : 0 < snd p * tau ->
  is_derivative_along (g omega tau) p d (g_along omega tau p d).
Proof.
intros Hx. assert (D1 := is_derive_mean_line alpha01 lambda01 omega tau (fst p) (fst d) (snd p) (snd d) 0).
assert (D2 := is_derive_variance_line alpha01 lambda01 omega tau (fst p) (fst d) (snd p) (snd d) 0).
rewrite !Rmult_0_l, !Rplus_0_r in D1, D2. exact (conj (D1 Hx) (D2 Hx)).
Qed.

Theorem equation14_holds : equation14.
Proof.
destruct moments_01 as [E1 E2]. split.
- rewrite g_closed by (simpl; lra). cbn [fst snd]. rewrite Rmult_0_r, Rmult_1_r. unfold var. rewrite E1, E2.
  apply f_equal2; ring.
- intros a l Hl Hm Hv. rewrite mean_closed in Hm by lra. rewrite variance_closed in Hv by lra.
  unfold var in Hv. rewrite Hm in Hv. apply parameters_unique; [exact Hl | exact Hm | lra].
Qed.

Theorem equation14_decimals_holds : equation14_decimals.
Proof. exact (conj alpha01_decimals lambda01_decimals). Qed.

Theorem equation6_holds : equation6.
Proof.
set (e12 := mean_x01 0 1). set (e22 := var_x01 0 1). exists e12, e22, (distance (e12, e22) (0, 0)).
split; [exact equation6_H12 |]. split; [exact equation6_H22 |]. assert (P := distance_pos (e12, e22) (0, 0)).
assert (S := distance_square (e12, e22) (0, 0)). cbn [fst snd] in S. rewrite !Rminus_0_r in S.
assert (N := equation6_norm). fold e12 e22 in N. split; [| split; [reflexivity |]].
{ change 1e-9 with (1 / 1000000000). apply Rabs_def1; nra. }
intros d e. split.
- assert (D := is_derivative_along_g 0 1 (0, 1) d ltac:(simpl; lra)). unfold g_along in D. cbn [fst snd] in D.
  rewrite Rmult_0_r, !Rmult_1_r, !Rmult_0_l, !Rplus_0_l, !Rmult_1_l in D. exact D.
- apply le_of_squares; [apply Rmult_le_pos; [exact P | apply distance_pos] |].
  rewrite Rpow_mult_distr, S, !distance_square. unfold e. cbn [fst snd]. rewrite !Rminus_0_r.
  assert (0 <= (e12 ^ 2 + e22 ^ 2) * fst d ^ 2) by (apply Rmult_le_pos; nra). lra.
Qed.

(** * Theorem 1 and Lemmas 12 and 13 *)

(** The ranges of mean and variance of the net input. *)
Lemma net_input t1 t2 m1 m2 v1 v2 omega tau p : weights t1 t2 omega tau -> in_box m1 m2 v1 v2 p ->
  m1 = - m2 -> 0 <= t1 -> 0 <= v1 -> -0.1 * m2 <= fst p * omega <= 0.1 * m2 /\ v1 * t1 <= snd p * tau <= v2 * t2.
Proof. intros [[] []] [[] []] E Ht Hv. split; split; [nra | nra | apply Rmult_le_compat; lra ..]. Qed.

Lemma g_norm c omega tau p d : 0 <= c -> let e := g_along omega tau p d in
  fst e ^ 2 + snd e ^ 2 <= c ^ 2 * (fst d ^ 2 + snd d ^ 2) -> distance e (0, 0) <= c * distance d (0, 0).
Proof.
intros Hc e H. apply le_of_squares; [apply Rmult_le_pos; [exact Hc | apply distance_pos] |].
rewrite Rpow_mult_distr, !distance_square, !Rminus_0_r. exact H.
Qed.

Theorem lemma12_holds : lemma12.
Proof.
intros omega tau p d W Hp. destruct (net_input _ _ _ _ _ _ _ _ _ W Hp) as [Y X]; try lra.
exists (g_along omega tau p d). split; [apply is_derivative_along_g; lra |].
apply g_norm; [lra |]. apply norm_lemma12; try apply W; try apply Hp. lra.
Qed.

Section Theorem1.
Variables omega tau : R.
Hypothesis W : weights 0.95 1.1 omega tau.

Lemma theorem1_input p : K p -> -0.01 <= fst p * omega <= 0.01 /\ 0.76 <= snd p * tau <= 1.65.
Proof. intros Hp. destruct (net_input _ _ _ _ _ _ _ _ _ W Hp) as [Y X]; lra. Qed.

Lemma g_derivative p d : K p -> exists e, is_derivative_along (g omega tau) p d e /\
  distance e (0, 0) <= 0.89760836 * distance d (0, 0).
Proof.
intros Hp. destruct (theorem1_input p Hp) as [Y X].
exists (g_along omega tau p d). split; [apply is_derivative_along_g; lra |].
apply g_norm; [lra |]. apply norm_theorem1; try apply W; try apply Hp. exact Y.
Qed.

Lemma g_lipschitz p q : K p -> K q ->
  distance (g omega tau p) (g omega tau q) <= 0.89760836 * distance p q.
Proof. exact (lipschitz_of_derivative (g omega tau) _ _ _ _ _ g_derivative p q). Qed.

Lemma g_image p : K p -> in_box (-0.031060502) 0.067725102 0.803711757 1.481574959 (g omega tau p).
Proof.
intros Hp. destruct (theorem1_input p Hp) as [Y X]. rewrite g_closed by lra.
split; split; [apply image_mean_lower | apply image_mean_upper | apply image_variance_lower |
  apply image_variance_upper]; assumption.
Qed.

Lemma g_maps p : K p -> K (g omega tau p).
Proof. intros Hp. destruct (g_image p Hp). split; lra. Qed.

Lemma fixed_point_range s : K s -> g omega tau s = s -> in_box (-0.0208704) 0.0547060 0.8264737 1.4102899 s.
Proof.
intros Hs E. destruct (theorem1_input s Hs) as [Y X]. rewrite g_closed in E by lra.
assert (Em := f_equal fst E). assert (Ev := f_equal snd E). cbn [fst snd] in Em, Ev.
destruct W as [Ho Ht], Hs as [Hm Hv]. set (y := fst s * omega) in *. set (x := snd s * tau) in *.
assert (C1 : 100 * y ^ 2 <= mean01 y x ^ 2).
{ rewrite Em. unfold y. rewrite Rpow_mult_distr. assert (P := pow2_ge_0 (fst s)).
  assert (omega ^ 2 <= 0.01) by nra. nra. }
assert (C2 : x / 1.1 <= var01 y x) by (rewrite Ev; apply Rle_div_l; [lra |]; apply Rmult_le_compat_l; lra).
assert (C3 : var01 y x <= x / 0.95) by (rewrite Ev; apply Rle_div_r; [lra |]; apply Rmult_le_compat_l; lra).
assert (B1 := fixed_mean_lower y x Y X). assert (B2 := fixed_mean_upper y x Y X).
assert (B3 := fixed_variance_lower y x Y X). assert (B4 := fixed_variance_upper y x Y X).
split; [rewrite <- Em | rewrite <- Ev]; lra.
Qed.

Lemma fixed_point : exists s, K s /\ g omega tau s = s.
Proof. refine (fixed_point_exists _ _ _ _ _ 0.89760836 _ _ _ g_maps g_lipschitz); lra. Qed.

(** A fixed point is as near to a point that is nearly fixed as the constant of contraction says. *)
Lemma fixed_point_near_g p : K p -> Rabs (fst (g omega tau p) - fst p) < 0.0000000005 ->
  Rabs (snd (g omega tau p) - snd p) < 0.0000000005 ->
  exists s, K s /\ g omega tau s = s /\ Rabs (fst p - fst s) < 8e-9 /\ Rabs (snd p - snd s) < 8e-9.
Proof.
intros Hp E1 E2. destruct fixed_point as [s [Hs E]]. exists s. split; [exact Hs |]. split; [exact E |].
assert (N := fixed_point_near _ _ _ _ _ 0.89760836 g_lipschitz s p Hs E Hp).
assert (distance p (g omega tau p) <= 0.00000000075).
{ apply le_of_squares; [lra |]. rewrite distance_square. apply Rabs_lt_between in E1, E2. nra. }
assert (distance p s < 8e-9) by (change 8e-9 with (8 / 1000000000); lra).
split; (apply Rle_lt_trans with (distance p s); [| assumption]); [apply fst_le_distance | apply snd_le_distance].
Qed.

Lemma layer_iter n p : layer omega tau n p = Nat.iter n (g omega tau) p.
Proof. induction n as [| n IH]; [reflexivity | exact (f_equal (g omega tau) IH)]. Qed.
End Theorem1.

Theorem theorem1_holds : theorem1.
Proof.
intros omega tau W. assert (M := g_maps omega tau W). assert (L := g_lipschitz omega tau W). split; [exact M |].
split; [exists 0.89760836; split; [lra | exact L] |]. destruct (fixed_point omega tau W) as [s [Hs E]].
exists s. split; [exact E |]. split; [destruct (fixed_point_range omega tau W s Hs E); split; lra |]. split.
- intros q Hq Eq. apply (fixed_point_unique _ _ _ _ _ 0.89760836 ltac:(lra) L s q Hs Hq E Eq).
- intros p Hp. apply is_lim_seq_ext with (fun n => distance (Nat.iter n (g omega tau) p) s).
  { intros n. rewrite layer_iter. reflexivity. }
  exact (orbit_converges _ _ _ _ _ 0.89760836 ltac:(lra) M L s p Hs E Hp).
Qed.

Theorem theorem1_rate_holds : theorem1_rate.
Proof.
intros omega tau W. destruct (fixed_point omega tau W) as [s [Hs E]]. exists s. split; [exact Hs |].
split; [exact E |]. intros p n Hp. rewrite layer_iter.
exact (orbit_rate _ _ _ _ _ 0.89760836 ltac:(lra) (g_maps omega tau W) (g_lipschitz omega tau W) s p n Hs E Hp).
Qed.

Theorem theorem1_range_holds : theorem1_range.
Proof.
split; [intros omega tau s [W [Hs E]]; exact (fixed_point_range omega tau W s Hs E) |].
assert (L : weights 0.95 1.1 0.1 0.95) by (split; lra). assert (U : weights 0.95 1.1 0.1 1.1) by (split; lra).
assert (B : forall a b, 0 <= a <= 0.1 \/ -0.1 <= a <= 0 -> 0.8 <= b <= 1.5 -> K (a, b)).
{ intros a b Ha Hb. split; cbn [fst snd]; lra. }
destruct (fixed_point_near_g 0.1 0.95 L (Q2R lower_mean, Q2R lower_variance)) as [s [Ks [Es [S1 S2]]]].
{ apply B; unfold Q2R; cbn [Qnum Qden]; lra. }
{ rewrite g_closed by (unfold Q2R; simpl; lra). exact lower_mean_point. }
{ rewrite g_closed by (unfold Q2R; simpl; lra). exact lower_variance_point. }
destruct (fixed_point_near_g 0.1 1.1 U (Q2R upper_mean, Q2R upper_variance)) as [t [Kt [Et [T1 T2]]]].
{ apply B; unfold Q2R; cbn [Qnum Qden]; lra. }
{ rewrite g_closed by (unfold Q2R; simpl; lra). exact upper_mean_point. }
{ rewrite g_closed by (unfold Q2R; simpl; lra). exact upper_variance_point. }
change 8e-9 with (8 / 1000000000) in *. apply Rabs_lt_between in S1, S2, T1, T2.
cbn [fst snd] in S1, S2, T1, T2. unfold Q2R in S1, S2, T1, T2. cbn [Qnum Qden] in S1, S2, T1, T2.
split; [exists 0.1, 0.95, s | split; [exists 0.1, 1.1, t | split; [exists 0.1, 0.95, s | exists 0.1, 1.1, t]]];
  (split; [split; [| split]; assumption | lra]).
Qed.

Theorem contraction_constant_holds : contraction_constant.
Proof.
split; [intros omega tau p d W; exact (g_derivative omega tau W p d) |].
split; [intros omega tau p q W; exact (g_lipschitz omega tau W p q) |]. intros c L.
set (p := (-0.09999999, 0.8)). set (d := (-1, Q2R stretched)). set (q := (-0.1, 0.8)).
assert (W : weights 0.95 1.1 (-0.1) 1.1) by (split; lra). assert (Hp : K p) by (split; simpl; lra).
assert (Hc : 0 <= c).
{ assert (H := L _ _ p q W Hp ltac:(split; simpl; lra)). assert (P := distance_pos (g (-0.1) 1.1 p) (g (-0.1) 1.1 q)).
  assert (0 < distance p q) by (apply sqrt_lt_R0; simpl; lra). nra. }
assert (D := is_derivative_along_g (-0.1) 1.1 p d ltac:(simpl; lra)).
assert (B := derivative_of_lipschitz _ (-0.1) 0.1 0.8 1.5 c _ _ _ 0.00000001 D Hp ltac:(lra)
  ltac:(intros; unfold d, Q2R; split; simpl; lra) (fun q => L _ _ p q W Hp)).
unfold g_along, p, d in B. cbn [fst snd] in B.
replace (-0.09999999 * -0.1) with 0.009999999 in B by lra. replace (0.8 * 1.1) with 0.88 in B by lra.
assert (S := stretch). cbv zeta in S.
apply Rnot_le_lt. intros H. assert (c ^ 2 <= 0.89760835 ^ 2) by (apply pow_incr; lra).
assert (c ^ 2 * (1 + Q2R stretched ^ 2) <= 0.89760835 ^ 2 * (1 + Q2R stretched ^ 2)).
{ apply Rmult_le_compat_r; [| assumption]. assert (P := pow2_ge_0 (Q2R stretched)). lra. }
lra.
Qed.

(** [g_at y x]: the goal is about g at a point with the net input (y, x); bring the closed form there into it. *)
Ltac g_at y x := rewrite g_closed by (simpl; lra); cbn [fst snd];
  match goal with |- context [_ (?m * ?omega) (?v * ?tau)] =>
    replace (m * omega) with y by lra; replace (v * tau) with x by lra end.

Ltac attained omega tau p y x := exists omega, tau, p; repeat (split; [split; simpl; lra |]); g_at y x.

Theorem lemma13_holds : lemma13.
Proof.
split; [intros omega tau p W; exact (g_image omega tau W p) |]. repeat apply conj.
- attained (-0.1) 0.95 (0.1, 0.8) (-0.01) 0.76. exact image_mean_lower_point.
- attained 0.1 1.1 (0.1, 1.5) 0.01 1.65. exact image_mean_upper_point.
- attained (-0.1) 0.95 (0.1, 0.8) (-0.01) 0.76. exact image_variance_lower_point.
- attained 0.1 1.1 (0.1, 1.5) 0.01 1.65. exact image_variance_upper_point.
Qed.

(** * Theorems 2, 3 and 16 *)

Lemma theorem2_gap_g omega tau p : weights 0.8 1.25 omega tau -> in_box (-1) 1 3 16 p ->
  snd (g omega tau p) - snd p < -0.119744.
Proof.
intros W Hp. destruct (net_input _ _ _ _ _ _ _ _ _ W Hp) as [Y X]; try lra. rewrite g_closed by lra. cbn [snd].
assert (G := theorem2_gap (fst p * omega) (snd p) tau ltac:(lra) (proj2 Hp) (proj2 W)). lra.
Qed.

Theorem theorem2_sharp_holds : theorem2_sharp.
Proof.
split; [exact theorem2_gap_g |]. attained 0.1 1.25 (1, 3) 0.1 3.75. assert (P := theorem2_gap_point). lra.
Qed.

Theorem theorem2_holds : theorem2.
Proof.
intros omega tau p W Hp. assert (H := theorem2_gap_g omega tau p W Hp). split; [lra |].
intros E. rewrite E in H. lra.
Qed.

Lemma theorem3_low_gap_g omega tau p : weights 0.8 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.16 p ->
  snd (g omega tau p) - snd p > 0.007736.
Proof.
intros W Hp. destruct (net_input _ _ _ _ _ _ _ _ _ W Hp) as [Y X]; try lra. rewrite g_closed by lra. cbn [snd].
assert (G := theorem3_low_gap (fst p * omega) (snd p) tau ltac:(lra) (proj2 Hp) (proj2 W)). lra.
Qed.

Lemma theorem3_lower_tau_gap_g omega tau p : weights 0.9 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.24 p ->
  snd (g omega tau p) - snd p > 0.01102927.
Proof.
intros W Hp. destruct (net_input _ _ _ _ _ _ _ _ _ W Hp) as [Y X]; try lra. rewrite g_closed by lra. cbn [snd].
assert (G := theorem3_lower_tau_gap (fst p * omega) (snd p) tau ltac:(lra) (proj2 Hp) (proj2 W)). lra.
Qed.

Theorem theorem3_low_sharp_holds : theorem3_low_sharp.
Proof.
split; [exact theorem3_low_gap_g |]. attained 0.1 0.8 (0.1, 0.02) 0.01 0.016. assert (P := theorem3_low_point). lra.
Qed.

Theorem theorem3_lower_tau_sharp_holds : theorem3_lower_tau_sharp.
Proof.
split; [exact theorem3_lower_tau_gap_g |]. attained 0.1 0.9 (0.1, 0.02) 0.01 0.018.
assert (P := theorem3_lower_tau_point). lra.
Qed.

Lemma theorem3_from_main_text v : 0.02 <= v -> theorem3_from v.
Proof.
intros Hv omega tau p H. assert (snd (g omega tau p) > snd p) as G.
{ destruct H as [[W [Hm Hp]] | [W [Hm Hp]]];
    [assert (G := theorem3_low_gap_g omega tau p W ltac:(split; lra)) |
     assert (G := theorem3_lower_tau_gap_g omega tau p W ltac:(split; lra))]; lra. }
split; [exact G |]. intros E. rewrite E in G. lra.
Qed.

Theorem theorem3_main_text_holds : theorem3_main_text.
Proof. apply theorem3_from_main_text. lra. Qed.

Theorem theorem3_appendix_holds : theorem3_appendix.
Proof. apply theorem3_from_main_text. lra. Qed.

Theorem theorem16_holds : theorem16.
Proof.
intros omega tau m v W Hp. destruct (net_input _ _ _ _ _ _ _ _ _ W Hp) as [Y X]; try lra. cbn [fst snd] in Y, X.
exists (tau * var_x01 (m * omega) (v * tau)). split; [apply is_derive_g_variance; lra |]. destruct W, Hp as [_ Hv].
apply Rabs_def1; [apply theorem16_slope_upper | apply theorem16_slope_lower]; assumption || lra.
Qed.

(** * Claims that are false as printed *)

Theorem equation6_H12_is_false_holds : equation6_H12_is_false.
Proof.
intros [e [D B]]. destruct (is_derive_g_variance 0 1 0 1 ltac:(lra)) as [D' _].
apply is_derive_unique in D, D'. rewrite D' in D. rewrite Rmult_0_r, !Rmult_1_r, Rmult_1_l in D. rewrite <- D in B.
assert (P := equation6_H12). apply Rabs_le_between in B. apply Rabs_lt_between in P. lra.
Qed.

Theorem lemma6_factor_is_false_holds : lemma6_factor_is_false.
Proof.
intros H. specialize (H 0.64 ltac:(lra)). rewrite <- sqrt_mult in H by lra.
assert (P := lemma6_factor_point). unfold tail0 in P. apply Rabs_le_between in H. lra.
Qed.

Theorem lemma10_nu_sum_is_false_holds : lemma10_nu_sum_is_false.
Proof. unfold lemma10_nu_sum_is_false. lra. Qed.

Theorem theorem2_second_moment_gap_is_false_holds : theorem2_second_moment_gap_is_false.
Proof.
intros H. specialize (H 0.1 1.25 1 3 ltac:(split; lra) ltac:(split; simpl; lra)).
rewrite second_moment_closed in H by lra. replace (1 * 0.1) with 0.1 in H by lra.
replace (3 * 1.25) with 3.75 in H by lra. assert (P := theorem2_second_moment_point). lra.
Qed.

(** A claim about all weights and points of a domain is refuted by one of them, with the net input (y, x), where [fact]
    holds. *)
Ltac refute omega tau p y x fact :=
  intros H; specialize (H omega tau p ltac:(split; lra) ltac:(split; simpl; lra)); revert H; g_at y x;
  assert (P := fact); lra.

Theorem lemma9_mean_lower_is_false_holds : lemma9_mean_lower_is_false.
Proof. refute (-0.1) 0.8 (0.1, 0.8) (-0.01) 0.64 lemma9_mean_point. Qed.

Theorem lemma13_mean_lower_is_false_holds : lemma13_mean_lower_is_false.
Proof. refute (-0.1) 0.95 (0.1, 0.8) (-0.01) 0.76 image_mean_lower_point. Qed.

Theorem theorem16_mean_positive_is_false_holds : theorem16_mean_positive_is_false.
Proof. refute (-0.1) 0.8 (1, 1.5) (-0.1) 1.2 theorem16_mean_point. Qed.

Theorem notebook_theorem3_low_is_false_holds : notebook_theorem3_low_is_false.
Proof. refute 0.1 0.8 (0.1, 0.02) 0.01 0.016 theorem3_low_point. Qed.

Theorem notebook_theorem3_low_min_is_false_holds : notebook_theorem3_low_min_is_false.
Proof. refute 0.1 0.8 (0.1, 0.02) 0.01 0.016 theorem3_low_point. Qed.
