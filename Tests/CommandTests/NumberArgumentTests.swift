import Testing

@testable import selu_proof

/// Numbers on the command line: their limits are named, they are echoed as they were given, and none is endless work.
@Suite struct NumberArgumentTests {
  private let program = RootCommand.program

  @Test(arguments: [
    ("1e999999", "too large: at most 1e100000"), ("-1e999999", "too large: at most 1e100000"),
    ("1e100001", "too large: at most 1e100000"), ("100e99999", "too large: at most 1e100000"),
    ("0x1p99999999999999999999999", "too large: at most 1e100000"),
    ("1e-999999", "too small: at least 1e-100000, or 0"), ("-0.1e-100000", "too small: at least 1e-100000, or 0"),
    ("0.00001e100003", "its exponent is too large: at most 100000"),
    ("0e100001", "its exponent is too large: at most 100000"),
  ])
  func limitsAreNamed(text: String, excess: String) throws {
    let sentence = "Error: The value '\(text)' for '--mean <m>' is a number, but \(excess).\n"
    let result = try program.result(of: "constants --mean \(text)")
    #expect(result.status == .usage && result.output.isEmpty)
    #expect(result.errors == sentence + "See 'selu-proof constants --help'.\n")
  }

  @Test(arguments: ["0..1e999999", "-1e999999..1", "1e999999"])
  func theEndOfARangeIsNamed(text: String) throws {
    let result = try program.result(of: ["fixed-point", "--omega", text])
    #expect(result.status == .usage)
    #expect(result.errors.contains("1e999999' for '--omega <a[..b]>' is a number, but too large: at most 1e100000.\n"))
  }

  @Test func aLongValueIsCutOff() throws {
    let digits = String(repeating: "7", count: 100_000)
    for (text, end) in [
      (digits + "x", "expected a number such as -0.1."), (digits + "777", "too large: at most 1e100000."),
    ] {
      let errors = try program.result(of: ["constants", "--mean", text]).errors
      #expect(errors.contains("The value '\(digits.prefix(60))... (\(text.count) characters)'"))
      #expect(errors.contains(end) && errors.count < 300)
    }
  }

  /// The message had all 200,000 digits of variance + mean^2.
  @Test func aTargetIsEchoedInFewCharacters() throws {
    let result = try program.result(of: "constants --mean 1e99999")
    #expect(result.status == .unexpected)
    #expect(result.errors.contains("for mean 1e99999, variance 1, omega 0, tau 1: ") && result.errors.count < 400)
    #expect(result.errors.hasSuffix("not variance + mean^2 = about 1.0000000000000000e199998.\n"))
    let long = "0." + String(repeating: "3", count: 5_000)
    #expect(try program.result(of: ["dropout", "--rate", "0.1", "--mean", "-\(long)"]).output.count < 1_000)
  }

  /// Beyond 1e50000, no precision was enough for the square of the slope, and all were tried.
  @Test(arguments: ["1e50001", "-1e100000", "1e-100000"])
  func anySlopeHasItsGain(slope: String) throws {
    let result = try program.result(of: ["gain", "--digits", "5", "--slope", slope])
    #expect(result.status == .success && result.output.count < 4_000)
    #expect(result.output.hasPrefix("Z ~ N(0, 1); slope of leaky_relu \(slope). Initialisations"))
    #expect(slope != "-1e100000" || result.output.contains("leaky_relu  3.9894e99999  5.0000e199999  1.4142e-100000"))
  }
}
