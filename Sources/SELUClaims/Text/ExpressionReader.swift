import RealArithmetic

/// Reads formulas by recursive descent (docs/claims-language.md):
///
///     sum      = ["-"] product { ("+" | "-") product }
///     product  = factor { ("*" | "/") factor }
///     factor   = ( number | name | function "(" sum ")" | "(" sum ")" ) { "^2" }
struct ExpressionReader {
  /// What a formula may be at most. It is met as it is put together, so that no text makes a large one.
  enum Limit {
    /// Operations, numbers and names, where definitions are put in their places.
    static let size = 2_000
    /// Operations within each other.
    static let depth = 200
    /// Brackets within each other: no description has more than operations within each other.
    static let brackets = depth
    /// Bits of the exact value, with this number of bits for a variable.
    static let bits = 50_000
    static let bitsOfVariable = 64
  }

  var scanner: ClaimScanner
  /// Names that the file has given to formulas.
  let definitions: [String: Expression]
  private var brackets = 0

  init(_ scanner: ClaimScanner, definitions: [String: Expression] = [:]) {
    self.scanner = scanner
    self.definitions = definitions
  }

  /// A formula with its measures.
  private struct Measured {
    var expression: Expression
    var size = 1
    var depth = 1
    var bits: Int

    init(_ expression: Expression, bits: Int) { (self.expression, self.bits) = (expression, bits) }

    /// The measures of a formula that was read before, which are within the limits.
    init(measuring expression: Expression) {
      self.expression = expression
      let operands = expression.operands.map { Measured(measuring: $0) }
      size = operands.reduce(1) { $0 + $1.size }
      depth = 1 + operands.reduce(0) { max($0, $1.depth) }
      switch expression {
      case .number(let number): bits = number.numerator.bitWidth + number.denominator.bitWidth
      case .square: bits = 2 * operands[0].bits
      default: bits = operands.isEmpty ? Limit.bitsOfVariable : operands.reduce(1) { $0 + $1.bits }
      }
    }
  }

  mutating func expression() throws(ClaimFileError) -> Expression { try sum().expression }

  private mutating func sum() throws(ClaimFileError) -> Measured {
    var result: Measured
    let start = scanner.offset
    if scanner.skip("-") {
      let isNumeral = scanner.next?.isDigitByte ?? false
      result = try product()
      if isNumeral, case .number(let number) = result.expression {
        result.expression = .number(-number)
      } else {
        result = try combined(.negation(result.expression), [result], at: start)
      }
    } else {
      result = try product()
    }
    while true {
      let place = scanner.offset
      if scanner.skip("+") {
        let next = try product()
        result = try combined(.sum(result.expression, next.expression), [result, next], at: place)
      } else if scanner.skip("-") {
        let next = try product()
        result = try combined(.difference(result.expression, next.expression), [result, next], at: place)
      } else {
        return result
      }
    }
  }

  private mutating func product() throws(ClaimFileError) -> Measured {
    var result = try factor(mayBeFraction: true)
    while true {
      let place = scanner.offset
      if scanner.skip("*") {
        let next = try factor(mayBeFraction: true)
        result = try combined(.product(result.expression, next.expression), [result, next], at: place)
      } else if scanner.skip("/") {
        // In a / 2/3 both lines divide.
        let next = try factor(mayBeFraction: false)
        result = try combined(.quotient(result.expression, next.expression), [result, next], at: place)
      } else {
        return result
      }
    }
  }

  private mutating func factor(mayBeFraction: Bool) throws(ClaimFileError) -> Measured {
    var result = try atom(mayBeFraction: mayBeFraction)
    while scanner.next == UInt8(ascii: "^") {
      let place = scanner.offset
      scanner.advance(1)
      scanner.skipBlanks()
      guard scanner.skip("2") else { throw scanner.error(expected: "2, the only power there is") }
      result = try combined(.square(result.expression), [result], at: place)
    }
    return result
  }

  private mutating func atom(mayBeFraction: Bool) throws(ClaimFileError) -> Measured {
    if scanner.next == UInt8(ascii: "(") { return try bracket() }
    if scanner.next?.isDigitByte ?? false {
      let fraction = mayBeFraction ? try scanner.fraction() : nil
      let number: Rational
      if let fraction { number = fraction } else { number = try scanner.decimal() }
      return Measured(.number(number), bits: number.numerator.bitWidth + number.denominator.bitWidth)
    }
    let word = scanner.word
    let start = scanner.offset
    guard !word.isEmpty else { throw scanner.error(expected: "a number, a name, a function or '('") }
    if let function = Expression.functions.first(where: { $0.name == word }) {
      scanner.advance(word.utf8.count)
      scanner.skipBlanks()
      let argument = try bracket()
      return try combined(function.make(argument.expression), [argument], at: start)
    }
    if let expression = Expression.named[word] {
      scanner.advance(word.utf8.count)
      scanner.skipBlanks()
      return Measured(expression, bits: Limit.bitsOfVariable)
    }
    guard let definition = definitions[word] else { throw scanner.error(expected: "a quantity or a function") }
    scanner.advance(word.utf8.count)
    scanner.skipBlanks()
    return Measured(measuring: definition)
  }

  private mutating func bracket() throws(ClaimFileError) -> Measured {
    guard brackets < Limit.brackets else {
      throw scanner.line.error(at: scanner.offset, "there are more than \(Limit.brackets) brackets within each other")
    }
    try scanner.expect("(")
    brackets += 1
    defer { brackets -= 1 }
    let inner = try sum()
    guard scanner.skip(")") else { throw scanner.error(expected: "an operation or ')'") }
    return inner
  }

  /// An operation on formulas, where the limits allow it.
  private func combined(
    _ expression: Expression, _ operands: [Measured], at place: Int
  ) throws(ClaimFileError) -> Measured {
    var result = Measured(expression, bits: operands.reduce(1) { $0 + $1.bits })
    if case .square = expression { result.bits = 2 * operands[0].bits }
    result.size = operands.reduce(1) { $0 + $1.size }
    result.depth = 1 + operands.reduce(0) { max($0, $1.depth) }
    if result.size > Limit.size {
      throw scanner.line.error(at: place, "the formula has more than \(Limit.size) parts")
    }
    if result.depth > Limit.depth {
      throw scanner.line.error(at: place, "more than \(Limit.depth) operations stand within each other")
    }
    if result.bits > Limit.bits {
      throw scanner.line.error(at: place, "the exact numbers of the formula have more than \(Limit.bits) bits")
    }
    return result
  }
}

// MARK: - Reading one

extension Expression {
  /// Reads a formula, as `description` writes it or with other blanks and brackets.
  ///
  /// Throws: `ClaimFileError` at the place where the text stops being one.
  public init(parsing text: String) throws(ClaimFileError) {
    var reader = ExpressionReader(try ClaimScanner(checking: text))
    self = try reader.expression()
    try reader.scanner.expectEnd(or: "an operation or ")
  }
}

extension ClaimScanner {
  /// A text on one line, without blanks in front.
  init(checking text: String) throws(ClaimFileError) {
    self.init(text)
    if let place = text.utf8.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw line.error(at: text.utf8.distance(from: text.startIndex, to: place), "expected no control character")
    }
    skipBlanks()
  }
}
