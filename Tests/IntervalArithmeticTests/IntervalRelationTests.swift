import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// The order relations, cancellation and rounding against their definitions.
@Suite struct IntervalRelationTests {
  /// All intervals with end points in a small set, and members that are enough to decide statements about them: the
  /// end points, points between them and points beyond them for unbounded ends.
  static let ends: [Double] = [-.infinity, -2, -1, 0, 1, 2, .infinity]

  static let intervals: [Interval] = {
    let pairs = ends.flatMap { a in ends.map { Interval(lowerBound: a, upperBound: $0) } }
    return pairs.filter { !$0.isEmpty } + [.empty]
  }()

  func members(_ x: Interval, within limit: Double) -> [Double] {
    stride(from: -limit, through: limit, by: 0.5).filter { x.contains($0) }
  }

  @Test func relationsSayWhatTheyMeanForAllMembers() {
    for a in Self.intervals {
      for b in Self.intervals {
        // Members of the interval that a quantifier ranges over are taken less far out than those that answer them.
        func each(_ x: Interval, _ y: Interval, has relation: (Double, Double) -> Bool) -> Bool {
          members(x, within: 4).allSatisfy { p in members(y, within: 8).contains { relation(p, $0) } }
        }
        func all(_ relation: (Double, Double) -> Bool) -> Bool {
          members(a, within: 4).allSatisfy { p in members(b, within: 4).allSatisfy { relation(p, $0) } }
        }
        let text = "\(a.hexText), \(b.hexText)"
        #expect(a.isLess(than: b) == (each(a, b) { $0 <= $1 } && each(b, a) { $1 <= $0 }), "\(text)")
        #expect(a.isStrictlyLess(than: b) == (each(a, b) { $0 < $1 } && each(b, a) { $1 < $0 }), "\(text)")
        #expect(a.precedes(b) == all { $0 <= $1 }, "\(text)")
        #expect(a.strictlyPrecedes(b) == all { $0 < $1 }, "\(text)")
      }
    }
  }

  // MARK: Cancellation

  func bounds(_ x: Interval) -> (lower: Rational, upper: Rational)? {
    guard let lower = Rational(exactly: x.lowerBound), let upper = Rational(exactly: x.upperBound) else { return nil }
    return (lower, upper)
  }

  /// The definition of IEEE 1788, on exact numbers.
  func difference(_ x: Interval, _ y: Interval) -> Interval {
    if x.isEmpty { return y.isEmpty || y.isCommonInterval ? .empty : .entire }
    guard let a = bounds(x), let b = bounds(y), a.upper - a.lower >= b.upper - b.lower else { return .entire }
    return Interval(enclosing: a.lower - b.lower, through: a.upper - b.upper)
  }

  @Test func cancellationIsTightest() {
    var generator = SeededGenerator(seed: 81)
    var undefined = 0
    for round in 0..<8_000 {
      let (x, y): (Interval, Interval)
      if round % 2 == 0 {
        (x, y) = (generator.interval(), generator.interval())
      } else {
        // Widths that differ in the last places only.
        let (a, b) = (generator.double(exponents: -2...2), generator.double(exponents: -60...2))
        let (c, d) = (generator.double(exponents: -2...2), generator.double(exponents: -60...2))
        x = Interval(lowerBound: Swift.min(a, b), upperBound: Swift.max(a, b))
        let (moved, _) = ErrorFree.twoSum(x.upperBound, c)
        let lower = x.lowerBound + c
        let steps = [moved.nextDown, moved, moved.nextUp, moved + d]
        y = Interval(lowerBound: lower, upperBound: steps[Int(generator.next() % 4)])
      }
      let expected = difference(x, y)
      if expected.isEntire { undefined += 1 }
      #expect(x.cancelMinus(y) == expected, "\(x.hexText) cancelMinus \(y.hexText)")
      #expect(x.cancelPlus(-y) == expected, "\(x.hexText) cancelPlus \((-y).hexText)")
      if !expected.isEmpty, !expected.isEntire { #expect(x.isSubset(of: y + expected)) }
    }
    #expect(undefined > 1_000 && undefined < 7_000)
  }

  @Test func cancellationUndoesExactSums() {
    let (a, b) = (Interval(lowerBound: 1, upperBound: 2), Interval(lowerBound: -3, upperBound: 5))
    #expect((a + b).cancelMinus(b) == a)
    #expect((a - b).cancelPlus(b) == a)
    #expect(a.cancelMinus(b) == .entire)
    #expect(Interval.empty.cancelMinus(a).isEmpty && Interval.empty.cancelMinus(.empty).isEmpty)
    #expect(a.cancelMinus(.empty) == .entire && Interval.empty.cancelMinus(.entire) == .entire)
    #expect(Interval.entire.cancelMinus(a) == .entire && a.cancelMinus(.entire) == .entire)
    // Widths beyond all doubles are still compared exactly.
    let largest = Double.greatestFiniteMagnitude
    let widest = Interval(lowerBound: -largest, upperBound: largest)
    let narrower = Interval(lowerBound: -largest, upperBound: largest.nextDown)
    #expect(widest.cancelMinus(narrower) == Interval(lowerBound: 0, upperBound: 0x1p971))
    #expect(narrower.cancelMinus(widest) == .entire)
  }

  // MARK: Rounding and signs

  static let rules: [FloatingPointRoundingRule] = [
    .down, .up, .towardZero, .awayFromZero, .toNearestOrEven, .toNearestOrAwayFromZero,
  ]

  @Test(arguments: rules)
  func roundingIsExact(rule: FloatingPointRoundingRule) {
    var generator = SeededGenerator(seed: 82)
    let halves = (-40...40).map { Double($0) / 2 }
    let near = halves.flatMap { [$0.nextDown, $0.nextUp] }
    let large = [0x1p51, 0x1p52, 0x1p53].flatMap { [$0 - 0.5, $0 - 1, $0.nextDown, $0, $0.nextUp, $0 + 0.5] }
    let random = (0..<4_000).map { _ in generator.double(exponents: -4...56) } + specialDoubles
    for x in halves + near + large + large.map({ -$0 }) + random {
      let exact = Dyadic(exactly: x)?.rounded(toMultipleOfTwoToThe: 0, rule) ?? 0
      #expect(Interval(x).rounded(rule) == Interval(enclosing: Rational(exact)), "\(x) \(rule)")
    }
    #expect(Interval.empty.rounded(rule).isEmpty)
    #expect(Interval.entire.rounded(rule).isEntire)
    #expect(
      Interval(lowerBound: -.infinity, upperBound: 3.7).rounded(rule).lowerBound == -.infinity)
  }

  @Test func roundingActsOnBothBounds() {
    let x = Interval(lowerBound: -1.5, upperBound: 2.5)
    #expect(x.rounded(.down) == Interval(lowerBound: -2, upperBound: 2))
    #expect(x.rounded(.up) == Interval(lowerBound: -1, upperBound: 3))
    #expect(x.rounded(.towardZero) == Interval(lowerBound: -1, upperBound: 2))
    #expect(x.rounded(.toNearestOrEven) == Interval(lowerBound: -2, upperBound: 2))
    #expect(x.rounded(.toNearestOrAwayFromZero) == Interval(lowerBound: -2, upperBound: 3))
  }

  @Test func signs() {
    for x in Self.intervals {
      let signs = members(x, within: 4).map { $0 == 0 ? 0 : ($0 < 0 ? -1.0 : 1) }
      let expected = signs.reduce(Interval.empty) { $0.convexHull(Interval($1)) }
      #expect(x.signum() == expected, "\(x.hexText)")
      #expect(+x == x)
    }
    #expect(Interval(.leastNonzeroMagnitude).signum() == Interval(1))
  }
}
