(** Subdivisions, written by `selu-proof export-coq` from Proofs/certificates. Nothing of them is trusted. *)

From Coq Require Import ZArith List.
From SELU Require Import Trees.
Import ListNotations.
Open Scope Z_scope.

(** theorem1.self-map, mean >= -0.1: the infimum of mean over (y, x). *)
Definition theorem1_self_map : tree :=
  (Face 0%nat false (Split 1%nat (19, -4) (Face 1%nat false Natural) (Face 1%nat false Natural))).

(** theorem1.self-map, mean <= 0.1: the supremum of mean over (y, x). *)
Definition theorem1_self_map_2 : tree :=
  (Face 0%nat true (Split 1%nat (19, -4) (Face 1%nat true Natural) (Face 1%nat true Natural))).

(** theorem1.self-map, var >= 0.8: the infimum of var over (y, x). *)
Definition theorem1_self_map_3 : tree :=
  (Face 1%nat false (Face 0%nat false Natural)).

(** theorem1.self-map, var <= 1.5: the supremum of var over (y, x). *)
Definition theorem1_self_map_4 : tree :=
  (Face 1%nat true (Face 0%nat true Natural)).

(** theorem2.variance-decreases, extremum: the supremum of var - nu over (y, nu, tau). *)
Definition theorem2_variance_decreases : tree :=
  (Split 1%nat (5, 1) (Split 1%nat (13, -1) (Split 1%nat (19, -2) (Split 2%nat (33, -5) (Face 1%nat false
  (Face 2%nat true (Face 0%nat true Natural))) (Face 2%nat true (Face 0%nat true (Face 1%nat false Natural))))
  (Face 2%nat true (Face 0%nat true (Face 1%nat false Natural)))) (MeanValue [(5, -6); (53, -3); (79, -6)]))
  (Face 1%nat false (Face 0%nat true (Face 2%nat true Natural)))).

(** theorem3.low.main-text, extremum: the infimum of var - nu over (y, nu, tau). *)
Definition theorem3_low_main_text : tree :=
  (Split 1%nat (3, -5) (Split 1%nat (7, -7) (Split 1%nat (5, -7) (Split 2%nat (33, -5) (Split 1%nat (15, -9)
  (Face 2%nat false (Split 0%nat (0, 0) (Face 1%nat false (Split 0%nat (-5, -10) (MeanValue
  [(-27, -12); (0, 0); (0, 0)]) (MeanValue [(-3, -11); (0, 0); (0, 0)]))) (Face 1%nat false (Split 0%nat
  (5, -10) (Split 0%nat (5, -11) (MeanValue [(9, -12); (0, 0); (0, 0)]) (MeanValue [(19, -12); (0, 0); (0, 0)]))
  (Split 0%nat (15, -11) (MeanValue [(29, -12); (0, 0); (0, 0)]) (Split 0%nat (35, -12) (Face 0%nat true
  Natural) (Face 0%nat true Natural))))))) (Face 2%nat false (Split 0%nat (0, 0) (Face 1%nat false (MeanValue
  [(-1, -8); (0, 0); (0, 0)])) (Face 1%nat false (MeanValue [(13, -11); (0, 0); (0, 0)]))))) (Face 2%nat false
  (Split 1%nat (15, -9) (Face 1%nat false (MeanValue [(1, -10); (0, 0); (0, 0)])) (Face 1%nat false (MeanValue
  [(1, -10); (0, 0); (0, 0)]))))) (Face 2%nat false (Split 0%nat (0, 0) (Face 1%nat false (MeanValue
  [(-7, -11); (0, 0); (0, 0)])) (Face 1%nat false (MeanValue [(13, -11); (0, 0); (0, 0)]))))) (Face 2%nat
  false (Split 1%nat (19, -8) (MeanValue [(1, -10); (59, -10); (0, 0)]) (MeanValue [(1, -10); (5, -6); (0, 0)]))))
  (Face 2%nat false (Split 1%nat (1, -3) (MeanValue [(1, -10); (53, -9); (0, 0)]) (MeanValue
  [(1, -10); (9, -6); (0, 0)])))).

(** theorem3.lower-tau.main-text, extremum: the infimum of var - nu over (y, nu, tau). *)
Definition theorem3_lower_tau_main_text : tree :=
  (Split 1%nat (1, -3) (Split 1%nat (9, -7) (Split 1%nat (3, -6) (Split 1%nat (17, -9) (Face 2%nat false
  (Split 0%nat (0, 0) (Face 1%nat false (Split 0%nat (-5, -10) (MeanValue [(-27, -12); (0, 0); (0, 0)])
  (MeanValue [(-3, -11); (0, 0); (0, 0)]))) (Face 1%nat false (Split 0%nat (5, -10) (MeanValue
  [(7, -11); (0, 0); (0, 0)]) (Split 0%nat (15, -11) (MeanValue [(59, -13); (0, 0); (0, 0)]) (Split 0%nat
  (35, -12) (Face 0%nat true Natural) (Face 0%nat true Natural))))))) (Face 2%nat false (Face 1%nat false
  (MeanValue [(1, -10); (0, 0); (0, 0)])))) (Face 2%nat false (Split 1%nat (15, -8) (Face 1%nat false
  (MeanValue [(1, -9); (0, 0); (0, 0)])) (Face 1%nat false (MeanValue [(1, -9); (0, 0); (0, 0)]))))) (Face
  2%nat false (Split 1%nat (25, -8) (Face 1%nat false (MeanValue [(1, -9); (0, 0); (0, 0)])) (Face 1%nat false
  (MeanValue [(1, -9); (0, 0); (0, 0)]))))) (Face 2%nat false (Split 1%nat (23, -7) (MeanValue
  [(1, -10); (35, -8); (0, 0)]) (MeanValue [(0, 0); (103, -9); (0, 0)])))).

(** theorem16.contraction, extremum: the supremum of |H22| over (y, nu, tau). *)
Definition theorem16_contraction : tree :=
  (Split 1%nat (9, 0) (Split 1%nat (11, -1) (Split 1%nat (7, -1) (Split 1%nat (5, -1) (Split 2%nat (33, -5)
  (Split 1%nat (1, 1) (Split 2%nat (59, -6) (MeanValue [(1, -8); (27, -4); (227, -8)]) (Split 1%nat (7, -2)
  (MeanValue [(3, -9); (101, -6); (261, -8)]) (MeanValue [(7, -10); (117, -6); (261, -8)]))) (Split 2%nat
  (59, -6) (MeanValue [(5, -10); (35, -4); (57, -6)]) Natural)) (Split 1%nat (1, 1) (Split 1%nat (7, -2)
  (Split 2%nat (73, -6) (Split 2%nat (139, -7) (MeanValue [(1, -7); (101, -6); (555, -9)]) (MeanValue
  [(1, -7); (101, -6); (583, -9)])) (Split 1%nat (13, -3) (Face 2%nat true (Face 0%nat true (Split 1%nat
  (25, -4) (Face 1%nat false Natural) (Face 1%nat false Natural)))) (Face 2%nat true (Face 0%nat true
  (MeanValue [(0, 0); (27, -4); (0, 0)]))))) (Split 2%nat (73, -6) (MeanValue [(7, -10); (59, -5); (9, -3)])
  (Split 2%nat (153, -7) (MeanValue [(9, -10); (117, -6); (611, -9)]) (Split 1%nat (15, -3) (Face 0%nat true
  (Face 2%nat true (MeanValue [(0, 0); (29, -4); (0, 0)]))) (Face 0%nat true (Face 2%nat true (MeanValue
  [(0, 0); (31, -4); (0, 0)]))))))) (Split 2%nat (73, -6) (Split 1%nat (9, -2) (MeanValue
  [(7, -10); (67, -5); (289, -8)]) (MeanValue [(7, -10); (75, -5); (289, -8)])) (Split 1%nat (9, -2) (Split
  2%nat (153, -7) (MeanValue [(9, -10); (133, -6); (611, -9)]) (MeanValue [(9, -10); (133, -6); (639, -9)]))
  (MeanValue [(1, -7); (75, -5); (79, -6)]))))) (Split 2%nat (33, -5) (Split 1%nat (3, 0) (Split 2%nat
  (59, -6) (MeanValue [(5, -10); (43, -4); (57, -6)]) (MeanValue [(5, -10); (87, -5); (257, -8)])) Natural)
  (Split 1%nat (3, 0) (Split 2%nat (73, -6) Natural (Split 1%nat (11, -2) (MeanValue
  [(1, -7); (83, -5); (79, -6)]) (MeanValue [(1, -7); (91, -5); (79, -6)]))) (Split 2%nat (73, -6) (MeanValue
  [(3, -9); (103, -5); (285, -8)]) (Split 1%nat (13, -2) (MeanValue [(1, -7); (99, -5); (79, -6)]) (MeanValue
  [(1, -7); (107, -5); (79, -6)])))))) (Split 2%nat (33, -5) (Split 1%nat (9, -1) (Split 2%nat (59, -6)
  Natural Natural) Natural) (Split 1%nat (9, -1) (Split 1%nat (1, 2) (Split 2%nat (73, -6) (MeanValue
  [(3, -9); (119, -5); (285, -8)]) Natural) (Split 2%nat (73, -6) (MeanValue [(3, -9); (135, -5); (285, -8)])
  Natural)) (Split 2%nat (73, -6) Natural Natural)))) (Split 1%nat (29, -2) (Split 2%nat (33, -5) (Split 2%nat
  (59, -6) Natural Natural) (Split 1%nat (51, -3) (Split 2%nat (73, -6) Natural Natural) (Split 2%nat (73, -6)
  Natural Natural))) (Split 2%nat (33, -5) Natural (Split 2%nat (73, -6) Natural Natural)))) (Split 1%nat
  (25, -1) (Split 2%nat (33, -5) (Split 1%nat (43, -2) Natural Natural) (Split 1%nat (43, -2) (Split 2%nat
  (73, -6) Natural Natural) (Split 2%nat (73, -6) Natural Natural))) (Split 2%nat (33, -5) Natural (Split
  1%nat (57, -2) Natural Natural)))).
