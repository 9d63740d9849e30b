(** The objects of the paper (Klambauer, Unterthiner, Mayr, Hochreiter 2017, arXiv 1706.02515): the activation, the
    moments of an activated normal variable as improper integrals, the map g of mean and variance, the parameters of
    Eq. 14. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** Eq. 2: the scaled exponential linear unit. *)
Definition selu (alpha lambda z : R) : R :=
  lambda * match Rlt_dec 0 z with left _ => z | right _ => alpha * (exp z - 1) end.

(** The density at [z] of the normal distribution with mean [y] and variance [x]. *)
Definition density (y x z : R) : R := exp (- (z - y) ^ 2 / (2 * x)) / sqrt (2 * PI * x).

(** The expectation of [f Z] for a normal [Z] with mean [y] and variance [x] is [e]: the integral over the whole line
    exists and has this value. *)
Definition is_expectation (f : R -> R) (y x e : R) : Prop :=
  is_RInt_gen (fun z => f z * density y x z) (Rbar_locally m_infty) (Rbar_locally p_infty) e.

(** The same as a function; of use only where the integral is known to exist. *)
Definition expectation (f : R -> R) (y x : R) : R :=
  RInt_gen (fun z => f z * density y x z) (Rbar_locally m_infty) (Rbar_locally p_infty).

(** Eq. 3: mean, second moment and variance of an activated unit whose net input has mean [y] and variance [x]. *)
Definition mean (alpha lambda y x : R) : R := expectation (selu alpha lambda) y x.
Definition second_moment (alpha lambda y x : R) : R := expectation (fun z => selu alpha lambda z ^ 2) y x.
Definition variance (alpha lambda y x : R) : R := second_moment alpha lambda y x - mean alpha lambda y x ^ 2.

(** The complementary error function. *)
Definition erfc (t : R) : R := 1 - 2 / sqrt PI * RInt (fun s => exp (- s ^ 2)) 0 t.

(** Eq. 14: the parameters for the fixed point (0, 1). *)
Definition alpha01 : R := - sqrt (2 / PI) / (erfc (1 / sqrt 2) * exp (1 / 2) - 1).
Definition lambda01 : R :=
  (1 - erfc (1 / sqrt 2) * sqrt (exp 1)) * sqrt (2 * PI)
  / sqrt (2 * erfc (sqrt 2) * exp 2 + PI * erfc (1 / sqrt 2) ^ 2 * exp 1
          - 2 * (2 + PI) * erfc (1 / sqrt 2) * sqrt (exp 1) + PI + 2).

(** Eq. 3 to 5: the map g takes mean and variance of one layer to those of the next; the weights of a unit have the sum
    [omega] and the sum of squares [tau]. *)
Definition g (omega tau : R) (p : R * R) : R * R :=
  (mean alpha01 lambda01 (fst p * omega) (snd p * tau), variance alpha01 lambda01 (fst p * omega) (snd p * tau)).

(** The [n]-th layer. *)
Fixpoint layer (omega tau : R) (n : nat) (p : R * R) : R * R :=
  match n with O => p | S n => g omega tau (layer omega tau n p) end.

(** The Euclidean distance of two pairs of mean and variance. *)
Definition distance (p q : R * R) : R := sqrt ((fst p - fst q) ^ 2 + (snd p - snd q) ^ 2).

(** A closed box of mean and variance. *)
Definition in_box (m1 m2 v1 v2 : R) (p : R * R) : Prop := m1 <= fst p <= m2 /\ v1 <= snd p <= v2.
