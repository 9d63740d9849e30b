/// The version of the program, as `--version` and the reports print it.
enum Version {
  static let string = "0.1.0"
}
