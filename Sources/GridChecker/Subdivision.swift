import IntervalArithmetic

/// A tree of boxes that covers a domain, with a proved upper bound of a function on every leaf.
///
/// The nodes stand in the order in which the search made them; a node's children come after it. What the tree proves
/// does not depend on how it was found.
public struct Subdivision: Sendable {
  /// A box of the tree.
  public struct Node: Sendable {
    /// The box: all of the domain, or one half of the parent's face.
    public let box: Box
    /// The bound proved on this box, without regard to its children.
    public let bound: BoxBound
    /// Where the face was split, and the first of the two nodes that follow from it; nil for a leaf.
    public internal(set) var split: (axis: Int, firstChild: Int)?
  }

  /// All boxes, the domain first.
  public internal(set) var nodes: [Node] = []

  /// The boxes that were not split.
  public var leaves: [Node] { nodes.filter { $0.split == nil } }
}
