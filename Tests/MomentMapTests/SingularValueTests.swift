import IntervalArithmetic
import RealArithmetic
import Testing

@testable import MomentMap

@Suite struct SingularValueTests {
  /// Matrices with entries of all signs and sizes, and special ones.
  static let matrices: [Matrix2<Double>] = {
    var generator = SeededGenerator(seed: 11)
    let random = (0..<200).map { _ in
      let scales = (0..<4).map { _ in generator.scale(in: 1e-3...10) * (Bool.random(using: &generator) ? 1 : -1) }
      return Matrix2(scales[0], scales[1], scales[2], scales[3])
    }
    return random + [Matrix2(1, 0, 0, 1), Matrix2(0, 0, 0, 0), Matrix2(0, 3, 0, 4), Matrix2(2, 1, 4, 2)]
  }()

  func enclosed(_ m: Matrix2<Double>) -> Matrix2<Interval> {
    Matrix2(Interval(m.a11), Interval(m.a12), Interval(m.a21), Interval(m.a22))
  }

  /// The squares of the singular values are the eigenvalues of the Gram matrix: their sum is the sum of the squared
  /// entries, their product the squared determinant.
  @Test func largestOfTheTwo() {
    for matrix in Self.matrices.map(enclosed) {
      let square = matrix.largestSingularValue.squared()
      let sum =
        matrix.a11.squared() + matrix.a12.squared() + matrix.a21.squared() + matrix.a22.squared()
      let characteristic = square.squared() - sum * square + matrix.determinant.squared()
      #expect(characteristic.contains(0))
      #expect(characteristic.width <= 1e-12 * (1 + sum.magnitude * sum.magnitude))
      // The larger root is at least half of the sum.
      #expect((square + square).upperBound >= sum.lowerBound)
      // A norm one part in a million off is no root, unless both roots are nearly the same.
      let off = square * Interval(1.000001)
      let wrong = off.squared() - sum * off + matrix.determinant.squared()
      let isDouble = (sum.squared() - Interval(4) * matrix.determinant.squared()).lowerBound < 0.1
      #expect(isDouble || !wrong.contains(0))
    }
  }

  /// It is the least upper bound of the stretch of unit vectors.
  @Test func boundsTheStretchOfVectors() {
    var generator = SeededGenerator(seed: 12)
    for matrix in Self.matrices {
      let norm = enclosed(matrix).largestSingularValue.upperBound
      var greatest = 0.0
      for index in 0..<64 {
        // Points of the unit circle by the rational parametrisation.
        let t = Double(index) / 32 - 1 + generator.number(in: 0...0.001)
        let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
        for (u, v) in [(c, s), (-s, c)] {
          let image = (matrix.a11 * u + matrix.a12 * v, matrix.a21 * u + matrix.a22 * v)
          greatest = max(greatest, (image.0 * image.0 + image.1 * image.1).squareRoot())
        }
      }
      #expect(greatest <= norm * (1 + 1e-14))
      #expect(greatest >= 0.998 * norm)
    }
  }

  /// Over a box of matrices the enclosure holds the norms of all members.
  @Test func boxesHoldTheirMembers() {
    var generator = SeededGenerator(seed: 13)
    for matrix in Self.matrices.prefix(50) {
      let radius = Interval(lowerBound: -0.1, upperBound: 0.1)
      let thin = enclosed(matrix)
      let box = Matrix2(thin.a11 + radius, thin.a12 + radius, thin.a21 + radius, thin.a22 + radius)
      let member = Matrix2(
        generator.part(of: box.a11), generator.part(of: box.a12), generator.part(of: box.a21),
        generator.part(of: box.a22))
      #expect(member.largestSingularValue.isSubset(of: box.largestSingularValue))
      #expect(!box.largestSingularValue.isSubset(of: member.largestSingularValue))
    }
  }

  /// Where both singular values are the same the norm has a kink: max(a, 1) at a = 1. The slopes of both sides, and of
  /// chords across it, lie in the enclosure of the derivative, or nothing is said of it.
  @Test(arguments: [(0.9, 1.1), (1, 1.1), (0.9, 1), (0.999, 1.5), (1.01, 1.1), (0.9, 0.99)])
  func kinks(lower: Double, upper: Double) {
    func norm<Scalar: RealScalar>(_ a: Scalar) -> Scalar {
      Matrix2(a, a.constant(0), a.constant(0), a.constant(1)).largestSingularValue
    }
    let slope = norm(Dual(variable: Interval(lowerBound: lower, upperBound: upper))).tangent
    let chord = (norm(Interval(upper)) - norm(Interval(lower))) / Interval(upper - lower)
    #expect(!slope.isDisjoint(with: chord))
    #expect(slope.contains(0) || lower >= 1)
    #expect(slope.contains(1) || upper <= 1)
    // Away from the kink something is known of the slope, at the kink nothing.
    #expect(slope.isCommonInterval == (lower > 1 || upper < 1))
    #expect((slope.lowerBound > 0) == (lower >= 1))
    #expect(norm(Dual(variable: Interval(1))).tangent.isEmpty)
  }

  /// The form for a positive last entry in a longer column is the same number, and nothing where that is not known.
  @Test func formForADominantLastEntry() {
    for matrix in Self.matrices {
      let dominant = enclosed(
        Matrix2(matrix.a11, matrix.a12, matrix.a21, 2 + matrix.a11.magnitude + matrix.a21.magnitude))
      let (value, form) = (dominant.largestSingularValue, dominant.largestSingularValueByLastEntry)
      #expect(!form.isDisjoint(with: value) && form.width <= 1e-12 * value.magnitude)
      #expect((form + Interval(1e-9 * value.magnitude)).isDisjoint(with: value))
    }
    // The first column is the longer one, and orthogonal to the other.
    let short = enclosed(Matrix2(3, 0, 0, 1)).largestSingularValueByLastEntry
    #expect(short.isEmpty || short.contains(3))
    // Over boxes it is the narrower one.
    let box = Matrix2(
      Interval(lowerBound: -0.1, upperBound: 0.1), Interval(lowerBound: 0.1, upperBound: 0.2),
      Interval(lowerBound: -0.1, upperBound: 0.1), Interval(lowerBound: 0.7, upperBound: 0.8))
    #expect(box.largestSingularValueByLastEntry.width < box.largestSingularValue.width)
  }

  @Test func determinant() {
    #expect(enclosed(Matrix2(2, 3, 5, 7)).determinant == Interval(-1))
  }
}
