import RealArithmetic

/// Why a grid cannot be examined.
public enum GridError: Error, Equatable, Sendable {
  /// A side would be divided into so many cells, more than `GridAxis.maximumCount`.
  case tooManyAlongSide(BigInteger)
  /// The grid has so many cells, more than `Int.max`.
  case tooManyCells(BigInteger)
  /// A spacing or a number of cells is not positive, or the bounds of a side are in the wrong order.
  case noGrid
  /// A quantity that has to be positive on the whole domain is not.
  case notPositive
}
