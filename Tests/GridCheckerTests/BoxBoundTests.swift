import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

/// The bound of a single box: what a leaf of a proof is.
@Suite struct BoxBoundTests {
  @Test func monotoneFunctionsAreBoundedAtACorner() throws {
    let bound = Sum().bound(on: try Box(("0.1", "0.3"), ("-0.2", "0.7")))
    #expect(Set(bound.faces) == [Face(axis: 0, isUpper: true), Face(axis: 1, isUpper: true)])
    #expect(bound.face.point == [Rational(3, over: 10), Rational(7, over: 10)])
    #expect(bound.upperBound == 1.0.nextUp || bound.upperBound == 1)
    let below = NegatedFunction(Sum()).bound(on: try Box(("0.1", "0.3"), ("-0.2", "0.7")))
    #expect(Set(below.faces) == [Face(axis: 0, isUpper: false), Face(axis: 1, isUpper: false)])
  }

  /// On a face the gradient is narrower: here it has a sign in y only where x is at its bound.
  @Test func facesAreFoundOneAfterTheOther() throws {
    struct Step: ExactFunction {
      // x + x y - y / 2: increasing in x for y > -1, and in y for x > 1/2.
      func exactValue(at p: [Rational]) -> Rational { p[0] + p[0] * p[1] - p[1] / 2 }
      func value(over v: [Interval]) -> Interval? { v[0] + v[0] * v[1] - Interval(0.5) * v[1] }
      func gradient(over v: [Interval]) -> [Interval?] { [Interval(1) + v[1], v[0] - Interval(0.5)] }
    }
    let bound = Step().bound(on: try Box(("0", "1"), ("-0.5", "0.5")))
    #expect(bound.faces == [Face(axis: 0, isUpper: true), Face(axis: 1, isUpper: true)])
    #expect(bound.upperBound == 1.25)
  }

  /// A function without monotone directions keeps its box, and the smaller of the two forms counts.
  @Test func theSmallerFormCounts() throws {
    // Near the summit the mean-value form is quadratic; x (1 - x) over a wide box is better enclosed as it stands.
    let narrow = ExtremumTests.hill.bound(on: try Box(("0.3", "0.4"), ("-0.3", "-0.2")))
    #expect(narrow.faces.isEmpty)
    let cancelling = Idle().bound(on: try Box(("0.45", "0.55"), ("1", "1"), ("0", "0")))
    #expect(cancelling.faces.isEmpty && cancelling.form == .meanValue)
    #expect(cancelling.upperBound >= 0.25 && cancelling.upperBound < 0.256)
    let wide = Himmelblau().bound(on: try Box(("-5", "5"), ("-5", "5")))
    #expect(wide.faces.isEmpty && wide.form == .natural)
  }

  /// A derivative that vanishes on the whole box allows either bound.
  @Test func idleVariablesAreReduced() throws {
    let bound = Idle().bound(on: try Box(("0.1", "0.2"), ("1", "2"), ("-7", "0.3")))
    #expect(bound.face.isPoint)
    #expect(bound.face.point.prefix(2) == [Rational(1, over: 5), 2])
  }

  /// A partial derivative that is not known reduces nothing, even beside others that are.
  @Test func unknownDerivativesReduceNothing() throws {
    struct Half: ExactFunction {
      func exactValue(at p: [Rational]) -> Rational { p[0] + p[1] }
      func value(over v: [Interval]) -> Interval? { v[0] + v[1] }
      func gradient(over v: [Interval]) -> [Interval?] { [Interval(1), nil] }
    }
    let bound = Half().bound(on: try Box(("0", "1"), ("0", "1")))
    #expect(bound.faces == [Face(axis: 0, isUpper: true)])
    #expect(bound.upperBound == 2 && bound.form == .natural)
  }

  @Test func unknownValuesBoundNothing() throws {
    let bound = Veiled(function: Sum(), hidden: .values).bound(on: try Box(("0", "1"), ("0", "1")))
    #expect(bound.upperBound == .infinity && bound.valueAtCentre == nil)
  }

  /// Random boxes, random points, all functions.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func boundsHold(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let functions: [any ExactFunction] = [Himmelblau(), Product(), ExtremumTests.hill, Ridge(), Plateau(), Sum()]
    for function in functions {
      for _ in 0..<25 {
        let corners = (0..<2).map { _ -> (Rational, Rational) in
          let a = generator.number(from: -3, through: 3)
          let scale = Int.random(in: -6...0, using: &generator)
          return (a, a + generator.number(from: 0, through: Rational(1, timesTenTo: scale)))
        }
        let box = Box(try corners.map { try #require(Side(from: $0.0, through: $0.1)) })
        let (above, below) = (function.bound(on: box), function.negated.bound(on: box))
        let (upper, lower) = (
          try #require(Rational(exactly: above.upperBound)), try #require(Rational(exactly: -below.upperBound))
        )
        let values = (0..<4).map { _ in function.exactValue(at: generator.point(in: box)) }
        #expect(values.allSatisfy { lower <= $0 && $0 <= upper })
        // And they are not far off: quadratically close for small boxes.
        let size = box.sides.map(\.hull.width).reduce(0, +)
        let gap = above.upperBound + below.upperBound
        #expect(gap <= 2_000 * size + 1e-9)
      }
    }
  }
}
