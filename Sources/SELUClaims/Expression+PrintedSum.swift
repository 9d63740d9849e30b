import RealArithmetic

extension Expression {
  /// A sum of products of decimals and squares of decimals as the paper prints it, such as `0.5 - 2*0.31^2`.
  package init(printedSum text: StaticString) {
    do {
      self = try PrintedSumParser("\(text)").parse()
    } catch {
      // Only a literal of the source can come here, and the tests read all of them.
      preconditionFailure("\(text) is not a sum of decimals: \(error)")
    }
  }

  /// Reads a sum of products of decimals and squares of decimals.
  ///
  /// Throws: `TextError` if the text is anything else.
  package init(parsingPrintedSum text: String) throws(TextError) {
    self = try PrintedSumParser(text).parse()
  }
}

/// Reads `sum = ["-"] product { ("+" | "-") product }`, `product = factor { "*" factor }`, `factor = decimal ["^2"]`.
private struct PrintedSumParser {
  private var rest: Substring
  private let text: String

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  func parse() throws(TextError) -> Expression {
    var parser = self
    let isNegative = parser.skip("-")
    var sum = try parser.product()
    if isNegative { sum = -sum }
    while !parser.rest.isEmpty {
      if parser.skip("+") {
        sum = sum + (try parser.product())
      } else if parser.skip("-") {
        sum = sum - (try parser.product())
      } else {
        throw parser.error("+ or -")
      }
    }
    return sum
  }

  private mutating func product() throws(TextError) -> Expression {
    var product = try factor()
    while skip("*") { product = product * (try factor()) }
    return product
  }

  private mutating func factor() throws(TextError) -> Expression {
    skipBlanks()
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard !digits.isEmpty else { throw error("a decimal") }
    let number = Expression.number(try Rational(parsing: String(digits)))
    rest = rest.dropFirst(digits.count)
    return skip("^2") ? .square(number) : number
  }

  /// Skips a sign with blanks on both sides; whether it was there.
  private mutating func skip(_ sign: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(sign) else { return false }
    rest = rest.dropFirst(sign.count)
    skipBlanks()
    return true
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == " " }
  }

  private func error(_ expected: String) -> TextError {
    TextError(offset: text.count - rest.count, found: rest.first.map { String($0) } ?? "the end", expected: expected)
  }
}
