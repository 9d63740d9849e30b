"""Replays the tree of a part: every step is checked with the enclosures of this program, which may be wider or narrower
than those of the program that found the tree. Where one is too wide, the box of the step is cut further, to a limit of
work: that is a proof of the step, too.
"""

from certificate import binary, check, shown
from expressions import Box
from intervals import Interval

CUTS_PER_STEP = 400
CUTS_PER_PART = 4_000


class Replay:
    """The check of one part: `quantity` over the box `sides`."""

    def __init__(self, quantity, part, sides, name):
        self.quantity = quantity
        self.part = part
        self.variables = part.variables
        self.is_supremum = part.is_supremum
        self.bound = part.bound
        self.name = name
        self.root = Box(sides, quantity.weight())
        self.cuts = 0  # of boxes that the tree does not cut
        self.cuts_left = 0

    def run(self):
        """Checks the witness and the whole tree."""
        self._witness()
        stack = [self.root]
        for index, steps in enumerate(self.part.nodes):
            check(stack, f"{self.name}: nodes after the last leaf")
            self.cuts_left = CUTS_PER_STEP
            stack += self._node(stack.pop(), steps, f"{self.name}, node {index + 1}")
        check(not stack, f"{self.name}: the tree ends too early")

    def _witness(self):
        box = self.root
        for variable, coordinate in self.part.witness.items():
            box = box.part(variable, coordinate, coordinate)
        value = self.quantity.at_witness(self.part, self.name).value(box)
        is_attained = value.lo >= self.part.attained if self.is_supremum else value.hi <= self.part.attained
        check(is_attained, f"{self.name}: the witness does not have the value attained")

    def _node(self, box, steps, name):
        """Checks a node's steps; returns the boxes of the nodes below, the last of which comes first."""
        whole = box
        for words in steps[:-1]:
            check(words[0] in ("upper", "lower"), f"{name}: {shown(' '.join(words))} is not a step before others")
            box = self._face(whole, box, words, name)
        if steps[-1][0] == "split":
            return self._split(box, steps[-1], name)
        quantity, words = self.quantity.at_step(steps[-1], name)
        if words == ["natural"]:
            is_kept = self._is_bounded(box, quantity)
        else:
            check(words[0] == "mean-value", f"{name}: {shown(' '.join(words))} is neither a split nor a leaf")
            centre = self._centre(box, words[1:], name)
            is_kept = self._keeps(self._mean_value(box, centre, quantity)) or self._is_bounded(box, quantity)
        check(is_kept, f"{name}: the bound is not kept")
        return []

    def _variable(self, box, words, length, name):
        check(len(words) == length and words[1] in self.variables, f"{name}: {shown(' '.join(words))} is not a step")
        lower, upper = box.sides[words[1]]
        check(lower < upper, f"{name}: the side {words[1]} is a single number already")
        return words[1], lower, upper

    def _split(self, box, words, name):
        variable, lower, upper = self._variable(box, words, 3, name)
        place = binary(words[2])
        check(lower < place < upper, f"{name}: {shown(words[2])} is not inside of the side {variable}")
        return [box.part(variable, place, upper), box.part(variable, lower, place)]

    def _face(self, whole, box, words, name):
        """The face that a step leaves. As a rule, the derivatives over the whole box of the node serve for all
        steps."""
        quantity, words = self.quantity.at_step(words, name)
        variable, _, _ = self._variable(box, words, 2, name)
        grows = (words[0] == "upper") == self.is_supremum
        slope = quantity.slope(whole, variable)
        check((slope.lo >= 0 if grows else slope.hi <= 0) or self._has_sign(box, variable, grows, quantity),
              f"{name}: the sign of the derivative by {variable} is not certain")
        return box.face(variable, 1 if words[0] == "upper" else 0)

    def _centre(self, box, words, name):
        open_sides = [v for v in self.variables if box.sides[v][0] < box.sides[v][1]]
        check(len(words) == len(open_sides), f"{name}: {len(words)} coordinates for {len(open_sides)} sides")
        centre = {}
        for variable, word in zip(open_sides, words):
            centre[variable] = binary(word)
            lower, upper = box.sides[variable]
            check(lower <= centre[variable] <= upper, f"{name}: the centre is outside of the box")
        return centre

    def _keeps(self, value):
        return value.hi <= self.bound if self.is_supremum else value.lo >= self.bound

    def _mean_value(self, box, centre, quantity):
        """The value at the centre plus the gradient over the box times the distance from the centre."""
        middle = box
        for variable, coordinate in centre.items():
            middle = middle.part(variable, coordinate, coordinate)
        total = quantity.value_at_centre(middle)
        for variable, coordinate in centre.items():
            lower, upper = box.sides[variable]
            total = total + quantity.slope(box, variable) * Interval(lower - coordinate, upper - coordinate)
        return total

    def _has_sign(self, box, variable, is_positive, quantity):
        """Whether the derivative is nowhere negative (nowhere positive) on the box."""

        def look(box):
            slope = quantity.slope(box, variable)
            if not is_positive:
                slope = -slope
            return (True if slope.lo >= 0 else False if slope.hi < 0 else None), box

        return self._everywhere(look, box, quantity)

    def _is_bounded(self, box, quantity):
        """Whether the quantity keeps the bound on the box."""

        def look(box):
            value = quantity.value(box)
            if self._keeps(value):
                return True, box
            if value.lo > self.bound if self.is_supremum else value.hi < self.bound:
                return False, box
            centre = {}
            for variable in self.variables:
                lower, upper = box.sides[variable]
                if lower < upper:
                    slope = quantity.slope(box, variable)
                    if slope.lo >= 0 or slope.hi <= 0:
                        box = box.face(variable, 1 if (slope.lo >= 0) == self.is_supremum else 0)
                    else:
                        centre[variable] = (lower + upper) / 2
            if self._keeps(quantity.value(box)) or self._keeps(self._mean_value(box, centre, quantity)):
                return True, box
            return None, box

        return self._everywhere(look, box, quantity)

    def _everywhere(self, look, box, quantity):
        """Whether something holds on the box. `look(box)` says whether it does, None where it is not certain, and what
        is left to look at: that is cut in halves then."""
        pending = [box]
        while pending:
            holds, box = look(pending.pop())
            if holds is None:
                halves = self._halves(box, quantity)
                pending += halves
                holds = bool(halves)
            if not holds:
                return False
        return True

    def _halves(self, box, quantity):
        """The box cut where the quantity changes most; nothing if it is a point, or the work is too much."""
        best, most = None, 0
        for variable in self.variables:
            lower, upper = box.sides[variable]
            if lower < upper:
                change = quantity.slope(box, variable).magnitude() * (upper - lower)
                if best is None or change > most:
                    best, most = variable, change
        if best is None or self.cuts_left == 0 or self.cuts == CUTS_PER_PART:
            return []
        self.cuts_left -= 1
        self.cuts += 1
        lower, upper = box.sides[best]
        middle = (lower + upper) / 2
        return [box.part(best, lower, middle), box.part(best, middle, upper)]
