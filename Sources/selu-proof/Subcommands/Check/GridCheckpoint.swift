import Reporting

/// The file in which a run over a grid keeps how far it has come.
struct GridCheckpoint {
  static let option = Option(
    "checkpoint", "file", .file,
    help: """
      Where a run over a grid keeps how far it has come, and from where it goes on if the file exists; for a single \
      claim that bounds S.
      """)

  let path: String

  /// What the file holds; nil if it does not exist.
  ///
  /// Throws: status 65 if it is damaged or of another run.
  func record(for work: GridWork) throws -> GridRecord? {
    do {
      guard try FileStatus(ofFileAt: path) != nil else { return nil }
    } catch let error as SystemError {
      throw CommandError(.noInput, "Cannot open '\(path)': \(error.reason).")
    }
    let record = try GridRecord.read(path, calledA: "checkpoint")
    do {
      if work.job.part != record.job.part {
        throw GridRecordError("it is of part \(record.job.part), not of part \(work.job.part)")
      }
      try work.validate(record)
    } catch let error as GridRecordError {
      throw CommandError(.dataError, "The checkpoint '\(path)' is not of this run: \(error.reason).")
    }
    return record
  }

  /// Replaces the file by a record.
  func save(_ record: GridRecord, on console: Console) throws {
    try OutputFile.write(try record.text(), to: path, on: console)
  }
}

/// Why a record cannot be used; a sentence without its subject and its full stop.
struct GridRecordError: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

extension GridRecord {
  /// The record in a file, which a complaint calls a checkpoint or a part.
  ///
  /// Throws: status 65 if the file is damaged, or another document.
  static func read(_ path: String, calledA name: String) throws -> GridRecord {
    let text = try InputFile.text(of: path)
    do {
      return try GridRecord(parsing: text)
    } catch {
      throw CommandError(.dataError, error.sentence(about: path, readAs: name))
    }
  }
}

extension GridRecord.Job {
  /// What keeps two jobs from being parts of one, in the words of a complaint about the other; nil if nothing does.
  func difference(from other: GridRecord.Job) -> String? {
    if other.tool != tool {
      return "it was written by \(other.tool.name) \(other.tool.version), not by \(tool.name) \(tool.version)"
    }
    if other.claim != claim { return "its claim is '\(other.claim)', not '\(claim)'" }
    if other.grid != grid { return "its grid is \(other.grid), not \(grid)" }
    if other.cells != cells || other.units != units || other.parameters != parameters {
      return "its grid of the same name has other cells"
    }
    return nil
  }
}
