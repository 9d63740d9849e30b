import Foundation
import Testing

@testable import selu_proof

@Suite struct OutputFileTests {
  private let captured = CapturedConsole()

  /// A folder to write in, named by a path that `in` completes.
  private func inFolder(_ body: (Folder) throws -> Void) throws {
    try withTemporaryFolder { try body(Folder(url: $0)) }
  }

  private func write(_ text: String, _ path: String) throws {
    try OutputFile.write(text, to: path, on: captured.console)
  }

  @Test func aNewFileHoldsTheBytesAndNothingElseIsLeft() throws {
    try inFolder { folder in
      try write("hello\n", folder.path("a"))
      #expect(try folder.text("a") == "hello\n")
      #expect(try folder.names() == ["a"])
      #expect(try FileStatus(ofFileAt: folder.path("a"))?.permissions != 0o600)
    }
  }

  @Test func anExistingFileIsReplacedAndKeepsItsPermissions() throws {
    try inFolder { folder in
      try folder.create("a", "a longer text than the new one")
      chmod(folder.path("a"), 0o640)
      try write("new", folder.path("a"))
      #expect(try folder.text("a") == "new")
      #expect(try FileStatus(ofFileAt: folder.path("a"))?.permissions == 0o640)
      #expect(try folder.names() == ["a"])
    }
  }

  @Test(arguments: ["target", "missing", "inner/file"])
  func aLinkStaysALink(_ target: String) throws {
    try inFolder { folder in
      try OutputFile.createDirectory(folder.path("inner"))
      try folder.create("target", "old")
      symlink(target, folder.path("link"))
      symlink(folder.path("link"), folder.path("second"))
      try write("new", folder.path("second"))
      #expect(try folder.text(target) == "new")
      #expect(FilePath.destination(ofLink: folder.path("link")) == folder.path(target))
      #expect(FilePath.destination(ofLink: folder.path("second")) == folder.path("link"))
    }
  }

  @Test func whatCannotBeCreatedIsSaidBeforeAndAtTheWriting() throws {
    try inFolder { folder in
      try folder.create("file", "text")
      try OutputFile.createDirectory(folder.path("directory"))
      symlink("loop", folder.path("loop"))
      for (name, reason) in [
        ("none/file", "No such file or directory"), ("directory", "Is a directory"), ("new/", "Is a directory"),
        ("file/inner", "Not a directory"), ("loop", "Too many levels of symbolic links"),
      ] {
        let error = CommandError(.cannotCreate, "Cannot create '\(folder.path(name))': \(reason).")
        #expect(throws: error) { try OutputFile.check(folder.path(name)) }
        #expect(throws: error) { try write("new", folder.path(name)) }
      }
      #expect(try folder.names() == ["directory", "file", "loop"])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func permissionDenied() throws {
    try inFolder { folder in
      try folder.create("read-only", "old")
      chmod(folder.path("read-only"), 0o444)
      for (name, mode) in [("read-only", mode_t(0o755)), ("new", 0o555)] {
        chmod(folder.url.path, mode)
        let error = CommandError(.cannotCreate, "Cannot create '\(folder.path(name))': Permission denied.")
        #expect(throws: error) { try OutputFile.check(folder.path(name)) }
        #expect(throws: error) { try write("new", folder.path(name)) }
      }
      chmod(folder.url.path, 0o755)
      #expect(try folder.names() == ["read-only"])
      #expect(try folder.text("read-only") == "old")
    }
  }

  @Test func checkingLeavesNothingBehind() throws {
    try inFolder { folder in
      try OutputFile.check(folder.path("new"))
      try OutputFile.check("-")
      #expect(try folder.names().isEmpty)
    }
  }

  @Test func aFailureKeepsTheOldFile() throws {
    try inFolder { folder in
      try folder.create("a", "old")
      let replacement = try AtomicReplacement(of: folder.path("a"), replacing: nil)
      try replacement.fill(with: Array("new".utf8))
      #expect(try folder.text("a") == "old")
      #expect(try folder.names().count == 2)
      replacement.discard()
      #expect(try folder.names() == ["a"])
    }
  }

  @Test func standardOutputWaitsForTheFlush() throws {
    for path in ["-", "/dev/stdout", "/dev/fd/1"] { try write(path, path) }
    #expect(captured.output.isEmpty)
    try captured.console.output.flush()
    #expect(captured.output == "-/dev/stdout/dev/fd/1")
  }

  @Test func devicesAreWrittenDirectly() throws {
    try write("text", "/dev/null")
    #expect(try FileStatus(ofFileAt: "/dev/null")?.kind == .special)
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"))
  func aFullDeviceIsAnError() {
    #expect(throws: CommandError(.ioError, "Cannot write '/dev/full': No space left on device.")) {
      try write("text", "/dev/full")
    }
  }

  @Test func aPipeGetsTheBytes() throws {
    try inFolder { folder in
      #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
      let reader = open(folder.path("pipe"), O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      try write("text", folder.path("pipe"))
      #expect(try Descriptor(number: reader).readAll(limit: 10) == Array("text".utf8))
    }
  }

  @Test func directoriesAreMadeWithThoseAbove() throws {
    try inFolder { folder in
      for name in ["a/b/c", "a/b/c", "a/b/d/"] { try OutputFile.createDirectory(folder.path(name)) }
      #expect(try FileStatus(ofFileAt: folder.path("a/b/d"))?.kind == .directory)
      try folder.create("file", "")
      #expect(throws: CommandError(.cannotCreate, "Cannot create '\(folder.path("file"))': File exists.")) {
        try OutputFile.createDirectory(folder.path("file"))
      }
      #expect(throws: CommandError(.cannotCreate, "Cannot create '\(folder.path("file/x"))': Not a directory.")) {
        try OutputFile.createDirectory(folder.path("file/x"))
      }
    }
  }
}
