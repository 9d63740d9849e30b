import RealArithmetic

extension DyadicInterval {
  /// The tightest interval around a double. An infinity or a NaN gives a value that is not an interval.
  public init(_ value: Double, precision: Int) {
    self.init(lowerBound: value, upperBound: value, precision: precision)
  }

  /// The tightest interval that includes all numbers between two doubles.
  ///
  /// Edge cases: the pair `(+infinity, -infinity)` and finite bounds in the wrong order give the empty interval; any other
  /// infinity and NaN a value that is not an interval.
  public init(lowerBound: Double, upperBound: Double, precision: Int) {
    if lowerBound == .infinity, upperBound == -.infinity {
      self = .empty(precision: precision)
    } else if let lower = Dyadic(exactly: lowerBound), let upper = Dyadic(exactly: upperBound) {
      self.init(lowerBound: lower, upperBound: upper, precision: precision)
    } else {
      self = .notAnInterval(precision: precision)
    }
  }

  /// The largest double not above and the smallest not below all members.
  ///
  /// Infinite where there is no such finite double. The empty interval gives `(+infinity, -infinity)`, and a value that is
  /// not an interval `(-infinity, +infinity)`, which are the empty and the entire `Interval`.
  public var doubleBounds: (lower: Double, upper: Double) {
    switch state {
    case .bounded: return (Double(lowerBound, rounding: .down), Double(upperBound, rounding: .up))
    case .empty: return (.infinity, -.infinity)
    case .notAnInterval: return (-.infinity, .infinity)
    }
  }
}

extension DyadicInterval {
  /// The result of rounding any member to nearest (ties to even) in a format, if it is the same for all: rounding is
  /// monotonic. Nil if the interval is too wide to tell.
  public func rounded(to format: BinaryFormat) -> BinaryFormat.Rounded? {
    guard isBounded else { return nil }
    let result = format.round(lowerBound, .toNearestOrEven)
    return result == format.round(upperBound, .toNearestOrEven) ? result : nil
  }
}
