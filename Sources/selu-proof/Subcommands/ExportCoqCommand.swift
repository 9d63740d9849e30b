import Certificates
import JSON

/// `selu-proof export-coq CERTIFICATE ...`
enum ExportCoqCommand {
  static let files = Argument.variadic("certificate", .file, required: true, help: "What 'check --certificates' wrote.")

  static let command = Command(
    "export-coq",
    abstract: "Writes the subdivisions of certificates as definitions for Coq.",
    discussion: """
      The result is a source file for 'Proofs/coq': one term of type 'tree' a part of a certificate. The certificates are \
      read, not replayed; Coq's kernel checks the trees against its own statements and evaluates everything anew.
      """,
    parameters: [files, CheckCommand.output],
    examples: [
      Example(
        "One tree:",
        "selu-proof export-coq Proofs/certificates/theorem2.variance-decreases.json")
    ],
    run: run)

  private static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitStatus {
    let output = try arguments[CheckCommand.output]
    if let output { try OutputFile.check(output) }
    let certificates = try arguments[files].map { path in
      do {
        return try Certificate(parsing: try InputFile.text(of: path))
      } catch let error as JSONError {
        throw CommandError(.dataError, "The certificate '\(path)' is damaged: \(error).")
      }
    }
    do {
      try OutputFile.write(try CoqExport.text(certificates), to: output ?? "-", on: context.console)
    } catch let error as CoqExport.Failure {
      throw CommandError(.dataError, "The certificates cannot be exported: \(error.reason).")
    }
    return .success
  }
}
