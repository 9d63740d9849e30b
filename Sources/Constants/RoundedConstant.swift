import MultiPrecision
import RealArithmetic

/// A number rounded to a binary format, and how far the result is from the number.
public struct RoundedConstant: Sendable {
  /// The format.
  public let format: BinaryFormat
  /// The number of the format; nil if what was rounded is beyond the largest one.
  public let value: Dyadic?
  /// The rounded number minus the exact one, in units of the last place of the format at the exact one: three digits behind
  /// the point, correctly rounded. Nil beside a value that is nil.
  public let errorInUlp: String?

  /// A value of a format beside the exact number that it stands for; nil if that is not known well enough.
  init?(_ rounded: BinaryFormat.Rounded, _ format: BinaryFormat, insteadOf exact: DyadicInterval) {
    self.format = format
    guard case .finite(let value) = rounded else {
      self.value = nil
      errorInUlp = nil
      return
    }
    guard let error = exact.error(of: value, in: format) else { return nil }
    self.value = value
    errorInUlp = error
  }

  /// The correctly rounded number; nil if the enclosure is too wide to tell.
  init?(_ exact: DyadicInterval, _ format: BinaryFormat) {
    guard let rounded = exact.rounded(to: format) else { return nil }
    self.init(rounded, format, insteadOf: exact)
  }

  /// The decimal number with the fewest digits that a correct reader of the format turns into the value.
  public var shortest: String? { value.map { format.shortestDecimal(of: $0) } }

  /// All decimal digits.
  public var exact: String? { value.map { Rational($0).exactText } }

  /// The value in the hexadecimal form of C99.
  public var hex: String? { value?.hexText }

  /// The encoding, as `0x3f80`.
  public var bits: String? {
    value.flatMap { format.encoding(of: $0) }.map {
      let digits = String($0, radix: 16)
      return "0x" + String(repeating: "0", count: max(0, format.storageBits / 4 - digits.count)) + digits
    }
  }
}

extension DyadicInterval {
  /// `value` minus the enclosed number in units of the last place, with three digits behind the point.
  fileprivate func error(of value: Dyadic, in format: BinaryFormat) -> String? {
    guard let lower = lowerBound.leadingExponent, lower == upperBound.leadingExponent else { return nil }
    let unit = format.unitInLastPlace(atExponent: lower)
    let bits = max(precision, 64)
    let error = DyadicInterval(value, precision: bits) - self
    return (error / DyadicInterval(unit, precision: bits)).decimal(fractionDigits: 3)
  }
}
