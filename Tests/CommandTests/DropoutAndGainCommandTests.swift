import Foundation
import RealArithmetic
import Testing

@testable import selu_proof

@Suite struct DropoutCommandTests {
  private let program = RootCommand.program

  @Test func theWholeText() throws {
    #expect(
      try program.result(of: "dropout --rate 0.05").output == """
        rate 0.05, keeping mean 0, variance 1, omega 0, tau 1

          alpha'                     -1.7580993408473768599
          a                          0.95484447600503087639
          b                          0.083935572193810186713
          deviation of the mean      [-8.9e-30, 8.9e-30]
          deviation of the variance  [-3.7e-29, 3.2e-29]

        """)
  }

  @Test func theRateZeroIsTheIdentity() throws {
    let output = try program.result(of: "dropout --rate 0 --digits 5").output
    #expect(output.contains("  a                          1.0000\n  b                          0\n"))
  }

  @Test func jsonHasTheNumbers() throws {
    let output = try program.result(of: "dropout --rate 1/10 --format json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(object["rate"] as? String == "0.1")
    let solution = try #require((object["solutions"] as? [[String: Any]])?.first)
    #expect(Set(solution.keys) == ["saturation", "a", "b", "mean", "variance"])
    #expect(solution["saturation"] as? String == "-1.7580993408473768599")
  }

  @Test(arguments: ["1", "1.5", "-0.1", "x", "1e100000"])
  func otherRatesAreUsageErrors(_ rate: String) throws {
    let result = try program.result(of: ["dropout", "--rate", rate])
    #expect(result.status == .usage && result.output.isEmpty)
    #expect(result.errors.contains("expected a number from 0 to below 1, such as 0.1."))
  }

  @Test func theTargetHasToBeReachable() throws {
    #expect(try program.result(of: "dropout --rate 0.1 --mean -3").status == .unexpected)
    #expect(try program.result(of: "dropout").errors.hasPrefix("Error: Missing expected option '--rate <r>'."))
    #expect(try program.result(of: "dropout --rate 0.999999999999999999999999").status == .success)
  }

  @Test func help() throws {
    #expect(
      try program.result(of: "dropout --help").output == """
        OVERVIEW: Computes the affine map of alpha dropout.

        Alpha dropout sets an activation to alpha' = -lambda alpha with the probability
        given, and maps the result by a x + b. The numbers printed keep mean and
        variance at the fixed point given; alpha and lambda are those that belong to it.
        Every digit is right, the last one rounded. As a check, mean and variance behind
        the map are enclosed from the definition: their deviations from the fixed point
        given are zero up to the bounds printed, which tell the precision of the
        computation.

        USAGE: selu-proof dropout --rate <r> [--mean <m>] [--variance <v>]
                                  [--digits <n>] [--format <format>]

        OPTIONS:
          --rate <r>              The probability of being dropped.
          --mean <m>              The mean that layers are to keep. (default: 0)
          --variance <v>          The variance that layers are to keep. (default: 1)
          --digits <n>            How many significant digits to print, all of them
                                  right and the last one rounded. (default: 20)
          --format <format>       The form of the result. (values: text, json; default:
                                  text)
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          A rate in use:
            $ selu-proof dropout --rate 0.05
          For another fixed point:
            $ selu-proof dropout --rate 0.1 --mean -0.1 --variance 2 --digits 30

        """)
  }
}

@Suite struct GainCommandTests {
  private let program = RootCommand.program

  @Test func theWholeText() throws {
    #expect(
      try program.result(of: "gain --digits 10").output == """
        Z ~ N(0, 1); slope of leaky_relu 0.01. Initialisations use the gain G that keeps the second moment: tau = G^2.

          function    E f           E f^2         gain (second moment)  gain (variance)
          relu        0.3989422804  0.5000000000  1.414213562           1.712858550
          leaky_relu  0.3949528576  0.5000500000  1.414142857           1.704831627
          elu         0.1605205723  0.6449454175  1.245198301           1.270843418
          selu        0             1.000000000   1.000000000           1.000000000
          tanh        0             0.3942944904  1.592537420           1.592537420
          sigmoid     0.5000000000  0.2933790359  1.846228545           4.801313372
          gelu        0.2820947918  0.4252214826  1.533530441           1.700926243
          silu        0.2066209641  0.3557755198  1.676532470           1.787187222

        Gains in libraries
          function    literal             makes 1 the    error     source
          relu        1.4142135623730951  second moment  5.12e-17  torch calculate_gain
          relu        1.7139588594436646  variance       0.00110   DeepMind NFNets
          leaky_relu  1.4141428569978354  second moment  5.01e-17  torch calculate_gain
          leaky_relu  1.70590341091156    variance       0.00107   DeepMind NFNets
          elu         1.4142135623730951  second moment  0.169     he_normal, scale 2
          elu         1.2716004848480225  variance       0.000757  DeepMind NFNets
          selu        0.75                second moment  -0.250    torch calculate_gain
          selu        1.0008515119552612  variance       0.000852  DeepMind NFNets
          tanh        1.6666666666666667  second moment  0.0741    torch calculate_gain
          tanh        1.5939117670059204  variance       0.00137   DeepMind NFNets
          sigmoid     1                   second moment  -0.846    torch calculate_gain
          sigmoid     4.803835391998291   variance       0.00252   DeepMind NFNets
          gelu        1.4142135623730951  second moment  -0.119    he_normal, scale 2
          gelu        1.7015043497085571  variance       0.000578  DeepMind NFNets
          silu        1.4142135623730951  second moment  -0.262    he_normal, scale 2
          silu        1.7881293296813965  variance       0.000942  DeepMind NFNets

        """)
  }

  @Test func everyFormatHasTheGains() throws {
    for format in GainCommand.Format.allCases {
      let output = try program.result(of: "gain --format \(format.rawValue)").output
      #expect(output.contains("1.6765324703310911586") && output.contains("1.5335304411955352338"))
      #expect(output.hasSuffix("\n"))
    }
  }

  /// The second moment (1 + s^2) / 2 lies in the middle between two numbers with so many digits: no enclosure tells to which
  /// it is rounded.
  @Test(arguments: [
    ("--digits 4", "  leaky_relu  0.3950  0.5000  1.414 "),
    ("--digits 4 --slope 0.03", "  leaky_relu  0.3870  0.5004  1.414 "),
    ("--digits 2 --slope 0.1", "  leaky_relu  0.36  0.50  1.4 "),
    ("--digits 1 --slope 3", "  leaky_relu  -0.8  5   0.4 "),
    ("--digits 10 --slope 1e-5", "  leaky_relu  0.3989382910  0.5000000000  1.414213562 "),
    ("--digits 2 --slope 7", "  leaky_relu  -2.4  25    0.20 "),
    ("--digits 1 --slope 7", "  leaky_relu  -2    2e1  0.2 "),
  ])
  func aTieIsRoundedToTheEvenDigit(_ words: String, _ row: String) throws {
    let result = try program.result(of: "gain \(words)")
    #expect(result.status == .success)
    let squeezed = { (text: String) in text.split(separator: " ").joined(separator: " ") }
    #expect(result.output.split(separator: "\n").map { squeezed(String($0)) }.contains { $0.hasPrefix(squeezed(row)) })
  }

  @Test func slopes() throws {
    #expect(try program.result(of: "gain --slope 1 --digits 3").output.contains("leaky_relu  0 "))
    #expect(try program.result(of: "gain --slope -1 --digits 3").output.contains("leaky_relu  0.798  1.00"))
    #expect(try program.result(of: "gain --slope one").status == .usage)
    #expect(try program.result(of: "gain --digits 1001").status == .usage)
  }

  @Test func help() throws {
    #expect(
      try program.result(of: "gain --help").output == """
        OVERVIEW: Computes the gains of activation functions for initialisations.

        For Z ~ N(0, 1) and each function f: E f(Z), E f(Z)^2, and the factor that makes
        the second moment of f(Z) 1. With weights of variance gain^2 / fan-in the
        pre-activations keep the variance 1; this is the gain that initialisations mean.
        A unit then has sums of squared weights tau around gain^2. The factor that makes
        the variance of f(Z) 1 stands beside it.

        The numbers are certified: closed forms for relu, leaky_relu, elu, selu and
        gelu, the trapezoidal rule with a rigorous bound of its error for tanh, sigmoid
        and silu. Every digit is right and the last one rounded to nearest, the even one
        of two that are equally near: 0.50005 with 4 digits is 0.5000. Gains as
        libraries have them are listed with their error.

        USAGE: selu-proof gain [--digits <n>] [--slope <s>] [--format <format>]

        OPTIONS:
          --digits <n>            How many significant digits to print, all of them
                                  right and the last one rounded. (default: 20)
          --slope <s>             The slope of leaky_relu for negative numbers.
                                  (default: 0.01)
          --format <format>       The form of the result. (values: text, json, markdown;
                                  default: text)
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          All gains:
            $ selu-proof gain
          With another slope:
            $ selu-proof gain --slope 0.2 --digits 30

        """)
  }
}
