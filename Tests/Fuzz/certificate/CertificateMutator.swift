import JSON
import RealArithmetic

/// libFuzzer's own mutation. C and Swift agree on how three integers are passed.
@_silgen_name("LLVMFuzzerMutate")
private func changeBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int) -> Int

/// A mutation for libFuzzer. Most changes of single bytes make a text that is not in the one form that is accepted, so
/// in three cases of four a value of the JSON is changed and everything is written again, with the right decimals beside
/// the exact numbers.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateCertificate(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
  var mutation = Mutation(seed: seed)
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard mutation.number(below: 4) > 0, let value = try? JSONParser.parse(text),
    let changed = try? mutation.changed(value).withDecimals().text(), changed.utf8.count <= capacity
  else { return changeBytes(start, count, capacity) }
  for (index, byte) in changed.utf8.enumerated() { start[index] = byte }
  return changed.utf8.count
}

/// The change of one value.
private struct Mutation {
  private var state: UInt64

  init(seed: UInt32) { state = UInt64(seed) }

  /// By SplitMix64.
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  /// The value with a change in one place.
  mutating func changed(_ value: JSONValue) -> JSONValue {
    var target = number(below: value.valueCount)
    return changed(value, &target)
  }

  /// The values are counted in preorder; `target` is the number of those before the one that is changed.
  private mutating func changed(_ value: JSONValue, _ target: inout Int) -> JSONValue {
    target -= 1
    if target < 0 { return target == -1 ? replacement(of: value) : value }
    switch value {
    case .array(var elements):
      for index in elements.indices { elements[index] = changed(elements[index], &target) }
      return .array(elements)
    case .object(var members):
      for key in members.keys.sorted() { members[key] = members[key].map { changed($0, &target) } }
      return .object(members)
    default: return value
    }
  }

  private mutating func replacement(of value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text):
      // Characters that are canonically equivalent to ASCII characters.
      let equivalents = [(";", "\u{37E}"), ("K", "\u{212A}"), ("`", "\u{1FEF}")]
      let (plain, other) = equivalents[number(below: equivalents.count)]
      if number(below: 16) == 0, text.utf8.contains(where: { $0 == plain.utf8.first }) {
        return .string(text.replacing(plain, with: other, maxReplacements: 1))
      }
      var bytes = Array(text.utf8)
      let count = bytes.count
      bytes += Array(repeating: 0, count: 64)
      let changed = bytes.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { changeBytes($0, count, buffer.count) } ?? 0
      }
      return .string(String(decoding: bytes.prefix(changed), as: UTF8.self))
    case .array(var elements) where !elements.isEmpty:
      let (from, to) = (number(below: elements.count), number(below: elements.count))
      switch number(below: 3) {
      case 0: elements.remove(at: from)
      case 1: elements.insert(elements[from], at: to)
      default: elements.swapAt(from, to)
      }
      return .array(elements)
    case .object(var members):
      let keys = members.keys.sorted()
      if !keys.isEmpty, number(below: 4) == 0 { members[keys[number(below: keys.count)]] = nil }
      return .object(members)
    default: return .string("")
    }
  }
}

extension JSONValue {
  /// The number of values in this one, itself included.
  fileprivate var valueCount: Int {
    switch self {
    case .array(let elements): elements.reduce(1) { $0 + $1.valueCount }
    case .object(let members): members.values.reduce(1) { $0 + $1.valueCount }
    default: 1
    }
  }

  /// The certificate with the decimals that belong to its bounds.
  fileprivate func withDecimals() -> JSONValue {
    guard case .object(var file) = self, case .array(let parts)? = file["parts"] else { return self }
    file["parts"] = .array(
      parts.map { part in
        guard case .object(var members) = part else { return part }
        let isSupremum = members["extremum"] == .string("supremum")
        for (key, isUp) in [("bound", isSupremum), ("attained", !isSupremum)] {
          members[key] = members[key]?.withDecimal(isUp ? .up : .down)
        }
        return .object(members)
      })
    return .object(file)
  }

  /// A bound with the decimal that belongs to it.
  private func withDecimal(_ rule: FloatingPointRoundingRule) -> JSONValue {
    guard case .object(var bound) = self, case .string(let hex)? = bound["hex"],
      let value = try? Double(parsingExactly: hex), let exact = Rational(exactly: value)
    else { return self }
    bound["hex"] = .string(value.hexText)
    bound["decimal"] = .string(exact.decimal(significantDigits: 17, rounding: rule))
    return .object(bound)
  }
}
