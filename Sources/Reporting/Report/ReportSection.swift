/// The claims that belong together: those whose ids begin with the same word.
struct ReportSection {
  /// The first part of the ids, such as `theorem1`.
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
      let name = String(entry.claim.id.prefix { $0 != "." })
      if entriesByName[name] == nil { names.append(name) }
      entriesByName[name, default: []].append(entry)
    }
    return names.map { ReportSection(name: $0, entries: entriesByName[$0] ?? []) }
  }
}
