import Foundation
import RealArithmetic
import Testing

@testable import selu_proof

/// What `map` prints: sharpness, digits, extreme orbits.
@Suite struct MapResultTests {
  private let program = RootCommand.program

  @Test func iteratingPrintsEveryLayer() throws {
    let result = try program.result(of: "map --mean 0.1 --variance 2 --omega 0 --tau 1 --iterate 3 --digits 30")
    #expect(
      result.output == """
        layer  mean                               variance
        1      0.0896120837639606837767159984890  1.71447807166374930698853574172
        2      0.0642475839807377739779479041299  1.52142365226867455256703441109
        3      0.0469135686516364204642171433483  1.38671752658906464032192781650

        """)
  }

  @Test func aThousandLayersStaySharp() throws {
    let result = try program.result(of: "map --mean 0.1 --variance 2 --omega 0.1 --tau 1.1 --iterate 1000")
    let last = try #require(result.output.split(separator: "\n").last)
    #expect(last.hasPrefix("1000  "))
    let numbers = last.split(whereSeparator: { " [],".contains($0) }).dropFirst().map(String.init)
    let bounds = try numbers.map { try Rational(parsing: $0) }
    try #require(bounds.count == 4)
    // The fixed point of omega = 0.1, tau = 1.1 (Tests/FixedPointSolverTests/References).
    let (mean, variance) = (
      try Rational(parsing: "0.0547059806181939517415976"), try Rational(parsing: "1.4102898292756631494836711")
    )
    #expect(bounds[0] <= mean && mean <= bounds[1])
    #expect(bounds[2] <= variance && variance <= bounds[3])
    #expect(bounds[3] - bounds[2] < Rational(1, timesTenTo: -12))
  }

  /// Where binary64 is not enough more bits are used, and layers that run away are followed beyond its range.
  @Test func extremeOrbitsAreEnclosed() throws {
    let collapse = try program.result(of: "map --mean 0 --variance 1 --omega 0 --tau 0.3 --iterate 200 --digits 5")
    #expect(collapse.status == .success)
    #expect(collapse.output.split(separator: "\n").last?.contains("e-") == true)
    let explosion = try program.result(of: "map --mean 1e300 --variance 1e200 --omega 100 --tau 1e300")
    #expect(explosion.status == .success && explosion.output.contains("e302"))
    let narrow = try program.result(of: "map --mean -10 --variance 1e-12 --omega 1 --tau 1")
    #expect(narrow.output.hasPrefix("mean      [-1.758019523260786"))
  }

  @Test(arguments: [1, 2, 5, 15, 16, 17, 18, 30, 77])
  func fewerDigitsAreTheLongestRounded(_ digits: Int) throws {
    let line = "map --mean -0.1 --variance 1.5 --omega 0.1 --tau 0.95"
    let long = try lastWords(program.result(of: "\(line) --digits 120").output)
    let short = try lastWords(program.result(of: "\(line) --digits \(digits)").output)
    #expect(
      try short
        == long.map {
          try Rational(parsing: $0).decimal(significantDigits: digits, rounding: .toNearestOrEven)
        })
  }

  @Test func whatIsNotToldFromZeroIsZero() throws {
    let result = try program.result(of: "map --mean 0 --variance 1 --omega 0 --tau 1 --digits 12")
    #expect(result.output == "mean      0.000000000000\nvariance  1.00000000000\n")
    // A mean that is small but not zero is not.
    let small = try program.result(of: "map --mean 1e-30 --variance 1 --omega 1 --tau 1 --digits 5")
    #expect(small.output.hasPrefix("mean      9.8523e-31\n"))
  }

  /// A variance is never zero: its digits are significant ones, however small it is.
  @Test(arguments: [
    "--mean 0 --variance 1e-39 --omega 0 --tau 1", "--mean 1 --variance 1e-43 --omega 0.5 --tau 1",
    "--mean 0 --variance 1 --omega 0 --tau 0.3 --iterate 200",
  ])
  func aVarianceIsNeverZero(_ words: String) throws {
    let long = try lastWords(program.result(of: "map \(words) --digits 80").output).last
    let exact = try Rational(parsing: try #require(long))
    #expect(exact > 0 && exact < Rational(1, timesTenTo: -30))
    for digits in [1, 3] {
      let result = try program.result(of: "map \(words) --digits \(digits)")
      let text = try #require(lastWords(result.output).last)
      #expect(text == exact.decimal(significantDigits: digits, rounding: .toNearestOrEven), "\(words)")
      let json = try program.result(of: "map \(words) --digits \(digits) --format json").output
      #expect(json.contains("\"decimal\" : \"\(text)\""))
    }
  }

  /// A long computation is followed layer by layer, with the precision that it has come to.
  @Test func progressNamesTheLayer() throws {
    let captured = CapturedConsole(capabilities: TerminalTests.colourful)
    let start = MapStart(mean: 0, variance: 1, omega: 0, tau: Rational(1, over: 2))
    _ = try start.layers(3, digits: 40, progress: ProgressLine(captured.console))
    #expect(captured.errors.hasPrefix("\r\u{1B}[KLayer 1 of 3, with 53 bits"))
    #expect(captured.errors.hasSuffix("\r\u{1B}[K"))
  }

  /// Far from zero the SELU is linear: the variance is lambda^2 times that of the net input.
  @Test func aTinyVarianceIsScaledByTheSlope() throws {
    let result = try program.result(of: "map --mean 1 --variance 1e-43 --omega 0.5 --tau 1 --digits 12")
    #expect(result.output.hasSuffix("\nvariance  1.10397256483e-43\n"))
  }

  /// Digits that are not known are not written.
  @Test func largeNumbersAreNotFilledUpWithZeros() throws {
    let result = try program.result(of: "map --mean 1e9 --variance 1 --omega 1 --tau 1 --digits 3")
    #expect(result.output == "mean      1.05e9\nvariance  1.10\n")
  }

  @Test func jsonBoundsAreRoundedOutward() throws {
    let line = "map --mean -0.1 --variance 3/2 --omega 0.1 --tau 0.95 --iterate 2 --format json"
    let output = try program.result(of: line).output
    let object = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(object["start"] as? [String: String] == ["mean": "-0.1", "variance": "1.5", "omega": "0.1", "tau": "0.95"])
    let layers = try #require(object["layers"] as? [[String: [String: String]]])
    try #require(layers.count == 2)
    for number in layers.flatMap(\.values) {
      #expect(Set(number.keys) == ["lower", "upper", "lowerHex", "upperHex"])
      let bounds = try ["lower", "lowerHex", "upperHex", "upper"].map { try Rational(parsing: number[$0] ?? "") }
      #expect(bounds[0] <= bounds[1] && bounds[1] < bounds[2] && bounds[2] <= bounds[3])
    }
    #expect(try program.result(of: "\(line) --digits 20").output.contains("\"decimal\" : \"0.028806199982094"))
  }

  /// Mean and variance of activations at (0, 1), in digits of Tests/References/activations.tsv: M0, and Q0 - M0^2.
  @Test(arguments: ["elu", "relu", "gelu", "tanh", "sigmoid", "erf", "softplus", "silu", "mish"])
  func activations(name: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../References/activations.tsv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
    let full = name == "elu" ? "elu:alpha=1" : name
    let row = try #require(rows.first { $0.prefix(3) == [full, "0", "1"] })
    let (mean, square) = (try Rational(parsing: row[3]), try Rational(parsing: row[8]))
    let output = try program.result(
      of: "map --activation \(name) --mean 0 --variance 1 --omega 0 --tau 1 --digits 25"
    ).output
    let lines = output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0] == "activation \(full)")
    let printed = try lines.dropFirst().map {
      try Rational(parsing: String($0.split(separator: " ").last ?? ""))
    }
    try #require(printed.count == 2)
    let tolerance = Rational(1, timesTenTo: -24)
    #expect((printed[0] - mean).magnitude < tolerance)
    #expect((printed[1] - (square - mean.squared())).magnitude < tolerance)
    // The SELU's own numbers are others.
    #expect((printed[1] - 1).magnitude > Rational(1, over: 10))
  }

  @Test func theActivationIsNamed() throws {
    let line = "map --mean 0 --variance 1 --omega 0 --tau 1 --format json"
    #expect(try program.result(of: line).output.contains("\"activation\" : \"selu\""))
    let other = try program.result(of: "\(line) --activation leaky_relu:slope=1/5").output
    #expect(other.contains("\"activation\" : \"leaky_relu:slope=0.2\""))
    // Parameters given make the same function as those that it has.
    let exact = try program.result(of: "map --mean 0 --variance 2 --omega 0 --tau 1 --digits 9").output
    let given = try program.result(
      of: "map --mean 0 --variance 2 --omega 0 --tau 1 --digits 9 --activation "
        + "selu:alpha=1.673263242354377284817,lambda=1.050700987355480493419"
    ).output
    #expect(given.hasSuffix(exact) && given != exact)
  }

  /// What no precision tells ends with status 2, not with a wrong number or without end.
  @Test func whatCannotBeToldIsUndecided() throws {
    let result = try program.result(of: "map --activation tanh --mean 0 --variance 1e30 --omega 0 --tau 1")
    #expect(result.status == .undecided && result.output.isEmpty)
  }

  private func lastWords(_ output: String) -> [String] {
    output.split(separator: "\n").compactMap { $0.split(separator: " ").last.map(String.init) }
  }
}
