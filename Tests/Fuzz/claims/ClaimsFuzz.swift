import SELUClaims

/// What `selu-proof claims` does with the bytes of a file, for libFuzzer: a trap is a finding, and so is a text that is not
/// read again from its description.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let file = try? ClaimFile(parsing: Array(UnsafeBufferPointer(start: start, count: count))) else { return 0 }
  let text = file.description
  guard let again = try? ClaimFile(parsing: text) else { fatalError("A description cannot be read:\n\(text)") }
  guard again.description == text else { fatalError("Another text is read from a description:\n\(text)") }
  for claim in file.claims {
    guard let proposition = try? Proposition(parsing: claim.proposition.description) else {
      fatalError("A proposition cannot be read: \(claim.proposition)")
    }
    guard proposition == claim.proposition else { fatalError("Another proposition is read: \(claim.proposition)") }
  }
  return 0
}
