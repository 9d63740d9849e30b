import GridChecker
import RealArithmetic

extension Domain {
  /// The variables with their exact ranges, in the fixed order of the variables.
  public var orderedRanges: [(variable: Variable, range: ExactRange)] {
    Variable.allCases.compactMap { variable in ranges[variable].map { (variable, $0) } }
  }

  /// The ranges in words, as `mu = 0, nu in [0.8, 1.5]`; exact.
  public var rangesText: String {
    (orderedRanges.map { variable, range in
      range.lower == range.upper
        ? "\(variable.rawValue) = \(range.lower)" : "\(variable.rawValue) in [\(range.lower), \(range.upper)]"
    }
      + Variable.allCases.compactMap { variable in
        openRanges[variable].map { "\(variable.rawValue) in \($0.rawValue)" }
      }).joined(separator: ", ")
  }

  /// The domain of a claim that names none.
  public static let none = Domain(name: "none", [:])
}

extension ClaimScanner {
  mutating func variable() throws(ClaimFileError) -> Variable {
    guard let variable = Variable(rawValue: word) else {
      throw error(expected: "a variable (\(Variable.allCases.map(\.rawValue).joined(separator: ", ")))")
    }
    advance(word.utf8.count)
    skipBlanks()
    return variable
  }

  mutating func closedRange() throws(ClaimFileError) -> ExactRange {
    try expect("[")
    let lower = try rational()
    try expect(",")
    let upper = try rational()
    try expect("]")
    return ExactRange(lower, upper)
  }

  /// Ranges of variables, as `Domain.rangesText` writes them.
  mutating func ranges(name: String) throws(ClaimFileError) -> Domain {
    var closed: [Variable: ExactRange] = [:]
    var open: [Variable: Domain.OpenRange] = [:]
    repeat {
      skipBlanks()
      let start = offset
      let variable = try variable()
      guard closed[variable] == nil, open[variable] == nil else {
        throw line.error(at: start, "\(variable.rawValue) has two ranges")
      }
      if skip("=") {
        let value = try rational()
        closed[variable] = ExactRange(value, value)
        continue
      }
      guard skip("in") else { throw error(expected: "'=' or 'in'") }
      if skip("(0, inf)") {
        open[variable] = .positive
      } else if skip("(-inf, inf)") {
        open[variable] = .all
      } else {
        guard next == UInt8(ascii: "[") else { throw error(expected: "'[', '(0, inf)' or '(-inf, inf)'") }
        closed[variable] = try closedRange()
      }
    } while skip(",")
    return Domain(name: name, closed, open: open)
  }
}
