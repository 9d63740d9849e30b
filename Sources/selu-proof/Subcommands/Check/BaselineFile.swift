import Reporting

/// The file with the verdicts and values that a run is held against.
struct BaselineFile {
  static let option = Option(
    "baseline", "file", .file,
    help: "Recorded verdicts and values to compare with; \(Surroundings.baselinePath), if it exists, when not given.")
  static let update = Flag(
    "update-baseline", help: "Record the verdicts and values of this run instead of comparing them.")

  let path: String
  /// What it holds; nil if there is no such file.
  let baseline: Baseline?

  /// The file to compare with; nil if none is given and the usual one does not exist.
  ///
  /// Throws: status 66 if a given file does not exist, 65 if the file is damaged.
  static func forComparison(_ given: String?, in surroundings: Surroundings) throws -> BaselineFile? {
    if let given { return BaselineFile(path: given, baseline: try read(given)) }
    let usual = surroundings.defaultBaseline
    return try exists(usual) ? BaselineFile(path: usual, baseline: try read(usual)) : nil
  }

  /// The file to write; what it holds is read only if some of that has to be kept.
  ///
  /// Throws: status 73 if the file cannot be written, 65 if it is damaged and has to be kept.
  static func forUpdate(_ given: String?, keepsOthers: Bool, in surroundings: Surroundings) throws -> BaselineFile {
    let path = given ?? surroundings.defaultBaseline
    try OutputFile.check(path)
    return BaselineFile(path: path, baseline: try keepsOthers && exists(path) ? read(path) : nil)
  }

  /// Records a report, and keeps what has been recorded of claims that are not in it.
  func update(with report: Report, on console: Console) throws {
    let new = baseline?.updated(with: report) ?? Baseline(report)
    try OutputFile.write(try new.text(tool: report.tool), to: path, on: console)
  }

  private static func exists(_ path: String) throws -> Bool {
    do {
      return try FileStatus(ofFileAt: path) != nil
    } catch let error as SystemError {
      throw CommandError(.noInput, "Cannot open '\(path)': \(error.reason).")
    }
  }

  private static func read(_ path: String) throws -> Baseline {
    let text = try InputFile.text(of: path)
    do {
      return try Baseline(parsing: text)
    } catch {
      throw CommandError(.dataError, error.sentence(about: path, readAs: "baseline"))
    }
  }
}
