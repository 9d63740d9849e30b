(** The moments and their derivatives in closed form (Eq. 4 and 5 of the paper), with the letters of
    docs/mathematics.md. *)

From Coq Require Import Reals.
From SELU Require Import Definitions.
Open Scope R_scope.

(** For Z normally distributed with mean y and variance x:
    twice the probability of Z < 0, twice the expectations of e^Z and e^(2Z) over Z < 0, and the density of Z at 0. *)
Definition tail0 (y x : R) : R := erfc (y / sqrt (2 * x)).
Definition tail1 (y x : R) : R := exp (y + x / 2) * erfc ((y + x) / sqrt (2 * x)).
Definition tail2 (y x : R) : R := exp (2 * y + 2 * x) * erfc ((y + 2 * x) / sqrt (2 * x)).
Definition peak (y x : R) : R := exp (- y ^ 2 / (2 * x)) / sqrt (2 * PI * x).

(** Mean, second moment and variance for parameters a (alpha) and l (lambda). *)
Definition m1 (a l y x : R) : R :=
  l / 2 * (y * (2 - tail0 y x) + 2 * x * peak y x + a * (tail1 y x - tail0 y x)).
Definition m2 (a l y x : R) : R :=
  l ^ 2 / 2 * ((y ^ 2 + x) * (2 - tail0 y x) + 2 * x * y * peak y x
               + a ^ 2 * (tail0 y x - 2 * tail1 y x + tail2 y x)).
Definition var (a l y x : R) : R := m2 a l y x - m1 a l y x ^ 2.

(** Their partial derivatives. *)
Definition m1_y (a l y x : R) : R := l / 2 * (2 - tail0 y x + a * tail1 y x).
Definition m1_x (a l y x : R) : R := l / 2 * (a * tail1 y x / 2 + (1 - a) * peak y x).
Definition m2_y (a l y x : R) : R :=
  l ^ 2 * (y * (2 - tail0 y x) + 2 * x * peak y x + a ^ 2 * (tail2 y x - tail1 y x)).
Definition m2_x (a l y x : R) : R := l ^ 2 / 2 * (2 - tail0 y x + a ^ 2 * (2 * tail2 y x - tail1 y x)).
Definition var_y (a l y x : R) : R := m2_y a l y x - 2 * m1 a l y x * m1_y a l y x.
Definition var_x (a l y x : R) : R := m2_x a l y x - 2 * m1 a l y x * m1_x a l y x.
