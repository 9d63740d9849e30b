import Certificates
import GridChecker
import Reporting
import SELUClaims
import SELUTheorem

/// Where `check` leaves certificates, one file a claim.
struct CertificateDirectory {
  static let option = Option(
    "certificates", "directory", .directory,
    help: """
      Write a certificate for each claim that boxes decide into this directory; made if it does not exist. \
      'selu-proof verify' replays them.
      """)

  private let path: String

  /// The directory that a command line names, if any, made ready for these claims.
  ///
  /// Throws a usage error if the search is one that leaves no certificates; what can be found wrong with the directory.
  init?(_ arguments: ParsedArguments, _ claims: [Claim], _ settings: SearchSettings) throws {
    guard let path = try arguments[Self.option] else { return nil }
    guard settings.strategy == .adaptive else {
      throw CommandError(.usage, "The option '--certificates' needs '--strategy adaptive': a grid has too many cells.")
    }
    self.path = path
    try OutputFile.createDirectory(path)
    for claim in claims where claim.obligations != nil { try OutputFile.check(file(of: claim)) }
  }

  /// Writes the certificates of all claims that are decided by boxes; the others are left alone.
  func write(_ entries: [Report.Entry], _ checker: ClaimChecker, on console: Console) throws {
    let progress = ProgressLine(console, delay: .milliseconds(300))
    progress.update("Writing certificates")
    defer { progress.finish() }
    let texts = concurrentMap(entries, threads: checker.budget.threads, share: 1) { entry in
      Result { try checker.certificate(for: entry.claim, entry.finding, tool: .seluProof)?.text() }
    }
    for (entry, text) in zip(entries, texts) {
      if let text = try text.get() {
        try OutputFile.write(text, to: file(of: entry.claim), on: console)
      } else if entry.claim.obligations != nil && entry.finding.decision != .undecided {
        console.remark(
          "The claim '\(entry.claim.id)' is \(entry.finding.decision.rawValue), but not in a way that can be replayed: no certificate."
        )
      }
    }
  }

  private func file(of claim: Claim) -> String { "\(path)/\(claim.id).json" }
}
