import IntervalArithmetic

/// The operands of a case; an operation uses as many as it has.
struct Operands {
  var a = Interval.empty
  var b = Interval.empty
  var c = Interval.empty
  /// The exponent of an integer power.
  var exponent = 0
}

/// An operation under test.
struct Operation: Sendable {
  /// The name by which `check.py` knows what is right.
  let name: String
  /// How many of the cases, out of the sum of all weights. What is slow to check is drawn less often.
  let weight: Int
  /// Draws operands.
  let operands: @Sendable (inout SplitMix64) -> Operands
  /// Whether it is an elementary function of one variable.
  var isFunction = false
  /// The result under test.
  let evaluate: @Sendable (Operands) -> Interval

  /// All operations; the index is the code.
  static let all: [Operation] = [
    Operation(name: "add", weight: 5, operands: sumOperands) { $0.a + $0.b },
    Operation(name: "sub", weight: 4, operands: sumOperands) { $0.a - $0.b },
    Operation(name: "mul", weight: 6, operands: { productOperands(&$0) }, evaluate: { $0.a * $0.b }),
    Operation(name: "div", weight: 6, operands: quotientOperands) { $0.a / $0.b },
    Operation(name: "fma", weight: 3, operands: fusedOperands) { Interval.fma($0.a, $0.b, $0.c) },
    Operation(name: "recip", weight: 1, operands: quotientOperands) { $0.a.reciprocal() },
    Operation(name: "sqr", weight: 1, operands: rootOperands) { $0.a.squared() },
    Operation(name: "sqrt", weight: 3, operands: rootOperands) { Interval.sqrt($0.a) },
    Operation(name: "abs", weight: 1, operands: sumOperands) { Interval.abs($0.a) },
    Operation(name: "min", weight: 1, operands: sumOperands) { Interval.min($0.a, $0.b) },
    Operation(name: "max", weight: 1, operands: sumOperands) { Interval.max($0.a, $0.b) },
    Operation(name: "pown", weight: 2, operands: powerOperands) { Interval.pow($0.a, $0.exponent) },
    function("exp", -760, 720) { Interval.exp($0) },
    function("expm1", -85, 720) { Interval.expm1($0) },
    function("log", 0, 4) { Interval.log($0) },
    function("erf", -7, 7) { Interval.erf($0) },
    function("erfc", -7, 28) { Interval.erfc($0) },
    function("erfcx", -27, 70) { Interval.erfcx($0) },
  ]

  /// A function of one variable, and where it does something.
  private static func function(
    _ name: String, _ low: Double, _ high: Double, _ value: @escaping @Sendable (Interval) -> Interval
  ) -> Operation {
    Operation(
      name: name, weight: 1, operands: { Operands(a: $0.argument(from: low, to: high)) }, isFunction: true,
      evaluate: { value($0.a) })
  }
}

// MARK: - Operands

extension Operation {
  /// Any two intervals; or nearly opposite ones, which cancel; or ones far apart.
  @Sendable static func sumOperands(_ generator: inout SplitMix64) -> Operands {
    let a = generator.interval()
    switch generator.below(5) {
    case 0:
      let b = generator.interval(near: { generator in generator.near(a.lowerBound) })
      return Operands(a: a, b: generator.oneIn(2) ? b : -b)
    case 1:
      let distance = generator.integer(-56...56)
      let b = generator.interval(near: { $0.double(exponent: Operation.exponent(a.upperBound) + distance) })
      return Operands(a: a, b: b)
    default: return Operands(a: a, b: generator.interval())
    }
  }

  /// Any two intervals; or such that the product is near the end of the range, or exact, or nearly a double.
  @Sendable static func productOperands(_ generator: inout SplitMix64) -> Operands {
    switch generator.below(5) {
    case 0:
      let limit = generator.oneIn(2) ? generator.integer(1020...1024) : generator.integer(-1078 ... -1018)
      let exponent = generator.integer(-1022...1023)
      return Operands(
        a: generator.interval(near: { $0.double(exponent: exponent) }),
        b: generator.interval(near: { $0.double(exponent: limit - exponent) }))
    case 1:
      let bits = generator.integer(1...52)
      return Operands(
        a: generator.interval(near: { $0.short(bits: bits) }),
        b: generator.interval(near: { $0.short(bits: 53 - bits) }))
    default: return Operands(a: generator.interval(), b: generator.interval())
    }
  }

  /// As for products, with a product as the dividend.
  @Sendable static func quotientOperands(_ generator: inout SplitMix64) -> Operands {
    if generator.oneIn(3) { return Operands(a: generator.interval(), b: generator.interval()) }
    let factors = productOperands(&generator)
    let product = factors.a.lowerBound * factors.b.upperBound
    return Operands(a: generator.interval(near: { $0.near(product) }), b: factors.b)
  }

  /// The addend is any, or nearly the negative product.
  @Sendable static func fusedOperands(_ generator: inout SplitMix64) -> Operands {
    var operands = productOperands(&generator)
    let product = operands.a.upperBound * operands.b.lowerBound
    operands.c =
      generator.oneIn(2)
      ? generator.interval() : generator.interval(near: { generator in generator.near(-product) })
    return operands
  }

  /// Any interval; or near the square of a short number; or such that the square is near the end of the range.
  @Sendable static func rootOperands(_ generator: inout SplitMix64) -> Operands {
    switch generator.below(4) {
    case 0:
      let bits = generator.integer(1...27)
      let root = generator.short(bits: bits)
      return Operands(a: generator.interval(near: { generator in generator.near(root * root) }))
    case 1:
      let exponent = generator.oneIn(2) ? generator.integer(510...512) : generator.integer(-539 ... -509)
      return Operands(a: generator.interval(near: { $0.double(exponent: exponent) }))
    default:
      let a = generator.interval()
      return Operands(a: generator.oneIn(8) ? a : Interval.abs(a))
    }
  }

  /// Small exponents mostly; bases of any size, near 1, short, and such that the power is near the end of the range.
  @Sendable static func powerOperands(_ generator: inout SplitMix64) -> Operands {
    let exponent: Int
    switch generator.below(8) {
    case 0: exponent = generator.integer(-2000...2000)
    case 1: exponent = generator.integer(-1 << 21...1 << 21)
    case 2: exponent = Int(truncatingIfNeeded: generator.next()) >> generator.below(64)
    default: exponent = generator.integer(-12...12)
    }
    let magnitude = Swift.max(1, Int(clamping: exponent.magnitude))
    switch generator.below(6) {
    case 0:
      let limit = generator.oneIn(2) ? generator.integer(1000...1040) : generator.integer(-1090 ... -1000)
      let a = generator.interval(near: { $0.double(exponent: limit / magnitude) })
      return Operands(a: a, exponent: exponent)
    case 1:
      let bits = generator.integer(1...20)
      return Operands(a: generator.interval(near: { $0.short(bits: bits) }), exponent: exponent)
    case 2:
      // 1 plus or minus about 2^k / n.
      let distance = generator.double(exponent: generator.integer(-4...10)) / Double(magnitude)
      return Operands(a: generator.interval(near: { $0.near(1 + distance) }), exponent: exponent)
    case 3:
      let a = generator.interval(near: { generator in
        let binade = generator.integer(-3...3)
        return generator.double(exponent: binade)
      })
      return Operands(a: a, exponent: exponent)
    default: return Operands(a: generator.interval(), exponent: exponent)
    }
  }

  /// The binary exponent, 0 for numbers that have none.
  private static func exponent(_ x: Double) -> Int {
    x.isFinite && x != 0 ? Int(x.exponent) : 0
  }
}
