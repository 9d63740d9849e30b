(** The arithmetic of the computations: intervals of numbers m 2^e with integers m and e that Coq itself computes with.
    It is slower than the processor's and needs no axioms. *)

From Coq Require Import BinPos.
From Interval Require Import Float.Specific_ops Float.Specific_stdz Interval.Float_full.

Module F := SpecificFloat StdZRadix2.
Module I := FloatIntervalFull F.
Definition precision : I.precision := F.PtoP 53.
