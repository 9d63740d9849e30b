/// What came of all files together.
struct ConformanceReport {
  let runs: [ConformanceRun]

  /// Executes the statements of files, given by name and text.
  init(_ files: [(name: String, text: String)]) throws(ITLError) {
    var runs: [ConformanceRun] = []
    for file in files { runs.append(try ConformanceRun(text: file.text, file: file.name)) }
    self.runs = runs
  }

  /// How many statements were executed.
  var executed: Int { runs.map(\.executed).reduce(0, +) }

  /// Why the run does not count as a success: the failed statements, or that there was nothing to execute.
  var problems: [String] {
    executed == 0 ? ["no statement was executed in \(runs.count) files"] : runs.flatMap(\.failures)
  }

  /// A line for each file and one for all.
  var summary: String {
    let total = "ITF1788: \(executed) statements executed in \(runs.count) files"
    return (runs.map(\.summary) + [total]).joined(separator: "\n")
  }
}
