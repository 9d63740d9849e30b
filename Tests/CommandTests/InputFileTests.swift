import Foundation
import Testing

@testable import selu_proof

@Suite struct InputFileTests {
  /// Writes the bytes to a file, and hands over its path.
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data(bytes).write(to: file)
      try body(file.path)
    }
  }

  @Test func textAndBytes() throws {
    let text = String(repeating: "λ₀₁ = 1.0507\n", count: 20_000)
    try withFile(Array(text.utf8)) { path in
      try #expect(InputFile.text(of: path) == text)
      try #expect(InputFile.bytes(of: path) == Array(text.utf8))
    }
    try withFile([]) { try #expect(InputFile.text(of: $0).isEmpty) }
  }

  @Test func theLimitIsIncluded() throws {
    try withFile([1, 2, 3]) { path in
      try #expect(InputFile.bytes(of: path, limit: 3) == [1, 2, 3])
      #expect(throws: CommandError(.dataError, "The file '\(path)' is larger than 2 bytes.")) {
        try InputFile.bytes(of: path, limit: 2)
      }
    }
  }

  @Test(arguments: [([0xFF], 1), ([0x61, 0x0A, 0x0A, 0xC3], 3), ([0xED, 0xA0, 0x80], 1)] as [([UInt8], Int)])
  func whatIsNoTextIsLocated(_ bytes: [UInt8], _ line: Int) throws {
    try withFile(bytes) { path in
      #expect(throws: CommandError(.dataError, "The file '\(path)' is not valid UTF-8 in line \(line).")) {
        try InputFile.text(of: path)
      }
    }
  }

  @Test func whatIsNotThereOrNoFile() throws {
    try withFile([]) { path in
      for (name, reason) in [
        ("\(path)s", "No such file or directory"), ("\(path)/x", "Not a directory"),
        (FilePath.directory(of: path), "Is a directory"),
      ] {
        #expect(throws: CommandError(.noInput, "Cannot open '\(name)': \(reason).")) {
          try InputFile.bytes(of: name)
        }
      }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func permissionDenied() throws {
    try withFile([]) { path in
      chmod(path, 0)
      #expect(throws: CommandError(.noInput, "Cannot open '\(path)': Permission denied.")) {
        try InputFile.bytes(of: path)
      }
    }
  }
}
