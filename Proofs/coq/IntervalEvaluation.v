(** Enclosures of expressions over boxes, for any interval arithmetic of the library coq-interval. *)

From Coq Require Import Reals Lra List ZArith QArith Qreals.
From Interval Require Import Xreal Interval.
From SELU Require Import Definitions ClosedForms BuildingBlocks Parameters FoundNumbers Erfcx Expression.
Import ListNotations.
Open Scope R_scope.

(** A closed box: two rational numbers, a side, for each coordinate; from its length on, all coordinates are 0. *)
Definition box : Type := list (Q * Q).
Definition side (b : box) (i : nat) : Q * Q := nth i b (0, 0)%Q.
Definition inside (b : box) (v : nat -> R) : Prop := forall i, Q2R (fst (side b i)) <= v i <= Q2R (snd (side b i)).

(** * The building blocks in terms of [erfcx] *)

Section Blocks.
Variables y x : R.
Hypothesis x_pos : 0 < x.
Let r := sqrt (2 * x).
Let z := y / r.

Lemma root_pos : 0 < r. Proof. apply sqrt_lt_R0. lra. Qed.
Lemma root_square : r * r = 2 * x. Proof. apply sqrt_sqrt. lra. Qed.

Lemma tail_erfcx k : tail k y x = exp (- z ^ 2) * erfcx (z + k * (r / 2)).
Proof.
assert (P := root_pos). assert (S := root_square). unfold tail, erfcx. fold r. rewrite <- Rmult_assoc, <- exp_plus.
replace ((y + k * x) / r) with (z + k * (r / 2)) by (replace x with (r * r / 2) by lra; unfold z; field; lra).
do 2 f_equal. replace x with (r * r / 2) by lra. unfold z. field. lra.
Qed.

Lemma peak_scaled : peak y x = exp (- z ^ 2) / sqrt PI / r.
Proof.
assert (P := root_pos). assert (S := root_square). assert (Q := sqrt_lt_R0 _ PI_RGT_0).
unfold peak. rewrite sqrt_2_PI by lra. fold r.
replace (- y ^ 2 / (2 * x)) with (- z ^ 2) by (rewrite <- S; unfold z; field; lra). field. lra.
Qed.

Lemma positive_mean : m1 0 2 y x = y * (2 - tail0 y x) + exp (- z ^ 2) / sqrt PI * r.
Proof.
assert (P := root_pos). assert (S := root_square). assert (Q := sqrt_lt_R0 _ PI_RGT_0).
unfold m1. rewrite peak_scaled, <- S. field. lra.
Qed.

Lemma positive_square : 1 / 2 * m2 0 2 y x = y * m1 0 2 y x + x * (2 - tail0 y x).
Proof. unfold m1, m2. field. Qed.
End Blocks.

Module Evaluation (I : IntervalOps).

Definition encloses (i : I.type) (r : R) : Prop := contains (I.convert i) (Xreal r).

(** * The operations *)

Definition add_correct p a b x y (A : encloses a x) (B : encloses b y) : encloses (I.add p a b) (x + y) :=
  I.add_correct p a b (Xreal x) (Xreal y) A B.
Definition sub_correct p a b x y (A : encloses a x) (B : encloses b y) : encloses (I.sub p a b) (x - y) :=
  I.sub_correct p a b (Xreal x) (Xreal y) A B.
Definition mul_correct p a b x y (A : encloses a x) (B : encloses b y) : encloses (I.mul p a b) (x * y) :=
  I.mul_correct p a b (Xreal x) (Xreal y) A B.
Definition neg_correct a x (A : encloses a x) : encloses (I.neg a) (- x) := I.neg_correct a (Xreal x) A.
Definition sqrt_correct p a x (A : encloses a x) : encloses (I.sqrt p a) (sqrt x) := I.sqrt_correct p a (Xreal x) A.
Definition exp_correct p a x (A : encloses a x) : encloses (I.exp p a) (exp x) := I.exp_correct p a (Xreal x) A.
Definition pi_correct p : encloses (I.pi p) PI := I.pi_correct p.
Definition fromZ_correct p n : encloses (I.fromZ p n) (IZR n) := I.fromZ_correct p n.

Lemma sqr_correct p a x : encloses a x -> encloses (I.sqr p a) (x ^ 2).
Proof. intros A. replace (x ^ 2) with (x * x) by ring. exact (I.sqr_correct p a (Xreal x) A). Qed.

Lemma div_correct p a b x y : encloses a x -> encloses b y -> encloses (I.div p a b) (x / y).
Proof.
intros A B. generalize (I.div_correct p a b (Xreal x) (Xreal y) A B). unfold encloses. simpl. unfold Xdiv'.
destruct (is_zero y); [| trivial]. destruct (I.convert (I.div p a b)); [trivial | contradiction].
Qed.

Lemma nai_correct x : encloses I.nai x.
Proof. unfold encloses. now rewrite I.nai_correct. Qed.

Definition fromQ (p : I.precision) (q : Q) : I.type := I.div p (I.fromZ p (Qnum q)) (I.fromZ p (Zpos (Qden q))).

Lemma fromQ_correct p q : encloses (fromQ p q) (Q2R q).
Proof. apply div_correct; apply fromZ_correct. Qed.

#[local] Hint Resolve add_correct sub_correct mul_correct div_correct neg_correct sqr_correct sqrt_correct exp_correct
  fromZ_correct fromQ_correct nai_correct pi_correct : enclosure.

(** All numbers between those of two intervals. *)
Lemma join_correct a b x y z : encloses a x -> encloses b z -> x <= y <= z -> encloses (I.join a b) y.
Proof.
intros A B H. apply (contains_connected (I.convert (I.join a b)) x z); [| | exact H]; apply I.join_correct; auto.
Qed.

Definition hull (p : I.precision) (s : Q * Q) : I.type := I.join (fromQ p (fst s)) (fromQ p (snd s)).

Lemma hull_correct p s x : Q2R (fst s) <= x <= Q2R (snd s) -> encloses (hull p s) x.
Proof. apply join_correct; apply fromQ_correct. Qed.

(** The image of an interval under a decreasing function that [f] encloses, from the ends alone. *)
Definition image (f : I.type -> I.type) (z : I.type) : I.type :=
  if I.bounded z then I.join (f (I.singleton (I.upper z))) (f (I.singleton (I.lower z))) else I.nai.

Lemma image_correct (h : R -> R) f z x : (forall a b, a <= b -> h b <= h a) ->
  (forall i r, encloses i r -> encloses (f i) (h r)) -> encloses z x -> encloses (image f z) (h x).
Proof.
intros D F E. unfold image. destruct (I.bounded z) eqn:B; [| apply nai_correct].
apply I.bounded_correct in B. destruct B as [L U].
apply I.lower_bounded_correct in L. apply I.upper_bounded_correct in U.
destruct L as [L P], U as [U _]. unfold encloses in E. rewrite P in E by now exists x.
rewrite L, U in E. destruct E as [E1 E2].
apply (join_correct _ _ (h (proj_val (I.F.convert (I.upper z)))) _ (h (proj_val (I.F.convert (I.lower z)))));
  [apply F, I.singleton_correct .. | split; apply D; assumption].
Qed.

(** * Constants of a run, computed once *)

Record context := Context {
  prec : I.precision;
  coefs : list I.type;  (* [coefficients] *)
  factor : I.type;  (* 2/sqrt(pi) / [scale], divided by all numbers that are as close to 1 as [erfcx_enclosure] says *)
  root_pi : I.type;
  alpha : I.type;
  lambda : I.type }.

Fixpoint horner (p : I.precision) (cs : list I.type) (u : I.type) : I.type :=
  match cs with [] => I.fromZ p 0 | c :: cs => I.add p c (I.mul p u (horner p cs u)) end.

(** [erfcx] of a narrow interval. *)
Definition narrow_erfcx (c : context) (z : I.type) : I.type :=
  let p := prec c in
  match I.sign_large (I.add p (I.fromZ p 1) z) with
  | Xgt | Xeq =>
      let u := I.div p (I.fromZ p 3) (I.add p (I.fromZ p 4) z) in
      I.mul p (factor c) (I.mul p u (horner p (coefs c) u))
  | _ => I.nai
  end.

Definition make_context (p : I.precision) : context :=
  let window := hull p (1 - 1 / 2 ^ 36, 1 + 1 / 2 ^ 36)%Q in
  let int := I.fromZ p in
  let root_pi := I.sqrt p (I.pi p) in
  let factor := I.div p (I.div p (I.div p (int 2%Z) root_pi) (int (2 ^ 50)%Z)) window in
  let base := Context p (map int coefficients) factor root_pi I.nai I.nai in
  (* tail1 0 1 and tail2 0 1; Parameters.v has the formulas for alpha and lambda. *)
  let b := narrow_erfcx base (I.div p (int 1%Z) (I.sqrt p (int 2%Z))) in
  let c := narrow_erfcx base (I.sqrt p (int 2%Z)) in
  let d := I.sub p (int 1%Z) b in
  let square := I.add p (I.mul p (I.pi p) (I.sqr p d))
    (I.mul p (int 2%Z) (I.add p (I.sub p (int 1%Z) (I.mul p (int 2%Z) b)) c)) in
  let alpha := I.div p (I.sqrt p (I.div p (int 2%Z) (I.pi p))) d in
  let lambda := I.div p (I.mul p d (I.sqrt p (I.mul p (int 2%Z) (I.pi p)))) (I.sqrt p square) in
  Context p (map int coefficients) factor root_pi alpha lambda.

Record kernel_sound (c : context) : Prop := {
  coefs_sound : coefs c = map (I.fromZ (prec c)) coefficients;
  factor_sound : forall w, 1 - / 2 ^ 36 <= w <= 1 + / 2 ^ 36 -> encloses (factor c) (2 / sqrt PI / scale / w);
  root_pi_sound : encloses (root_pi c) (sqrt PI) }.

Record sound (c : context) : Prop := {
  kernel : kernel_sound c;
  alpha_sound : encloses (alpha c) alpha01;
  lambda_sound : encloses (lambda c) lambda01 }.

Lemma horner_correct p cs u r : encloses u r -> encloses (horner p (map (I.fromZ p) cs) u) (poly cs r).
Proof. intros H. induction cs as [| c cs IH]; simpl; auto 10 with enclosure. Qed.

Lemma narrow_erfcx_correct c z x : kernel_sound c -> encloses z x -> encloses (narrow_erfcx c z) (erfcx x).
Proof.
intros K H. unfold narrow_erfcx.
assert (L := I.sign_large_correct (I.add (prec c) (I.fromZ (prec c) 1) z)).
assert (E : encloses (I.add (prec c) (I.fromZ (prec c) 1) z) (1 + x)) by auto 10 with enclosure.
assert (-1 <= x -> encloses (I.mul (prec c) (factor c)
  (let u := I.div (prec c) (I.fromZ (prec c) 3) (I.add (prec c) (I.fromZ (prec c) 4) z) in
    I.mul (prec c) u (horner (prec c) (coefs c) u))) (erfcx x)) as M.
{ intros P. destruct (erfcx_enclosure x P) as [w [W1 W2]]. assert (S := scale_pos). assert (Q := sqrt_lt_R0 _ PI_RGT_0).
  assert (0 < w) by lra.
  replace (erfcx x) with (2 / sqrt PI / scale / w * (3 / (4 + x) * poly coefficients (3 / (4 + x)))).
  - apply mul_correct; [now apply factor_sound |]. rewrite coefs_sound by assumption.
    cbv zeta. apply mul_correct; [| apply horner_correct]; auto 10 with enclosure.
  - apply Rmult_eq_reg_r with w; [| lra]. rewrite W2. unfold approximant. field. lra. }
destruct (I.sign_large _); try apply nai_correct; apply M; specialize (L _ E).
- injection L. lra.
- simpl in L. lra.
Qed.

Lemma make_context_correct p : sound (make_context p).
Proof.
assert (K : forall a l, kernel_sound (Context p (coefs (make_context p)) (factor (make_context p))
  (root_pi (make_context p)) a l)).
{ intros a l. split; [reflexivity | | unfold make_context; simpl; auto 10 with enclosure].
  intros w W. unfold make_context; simpl factor. apply div_correct.
  - apply div_correct; [| apply fromZ_correct]. auto 10 with enclosure.
  - apply hull_correct. simpl fst; simpl snd. unfold Q2R; simpl. simpl in W. lra. }
assert (Q : 0 < sqrt 2) by (apply sqrt_lt_R0; lra).
assert (E := fun i x => narrow_erfcx_correct _ i x (K I.nai I.nai)).
assert (B := E (I.div p (I.fromZ p 1) (I.sqrt p (I.fromZ p 2))) (1 / sqrt 2)).
replace (erfcx (1 / sqrt 2)) with (tail1 0 1) in B.
2: { rewrite tail1_01. unfold erfcx. do 2 f_equal. rewrite <- (pow2_sqrt 2) at 1 by lra. field. lra. }
assert (C := E (I.sqrt p (I.fromZ p 2)) (sqrt 2)).
replace (erfcx (sqrt 2)) with (tail2 0 1) in C.
2: { rewrite tail2_01. unfold erfcx. rewrite pow2_sqrt by lra. reflexivity. }
split; [apply K | rewrite alpha01_B | rewrite lambda01_B]; unfold make_context; cbv zeta; cbn [alpha lambda];
  repeat (apply B || apply C || apply fromZ_correct || apply pi_correct || apply div_correct || apply mul_correct
    || apply add_correct || apply sub_correct || apply sqr_correct || apply sqrt_correct).
Qed.

(** * The building blocks over a box *)

Record cell := Cell {
  coordinate : list I.type;
  inverse_x : I.type;
  mean_part : I.type;
  square_part : I.type;
  tail_0 : I.type;
  tail_1 : I.type;
  tail_2 : I.type;
  peak_0 : I.type }.

Definition x_enclosure (c : context) (s : coordinates) (b : box) : I.type :=
  let at_ i := hull (prec c) (side b i) in
  match s with YX => at_ 1%nat | YNuTau => I.mul (prec c) (at_ 1%nat) (at_ 2%nat) end.

Definition make_cell (c : context) (s : coordinates) (b : box) : cell :=
  let p := prec c in
  let int := I.fromZ p in
  let y := hull p (side b 0) in
  let x := x_enclosure c s b in
  let root := I.sqrt p (I.mul p (int 2%Z) x) in
  let z := I.div p y root in
  let gauss z := I.exp p (I.neg (I.sqr p z)) in
  let g := gauss z in
  let t0 := image (fun z => I.mul p (gauss z) (narrow_erfcx c z)) z in
  let t1 := I.mul p g (image (narrow_erfcx c) (I.add p z (I.div p root (int 2%Z)))) in
  let t2 := I.mul p g (image (narrow_erfcx c) (I.add p z root)) in
  let n := I.div p g (root_pi c) in
  let positive := I.sub p (int 2%Z) t0 in
  let mean := I.add p (I.mul p y positive) (I.mul p n root) in
  let square := I.add p (I.mul p y mean) (I.mul p x positive) in
  Cell (map (hull p) b) (I.div p (int 1%Z) x) mean square t0 t1 t2 (I.div p n root).

Fixpoint evaluate (c : context) (cell : cell) (e : expression) : I.type :=
  let p := prec c in
  match e with
  | Constant q => fromQ p q
  | Alpha => alpha c
  | Lambda => lambda c
  | Coordinate i => nth i (coordinate cell) (hull p (0, 0)%Q)
  | InverseX => inverse_x cell
  | PositiveMean => mean_part cell
  | PositiveSquare => square_part cell
  | Tails c0 c1 c2 =>
      let term k t := I.mul p (I.fromZ p k) t in
      I.add p (I.add p (term c0 (tail_0 cell)) (term c1 (tail_1 cell))) (term c2 (tail_2 cell))
  | Peak => peak_0 cell
  | Add a b => I.add p (evaluate c cell a) (evaluate c cell b)
  | Mul a b => I.mul p (evaluate c cell a) (evaluate c cell b)
  | Square a => I.sqr p (evaluate c cell a)
  | Opp a => I.neg (evaluate c cell a)
  end.

Lemma evaluate_correct c s b v e : sound c -> inside b v -> 0 < x_of s v ->
  encloses (evaluate c (make_cell c s b) e) (value alpha01 lambda01 s v e).
Proof.
intros [K A L] H P.
assert (V : forall i, encloses (hull (prec c) (side b i)) (v i)) by (intros i; apply hull_correct, H).
assert (Y := V 0%nat).
assert (X : encloses (x_enclosure c s b) (x_of s v)) by (unfold x_of; destruct s; cbn; auto 10 with enclosure).
assert (R := root_pi_sound c K).
set (y := v 0%nat) in *. set (x := x_of s v) in *.
assert (G : forall i r, encloses i r -> encloses (I.exp (prec c) (I.neg (I.sqr (prec c) i))) (exp (- r ^ 2)))
  by auto 10 with enclosure.
assert (F := fun i r => narrow_erfcx_correct c i r K).
assert (T0 : encloses (tail_0 (make_cell c s b)) (tail0 y x)).
{ apply (image_correct erfc); [exact erfc_decreasing | | unfold y, x; auto 10 with enclosure].
  intros i r E. replace (erfc r) with (exp (- r ^ 2) * erfcx r); [auto 10 with enclosure |].
  unfold erfcx. rewrite <- Rmult_assoc, <- exp_plus, Rplus_opp_l, exp_0. ring. }
assert (T1 : encloses (tail_1 (make_cell c s b)) (tail1 y x)).
{ rewrite <- BuildingBlocks.tail_1, tail_erfcx, Rmult_1_l by exact P.
  apply mul_correct; [apply G; auto 10 with enclosure |].
  apply image_correct; [exact erfcx_decreasing | exact F | auto 10 with enclosure]. }
assert (T2 : encloses (tail_2 (make_cell c s b)) (tail2 y x)).
{ rewrite <- BuildingBlocks.tail_2, tail_erfcx by exact P.
  replace (2 * (sqrt (2 * x) / 2)) with (sqrt (2 * x)) by field.
  apply mul_correct; [apply G; auto 10 with enclosure |].
  apply image_correct; [exact erfcx_decreasing | exact F | auto 10 with enclosure]. }
assert (M : encloses (mean_part (make_cell c s b)) (m1 0 2 y x)).
{ rewrite positive_mean by exact P. apply add_correct; apply mul_correct; auto 10 with enclosure. }
induction e; cbn [value]; fold x y; try (cbn [evaluate]; auto 10 with enclosure; fail).
- cbn [evaluate make_cell coordinate]. rewrite (map_nth (hull (prec c))). apply V.
- replace (/ x) with (1 / x) by (field; lra). apply div_correct; auto 10 with enclosure.
- rewrite positive_square. apply add_correct; apply mul_correct; auto 10 with enclosure.
- rewrite peak_scaled by exact P. apply div_correct; auto 10 with enclosure.
Qed.

(** Whether an interval holds negative numbers only. *)
Definition negative (i : I.type) : bool := match I.sign_strict i with Xlt => true | _ => false end.

Lemma negative_correct i r : encloses i r -> negative i = true -> r < 0.
Proof.
intros E. unfold negative. assert (S := I.sign_strict_correct i).
destruct (I.sign_strict i); try discriminate. intros _. exact (proj2 (S _ E)).
Qed.
End Evaluation.
