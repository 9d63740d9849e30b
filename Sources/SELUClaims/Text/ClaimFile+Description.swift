extension ClaimFile: CustomStringConvertible {
  /// A text from which the same claims are read, with all that does not follow from the rest.
  ///
  /// Formulas are written out: the names that a file gives them are not claims.
  public var description: String {
    var text = ""
    for domain in domains.values.sorted(by: { $0.name < $1.name }) {
      text += Self.filled("domain \(domain.name): \(domain.rangesText)", indentation: 0)
    }
    var section: String?
    for claim in claims {
      let needed = claim.theorem == claim.defaultSection ? section : claim.theorem
      if let needed, needed != section || claim.theorem != needed {
        text += "\nsection \(claim.theorem)\n"
        section = claim.theorem
      }
      text += "\n" + claim.text(domains: domains)
    }
    return text
  }

  /// A line, and those that continue it, of at most 120 characters if its words allow that.
  static func filled(_ text: String, indentation: Int) -> String {
    var lines = [String(repeating: " ", count: indentation)]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.allSatisfy({ $0 == " " }) {
        lines[lines.count - 1] += word
      } else if last.count + 1 + word.count <= 120 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(repeating: " ", count: continuation) + word)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Claim {
  fileprivate var defaultSection: String { String(id.prefix { $0 != "." }) }

  /// The claim in a file in which these domains have names.
  fileprivate func text(domains: [String: Domain]) -> String {
    var text = source.isEmpty ? "\(id) | \(kind.rawValue)\n" : "\(id) | \(kind.rawValue) | \(source)\n"
    if domains[domain.name] == domain {
      text += "  for \(domain.name)\n"
    } else if domain != .none {
      text += ClaimFile.filled("for \(domain.rangesText)", indentation: 2)
    }
    if !conditions.isEmpty {
      text += ClaimFile.filled("where \(Domain(name: "", conditions).rangesText)", indentation: 2)
    }
    text += ClaimFile.filled(proposition.description, indentation: 2)
    if statement != proposition.description { text += ClaimFile.filled("statement: \(statement)", indentation: 2) }
    if let reading { text += ClaimFile.filled("reading: \(reading)", indentation: 2) }
    if printed != proposition.printedConstant { text += ClaimFile.filled("printed: \(printed)", indentation: 2) }
    if origin != Origin(rawValue: source) ?? .paper { text += "  origin: \(origin.rawValue)\n" }
    if expected != .proved { text += "  expected: \(expected.rawValue)\n" }
    return text
  }
}
