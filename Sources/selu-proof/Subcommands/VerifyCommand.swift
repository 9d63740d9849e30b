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
