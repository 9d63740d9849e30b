import MultiPrecision
import RealArithmetic
import Testing

/// `g erfcx(z)` with `g = e^(-z^2)` is erfc, on both sides of -1, where the reflected form begins.
@Suite struct TailTests {
  func number(_ value: Double) -> DyadicInterval { DyadicInterval(value, precision: 160) }

  @Test(arguments: [2, 0.5, -0.5, -0.9375, -1, -1.0625, -1.5, -3, -5.25, -10, -1000])
  func agreesWithErfc(z: Double) {
    let z = number(z)
    let tail = DyadicInterval.tail(DyadicInterval.exp(-z.squared()), z, exponent: number(0))
    let erfc = DyadicInterval.erfc(z)
    #expect(tail.isValid && !tail.isDisjoint(with: erfc), "\(tail) and \(erfc)")
    // Narrow enough to tell 2 - t from 2 and from 2 + t, with t = g erfcx(-z), for all but the largest arguments.
    #expect((tail - erfc).isSubset(of: DyadicInterval(lowerBound: -0x1p-140, upperBound: 0x1p-140, precision: 160)))
  }

  @Test func theSecondTermMatters() {
    let z = number(-5.25)
    let term = DyadicInterval.exp(-z.squared()) * DyadicInterval.erfcx(-z)
    let erfc = DyadicInterval.erfc(z)
    #expect(number(2).isDisjoint(with: erfc) && (number(2) + term).isDisjoint(with: erfc))
  }
}
