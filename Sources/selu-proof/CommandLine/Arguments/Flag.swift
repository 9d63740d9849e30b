/// `--name`: true if it is given. Giving it twice says nothing new and is no error.
struct Flag: Parameter {
  let declaration: Declaration

  init(_ name: String, help: String) {
    declaration = Declaration(role: .flag, name: name, valueName: "", help: help, occurrence: .optional)
  }

  func value(from texts: [String]) -> Bool { !texts.isEmpty }
}
