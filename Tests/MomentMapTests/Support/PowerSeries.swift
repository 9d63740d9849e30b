import IntervalArithmetic
import MomentMap

/// The first terms of a power series about a point, each enclosed: of a Taylor expansion at one centre, or, for a
/// centre that is an interval, of the expansions at all of its points.
struct PowerSeries {
  var terms: [Interval]

  /// The number of terms.
  var count: Int { terms.count }

  /// The variable itself about `centre`.
  init(variableAt centre: Interval, count: Int) {
    terms = [centre, Interval(1)] + [Interval](repeating: Interval(0), count: count - 2)
  }

  /// The exponential function about `centre`, less `subtrahend`.
  init(exponentialAt centre: Interval, minus subtrahend: Interval, count: Int) {
    var term = Interval.exp(centre)
    terms = [term - subtrahend]
    for degree in 1..<count {
      term = term / Interval(Double(degree))
      terms.append(term)
    }
  }

  /// What an activation of two pieces is for negative numbers, in units of lambda, about `centre`.
  init(negativePieceOf activation: ExponentialLinear<Interval>, at centre: Interval, count: Int) {
    let linear = PowerSeries(variableAt: centre, count: count)
    let exponential = PowerSeries(exponentialAt: activation.beta * centre, minus: Interval(1), count: count)
    var power = activation.alpha
    terms = zip(linear.terms, exponential.terms).map { first, second in
      defer { power = power * activation.beta }
      return activation.slope * first + power * second
    }
  }

  /// The density `p` of the normal distribution about `centre`, by its differential equation `p' = -(z - y) p / x`.
  init(densityOf distribution: NormalDistribution, at centre: Interval, count: Int) {
    let slope = -(centre - distribution.mean) / distribution.variance
    let inverse = Interval(1) / distribution.variance
    terms = [distribution.density(at: centre)]
    for degree in 1..<count {
      let previous = degree > 1 ? terms[degree - 2] : Interval(0)
      terms.append((slope * terms[degree - 1] - inverse * previous) / Interval(Double(degree)))
    }
  }

  private init(terms: [Interval]) {
    self.terms = terms
  }

  /// The product.
  static func * (a: PowerSeries, b: PowerSeries) -> PowerSeries {
    PowerSeries(
      terms: a.terms.indices.map { degree in
        (0...degree).reduce(Interval(0)) { $0 + a.terms[$1] * b.terms[degree - $1] }
      })
  }
}

/// A normal distribution.
struct NormalDistribution {
  let mean: Interval
  let variance: Interval

  /// The density at a point or over a range.
  func density(at z: Interval) -> Interval {
    Interval.exp(-(z - mean).squared() / (Interval(2) * variance))
      / Interval.sqrt(Interval(2) * Interval.pi * variance)
  }
}
