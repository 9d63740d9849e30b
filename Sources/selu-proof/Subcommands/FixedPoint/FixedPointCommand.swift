import FixedPointSolver
import IntervalArithmetic
import JSON
import MomentMap
import RealArithmetic
import Reporting
import SELUClaims
import SELUTheorem

/// `selu-proof fixed-point --omega A[..B] --tau A[..B]`
enum FixedPointCommand {
  static let omega = Option.required("omega", "a[..b]", .range, help: "The sum of the weights of a unit, or a range.")
  static let tau = Option.required("tau", "a[..b]", .positiveRange, help: "The sum of the squared weights, or a range.")
  static let meanRange = Option("mean-range", "a..b", .range, help: "The means to search; all if not given.")
  static let varianceRange = Option(
    "variance-range", "a..b", .positiveRange, help: "The variances to search; all positive ones if not given.")
  static let maximumBoxes = Option(
    "max-boxes", "n", .integer(in: 1...Int.max), default: "100000", help: "The most boxes to examine.")

  static let command = Command(
    "fixed-point",
    abstract: "Finds all fixed points, or proves that there is none.",
    discussion: """
      All fixed points with any mean and any positive variance are listed, or those in a box, its border included. Each \
      that is listed is proved to exist, and all others are excluded. With ranges of omega or tau this holds for all \
      weights in them at once: the bounds contain the fixed points for every pair (omega, tau). If the number of fixed \
      points depends on the weights, it is listed for parts of them.

      With each fixed point come the Jacobian H of the map, the contraction factor (the largest singular value of H) \
      and the spectral radius of H. A fixed point is attracting if both eigenvalues of H are proved to be less than 1 \
      in modulus, repelling if both are greater, a saddle if one is. That is said of starts near enough to it; where \
      others lead is not examined.

      A fixed point whose bounds meet the border of the box is listed as on the border: it exists, but whether it is \
      in the box cannot be told, or differs between the weights. Unless the number is shown to depend on the weights, \
      the status is then 2.

      The status is 0 if everything is decided, and 2 if there are boxes about which nothing is known: next to weights \
      at which fixed points appear or vanish there always are.

      \(ActivationOption.discussion) Only of selu and elu, with positive alpha, is enough known to search all means and \
      variances; for the others means from -8 to 8 and variances from 1/64 to 64 are searched if nothing else is given, \
      and the result says so.
      """,
    parameters: [
      omega, tau, ActivationOption.activation, meanRange, varianceRange, maximumBoxes, NumberOptions.digits,
      NumberOptions.format,
    ],
    examples: [
      Example("With normalised weights:", "selu-proof fixed-point --omega 0 --tau 1"),
      Example("Over the domain of Theorem 1:", "selu-proof fixed-point --omega -0.1..0.1 --tau 0.95..1.1"),
      Example("Fifty digits of it:", "selu-proof fixed-point --omega 0.1 --tau 1.1 --digits 50"),
      Example("A proof that there is none:", "selu-proof fixed-point --omega 0 --tau 0.49"),
      Example("Of another activation:", "selu-proof fixed-point --activation tanh --omega 0 --tau 2"),
      Example("In a box:", "selu-proof fixed-point --omega 0.9 --tau 1 --variance-range 0.5..2"),
    ]
  ) { arguments, context in
    let question = try FixedPointQuestion(arguments)
    let answer = try FixedPointAnswer(to: question, progress: ProgressLine(context.console))
    switch try arguments[NumberOptions.format] {
    case .text: context.console.output.write(FixedPointText(answer).text)
    case .json: context.console.output.write(try JSONDocument(answer, tool: .seluProof).text())
    }
    return answer.isDecided ? .success : .undecided
  }
}

/// What `fixed-point` is asked: for which weights, and where to search.
struct FixedPointQuestion: Sendable {
  let activation: NamedActivation
  let omega: DecimalRange
  let tau: DecimalRange
  /// The means to search; nil for all.
  let mean: DecimalRange?
  /// The variances to search; nil for all that are positive.
  let variance: DecimalRange?
  let maximumBoxes: Int
  let digits: Int?

  /// Throws a usage error for options that do not go together.
  init(_ arguments: ParsedArguments) throws {
    omega = try arguments[FixedPointCommand.omega]
    tau = try arguments[FixedPointCommand.tau]
    let activation = try arguments[ActivationOption.activation]
    self.activation = activation
    let searchesAll = activation.equations(omega: omega.interval, tau: tau.interval).coversAllVariances
    mean = try arguments[FixedPointCommand.meanRange] ?? (searchesAll ? nil : Self.usualMeans)
    variance = try arguments[FixedPointCommand.varianceRange] ?? (searchesAll ? nil : Self.usualVariances)
    maximumBoxes = try arguments[FixedPointCommand.maximumBoxes]
    digits = try arguments[NumberOptions.digits]
    if digits != nil && !isSingle {
      throw CommandError(.usage, "The option '--digits <n>' needs a single omega and a single tau.")
    }
  }

  /// What is searched where not all can be: about what a network may meet.
  private static let usualMeans = DecimalRange(lower: -8, upper: 8)
  private static let usualVariances = DecimalRange(lower: Rational(1, over: 64), upper: 64)

  /// Whether there is one pair (omega, tau) only.
  var isSingle: Bool { omega.isSingle && tau.isSingle }

  /// The equations of a fixed point, the weights rounded outward.
  var equations: FixedPointEquations {
    activation.equations(omega: omega.interval, tau: tau.interval)
  }

  /// Where fixed points are asked for.
  var region: FixedPointRegion {
    FixedPointRegion(
      mean: mean.map { ($0.lower, $0.upper) }, variance: variance.map { ($0.lower, $0.upper) })
  }

  /// How the weights lie to the domain of Theorem 1.
  var domain: TheoremDomain {
    guard let domain = (try? Paper.selu2017())?.domains["omega"], let omegas = domain.range(of: .omega),
      let taus = domain.range(of: .tau)
    else { return .outside }
    let sides = [(omega, omegas), (tau, taus)]
    if sides.allSatisfy({ $0.1.lower <= $0.0.lower && $0.0.upper <= $0.1.upper }) { return .inside }
    return sides.allSatisfy { $0.1.lower <= $0.0.upper && $0.0.lower <= $0.1.upper } ? .partly : .outside
  }
}

extension NamedActivation {
  /// The equations of a fixed point.
  fileprivate func equations(omega: Interval, tau: Interval) -> FixedPointEquations {
    func equations(_ function: some ActivationFunction<Interval>) -> FixedPointEquations {
      FixedPointEquations(MomentMapping(function), omega: omega, tau: tau)
    }
    return equations(binary64)
  }
}

/// How weights lie to the domain of Theorem 1.
enum TheoremDomain: String, Sendable {
  /// All in it.
  case inside
  /// Some in it, some not.
  case partly
  /// None in it.
  case outside

  /// The answer to "Theorem 1?".
  var words: String {
    switch self {
    case .inside: "the weights lie in its domain"
    case .partly: "some of the weights lie in its domain, some do not"
    case .outside: "the weights lie outside its domain"
    }
  }
}
