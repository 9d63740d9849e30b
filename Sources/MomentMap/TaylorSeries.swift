import RealArithmetic

/// The first coefficients of a power series about a point; about all points of an interval, in an enclosing arithmetic.
struct TaylorSeries<Scalar: RealScalar>: Sendable {
  /// The coefficients, the constant one first.
  var coefficients: [Scalar]

  init(_ coefficients: [Scalar]) {
    self.coefficients = coefficients
  }

  /// The variable itself about `point`.
  init(variableAt point: Scalar, order: Int) {
    coefficients = [point, point.constant(1)] + Array(repeating: point.constant(0), count: max(order - 1, 0))
    coefficients.removeLast(coefficients.count - order - 1)
  }

  /// The series of a function with a known value whose derivative is a series made from what is known of it already:
  /// `slope` returns coefficient k of the derivative from the coefficients 0 to k of the function.
  init(value: Scalar, order: Int, slope: (_ known: TaylorSeries, _ k: Int) -> Scalar) {
    coefficients = [value]
    coefficients.reserveCapacity(order + 1)
    for k in 0..<order {
      let next = slope(self, k)
      coefficients.append(k == 0 ? next : next / value.constant(k + 1))
    }
  }

  /// The last power.
  var order: Int { coefficients.count - 1 }

  /// The k-th derivatives at the point: k! times the coefficients.
  var derivatives: [Scalar] {
    var factorial = 1
    return coefficients.enumerated().map { k, coefficient in
      factorial *= max(k, 1)
      return k < 2 ? coefficient : coefficient.constant(factorial) * coefficient
    }
  }

  /// The series of the derivative.
  var derivative: TaylorSeries {
    TaylorSeries(coefficients.indices.dropFirst().map { coefficients[$0].constant($0) * coefficients[$0] })
  }

  /// Coefficient k of the product with another series.
  func product(_ other: TaylorSeries, _ k: Int) -> Scalar {
    var sum = coefficients[0] * other.coefficients[k]
    for i in 0..<k { sum = sum + coefficients[i + 1] * other.coefficients[k - 1 - i] }
    return sum
  }

  /// Coefficient k of the square.
  func square(_ k: Int) -> Scalar {
    var sum = k.isMultiple(of: 2) ? coefficients[k / 2].squared() : coefficients[0].constant(0)
    for i in 0..<((k + 1) / 2) {
      let pair = coefficients[i] * coefficients[k - i]
      sum = sum + (pair + pair)
    }
    return sum
  }

  /// The square.
  var squared: TaylorSeries { TaylorSeries(coefficients.indices.map(square)) }

  /// The product, up to the lower of both orders.
  static func * (a: TaylorSeries, b: TaylorSeries) -> TaylorSeries {
    TaylorSeries((0...min(a.order, b.order)).map { a.product(b, $0) })
  }

  /// The product with a number.
  static func * (a: Scalar, b: TaylorSeries) -> TaylorSeries { TaylorSeries(b.coefficients.map { a * $0 }) }

  /// The sum, up to the lower of both orders.
  static func + (a: TaylorSeries, b: TaylorSeries) -> TaylorSeries {
    TaylorSeries(zip(a.coefficients, b.coefficients).map { $0 + $1 })
  }

  /// The series of `f(c z)` about z from that of f about `c z`.
  func scaled(by c: Scalar) -> TaylorSeries {
    var power = c.constant(1)
    return TaylorSeries(
      coefficients.map { coefficient in
        defer { power = power * c }
        return coefficient * power
      })
  }
}
