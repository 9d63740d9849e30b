import Certificates
import Foundation
import GridChecker
import JSON
import SELUClaims

/// `selu-proof verify FILE-or-DIR ...`
enum VerifyCommand {
  static let files = Argument.variadic(
    "file", .file, required: true,
    help: "Certificates, each named '<claim id>.json', or directories whose files named '*.json' are certificates.")
  static let complete = Flag(
    "complete", help: "Also list the claims that boxes decide and that have no accepted certificate among the files.")
  static let claims = Option(
    "claims", "file", .file, help: "The claims that the certificates are about; those of the paper when not given.")
  static let precision = Option(
    "precision", "bits", .integer(in: 64...4096), default: "96", help: "The significant bits of the arithmetic.")

  static let command = Command(
    "verify",
    abstract: "Replays certificates with multi-precision intervals: accepted or rejected, and why.",
    discussion: """
      A certificate is what 'selu-proof check --certificates' writes. Nothing has to be believed of it: that it is about \
      the claim as listed (by the program, or in the file of '--claims'), that its boxes cover the claim's domain, that every box keeps the bound and that the witness \
      attains it are all proved anew, without any tolerance and without the search or its double precision.

      One line a file is printed, then the counts. The status is 0 if all are accepted and 1 if one is rejected or, with \
      '--complete', a claim is missing; damaged files are rejected, and so is a file with another name than its claim's.
      """,
    parameters: [files, complete, claims, precision, SearchSettings.threads],
    examples: [
      Example(
        "The committed certificates, and that none is missing:", "selu-proof verify --complete Proofs/certificates"),
      Example("Those of claims of one's own:", "selu-proof verify --claims my.claims certificates"),
      Example("One, with 256 bits:", "selu-proof verify --precision 256 Proofs/certificates/theorem1.contraction.json"),
    ],
    run: { arguments, context in try VerifyJob(arguments, context.console).run() })
}

/// One call of `verify`.
struct VerifyJob {
  /// Some times what the largest certificate has, and little enough to be read in a second.
  private static let largestFile = 2 << 20

  private let console: Console
  private let claims: [Claim]
  private let verifier: CertificateVerifier
  private let threads: Int
  private let isComplete: Bool
  private let paths: [String]

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    self.console = console
    claims = try ClaimSource(try arguments[VerifyCommand.claims]).claims
    verifier = CertificateVerifier(precision: try arguments[VerifyCommand.precision], claims: claims)
    threads = try SearchSettings.threads(arguments)
    isComplete = try arguments[VerifyCommand.complete]
    paths = try arguments[VerifyCommand.files].flatMap(Self.files)
  }

  func run() throws -> ExitStatus {
    let results = replayed()
    var (rejected, accepted): (Int, Set<String>) = (0, [])
    for (path, result) in zip(paths, results) {
      switch try result.get() {
      case .success(let certificate):
        accepted.insert(certificate.heading.claim)
        console.print("accepted \(certificate.heading.claim): \(certificate.verdict.rawValue)")
      case .failure(let rejection):
        rejected += 1
        console.print("rejected \(path): \(rejection)")
      }
    }
    var counts = "\(paths.count - rejected) accepted, \(rejected) rejected"
    let missing = isComplete ? claims.filter { $0.obligations != nil && !accepted.contains($0.id) } : []
    for claim in missing { console.print("missing \(claim.id): no certificate of it is accepted") }
    if isComplete { counts += ", \(missing.count) missing" }
    console.print(counts)
    return rejected == 0 && missing.isEmpty ? .success : .unexpected
  }

  /// What comes of each file, with progress on the console.
  private func replayed() -> [Result<Result<Certificate, Complaint>, any Error>] {
    let progress = CountProgress(of: paths.count, console) { "\($0) of \($1) certificates replayed" }
    defer { progress.finish() }
    return concurrentMap(paths, threads: threads, share: 1) { path in
      defer { progress.advance() }
      return Result { try verdict(on: path) }
    }
  }

  /// The certificate, or why it is not accepted.
  ///
  /// Throws: a `CommandError` if the file cannot be read at all.
  private func verdict(on path: String) throws -> Result<Certificate, Complaint> {
    do {
      let certificate = try Certificate(parsing: try InputFile.text(of: path, limit: Self.largestFile))
      let name = "\(certificate.heading.claim).json"
      guard path.split(separator: "/").last.map({ String($0) == name }) ?? false else {
        throw Rejection("a certificate of this claim has the name '\(name)'")
      }
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
