(** Certificates: how a box is divided until an inequality can be read off the parts. Nothing in a tree is trusted: the
    check of it is in Subdivision.v. This file stands alone so that data files load nothing else.

    A data file, written by `selu-proof export-coq`, looks like this:
<<
    From Coq Require Import ZArith List.
    From SELU Require Import Trees.
    Import ListNotations.
    Open Scope Z_scope.

    Definition theorem2_variance_decreases : tree :=
      Face 0 true (Split 1 (9, 0) (Face 1 false Natural) (MeanValue [(0, 0); (25, -1); (33, -5)])).
>>
    The coordinates are counted from 0: y, nu, tau or y, x. *)

From Coq Require Import ZArith List.

(** The number m 2^e, as (m, e). *)
Definition dyadic : Type := Z * Z.

Inductive tree : Type :=
  (** The interval extension of the expression keeps the bound. *)
  | Natural
  (** So does its mean-value form around this point, one number for each coordinate; a number outside of its side stands
      for the nearest end of the side. *)
  | MeanValue (centre : list dyadic)
  (** The partial derivative by this coordinate has one sign on the box: the rest is about the face where the coordinate
      has its upper (or else lower) bound. *)
  | Face (axis : nat) (upper : bool) (rest : tree)
  (** One tree for the part of the box where the coordinate is at most the number, one for where it is at least that. *)
  | Split (axis : nat) (point : dyadic) (left right : tree).
