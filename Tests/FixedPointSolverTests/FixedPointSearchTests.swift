import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

@Suite struct FixedPointSearchTests {
  private func search(_ omega: Rational.Text, _ tau: Rational.Text, in box: Pair<Interval> = .usual)
    -> FixedPointSearch.Outcome
  {
    FixedPointSearch(FixedPointEquations(omega: omega.value, tau: tau.value)).run(in: box)
  }

  // MARK: What is there

  @Test func theReferenceFixedPointsAreFound() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let equations = FixedPointEquations(omega: try row.exact("omega"), tau: try row.exact("tau"))
      let outcome = FixedPointSearch(equations).run(in: .usual)
      #expect(outcome.undecided.isEmpty, "\(row)")
      let (mean, variance) = (try row.number("mean"), try row.number("variance"))
      let found = outcome.unique.filter {
        mean.isInside($0.enclosure.first) && variance.isInside($0.enclosure.second)
      }
      #expect(found.count == 1, "\(row)")
      for fixedPoint in found {
        #expect(fixedPoint.enclosure.isSubset(of: fixedPoint.region))
        #expect(fixedPoint.enclosure.second.width < 1e-10 * fixedPoint.enclosure.second.magnitude, "\(row)")
        let behaviour = equations.behaviour(at: fixedPoint)
        #expect(try row.number("S").isInside(behaviour.contractionFactor), "\(row)")
        #expect(try row.number("radius").isInside(behaviour.spectralRadius), "\(row)")
        let isAttracting = try row.number("radius").upper < 1
        #expect((behaviour.stability == .attracting) == isAttracting && behaviour.stability != .unknown, "\(row)")
      }
    }
  }

  @Test func moreBitsGiveTheReferenceDigits() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let (omega, tau) = (try row.exact("omega"), try row.exact("tau"))
      let outcome = FixedPointSearch(FixedPointEquations(omega: omega, tau: tau)).run(in: .usual)
      let mean = try row.number("mean")
      let found = try #require(outcome.unique.first { mean.isInside($0.enclosure.first) })
      let precise = found.behaviour(Activation.selfNormalizing(like:), omega: omega, tau: tau, precision: 256)
      let numbers = [
        ("mean", precise.location.first), ("variance", precise.location.second), ("H11", precise.jacobian.a11),
        ("H12", precise.jacobian.a12), ("H21", precise.jacobian.a21), ("H22", precise.jacobian.a22),
        ("S", precise.contractionFactor), ("radius", precise.spectralRadius),
      ]
      for (name, number) in numbers {
        #expect(try row.number(name).isConsistent(with: number), "\(row): \(name)")
        #expect((number.width ?? 1) < Dyadic(significand: 1, exponent: -180), "\(row): \(name)")
      }
    }
  }

  @Test func twoFixedPointsAreToldApart() throws {
    let outcome = search("0.9", "1")
    #expect(outcome.undecided.isEmpty)
    try #require(outcome.unique.count == 2)
    #expect(outcome.unique[0].enclosure.isDisjoint(with: outcome.unique[1].enclosure))
    let equations = FixedPointEquations(omega: "0.9" as Rational.Text, tau: "1")
    #expect(Set(outcome.unique.map { equations.behaviour(at: $0).stability }) == [.attracting, .saddle])
  }

  /// The point (0, 1) of the paper is a fixed point whatever omega is.
  @Test(arguments: ["-3", "-1", "-0.1", "0", "0.5", "1", "3"] as [Rational.Text])
  func thePaperFixedPoint(_ omega: Rational.Text) {
    let outcome = search(omega, "1")
    #expect(outcome.unique.contains { $0.enclosure.first.contains(0) && $0.enclosure.second.contains(1) })
  }

  // MARK: What is not there

  @Test(
    arguments: [("0", "0.49"), ("0", "2.7"), ("0", "0.3"), ("-0.1", "2.7"), ("0.5", "0.3"), ("0.9", "0.7")]
      as [(Rational.Text, Rational.Text)])
  func noFixedPoint(_ omega: Rational.Text, _ tau: Rational.Text) {
    #expect(search(omega, tau).provesNone)
  }

  @Test func noFixedPointBesideOne() {
    #expect(search("0", "1", in: Pair(Interval(-10...10), Interval(1.001...1000))).provesNone)
    #expect(search("0", "1", in: Pair(Interval(0.001...10), Interval(0.001...1000))).provesNone)
    #expect(search("0", "1", in: Pair(Interval(1e-9...1e-8), Interval(0.999999...1.000001))).provesNone)
  }

  // MARK: What cannot be told

  @Test func aFixedPointOnTheBorderIsNotClaimed() {
    for box in [
      Pair(Interval(0...10), Interval(0.001...1000)), Pair(Interval(-10...10), Interval(1...1000)),
      Pair(Interval(0...0), Interval(0.5...2)),
    ] {
      let outcome = search("0", "1", in: box)
      #expect(outcome.unique.isEmpty && !outcome.undecided.isEmpty)
      #expect(outcome.undecided.contains { $0.first.contains(0) && $0.second.contains(1) })
    }
  }

  @Test func boxesOutsideTheDomainAreUndecided() {
    let boxes = [
      Pair(Interval(-1...1), Interval(0...2)), Pair(Interval(-1...1), Interval(-2...2)),
      Pair(Interval.entire, Interval(0.5...2)),
      Pair(Interval(-1...1), Interval(lowerBound: 0.5, upperBound: .infinity)),
    ]
    for box in boxes {
      let outcome = search("0", "1", in: box)
      #expect(outcome.unique.isEmpty && outcome.undecided == [box])
    }
    let equations = FixedPointEquations(omega: 0...0, tau: 0...1)
    #expect(FixedPointSearch(equations).run(in: .usual).undecided == [.usual])
  }

  @Test func theEmptyBoxHoldsNothing() {
    #expect(search("0", "1", in: Pair(.empty, Interval(0.5...2))).provesNone)
  }

  @Test func theBudgetIsKept() {
    let equations = FixedPointEquations(omega: "0.1" as Rational.Text, tau: "0.9")
    for budget in [1, 2, 10, 50] {
      let outcome = FixedPointSearch(equations, maximumBoxes: budget).run(in: .usual)
      #expect(outcome.boxes <= budget)
      #expect(!outcome.undecided.isEmpty)
    }
    #expect(FixedPointSearch(equations, maximumBoxes: 0).run(in: .usual).undecided == [.usual])
  }

  /// Whatever the budget, the fixed point is in a box that is returned.
  @Test func noFixedPointIsLost() throws {
    let rows = try ReferenceTable.fixedPoints.get().rows
    for row in rows {
      let equations = FixedPointEquations(omega: try row.exact("omega"), tau: try row.exact("tau"))
      let (mean, variance) = (try row.number("mean"), try row.number("variance"))
      for budget in [1, 3, 9, 27, 81, 243] {
        let outcome = FixedPointSearch(equations, maximumBoxes: budget).run(in: .usual)
        let all = outcome.unique.map(\.enclosure) + outcome.undecided
        let isCovered = all.contains { mean.isInside($0.first) && variance.isInside($0.second) }
        #expect(isCovered, "\(row) with \(budget) boxes")
      }
    }
  }
}

extension FixedPointEquations {
  /// The equations of the paper for weights by their texts.
  init(omega: Rational.Text, tau: Rational.Text) { self.init(omega: omega.value, tau: tau.value) }
}
