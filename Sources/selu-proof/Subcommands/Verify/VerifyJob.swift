import Certificates
import Foundation
import GridChecker
import JSON

/// One call of `verify`.
struct VerifyJob {
  /// Some times what the largest certificate has, and little enough to be read in a second.
  private static let largestFile = 2 << 20

  private let console: Console
  private let verifier: CertificateVerifier
  private let threads: Int
  private let paths: [String]

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    self.console = console
    verifier = CertificateVerifier(precision: try arguments[VerifyCommand.precision])
    threads = try SearchSettings.threads(arguments)
    paths = try arguments[VerifyCommand.files].flatMap(Self.files)
  }

  func run() throws -> ExitStatus {
    let line = ProgressLine(console)
    line.update("Replaying \(paths.count) certificate\(paths.count == 1 ? "" : "s")")
    let results = concurrentMap(paths, threads: threads, share: 1) { path in Result { try verdict(on: path) } }
    line.finish()
    var rejected = 0
    for (path, result) in zip(paths, results) {
      switch try result.get() {
      case .success(let certificate):
        console.print("accepted \(certificate.heading.claim): \(certificate.verdict.rawValue)")
      case .failure(let rejection):
        rejected += 1
        console.print("rejected \(path): \(rejection)")
      }
    }
    console.print("\(paths.count - rejected) accepted, \(rejected) rejected")
    return rejected == 0 ? .success : .unexpected
  }

  /// The certificate, or why it is not accepted.
  ///
  /// Throws: a `CommandError` if the file cannot be read at all.
  private func verdict(on path: String) throws -> Result<Certificate, Complaint> {
    do {
      let certificate = try Certificate(parsing: try InputFile.text(of: path, limit: Self.largestFile))
      try verifier.verify(certificate)
      return .success(certificate)
    } catch let error as CommandError where error.status == .dataError {
      return .failure(Complaint(description: error.sentence))
    } catch let error as JSONError {
      return .failure(Complaint(description: error.description))
    } catch let error as Rejection {
      return .failure(Complaint(description: error.reason))
    }
  }

  private struct Complaint: Error, CustomStringConvertible {
    /// Parts of a damaged file may stand in it: one line, and not a long one.
    let description: String

    init(description: String) {
      let scalars = description.unicodeScalars.prefix(300)
      self.description = String(
        scalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    }
  }

  /// The file, or the certificates of the directory in alphabetical order.
  private static func files(_ path: String) throws -> [String] {
    guard try kind(of: path) == .directory else { return [path] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw CommandError(.noInput, "Cannot open '\(path)': \(SystemError.last.reason).")
    }
    let files = names.filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
    guard !files.isEmpty else {
      throw CommandError(.noInput, "The directory '\(path)' holds no certificate: no file named '*.json'.")
    }
    return files
  }

  private static func kind(of path: String) throws -> FileStatus.Kind? {
    do {
      return try FileStatus(ofFileAt: path)?.kind
    } catch let error as SystemError {
      throw CommandError(.noInput, "Cannot open '\(path)': \(error.reason).")
    }
  }
}
