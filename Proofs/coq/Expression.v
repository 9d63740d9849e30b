(** Expressions in the moments of an activated unit, their values, and their partial derivatives, which are expressions
    too. The moments are made of few building blocks, chosen so that nothing cancels in their derivatives: narrow
    enclosures of the blocks then give narrow ones of the derivatives. *)

From Coq Require Import Reals Lra Lia ZArith QArith Qreals.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions ClosedForms Jacobian.
Open Scope R_scope.

(** The coordinates v 0, v 1, ... are y, x or y, nu, tau with x = nu tau. *)
Inductive coordinates := YX | YNuTau.

Definition x_of (c : coordinates) (v : nat -> R) : R := match c with YX => v 1%nat | YNuTau => v 1%nat * v 2%nat end.

Inductive expression :=
  | Constant (q : Q)
  | Alpha
  | Lambda
  | Coordinate (i : nat)
  | InverseX  (* 1/x *)
  | PositiveMean  (* y (2 - tail0) + 2 x peak: twice the expectation of Z over Z > 0 *)
  | PositiveSquare  (* the same of Z^2 *)
  | Tails (c0 c1 c2 : Z)  (* c0 tail0 + c1 tail1 + c2 tail2 *)
  | Peak
  | Add (a b : expression)
  | Mul (a b : expression)
  | Square (a : expression)
  | Opp (a : expression).

Declare Scope expression_scope.
Delimit Scope expression_scope with e.
Bind Scope expression_scope with expression.
Infix "+" := Add : expression_scope.
Infix "*" := Mul : expression_scope.
Notation "- a" := (Opp a) : expression_scope.
Notation "a - b" := (Add a (Opp b)) : expression_scope.

Section Value.
Variables (alpha lambda : R) (c : coordinates) (v : nat -> R).
Let y := v 0%nat.
Let x := x_of c v.

Fixpoint value (e : expression) : R :=
  match e with
  | Constant q => Q2R q
  | Alpha => alpha
  | Lambda => lambda
  | Coordinate i => v i
  | InverseX => / x
  | PositiveMean => m1 0 2 y x
  | PositiveSquare => 1 / 2 * m2 0 2 y x
  | Tails c0 c1 c2 => IZR c0 * tail0 y x + IZR c1 * tail1 y x + IZR c2 * tail2 y x
  | Peak => peak y x
  | Add a b => value a + value b
  | Mul a b => value a * value b
  | Square a => value a ^ 2
  | Opp a => - value a
  end.
End Value.

(** * The moments *)

Definition half : expression := Constant (1 # 2).
Definition two : expression := Constant 2.
Definition Mean : expression := half * Lambda * (PositiveMean + Alpha * Tails (-1) 1 0).
Definition SecondMoment : expression := half * Square Lambda * (PositiveSquare + Square Alpha * Tails 1 (-2) 1).
Definition Variance : expression := SecondMoment - Square Mean.

Lemma value_mean a l c v : value a l c v Mean = m1 a l (v 0%nat) (x_of c v).
Proof. cbn [value Mean half]. unfold m1, Q2R; simpl. field. Qed.

Lemma value_second_moment a l c v : value a l c v SecondMoment = m2 a l (v 0%nat) (x_of c v).
Proof. cbn [value SecondMoment half]. unfold m2, Q2R; simpl. field. Qed.

Lemma value_variance a l c v : value a l c v Variance = var a l (v 0%nat) (x_of c v).
Proof. unfold Variance, var. rewrite <- value_mean, <- value_second_moment. reflexivity. Qed.

(** * Partial derivatives *)

(** Sum and product without idle zeros and ones. *)
Definition is_constant (q : Q) (e : expression) : bool := match e with Constant r => Qeq_bool r q | _ => false end.
Definition zero_e : expression := Constant 0.
Definition plus_e (a b : expression) : expression :=
  if is_constant 0 a then b else if is_constant 0 b then a else Add a b.
Definition times_e (a b : expression) : expression :=
  if (is_constant 0 a || is_constant 0 b)%bool then zero_e
  else if is_constant 1 a then b else if is_constant 1 b then a else Mul a b.

Section Partial.
Variables (c : coordinates) (k : nat).

Definition indicator (b : bool) : expression := if b then Constant 1 else zero_e.

(** The partial derivatives of y and x by the [k]-th coordinate. *)
Definition dy : expression := indicator (Nat.eqb k 0).
Definition dx : expression :=
  match c, k with
  | YX, 1%nat => Constant 1
  | YNuTau, 1%nat => Coordinate 2
  | YNuTau, 2%nat => Coordinate 1
  | _, _ => zero_e
  end.

(** The chain rule for a building block from its partial derivatives by y and x. *)
Definition chain (by_y by_x : expression) : expression := plus_e (times_e by_y dy) (times_e by_x dx).

Fixpoint partial (e : expression) : expression :=
  let positive := (two - Tails 1 0 0)%e in
  let ratio := (Coordinate 0 * InverseX)%e in
  match e with
  | Constant _ | Alpha | Lambda => zero_e
  | Coordinate i => indicator (Nat.eqb i k)
  | InverseX => times_e (- Square InverseX)%e dx
  | PositiveMean => chain positive Peak
  | PositiveSquare => chain (two * PositiveMean) positive
  | Tails c0 c1 c2 =>
      let n i := Constant (inject_Z i) in
      chain (plus_e (Tails 0 c1 (2 * c2)) (times_e (n (-2 * (c0 + c1 + c2))%Z) Peak))
        (plus_e (half * Tails 0 c1 (4 * c2))
           (plus_e (times_e (n (- (c1 + 2 * c2))%Z) Peak) (times_e (n (c0 + c1 + c2)%Z) (ratio * Peak))))
  | Peak => chain (- (ratio * Peak)) (half * ((Square ratio - InverseX) * Peak))
  | Add a b => plus_e (partial a) (partial b)
  | Mul a b => plus_e (times_e (partial a) b) (times_e a (partial b))
  | Square a => times_e (two * a) (partial a)
  | Opp a => times_e (Constant (-1)) (partial a)
  end.
End Partial.

(** [v] with its [k]-th coordinate replaced by [t]. *)
Definition update (v : nat -> R) (k : nat) (t : R) : nat -> R := fun i => if Nat.eqb i k then t else v i.

Section Derivative.
Variables (a l : R) (c : coordinates) (k : nat) (v : nat -> R).
Let val (t : R) (e : expression) : R := value a l c (update v k t) e.
Let y (t : R) : R := update v k t 0%nat.
Let x (t : R) : R := x_of c (update v k t).

Ltac constant := intros; unfold val; simpl; unfold Q2R; simpl; field.

Lemma is_constant_correct q t e : is_constant q e = true -> val t e = Q2R q.
Proof. unfold is_constant. case e; try (intros; discriminate). intros r H. apply Qeq_eqR, Qeq_bool_eq, H. Qed.

Lemma is_constant_0 t e : is_constant 0 e = true -> val t e = 0.
Proof. rewrite <- RMicromega.Q2R_0. apply is_constant_correct. Qed.

Lemma is_constant_1 t e : is_constant 1 e = true -> val t e = 1.
Proof. rewrite <- RMicromega.Q2R_1. apply is_constant_correct. Qed.

Lemma val_plus t e f : val t (plus_e e f) = val t e + val t f.
Proof.
unfold plus_e. destruct (is_constant 0 e) eqn:E; [rewrite (is_constant_0 t e E); ring |].
destruct (is_constant 0 f) eqn:F; [rewrite (is_constant_0 t f F); ring | reflexivity].
Qed.

Lemma val_times t e f : val t (times_e e f) = val t e * val t f.
Proof.
assert (Z : val t zero_e = 0) by constant. unfold times_e.
destruct (is_constant 0 e) eqn:E; [rewrite (is_constant_0 t e E), Rmult_0_l; exact Z |].
destruct (is_constant 0 f) eqn:F; [rewrite (is_constant_0 t f F), Rmult_0_r; exact Z |].
destruct (is_constant 1 e) eqn:G; [rewrite (is_constant_1 t e G); simpl; ring |].
destruct (is_constant 1 f) eqn:H; [rewrite (is_constant_1 t f H); simpl; ring | reflexivity].
Qed.

(** y and x along the axis. *)
Lemma y_line t s : y s = y 0 + s * val t (dy k).
Proof.
unfold y, val, dy, update. destruct k as [| n]; simpl; unfold Q2R; simpl; field.
Qed.

Lemma x_line t s : x s = x 0 + s * val t (dx c k).
Proof.
unfold x, val, dx, x_of, update. destruct c, k as [| [| [| n]]]; simpl; unfold Q2R; simpl; field.
Qed.

(** A rule of differentiation along lines gives the chain rule along an axis. *)
Lemma is_derive_block f by_y by_x t (e_y e_x : expression) :
  (forall y0 dy x0 dx, 0 < x0 + t * dx -> is_derive (fun t => f (y0 + t * dy) (x0 + t * dx)) t
     (dy * by_y (y0 + t * dy) (x0 + t * dx) + dx * by_x (y0 + t * dy) (x0 + t * dx))) ->
  0 < x t -> val t e_y = by_y (y t) (x t) -> val t e_x = by_x (y t) (x t) ->
  is_derive (fun t => f (y t) (x t)) t (val t (chain c k e_y e_x)).
Proof.
intros H P Ey Ex. unfold chain. rewrite val_plus, !val_times, Ey, Ex.
rewrite (y_line t t), (x_line t t) in *.
apply (is_derive_ext (fun s => f (y 0 + s * val t (dy k)) (x 0 + s * val t (dx c k)))).
- intros s. rewrite (y_line t s), (x_line t s). reflexivity.
- evar_last; [exact (H _ _ _ _ P) | ring].
Qed.

Lemma Q2R_Z i : Q2R (inject_Z i) = IZR i.
Proof. unfold Q2R, inject_Z; simpl. field. Qed.

Lemma Q2R_half : Q2R (1 # 2) = 1 / 2.
Proof. unfold Q2R; simpl. field. Qed.

Ltac values t := unfold val; cbn [value two half]; change 2%Q with (inject_Z 2); rewrite ?Q2R_Z, ?Q2R_half;
  fold (y t) (x t); generalize (y t), (x t).

(** The symbolic partial derivatives are the partial derivatives. *)
Lemma is_derive_partial e t : 0 < x t -> is_derive (fun t => val t e) t (val t (partial c k e)).
Proof.
intros P. assert (K : forall r, is_derive (fun _ => r) t (val t zero_e)).
{ intros r. replace (val t zero_e) with 0 by constant. exact (is_derive_const (V := R_NormedModule) r t). }
induction e as [q | | | i | | | | c0 c1 c2 | | e IHe f IHf | e IHe f IHf | e IHe | e IHe].
- exact (K (Q2R q)).
- exact (K a).
- exact (K l).
- unfold val, update; cbn [partial value]. unfold indicator. destruct (Nat.eqb i k).
  + cbn [value]. unfold Q2R; simpl. rewrite Rinv_1, Rmult_1_r. exact (is_derive_id (K := R_AbsRing) t).
  + exact (K (v i)).
- cbn [partial]. rewrite val_times. change (val t (- Square InverseX)) with (- (/ x t) ^ 2).
  apply (is_derive_ext (fun s => / (x 0 + s * val t (dx c k)))).
  { intros s. rewrite <- x_line. reflexivity. }
  rewrite (x_line t t) in *. generalize dependent (val t (dx c k)). intros d P. auto_derive; [lra | field; lra].
- apply (is_derive_block (m1 0 2) (m1_y 0 2) (m1_x 0 2)); [intros; now apply is_derive_m1_line | exact P | |];
    values t; intros; unfold m1_y, m1_x; field.
- apply (is_derive_block (fun y x => 1 / 2 * m2 0 2 y x) (fun y x => 1 / 2 * m2_y 0 2 y x)
    (fun y x => 1 / 2 * m2_x 0 2 y x));
    [| exact P | values t; intros; unfold m1, m2_y; field | values t; intros; unfold m2_x; field].
  intros. evar_last; [apply is_derive_scal, is_derive_m2_line; assumption | field].
- apply (is_derive_block
    (fun y x => IZR c0 * tail0 y x + IZR c1 * tail1 y x + IZR c2 * tail2 y x)
    (fun y x => IZR c0 * (-2 * peak y x) + IZR c1 * (tail1 y x - 2 * peak y x)
      + IZR c2 * (2 * tail2 y x - 2 * peak y x))
    (fun y x => IZR c0 * (y / x * peak y x) + IZR c1 * (1 / 2 * (tail1 y x - 2 * peak y x) + y / x * peak y x)
      + IZR c2 * (2 * tail2 y x - 2 * peak y x + y / x * peak y x))); [| exact P | |].
  + intros. evar_last.
    { apply (is_derive_plus (V := R_NormedModule)); [apply (is_derive_plus (V := R_NormedModule)) |];
        apply is_derive_scal.
      - now apply is_derive_tail0_line. - now apply is_derive_tail1_line. - now apply is_derive_tail2_line. }
    unfold plus; simpl. ring.
  + rewrite val_plus, val_times. values t. rewrite !mult_IZR, !plus_IZR. intros; ring.
  + rewrite !val_plus, !val_times. revert P. values t. rewrite opp_IZR, !plus_IZR, !mult_IZR. intros; field; lra.
- apply (is_derive_block peak (fun y x => - (y / x) * peak y x) (fun y x => peak y x * (y ^ 2 / x - 1) / (2 * x)));
    [intros; now apply is_derive_peak_line | exact P | |]; revert P; values t; intros; field; lra.
- cbn [partial]. rewrite val_plus. apply (is_derive_plus (V := R_NormedModule)); assumption.
- cbn [partial]. rewrite val_plus, !val_times.
  apply (is_derive_mult (fun t => val t e) (fun t => val t f)); [assumption .. | intros; apply Rmult_comm].
- cbn [partial]. rewrite val_times. evar_last; [apply (is_derive_pow (fun t => val t e)), IHe |].
  unfold val; cbn [value two]. unfold Q2R; simpl. field.
- cbn [partial]. rewrite val_times. evar_last; [apply (is_derive_opp (fun t => val t e)), IHe |].
  unfold val; cbn [value]. unfold Q2R, opp; simpl. field.
Qed.
End Derivative.

(** * The partial derivatives of the moments by y and x *)

Definition MeanY : expression := partial YX 0 Mean.
Definition MeanX : expression := partial YX 1 Mean.
Definition VarianceY : expression := partial YX 0 Variance.
Definition VarianceX : expression := partial YX 1 Variance.

Section Moments.
Variables (a l : R) (c : coordinates) (v : nat -> R).
Ltac expand := cbn; unfold Q2R, var_y, var_x, m2_y, m2_x, m1_y, m1_x, m2, m1; simpl; field.

Lemma value_mean_y : value a l c v MeanY = m1_y a l (v 0%nat) (x_of c v).
Proof. expand. Qed.

Lemma value_mean_x : value a l c v MeanX = m1_x a l (v 0%nat) (x_of c v).
Proof. expand. Qed.

Lemma value_variance_y : value a l c v VarianceY = var_y a l (v 0%nat) (x_of c v).
Proof. expand. Qed.

Lemma value_variance_x : value a l c v VarianceX = var_x a l (v 0%nat) (x_of c v).
Proof. expand. Qed.
End Moments.
