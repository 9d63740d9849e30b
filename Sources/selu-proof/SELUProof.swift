import Foundation
import IntervalArithmetic

/// The entry point: hands the command line to the table of subcommands and ends with their status.
@main
struct SELUProof {
  static func main() {
    Interrupts.prepare()
    let console = Console.standard(environment: ProcessInfo.processInfo.environment)
    do {
      let status = try RootCommand.program.run(commandLine: CommandLine.arguments, on: console)
      exit(status.rawValue)
    } catch {
      Interrupts.dieOfBrokenPipe()
    }
  }
}

/// The table of subcommands, in the order of the help.
enum RootCommand {
  static let program = Program(
    "selu-proof", version: Version.string,
    abstract: "Proves the SELU fixed-point theorem by interval arithmetic, and computes with the map it is about.",
    discussion: """
      Results go to standard output, progress and complaints to standard error. An output file appears whole or not \
      at all. Decimals on the command line are exact. Colour is used only on a terminal, and never when NO_COLOR is set.
      """,
    commands: [
      CheckCommand.command, VerifyCommand.command, ExportCoqCommand.command, MergeCommand.command,
      ClaimsCommand.command, MapCommand.command,
      FixedPointCommand.command,
      ConstantsCommand.command, DropoutCommand.command, GainCommand.command, TablesCommand.command,
      CompletionsCommand.command,
    ],
    obstacle: { sentence(about: FloatingPointEnvironment.departures) })

  /// Why nothing can be proved in a floating-point environment that differs from the default in these ways.
  static func sentence(about departures: [FloatingPointEnvironment.Departure]) -> String? {
    guard !departures.isEmpty else { return nil }
    let list = departures.map(\.rawValue).joined(separator: ", ")
    return
      "In this process floating-point arithmetic \(list), so that nothing could be proved. A library that was linked "
      + "with -ffast-math and is loaded into the process (LD_PRELOAD) can be the cause."
  }
}

/// The version of the program, as `--version` and the reports print it.
enum Version {
  static let string = "0.1.0"
}
