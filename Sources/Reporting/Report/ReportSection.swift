/// The claims that belong together: a theorem with all that its proof rests on, or another part of the paper.
struct ReportSection {
  /// The part of the paper, such as `theorem1` or `definitions`.
  let name: String
  /// The entries, in the order of the report.
  let entries: [Report.Entry]

  /// The name for readers: `Theorem 1`, `Main text`.
  var title: String {
    let words = name.replacing("-", with: " ")
    let digits = words.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let stem = words.dropLast(digits)
    let separator = digits > 0 && stem.last?.isLetter == true ? " " : ""
    return stem.prefix(1).uppercased() + stem.dropFirst() + separator + words.suffix(digits)
  }
}

extension Report {
  /// The entries in sections, in the order in which the sections first appear.
  var sections: [ReportSection] {
    var names: [String] = []
    var entriesByName: [String: [Entry]] = [:]
    for entry in entries {
      let theorem = entry.claim.theorem
      let name = theorem.allSatisfy(\.isNumber) ? "theorem\(theorem)" : theorem
      if entriesByName[name] == nil { names.append(name) }
      entriesByName[name, default: []].append(entry)
    }
    return names.map { ReportSection(name: $0, entries: entriesByName[$0] ?? []) }
  }
}
