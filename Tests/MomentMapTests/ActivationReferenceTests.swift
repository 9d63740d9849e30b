import IntervalArithmetic
import MultiPrecision
import RealArithmetic
import Testing

@testable import MomentMap

/// M0, ..., M4 and Q0, ..., Q4 of all activations beside numbers that Arb integrated from the definition
/// (Tests/References/make_activation_references.py).
@Suite struct ActivationReferenceTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let activation: NamedActivation
    let y, x: Rational
    let values: [ReferenceNumber]

    var testDescription: String { "\(activation) at y = \(y), x = \(x)" }

    /// M0 to M4, Q0 to Q4 as the project computes them.
    func computed<Scalar: QuadratureScalar>(
      _ activation: NamedActivation, like scalar: Scalar
    ) -> [Scalar] {
      let input = NetInput(mean: scalar.constant(y), variance: scalar.constant(x))
      let derivatives = activation.function(like: scalar).derivatives(at: input, order: 4)
      return derivatives.means + derivatives.secondMoments
    }

    func computed<Scalar: QuadratureScalar>(like scalar: Scalar) -> [Scalar] { computed(activation, like: scalar) }
  }

  static func activation(_ text: String) throws -> NamedActivation {
    let parts = text.split(separator: ":").map(String.init)
    let values = try parts.dropFirst().flatMap { $0.split(separator: ",") }.map {
      try Rational(parsing: String($0.split(separator: "=")[1]))
    }
    return try #require(NamedActivation.Name(rawValue: parts[0]).flatMap { NamedActivation($0, values) })
  }

  static let samples = Result {
    try ReferenceTable("activations").rows.map { row in
      Sample(
        activation: try activation(row.texts["activation"] ?? ""), y: try row.exact("y"), x: try row.exact("x"),
        values: try (0..<10).map { try row.number(($0 < 5 ? "M" : "Q") + "\($0 % 5)") })
    }
  }

  /// What the widths of enclosures are measured in: the size of f(Z) or its square, and the loss of a derivative where
  /// the deviation is small.
  static func scale(_ sample: Sample, _ index: Int) -> Double {
    let (y, s) = (Double(sample.y, rounding: .up), Double(sample.x, rounding: .up).squareRoot())
    let size = 2 + y.magnitude + s
    return (0..<(index % 5)).reduce(index < 5 ? size : size * size) { product, _ in product * max(1, 1 / s) }
  }

  @Test func intervalsHoldTheReferences() throws {
    for sample in try Self.samples.get() {
      for (index, value) in sample.computed(like: Interval(1)).enumerated() {
        let (reference, scale) = (sample.values[index], Self.scale(sample, index))
        #expect(reference.isConsistent(with: value), "\(sample.testDescription): \(index)")
        #expect(value.width <= 1e-11 * scale, "\(sample.testDescription): \(index), \(value.width / scale)")
        // Narrow enough to tell it from its neighbours.
        for shift in [-1e-10 * scale, 1e-10 * scale] {
          #expect(!reference.isConsistent(with: value + Interval(shift)), "\(sample.testDescription): \(index)")
        }
      }
    }
  }

  /// With more bits by so many digits more; the references' own thirty digits are the limit.
  @Test func manyBitsHoldTheReferences() throws {
    let one = DyadicInterval(Dyadic(1), precision: 160)
    for (number, sample) in try Self.samples.get().enumerated() where number.isMultiple(of: 3) {
      for (index, value) in sample.computed(like: one).enumerated() {
        let reference = sample.values[index]
        let width = try #require(value.width)
        let isConsistent =
          Rational(value.lowerBound) <= reference.value + reference.radius
          && reference.value - reference.radius <= Rational(value.upperBound)
        #expect(isConsistent, "\(sample.testDescription): \(index)")
        #expect(
          Double(width, rounding: .up) <= 1e-38 * Self.scale(sample, index), "\(sample.testDescription): \(index)")
      }
    }
  }

  /// Another parameter, by a millionth of a millionth, is told from the right one.
  @Test func aWrongParameterIsRefuted() throws {
    let one = DyadicInterval(Dyadic(1), precision: 128)
    for sample in try Self.samples.get() where !sample.activation.values.isEmpty {
      for index in sample.activation.values.indices {
        var values = sample.activation.values
        values[index] = values[index] + Rational(1, timesTenTo: -12)
        let wrong = try #require(NamedActivation(sample.activation.name, values))
        let agrees = zip(sample.computed(wrong, like: one), sample.values).allSatisfy { value, reference in
          Rational(value.lowerBound) <= reference.value + reference.radius
            && reference.value - reference.radius <= Rational(value.upperBound)
        }
        #expect(!agrees, "\(wrong)")
      }
    }
  }
}
