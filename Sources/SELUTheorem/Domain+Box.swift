import GridChecker
import SELUClaims

extension Domain.Range {
  /// The range as a side of a box.
  var side: Side? { Side(from: lower, through: upper) }
}

extension Domain {
  /// The domain as a box in these coordinates; nil if one of them has no range here.
  func box(in coordinates: [Variable]) -> Box? {
    let sides = coordinates.compactMap { range(of: $0)?.side }
    return sides.count == coordinates.count ? Box(sides) : nil
  }
}
