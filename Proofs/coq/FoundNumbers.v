(** Numbers that proofs start from, written by find_numbers.py. Nothing of them is trusted. *)

From Coq Require Import ZArith QArith List.
Import ListNotations.

(** Of the approximant in Erfcx.v, times 2^50. *)
Definition coefficients : list Z :=
  [187649984472783;
   250199980073750;
   323174872982770;
   403105065337624;
   483468450770374;
   557407560531182;
   582975206925821;
   790762233792882;
   -282438936386299;
   3862579609673293;
   -8992423132007117;
   19439513120577809;
   -27754542959472128;
   26094230995507359;
   -11168033484005424;
   -6989418458006695;
   13394331997170976;
   -8456449628275849;
   2598676424267401;
   -326794490043223]%Z.

(** The fixed points where mean and variance are extremal, at omega = 0.1 and tau = 0.95 or 1.1. *)
Notation lower_mean := (-20870308621 # 1000000000000)%Q (only parsing).
Notation lower_variance := (826473750626 # 1000000000000)%Q (only parsing).
Notation upper_mean := (54705980618 # 1000000000000)%Q (only parsing).
Notation upper_variance := (1410289829276 # 1000000000000)%Q (only parsing).

(** What x = nu tau is there, with a little room outside. *)
Notation lower_x := (7851500531 # 10000000000)%Q (only parsing).
Notation upper_x := (15513188222 # 10000000000)%Q (only parsing).

(** The multipliers in the inequalities for mean and variance there. *)
Notation lower_mean_multiplier := (270303 # 100000)%Q (only parsing).
Notation lower_variance_multiplier := (62729 # 100000)%Q (only parsing).
Notation upper_mean_multiplier := (94038 # 100000)%Q (only parsing).
Notation upper_variance_multiplier := (45309 # 100000)%Q (only parsing).

(** The Jacobian at the corner mu = omega = -0.1, nu = 0.8, tau = 1.1 stretches (-1, this) most. *)
Notation stretched := (242276 # 10000)%Q (only parsing).
