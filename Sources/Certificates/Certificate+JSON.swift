import GridChecker
import JSON
import RealArithmetic
import SELUClaims

// The file of a certificate.
extension Certificate {
  private static let format = "selu-proof certificate 1"
  /// The only arithmetic in which certificates are found.
  private static let arithmetic = "binary64 intervals, rounded outward"
  /// More digits than any number of a certificate has; a limit keeps hostile input from costing much.
  private static let longestNumber = 200

  /// The certificate as a text that ends with a new line. There is only one such text for a certificate.
  ///
  /// Throws: only what Foundation's encoder throws, which no certificate is known to cause.
  public func text() throws -> String {
    try JSONValue.object([
      "format": .string(Self.format), "arithmetic": .string(Self.arithmetic),
      "tool": .object(["name": .string(tool.name), "version": .string(tool.version)]),
      "claim": .string(heading.claim), "source": .string(heading.source), "statement": .string(heading.statement),
      "relation": .string(heading.relation), "printed": .string(heading.printed),
      "domain": .object(heading.domain.mapValues { .array($0.map { .string($0) }) }),
      "verdict": .string(verdict.rawValue), "parts": .array(parts.map(\.json)),
    ]).text()
  }

  /// Reads what `text()` writes.
  ///
  /// Throws: `JSONError` with the line or the key that is damaged.
  public init(parsing text: String) throws(JSONError) {
    // Beyond ASCII different texts can be equal strings: U+037E, say, is canonically equivalent to a semicolon.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw .value("the text", expected: "ASCII characters only", found: "another one")
    }
    let file = try JSONCursor(parsing: text)
    for (key, value) in [("format", Self.format), ("arithmetic", Self.arithmetic)] {
      let member = try file.member(key)
      guard try member.string() == value else { throw member.unexpected("'\(value)'") }
    }
    let tool = try file.member("tool")
    let verdict = try file.member("verdict")
    guard let decision = Verdict(rawValue: try verdict.string()) else { throw verdict.unexpected("a verdict") }
    var parts: [Part] = []
    for element in try file.member("parts").elements() { parts.append(try Part(element)) }
    self.init(
      tool: Tool(name: try tool.member("name").string(), version: try tool.member("version").string()),
      heading: try Heading(file), verdict: decision, parts: parts)
    // One text a certificate: no further keys, no other order, and the decimals beside the exact numbers are theirs.
    guard let canonical = try? self.text(), canonical == text else {
      throw .value("the text", expected: "the form in which certificates are written", found: "another one")
    }
  }

  fileprivate static func rational(_ element: JSONCursor) throws(JSONError) -> Rational {
    let text = try element.string()
    guard text.utf8.count <= longestNumber, let value = try? Rational(parsing: text), value.exactText == text else {
      throw element.unexpected("an exact number")
    }
    return value
  }
}

extension Certificate.Heading {
  fileprivate init(_ file: JSONCursor) throws(JSONError) {
    let domain = try file.member("domain")
    guard case .object(let members) = domain.value else { throw domain.unexpected("an object") }
    var ranges: [String: [String]] = [:]
    for variable in members.keys.sorted() { ranges[variable] = try domain.member(variable).strings() }
    self.init(
      claim: try file.member("claim").string(), source: try file.member("source").string(),
      statement: try file.member("statement").string(), relation: try file.member("relation").string(),
      printed: try file.member("printed").string(), domain: ranges)
  }
}

extension Certificate.Part {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = [
      "role": .string(role), "quantity": .string(quantity), "extremum": .string(extremum.rawValue),
      "variables": .array(variables.map { .string($0.rawValue) }),
      "box": .array(box.sides.map { .array([.string($0.lower.exactText), .string($0.upper.exactText)]) }),
      "bound": bound.json(rounding: extremum == .supremum ? .up : .down),
      "attained": attained.json(rounding: extremum == .supremum ? .down : .up),
      "witness": .array(witness.map { .string($0.exactText) }),
      "tree": .array(tree.lines(variables.map(\.rawValue)).map { .string($0) }),
    ]
    if let witnessNeighbourhood {
      members["witnessWithin"] = .array(witnessNeighbourhood.bounds.map { .string($0.binaryText) })
    }
    return .object(members)
  }

  fileprivate init(_ element: JSONCursor) throws(JSONError) {
    let kind = try element.member("extremum")
    guard let extremum = RangeEnd(rawValue: try kind.string()) else {
      throw kind.unexpected("'supremum' or 'infimum'")
    }
    var variables: [Variable] = []
    for name in try element.member("variables").elements() {
      guard let variable = Variable(rawValue: try name.string()) else { throw name.unexpected("a variable") }
      variables.append(variable)
    }
    var sides: [ExactRange] = []
    for side in try element.member("box").elements() {
      let bounds = try side.elements()
      guard bounds.count == 2 else { throw side.unexpected("two bounds") }
      sides.append(ExactRange(try Certificate.rational(bounds[0]), try Certificate.rational(bounds[1])))
    }
    var witness: [Rational] = []
    for coordinate in try element.member("witness").elements() {
      witness.append(try Certificate.rational(coordinate))
    }
    let names = variables.map(\.rawValue)
    var tree = Tree([])
    for line in try element.member("tree").elements() {
      guard let nodes = Tree.nodes(ofLine: try line.string(), names) else {
        throw line.unexpected("the steps of some nodes")
      }
      tree.nodes += nodes
    }
    var neighbourhood: Tree.Neighbourhood?
    if case .object(let members) = element.value, members["witnessWithin"] != nil {
      let bounds = try element.member("witnessWithin")
      neighbourhood = Tree.Neighbourhood(try bounds.strings().compactMap { Double(binaryText: $0) })
      guard neighbourhood != nil else { throw bounds.unexpected("four binary numbers, as 0x9p-4") }
    }
    self.init(
      role: try element.member("role").string(), quantity: try element.member("quantity").string(), extremum: extremum,
      variables: variables, box: Box(sides), bound: try .init(element.member("bound")),
      attained: try .init(element.member("attained")), witness: witness,
      witnessNeighbourhood: neighbourhood, tree: tree)
  }
}

extension Certificate.Number {
  /// Enough digits for neighbouring binary64 numbers to have different texts.
  private static let significantDigits = 17

  fileprivate func json(rounding rule: FloatingPointRoundingRule) -> JSONValue {
    switch self {
    case .exact(let value): .object(["exact": .string(value.exactText)])
    case .binary(let double):
      .object([
        "decimal": .string(value.decimal(significantDigits: Self.significantDigits, rounding: rule)),
        "hex": .string((double.isZero ? 0 : double).hexText),
      ])
    }
  }

  fileprivate init(_ element: JSONCursor) throws(JSONError) {
    if case .object(let members) = element.value, members["exact"] != nil {
      self = .exact(try Certificate.rational(try element.member("exact")))
      return
    }
    let hex = try element.member("hex")
    let text = try hex.string()
    guard text.utf8.count <= 32, let value = try? Double(parsingExactly: text), value.isFinite else {
      throw hex.unexpected("a finite binary64 number in hexadecimal")
    }
    self = .binary(value)
  }
}

extension JSONCursor {
  /// An array of texts.
  fileprivate func strings() throws(JSONError) -> [String] {
    var strings: [String] = []
    for element in try elements() { strings.append(try element.string()) }
    return strings
  }
}
