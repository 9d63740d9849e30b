(** What is proved of the paper (arXiv 1706.02515 v5), in the terms of Definitions.v alone: these two files are enough
    to know it. Theorems.v has a theorem for each. In brackets: the names of the claims in docs/claims.md. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions.
Open Scope R_scope.

(** The sum of weights is in [-0.1, 0.1], the sum of their squares in [tau1, tau2]. *)
Definition weights (tau1 tau2 omega tau : R) : Prop := -0.1 <= omega <= 0.1 /\ tau1 <= tau <= tau2.

(** The means and variances of Theorem 1. *)
Definition omega_box : R * R -> Prop := in_box (-0.1) 0.1 0.8 1.5.

(** The derivative of [f] at [p] in the direction [d] is [e], in both components. *)
Definition is_derivative_along (f : R * R -> R * R) (p d e : R * R) : Prop :=
  is_derive (fun t => fst (f (fst p + t * fst d, snd p + t * snd d))) 0 (fst e) /\
  is_derive (fun t => snd (f (fst p + t * fst d, snd p + t * snd d))) 0 (snd e).

(** * The moments and their derivatives *)
(** Eq. 4 and 5: the integrals of Eq. 3 exist and have these values, for all parameters, means, positive variances. *)
Definition equations4_5 : Prop := forall alpha lambda y x, 0 < x ->
  let m := lambda / 2 * (y * (2 - erfc (y / sqrt (2 * x))) + sqrt (2 / PI) * sqrt x * exp (- y ^ 2 / (2 * x))
    + alpha * (exp (y + x / 2) * erfc ((y + x) / sqrt (2 * x)) - erfc (y / sqrt (2 * x)))) in
  let xi := lambda ^ 2 / 2 * ((y ^ 2 + x) * (2 - erfc (y / sqrt (2 * x)))
    + sqrt (2 / PI) * y * sqrt x * exp (- y ^ 2 / (2 * x))
    + alpha ^ 2 * (erfc (y / sqrt (2 * x)) - 2 * exp (y + x / 2) * erfc ((y + x) / sqrt (2 * x))
                   + exp (2 * (y + x)) * erfc ((y + 2 * x) / sqrt (2 * x)))) in
  is_expectation (selu alpha lambda) y x m /\ is_expectation (fun z => selu alpha lambda z ^ 2) y x xi /\
  mean alpha lambda y x = m /\ second_moment alpha lambda y x = xi /\ variance alpha lambda y x = xi - m ^ 2.

(** The Jacobians J (of mean and second moment, before Lemma 5) and H (of mean and variance, before Eq. 6): the
    derivatives in every direction (dm, dv) at every mean m and variance v. *)
Definition jacobian : Prop := forall alpha lambda omega tau m v dm dv, 0 < v * tau ->
  let y := m * omega in let x := v * tau in
  let B := exp (y + x / 2) * erfc ((y + x) / sqrt (2 * x)) in
  let C := exp (2 * (y + x)) * erfc ((y + 2 * x) / sqrt (2 * x)) in
  let J11 := lambda / 2 * omega * (alpha * B - erfc (y / sqrt (2 * x)) + 2) in
  let J12 := lambda / 4 * tau * (alpha * B - (alpha - 1) * sqrt (2 / (PI * x)) * exp (- y ^ 2 / (2 * x))) in
  let J21 := lambda ^ 2 * omega * (alpha ^ 2 * (C - B) + y * (2 - erfc (y / sqrt (2 * x)))
    + sqrt (2 / PI) * sqrt x * exp (- y ^ 2 / (2 * x))) in
  let J22 := lambda ^ 2 / 2 * tau * (alpha ^ 2 * (2 * C - B) - erfc (y / sqrt (2 * x)) + 2) in
  let H21 := J21 - 2 * mean alpha lambda y x * J11 in
  let H22 := J22 - 2 * mean alpha lambda y x * J12 in
  let along f := fun t => f alpha lambda ((m + t * dm) * omega) ((v + t * dv) * tau) in
  is_derive (along mean) 0 (J11 * dm + J12 * dv) /\ is_derive (along second_moment) 0 (J21 * dm + J22 * dv) /\
  is_derive (along variance) 0 (H21 * dm + H22 * dv).

(** Eq. 14 [equation14.mean, .variance]: (0, 1) is a fixed point for normalised weights, and no other parameters with a
    positive lambda have it. *)
Definition equation14 : Prop := g 0 1 (0, 1) = (0, 1) /\
  forall alpha lambda, 0 < lambda -> mean alpha lambda 0 1 = 0 -> variance alpha lambda 0 1 = 1 ->
  alpha = alpha01 /\ lambda = lambda01.

(** Eq. 14 [equation14.alpha, .lambda]: the printed decimals, and some more. *)
Definition equation14_decimals : Prop :=
  1.673263242 < alpha01 < 1.673263243 /\ 1.050700987 < lambda01 < 1.050700988.

(** Eq. 6 [equation6.*], with the H12 of the notebook: the Jacobian H at (0, 1) for normalised weights. *)
Definition equation6 : Prop := exists e12 e22, Rabs (e12 - 0.0888347551) < 1e-9 /\ Rabs (e22 - 0.7826478832) < 1e-9 /\
  forall d, is_derivative_along (g 0 1) (0, 1) d (e12 * snd d, e22 * snd d).

(** * Theorem 1 *)
(** Theorem 1 [theorem1.*], with the printed ranges of the fixed point. *)
Definition theorem1 : Prop := forall omega tau, weights 0.95 1.1 omega tau ->
  (forall p, omega_box p -> omega_box (g omega tau p)) /\
  (exists c, c < 1 /\ forall p q, omega_box p -> omega_box q ->
     distance (g omega tau p) (g omega tau q) <= c * distance p q) /\
  exists s, g omega tau s = s /\ in_box (-0.03106) 0.06773 0.80009 1.48617 s /\
    (forall q, omega_box q -> g omega tau q = q -> q = s) /\
    (forall p, omega_box p -> is_lim_seq (fun n => distance (layer omega tau n p) s) 0).

(** The same with a rate for every orbit, and with a range of the fixed points that is sharp to 1e-6. *)
Definition theorem1_sharp : Prop := forall omega tau, weights 0.95 1.1 omega tau ->
  exists s, g omega tau s = s /\ in_box (-0.020871) 0.054706 0.826473 1.410290 s /\
    forall p n, omega_box p -> distance (layer omega tau n p) s <= 0.897609 ^ n * distance p s.

(** The best constant of contraction is between 0.897607 and 0.897609 [notebook.theorem1.contraction.max]. *)
Definition contraction_constant : Prop :=
  let lipschitz c := forall omega tau p q, weights 0.95 1.1 omega tau -> omega_box p -> omega_box q ->
    distance (g omega tau p) (g omega tau q) <= c * distance p q in
  lipschitz 0.897609 /\ forall c, lipschitz c -> 0.897607 < c.

(** Lemma 13, corrected [notebook.theorem1.mean.*, .variance.*]: the image of the box, each side sharp to 1e-6. *)
Definition lemma13 : Prop :=
  (forall omega tau p, weights 0.95 1.1 omega tau -> omega_box p ->
     in_box (-0.031061) 0.067726 0.803711 1.481575 (g omega tau p)) /\
  let attained P := exists omega tau p, weights 0.95 1.1 omega tau /\ omega_box p /\ P (g omega tau p) in
  attained (fun q => fst q < -0.03106) /\ attained (fun q => 0.067725 < fst q) /\
  attained (fun q => snd q < 0.803712) /\ attained (fun q => 1.481574 < snd q).

(** Lemma 12 [lemma12.contraction]: the norm of the Jacobian H is below 1 on a larger domain. *)
Definition lemma12 : Prop := forall omega tau p d, weights 0.8 1.25 omega tau -> omega_box p ->
  exists e, is_derivative_along (g omega tau) p d e /\ distance e (0, 0) <= 0.989027 * distance d (0, 0).

(** * Theorems 2, 3 and 16 *)
(** Theorem 2 [theorem2.variance-decreases, .fixed-points-below-3]. *)
Definition theorem2 : Prop := forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-1) 1 3 16 p ->
  snd (g omega tau p) < snd p /\ g omega tau p <> p.

(** The same with a gap [notebook.theorem2.max]. *)
Definition theorem2_sharp : Prop := forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-1) 1 3 16 p ->
  snd (g omega tau p) < snd p - 0.1196.

(** Theorem 3, from the variance [v] on: 0.02 in the main text, 0.05 in the appendix [theorem3.*]. *)
Definition theorem3_from (v : R) : Prop := forall omega tau p,
  (weights 0.8 1.25 omega tau /\ in_box (-0.1) 0.1 v 0.16 p) \/
  (weights 0.9 1.25 omega tau /\ in_box (-0.1) 0.1 v 0.24 p) -> snd (g omega tau p) > snd p /\ g omega tau p <> p.
Definition theorem3_main_text : Prop := theorem3_from 0.02.
Definition theorem3_appendix : Prop := theorem3_from 0.05.

(** Theorem 3 of the main text with gaps [notebook.theorem3.low.min, .lower-tau.min]. *)
Definition theorem3_sharp : Prop := forall omega tau p,
  (weights 0.8 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.16 p -> snd (g omega tau p) > snd p + 0.0076) /\
  (weights 0.9 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.24 p -> snd (g omega tau p) > snd p + 0.0109).

(** Theorem 16 [theorem16.contraction]. *)
Definition theorem16 : Prop := forall omega tau m v, weights 0.8 1.25 omega tau -> in_box (-0.1) 0.1 1.5 16 (m, v) ->
  exists e, is_derive (fun v => snd (g omega tau (m, v))) v e /\ Rabs e < 1.
