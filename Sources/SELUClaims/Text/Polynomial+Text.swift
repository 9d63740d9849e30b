import RealArithmetic

extension Polynomial: CustomStringConvertible {
  /// The normal form, with the terms in a fixed order, as the reader of claims files reads it.
  public var description: String {
    let terms = coefficients.map { monomial, coefficient in
      (
        powers: monomial.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.key)^\($0.value)" },
        coefficient
      )
    }.sorted { $0.powers.lexicographicallyPrecedes($1.powers) }
    guard !terms.isEmpty else { return "0" }
    return terms.enumerated().map { index, term in
      let (powers, coefficient) = term
      let size = coefficient.magnitude
      let factors = (size == 1 && !powers.isEmpty ? [] : [size.description]) + powers
      let sign = coefficient.signum < 0 ? (index == 0 ? "-" : " - ") : (index == 0 ? "" : " + ")
      return sign + factors.joined(separator: " * ")
    }.joined()
  }

  /// Reads a polynomial, as `description` writes it or as sums, products and powers of polynomials.
  ///
  /// Throws: `ClaimFileError` at the place where the text stops being one.
  public init(parsing text: String) throws(ClaimFileError) {
    var reader = PolynomialReader(try ClaimScanner(checking: text))
    self = try reader.polynomial()
    try reader.scanner.expectEnd(or: "an operation or ")
  }
}

/// Reads polynomials in named indeterminates, and brings them to their normal forms:
///
///     sum      = ["-"] product { ("+" | "-") product }
///     product  = factor { "*" factor }
///     factor   = ( number | name | "(" sum ")" ) [ "^" digit ]
struct PolynomialReader {
  /// What a polynomial may be at most, so that a counterexample is found among a moderate number of points.
  enum Limit {
    static let indeterminates = 4
    static let degree = 8
    static let terms = 300
    static let bits = 2_000
    static let brackets = 60
  }

  var scanner: ClaimScanner
  private var brackets = 0

  init(_ scanner: ClaimScanner) { self.scanner = scanner }

  mutating func polynomial() throws(ClaimFileError) -> Polynomial {
    let isNegative = scanner.skip("-")
    var sum = try product()
    if isNegative { sum = -sum }
    while true {
      let place = scanner.offset
      if scanner.skip("+") {
        sum = try limited(sum + product(), at: place)
      } else if scanner.skip("-") {
        sum = try limited(sum - product(), at: place)
      } else {
        return sum
      }
    }
  }

  private mutating func product() throws(ClaimFileError) -> Polynomial {
    var product = try factor()
    while true {
      let place = scanner.offset
      guard scanner.skip("*") else { return product }
      product = try limited(product * factor(), at: place)
    }
  }

  private mutating func factor() throws(ClaimFileError) -> Polynomial {
    let base = try atom()
    let place = scanner.offset
    guard scanner.skip("^") else { return base }
    let digits = scanner.run { $0.isDigitByte }
    guard let exponent = Int(digits), (1...Limit.degree).contains(exponent) else {
      throw scanner.error(expected: "an exponent from 1 to \(Limit.degree)")
    }
    scanner.advance(digits.utf8.count)
    scanner.skipBlanks()
    var power = base
    for _ in 1..<exponent { power = try limited(power * base, at: place) }
    return power
  }

  private mutating func atom() throws(ClaimFileError) -> Polynomial {
    if scanner.next?.isDigitByte ?? false { return Polynomial(try scanner.rational()) }
    let word = scanner.word
    if !word.isEmpty {
      scanner.advance(word.utf8.count)
      scanner.skipBlanks()
      return Polynomial(word)
    }
    guard brackets < Limit.brackets else {
      throw scanner.line.error(at: scanner.offset, "there are more than \(Limit.brackets) brackets within each other")
    }
    guard scanner.skip("(") else { throw scanner.error(expected: "a number, a name or '('") }
    brackets += 1
    defer { brackets -= 1 }
    let inner = try polynomial()
    guard scanner.skip(")") else { throw scanner.error(expected: "an operation or ')'") }
    return inner
  }

  private func limited(_ polynomial: Polynomial, at place: Int) throws(ClaimFileError) -> Polynomial {
    let names = polynomial.indeterminates
    if names.count > Limit.indeterminates {
      throw scanner.line.error(at: place, "the polynomial has more than \(Limit.indeterminates) indeterminates")
    }
    if names.contains(where: { polynomial.degree(in: $0) > Limit.degree }) {
      throw scanner.line.error(at: place, "the polynomial has a power higher than the \(Limit.degree)th")
    }
    if polynomial.coefficients.count > Limit.terms {
      throw scanner.line.error(at: place, "the polynomial has more than \(Limit.terms) terms")
    }
    let bits = polynomial.coefficients.values.reduce(0) {
      max($0, $1.numerator.bitWidth + $1.denominator.bitWidth)
    }
    if bits > Limit.bits {
      throw scanner.line.error(at: place, "a coefficient of the polynomial has more than \(Limit.bits) bits")
    }
    return polynomial
  }
}
