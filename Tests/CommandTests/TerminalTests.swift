import Testing

@testable import selu_proof

@Suite struct TerminalTests {
  static let colourful = TerminalCapabilities(isTerminal: true, environment: ["TERM": "xterm"])

  @Test(arguments: [
    (true, ["TERM": "xterm-256color"], true, true),
    (true, ["TERM": "xterm", "NO_COLOR": ""], true, true),
    (true, ["TERM": "xterm", "NO_COLOR": "0"], true, false),
    (true, ["TERM": "dumb"], false, false),
    (true, [:], false, false),
    (false, ["TERM": "xterm"], false, false),
  ])
  func capabilities(_ isTerminal: Bool, _ environment: [String: String], _ canRedraw: Bool, _ canColour: Bool) {
    let capabilities = TerminalCapabilities(isTerminal: isTerminal, environment: environment)
    #expect(capabilities.canRedraw == canRedraw)
    #expect(capabilities.canColour == canColour)
  }

  @Test func colourOnlyWhereItCanBeShown() {
    #expect(CapturedConsole().console.output.styled("proved", .green) == "proved")
    let console = CapturedConsole(capabilities: Self.colourful).console
    #expect(console.output.styled("proved", .green) == "\u{1B}[32mproved\u{1B}[0m")
  }

  @Test func anErrorIsRedOnATerminal() throws {
    let captured = CapturedConsole(capabilities: Self.colourful)
    _ = try SampleProgram.program.run(["x"], on: captured.console)
    #expect(captured.errors.hasPrefix("\u{1B}[31mError:\u{1B}[0m Unknown subcommand 'x'.\n"))
  }

  @Test func resultsAreKeptUntilTheEnd() throws {
    let captured = CapturedConsole()
    captured.console.print("a")
    captured.console.remark("b")
    #expect(captured.output.isEmpty)
    #expect(captured.errors == "b\n")
    try captured.console.output.flush()
    try captured.console.output.flush()
    #expect(captured.output == "a\n")
  }

  @Test func progressIsRateLimitedCutAndWiped() {
    let captured = CapturedConsole(capabilities: Self.colourful)
    let start = ContinuousClock.now
    let clock = ManualClock(start)
    let progress = ProgressLine(captured.console, now: { clock.now })
    progress.update("first")
    clock.now = start + .milliseconds(99)
    progress.update("too early")
    clock.now = start + .milliseconds(100)
    progress.update(String(repeating: "x", count: 200))
    progress.finish()
    progress.finish()
    clock.now = start + .seconds(1)
    progress.update("too late")
    let long = String(repeating: "x", count: 79)
    #expect(captured.errors == "\r\u{1B}[Kfirst\r\u{1B}[K\(long)\r\u{1B}[K")
  }

  /// From the first second on the line says how many have passed, and moves though nothing else is new.
  @Test func progressMoves() {
    let captured = CapturedConsole(capabilities: Self.colourful)
    let start = ContinuousClock.now
    let clock = ManualClock(start)
    let progress = ProgressLine(captured.console, now: { clock.now })
    progress.update("work")
    clock.now = start + .milliseconds(1500)
    progress.tick()
    clock.now = start + .seconds(12)
    progress.update(String(repeating: "x", count: 200))
    progress.finish()
    progress.tick()
    let long = String(repeating: "x", count: 72) + " (12 s)"
    #expect(captured.errors == "\r\u{1B}[Kwork\r\u{1B}[Kwork (1 s)\r\u{1B}[K\(long)\r\u{1B}[K")
  }

  /// What is done at once leaves no trace.
  @Test func progressCanWait() {
    let captured = CapturedConsole(capabilities: Self.colourful)
    let start = ContinuousClock.now
    let clock = ManualClock(start)
    let quick = ProgressLine(captured.console, delay: .milliseconds(300), now: { clock.now })
    quick.update("quick")
    quick.finish()
    #expect(captured.errors.isEmpty)
    let slow = ProgressLine(captured.console, delay: .milliseconds(300), now: { clock.now })
    slow.update("slow")
    clock.now = start + .milliseconds(300)
    slow.tick()
    slow.finish()
    #expect(captured.errors == "\r\u{1B}[Kslow\r\u{1B}[K")
  }

  @Test func progressIsNotDrawnIntoAFile() {
    let captured = CapturedConsole()
    let progress = ProgressLine(captured.console)
    progress.update(failing())
    progress.finish()
    #expect(captured.errors.isEmpty)
  }

  private func failing() -> String {
    Issue.record("The text has been made although nobody will see it.")
    return ""
  }

  /// A clock that stands still; the tests that use it have one thread.
  private final class ManualClock: @unchecked Sendable {
    var now: ContinuousClock.Instant

    init(_ now: ContinuousClock.Instant) { self.now = now }
  }
}
