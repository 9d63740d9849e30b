(** The arithmetic of the computations: intervals of the processor's binary64 numbers. Their use rests on Coq's axioms
    of primitive integers and floats, which say that the processor does what IEEE 754 says. *)

From Coq Require Import BinPos.
From Interval Require Import Float.Primitive_ops Interval.Float_full.

Module F := PrimitiveFloat.
Module I := FloatIntervalFull F.
Definition precision : I.precision := F.PtoP 53.
