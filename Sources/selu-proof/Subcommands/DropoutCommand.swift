import Constants
import FixedPointSolver
import MomentMap
import RealArithmetic
import Reporting

/// `selu-proof dropout --rate R`
enum DropoutCommand {
  static let rate = Option.required("rate", "r", .rate, help: "The probability of being dropped.")
  static let format = NumberOptions.format

  static let command = Command(
    "dropout",
    abstract: "Computes the affine map of alpha dropout.",
    discussion: """
      Alpha dropout sets an activation to alpha' = -lambda alpha with the probability given, and maps the result by \
      a x + b. The numbers printed keep mean and variance at the fixed point given; alpha and lambda are those that \
      belong to it. Every digit is right, the last one rounded. As a check, mean and variance behind the map are enclosed \
      from the definition: their deviations from the fixed point given are zero up to the bounds printed, which tell the \
      precision of the computation.
      """,
    parameters: [rate, TargetOptions.mean, TargetOptions.variance, ConstantsCommand.digits, format],
    examples: [
      Example("A rate in use:", "selu-proof dropout --rate 0.05"),
      Example("For another fixed point:", "selu-proof dropout --rate 0.1 --mean -0.1 --variance 2 --digits 30"),
    ]
  ) { arguments, context in
    let target = FixedPointTarget(
      mean: try arguments[TargetOptions.mean], variance: try arguments[TargetOptions.variance])
    let (rate, digits) = (try arguments[rate], try arguments[ConstantsCommand.digits])
    let table = try TargetOptions.reporting(context.console, digits: digits) { () throws(ParameterError) in
      try DropoutTable(target, rate: rate, digits: digits)
    }
    switch try arguments[format] {
    case .text: context.console.output.write(table.text)
    case .json: context.console.output.write(try table.json(tool: .seluProof))
    }
    return .success
  }
}

extension ValueParser where Value == Rational {
  /// A probability below 1.
  fileprivate static var rate: Self {
    exactNumber("a number from 0 to below 1, such as 0.1") { $0.signum >= 0 && $0 < 1 }
  }
}
