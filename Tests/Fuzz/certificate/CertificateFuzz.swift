import Certificates
import PaperText
import SELUClaims

/// With so few nodes a replay takes milliseconds.
private let largestTree = 30
private let verifier = CertificateVerifier(
  precision: 64, claims: (try? ClaimFile(parsing: PaperText.selu2017))?.claims ?? [])

/// What `selu-proof verify` does with the bytes of a file, for libFuzzer: a trap is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  // The command refuses what is not UTF-8 before it is parsed.
  guard let text = String(validating: bytes, as: UTF8.self), let certificate = try? Certificate(parsing: text) else {
    return 0
  }
  guard let canonical = try? certificate.text() else { fatalError("A certificate that was read cannot be written") }
  // Byte by byte: texts of Swift are also equal if their characters are only canonically equivalent.
  guard canonical.utf8.elementsEqual(bytes) else { fatalError("Another text was read as a certificate") }
  let steps = certificate.steps
  if steps <= largestTree { _ = try? verifier.verify(certificate) }
  return 0
}
