import Constants
import FixedPointSolver
import IntervalArithmetic
import JSON
import MomentMap
import MultiPrecision
import RealArithmetic
import Reporting
import SELUClaims
import SELUTheorem

/// `selu-proof map --mean M --variance V --omega W --tau T`
enum MapCommand {
  static let mean = Option.required("mean", "m", .decimal, help: "The mean of the activations that come in.")
  static let variance = Option.required("variance", "v", .positiveDecimal, help: "Their variance.")
  static let omega = Option.required("omega", "w", .decimal, help: "The sum of the weights of a unit.")
  static let tau = Option.required("tau", "t", .positiveDecimal, help: "The sum of the squared weights of a unit.")
  static let iterate = Option(
    "iterate", "n", .integer(in: 1...1_000_000), default: "1",
    help: "The number of layers; mean and variance are printed after each.")

  static let command = Command(
    "map",
    abstract: "Encloses mean and variance after one layer or several.",
    discussion: """
      The numbers given are exact. The bounds printed contain the exact mean and variance of the activations; they are \
      rounded outward. If binary64 is not sharp enough the layers are computed anew with more bits.

      With '--digits' every digit printed is right and the last one rounded to nearest, the even one of two that are \
      equally near. A mean that is zero, or not told from it, is printed with so many zeros behind the point; a variance \
      is never zero.

      \(ActivationOption.discussion)
      """,
    parameters: [
      mean, variance, omega, tau, ActivationOption.activation, iterate, NumberOptions.digits, NumberOptions.format,
    ],
    examples: [
      Example("One layer:", "selu-proof map --mean -0.1 --variance 1.5 --omega 0.1 --tau 0.95"),
      Example(
        "Thirty digits after each of ten layers:",
        "selu-proof map --mean 0.1 --variance 2 --omega 0 --tau 1 --iterate 10 --digits 30"),
      Example(
        "Another activation:", "selu-proof map --activation elu:alpha=1 --mean 0 --variance 1 --omega 0 --tau 1"),
    ]
  ) { arguments, context in
    let start = MapStart(
      mean: try arguments[mean], variance: try arguments[variance], omega: try arguments[omega],
      tau: try arguments[tau],
      activation: try arguments[ActivationOption.activation])
    let report = MapReport(
      start: start,
      layers: try start.layers(
        try arguments[iterate], digits: try arguments[NumberOptions.digits],
        progress: ProgressLine(context.console, delay: .milliseconds(300))))
    switch try arguments[NumberOptions.format] {
    case .text: context.console.output.write(report.text)
    case .json: context.console.output.write(try JSONDocument(report, tool: .seluProof).text())
    }
    return .success
  }
}

/// The exact numbers that an orbit of the moment mapping begins with.
struct MapStart: Sendable {
  let mean: Rational
  let variance: Rational
  let omega: Rational
  let tau: Rational
  var activation = NamedActivation.selu

  /// Mean and variance after each of `count` layers: in binary64 if that is sharp enough, else with as many bits as it
  /// takes.
  ///
  /// Throws status 2 if a number cannot be told well enough with any of the precisions tried.
  func layers(_ count: Int, digits: Int?, progress: ProgressLine) throws -> [MapLayer] {
    defer { progress.finish() }
    let report = { (bits: Int) in
      { (layer: Int) in progress.update("Layer \(layer) of \(count), with \(bits) bits") }
    }
    var orbit = self.orbit(activation.binary64, Interval(1), count, report(53)) {
      Enclosure($0, digits: digits, mayBeZero: $1)
    }
    for precision in PrecisionLadder.precisions(forDigits: digits ?? 0, doubling: .precision) where orbit.count < count
    {
      let one = DyadicInterval(Dyadic(1), precision: precision)
      orbit = self.orbit(activation.function(like: one), one, count, report(precision)) {
        Enclosure($0, digits: digits, mayBeZero: $1)
      }
    }
    guard orbit.count == count else { throw failure(afterLayer: orbit.count + 1, digits: digits) }
    return orbit
  }

  /// The orbit in one arithmetic, up to the last layer that is told well enough.
  private func orbit<Scalar: EnclosingScalar>(
    _ activation: some ActivationFunction<Scalar>, _ scalar: Scalar, _ count: Int, _ report: (_ layer: Int) -> Void,
    _ enclosure: (Scalar, _ mayBeZero: Bool) -> Enclosure
  ) -> [MapLayer] {
    let mapping = MomentMapping(activation)
    let number: (Rational) -> Scalar = { scalar.constant($0) }
    var state = Vector2(number(mean), number(variance))
    var layers: [MapLayer] = []
    while layers.count < count, let next = mapping.enclosure(of: state, omega: number(omega), tau: number(tau)) {
      state = next
      report(layers.count + 1)
      // No activation is constant, so that a variance is never zero.
      let layer = MapLayer(mean: enclosure(state.first, true), variance: enclosure(state.second, false))
      guard layer.isSharp else { break }
      layers.append(layer)
    }
    return layers
  }

  private func failure(afterLayer number: Int, digits: Int?) -> CommandError {
    let wanted = digits.map { "told to \($0) digits" } ?? "enclosed sharply"
    return CommandError(
      .undecided, "Mean and variance after layer \(number) cannot be \(wanted) with the precisions tried.")
  }
}

extension NamedActivation {
  /// The function in binary64; the SELU with the tightest alpha and lambda.
  var binary64: any ActivationFunction<Interval> {
    self == .selu ? Activation<Interval>.selfNormalizing : function(like: Interval(1))
  }
}

/// Mean and variance of the activations behind a layer.
struct MapLayer: Sendable {
  let mean: Enclosure
  let variance: Enclosure

  /// Whether the digits wanted are certain; if bounds are wanted, whether they are within `2^-30` of the variance, or
  /// of mean and standard deviation together.
  var isSharp: Bool {
    if mean.digits != nil { return mean.decimal != nil && variance.decimal != nil }
    let (m, v) = (mean.interval, variance.interval)
    guard v.isPositive, let size = v.mignitude, let meanSize = m.magnitude, let meanWidth = m.width, let width = v.width
    else { return false }
    let sharpness = Dyadic(significand: 1, exponent: -30)
    let scale = meanSize + (DyadicInterval.sqrt(DyadicInterval(size, precision: 53)).mignitude ?? 0)
    return width <= sharpness * size && meanWidth <= sharpness * scale
  }
}

/// The result of `map`.
struct MapReport {
  let start: MapStart
  let layers: [MapLayer]

  /// Two lines for one layer; a line for each if there are more. An activation other than the SELU is named before.
  var text: String { (start.activation == .selu ? "" : "activation \(start.activation)\n") + numbers }

  private var numbers: String {
    guard layers.count > 1 else {
      return layers.map { "mean      \($0.mean.text)\nvariance  \($0.variance.text)\n" }.joined()
    }
    let head = ["layer", "mean", "variance"]
    let rows = layers.enumerated().map { ["\($0.offset + 1)", $0.element.mean.text, $0.element.variance.text] }
    return Table([head] + rows).text(indent: 0).map { $0 + "\n" }.joined()
  }
}

extension MapReport: JSONContent {
  static let format = JSONDocument.Format("selu-proof map", version: 1)

  var members: [String: JSONValue] {
    [
      "activation": .string(start.activation.description),
      "start": .object([
        "mean": .string(start.mean.description), "variance": .string(start.variance.description),
        "omega": .string(start.omega.description), "tau": .string(start.tau.description),
      ]),
      "layers": .array(layers.map { .object(["mean": $0.mean.json, "variance": $0.variance.json]) }),
    ]
  }
}
