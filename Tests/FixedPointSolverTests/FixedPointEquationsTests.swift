import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import TestSupport
import Testing

/// The equations against the reference fixed points, and their derivatives against independent ones.
@Suite struct FixedPointEquationsTests {
  @Test func theResidualVanishesAndTheJacobianIsRight() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let equations = FixedPointEquations(omega: try row.exact("omega"), tau: try row.exact("tau"))
      let box = try box(row)
      let residual = equations.residual(over: box)
      #expect(residual.first.contains(0) && residual.second.contains(0), "\(row)")
      #expect(residual.first.magnitude < 1e-12 && residual.second.magnitude < 1e-11, "\(row)")
      let h = equations.jacobian(over: box)
      for (name, entry) in [("H11", h.a11), ("H12", h.a12), ("H21", h.a21), ("H22", h.a22)] {
        #expect(try row.number(name).isInside(entry), "\(row): \(name)")
        #expect(entry.width < 1e-12, "\(row): \(name)")
      }
      let derivative = equations.derivative(over: box)
      #expect((derivative.a11 + Interval(1)).isSubset(of: h.a11 + Interval(lowerBound: -1e-14, upperBound: 1e-14)))
      #expect(derivative.a12 == h.a12 && derivative.a21 == h.a21)
    }
  }

  /// Over boxes of any size the enclosures hold what Arb computes at a point inside.
  @Test func wideBoxesEncloseTheJacobian() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let point = try box(row)
      for width in [1e-9, 1e-3, 0.1, 0.4, 0.6] {
        let box = Vector2(
          point.first + Interval(-width...2 * width) * Interval(point.first.magnitude + 0.1),
          point.second + Interval(-width...2 * width) * Interval(point.second.magnitude))
        let (omega, tau) = (try row.exact("omega"), try row.exact("tau"))
        let equations = FixedPointEquations(
          .paper, omega: Interval(enclosing: omega) + Interval(-width / 10...width / 7),
          tau: Interval(enclosing: tau) + Interval(-width / 9...width / 8))
        let h = equations.jacobian(over: box)
        for (name, entry) in [("H11", h.a11), ("H12", h.a12), ("H21", h.a21), ("H22", h.a22)] {
          #expect(try row.number(name).isInside(entry), "\(row): \(name) over \(width)")
        }
        let residual = equations.residual(over: box)
        #expect(residual.first.contains(0) && residual.second.contains(0), "\(row) over \(width)")
      }
    }
  }

  @Test func nothingIsPromisedWithoutPositiveVariance() {
    let equations = FixedPointEquations(omega: 0, tau: 1)
    for variance in [0...1.0, -1...1, -2 ... -1] {
      let box = Vector2(Interval(-1...1), Interval(variance))
      #expect(equations.residual(over: box).first.isEmpty)
      #expect(equations.jacobian(over: box).a22.isEmpty)
      #expect(equations.parameterDerivative(over: box).a11.isEntire)
    }
  }

  // MARK: Derivatives by the weights

  /// Central differences of fixed points that are enclosed with 192 bits: their error is far below the tolerance.
  @Test func parameterDerivativeAgreesWithDifferences() throws {
    let step = Rational(1, timesTenTo: -18)
    for row in try ReferenceTable.fixedPoints.get().rows {
      let (omega, tau) = (try row.exact("omega"), try row.exact("tau"))
      let found = FixedPoint(enclosure: try box(row), region: try box(row))
      let slopes = FixedPointEquations(omega: omega, tau: tau).parameterDerivative(over: found.enclosure)
      let wide = FixedPoint(enclosure: widened(found.enclosure), region: widened(found.enclosure))
      let byOmega = difference(wide, (omega - step, tau), (omega + step, tau))
      let byTau = difference(wide, (omega, tau - step), (omega, tau + step))
      for (enclosure, quotient) in [
        (slopes.a11, byOmega.first), (slopes.a21, byOmega.second), (slopes.a12, byTau.first),
        (slopes.a22, byTau.second),
      ] {
        #expect(quotient.width < 1e-9 * (1 + quotient.magnitude), "\(row)")
        #expect(enclosure.width < 1e-7 * (1 + enclosure.magnitude), "\(row)")
        let tolerance = Interval(-1e-12...1e-12) * Interval(1 + quotient.magnitude)
        #expect(!(quotient + tolerance).isDisjoint(with: enclosure), "\(row): \(quotient) and \(enclosure)")
      }
    }
  }

  private func difference(
    _ near: FixedPoint, _ lower: (omega: Rational, tau: Rational), _ upper: (omega: Rational, tau: Rational)
  ) -> Vector2<Interval> {
    func location(_ weights: (omega: Rational, tau: Rational)) -> Vector2<DyadicInterval> {
      near.behaviour(Activation.selfNormalizing(like:), omega: weights.omega, tau: weights.tau, precision: 192).location
    }
    let (a, b) = (location(lower), location(upper))
    let distance = a.first.constant(upper.omega - lower.omega + (upper.tau - lower.tau))
    return Vector2(
      Interval(enclosing: (b.first - a.first) / distance), Interval(enclosing: (b.second - a.second) / distance))
  }

  /// `(I - H)` times the derivatives of the fixed point are those of g by the weights, here from dual numbers.
  @Test func parameterDerivativeSolvesTheLinearSystem() throws {
    let activation = MomentMapping.paper.activation
    let dual = MomentMapping(
      Activation(alpha: Dual(constant: activation.alpha), lambda: Dual(constant: activation.lambda)))
    for row in try ReferenceTable.fixedPoints.get().rows {
      let equations = FixedPointEquations(omega: try row.exact("omega"), tau: try row.exact("tau"))
      let box = try box(row)
      let slopes = equations.parameterDerivative(over: box)
      let h = equations.jacobian(over: box)
      for (column, isOmega) in [(Vector2(slopes.a11, slopes.a21), true), (Vector2(slopes.a12, slopes.a22), false)] {
        let image = dual(
          Point(
            mu: Dual(constant: box.first),
            omega: isOmega ? Dual(variable: equations.omega) : Dual(constant: equations.omega),
            nu: Dual(constant: box.second), tau: isOmega ? Dual(constant: equations.tau) : Dual(variable: equations.tau)
          ))
        let first = column.first - h.a11 * column.first - h.a12 * column.second
        let second = column.second - h.a21 * column.first - h.a22 * column.second
        #expect(!first.isDisjoint(with: image.mean.tangent), "\(row)")
        #expect(!second.isDisjoint(with: image.variance.tangent), "\(row)")
      }
    }
  }

  @Test func parameterDerivativeIsEntireWhereTheLinearSystemMayBeSingular() {
    let slopes = FixedPointEquations(omega: 0.85...0.95, tau: 1...1).parameterDerivative(
      over: Vector2(Interval(-0.1...0.1), Interval(0.9...1.1)))
    for entry in [slopes.a11, slopes.a12, slopes.a21, slopes.a22] { #expect(entry.isEntire) }
  }

  // MARK: Orbits

  /// Where the entries of H are small in magnitude, not only its eigenvalues, boxes contract as the orbit does.
  @Test func anOrbitIsEnclosedAndDoesNotWiden() throws {
    for row in try ReferenceTable.fixedPoints.get().rows where try abs(row.exact("omega")) <= Rational(1, over: 10) {
      let (omega, tau) = (try row.exact("omega"), try row.exact("tau"))
      let state = try (0..<200).reduce(try box(row)) { state, _ in
        try #require(
          MomentMapping.paper.enclosure(of: state, omega: Interval(enclosing: omega), tau: Interval(enclosing: tau)))
      }
      #expect(try row.number("mean").isInside(state.first) && row.number("variance").isInside(state.second), "\(row)")
      #expect(state.second.width < 1e-11 * state.second.magnitude, "\(row)")
    }
  }

  /// What 53 bits enclose holds what 300 bits enclose, layer by layer, from starts that are not fixed points.
  @Test func binary64HoldsTheExactOrbit() throws {
    let one = DyadicInterval(Dyadic(1), precision: 300)
    let precise = MomentMapping(Activation.selfNormalizing(like: one))
    for (omega, tau) in [("0.1", "0.95"), ("-0.5", "1.2"), ("0", "0.3")] as [(Rational.Text, Rational.Text)] {
      var wide = Vector2(Interval(0.25), Interval(1.5))
      var narrow = Vector2(one.constant(1) / one.constant(4), one.constant(3) / one.constant(2))
      for _ in 0..<40 {
        wide = try #require(
          MomentMapping.paper.enclosure(
            of: wide, omega: Interval(enclosing: omega.value), tau: Interval(enclosing: tau.value)))
        narrow = try #require(
          precise.enclosure(of: narrow, omega: one.constant(omega.value), tau: one.constant(tau.value)))
        #expect(Interval(enclosing: narrow.first).isSubset(of: wide.first))
        #expect(Interval(enclosing: narrow.second).isSubset(of: wide.second))
      }
    }
  }

  @Test func theImageOfABoxHoldsTheImagesOfItsMembers() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let (mean, variance) = (
        Double.random(in: -1...1, using: &generator), Double.random(in: 0.1...4, using: &generator)
      )
      let width = Double.random(in: 0...0.2, using: &generator) * variance
      let (omega, tau) = (
        Interval(Double.random(in: -1...1, using: &generator)), Interval(Double.random(in: 0.5...2, using: &generator))
      )
      let box = Vector2(Interval(mean...mean + width), Interval(variance...variance + width))
      let image = try #require(MomentMapping.paper.enclosure(of: box, omega: omega, tau: tau))
      for member in [
        (box.first.lowerBound, box.second.lowerBound), (box.first.lowerBound, box.second.upperBound),
        (box.first.upperBound, box.second.lowerBound), (box.first.upperBound, box.second.upperBound),
      ] {
        let point = Point(mu: Interval(member.0), omega: omega, nu: Interval(member.1), tau: tau)
        let (first, second) = MomentMapping.paper(point)
        #expect(!first.isDisjoint(with: image.first) && !second.isDisjoint(with: image.second))
        #expect(image.first.contains(first.midpoint) && image.second.contains(second.midpoint) || width < 1e-9)
      }
    }
  }

  @Test func anOrbitEndsWhereTheVarianceMayNotBePositive() {
    let box = Vector2(Interval(-1...1), Interval(0...1))
    #expect(MomentMapping.paper.enclosure(of: box, omega: Interval(0), tau: Interval(1)) == nil)
    #expect(MomentMapping.paper.enclosure(of: .usual, omega: Interval(0), tau: Interval(-1...1)) == nil)
  }

  /// The tightest box around the reference fixed point.
  private func box(_ row: ReferenceTable.Row) throws -> Vector2<Interval> {
    let (mean, variance) = (try row.number("mean"), try row.number("variance"))
    return Vector2(
      Interval(enclosing: mean.lower, through: mean.upper), Interval(enclosing: variance.lower, through: variance.upper)
    )
  }

  private func widened(_ box: Vector2<Interval>) -> Vector2<Interval> {
    let margin = Interval(-1e-14...1e-14)
    return Vector2(box.first + margin, box.second + margin)
  }
}

extension Rational {
  /// A number by its text.
  struct Text: ExpressibleByStringLiteral {
    let value: Rational

    init(stringLiteral text: String) { value = (try? Rational(parsing: text)) ?? 0 }
  }
}
