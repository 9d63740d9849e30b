import Foundation
import Testing

@testable import selu_proof

/// How the process ends by a signal; each test is a process of its own.
@Suite struct InterruptTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsTheProcessWhenTheTemporaryFileIsGone(_ number: Int32) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/selu-proof-\(UUID().uuidString)"
    try OutputFile.createDirectory(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await #expect(processExitsWith: .signal(number)) { [folder = folder as String, number = number as Int32] in
      signal(number, SIG_DFL)
      do {
        try Interrupts.deferred {
          let replacement = try AtomicReplacement(of: "\(folder)/file", replacing: nil)
          defer { replacement.discard() }
          kill(getpid(), number)
          for _ in 0..<10_000 where (try? Interrupts.check()) != nil { usleep(1_000) }
          try replacement.fill(with: [1, 2, 3])
        }
      } catch is Interrupts.Interrupted {
        sleep(10)  // the signal may take its time to arrive
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func anIgnoredSignalStaysIgnored() async {
    await #expect(processExitsWith: .exitCode(7)) {
      signal(SIGHUP, SIG_IGN)
      try Interrupts.deferred {
        kill(getpid(), SIGHUP)
        usleep(100_000)
        try Interrupts.check()
      }
      kill(getpid(), SIGHUP)
      usleep(100_000)
      exit(7)
    }
  }

  @Test func aBrokenPipeEndsTheProcessByItsSignal() async {
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      Interrupts.prepare()
      Interrupts.dieOfBrokenPipe()
    }
  }
}
