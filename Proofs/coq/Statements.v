(** What is proved of the paper (arXiv 1706.02515 v5), in the terms of Definitions.v alone: these two files are enough
    to know it. Theorems.v has a theorem for each. In brackets: the claims of docs/claims.md that the statement
    contains; nothing is stated of others. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SELU Require Import Definitions.
Open Scope R_scope.

(** The sum of weights is between -0.1 and 0.1, the sum of their squares between [tau1] and [tau2]. *)
Definition weights (tau1 tau2 omega tau : R) : Prop := -0.1 <= omega <= 0.1 /\ tau1 <= tau <= tau2.

(** The means and variances of Theorem 1: the paper's Omega. *)
Definition K : R * R -> Prop := in_box (-0.1) 0.1 0.8 1.5.

(** The derivative of [f] at [p] in the direction [d] is [e], in both components. *)
Definition is_derivative_along (f : R * R -> R * R) (p d e : R * R) : Prop :=
  is_derive (fun t => fst (f (fst p + t * fst d, snd p + t * snd d))) 0 (fst e) /\
  is_derive (fun t => snd (f (fst p + t * fst d, snd p + t * snd d))) 0 (snd e).

(** * The moments and their derivatives *)
(** The density is that of a probability with mean [y] and variance [x], for all means and positive variances. *)
Definition normal_density : Prop := forall y x, 0 < x ->
  is_expectation (fun _ => 1) y x 1 /\ is_expectation (fun z => z) y x y /\
  is_expectation (fun z => (z - y) ^ 2) y x x.

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

(** Eq. 14 [equation14.mean, equation14.variance]: (0, 1) is a fixed point for normalised weights, and no other
    parameters with a positive lambda have it. *)
Definition equation14 : Prop := g 0 1 (0, 1) = (0, 1) /\
  forall alpha lambda, 0 < lambda -> mean alpha lambda 0 1 = 0 -> variance alpha lambda 0 1 = 1 ->
  alpha = alpha01 /\ lambda = lambda01.

(** Eq. 14 [equation14.alpha, equation14.lambda, main-text.alpha]: the printed decimals, and some more. *)
Definition equation14_decimals : Prop :=
  1.673263242 < alpha01 < 1.673263243 /\ 1.050700987 < lambda01 < 1.050700988.

(** Eq. 6 [equation6.H11, equation6.H21, equation6.H22, notebook.equation6.H12]: the Jacobian H at (0, 1) for normalised
    weights, and its norm n [equation6.norm, notebook.equation6.norm, theorem1.stable-at-normalised-weights]. *)
Definition equation6 : Prop := exists e12 e22 n, Rabs (e12 - 0.0888347551) < 1e-9 /\ Rabs (e22 - 0.7826478832) < 1e-9 /\
  Rabs (n - 0.7876733605) < 1e-9 /\ distance (e12, e22) (0, 0) = n /\
  forall d, let e := (e12 * snd d, e22 * snd d) in
    is_derivative_along (g 0 1) (0, 1) d e /\ distance e (0, 0) <= n * distance d (0, 0).

(** * Theorem 1 *)
(** Theorem 1 [theorem1.self-map, corollary14, theorem1.fixed-point.unique-attracting], with the printed ranges of the
    fixed point [theorem1.fixed-point.mean.lower, theorem1.fixed-point.mean.upper, theorem1.fixed-point.variance.lower,
    theorem1.fixed-point.variance.upper]. *)
Definition theorem1 : Prop := forall omega tau, weights 0.95 1.1 omega tau ->
  (forall p, K p -> K (g omega tau p)) /\
  (exists c, c < 1 /\ forall p q, K p -> K q -> distance (g omega tau p) (g omega tau q) <= c * distance p q) /\
  exists s, g omega tau s = s /\ in_box (-0.03106) 0.06773 0.80009 1.48617 s /\
    (forall q, K q -> g omega tau q = q -> q = s) /\
    (forall p, K p -> is_lim_seq (fun n => distance (layer omega tau n p) s) 0).

(** The same with a rate for every orbit. *)
Definition theorem1_rate : Prop := forall omega tau, weights 0.95 1.1 omega tau ->
  exists s, K s /\ g omega tau s = s /\
    forall p n, K p -> distance (layer omega tau n p) s <= 0.89760836 ^ n * distance p s.

(** The range of the fixed points; each of its four ends to 1e-7. *)
Definition theorem1_range : Prop :=
  let fixed omega tau s := weights 0.95 1.1 omega tau /\ K s /\ g omega tau s = s in
  (forall omega tau s, fixed omega tau s -> in_box (-0.0208704) 0.0547060 0.8264737 1.4102899 s) /\
  let attained P := exists omega tau s, fixed omega tau s /\ P s in
  attained (fun s => fst s < -0.0208703) /\ attained (fun s => 0.0547059 < fst s) /\
  attained (fun s => snd s < 0.8264738) /\ attained (fun s => 1.4102898 < snd s).

(** The best constant of contraction, and with it the largest norm of the Jacobian
    [theorem1.contraction, notebook.theorem1.contraction.max], is between 0.89760835 and 0.89760836. *)
Definition contraction_constant : Prop :=
  (forall omega tau p d, weights 0.95 1.1 omega tau -> K p -> exists e, is_derivative_along (g omega tau) p d e /\
     distance e (0, 0) <= 0.89760836 * distance d (0, 0)) /\
  let lipschitz c := forall omega tau p q, weights 0.95 1.1 omega tau -> K p -> K q ->
    distance (g omega tau p) (g omega tau q) <= c * distance p q in
  lipschitz 0.89760836 /\ forall c, lipschitz c -> 0.89760835 < c.

(** The image of the box, each of its four sides attained up to 1e-9: Lemma 13 [lemma13.mean.upper,
    lemma13.variance.lower, lemma13.variance.upper], its false side corrected [notebook.theorem1.mean.min,
    notebook.theorem1.mean.max, notebook.theorem1.variance.min, notebook.theorem1.variance.max]. *)
Definition lemma13 : Prop :=
  (forall omega tau p, weights 0.95 1.1 omega tau -> K p ->
     in_box (-0.031060502) 0.067725102 0.803711757 1.481574959 (g omega tau p)) /\
  let attained P := exists omega tau p, weights 0.95 1.1 omega tau /\ K p /\ P (g omega tau p) in
  attained (fun q => fst q < -0.031060501) /\ attained (fun q => 0.067725101 < fst q) /\
  attained (fun q => snd q < 0.803711758) /\ attained (fun q => 1.481574958 < snd q).

(** Lemma 12 [lemma12.contraction, lemma12.grid-maximum]: the norm of the Jacobian H is below 1 on a larger domain. *)
Definition lemma12 : Prop := forall omega tau p d, weights 0.8 1.25 omega tau -> K p ->
  exists e, is_derivative_along (g omega tau) p d e /\ distance e (0, 0) <= 0.98902628 * distance d (0, 0).

(** * Theorems 2, 3 and 16 *)
(** Theorem 2 [theorem2.variance-decreases, theorem2.fixed-points-below-3]. Fixed points are excluded in this domain
    only: nothing is said of larger means or variances. *)
Definition theorem2 : Prop := forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-1) 1 3 16 p ->
  snd (g omega tau p) < snd p /\ g omega tau p <> p.

(** The same with the least gap, attained up to 1e-6 [notebook.theorem2.max]. *)
Definition theorem2_sharp : Prop :=
  (forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-1) 1 3 16 p -> snd (g omega tau p) - snd p < -0.119744) /\
  exists omega tau p, weights 0.8 1.25 omega tau /\ in_box (-1) 1 3 16 p /\ -0.1197443 < snd (g omega tau p) - snd p.

(** Theorem 3, from the variance [v] on: 0.02 in the main text [theorem3.low.main-text, theorem3.lower-tau.main-text],
    0.05 in the appendix [theorem3.low.appendix, theorem3.lower-tau.appendix]. Fixed points are excluded in these two
    domains only: nothing is said of variances below [v]. *)
Definition theorem3_from (v : R) : Prop := forall omega tau p,
  (weights 0.8 1.25 omega tau /\ in_box (-0.1) 0.1 v 0.16 p) \/
  (weights 0.9 1.25 omega tau /\ in_box (-0.1) 0.1 v 0.24 p) -> snd (g omega tau p) > snd p /\ g omega tau p <> p.
Definition theorem3_main_text : Prop := theorem3_from 0.02.
Definition theorem3_appendix : Prop := theorem3_from 0.05.

(** The first part of Theorem 3 in the main text with the least gap, attained up to 1e-6. *)
Definition theorem3_low_sharp : Prop :=
  (forall omega tau p, weights 0.8 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.16 p ->
     snd (g omega tau p) - snd p > 0.007736) /\
  exists omega tau p, weights 0.8 1.25 omega tau /\ in_box (-0.1) 0.1 0.02 0.16 p /\
    snd (g omega tau p) - snd p < 0.007737.

(** The second part with the least gap, attained up to 1e-8 [notebook.theorem3.lower-tau.min]. *)
Definition theorem3_lower_tau_sharp : Prop :=
  (forall omega tau p, weights 0.9 1.25 omega tau -> in_box (-0.1) 0.1 0.02 0.24 p ->
     snd (g omega tau p) - snd p > 0.01102927) /\
  exists omega tau p, weights 0.9 1.25 omega tau /\ in_box (-0.1) 0.1 0.02 0.24 p /\
    snd (g omega tau p) - snd p < 0.01102928.

(** Theorem 16 [theorem16.contraction]. *)
Definition theorem16 : Prop := forall omega tau m v, weights 0.8 1.25 omega tau -> in_box (-0.1) 0.1 1.5 16 (m, v) ->
  exists e, is_derive (fun v => snd (g omega tau (m, v))) v e /\ Rabs e < 1.
