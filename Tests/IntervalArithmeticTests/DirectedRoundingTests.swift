import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// Each primitive against exact arithmetic: `Double(_:rounding:)` of the exact result is the definition of correct.
@Suite struct DirectedRoundingTests {
  /// All pairs of special doubles and many random pairs.
  static let pairs: [(Double, Double)] = {
    var generator = SeededGenerator(seed: 1)
    let special = specialDoubles.flatMap { a in specialDoubles.map { (a, $0) } }
    let anywhere = (0..<20_000).map { _ in (generator.double(), generator.double()) }
    // Exponents close together, where rounding errors of all sizes occur, and products near the limits of the range.
    let close = (0..<20_000).map { _ in
      (generator.double(exponents: -3...3), generator.double(exponents: -60...60))
    }
    let extreme = (0..<5_000).map { _ in
      (generator.double(exponents: -540...(-480)), generator.double(exponents: -560...(-500)))
    }
    return special + anywhere + close + extreme
  }()

  func exact(_ value: Double) -> Dyadic {
    Dyadic(exactly: value) ?? 0
  }

  @Test func sums() {
    for (a, b) in Self.pairs {
      let sum = exact(a) + exact(b)
      #expect(DirectedRounding.sumDown(a, b) == Double(sum, rounding: .down), "\(a) + \(b)")
      #expect(DirectedRounding.sumUp(a, b) == Double(sum, rounding: .up), "\(a) + \(b)")
    }
  }

  /// The error of a sum near the largest double may overflow although the sum does not.
  @Test func sumsWhoseErrorOverflows() {
    let unit = Double.greatestFiniteMagnitude.ulp
    for quarters in -40...40 {
      let small = Double(quarters) * unit / 4
      for large in [Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude] {
        for (a, b) in [(small, large), (large, small)] {
          let sum = exact(a) + exact(b)
          #expect(DirectedRounding.sumDown(a, b) == Double(sum, rounding: .down), "\(a) + \(b)")
          #expect(DirectedRounding.sumUp(a, b) == Double(sum, rounding: .up), "\(a) + \(b)")
        }
      }
    }
  }

  @Test func products() {
    for (a, b) in Self.pairs {
      let product = exact(a) * exact(b)
      #expect(DirectedRounding.productDown(a, b) == Double(product, rounding: .down), "\(a) * \(b)")
      #expect(DirectedRounding.productUp(a, b) == Double(product, rounding: .up), "\(a) * \(b)")
    }
  }

  @Test func quotients() {
    for (a, b) in Self.pairs.prefix(30_000) where b != 0 {
      let quotient = Rational(exact(a)) / Rational(exact(b))
      #expect(DirectedRounding.quotientDown(a, b) == Double(quotient, rounding: .down), "\(a) / \(b)")
      #expect(DirectedRounding.quotientUp(a, b) == Double(quotient, rounding: .up), "\(a) / \(b)")
    }
  }

  /// A directed root is characterised by its square and that of its neighbour.
  @Test func squareRoots() {
    for (a, b) in Self.pairs {
      for x in [a.magnitude, b.magnitude] {
        let down = DirectedRounding.squareRootDown(x)
        let up = DirectedRounding.squareRootUp(x)
        #expect(exact(down).squared() <= exact(x) && exact(x) < exact(down.nextUp).squared(), "sqrt(\(x))")
        #expect(exact(up).squared() >= exact(x), "sqrt(\(x))")
        #expect(up == 0 || exact(up.nextDown).squared() < exact(x), "sqrt(\(x))")
      }
    }
  }

  @Test func fusedProductSums() {
    var generator = SeededGenerator(seed: 2)
    for (a, b) in Self.pairs.suffix(6_000) {
      let c = generator.double()
      let value = exact(a) * exact(b) + exact(c)
      #expect(DirectedRounding.fusedProductSumDown(a, b, c) == Double(value, rounding: .down), "\(a) * \(b) + \(c)")
    }
  }

  @Test func scaling() {
    var generator = SeededGenerator(seed: 3)
    // Results that round to the least normal number, up to it or down to it.
    let borders = [(2.0).nextDown, 2, 1, (1.0).nextDown, (1.0).nextUp].flatMap { x in
      (-1025 ... -1021).flatMap { [(x, $0), (-x, $0)] }
    }
    let random = (0..<20_000).map { _ in
      (generator.double(), Int.random(in: -2200...2200, using: &generator))
    }
    for (x, exponent) in borders + random {
      let value = exact(x).scaled(byPowerOfTwo: exponent)
      #expect(DirectedRounding.scaledDown(x, by: exponent) == Double(value, rounding: .down), "\(x) * 2^\(exponent)")
      #expect(DirectedRounding.scaledUp(x, by: exponent) == Double(value, rounding: .up), "\(x) * 2^\(exponent)")
    }
  }

  @Test func infiniteOperandsGiveLimits() {
    #expect(DirectedRounding.productDown(.infinity, 0) == 0)
    #expect(DirectedRounding.productDown(.infinity, -2) == -.infinity)
    #expect(DirectedRounding.quotientDown(3, .infinity) == 0)
    #expect(DirectedRounding.quotientDown(-.infinity, 3) == -.infinity)
    #expect(DirectedRounding.sumDown(-.infinity, 1) == -.infinity)
    #expect(DirectedRounding.squareRootDown(.infinity) == .infinity)
    #expect(DirectedRounding.sumDown(.greatestFiniteMagnitude, .greatestFiniteMagnitude) == .greatestFiniteMagnitude)
    #expect(DirectedRounding.sumUp(.greatestFiniteMagnitude, .greatestFiniteMagnitude) == .infinity)
  }

  @Test func errorFreeTransformsAreExact() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let (a, b) = (generator.double(exponents: -300...300), generator.double(exponents: -300...300))
      let (sum, sumError) = ErrorFree.twoSum(a, b)
      #expect(exact(a) + exact(b) == exact(sum) + exact(sumError), "\(a) + \(b)")
      let (product, productError) = ErrorFree.twoProduct(a, b)
      #expect(exact(a) * exact(b) == exact(product) + exact(productError), "\(a) * \(b)")
      let (large, small) = a.magnitude > b.magnitude ? (a, b) : (b, a)
      let (fast, fastError) = ErrorFree.fastTwoSum(large, small)
      #expect(exact(a) + exact(b) == exact(fast) + exact(fastError), "\(large) + \(small)")
    }
  }
}
