/// An end other than a verdict: one sentence for the person and a status for the script.
///
/// Nothing else about a failure reaches the user, so the sentence names the file, option or value at fault and ends
/// with a full stop.
struct CommandError: Error, Equatable, Sendable {
  let status: ExitStatus
  let sentence: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }
}
