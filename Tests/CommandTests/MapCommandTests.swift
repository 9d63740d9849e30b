import Foundation
import RealArithmetic
import Testing

@testable import selu_proof

@Suite struct MapCommandTests {
  private let program = RootCommand.program

  @Test func oneLayerIsEnclosed() throws {
    let text = try program.result(of: "map --mean 0 --variance 1 --omega 0 --tau 1").output
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == 2 && lines[0].hasPrefix("mean") && lines[1].hasPrefix("variance"))
    let json = try program.result(of: "map --mean 0 --variance 1 --omega 0 --tau 1 --format json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let layers = try #require(object?["layers"] as? [[String: [String: String]]])
    let variance = try #require(layers.first?["variance"])
    let lower = try #require(variance["lower"].flatMap { try? Rational(parsing: $0) })
    let upper = try #require(variance["upper"].flatMap { try? Rational(parsing: $0) })
    let narrow = try Rational(parsing: "1e-14")
    #expect(lower <= 1 && 1 <= upper && upper - lower < narrow)
  }

  /// Digits of Tests/References: mean and variance at (mu, omega, nu, tau) of the first row of jacobian.tsv.
  @Test func everyDigitIsRight() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../References/jacobian.tsv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    for row in rows.dropFirst().prefix(10) {
      let fields = row.split(separator: "\t").map(String.init)
      let request =
        "map --mean \(fields[0]) --omega \(fields[1]) --variance \(fields[2]) --tau \(fields[3]) --digits 30"
      let printed = try program.result(of: request).output.split(whereSeparator: { " \n".contains($0) }).map(
        String.init)
      let values = [printed[1], printed[3]].compactMap { try? Rational(parsing: $0) }
      for (value, reference) in zip(values, [fields[4], fields[5]]) {
        let exact = try Rational(parsing: reference)
        let half = try Rational(parsing: "0.5e-29")
        #expect((value - exact).magnitude <= exact.magnitude * half, "\(request)")
      }
      #expect(values.count == 2)
    }
  }

  /// N layers are one layer N times.
  @Test func layersAreIterated() throws {
    let weights = "--omega 0.05 --tau 1.02 --digits 20"
    let three = try program.result(of: "map --mean 0.1 --variance 1.5 --iterate 3 \(weights)").output
    let rows = three.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.count == 4 && rows.dropFirst().map { $0[0] } == ["1", "2", "3"])
    let one = try program.result(of: "map --mean 0.1 --variance 1.5 \(weights)").output
    #expect(one.contains(rows[1][1]) && one.contains(rows[1][2]))
  }

  @Test(arguments: [
    ("--mean 0 --variance -1 --omega 0 --tau 1", "The value '-1' is invalid for '--variance <v>'"),
    ("--mean 0 --variance 0 --omega 0 --tau 1", "The value '0' is invalid for '--variance <v>'"),
    ("--mean 0 --variance 1 --omega 0 --tau 0", "The value '0' is invalid for '--tau <t>'"),
    ("--mean 1e --variance 1 --omega 0 --tau 1", "The value '1e' is invalid for '--mean <m>'"),
    ("--mean 0..1 --variance 1 --omega 0 --tau 1", "The value '0..1' is invalid for '--mean <m>'"),
    ("--mean 0 --variance 1 --omega 0 --tau 1 --iterate 0", "The value '0' is invalid for '--iterate <n>'"),
    ("--mean 0 --variance 1 --omega 0 --tau 1 --digits 0", "The value '0' is invalid for '--digits <n>'"),
    ("--mean 0 --variance 1 --omega 0", "Missing"),
    (
      "--mean 0 --variance 1 --omega 0 --tau 1 --activation rleu",
      "The value 'rleu' is invalid for '--activation <name>': expected selu, elu, celu, relu, leaky_relu, sselu, lselu, "
        + "gelu, squared_relu, tanh, sigmoid, erf, softplus, silu or mish. Did you mean 'relu'?"
    ),
    (
      "--mean 0 --variance 1 --omega 0 --tau 1 --activation celu:alpha=0",
      "The value 'celu:alpha=0' is invalid for '--activation <name>': expected celu:alpha=<positive number>."
    ),
    (
      "--mean 0 --variance 1 --omega 0 --tau 1 --activation selu:alpha=1",
      "The value 'selu:alpha=1' is invalid for '--activation <name>': expected selu:alpha=<number>,lambda=<positive number>."
    ),
    (
      "--mean 0 --variance 1 --omega 0 --tau 1 --activation gelu:",
      "The value 'gelu:' is invalid for '--activation <name>': expected gelu without parameters."
    ),
    ("--mean 0 --variance 1 --omega 0 --tau 1 --activation elu:alpha=1,alpha=2", "The value 'elu:alpha=1,alpha=2' is"),
    ("--mean 0 --variance 1 --omega 0 --tau 1 --activation elu:slope=1", "The value 'elu:slope=1' is invalid"),
  ])
  func badInputIsAUsageError(_ words: String, _ complaint: String) throws {
    let result = try program.result(of: "map \(words)")
    #expect(result.status == .usage && result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: \(complaint)"), "\(result.errors)")
    #expect(result.errors.hasSuffix("See 'selu-proof map --help'.\n"))
  }

  @Test func help() throws {
    #expect(
      try program.result(of: "map --help").output == """
        OVERVIEW: Encloses mean and variance after one layer or several.

        The numbers given are exact. The bounds printed contain the exact mean and
        variance of the activations; they are rounded outward. If binary64 is not sharp
        enough the layers are computed anew with more bits.

        With '--digits' every digit printed is right and the last one rounded to
        nearest, the even one of two that are equally near. A mean that is zero, or not
        told from it, is printed with so many zeros behind the point; a variance is
        never zero.

        Activations: selu (with its own alpha and lambda, or selu:alpha=A,lambda=L), elu
        and celu (alpha=1), relu, squared_relu, leaky_relu (slope=0.01), sselu and lselu
        (alpha=A,beta=B,lambda=L: lambda z for z > 0, otherwise lambda alpha (e^(beta z)
        - 1), or lambda (alpha (e^z - 1) + beta z)), all in closed form; gelu, in closed
        form but for the square of Phi; tanh, sigmoid, erf, softplus, silu and mish by
        the trapezoidal rule with a rigorous bound of its error. Parameters in capitals
        have to be given.

        USAGE: selu-proof map --mean <m> --variance <v> --omega <w> --tau <t>
                              [--activation <name>] [--iterate <n>] [--digits <n>]
                              [--format <format>]

        OPTIONS:
          --mean <m>              The mean of the activations that come in.
          --variance <v>          Their variance.
          --omega <w>             The sum of the weights of a unit.
          --tau <t>               The sum of the squared weights of a unit.
          --activation <name>     The activation function, with parameters as in
                                  elu:alpha=1. (default: selu)
          --iterate <n>           The number of layers; mean and variance are printed
                                  after each. (default: 1)
          --digits <n>            Print so many significant digits instead of
                                  enclosures, all of them right and the last one
                                  rounded.
          --format <format>       The form of the result. (values: text, json; default:
                                  text)
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          One layer:
            $ selu-proof map --mean -0.1 --variance 1.5 --omega 0.1 --tau 0.95
          Thirty digits after each of ten layers:
            $ selu-proof map --mean 0.1 --variance 2 --omega 0 --tau 1 --iterate 10 --digits 30
          Another activation:
            $ selu-proof map --activation elu:alpha=1 --mean 0 --variance 1 --omega 0 --tau 1

        """)
  }
}
