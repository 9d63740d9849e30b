(** Bounds of expressions on boxes by subdivision: the check of certificates, with the proof that an expression is
    negative on a box if there is a certificate for it, and a search that finds certificates. *)

From Coq Require Import Reals Lra Lia List ZArith QArith Qreals Qround Bool FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Xreal Interval.
From SELU Require Import Definitions ClosedForms Expression IntervalEvaluation Trees.
Import ListNotations.
Open Scope R_scope.

(** * Boxes *)

(** The box with one side replaced. *)
Fixpoint replace_side (b : box) (k : nat) (s : Q * Q) : box :=
  match k, b with
  | O, [] => [s]
  | O, _ :: b => s :: b
  | S k, [] => (0, 0)%Q :: replace_side [] k s
  | S k, t :: b => t :: replace_side b k s
  end.

Lemma side_replace b k s i : side (replace_side b k s) i = if Nat.eqb i k then s else side b i.
Proof.
unfold side. revert b k; induction i as [| i IH]; intros [| t b] [| k]; try reflexivity; cbn.
- destruct i; reflexivity.
- rewrite IH. destruct (Nat.eqb i k); [reflexivity | destruct i; reflexivity].
- apply IH.
Qed.

(** A point whose [k]-th coordinate is within a part of the [k]-th side. *)
Lemma inside_replace b k s v t : inside b v -> Q2R (fst s) <= t <= Q2R (snd s) ->
  inside (replace_side b k s) (update v k t).
Proof. intros H T i. rewrite side_replace. unfold update. destruct (Nat.eqb i k); [exact T | apply H]. Qed.

Lemma update_same v k : update v k (v k) = v.
Proof.
apply functional_extensionality. intros i. unfold update.
destruct (Nat.eqb_spec i k); [now subst | reflexivity].
Qed.

Lemma inside_update b k v t : inside b v -> Q2R (fst (side b k)) <= t <= Q2R (snd (side b k)) ->
  inside b (update v k t).
Proof. intros H T i. unfold update. destruct (Nat.eqb_spec i k); [now subst | apply H]. Qed.

(** Whether x is positive all over the box. *)
Definition positive_lower (b : box) (i : nat) : bool := negb (Qle_bool (fst (side b i)) 0).
Definition positive (s : coordinates) (b : box) : bool :=
  positive_lower b 1 && match s with YX => true | YNuTau => positive_lower b 2 end.

Lemma positive_lower_correct b i v : positive_lower b i = true -> inside b v -> 0 < v i.
Proof.
unfold positive_lower. intros H V. apply Rlt_le_trans with (2 := proj1 (V i)).
rewrite <- RMicromega.Q2R_0. apply Qlt_Rlt, Qnot_le_lt. rewrite <- Qle_bool_iff.
destruct (Qle_bool _ 0); [discriminate H | discriminate].
Qed.

Lemma positive_correct s b v : positive s b = true -> inside b v -> 0 < x_of s v.
Proof.
unfold positive, x_of. intros H V. apply andb_prop in H. destruct H as [H1 H2].
assert (P := positive_lower_correct b 1 v H1 V). destruct s; [exact P |].
apply Rmult_lt_0_compat; [exact P | now apply (positive_lower_correct b)].
Qed.

(** The point nearest to some dyadic numbers, as a box. *)
Definition rational (d : dyadic) : Q :=
  match snd d with Zneg e => fst d # (2 ^ e) | e => inject_Z (fst d * 2 ^ e) end.

Definition clip (s : Q * Q) (q : Q) : Q :=
  if Qle_bool q (fst s) then fst s else if Qle_bool (snd s) q then snd s else q.

Fixpoint nearest (b : box) (ds : list dyadic) : box :=
  match b with
  | [] => []
  | s :: b => let q := clip s (rational (hd (0, 0)%Z ds)) in (q, q) :: nearest b (tl ds)
  end.

Definition point (b : box) : nat -> R := fun i => Q2R (fst (side b i)).

Lemma clip_correct s q : Q2R (fst s) <= Q2R (snd s) -> Q2R (fst s) <= Q2R (clip s q) <= Q2R (snd s).
Proof.
unfold clip. intros H. destruct (Qle_bool q (fst s)) eqn:L; [lra |].
destruct (Qle_bool (snd s) q) eqn:U; [lra |].
assert (N : forall a c, Qle_bool a c = false -> Q2R c <= Q2R a).
{ intros a c E. apply Qle_Rle, Qlt_le_weak, Qnot_le_lt. rewrite <- Qle_bool_iff, E. discriminate. }
split; now apply N.
Qed.

Lemma nearest_correct b ds v : inside b v ->
  inside b (point (nearest b ds)) /\ inside (nearest b ds) (point (nearest b ds)).
Proof.
intros V. assert (L : forall i, Q2R (fst (side b i)) <= Q2R (snd (side b i))) by (intros i; specialize (V i); lra).
clear V. enough (H : forall i, Q2R (fst (side b i)) <= point (nearest b ds) i <= Q2R (snd (side b i)) /\
  snd (side (nearest b ds) i) = fst (side (nearest b ds) i)).
{ split; intros i; [apply H |]. rewrite (proj2 (H i)). unfold point. lra. }
unfold point, side in *. revert ds L; induction b as [| s b IH]; intros ds L [| i]; cbn;
  try (split; [rewrite RMicromega.Q2R_0; lra | reflexivity]).
- split; [apply clip_correct, (L O) | reflexivity].
- apply IH. intros j. apply (L (S j)).
Qed.

Module Checker (I : IntervalOps).
Module E := Evaluation I.
Import E.

Section Check.
Variables (c : context) (s : coordinates) (e : expression).
Hypothesis c_sound : sound c.
Let f (v : nat -> R) : R := value alpha01 lambda01 s v e.

(** * The mean value theorem along the axes *)

Lemma mean_value b k v t u : positive s b = true -> inside b (update v k t) -> inside b (update v k u) ->
  exists w, inside b (update v k w) /\ (t <= w <= u \/ u <= w <= t) /\
    f (update v k u) - f (update v k t) = value alpha01 lambda01 s (update v k w) (partial s k e) * (u - t).
Proof.
intros P T U.
assert (B : forall w, Rmin t u <= w <= Rmax t u -> inside b (update v k w)).
{ intros w W i. specialize (T i). specialize (U i). unfold update in *. destruct (Nat.eqb i k); [| exact T].
  revert W. unfold Rmin, Rmax. destruct (Rle_dec t u); lra. }
destruct (MVT_gen (fun t => f (update v k t)) t u (fun w => value alpha01 lambda01 s (update v k w) (partial s k e)))
  as [w [W1 W2]].
- intros w W. apply is_derive_partial, (positive_correct s b); [exact P | apply B; lra].
- intros w W. apply continuity_pt_filterlim, (ex_derive_continuous (V := R_NormedModule)). eexists.
  apply is_derive_partial, (positive_correct s b); [exact P | apply B; lra].
- exists w. split; [apply B; lra |]. split; [| exact W2].
  revert W1. unfold Rmin, Rmax. destruct (Rle_dec t u); lra.
Qed.

(** The mean-value form on [b] around the point [a]: the sum over the first [n] coordinates. *)
Fixpoint mean_value_form (whole middle : cell) (b a : box) (n : nat) : I.type :=
  match n with
  | O => evaluate c middle e
  | S k => I.add (prec c) (mean_value_form whole middle b a k)
      (I.mul (prec c) (evaluate c whole (partial s k e))
        (I.sub (prec c) (hull (prec c) (side b k)) (hull (prec c) (side a k))))
  end.

Lemma mean_value_form_correct b a n v : positive s b = true -> inside b (point a) -> inside a (point a) ->
  inside b v -> (forall i, (n <= i)%nat -> v i = point a i) ->
  encloses (mean_value_form (make_cell c s b) (make_cell c s a) b a n) (f v).
Proof.
intros P A1 A2. revert v; induction n as [| k IH]; intros v V N; cbn [mean_value_form].
- replace v with (point a) by (apply functional_extensionality; intros i; symmetry; apply N; lia).
  apply evaluate_correct; [exact c_sound | exact A2 | now apply (positive_correct s b)].
- set (v' := update v k (point a k)).
  assert (V' : inside b v') by (apply inside_update; [exact V | apply A1]).
  destruct (mean_value b k v (point a k) (v k) P V') as [w [W1 [_ W2]]].
  { rewrite update_same. exact V. }
  rewrite update_same in W2.
  replace (f v) with (f v' + value alpha01 lambda01 s (update v k w) (partial s k e) * (v k - point a k))
    by (unfold v'; lra).
  apply add_correct; [| apply mul_correct; [| apply sub_correct]].
  + apply IH; [exact V' |]. intros i Hi. unfold v', update. destruct (Nat.eqb_spec i k); [now subst |].
    apply N. lia.
  + apply evaluate_correct; [exact c_sound | exact W1 | now apply (positive_correct s b)].
  + apply hull_correct, V.
  + apply hull_correct, A2.
Qed.

(** * The check of a certificate *)

Fixpoint check (b : box) (t : tree) : bool :=
  positive s b &&
  match t with
  | Natural => negative (evaluate c (make_cell c s b) e)
  | MeanValue ds =>
      let a := nearest b ds in
      negative (mean_value_form (make_cell c s b) (make_cell c s a) b a (length b))
  | Face k upper t =>
      let slope := evaluate c (make_cell c s b) (partial s k e) in
      let (l, u) := side b k in
      match I.sign_large slope, upper with
      | Xgt, true | Xeq, true => check (replace_side b k (u, u)) t
      | Xlt, false | Xeq, false => check (replace_side b k (l, l)) t
      | _, _ => false
      end
  | Split k d t1 t2 =>
      let (l, u) := side b k in
      let q := rational d in
      check (replace_side b k (l, q)) t1 && check (replace_side b k (q, u)) t2
  end.

Theorem check_correct b t v : check b t = true -> inside b v -> f v < 0.
Proof.
revert b v; induction t as [| ds | k upper t IH | k d t1 IHl t2 IHr]; intros b v H V; cbn [check] in H;
  apply andb_prop in H; destruct H as [P H].
- apply (negative_correct _ _) with (2 := H). apply evaluate_correct; [exact c_sound | exact V |].
  now apply (positive_correct s b).
- apply (negative_correct _ _) with (2 := H). destruct (nearest_correct b ds v V) as [A1 A2].
  apply mean_value_form_correct; try assumption.
  intros i Hi. specialize (V i). unfold point. specialize (A1 i). unfold point in A1.
  assert (side b i = (0, 0)%Q) as E by (apply nth_overflow; exact Hi). rewrite E in *. simpl in *. lra.
- assert (D : forall w, inside b (update v k w) -> encloses (evaluate c (make_cell c s b) (partial s k e))
    (value alpha01 lambda01 s (update v k w) (partial s k e))).
  { intros w W. apply evaluate_correct; [exact c_sound | exact W | now apply (positive_correct s b)]. }
  assert (L := I.sign_large_correct (evaluate c (make_cell c s b) (partial s k e))).
  assert (K := V k). destruct (side b k) as [l u] eqn:S. cbn [fst snd] in K.
  assert (G : forall q, Q2R l <= Q2R q <= Q2R u -> check (replace_side b k (q, q)) t = true ->
    (forall w, inside b (update v k w) -> w <= v k \/ v k <= w -> 
       0 <= value alpha01 lambda01 s (update v k w) (partial s k e) * (Q2R q - v k)) -> f v < 0).
  { intros q Q C W. apply Rle_lt_trans with (f (update v k (Q2R q))).
    - destruct (mean_value b k v (v k) (Q2R q) P) as [w [W1 [W2 W3]]].
      + rewrite update_same. exact V.
      + apply inside_update; [exact V |]. rewrite S. exact Q.
      + rewrite update_same in W3. specialize (W w W1 ltac:(lra)). lra.
    - apply (IH _ _ C), inside_replace; [exact V | simpl; lra]. }
  unfold encloses in D.
  destruct (I.sign_large _), upper; try discriminate;
    (apply (G u) with (2 := H); [lra |]) || (apply (G l) with (2 := H); [lra |]);
    intros w W _; specialize (L _ (D w W)); simpl in L; first [injection L as L | destruct L as [_ L]]; nra.
- destruct (side b k) as [l u] eqn:S. apply andb_prop in H. destruct H as [Hl Hr].
  assert (K := V k). rewrite S in K. cbn [fst snd] in K. rewrite <- (update_same v k).
  destruct (Rle_or_lt (v k) (Q2R (rational d))).
  + apply (IHl _ _ Hl), inside_replace; [exact V | simpl; lra].
  + apply (IHr _ _ Hr), inside_replace; [exact V | simpl; lra].
Qed.

(** * A search for certificates *)

Definition width (b : box) (k : nat) : Q := snd (side b k) - fst (side b k).

(** A number near the middle of a side, with few bits. *)
Definition middle (b : box) (k : nat) : dyadic :=
  let (l, u) := side b k in
  let bits := match (u - l)%Q with Z0 # _ => 0 | n # d => Z.log2 (Zpos d) - Z.log2 n + 4 end%Z in
  (Qfloor ((l + u) / 2 * rational (1, bits)), - bits)%Z.

(** A certificate, if there is one of at most this depth; nothing needs to be proved of it. A box is split along the
    side on which the mean-value form depends most. *)
Fixpoint find_tree (depth : nat) (b : box) : tree :=
  match depth with
  | O => Natural
  | S depth =>
      let parts := make_cell c s b in
      let slope k := evaluate c parts (partial s k e) in
      let axes := filter (fun k => negb (Qle_bool (width b k) 0)) (seq 0 (length b)) in
      let known := filter (fun k => match I.sign_large (slope k) with Xund => false | _ => true end) axes in
      let face (k : nat) (upper : bool) :=
        let q := if upper then snd (side b k) else fst (side b k) in
        Face k upper (find_tree depth (replace_side b k (q, q))) in
      let form := MeanValue (map (middle b) (seq 0 (length b))) in
      if negative (evaluate c parts e) then Natural
      else match known with
        | k :: _ => face k (match I.sign_large (slope k) with Xlt => false | _ => true end)
        | [] =>
            let weight k := I.singleton (I.upper (I.mul (prec c) (I.abs (slope k)) (fromQ (prec c) (width b k)))) in
            let heavier i k := match I.sign_large (I.sub (prec c) (weight i) (weight k)) with Xgt => i | _ => k end in
            let k := fold_right heavier (hd O axes) axes in
            let (l, u) := side b k in
            let q := rational (middle b k) in
            if check b form then form
            else
              Split k (middle b k) (find_tree depth (replace_side b k (l, q)))
                (find_tree depth (replace_side b k (q, u)))
        end
  end.
End Check.
End Checker.
