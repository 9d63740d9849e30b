import RealArithmetic
import SELUClaims

/// A part that the certificate of a claim must have.
public struct Requirement: Sendable {
  /// What the part is about.
  public enum Subject: Sendable {
    /// The values of a quantity.
    case quantity(Quantity)
    /// A coordinate of the fixed point, as a function of the weights.
    case fixedPoint(FixedPointCoordinate)
  }

  /// The name of the part.
  public let role: String
  /// What it is about.
  public let subject: Subject
  /// Which extremum; nil if the certificate may choose.
  public let extremum: Certificate.Extremum?
  /// The points that it is about.
  public let domain: Domain
  /// A variable whose range the certificate may cut short at this end; nil for none.
  public let freeEnd: (variable: Variable, isUpper: Bool)?

  init(
    _ role: String, _ subject: Subject, _ extremum: Certificate.Extremum?, on domain: Domain,
    freeEnd: (variable: Variable, isUpper: Bool)? = nil
  ) {
    self.role = role
    self.subject = subject
    self.extremum = extremum
    self.domain = domain
    self.freeEnd = freeEnd
  }

  /// The coordinates of the part's box.
  public var variables: [Variable] {
    switch subject {
    case .quantity(let quantity): domain.coordinates(for: quantity.variables)
    case .fixedPoint: [.omega, .tau]
    }
  }

  /// The part's box; nil if the domain has not all of the variables.
  public var box: [Certificate.Side]? {
    let sides = variables.compactMap(domain.range)
    return sides.count == variables.count && sides.allSatisfy { $0.lower <= $0.upper } ? sides : nil
  }

  /// The quantity as a certificate names it.
  public var name: String {
    switch subject {
    case .quantity(let quantity): quantity.description
    case .fixedPoint(.mean): "mu*"
    case .fixedPoint(.variance): "nu*"
    }
  }
}

// MARK: - What the claims need

extension Claim {
  /// The parts that a certificate of the claim must have, in this order; nil for a claim that is not decided by boxes.
  public var requirements: [Requirement]? {
    switch proposition {
    case .bound(let quantity, let inequality, _):
      [Requirement("extremum", .quantity(quantity), inequality.boundsAbove ? .supremum : .infimum, on: region)]
    case .roundsTo(let quantity, _), .maximumIs(let quantity, _):
      [Requirement("extremum", .quantity(quantity), .supremum, on: region)]
    case .minimumIs(let quantity, _):
      [Requirement("extremum", .quantity(quantity), .infimum, on: region)]
    case .argmax(let quantity, _): place(of: quantity, .supremum)
    case .argmin(let quantity, _): place(of: quantity, .infimum)
    case .maximiserRoundsTo(let expression, let variable, _):
      [
        Requirement("rising", .derivative(expression, variable), .infimum, on: region, freeEnd: (variable, true)),
        Requirement("falling", .derivative(expression, variable), .supremum, on: region, freeEnd: (variable, false)),
      ]
    case .monotone(let expression, let direction, let variable):
      // On an unbounded range the structure of the derivative decides.
      region.openRanges[variable] != nil
        ? nil
        : [
          Requirement(
            "slope", .derivative(expression, variable), direction == .increasing ? .infimum : .supremum, on: region)
        ]
    case .sign(_, let cofactor): [Requirement("cofactor", .quantity(cofactor), .infimum, on: region)]
    case .tailComparison(let comparison): comparison.requirements
    case .mapsInto(let mean, let variance): Self.selfMap(mean: mean, variance: variance, on: region)
    case .uniqueAttractingFixedPoint: banach
    case .fixedPointBound(let coordinate, let inequality, _):
      banach.map {
        $0 + [
          Requirement(
            "fixed point", .fixedPoint(coordinate), inequality.boundsAbove ? .supremum : .infimum, on: region)
        ]
      }
    case .noFixedPoint:
      [Requirement("extremum", .quantity(Quantity(.varianceChange)), nil, on: region)]
    case .equals, .identity, .uniqueSolution, .parameterRoundsTo: nil
    }
  }

  /// An extremum, and the derivatives whose signs lead to where it is.
  private func place(of quantity: Quantity, _ extremum: Certificate.Extremum) -> [Requirement] {
    [Requirement("extremum", .quantity(quantity), extremum, on: region)]
      + region.coordinates(for: quantity.variables).map {
        Requirement("slope in \($0.rawValue)", .derivative(quantity.expression, $0), nil, on: region)
      }
  }

  /// The premises of Banach's theorem for g on the domain's box of (mu, nu).
  private var banach: [Requirement]? {
    guard let mean = region.ranges[.mu], let variance = region.ranges[.nu] else { return nil }
    return [Requirement("S < 1", .quantity(Quantity(.spectralNorm)), .supremum, on: region)]
      + Self.selfMap(mean: mean, variance: variance, on: region)
  }

  private static func selfMap(mean: Domain.Range, variance: Domain.Range, on region: Domain) -> [Requirement] {
    [
      Requirement("mean >= \(mean.lower)", .quantity(Quantity(.mean)), .infimum, on: region),
      Requirement("mean <= \(mean.upper)", .quantity(Quantity(.mean)), .supremum, on: region),
      Requirement("var >= \(variance.lower)", .quantity(Quantity(.variance)), .infimum, on: region),
      Requirement("var <= \(variance.upper)", .quantity(Quantity(.variance)), .supremum, on: region),
    ]
  }
}

extension Requirement.Subject {
  fileprivate static func derivative(_ expression: Expression, _ variable: Variable) -> Self {
    .quantity(Quantity(expression, derivative: variable))
  }
}

extension TailComparison {
  fileprivate var requirements: [Requirement]? {
    guard bound.isAdmissible else { return nil }
    let extremum: Certificate.Extremum = isAbove ? .infimum : .supremum
    let between = Requirement("between", .quantity(Quantity(bound.difference)), extremum, on: middle)
    guard let near else { return [between] }
    return [
      between,
      Requirement("near zero", .quantity(Quantity(bound.difference, derivative: .z)), extremum, on: near),
    ]
  }
}
