import RealArithmetic
import Testing

@Suite("BigInteger")
struct BigIntegerTests {
  @Test("agrees with Int on all pairs of small numbers")
  func smallNumbers() {
    for a in -40...40 {
      for b in -40...40 {
        let (x, y) = (BigInteger(a), BigInteger(b))
        #expect(x + y == BigInteger(a + b))
        #expect(x - y == BigInteger(a - b))
        #expect(x * y == BigInteger(a * b))
        #expect((x < y) == (a < b))
        #expect((x == y) == (a == b))
        #expect(x.isMultiple(of: y) == a.isMultiple(of: b))
        if b != 0 {
          #expect(x / y == BigInteger(a / b))
          #expect(x % y == BigInteger(a % b))
        }
        if (0...20).contains(b) {
          #expect(x << b == BigInteger(a << b))
          #expect(x >> b == BigInteger(a >> b))
          #expect(x << -b == BigInteger(a >> b))
        }
      }
    }
  }

  @Test("machine integers keep their value in and out", arguments: [0, 1, -1, 42, Int.max, Int.min, Int.max - 1])
  func machineIntegers(value: Int) {
    #expect(Int(exactly: BigInteger(value)) == value)
    #expect(BigInteger(value).description == value.description)
    #expect(BigInteger(Int64(value)) == BigInteger(value))
    #expect(Int(exactly: BigInteger(Int.max) + 1) == nil)
    #expect(Int(exactly: BigInteger(Int.min) - 1) == nil)
    #expect(Int(exactly: BigInteger.powerOfTwo(64)) == nil)
    #expect(BigInteger(UInt8(200)) == 200)
    #expect(BigInteger(UInt.max) == BigInteger.powerOfTwo(UInt.bitWidth) - 1)
  }

  @Test("zero has one form")
  func zero() {
    #expect(BigInteger(limbs: [0, 0], isNegative: true) == .zero)
    #expect(!(-BigInteger.zero).isNegative)
    var a: BigInteger = 5
    a -= 5
    a.negate()
    #expect(a == 0 && a.limbs.isEmpty && a.signum == 0 && a.bitWidth == 0 && a.trailingZeroBitCount == 0)
    #expect((0 as BigInteger) * -7 == 0)
    #expect((-1 as BigInteger) / 2 == 0)
    #expect(Set([BigInteger.zero, 0, BigInteger(limbs: [])]).count == 1)
  }

  @Test("ring laws", arguments: seeds)
  func ringLaws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in [1, 2, 5, 20, 80] {
      for _ in 0..<8 {
        let (a, b, c) = (random.integer(limbs: size), random.integer(limbs: size), random.integer(limbs: 3))
        #expect(a + b == b + a)
        #expect((a + b) + c == a + (b + c))
        #expect(a - b == -(b - a))
        #expect((a + b) - b == a)
        #expect(a * b == b * a)
        #expect((a * b) * c == a * (b * c))
        #expect((a + b) * c == a * c + b * c)
        #expect(a.squared() == a * a)
        #expect((a + b) * (a - b) == a.squared() - b.squared())
        #expect(a * 1 == a && a + 0 == a && a * 0 == 0)
        #expect(a * b.magnitude == (b.isNegative ? -(a * b) : a * b))
        var (sum, difference, product) = (a, a, a)
        sum += b
        difference -= b
        product *= c
        #expect(sum == a + b && difference == a - b && product == a * c)
      }
    }
  }

  @Test("long products agree with a product digit by digit", arguments: seeds)
  func longProducts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for (n, m) in [(31, 31), (33, 32), (48, 47), (65, 65), (97, 33), (130, 50), (101, 64), (200, 199)] {
      let (a, b) = (random.integer(limbs: n), random.integer(limbs: m))
      #expect(a * b == schoolbook(a, b))
      #expect(a.squared() == schoolbook(a, a))
    }
    // All limbs of ones: every carry there can be.
    for n in [32, 33, 47, 48, 49, 64, 95, 96, 97] {
      let ones = BigInteger.powerOfTwo(64 * n) - 1
      #expect(ones.squared() == BigInteger.powerOfTwo(128 * n) - BigInteger.powerOfTwo(64 * n + 1) + 1)
      #expect(ones * (ones - 1) == ones.squared() - ones)
    }
  }

  /// A product by shifting and adding, limb by limb.
  private func schoolbook(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
    var sum = BigInteger.zero
    for (index, limb) in b.limbs.enumerated() {
      sum += (a.magnitude * BigInteger(limb)) << (index * UInt.bitWidth)
    }
    return a.isNegative == b.isNegative ? sum : -sum
  }

  @Test("division identity", arguments: seeds)
  func division(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for (n, m) in [(1, 1), (3, 1), (3, 2), (4, 3), (10, 5), (40, 20), (60, 3)] {
      for _ in 0..<15 {
        let (a, b) = (random.integer(limbs: n), random.integer(limbs: m))
        if b.isZero { continue }
        let (q, r) = a.quotientAndRemainder(dividingBy: b)
        #expect(q * b + r == a)
        #expect(r.magnitude < b.magnitude)
        #expect(r.isZero || r.isNegative == a.isNegative)
        #expect((a * b).isMultiple(of: b))
        #expect((a * b) / b == a)
        // One below a multiple: the largest remainder there is.
        let below = (a.magnitude + 1) * b.magnitude - 1
        #expect(below / b.magnitude == a.magnitude)
        #expect(below % b.magnitude == b.magnitude - 1)
        if b.magnitude > 1 { #expect(!(a * b + 1).isMultiple(of: b)) }
      }
    }
  }

  @Test("rounded quotients of small numbers agree with Double", arguments: rules)
  func roundedQuotients(rule: FloatingPointRoundingRule) {
    for n in -50...50 {
      for d in [-7, -4, -3, -2, -1, 1, 2, 3, 4, 6, 8] {
        let expected = BigInteger(Int((Double(n) / Double(d)).rounded(rule)))
        #expect(BigInteger(n).quotient(dividingBy: BigInteger(d), rounding: rule) == expected)
      }
      for shift in -2...5 {
        let divisor = shift < 0 ? 1 / Double(1 << -shift) : Double(1 << shift)
        let expected = BigInteger(Int((Double(n) / divisor).rounded(rule)))
        #expect(BigInteger(n).shiftedRight(by: shift, rounding: rule) == expected)
      }
    }
  }

  @Test("shifts are products and floors of quotients by powers of two", arguments: seeds)
  func shifts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let a = random.integer(limbs: 6)
      let count = Int.random(in: 0...400, using: &random)
      let power = BigInteger.powerOfTwo(count)
      #expect(a << count == a * power)
      #expect(a >> count == a.quotient(dividingBy: power, rounding: .down))
      #expect((a << count) >> count == a)
      #expect(power.bitWidth == count + 1)
      #expect(power.trailingZeroBitCount == count)
      for rule in rules {
        #expect(a.shiftedRight(by: count, rounding: rule) == a.quotient(dividingBy: power, rounding: rule))
      }
      if !a.isZero {
        #expect((a << count).trailingZeroBitCount == a.trailingZeroBitCount + count)
        #expect((a << count).bitWidth == a.bitWidth + count)
        #expect(BigInteger.powerOfTwo(a.bitWidth) > a.magnitude)
        #expect(BigInteger.powerOfTwo(a.bitWidth - 1) <= a.magnitude)
      }
    }
  }

  @Test("order agrees with the sign of the difference", arguments: seeds)
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let (a, b) = (random.integer(limbs: 2), random.integer(limbs: 2))
      #expect((a < b) == (a - b).isNegative)
      #expect((a == b) == (a - b).isZero)
      #expect(!(a < a))
      #expect(a < a + 1)
    }
  }

  @Test("greatest common divisor", arguments: seeds)
  func greatestCommonDivisor(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in [1, 2, 4, 15, 40] {
      for _ in 0..<6 {
        let (a, b, c) = (random.integer(limbs: size), random.integer(limbs: size), random.integer(limbs: 4))
        let g = BigInteger.greatestCommonDivisor(a, b)
        #expect(g == euclid(a, b))
        #expect(g == BigInteger.greatestCommonDivisor(b, a))
        #expect(BigInteger.greatestCommonDivisor(a * c, b * c) == g * c.magnitude)
      }
    }
    #expect(BigInteger.greatestCommonDivisor(0, 0) == 0)
    #expect(BigInteger.greatestCommonDivisor(0, -6) == 6)
    #expect(BigInteger.greatestCommonDivisor(-12, 18) == 6)
  }

  @Test("neighbours in Fibonacci's sequence, the longest run of quotients of one, have no common divisor")
  func fibonacci() {
    var (a, b) = (0 as BigInteger, 1 as BigInteger)
    for _ in 0..<1500 { (a, b) = (b, a + b) }
    #expect(BigInteger.greatestCommonDivisor(a, b) == 1)
    #expect(BigInteger.greatestCommonDivisor(a * 30, b * 42) == 6 * BigInteger.greatestCommonDivisor(a * 5, b * 7))
  }

  private func euclid(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
    var (x, y) = (a.magnitude, b.magnitude)
    while !y.isZero { (x, y) = (y, x % y) }
    return x
  }

  @Test("powers")
  func powers() {
    for base in -6...6 {
      var expected: BigInteger = 1
      for exponent in 0...40 {
        #expect(BigInteger(base).raised(to: exponent) == expected)
        expected *= BigInteger(base)
      }
    }
    #expect(BigInteger.powerOfTen(0) == 1)
    #expect(BigInteger.powerOfTen(20).description == "100000000000000000000")
  }

  @Test("integer square root", arguments: seeds)
  func squareRoot(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for n in 0...200 {
      let (root, remainder) = BigInteger(n).squareRoot()
      #expect(root == BigInteger(Int(Double(n).squareRoot())))
      #expect(root.squared() + remainder == BigInteger(n))
    }
    for size in [1, 2, 3, 5, 9, 30] {
      for _ in 0..<8 {
        let a = random.integer(limbs: size).magnitude
        // Random numbers, squares, and the neighbours of squares.
        for x in [a, a.squared(), a.squared() + 1, a.squared() + a, a.squared() + (a << 1)] {
          let (root, remainder) = x.squareRoot()
          #expect(root.squared() + remainder == x)
          #expect(!remainder.isNegative && remainder <= root << 1)
        }
        if !a.isZero { #expect((a.squared() - 1).squareRoot().root == a - 1) }
      }
    }
    let most = BigInteger(UInt.max)
    #expect(most.squareRoot().root == BigInteger(UInt.max >> UInt(UInt.bitWidth / 2)))
  }

  // MARK: Limits

  @Test("powers of zero and one have any exponent")
  func powersOfUnits() {
    #expect((0 as BigInteger).raised(to: .max) == 0 && (1 as BigInteger).raised(to: .max) == 1)
    #expect((-1 as BigInteger).raised(to: .max) == -1 && (-1 as BigInteger).raised(to: .max - 1) == 1)
  }

  /// Not after the memory of the machine is used up, or a multiplication of sizes has overflowed.
  @Test("powers that no memory holds are refused at once")
  func powersBeyondMemory() async {
    await #expect(processExitsWith: .failure) { _ = (3 as BigInteger).raised(to: .max) }
    await #expect(processExitsWith: .failure) { _ = (6 as BigInteger).raised(to: BigInteger.largestPowerBitWidth) }
    await #expect(processExitsWith: .failure) { _ = BigInteger.powerOfTen(1 << 62) }
    await #expect(processExitsWith: .success) { _ = (3 as BigInteger).raised(to: 10_000) }
  }
}
