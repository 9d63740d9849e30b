import FixedPointSolver
import Foundation
import MomentMap
import RealArithmetic
import Testing

@testable import Reporting

@Suite struct ConstantsTests {
  private static let tool = Report.Tool(name: "selu-proof", version: "0")

  /// The 60 digits of Tests/References/constants.tsv.
  private static let references = Result { () throws -> [String: String] in
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../References/constants.tsv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: "\t").map(String.init) }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  private func expect(_ text: String, is name: String) throws {
    let reference = try #require(try Self.references.get()[name])
    let digits = text.filter(\.isNumber).count - (text.hasPrefix("0.") || text.hasPrefix("-0.") ? 1 : 0)
    let rounded = try Rational(parsing: reference).decimal(significantDigits: digits, rounding: .toNearestOrEven)
    #expect(text == rounded, "\(name)")
  }

  @Test(arguments: [1, 2, 5, 17, 20, 50])
  func theDigitsAreThoseOfArb(_ digits: Int) throws {
    for (variance, suffix) in [(1, "01"), (2, "02")] as [(Rational, String)] {
      let table = try ConstantsTable(FixedPointTarget(variance: variance), digits: digits)
      let solution = try #require(table.solutions.first)
      #expect(table.solutions.count == 1)
      try expect(solution.alpha, is: "alpha\(suffix)")
      try expect(solution.lambda, is: "lambda\(suffix)")
      try expect(solution.product, is: "lambda\(suffix)*alpha\(suffix)")
    }
  }

  @Test func binary64AndBinary32AreWhatReadersOfTheDigitsGet() throws {
    let table = try ConstantsTable(FixedPointTarget(), digits: 40)
    let solution = try #require(table.solutions.first)
    for row in solution.rows.prefix(2) {
      let pairs = [
        (row.alpha, solution.alpha), (row.lambda, solution.lambda), (row.product, solution.product),
      ]
      for (number, digits) in pairs {
        let shortest = try #require(number.shortest)
        if row.format == .binary64 {
          #expect(Double(shortest) == Double(digits) && shortest == "\(Double(digits) ?? 0)")
          #expect(number.hex == Double(digits)?.hexText)
          #expect(number.bits == Double(digits).map { "0x" + String($0.bitPattern, radix: 16) })
        } else {
          #expect(Float(shortest) == Float(digits) && shortest == "\(Float(digits) ?? 0)")
          #expect(number.bits == Float(digits).map { "0x" + String($0.bitPattern, radix: 16) })
        }
      }
    }
  }

  /// The product in PyTorch's alpha dropout is a product of rounded numbers, one unit beside the rounded product.
  @Test func theLiteralsInUseAreMeasured() throws {
    let solution = try #require(try ConstantsTable(FixedPointTarget(), digits: 20).solutions.first)
    let product = try #require(solution.literals.first { $0.literal.quantity == .product })
    #expect(product.isCorrect.first == false && product.isCorrect.dropFirst().allSatisfy { $0 })
    #expect(product.values.first?.value == solution.rows.first?.productOfRounded?.value)
    let long = solution.literals.filter { $0.literal.text.hasSuffix("67") || $0.literal.text.hasSuffix("946") }
    #expect(long.isEmpty == false)
    for reading in solution.literals.prefix(2) { #expect(reading.isCorrect.allSatisfy { $0 }) }
    #expect(solution.literals.first?.error == "4.80e-32")
    #expect(try ConstantsTable(FixedPointTarget(variance: 2), digits: 5).solutions.first?.literals.isEmpty == true)
  }

  @Test func theFixedPointMovesLittleWithManyDigits() throws {
    let solution = try #require(try ConstantsTable(FixedPointTarget(), digits: 20).solutions.first)
    for row in solution.rows {
      let displacement = try #require(row.displacement, "\(row.format.name)")
      let bound = Rational(8) / Rational(BigInteger.powerOfTwo(row.format.precision))
      #expect(displacement.shift.second.isStrictlyLess(than: bound))
      #expect(displacement.shift.second.isStrictlyGreater(than: -bound * 4))
      #expect(displacement.location.first.isInterior(to: displacement.region.first))
    }
  }

  @Test func theTraceEndsWithTheConstants() throws {
    let target = FixedPointTarget(mean: Rational(1, over: 10), variance: 2)
    let table = try ConstantsTable(target, digits: 25, tracing: true)
    let trace = try #require(table.trace)
    #expect(trace.last?.alpha == table.solutions.first?.alpha && trace.last?.lambda == table.solutions.first?.lambda)
    #expect(trace.count > 5 && trace.count < ParameterSolver.maximumSteps)
    let iterates = ParameterSolver.iterates(target)
    for (step, iterate) in zip(trace, iterates) {
      #expect(abs((Double(step.alpha) ?? 0) - iterate.alpha) < 1e-13)
      #expect(abs((Double(step.lambda) ?? 0) - iterate.lambda) < 1e-13)
    }
  }

  @Test func numbersBeyondAFormatAreSaid() throws {
    let table = try ConstantsTable(FixedPointTarget(variance: Rational(1, timesTenTo: 20)), digits: 5)
    #expect(ConstantsText.text(table).contains("beyond 448"))
    let json = try ConstantsJSON.text(table, tool: Self.tool)
    #expect(json.contains("\"alpha\" : null"))
    let huge = try ConstantsTable(FixedPointTarget(variance: Rational(1, timesTenTo: 100)), digits: 5)
    #expect(ConstantsSource.c.text(huge, tool: Self.tool).contains("// alpha is beyond the range of binary32."))
  }

  @Test func sourcesReadBackAsTheRoundedNumbers() throws {
    let table = try ConstantsTable(FixedPointTarget(mean: Rational(-1, over: 10), variance: 2), digits: 5)
    let alpha = try #require(table.solutions.first?.rows.first?.alpha.shortest)
    for source in [ConstantsSource.swift, .c, .python, .rust] {
      let text = source.text(table, tool: Self.tool)
      #expect(text.contains("= \(alpha)") && text.contains("mean -0.1, variance 2, omega 0, tau 1"))
      #expect(text.contains("alpha = 2.3270\n") && text.contains("selu-proof 0"))
    }
  }

  // MARK: Dropout and gains

  @Test(arguments: ["0", "0.05", "0.1", "0.5", "0.999"])
  func dropoutKeepsMeanAndVariance(_ text: String) throws {
    let rate = try Rational(parsing: text)
    for target in [FixedPointTarget(), FixedPointTarget(mean: Rational(1, over: 10), variance: 3)] {
      let solution = try #require(try DropoutTable(target, rate: rate, digits: 20).solutions.first)
      for (error, size) in [(solution.meanError, 0), (solution.varianceError, 0)] {
        #expect(error.contains(Rational(size)) && error.isStrictlyLess(than: Rational(1, timesTenTo: -20)))
      }
      // By hand, in plain arithmetic: q m + (1 - q) alpha' and so on.
      let (q, saturation) = (Double(1 - rate, rounding: .toNearestOrEven), try #require(Double(solution.saturation)))
      let number = { (x: Rational) in Double(x, rounding: .toNearestOrEven) }
      let (m, v) = (number(target.mean), number(target.variance))
      let a = (v / (q * v + q * (1 - q) * (saturation - m) * (saturation - m))).squareRoot()
      #expect(abs((Double(solution.a) ?? 0) - a) < 1e-12 * a)
      #expect(abs((Double(solution.b) ?? 0) - (m - a * (q * m + (1 - q) * saturation))) < 1e-11 * a)
    }
  }

  /// References from Tests/References/make_constants.py, by Arb's own quadrature.
  @Test func gainsAreThoseOfArb() throws {
    let table = try #require(GainTable(digits: 40))
    for row in table.rows where row.function != .selu {
      try expect(row.secondMoment, is: "\(row.function.name) second moment")
      try expect(row.gain, is: "\(row.function.name) gain")
      try expect(row.varianceGain, is: "\(row.function.name) variance gain")
    }
    #expect(table.rows.map(\.function) == GainFunction.all(slope: GainLiteral.defaultSlope))
  }

  @Test func gainLiteralsBelongToTheirSlope() throws {
    let table = try #require(GainTable(digits: 5, slope: Rational(1, over: 5)))
    #expect(table.rows.first { $0.function.name == "leaky_relu" }?.comparisons.isEmpty == true)
    #expect(table.rows.first { $0.function.name == "tanh" }?.comparisons.map(\.error) == ["0.0741", "0.00137"])
  }

  // MARK: The document

  @Test func theDocumentIsComplete() throws {
    let markdown = try ConstantsDocument.markdown(tool: Self.tool)
    for title in ["## Mean 0, variance 1", "## Mean -0.1, variance 2", "## Further fixed points", "## Alpha dropout"] {
      #expect(markdown.contains("\n\(title)\n"))
    }
    // What the columns mean, where literals are written, what the authors' notebook computes, and what a gain does to tau.
    for piece in [
      "ulp", "in use", "omega and tau are the sum of the weights of a unit and the sum of their squares",
      "alpha 1.97690, lambda 1.07385 (`selu-proof constants --mean -0.1 --variance 2 --omega 1`)",
      "tau = G^2", "0.75, is tau = 0.5625",
    ] {
      #expect(markdown.contains(piece), "\(piece)")
    }
    for literal in ConstantLiteral.known {
      #expect(markdown.contains("\n| \(literal.text) | \(MarkdownText.escaped(literal.quantity.rawValue)) | "))
      #expect(markdown.contains(" | \(MarkdownText.escaped(literal.source)) |\n"))
    }
    let json = try ConstantsDocument.json(tool: Self.tool)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["format", "version", "tool", "fixedPoints", "grid", "dropout", "gains"])
    #expect((object["grid"] as? [Any])?.count == 45)
  }
}
