import RealArithmetic

extension Interval {
  /// The tightest interval around the one that a text describes, in the literal forms of IEEE 1788-2015, section 12.11.
  ///
  /// Accepted, with spaces around brackets, commas and numbers, letters in either case:
  ///
  /// - `[1.2, 3]`, `[0x1p-3, 2/3]`: two bounds, each a decimal, a fraction of integers or a hexadecimal number, of any
  ///   length; `inf`, `+infinity`, `-inf` for an absent bound, or nothing: `[1,]`, `[,]`;
  /// - `[1.2]`: one number; `[]`, `[empty]`, `[entire]`;
  /// - `3.56?1`: 3.56 plus or minus 1 unit of its last place; without a number half a unit, `??` any amount; `u` or `d`
  ///   behind it only upward or downward, and an exponent `e2` last: `3.56?1ue2`.
  ///
  /// Accuracy: tightest. The bounds are exact numbers, rounded outward once. Exponents may be of any size: `[1e999999999]`
  /// is between the largest finite double and infinity, and takes no more memory than its text.
  ///
  /// Beyond the standard, spaces and tabs may surround the whole text, and a hexadecimal number needs no exponent.
  ///
  /// - Throws: a `TextError` with the offset of the character at which the text stops being an interval; also where the
  ///   lower bound is greater than the upper one, which is decided on the exact numbers.
  public init(parsing text: some StringProtocol) throws(TextError) {
    let whole = IntervalText(text)
    let body = whole.trimmed()
    if body.first == "[" {
      self = try body.bracketed()
    } else {
      self = try body.uncertain()
    }
  }
}

/// A part of the text of an interval, which knows where it stands in the whole.
private struct IntervalText {
  var characters: ArraySlice<Character>

  init(_ text: some StringProtocol) {
    characters = Array(text)[...]
  }

  private init(_ characters: ArraySlice<Character>) {
    self.characters = characters
  }

  var first: Character? { characters.first }

  var text: String { String(characters) }

  func trimmed() -> IntervalText {
    let front = characters.drop { $0 == " " || $0 == "\t" }
    let tail = front.reversed().prefix { $0 == " " || $0 == "\t" }.count
    return IntervalText(front.dropLast(tail))
  }

  func error(at index: Int? = nil, expected: String) -> TextError {
    let index = index ?? characters.startIndex
    let found = characters.indices.contains(index) ? String(characters[index]) : nil
    return TextError(offset: index, found: found, expected: expected)
  }

  /// Both sides of the first `separator`, or nil without one.
  func split(at separator: Character) -> (IntervalText, IntervalText)? {
    guard let index = characters.firstIndex(of: separator) else { return nil }
    return (IntervalText(characters[..<index]), IntervalText(characters[(index + 1)...]))
  }

  // MARK: Brackets

  func bracketed() throws(TextError) -> Interval {
    guard characters.count > 1, characters.last == "]" else {
      throw error(at: characters.endIndex, expected: "a closing bracket")
    }
    let inside = IntervalText(characters.dropFirst().dropLast())
    let content = inside.trimmed()
    switch content.text.lowercased() {
    case "", "empty": return .empty
    case "entire": return .entire
    default: break
    }
    guard let (lowerText, upperText) = content.split(at: ",") else {
      let value = try content.number()
      return Interval(enclosing: value, through: value)
    }
    let lower = try lowerText.trimmed().bound(absent: -1)
    let upper = try upperText.trimmed().bound(absent: 1)
    if let lower, let upper, lower.isGreater(than: upper) {
      throw upperText.trimmed().error(expected: "an upper bound that is not less than the lower one")
    }
    return Interval(
      lowerBound: lower.map { Double($0, rounding: .down) } ?? -.infinity,
      upperBound: upper.map { Double($0, rounding: .up) } ?? .infinity)
  }

  /// A bound; nil for an absent or infinite one, whose sign must be that of `absent`.
  private func bound(absent: Int) throws(TextError) -> NumberLiteral? {
    let name = text.lowercased()
    let infinities = absent < 0 ? ["-inf", "-infinity"] : ["inf", "+inf", "infinity", "+infinity"]
    if name.isEmpty || infinities.contains(name) { return nil }
    return try number()
  }

  /// The number that is the whole of this part.
  private func number() throws(TextError) -> NumberLiteral {
    do {
      return try NumberLiteral(parsing: text)
    } catch {
      throw TextError(
        offset: characters.startIndex + error.offset, found: error.found, expected: error.expected)
    }
  }

  // MARK: Uncertain numbers

  func uncertain() throws(TextError) -> Interval {
    guard let (digits, rest) = split(at: "?") else {
      throw error(expected: "an opening bracket or an uncertain number such as 3.56?1")
    }
    if let marker = digits.characters.firstIndex(where: { !"+-.0123456789".contains($0) }) {
      throw error(at: marker, expected: "a decimal digit")
    }
    let centre = try digits.number()
    let places = digits.characters.firstIndex(of: ".").map { digits.characters.endIndex - $0 - 1 } ?? 0
    var scan = rest
    let radius = scan.takeRadius()
    let direction = scan.takeDirection()
    let exponent = try scan.exponent() - BigInteger(places)
    // Halves of the last place, of which the centre is an even number.
    let halves = centre.significand(places: places) * 2
    func literal(_ halves: BigInteger) -> NumberLiteral { NumberLiteral(halves, over: 2, exponent: exponent) }
    guard let radius else {
      return Interval(
        lowerBound: direction == .up ? Double(literal(halves), rounding: .down) : -.infinity,
        upperBound: direction == .down ? Double(literal(halves), rounding: .up) : .infinity)
    }
    return Interval(
      enclosing: literal(direction == .up ? halves : halves - radius),
      through: literal(direction == .down ? halves : halves + radius))
  }

  private enum Direction { case up, down, both }

  /// The radius in halves of a unit: one if nothing stands there, nil for `?`, which is any amount.
  private mutating func takeRadius() -> BigInteger? {
    if first == "?" {
      characters = characters.dropFirst()
      return nil
    }
    let digits = characters.prefix { $0.isASCII && $0.isNumber }
    characters = characters.dropFirst(digits.count)
    return (try? BigInteger(parsing: String(digits))).map { $0 * 2 } ?? 1
  }

  private mutating func takeDirection() -> Direction {
    switch first {
    case "u", "U":
      characters = characters.dropFirst()
      return .up
    case "d", "D":
      characters = characters.dropFirst()
      return .down
    default: return .both
    }
  }

  /// The exponent of ten that stands here, 0 if nothing does.
  private func exponent() throws(TextError) -> BigInteger {
    if characters.isEmpty { return 0 }
    guard first == "e" || first == "E" else {
      throw error(expected: "a radius, u, d, an exponent or the end of the text")
    }
    do {
      return try BigInteger(parsing: String(characters.dropFirst()))
    } catch {
      throw TextError(
        offset: characters.startIndex + 1 + error.offset, found: error.found,
        expected: error.expected == "a digit" ? "a digit of the exponent" : error.expected)
    }
  }
}

extension NumberLiteral {
  /// The integer that the digits of a decimal number without an exponent make, so many of them behind the point.
  fileprivate func significand(places: Int) -> BigInteger {
    // Zeros at the end of the text were not read: places + exponent is their number.
    numerator * .powerOfTen(places + (Int(exactly: exponent) ?? 0))
  }
}

extension Interval {
  /// The tightest interval that includes all numbers between two literals, which are in order.
  fileprivate init(enclosing lower: NumberLiteral, through upper: NumberLiteral) {
    self.init(
      lowerBound: Double(lower, rounding: .down), upperBound: Double(upper, rounding: .up))
  }
}
