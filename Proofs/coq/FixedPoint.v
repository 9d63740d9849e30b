(** Maps of a closed box of the plane: a bound of the derivatives along lines is a Lipschitz constant, and conversely;
    and Banach's fixed-point theorem, with the rate of convergence. Nothing here is about SELU. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions Statements.
Open Scope R_scope.

(** * The Euclidean distance *)

Lemma distance_pos p q : 0 <= distance p q.
Proof. apply sqrt_pos. Qed.

Lemma distance_square p q : distance p q ^ 2 = (fst p - fst q) ^ 2 + (snd p - snd q) ^ 2.
Proof. apply pow2_sqrt, Rplus_le_le_0_compat; apply pow2_ge_0. Qed.

(** Inequalities of distances are those of their squares. *)
Lemma le_of_squares a b : 0 <= b -> a ^ 2 <= b ^ 2 -> a <= b.
Proof. intros; nra. Qed.

Lemma fst_le_distance p q : Rabs (fst p - fst q) <= distance p q.
Proof.
apply le_of_squares; [apply distance_pos |].
rewrite distance_square, pow2_abs. assert (P := pow2_ge_0 (snd p - snd q)). lra.
Qed.

Lemma snd_le_distance p q : Rabs (snd p - snd q) <= distance p q.
Proof.
apply le_of_squares; [apply distance_pos |].
rewrite distance_square, pow2_abs. assert (P := pow2_ge_0 (fst p - fst q)). lra.
Qed.

Lemma distance_triangle p q r : distance p r <= distance p q + distance q r.
Proof. unfold distance. rewrite <- !Rsqr_pow2. apply triangle. Qed.

Lemma distance_zero p q : distance p q <= 0 -> p = q.
Proof.
intros H. assert (E := distance_pos p q). assert (S := distance_square p q).
assert (distance p q = 0) as Z by lra. rewrite Z in S.
destruct p as [a b], q as [c d]; cbn [fst snd] in S.
assert (P1 := pow2_ge_0 (a - c)). assert (P2 := pow2_ge_0 (b - d)).
apply f_equal2; apply Rminus_diag_uniq, Rsqr_eq_0; rewrite Rsqr_pow2; lra.
Qed.

Lemma is_lim_seq_square u (l : R) : is_lim_seq u l -> is_lim_seq (fun n => u n ^ 2) (l ^ 2).
Proof.
intros L. rewrite <- Rsqr_pow2. apply (is_lim_seq_ext (fun n => u n * u n)); [intros; ring |].
apply is_lim_seq_mult'; exact L.
Qed.

(** * Derivatives along lines and Lipschitz constants *)

Section MeanValue.
Variables (f : R * R -> R * R) (a b c d k : R).
Let box := in_box a b c d.
Let line (p e : R * R) t := (fst p + t * fst e, snd p + t * snd e).

Lemma line_in_box p q t : box p -> box q -> 0 <= t <= 1 -> box (line p (fst q - fst p, snd q - snd p) t).
Proof.
assert (forall l h x y, l <= x <= h -> l <= y <= h -> 0 <= t <= 1 -> l <= x + t * (y - x) <= h) as K
  by (intros l h x y [] [] []; split; nra).
intros [P1 P2] [Q1 Q2] Ht. split; simpl; apply K; assumption.
Qed.

(** The derivative at [t] along the line through [p] is that at 0 along the line through its point at [t]. *)
Lemma derivative_along_shift p e t u : is_derivative_along f (line p e t) e u ->
  is_derive (fun s => fst (f (line p e s))) t (fst u) /\ is_derive (fun s => snd (f (line p e s))) t (snd u).
Proof.
unfold is_derivative_along, line; simpl; intros [H1 H2].
assert (forall h : R * R -> R,
  is_derive (fun s => h (f (fst p + t * fst e + s * fst e, snd p + t * snd e + s * snd e))) 0 (h u) ->
  is_derive (fun s => h (f (fst p + s * fst e, snd p + s * snd e))) t (h u)) as K.
{ intros h H.
  apply (is_derive_ext (fun s => h (f (fst p + t * fst e + (s - t) * fst e, snd p + t * snd e + (s - t) * snd e)))).
  { intros s. do 2 f_equal. apply f_equal2; ring. }
  replace (h u) with (scal 1 (h u)) by (unfold scal; simpl; unfold mult; simpl; ring).
  apply (is_derive_comp (fun s => h (f (fst p + t * fst e + s * fst e, snd p + t * snd e + s * snd e)))).
  - replace (t - t) with 0 by ring. exact H.
  - auto_derive; [easy | ring]. }
split; [exact (K fst H1) | exact (K snd H2)].
Qed.

(** The mean value theorem for [u . f] along the segment, where [u = f q - f p], and the Cauchy-Schwarz inequality. *)
Lemma lipschitz_of_derivative :
  (forall p e, box p -> exists u, is_derivative_along f p e u /\ distance u (0, 0) <= k * distance e (0, 0)) ->
  forall p q, box p -> box q -> distance (f p) (f q) <= k * distance p q.
Proof.
intros H p q Hp Hq.
set (e := (fst q - fst p, snd q - snd p)).
set (u1 := fst (f q) - fst (f p)). set (u2 := snd (f q) - snd (f p)).
set (phi := fun t => u1 * fst (f (line p e t)) + u2 * snd (f (line p e t))).
assert (forall t, 0 <= t <= 1 -> exists v, is_derive phi t (u1 * fst v + u2 * snd v) /\
  distance v (0, 0) <= k * distance e (0, 0)) as D.
{ intros t Ht. destruct (H (line p e t) e (line_in_box p q t Hp Hq Ht)) as [v [Hv Bv]].
  exists v. split; [| exact Bv]. destruct (derivative_along_shift _ _ _ _ Hv) as [D1 D2].
  apply (is_derive_plus (fun t => u1 * fst (f (line p e t))) (fun t => u2 * snd (f (line p e t))));
    apply is_derive_scal; assumption. }
destruct (MVT_gen phi 0 1 (Derive phi)) as [t [Ht E]].
{ rewrite Rmin_left, Rmax_right by lra. intros t Ht. destruct (D t) as [v [Dv _]]; [lra |].
  apply Derive_correct. eexists; exact Dv. }
{ rewrite Rmin_left, Rmax_right by lra. intros t Ht. destruct (D t) as [v [Dv _]]; [lra |].
  apply continuity_pt_filterlim, (ex_derive_continuous phi). eexists; exact Dv. }
rewrite Rmin_left, Rmax_right in Ht by lra.
destruct (D t Ht) as [v [Dv Bv]]. rewrite (is_derive_unique _ _ _ Dv) in E.
assert (line p e 1 = q /\ line p e 0 = p) as [L1 L0].
{ unfold line, e; destruct p, q; simpl; split; apply f_equal2; ring. }
unfold phi in E. rewrite L1, L0 in E.
assert (distance e (0, 0) = distance p q) as Ee by (unfold distance, e; f_equal; simpl; ring).
rewrite Ee in Bv. apply Rle_trans with (2 := Bv). apply le_of_squares; [apply distance_pos |].
rewrite !distance_square; simpl fst; simpl snd.
assert (u1 ^ 2 + u2 ^ 2 = u1 * fst v + u2 * snd v) as E' by (unfold u1, u2 in *; lra).
replace ((fst (f p) - fst (f q)) ^ 2 + (snd (f p) - snd (f q)) ^ 2) with (u1 ^ 2 + u2 ^ 2) by (unfold u1, u2; ring).
rewrite !Rminus_0_r. assert (P1 := pow2_ge_0 (u1 - fst v)). assert (P2 := pow2_ge_0 (u2 - snd v)). nra.
Qed.

(** Conversely, a Lipschitz constant bounds the derivative in every direction that points into the box. *)
Lemma derivative_of_lipschitz p e u T : is_derivative_along f p e u -> box p -> 0 < T ->
  (forall t, 0 <= t <= T -> box (line p e t)) -> (forall q, box q -> distance (f p) (f q) <= k * distance p q) ->
  fst u ^ 2 + snd u ^ 2 <= k ^ 2 * (fst e ^ 2 + snd e ^ 2).
Proof.
intros [D1 D2] Hp HT Hline HL.
set (t := fun n => T * / INR (S n)).
assert (forall n, 0 < / INR (S n) <= 1) as Hn.
{ intros n. assert (1 <= INR (S n)) by (apply (le_INR 1); lia). split; [apply Rinv_0_lt_compat; lra |].
  rewrite <- Rinv_1. apply Rinv_le_contravar; lra. }
assert (forall n, 0 < t n <= T) as Ht by (intros n; unfold t; specialize (Hn n); nra).
assert (is_lim_seq t 0) as Lt.
{ replace (Finite 0) with (Rbar_mult T 0) by (simpl; f_equal; ring). apply is_lim_seq_scal_l.
  apply (is_lim_seq_incr_1 (fun n => / INR n)). change (Finite 0) with (Rbar_inv p_infty).
  apply is_lim_seq_inv; [apply is_lim_seq_INR | discriminate]. }
assert (forall (h : R -> R) l, is_derive h 0 l -> is_lim_seq (fun n => ((h (t n) - h 0) / t n) ^ 2) (l ^ 2)) as Q.
{ intros h l D. apply is_derive_Reals in D.
  assert (is_lim_seq (fun n => (h (t n) - h 0) / t n) l) as L.
  { apply is_lim_seq_spec. intros eps. destruct (D eps (cond_pos eps)) as [delta Hd].
    apply is_lim_seq_spec in Lt. destruct (Lt delta) as [N HN]. exists N. intros n Hn'. specialize (HN n Hn').
    specialize (Ht n). rewrite Rminus_0_r in HN. specialize (Hd (t n) ltac:(lra) HN).
    rewrite Rplus_0_l in Hd. exact Hd. }
  exact (is_lim_seq_square _ _ L). }
assert (L := is_lim_seq_plus' _ _ _ _ (Q _ _ D1) (Q _ _ D2)).
refine (is_lim_seq_le _ _ (Finite _) (Finite _) _ L (is_lim_seq_const (k ^ 2 * (fst e ^ 2 + snd e ^ 2)))).
intros n. specialize (Ht n). specialize (HL (line p e (t n)) (Hline (t n) ltac:(lra))).
assert (line p e 0 = p) as L0 by (unfold line; destruct p; simpl; apply f_equal2; ring).
change (fst p + t n * fst e, snd p + t n * snd e) with (line p e (t n)).
change (fst p + 0 * fst e, snd p + 0 * snd e) with (line p e 0). rewrite L0.
assert (distance (f p) (f (line p e (t n))) ^ 2 <= (k * distance p (line p e (t n))) ^ 2) as S.
{ assert (P := distance_pos (f p) (f (line p e (t n)))). nra. }
assert (distance p (line p e (t n)) ^ 2 = t n ^ 2 * (fst e ^ 2 + snd e ^ 2)) as D.
{ rewrite distance_square. unfold line. cbn [fst snd]. ring. }
rewrite Rpow_mult_distr, D, distance_square in S. revert S. generalize (f (line p e (t n))), (f p). intros q r S.
apply Rmult_le_reg_r with (t n ^ 2); [nra |].
replace ((((fst q - fst r) / t n) ^ 2 + ((snd q - snd r) / t n) ^ 2) * t n ^ 2)
  with ((fst q - fst r) ^ 2 + (snd q - snd r) ^ 2) by (field; lra). lra.
Qed.
End MeanValue.

(** * Banach's theorem *)

Section Banach.
Variables (f : R * R -> R * R) (a b c d k : R).
Let box := in_box a b c d.
Hypotheses (Hab : a <= b) (Hcd : c <= d) (Hk : 0 <= k < 1).
Hypothesis maps : forall p, box p -> box (f p).
Hypothesis contracts : forall p q, box p -> box q -> distance (f p) (f q) <= k * distance p q.
Let orbit p n := Nat.iter n f p.

Lemma orbit_in_box p n : box p -> box (orbit p n).
Proof. intros Hp. induction n as [| n IH]; simpl; [exact Hp | apply maps, IH]. Qed.

Lemma orbit_distance p q n : box p -> box q -> distance (orbit p n) (orbit q n) <= k ^ n * distance p q.
Proof.
intros Hp Hq. induction n; simpl; [lra |].
assert (H := contracts _ _ (orbit_in_box p n Hp) (orbit_in_box q n Hq)). nra.
Qed.

(** A component of an orbit converges: its steps are dominated by a geometric series. *)
Lemma component_converges (h : R * R -> R) p : (forall q r, Rabs (h q - h r) <= distance q r) -> box p ->
  exists l : R, is_lim_seq (fun n => h (orbit p n)) l.
Proof.
intros Hh Hp.
destruct (ex_series_le (fun n => h (orbit p (S n)) - h (orbit p n)) (fun n => k ^ n * distance (f p) p)) as [l Hl].
- intros n. apply Rle_trans with (1 := Hh _ _). simpl.
  replace (f (orbit p n)) with (orbit (f p) n) by (induction n; simpl; congruence).
  apply orbit_distance; [apply maps |]; exact Hp.
- apply ex_series_scal_r, ex_series_geom. rewrite Rabs_pos_eq; apply Hk.
- exists (h p + l). apply is_lim_seq_incr_1.
  apply (is_lim_seq_ext (fun n => h p + sum_n (fun n => h (orbit p (S n)) - h (orbit p n)) n)).
  + induction n as [| n IH]; [rewrite sum_O | rewrite sum_Sn; unfold plus; simpl in *; rewrite <- Rplus_assoc, IH];
      simpl; ring.
  + apply is_lim_seq_plus'; [apply is_lim_seq_const | exact Hl].
Qed.

Theorem fixed_point_exists : exists s, box s /\ f s = s.
Proof.
set (p := (a, c)). assert (box p) as Hp by (unfold box, in_box; simpl; lra).
destruct (component_converges fst p fst_le_distance Hp) as [l1 L1].
destruct (component_converges snd p snd_le_distance Hp) as [l2 L2].
assert (forall h (l x y : R), is_lim_seq (fun n => h (orbit p n)) l ->
  (forall q, box q -> x <= h q <= y) -> x <= l <= y) as C.
{ intros h l x y L B. split.
  - exact (is_lim_seq_le _ _ x l (fun n => proj1 (B _ (orbit_in_box p n Hp))) (is_lim_seq_const x) L).
  - exact (is_lim_seq_le _ _ l y (fun n => proj2 (B _ (orbit_in_box p n Hp))) L (is_lim_seq_const y)). }
assert (box (l1, l2)) as Hs.
{ split; [apply (C fst _ _ _ L1) | apply (C snd _ _ _ L2)]; intros q [Q1 Q2]; assumption. }
exists (l1, l2). split; [exact Hs |].
assert (is_lim_seq (fun n => distance (orbit p n) (l1, l2)) 0) as L.
{ unfold distance. rewrite <- sqrt_0. apply (is_lim_seq_continuous sqrt _ 0).
  { apply continuity_pt_filterlim, continuous_sqrt. }
  replace 0 with ((l1 - l1) ^ 2 + (l2 - l2) ^ 2) by ring.
  apply is_lim_seq_plus'; apply is_lim_seq_square, is_lim_seq_minus'; [exact L1 | | exact L2 |];
    apply is_lim_seq_const. }
(* both the next points of the orbit and [f] of them tend to [f s] *)
assert (forall h (l : R), (forall q r, Rabs (h q - h r) <= distance q r) -> is_lim_seq (fun n => h (orbit p n)) l ->
  h (f (l1, l2)) = l) as E.
{ intros h l Hh Lh. apply is_lim_seq_incr_1 in Lh.
  assert (is_lim_seq (fun n => h (orbit p (S n)) - h (f (l1, l2))) 0) as Z.
  { apply is_lim_seq_abs_0. apply (is_lim_seq_le_le (fun _ => 0) _ (fun n => distance (orbit p n) (l1, l2)));
      [| apply is_lim_seq_const | exact L].
    intros n. split; [apply Rabs_pos |]. apply Rle_trans with (1 := Hh _ _). simpl.
    assert (H := contracts _ _ (orbit_in_box p n Hp) Hs). assert (P := distance_pos (orbit p n) (l1, l2)). nra. }
  assert (U := is_lim_seq_minus' _ _ _ _ Lh (is_lim_seq_const (h (f (l1, l2))))).
  apply is_lim_seq_unique in Z, U. rewrite Z in U. injection U. lra. }
rewrite (surjective_pairing (f (l1, l2))), (E fst l1 fst_le_distance L1), (E snd l2 snd_le_distance L2). reflexivity.
Qed.

Theorem fixed_point_unique s q : box s -> box q -> f s = s -> f q = q -> q = s.
Proof.
intros Hs Hq Es Eq. apply distance_zero. assert (H := contracts q s Hq Hs). rewrite Es, Eq in H.
assert (P := distance_pos q s). nra.
Qed.

(** How far a fixed point is from a point that is nearly fixed. *)
Theorem fixed_point_near s p : box s -> f s = s -> box p -> (1 - k) * distance p s <= distance p (f p).
Proof.
intros Hs Es Hp. assert (H := contracts p s Hp Hs). rewrite Es in H.
assert (T := distance_triangle p (f p) s). lra.
Qed.

Theorem orbit_rate s p n : box s -> f s = s -> box p -> distance (Nat.iter n f p) s <= k ^ n * distance p s.
Proof.
intros Hs Es Hp. replace s with (orbit s n) at 1; [apply orbit_distance; assumption |].
induction n as [| n IH]; simpl; [reflexivity | rewrite IH; exact Es].
Qed.

Theorem orbit_converges s p : box s -> f s = s -> box p -> is_lim_seq (fun n => distance (Nat.iter n f p) s) 0.
Proof.
intros Hs Es Hp. apply (is_lim_seq_le_le (fun _ => 0) _ (fun n => k ^ n * distance p s)).
- intros n. split; [apply distance_pos | apply orbit_rate; assumption].
- apply is_lim_seq_const.
- replace (Finite 0) with (Rbar_mult 0 (distance p s)) by (simpl; f_equal; ring).
  apply is_lim_seq_scal_r, is_lim_seq_geom. rewrite Rabs_pos_eq; apply Hk.
Qed.
End Banach.
