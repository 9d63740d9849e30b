/// The largest of the upper bounds of a function on the cells of a grid, and a cell on which it was found.
public struct GridMaximum: Sendable, Hashable {
  /// No value of the function on any of the cells exceeds this.
  public let bound: Double
  /// The numbers of the cell along each axis.
  public let cell: [Int]

  /// The bound found on a cell.
  public init(bound: Double, cell: [Int]) {
    self.bound = bound
    self.cell = cell
  }

  /// The larger of two, and the first of two that are equal; nil stands for no cells.
  public static func larger(_ a: GridMaximum?, _ b: GridMaximum?) -> GridMaximum? {
    guard let a, let b else { return a ?? b }
    return b.bound <= a.bound ? a : b
  }
}
