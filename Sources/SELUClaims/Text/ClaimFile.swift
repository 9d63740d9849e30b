import GridChecker
import RealArithmetic

/// The claims of a text (docs/claims-language.md), with the domains and formulas to which it gives names.
public struct ClaimFile: Sendable {
  /// The claims in their order, each with an id of its own.
  public let claims: [Claim]
  /// The domains that have a name.
  public let domains: [String: Domain]
  /// The formulas that have a name.
  public let definitions: [String: Expression]

  /// A list of claims, each with an id of its own.
  package init(claims: [Claim], domains: [String: Domain] = [:], definitions: [String: Expression] = [:]) {
    (self.claims, self.domains, self.definitions) = (claims, domains, definitions)
  }

  /// More than any list of claims needs.
  public static let mostBytes = 1 << 20

  /// Reads a file.
  ///
  /// Throws: `ClaimFileError` with the first thing that is wrong, be it a word, or a claim that has no meaning.
  public init(parsing text: String) throws(ClaimFileError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads the UTF-8 bytes of a file; bytes that are none count as characters that no formula has.
  ///
  /// Throws: `ClaimFileError` with the first thing that is wrong.
  public init(parsing bytes: [UInt8]) throws(ClaimFileError) {
    guard bytes.count <= Self.mostBytes else {
      throw ClaimFileError(line: 1, column: 1, problem: "the file has more than \(Self.mostBytes) bytes")
    }
    var reader = FileReader()
    for line in try Self.lines(bytes) { try reader.read(line) }
    try reader.finishClaim()
    (claims, domains, definitions) = (reader.claims, reader.domains, reader.definitions)
  }

  /// The lines, without comments and empty ones, each with those that continue it.
  private static func lines(_ bytes: [UInt8]) throws(ClaimFileError) -> [SourceLine] {
    var lines: [SourceLine] = []
    for (index, piece) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let line = piece.last == UInt8(ascii: "\r") ? piece.dropLast() : piece
      if let control = line.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
        throw ClaimFileError(
          line: index + 1, column: control - line.startIndex + 1, problem: "expected no control character")
      }
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
      let content = line.dropFirst(indentation)
      guard let first = content.first, indentation > 0 || first != UInt8(ascii: "#") else { continue }
      if indentation >= continuation, !lines.isEmpty {
        lines[lines.count - 1].append(content, line: index + 1, column: indentation + 1)
      } else {
        lines.append(SourceLine(content, line: index + 1, indentation: indentation))
      }
    }
    return lines
  }

  /// With so many blanks in front a line continues the one above.
  static let continuation = 4
}

extension [Claim] {
  /// The claim with this id.
  public func claim(_ id: String) -> Claim? { first { $0.id == id } }

  /// The claims whose id is `pattern` or starts with it followed by a dot, all if there is no pattern; the patterns that
  /// fit none.
  public func select(_ patterns: [String]) -> (claims: [Claim], unknown: [String]) {
    guard !patterns.isEmpty else { return (self, []) }
    let fits = { (claim: Claim, pattern: String) in claim.id == pattern || claim.id.hasPrefix(pattern + ".") }
    return (
      filter { claim in patterns.contains { fits(claim, $0) } },
      patterns.filter { pattern in !contains { fits($0, pattern) } }
    )
  }
}

/// Reads a file line by line.
private struct FileReader {
  var claims: [Claim] = []
  var domains: [String: Domain] = [:]
  var definitions: [String: Expression] = [:]
  private var ids: Set<String> = []
  private var section: String?
  private var draft: Draft?

  /// A claim of which not all lines have been read.
  private struct Draft {
    let line: SourceLine
    let id: String
    let kind: Claim.Kind
    let source: String
    let section: String?
    var domain: Domain?
    var conditions: [Variable: ExactRange]?
    var proposition: Proposition?
    /// Statement, reading and what else is a text.
    var texts: [String: String] = [:]
    var origin: Claim.Origin?
    var expected: Verdict?
  }

  mutating func read(_ line: SourceLine) throws(ClaimFileError) {
    var scanner = ClaimScanner(line)
    if line.indentation > 0 { return try readItem(&scanner) }
    try finishClaim()
    if try readDirective(&scanner) { return }
    try beginClaim(&scanner)
  }

  /// Reads `section`, `domain` or `let`; false for a line that begins a claim.
  private mutating func readDirective(_ scanner: inout ClaimScanner) throws(ClaimFileError) -> Bool {
    let start = scanner.offset
    let word = scanner.word
    guard ["section", "domain", "let"].contains(word) else { return false }
    scanner.advance(word.utf8.count)
    scanner.skipBlanks()
    if scanner.isAtEnd || scanner.next == UInt8(ascii: "|") {
      scanner.return(to: start)
      return false
    }
    switch word {
    case "section": section = try readName(&scanner, "the name of a section")
    case "domain":
      let place = scanner.offset
      let name = try readName(&scanner, "the name of a domain")
      guard domains[name] == nil else { throw scanner.line.error(at: place, "the domain \"\(name)\" is there already") }
      try scanner.expect(":")
      domains[name] = try scanner.ranges(name: name)
    default: try readDefinition(&scanner)
    }
    try scanner.expectEnd()
    return true
  }

  /// A name of a section or a domain, of the characters of ids and >: it cannot be read as a range.
  private func readName(_ scanner: inout ClaimScanner, _ expected: String) throws(ClaimFileError) -> String {
    let name = scanner.run { $0.isWordByte || ".-_>".utf8.contains($0) }
    guard !name.isEmpty, name.utf8.count <= 60 else { throw scanner.error(expected: expected) }
    scanner.advance(name.utf8.count)
    scanner.skipBlanks()
    return name
  }

  private mutating func readDefinition(_ scanner: inout ClaimScanner) throws(ClaimFileError) {
    let name = scanner.word
    let start = scanner.offset
    guard !name.isEmpty, name.utf8.allSatisfy(\.isWordByte) else { throw scanner.error(expected: "a name") }
    guard Expression.named[name] == nil, !Expression.functions.contains(where: { $0.name == name }),
      !PropositionReader.reserved.contains(name)
    else { throw scanner.line.error(at: start, "\"\(name)\" has a meaning already") }
    guard definitions[name] == nil else { throw scanner.line.error(at: start, "\"\(name)\" is defined already") }
    scanner.advance(name.utf8.count)
    scanner.skipBlanks()
    try scanner.expect("=")
    var reader = ExpressionReader(scanner, definitions: definitions)
    definitions[name] = try reader.expression()
    scanner = reader.scanner
  }

  // MARK: Claims

  /// `id | kind | source`, where what is missing is a statement without a source.
  private mutating func beginClaim(_ scanner: inout ClaimScanner) throws(ClaimFileError) {
    let start = scanner.offset
    let id = scanner.run { $0.isWordByte || ".-_".utf8.contains($0) }
    guard Self.isID(id) else {
      throw scanner.error(expected: "'section', 'domain', 'let' or the id of a claim, such as my.claim-1")
    }
    guard ids.insert(id).inserted else { throw scanner.line.error(at: start, "there is a claim \"\(id)\" already") }
    scanner.advance(id.utf8.count)
    scanner.skipBlanks()
    var kind = Claim.Kind.statement
    var source = ""
    if scanner.skip("|") {
      guard let read = Claim.Kind(rawValue: scanner.word) else {
        throw scanner.error(expected: "a kind (\(Claim.Kind.allCases.map(\.rawValue).joined(separator: ", ")))")
      }
      kind = read
      scanner.advance(read.rawValue.utf8.count)
      scanner.skipBlanks()
      if scanner.skip("|") { source = scanner.text() }
    }
    try scanner.expectEnd(or: "'|' or ")
    draft = Draft(line: scanner.line, id: id, kind: kind, source: source, section: section)
  }

  /// Letters, digits, '-' and '_', in parts separated by dots: it becomes the name of a file.
  private static func isID(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 100 && id.utf8.first != UInt8(ascii: "-")
      && id.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
  }

  private mutating func readItem(_ scanner: inout ClaimScanner) throws(ClaimFileError) {
    guard draft != nil else {
      throw scanner.error(expected: "a line without blanks in front, as no claim has begun")
    }
    if draft?.proposition != nil { return try readField(&scanner) }
    if scanner.skip("for") {
      guard draft?.domain == nil, draft?.conditions == nil else {
        throw scanner.line.error(at: 0, "expected the proposition, as the domain is given already")
      }
      let domain = try readDomain(&scanner)
      draft?.domain = domain
    } else if scanner.skip("where") {
      guard draft?.conditions == nil else {
        throw scanner.line.error(at: 0, "expected the proposition, as the conditions are given already")
      }
      let conditions = try scanner.ranges(name: "")
      guard conditions.openRanges.isEmpty else {
        throw scanner.line.error(at: 0, "a condition has bounds on both sides")
      }
      // A condition restricts; one that leaves the domain would make another claim of it.
      for (variable, range) in conditions.orderedRanges {
        guard draft?.domain?.range(of: variable)?.contains(range) ?? true else {
          throw scanner.line.error(at: 0, "the condition on \(variable.rawValue) leaves the domain")
        }
      }
      draft?.conditions = conditions.ranges
    } else {
      var reader = PropositionReader(scanner, definitions: definitions)
      let proposition = try reader.proposition()
      draft?.proposition = proposition
      scanner = reader.scanner
    }
    try scanner.expectEnd()
  }

  /// The name of a domain, or ranges.
  private func readDomain(_ scanner: inout ClaimScanner) throws(ClaimFileError) -> Domain {
    var copy = scanner
    if let name = try? readName(&copy, ""), copy.isAtEnd, let domain = domains[name] {
      scanner = copy
      return domain
    }
    guard Variable(rawValue: scanner.word) != nil else {
      throw scanner.error(expected: "a domain that has been named, or ranges")
    }
    return try scanner.ranges(name: "")
  }

  /// What stands below the proposition: `statement: ...` and the like.
  private mutating func readField(_ scanner: inout ClaimScanner) throws(ClaimFileError) {
    let name = scanner.word
    guard ["statement", "reading", "printed", "origin", "expected"].contains(name),
      scanner.peek(name.utf8.count) == UInt8(ascii: ":")
    else {
      throw scanner.error(expected: "'statement:', 'reading:', 'printed:', 'origin:', 'expected:' or the next claim")
    }
    guard draft?.texts[name] == nil else { throw scanner.line.error(at: 0, "'\(name):' stands here twice") }
    scanner.advance(name.utf8.count + 1)
    scanner.skipBlanks()
    guard !scanner.isAtEnd else { throw scanner.error(expected: "a text") }
    let start = scanner.offset
    let text = scanner.text()
    draft?.texts[name] = text
    switch name {
    case "origin":
      guard let origin = Claim.Origin(rawValue: text) else {
        let origins = Claim.Origin.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        throw scanner.line.error(at: start, "expected one of \(origins)")
      }
      draft?.origin = origin
    case "expected":
      guard let expected = Verdict(rawValue: text), expected != .undecided else {
        throw scanner.line.error(at: start, "expected 'proved' or 'refuted'")
      }
      draft?.expected = expected
    default: break
    }
  }

  /// Makes the claim of which all lines have been read.
  mutating func finishClaim() throws(ClaimFileError) {
    guard let draft else { return }
    self.draft = nil
    guard let proposition = draft.proposition else {
      throw draft.line.error(at: 0, "the claim \"\(draft.id)\" has no proposition")
    }
    do {
      claims.append(
        try Claim(
          id: draft.id, source: draft.source, origin: draft.origin, kind: draft.kind, theorem: draft.section,
          domain: draft.domain ?? .none, at: draft.conditions ?? [:],
          statement: draft.texts["statement"] ?? proposition.description, reading: draft.texts["reading"],
          proposition: proposition, printed: draft.texts["printed"], expected: draft.expected ?? .proved))
    } catch {
      throw draft.line.error(at: 0, "'\(error.claim)' is no claim that can be decided: \(error.reason)")
    }
  }
}
