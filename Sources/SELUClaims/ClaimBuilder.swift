import RealArithmetic

/// Writes the claims of one part of the paper, so that in the registry a claim is a line or two.
package struct ClaimBuilder {
  /// The part of the paper.
  package let theorem: String

  package init(_ theorem: String) {
    self.theorem = theorem
  }

  /// What a theorem or lemma says.
  package func statement(
    _ id: String, _ source: String, _ domain: Domain, _ statement: String, _ proposition: Proposition,
    at conditions: [Variable: Domain.Range] = [:], reading: String? = nil, printed: String? = nil,
    expected: Decision = .proved
  ) -> Claim {
    .listed {
      try Claim(
        id: id, source: source, kind: .statement, theorem: theorem, domain: domain, at: conditions,
        statement: statement,
        reading: reading, proposition: proposition, printed: printed, expected: expected)
    }
  }

  /// An inequality or extremum inside a proof or a numerical section.
  package func step(
    _ id: String, _ source: String, _ domain: Domain, _ statement: String, _ proposition: Proposition,
    at conditions: [Variable: Domain.Range] = [:], origin: Claim.Origin? = nil, expected: Decision = .proved
  ) -> Claim {
    .listed {
      try Claim(
        id: id, source: source, origin: origin, kind: .step, theorem: theorem, domain: domain, at: conditions,
        statement: statement, proposition: proposition, expected: expected)
    }
  }

  /// A relation between printed numbers.
  package func arithmetic(
    _ id: String, _ source: String, _ statement: String, _ proposition: Proposition, expected: Decision = .proved
  ) -> Claim {
    .listed {
      try Claim(
        id: id, source: source, kind: .arithmetic, theorem: theorem, domain: .none, statement: statement,
        proposition: proposition, expected: expected)
    }
  }

  /// A bound of a sum of products of printed numbers.
  package func sum(
    _ id: String, _ source: String, _ sum: StaticString, _ inequality: Inequality, _ bound: PrintedDecimal,
    expected: Decision = .proved
  ) -> Claim {
    arithmetic(
      id, source, "\(sum) \(inequality.rawValue) bound",
      .bound(Quantity(Expression(printedSum: sum)), inequality, bound), expected: expected)
  }

  /// The printed value of a sum of products of printed numbers.
  package func sum(
    _ id: String, _ source: String, _ sum: StaticString, equals value: PrintedDecimal, expected: Decision = .proved
  ) -> Claim {
    arithmetic(id, source, "\(sum) = bound", .equals(Expression(printedSum: sum), value), expected: expected)
  }
}

extension Claim {
  /// A claim written in the source.
  package static func listed(_ make: () throws -> Claim) -> Claim {
    do {
      return try make()
    } catch {
      // Only a line of the source can come here, and the tests read all of them.
      preconditionFailure("\(error)")
    }
  }
}

extension Domain.Range {
  /// The range that holds one number only.
  package static func at(_ value: PrintedDecimal) -> Domain.Range { Domain.Range(value, value) }
}
