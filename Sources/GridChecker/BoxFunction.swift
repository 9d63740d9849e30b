import IntervalArithmetic
import RealArithmetic

/// A real function of several variables that can be enclosed over boxes, in one arithmetic.
///
/// This is all that search and leaf check know of the mathematics. All requirements return enclosures for every box on
/// all of which the function is defined (for derivatives: differentiable), and nil, which proves nothing, where that is
/// not known.
///
/// Some functions are defined by a fixed point, and can be enclosed only within a neighbourhood that is shown to hold it.
/// Whoever asks has to name the neighbourhood, and need not be believed; for all other functions it is nil.
public protocol BoxFunction<Scalar>: Sendable {
  /// The arithmetic of the enclosures.
  associatedtype Scalar: EnclosingScalar

  /// Whether a neighbourhood of a fixed point has to be named with every box. There is a default: no.
  var needsNeighbourhood: Bool { get }

  /// Why nil may be returned: a phrase that stands behind a colon. There is a default.
  var obstacle: String { get }

  /// Encloses all values of the function over the product of `variables`.
  func value(over variables: [Scalar], within place: Tree.Neighbourhood?) -> Scalar?

  /// Encloses the partial derivatives along some axes over the product of `variables`, in the order of `axes`.
  func gradient(over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?) -> [Scalar?]

  /// The value and the partial derivatives along some axes at once, for functions that can share work between them; there
  /// is a default.
  func valueAndGradient(
    over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?
  ) -> (value: Scalar?, gradient: [Scalar?])

  /// The value at a point, where it is a rational number and known exactly; nil elsewhere. There is a default: nil.
  func exactValue(at point: [Rational]) -> Rational?
}

extension BoxFunction {
  /// No.
  public var needsNeighbourhood: Bool { false }

  /// That some formula has no value.
  public var obstacle: String { "a formula cannot be evaluated over the box" }

  /// The value and the gradient, one after the other.
  public func valueAndGradient(
    over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?
  ) -> (value: Scalar?, gradient: [Scalar?]) {
    (value(over: variables, within: place), gradient(over: variables, along: axes, within: place))
  }

  /// Nil.
  public func exactValue(at point: [Rational]) -> Rational? { nil }
}

/// The negative of a function: its supremum is minus the infimum of the function.
public struct NegatedFunction<Scalar: EnclosingScalar>: BoxFunction {
  private let function: any BoxFunction<Scalar>

  /// The negative of a function.
  public init(_ function: any BoxFunction<Scalar>) {
    self.function = function
  }

  /// Whether the function does.
  public var needsNeighbourhood: Bool { function.needsNeighbourhood }

  /// That of the function.
  public var obstacle: String { function.obstacle }

  /// Encloses the negative values.
  public func value(over variables: [Scalar], within place: Tree.Neighbourhood?) -> Scalar? {
    function.value(over: variables, within: place).map { -$0 }
  }

  /// Encloses the negative derivatives.
  public func gradient(over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?) -> [Scalar?] {
    function.gradient(over: variables, along: axes, within: place).map { $0.map { -$0 } }
  }

  /// Both at once.
  public func valueAndGradient(
    over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?
  ) -> (value: Scalar?, gradient: [Scalar?]) {
    let (value, gradient) = function.valueAndGradient(over: variables, along: axes, within: place)
    return (value.map { -$0 }, gradient.map { $0.map { -$0 } })
  }

  /// The negative of the exact value.
  public func exactValue(at point: [Rational]) -> Rational? { function.exactValue(at: point).map { -$0 } }
}

/// The absolute value of a function.
///
/// Where the function may change its sign the "gradient" encloses the slopes of both branches. That is enough for a leaf
/// check: the absolute value is Lipschitz continuous, so that its differences are explained by slopes between those of
/// the branches, and it is monotone where both branches are.
public struct AbsoluteFunction<Scalar: EnclosingScalar>: BoxFunction {
  private let function: any BoxFunction<Scalar>

  /// The absolute value of a function.
  public init(_ function: any BoxFunction<Scalar>) {
    self.function = function
  }

  /// Whether the function does.
  public var needsNeighbourhood: Bool { function.needsNeighbourhood }

  /// That of the function.
  public var obstacle: String { function.obstacle }

  /// Encloses the absolute value.
  public func value(over variables: [Scalar], within place: Tree.Neighbourhood?) -> Scalar? {
    function.value(over: variables, within: place).map(Scalar.abs)
  }

  /// Encloses the slopes of the absolute value.
  public func gradient(over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?) -> [Scalar?] {
    valueAndGradient(over: variables, along: axes, within: place).gradient
  }

  /// Both at once.
  public func valueAndGradient(
    over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?
  ) -> (value: Scalar?, gradient: [Scalar?]) {
    let (value, slopes) = function.valueAndGradient(over: variables, along: axes, within: place)
    guard let value else { return (nil, slopes.map { _ in nil }) }
    if value.isNotNegative { return (value, slopes) }
    if (-value).isNotNegative { return (-value, slopes.map { $0.map { -$0 } }) }
    return (Scalar.abs(value), slopes.map { $0.map { $0.convexHull(-$0) } })
  }

  /// The magnitude of the exact value.
  public func exactValue(at point: [Rational]) -> Rational? { function.exactValue(at: point)?.magnitude }
}
