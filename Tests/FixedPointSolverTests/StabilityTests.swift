import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

@Suite struct StabilityTests {
  struct Example: Sendable {
    let entries: [Double]
    let radius: Double
    let stability: Stability

    var matrix: Matrix2<Interval> {
      Matrix2(Interval(entries[0]), Interval(entries[1]), Interval(entries[2]), Interval(entries[3]))
    }
  }

  /// Matrices with eigenvalues that are exact numbers.
  static let examples = [
    Example(entries: [0.5, 0, 0, 0.25], radius: 0.5, stability: .attracting),
    Example(entries: [0, 0, 0, 0], radius: 0, stability: .attracting),
    Example(entries: [-0.75, 8, 0, 0.5], radius: 0.75, stability: .attracting),
    Example(entries: [2, 0, 5, 0.5], radius: 2, stability: .saddle),
    Example(entries: [-2, 0, 5, 0.5], radius: 2, stability: .saddle),
    Example(entries: [2, 7, 0, 3], radius: 3, stability: .repelling),
    Example(entries: [-2, 7, 0, 3], radius: 3, stability: .repelling),
    Example(entries: [-2, 7, 0, -3], radius: 3, stability: .repelling),
    // Complex eigenvalues of modulus 0.5 and 2.
    Example(entries: [0.375, -0.5, 0.3125, 0.25], radius: 0.5, stability: .attracting),
    Example(entries: [0, -4, 1, 0], radius: 2, stability: .repelling),
    // On the unit circle nothing is strict.
    Example(entries: [1, 0, 0, 0.5], radius: 1, stability: .unknown),
    Example(entries: [-1, 0, 0, 3], radius: 3, stability: .unknown),
    Example(entries: [0, -1, 1, 0], radius: 1, stability: .unknown),
    Example(entries: [2, 0, 0, 0.5], radius: 2, stability: .saddle),
  ]

  @Test(arguments: examples)
  func knownEigenvalues(_ example: Example) {
    #expect(example.matrix.stability == example.stability)
    let radius = example.matrix.spectralRadius
    #expect(radius.contains(example.radius) && radius.width <= 4 * example.radius.ulp + 1e-300, "\(radius)")
  }

  @Test func theSameWithMoreBits() {
    for example in Self.examples {
      let entries = example.entries.map { DyadicInterval($0, precision: 120) }
      let matrix = Matrix2(entries[0], entries[1], entries[2], entries[3])
      #expect(matrix.stability == example.stability)
      #expect(matrix.spectralRadius.contains(example.radius))
    }
  }

  @Test func wideMatricesAreClassifiedOnlyIfAllMembersAgree() {
    let unit = Interval(-1...1)
    func matrix(_ a: ClosedRange<Double>, _ d: ClosedRange<Double>, _ off: Interval) -> Matrix2<Interval> {
      Matrix2(Interval(a), off, off, Interval(d))
    }
    #expect(matrix(0.1...0.5, -0.5...0.2, Interval(-0.1...0.1)).stability == .attracting)
    #expect(matrix(0.1...1.5, -0.5...0.2, Interval(-0.1...0.1)).stability == .unknown)
    #expect(matrix(1.5...2, -0.5...0.2, Interval(-0.1...0.1)).stability == .saddle)
    #expect(matrix(4...5, 3...4, Interval(-0.1...0.1)).stability == .repelling)
    #expect(matrix(-5...5, -5...5, unit).stability == .unknown)
  }

  /// Members of a wide matrix have a spectral radius inside the enclosure of all.
  @Test func theSpectralRadiusOfMembersIsEnclosed() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let centre = (0..<4).map { _ in Double.random(in: -2...2, using: &generator) }
      let width = Double.random(in: 0...1, using: &generator)
      let sides = centre.map { Interval($0 - width...$0 + width) }
      let whole = Matrix2(sides[0], sides[1], sides[2], sides[3])
      let radius = whole.spectralRadius
      for _ in 0..<10 {
        let entries = sides.map { Interval(Double.random(in: $0.lowerBound...$0.upperBound, using: &generator)) }
        let member = Matrix2(entries[0], entries[1], entries[2], entries[3])
        #expect(!member.spectralRadius.isDisjoint(with: radius))
        if whole.stability != .unknown { #expect(member.stability == whole.stability) }
      }
    }
  }
}
