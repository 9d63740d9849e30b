/// What the process tells the shell; scripts and CI rely on these numbers.
///
/// 64 and above are the numbers of BSD's `sysexits.h`, so that a verdict (0, 1, 2) is never mistaken for a mishap.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case unexpected = 1
  case undecided = 2
  case usage = 64
  case dataError = 65
  case noInput = 66
  case internalError = 70
  case cannotCreate = 73
  case ioError = 74

  /// The sentence that the help of the program prints beside the number.
  var meaning: String {
    switch self {
    case .success: "All as expected."
    case .unexpected: "A verdict or a certified bound is not what it has to be."
    case .undecided: "Something stayed undecided within the budget."
    case .usage: "The command line is wrong."
    case .dataError: "An input file holds bad data."
    case .noInput: "An input file does not exist or cannot be opened."
    case .internalError: "The process cannot do its work, or the program is at fault; please report that."
    case .cannotCreate: "An output file cannot be created."
    case .ioError: "Reading or writing failed."
    }
  }
}

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
