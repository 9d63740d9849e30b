import Foundation
import RealArithmetic
import Testing

@testable import selu_proof

@Suite struct FixedPointCommandTests {
  private let program = RootCommand.program

  @Test func theFixedPointOfNormalisedWeights() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 1 --format json")
    #expect(result.status == .success && result.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["count"] as? Int == 1 && object?["isDecided"] as? Bool == true)
    let point = try #require((object?["fixedPoints"] as? [[String: Any]])?.first)
    #expect(point["stability"] as? String == "attracting")
    let variance = try #require(point["variance"] as? [String: String])
    let lower = try #require(variance["lower"].flatMap { try? Rational(parsing: $0) })
    let upper = try #require(variance["upper"].flatMap { try? Rational(parsing: $0) })
    #expect(lower <= 1 && 1 <= upper)
  }

  @Test func absenceIsProved() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 3")
    #expect(result.status == .success && result.output.contains("There is no fixed point."))
  }

  @Test func aBudgetThatRunsOutIsUndecided() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 3 --max-boxes 1")
    #expect(result.status == .undecided)
    #expect(!result.output.contains("There is no fixed point"))
  }

  /// The hull over Theorem 1's weights includes the true one and is within a thousandth of it.
  @Test func rangesOfWeights() throws {
    let result = try program.result(of: "fixed-point --omega -0.1..0.1 --tau 0.95..1.1 --format json")
    #expect(result.status == .success)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let point = try #require((object?["fixedPoints"] as? [[String: Any]])?.first)
    for (name, least, greatest) in [("mean", "-0.0208704", "0.0547060"), ("variance", "0.826473", "1.410290")] {
      let bounds = try #require(point[name] as? [String: String])
      let lower = try #require(bounds["lower"].flatMap { try? Rational(parsing: $0) })
      let upper = try #require(bounds["upper"].flatMap { try? Rational(parsing: $0) })
      let (exactLower, exactUpper) = (try Rational(parsing: least), try Rational(parsing: greatest))
      let (slack, rounding) = (try Rational(parsing: "0.005"), try Rational(parsing: "0.000001"))
      #expect(lower <= exactLower + rounding && upper >= exactUpper - rounding)
      #expect(lower >= exactLower - slack && upper <= exactUpper + slack)
    }
  }

  @Test(arguments: [
    ("--omega 0.1..-0.1 --tau 1", "The value '0.1..-0.1' is invalid for '--omega <a[..b]>'"),
    ("--omega 0 --tau 0", "The value '0' is invalid for '--tau <a[..b]>'"),
    ("--omega 0 --tau -1..1", "The value '-1..1' is invalid for '--tau <a[..b]>'"),
    ("--omega x --tau 1", "The value 'x' is invalid for '--omega <a[..b]>'"),
    ("--omega 0 --tau 1 --variance-range 0..1", "The value '0..1' is invalid for '--variance-range <a..b>'"),
    ("--omega 0 --tau 1 --mean-range 1..0", "The value '1..0' is invalid for '--mean-range <a..b>'"),
    ("--omega 0 --tau 1 --max-boxes 0", "The value '0' is invalid for '--max-boxes <n>'"),
  ])
  func badInputIsAUsageError(_ words: String, _ complaint: String) throws {
    let result = try program.result(of: "fixed-point \(words)")
    #expect(result.status == .usage && result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: \(complaint)"), "\(result.errors)")
    #expect(result.errors.hasSuffix("See 'selu-proof fixed-point --help'.\n"))
  }

  @Test func help() throws {
    #expect(
      try program.result(of: "fixed-point --help").output == """
        OVERVIEW: Finds all fixed points, or proves that there is none.

        All fixed points with any mean and any positive variance are listed, or those in
        a box, its border included. Each that is listed is proved to exist, and all
        others are excluded. With ranges of omega or tau this holds for all weights in
        them at once: the bounds contain the fixed points for every pair (omega, tau).
        If the number of fixed points depends on the weights, it is listed for parts of
        them.

        With each fixed point come the Jacobian H of the map, the contraction factor
        (the largest singular value of H) and the spectral radius of H. A fixed point is
        attracting if both eigenvalues of H are proved to be less than 1 in modulus,
        repelling if both are greater, a saddle if one is. That is said of starts near
        enough to it; where others lead is not examined.

        A fixed point whose bounds meet the border of the box is listed as on the
        border: it exists, but whether it is in the box cannot be told, or differs
        between the weights. Unless the number is shown to depend on the weights, the
        status is then 2.

        The status is 0 if everything is decided, and 2 if there are boxes about which
        nothing is known: next to weights at which fixed points appear or vanish there
        always are.

        Activations: selu (with its own alpha and lambda, or selu:alpha=A,lambda=L), elu
        and celu (alpha=1), relu, squared_relu, leaky_relu (slope=0.01), sselu and lselu
        (alpha=A,beta=B,lambda=L: lambda z for z > 0, otherwise lambda alpha (e^(beta z)
        - 1), or lambda (alpha (e^z - 1) + beta z)), all in closed form; gelu, in closed
        form but for the square of Phi; tanh, sigmoid, erf, softplus, silu and mish by
        the trapezoidal rule with a rigorous bound of its error. Parameters in capitals
        have to be given. Only of selu and elu, with positive alpha, is enough known to
        search all means and variances; for the others means from -8 to 8 and variances
        from 1/64 to 64 are searched if nothing else is given, and the result says so.

        USAGE: selu-proof fixed-point --omega <a[..b]> --tau <a[..b]>
                                      [--activation <name>] [--mean-range <a..b>]
                                      [--variance-range <a..b>] [--max-boxes <n>]
                                      [--digits <n>] [--format <format>]

        OPTIONS:
          --omega <a[..b]>        The sum of the weights of a unit, or a range.
          --tau <a[..b]>          The sum of the squared weights, or a range.
          --activation <name>     The activation function, with parameters as in
                                  elu:alpha=1. (default: selu)
          --mean-range <a..b>     The means to search; all if not given.
          --variance-range <a..b> The variances to search; all positive ones if not
                                  given.
          --max-boxes <n>         The most boxes to examine. (default: 100000)
          --digits <n>            Print so many significant digits instead of
                                  enclosures, all of them right and the last one
                                  rounded.
          --format <format>       The form of the result. (values: text, json; default:
                                  text)
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          With normalised weights:
            $ selu-proof fixed-point --omega 0 --tau 1
          Over the domain of Theorem 1:
            $ selu-proof fixed-point --omega -0.1..0.1 --tau 0.95..1.1
          Fifty digits of it:
            $ selu-proof fixed-point --omega 0.1 --tau 1.1 --digits 50
          A proof that there is none:
            $ selu-proof fixed-point --omega 0 --tau 0.49
          Of another activation:
            $ selu-proof fixed-point --activation tanh --omega 0 --tau 2
          In a box:
            $ selu-proof fixed-point --omega 0.9 --tau 1 --variance-range 0.5..2

        """)
  }
}
