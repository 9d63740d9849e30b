/// `selu-proof verify FILE-or-DIR ...`
enum VerifyCommand {
  static let files = Argument.variadic(
    "file", .file, required: true, help: "Certificates, or directories whose files named '*.json' are certificates.")
  static let precision = Option(
    "precision", "bits", .integer(in: 64...4096), default: "96", help: "The significant bits of the arithmetic.")

  static let command = Command(
    "verify",
    abstract: "Replays certificates with multi-precision intervals: accepted or rejected, and why.",
    discussion: """
      A certificate is what 'selu-proof check --certificates' writes. Nothing has to be believed of it: that it is about \
      the claim as listed, that its boxes cover the claim's domain, that every box keeps the bound and that the witness \
      attains it are all proved anew, without any tolerance and without the search or its double precision.

      One line a file is printed, then the counts. The status is 0 if all are accepted and 1 if one is rejected; damaged \
      files are rejected.
      """,
    parameters: [files, precision, SearchSettings.threads],
    examples: [
      Example("The committed certificates:", "selu-proof verify Proofs/certificates"),
      Example("One, with 256 bits:", "selu-proof verify --precision 256 Proofs/certificates/theorem1.contraction.json"),
    ],
    run: { arguments, context in try VerifyJob(arguments, context.console).run() })
}
