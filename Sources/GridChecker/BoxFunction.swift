import IntervalArithmetic

/// A real function of several variables that can be enclosed over boxes.
///
/// This is all that the checker knows of the mathematics. All requirements return enclosures for every box on all of which
/// the function is defined (for derivatives: differentiable), and nil, which proves nothing, where that is not known.
public protocol BoxFunction: Sendable {
  /// Encloses all values of the function over the product of `variables`.
  func value(over variables: [Interval]) -> Interval?

  /// Encloses the partial derivatives over the product of `variables`, one a variable.
  func gradient(over variables: [Interval]) -> [Interval?]

  /// Both at once, for functions that can share work between them; there is a default.
  func valueAndGradient(over variables: [Interval]) -> (value: Interval?, gradient: [Interval?])
}

extension BoxFunction {
  /// The value and the gradient, one after the other.
  public func valueAndGradient(over variables: [Interval]) -> (value: Interval?, gradient: [Interval?]) {
    (value(over: variables), gradient(over: variables))
  }
}

/// The negative of a function: its supremum is minus the infimum of the function.
struct NegatedFunction<Function: BoxFunction>: BoxFunction {
  let function: Function

  init(_ function: Function) {
    self.function = function
  }

  func value(over variables: [Interval]) -> Interval? { function.value(over: variables).map { -$0 } }

  func gradient(over variables: [Interval]) -> [Interval?] {
    function.gradient(over: variables).map { $0.map { -$0 } }
  }

  func valueAndGradient(over variables: [Interval]) -> (value: Interval?, gradient: [Interval?]) {
    let (value, gradient) = function.valueAndGradient(over: variables)
    return (value.map { -$0 }, gradient.map { $0.map { -$0 } })
  }
}

/// The absolute value of a function.
///
/// Where the function may change its sign the "gradient" encloses the slopes of both branches. That is enough for the
/// checker: the absolute value is Lipschitz continuous, so that its differences are explained by slopes between those of
/// the branches, and it is monotone where both branches are.
public struct AbsoluteFunction<Function: BoxFunction>: BoxFunction {
  /// The function whose absolute value this is.
  public let function: Function

  /// The absolute value of a function.
  public init(_ function: Function) {
    self.function = function
  }

  /// Encloses the absolute value.
  public func value(over variables: [Interval]) -> Interval? { function.value(over: variables).map(Interval.abs) }

  /// Encloses the slopes of the absolute value.
  public func gradient(over variables: [Interval]) -> [Interval?] { valueAndGradient(over: variables).gradient }

  /// Both at once.
  public func valueAndGradient(over variables: [Interval]) -> (value: Interval?, gradient: [Interval?]) {
    let (value, gradient) = function.valueAndGradient(over: variables)
    guard let value else { return (nil, gradient.map { _ in nil }) }
    return (Interval.abs(value), gradient.map { $0.map { slope(value, $0) } })
  }

  private func slope(_ value: Interval, _ slope: Interval) -> Interval {
    if value.lowerBound >= 0 { return slope }
    return value.upperBound <= 0 ? -slope : slope.convexHull(-slope)
  }
}
