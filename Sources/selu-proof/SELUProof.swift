import Foundation

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
