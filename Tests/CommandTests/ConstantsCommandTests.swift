import Constants
import FixedPointSolver
import Foundation
import MomentMap
import RealArithmetic
import Reporting
import Testing

@testable import selu_proof

@Suite struct ConstantsCommandTests {
  private let program = RootCommand.program

  @Test func theConstantsOfThePaper() throws {
    let result = try program.result(of: "constants --digits 30")
    #expect(result.status == .success && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.prefix(6) == [
        "mean 0, variance 1, omega 0, tau 1",
        "There is exactly one alpha and lambda > 0 with this fixed point (proved).", "",
        "  alpha         1.67326324235437728481704299167", "  lambda        1.05070098735548049341933498529",
        "  lambda*alpha  1.75809934084737685994021752081",
      ])
  }

  @Test func theWholeTextForANearbyTarget() throws {
    #expect(
      try program.result(of: "constants --mean -0.1 --variance 2 --digits 5").output == """
        mean -0.1, variance 2, omega 0, tau 1
        There is exactly one alpha and lambda > 0 with this fixed point (proved).

          alpha         2.3270
          lambda        0.98218
          lambda*alpha  2.2855

        Rounded to nearest
          format    number        decimal             hexadecimal           bits                error in ulp
          binary64  alpha         2.3269907788193414  0x1.29dad5768fb2bp+1  0x40029dad5768fb2b         0.353
          binary64  lambda        0.9821804337959273  0x1.f6e05a93d9655p-1  0x3fef6e05a93d9655        -0.305
          binary64  lambda*alpha  2.2855248125799035  0x1.248c13ba1d156p+1  0x400248c13ba1d156         0.094
          binary32  alpha         2.3269908           0x1.29dad6p+1         0x4014ed6b                 0.268
          binary32  lambda        0.9821804           0x1.f6e05ap-1         0x3f7b702d                -0.289
          binary32  lambda*alpha  2.2855248           0x1.248c14p+1         0x4012460a                 0.136
          tf32      alpha         2.326171875         0x1.29cp+1            0x4014e000                -0.419
          tf32      lambda        0.982421875         0x1.f7p-1             0x3f7b8000                 0.494
          tf32      lambda*alpha  2.28515625          0x1.248p+1            0x40124000                -0.189
          binary16  alpha         2.326171875         0x1.29cp+1            0x40a7                    -0.419
          binary16  lambda        0.982421875         0x1.f7p-1             0x3bdc                     0.494
          binary16  lambda*alpha  2.28515625          0x1.248p+1            0x4092                    -0.189
          bfloat16  alpha         2.328125            0x1.2ap+1             0x4015                     0.073
          bfloat16  lambda        0.98046875          0x1.f6p-1             0x3f7b                    -0.438
          bfloat16  lambda*alpha  2.28125             0x1.24p+1             0x4012                    -0.274
          fp8-e4m3  alpha         2.25                0x1.2p+1              0x41                      -0.308
          fp8-e4m3  lambda        1                   0x1p+0                0x38                       0.285
          fp8-e4m3  lambda*alpha  2.25                0x1.2p+1              0x41                      -0.142
          fp8-e5m2  alpha         2.5                 0x1.4p+1              0x41                       0.346
          fp8-e5m2  lambda        1                   0x1p+0                0x3c                       0.143
          fp8-e5m2  lambda*alpha  2.5                 0x1.4p+1              0x41                       0.429

        Fixed point of a network with the rounded alpha and lambda
          format    mean moves by  variance moves by
          binary64      -4.18e-17          -1.92e-17
          binary32       -1.96e-8           -5.62e-8
          tf32           0.000267            0.00102
          binary16       0.000267            0.00102
          bfloat16       -0.00140            -0.0208
          fp8-e4m3         0.0218             0.0239
          fp8-e5m2       -0.00139              0.854

        """)
  }

  /// Digits of Tests/FixedPointSolverTests/References/parameters.tsv.
  @Test func theReferencesAreMet() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../FixedPointSolverTests/References/parameters.tsv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    for row in rows.dropFirst() {
      let fields = row.split(separator: "\t").map(String.init)
      let line =
        "constants --mean \(fields[0]) --variance \(fields[1]) --omega \(fields[2]) --tau \(fields[3]) --digits 35"
      let words = try program.result(of: line).output.split(whereSeparator: { " \n".contains($0) }).map(String.init)
      for reference in fields[4...5] {
        let exact = try Rational(parsing: reference)
        #expect(words.contains(exact.decimal(significantDigits: 35, rounding: .toNearestOrEven)), "\(line)")
      }
    }
  }

  @Test func twoSolutionsAreBothPrinted() throws {
    let result = try program.result(of: "constants --mean 0.9 --digits 5")
    #expect(result.output.contains("There are exactly 2 pairs of alpha and lambda > 0"))
    #expect(result.output.contains("\nSolution 2\n") && result.output.contains("  lambda        0.15070\n"))
    let second = try program.result(of: "constants --mean 0.9 --digits 5 --solution 2").output
    #expect(second.contains("There are exactly 2 pairs") && second.contains("\nSolution 2\n"))
    #expect(!second.contains("Solution 1"))
    let json = try program.result(of: "constants --mean 0.9 --solution 2 --format json").output
    #expect(json.contains("\"number\" : 2,") && json.contains("\"solutionCount\" : 2,"))
  }

  /// A source has one pair: which one is the user's choice, and both are named.
  @Test(arguments: ["swift", "c", "python", "rust"])
  func aSourceNeedsAChoiceOfTwoSolutions(_ format: String) throws {
    let line = "constants --mean 0.9 --format \(format)"
    let result = try program.result(of: line)
    #expect(result.status == .usage && result.output.isEmpty)
    #expect(
      result.errors.hasPrefix("Error: There are 2 solutions: number 1 has alpha ")
        && result.errors.contains(" and lambda 0.150704. Choose one with '--solution <n>'.\n"))
    for number in [1, 2] {
      let source = try program.result(of: "\(line) --solution \(number)")
      #expect(source.status == .success)
      #expect(source.output.contains(" There are 2 solutions; this is number \(number), by falling lambda.\n"))
      #expect(source.output.contains("lambda = 0.15070") == (number == 2))
    }
    let none = try program.result(of: "constants --format \(format) --solution 2")
    #expect(
      none.errors.hasPrefix(
        "Error: There is no solution number 2: number 1 has alpha 1.67326 and lambda 1.05070, and there are no others.\n"
      ))
    #expect(none.status == .usage && none.output.isEmpty)
  }

  @Test func aHeaderWithSmallFormats() throws {
    let result = try program.result(
      of: "constants --digits 20 --format c --number-formats bfloat16,binary32,fp8-e4m3,bfloat16")
    #expect(
      result.output == """
        // The alpha and lambda of a SELU (arXiv 1706.02515) that keeps mean 0, variance 1, omega 0, tau 1.
        // Made by selu-proof \(Version.string) with 20 digits: all are proved by enclosure, the last is rounded to nearest.
        // alpha = 1.6732632423543772848
        // lambda = 1.0507009873554804934
        // lambda*alpha = 1.7580993408473768599
        #ifndef SELU_CONSTANTS_H
        #define SELU_CONSTANTS_H
        #include <stdint.h>
        static const float SELU_ALPHA_F = 1.6732632f;
        static const float SELU_LAMBDA_F = 1.050701f;
        static const float SELU_LAMBDA_ALPHA_F = 1.7580993f;
        static const float SELU_ALPHA_BF16 = 1.671875f;
        static const uint16_t SELU_ALPHA_BF16_BITS = 0x3fd6;
        static const float SELU_LAMBDA_BF16 = 1.046875f;
        static const uint16_t SELU_LAMBDA_BF16_BITS = 0x3f86;
        static const float SELU_LAMBDA_ALPHA_BF16 = 1.7578125f;
        static const uint16_t SELU_LAMBDA_ALPHA_BF16_BITS = 0x3fe1;
        static const float SELU_ALPHA_FP8_E4M3 = 1.625f;
        static const uint8_t SELU_ALPHA_FP8_E4M3_BITS = 0x3d;
        static const float SELU_LAMBDA_FP8_E4M3 = 1.0f;
        static const uint8_t SELU_LAMBDA_FP8_E4M3_BITS = 0x38;
        static const float SELU_LAMBDA_ALPHA_FP8_E4M3 = 1.75f;
        static const uint8_t SELU_LAMBDA_ALPHA_FP8_E4M3_BITS = 0x3e;
        #endif  // SELU_CONSTANTS_H

        """)
  }

  /// Every format can be had in every language; the numbers read back as those of the table.
  @Test(arguments: ["swift", "c", "python", "rust"])
  func everyNumberFormatInEverySource(_ language: String) throws {
    let names = BinaryFormat.networkFormats.map(\.name).joined(separator: ",")
    let lines = try program.result(of: "constants --format \(language) --number-formats \(names)").output
      .split(separator: "\n").map(String.init)
      .filter { $0.contains(" = ") && !$0.hasPrefix("//") && !$0.hasPrefix("#") }
    let table = try ConstantsTable(FixedPointTarget(), digits: 20)
    let numbers = try #require(table.solutions.first).rows.flatMap { [$0.alpha, $0.lambda, $0.product] }
    let values = lines.filter { !$0.lowercased().contains("bits") }.map { line in
      line.split(separator: " = ")[1].filter { !";f".contains($0) }
    }
    #expect(values.count == numbers.count)
    for (number, text) in zip(numbers, values) {
      let value = try Rational(parsing: text)
      // Rounded to the type it is written for the literal is the number exactly.
      let holder: BinaryFormat = language == "python" || number.format == .binary64 ? .binary64 : .binary32
      let exact = try #require(number.value)
      #expect(holder.round(value, .toNearestOrEven) == .finite(exact), "\(text)")
    }
    let bits = lines.filter { $0.lowercased().contains("bits") }
    #expect(bits.count == 3 * (language == "python" ? 6 : 5))
  }

  @Test func tablesCanBeLimitedToFormats() throws {
    let text = try program.result(of: "constants --number-formats bfloat16").output
    #expect(text.contains("  bfloat16  alpha ") && !text.contains("\n  binary32 "))
    let refused = try program.result(of: "constants --number-formats bfloat")
    #expect(refused.status == .usage && refused.errors.contains("Did you mean 'bfloat16'?"))
  }

  @Test(arguments: ["--mean -2", "--mean 2", "--mean 1.5669", "--mean -1 --omega -3"])
  func targetsWithoutASolutionAreRefused(_ words: String) throws {
    let result = try program.result(of: "constants \(words) --format json")
    #expect(result.status == .unexpected && result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: There are no alpha and lambda > 0 for mean "))
    #expect(result.errors.contains("a layer's second moment is proved to be at least "))
  }

  @Test(arguments: [
    ("--variance 0", "The value '0' is invalid for '--variance <v>'"),
    ("--variance -1", "The value '-1' is invalid for '--variance <v>'"),
    ("--tau 0", "The value '0' is invalid for '--tau <t>'"),
    ("--mean x", "The value 'x' is invalid for '--mean <m>'"),
    ("--solution 3", "The value '3' is invalid for '--solution <n>'"),
    ("--digits 0", "The value '0' is invalid for '--digits <n>'"),
    ("--digits 10001", "The value '10001' is invalid for '--digits <n>'"),
    ("--format jsn", "The value 'jsn' is invalid for '--format <format>'"),
    ("--trace --format csv", "The option '--trace' needs the format text or json."),
  ])
  func badInputIsAUsageError(_ words: String, _ complaint: String) throws {
    let result = try program.result(of: "constants \(words)")
    #expect(result.status == .usage && result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: \(complaint)"), "\(result.errors)")
    #expect(result.errors.hasSuffix("See 'selu-proof constants --help'.\n"))
  }

  @Test func extremeTargetsAreComputed() throws {
    for words in ["--variance 1e-300", "--variance 1e300", "--mean -1 --omega 3", "--mean 1e-40", "--tau 1e-9"] {
      let result = try program.result(of: "constants \(words) --format json")
      #expect(result.status == .success && result.output.hasSuffix("}\n"), "\(words): \(result.errors)")
    }
  }

  /// The negative half line is out of reach of any number of bits.
  @Test func whatCannotBeToldIsUndecided() throws {
    let result = try program.result(of: "constants --omega 1e9 --mean 1")
    #expect(result.status == .undecided && result.output.isEmpty)
    #expect(result.errors.hasSuffix("cannot be told with the precisions tried.\n"))
  }

  @Test func theOutputIsWrittenWholeOrNotAtAll() throws {
    try inFolder { folder in
      let file = folder.path("SELU.swift")
      #expect(try program.result(of: ["constants", "--format", "swift", "--output", file]).output.isEmpty)
      #expect(try folder.text("SELU.swift").contains("static let alpha: Double = 1.6732632423543772\n"))
      let missing = try program.result(of: ["constants", "--output", folder.path("no/such/file")])
      #expect(missing.status == .cannotCreate)
      let refused = try program.result(of: ["constants", "--mean", "5", "--output", folder.path("other")])
      #expect(refused.status == .unexpected)
      #expect(try folder.names() == ["SELU.swift"])
    }
  }

  /// The committed documents are what the library writes.
  @Test func theDocumentsAreCurrent() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs")
    for (name, text) in [
      ("constants.md", try ConstantsDocument.markdown(tool: .seluProof)),
      ("constants.json", try ConstantsDocument.json(tool: .seluProof)),
    ] {
      #expect(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) == text, "\(name)")
    }
  }

  @Test func theTraceIsPrinted() throws {
    let text = try program.result(of: "constants --trace --digits 6").output
    #expect(text.contains("\nFixed-point iteration from alpha = 1\n"))
    #expect(text.contains("  step  alpha    lambda\n     1  1.67326"))
    #expect(try program.result(of: "constants --trace --format json").output.contains("\"trace\" : ["))
  }

  @Test(arguments: ConstantsFormat.allCases)
  func everyFormatHasTheConstants(_ format: ConstantsFormat) throws {
    let output = try program.result(of: "constants --format \(format.rawValue)").output
    #expect(output.contains("1.6732632423543772848") && output.contains("1.7580993408473768599"))
    #expect(output.split(separator: "\n").allSatisfy { $0.last?.isWhitespace == false } && output.hasSuffix("\n"))
  }

  @Test func help() throws {
    #expect(
      try program.result(of: "constants --help").output == """
        OVERVIEW: Computes alpha and lambda for a wanted fixed point.

        Alpha, lambda > 0 and their product to any number of digits, and correctly
        rounded in the number formats that networks use, each with its error in units of
        the last place: the rounded number minus the exact one. The last digit is
        rounded to nearest, the even one of two that are equally near. All solutions are
        printed, and there are no others; where there is none, that is proved, and the
        status is 1.

        The numbers given are exact. How far the fixed point moves when a network uses
        the rounded alpha and lambda is certified by Krawczyk's operator. For the fixed
        point (0, 1) decimal numbers found in libraries are compared.

        The formats 'swift', 'c', 'python' and 'rust' are sources to paste, with the
        binary64 and binary32 numbers (in Python binary64). Numbers of other formats are
        written on request, each exactly in the narrowest type that holds it, and their
        encodings as integers. Where two solutions exist a source needs '--solution'.
        '--trace' goes with the formats 'text' and 'json'.

        USAGE: selu-proof constants [--mean <m>] [--variance <v>] [--omega <w>]
                                    [--tau <t>] [--digits <n>]
                                    [--number-formats <names>] [--solution <n>]
                                    [--trace] [--format <format>] [--output <file>]

        OPTIONS:
          --mean <m>              The mean that layers are to keep. (default: 0)
          --variance <v>          The variance that layers are to keep. (default: 1)
          --omega <w>             The sum of the weights of a unit. (default: 0)
          --tau <t>               The sum of the squared weights of a unit. (default: 1)
          --digits <n>            How many significant digits to print, all of them
                                  right and the last one rounded. (default: 20)
          --number-formats <names>
                                  The number formats to round to, separated by commas;
                                  if not given, all of them, and in a source those that
                                  it has types for. (values: binary64, binary32, tf32,
                                  binary16, bfloat16, fp8-e4m3, fp8-e5m2)
          --solution <n>          Which solution, counted from the larger lambda, where
                                  there are two; all if not given. A source has one.
          --trace                 Print the steps of the fixed-point iteration on alpha
                                  and lambda, too.
          --format <format>       The form of the result. (values: text, json, csv,
                                  markdown, latex, swift, c, python, rust; default:
                                  text)
          --output <file>         The file to write; standard output if not given.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          The constants of the paper:
            $ selu-proof constants
          A thousand digits of them:
            $ selu-proof constants --digits 1000
          For another fixed point:
            $ selu-proof constants --mean -0.1 --variance 2 --trace
          As a source file:
            $ selu-proof constants --format swift --output SELU.swift
          A header with bfloat16:
            $ selu-proof constants --format c --number-formats binary32,bfloat16
          The second of two solutions:
            $ selu-proof constants --mean 0.9 --solution 2

        """)
  }
}
