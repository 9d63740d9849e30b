(** The scaled complementary error function, enclosed by an approximant that proves its own error.

    For x >= -1, erfcx x = exp(x^2) erfc x is close to 2/sqrt(pi) R(x), where R(x) = u P(u), u = 3/(4+x), P a
    polynomial. Since [erfc]' = -2/sqrt(pi) exp(-x^2), the difference d(x) = erfc x - 2/sqrt(pi) R(x) exp(-x^2) has the
    derivative (1 - q) [erfc]' with q = 2 x R - R', a polynomial in u. So where |1 - q| <= e, both e [erfc] + d and e
    [erfc] - d decrease, and as they vanish at infinity, |d| <= e [erfc]. Where the coefficients come from does not
    matter (find_numbers.py makes them); that |1 - q| <= 2^-36 on the whole range of u, [0, 1], is decided with integers
    alone. *)

From Coq Require Import Reals Lra Lia ZArith List Bool.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions GaussianIntegral FoundNumbers.
Import ListNotations.
Open Scope R_scope.

Definition erfcx (x : R) : R := exp (x ^ 2) * erfc x.

(** For equalities at a type of Coquelicot's that is R; ring and field want R. *)
Ltac equation_R := simpl; match goal with |- ?a = ?b => change (@eq R a b) end.

(** * Polynomials with integer coefficients, the lowest power first *)

Fixpoint poly (p : list Z) (s : R) : R := match p with [] => 0 | c :: q => IZR c + s * poly q s end.

Fixpoint add (p q : list Z) : list Z :=
  match p, q with
  | [], _ => q
  | _, [] => p
  | a :: p, b :: q => (a + b)%Z :: add p q
  end.

Lemma poly_add p q s : poly (add p q) s = poly p s + poly q s.
Proof.
revert q; induction p as [| a p IH]; intros [| b q]; simpl; try ring.
rewrite IH, plus_IZR; ring.
Qed.

Lemma poly_map k p s : poly (map (Z.mul k) p) s = IZR k * poly p s.
Proof. induction p as [| a p IH]; simpl; [ring |]. rewrite IH, mult_IZR; ring. Qed.

(** The coefficients of (s^k p)' divided by s^(k - 1). *)
Fixpoint weigh (k : Z) (p : list Z) : list Z := match p with [] => [] | c :: q => (k * c)%Z :: weigh (k + 1) q end.

Lemma is_derive_poly n p s :
  is_derive (fun s => s ^ S n * poly p s) s (s ^ n * poly (weigh (Z.of_nat (S n)) p) s).
Proof.
revert n; induction p as [| c p IH]; intros n; cbn [poly weigh].
- apply (is_derive_ext (fun _ => 0)); [intros t; equation_R; ring |].
  evar_last; [apply is_derive_const |]. change (0 = s ^ n * 0). ring.
- apply (is_derive_ext (fun s => IZR c * s ^ S n + s ^ S (S n) * poly p s)); [intros t; equation_R; ring |].
  evar_last.
  + apply (is_derive_plus (V := R_NormedModule)); [| apply (IH (S n))].
    apply is_derive_scal, (is_derive_pow (fun s => s)), is_derive_id.
  + replace (Z.of_nat (S n) + 1)%Z with (Z.of_nat (S (S n))) by lia.
    rewrite mult_IZR, <- INR_IZR_INZ. unfold plus, one; simpl. ring.
Qed.

(** * A bound of a polynomial on [0, 1], by halving the interval *)

(** 2^(length p) p(s/2). *)
Fixpoint halve (p : list Z) : list Z :=
  match p with [] => [] | c :: q => (2 ^ Z.of_nat (length p) * c)%Z :: halve q end.

(** p(s + 1). *)
Fixpoint shift (p : list Z) : list Z :=
  match p with [] => [] | c :: q => let q := shift q in add [c] (add q (0%Z :: q)) end.

Lemma poly_halve p s : poly (halve p) s = 2 ^ length p * poly p (s / 2).
Proof.
induction p as [| c p IH]; [simpl; ring |].
cbn [halve poly]. rewrite IH, mult_IZR, <- pow_IZR. simpl. field.
Qed.

Lemma poly_shift p s : poly (shift p) s = poly p (s + 1).
Proof.
induction p as [| c p IH]; [reflexivity |].
cbn [shift]. rewrite !poly_add. simpl. rewrite IH. ring.
Qed.

Definition size (p : list Z) : Z := fold_right (fun c n => (Z.abs c + n)%Z) 0%Z p.

(** Whether |p| <= d on [0, 1], after at most [depth] halvings; false is no answer. *)
Fixpoint bounded (depth : nat) (d : Z) (p : list Z) : bool :=
  (size p <=? d)%Z ||
  match depth with
  | O => false
  | S depth =>
      let d := (2 ^ Z.of_nat (length p) * d)%Z in
      let half := halve p in
      bounded depth d half && bounded depth d (shift half)
  end.

Lemma poly_size p s : 0 <= s <= 1 -> Rabs (poly p s) <= IZR (size p).
Proof.
intros Hs; induction p as [| c p IH]; simpl; [rewrite Rabs_R0; lra |].
fold (size p). rewrite plus_IZR, abs_IZR.
apply (Rle_trans _ _ _ (Rabs_triang _ _)), Rplus_le_compat_l.
rewrite Rabs_mult, (Rabs_pos_eq s) by easy. assert (H := Rabs_pos (poly p s)). nra.
Qed.

Lemma bounded_correct depth d p s : bounded depth d p = true -> 0 <= s <= 1 -> Rabs (poly p s) <= IZR d.
Proof.
revert d p s; induction depth as [| depth IH]; intros d p s H Hs; cbn [bounded] in H; apply orb_prop in H;
  destruct H as [H | H]; try discriminate;
  try (apply (Rle_trans _ _ _ (poly_size p s Hs)), IZR_le, Z.leb_le, H).
apply andb_prop in H; destruct H as [H1 H2].
assert (0 < 2 ^ length p) as P by (apply pow_lt; lra).
assert (Rabs (2 ^ length p * poly p s) <= 2 ^ length p * IZR d) as K.
{ replace (2 ^ length p * IZR d) with (IZR (2 ^ Z.of_nat (length p) * d)) by now rewrite mult_IZR, <- pow_IZR.
  destruct (Rle_or_lt s (1 / 2)) as [C | C].
  - replace s with (2 * s / 2) at 1 by field. rewrite <- poly_halve. apply IH; [exact H1 | lra].
  - replace s with ((2 * s - 1 + 1) / 2) at 1 by field.
    rewrite <- poly_halve, <- poly_shift. apply IH; [exact H2 | lra]. }
rewrite Rabs_mult, (Rabs_pos_eq (2 ^ length p)) in K by lra. exact (Rmult_le_reg_l _ _ _ P K).
Qed.

(** * The approximant and its defect *)

Definition scale : R := IZR (2 ^ 50).

Lemma scale_pos : 0 < scale. Proof. now apply IZR_lt. Qed.

Definition approximant (x : R) : R := 3 / (4 + x) * poly coefficients (3 / (4 + x)) / scale.

(** q - 1 times 3 scale: u^2 (u P)' + (18 - 24 u) P - 3. *)
Definition defect : list Z :=
  (add (add (0 :: 0 :: weigh 1 coefficients) (map (Z.mul 18) coefficients))
       (add (0 :: map (Z.mul (-24)) coefficients) [-3 * 2 ^ 50]))%Z.

Lemma defect_small u : 0 <= u <= 1 -> Rabs (poly defect u / (3 * scale)) <= / 2 ^ 36.
Proof.
intros H. assert (Rabs (poly defect u) <= 49152) as K.
{ apply (bounded_correct 10); [vm_compute; reflexivity | exact H]. }
assert (scale = 49152 * 2 ^ 36 / 3) as S by (change scale with 1125899906842624; simpl; lra).
rewrite S; unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ _)) by (apply Rlt_le, Rinv_0_lt_compat; lra). lra.
Qed.

Opaque coefficients.

Lemma is_derive_approximant x : -4 < x ->
  is_derive approximant x (2 * x * approximant x - (1 + poly defect (3 / (4 + x)) / (3 * scale))).
Proof.
intros H. assert (S := scale_pos).
assert (E : is_derive (fun x => 3 / (4 + x)) x (- (3 / (4 + x)) ^ 2 / 3)) by (auto_derive; [lra | field; lra]).
apply (is_derive_ext (fun x => / scale * ((3 / (4 + x)) ^ 1 * poly coefficients (3 / (4 + x))))).
{ intros t. unfold approximant. generalize (3 / (4 + t)). intros u. equation_R; field; lra. }
evar_last.
- apply is_derive_scal, (is_derive_comp (fun u => u ^ 1 * poly coefficients u)); [apply (is_derive_poly 0) | exact E].
- change (Z.of_nat 1) with 1%Z. unfold scal; simpl; unfold mult; simpl.
  unfold approximant, defect. rewrite !poly_add. cbn [poly]. rewrite !poly_map.
  generalize (poly coefficients (3 / (4 + x))), (poly (weigh 1 coefficients) (3 / (4 + x))). intros a b.
  rewrite mult_IZR. fold scale. field. lra.
Qed.

(** * Decreasing functions *)

Lemma decreasing (f df : R -> R) a b : a <= b -> (forall x, a <= x -> is_derive f x (df x) /\ df x <= 0) -> f b <= f a.
Proof.
intros Hab H. destruct (MVT_gen f a b df) as [c [C1 C2]]; try rewrite Rmin_left in * by lra.
- intros x Hx. apply H. lra.
- intros x Hx. apply continuity_pt_filterlim, (ex_derive_continuous (V := R_NormedModule)). eexists. apply H, Hx.
- assert (K := proj2 (H c (proj1 C1))). nra.
Qed.

Lemma decreasing_to_0 (f df : R -> R) a : (forall x, a <= x -> is_derive f x (df x) /\ df x <= 0) ->
  is_lim f p_infty 0 -> 0 <= f a.
Proof.
intros H L. apply (is_lim_le_loc f (fun _ => f a) p_infty 0 (f a)); [| exact L | apply is_lim_const].
exists a. intros x Hx. apply (decreasing f df); [lra | exact H].
Qed.

Lemma is_lim_shrink (f : R -> R) m : (forall x, 1 <= x -> Rabs (f x) <= m) ->
  is_lim (fun x => f x * exp (- x ^ 2)) p_infty 0.
Proof.
intros H. assert (L : forall k, is_lim (fun x => k * exp (- x)) p_infty 0).
{ intros k. replace 0 with (k * 0) by ring. apply (is_lim_scal_l (fun x => exp (- x)) k p_infty 0).
  apply (is_lim_comp exp Ropp p_infty 0 m_infty); [apply is_lim_exp_m | | exists 0; discriminate].
  apply (is_lim_opp (fun x => x) p_infty p_infty), is_lim_id. }
apply (is_lim_le_le_loc (fun x => - m * exp (- x)) (fun x => m * exp (- x))); [| apply L | apply L].
exists 1. intros x Hx. assert (F := proj1 (Rabs_le_between _ _) (H x (Rlt_le _ _ Hx))).
assert (G := exp_pos (- x ^ 2)). assert (E : exp (- x ^ 2) < exp (- x)) by (apply exp_increasing; nra). split; nra.
Qed.

Lemma quotient_between x : -1 <= x -> 0 <= 3 / (4 + x) <= 1.
Proof.
intros H. split; [apply Rlt_le, Rdiv_lt_0_compat; lra |].
apply Rmult_le_reg_r with (4 + x); [lra |]. replace (3 / (4 + x) * (4 + x)) with 3 by (field; lra). lra.
Qed.

Lemma approximant_bounded x : -1 <= x -> Rabs (approximant x) <= IZR (size coefficients) / scale.
Proof.
intros H. assert (S := scale_pos). assert (U := quotient_between x H). unfold approximant, Rdiv at 1.
rewrite !Rabs_mult, (Rabs_pos_eq (/ scale)), (Rabs_pos_eq (3 / (4 + x))) by
  (try apply Rlt_le, Rinv_0_lt_compat; lra).
apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, S |].
assert (P := poly_size coefficients _ U). assert (Q := Rabs_pos (poly coefficients (3 / (4 + x)))). nra.
Qed.

(** * The enclosure *)

(** The approximant is [erfcx] up to a factor that is nearly 1. *)
Theorem erfcx_enclosure x : -1 <= x ->
  exists w, 1 - / 2 ^ 36 <= w <= 1 + / 2 ^ 36 /\ erfcx x * w = 2 / sqrt PI * approximant x.
Proof.
intros Hx. set (k := 2 / sqrt PI).
assert (K : 0 < k) by (apply Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0, PI_RGT_0]).
assert (B : forall s, s = 1 \/ s = -1 -> 0 <= / 2 ^ 36 * erfc x + s * (erfc x - k * (approximant x * exp (- x ^ 2)))).
{ intros s S.
  apply (decreasing_to_0 (fun x => / 2 ^ 36 * erfc x + s * (erfc x - k * (approximant x * exp (- x ^ 2))))
    (fun x => (- k * exp (- x ^ 2)) * (/ 2 ^ 36 - s * (poly defect (3 / (4 + x)) / (3 * scale))))).
  - intros t Ht. split; [evar_last |].
    + apply (is_derive_plus (V := R_NormedModule)); [apply is_derive_scal, is_derive_erfc |].
      apply is_derive_scal, (is_derive_minus (V := R_NormedModule)); [apply is_derive_erfc |].
      apply is_derive_scal, (is_derive_mult approximant);
        [apply is_derive_approximant; lra | | intros; apply Rmult_comm].
      assert (G : is_derive (fun x => exp (- x ^ 2)) t (-2 * t * exp (- t ^ 2))) by (auto_derive; [easy | simpl; ring]).
      exact G.
    + unfold minus, plus, opp, scal, mult; simpl; unfold mult; simpl. fold k. ring.
    + assert (D := proj1 (Rabs_le_between _ _) (defect_small _ (quotient_between t ltac:(lra)))).
      assert (0 < k * exp (- t ^ 2)) by (apply Rmult_lt_0_compat; [exact K | apply exp_pos]).
      assert (0 <= / 2 ^ 36 - s * (poly defect (3 / (4 + t)) / (3 * scale))) by (destruct S; subst s; lra). nra.
  - replace 0 with (/ 2 ^ 36 * 0 + s * (0 - k * 0)) by ring.
    apply (is_lim_plus' (fun x => / 2 ^ 36 * erfc x)); [apply (is_lim_scal_l erfc _ _ 0), is_lim_erfc_p |].
    apply (is_lim_scal_l (fun x => erfc x - k * (approximant x * exp (- x ^ 2))) s p_infty (0 - k * 0)).
    apply (is_lim_minus' erfc); [apply is_lim_erfc_p |].
    apply (is_lim_scal_l _ k p_infty 0), (is_lim_shrink approximant (IZR (size coefficients) / scale)).
    intros t Ht. apply approximant_bounded. lra. }
assert (P := erfc_pos x). assert (B1 := B 1 (or_introl eq_refl)). assert (B2 := B (-1) (or_intror eq_refl)).
set (e := / 2 ^ 36) in *. set (n := k * (approximant x * exp (- x ^ 2))) in *.
assert (W : n / erfc x * erfc x = n) by (field; lra).
exists (n / erfc x). split.
- clearbody e n. split; apply Rmult_le_reg_r with (erfc x); try exact P; rewrite W; lra.
- unfold erfcx, n. rewrite exp_Ropp. generalize (exp_pos (x ^ 2)). intros G. field. lra.
Qed.

(** * Monotonicity *)

Lemma is_derive_erfcx x : is_derive erfcx x (2 * x * erfcx x - 2 / sqrt PI).
Proof.
unfold erfcx. evar_last.
- apply (is_derive_mult (fun x => exp (x ^ 2)) erfc); [| apply is_derive_erfc | intros; apply Rmult_comm].
  assert (G : is_derive (fun x => exp (x ^ 2)) x (2 * x * exp (x ^ 2))) by (auto_derive; [easy | simpl; ring]). exact G.
- unfold plus, mult; simpl. rewrite exp_Ropp. assert (E := exp_pos (x * (x * 1))).
  assert (S := sqrt_lt_R0 _ PI_RGT_0). field. lra.
Qed.

(** erfc x <= exp(-x^2) / (x sqrt(pi)). *)
Lemma erfcx_slope x : 2 * x * erfcx x - 2 / sqrt PI <= 0.
Proof.
assert (S : 0 < sqrt PI) by (apply sqrt_lt_R0, PI_RGT_0).
assert (K : 0 < 2 / sqrt PI) by (apply Rdiv_lt_0_compat; lra).
assert (P : 0 < erfcx x) by (apply Rmult_lt_0_compat; [apply exp_pos | apply erfc_pos]).
destruct (Rle_or_lt x 0) as [N | N]; [nra |].
assert (H : 0 <= 1 / x * exp (- x ^ 2) - sqrt PI * erfc x).
{ apply (decreasing_to_0 (fun x => 1 / x * exp (- x ^ 2) - sqrt PI * erfc x) (fun x => - exp (- x ^ 2) / x ^ 2)).
  - intros t Ht. split; [evar_last |].
    + apply (is_derive_minus (V := R_NormedModule)); [| apply is_derive_scal, is_derive_erfc].
      assert (G : is_derive (fun x => 1 / x * exp (- x ^ 2)) t (- exp (- t ^ 2) / t ^ 2 - 2 * exp (- t ^ 2)))
        by (auto_derive; [lra | simpl; field; lra]).
      exact G.
    + unfold minus, plus, opp; simpl. field. lra.
    + assert (0 < exp (- t ^ 2) / t ^ 2) by (apply Rdiv_lt_0_compat; [apply exp_pos | apply pow_lt; lra]).
      unfold Rdiv in *. lra.
  - replace 0 with (0 - sqrt PI * 0) by ring.
    apply (is_lim_minus' _ (fun x => sqrt PI * erfc x)); [| apply (is_lim_scal_l erfc _ _ 0), is_lim_erfc_p].
    apply (is_lim_shrink (fun x => 1 / x) 1). intros t Ht. rewrite Rabs_pos_eq.
    + apply Rmult_le_reg_r with t; [lra |]. replace (1 / t * t) with 1 by (field; lra). lra.
    + apply Rlt_le, Rdiv_lt_0_compat; lra. }
assert (E := exp_pos (x ^ 2)).
assert (0 <= x * exp (x ^ 2) * (1 / x * exp (- x ^ 2) - sqrt PI * erfc x)) by (apply Rmult_le_pos; nra).
replace (2 * x * erfcx x - 2 / sqrt PI)
  with (- (2 / sqrt PI) * (x * exp (x ^ 2) * (1 / x * exp (- x ^ 2) - sqrt PI * erfc x)))
  by (unfold erfcx; rewrite exp_Ropp; field; lra).
nra.
Qed.

Lemma erfcx_decreasing a b : a <= b -> erfcx b <= erfcx a.
Proof. intros H. eapply decreasing; [exact H |]. intros x _. split; [apply is_derive_erfcx | apply erfcx_slope]. Qed.

Lemma erfc_decreasing a b : a <= b -> erfc b <= erfc a.
Proof.
intros H. eapply decreasing; [exact H |]. intros x _. split; [apply is_derive_erfc |].
assert (0 < 2 / sqrt PI) by (apply Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0, PI_RGT_0]).
assert (E := exp_pos (- x ^ 2)). nra.
Qed.
