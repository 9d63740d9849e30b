import IntervalArithmetic
import RealArithmetic
import Testing

/// `g erfcx(z)` with `g = e^(exponent - z^2)`: for exponent 0 it is erfc, which is enclosed by other means.
@Suite struct TailTests {
  /// On both sides of -5, where the reflected form begins, and where its second term is still seen beside 2.
  static let arguments = [-4.0, -4.9, -4.99, -5.01, -5.1, -5.25, -5.5, -5.75, -8, -20, -30, -1e3, 0.5, 2]

  func gaussian(_ z: Interval) -> Interval { Interval.exp(-z.squared()) }

  @Test(arguments: arguments)
  func agreesWithErfc(z: Double) {
    let z = Interval(z)
    let tail = Interval.tail(gaussian(z), z, exponent: Interval(0))
    let erfc = Interval.erfc(z)
    #expect(!tail.isDisjoint(with: erfc), "\(tail) and \(erfc)")
    #expect(tail.width <= 0x1p-45)
  }

  /// An exponent moves the tail by a factor, whichever form is used.
  @Test(arguments: arguments.filter { $0 > -20 })
  func theExponentIsAFactor(z: Double) {
    let z = Interval(z)
    let exponent = Interval(0.75)
    let tail = Interval.tail(Interval.exp(exponent - z.squared()), z, exponent: exponent)
    #expect(!tail.isDisjoint(with: Interval.exp(exponent) * Interval.erfc(z)))
  }

  /// The comparison would notice the second term left out or with the wrong sign.
  @Test func theSecondTermMatters() {
    let z = Interval(-5.25)
    let term = gaussian(z) * Interval.erfcx(-z)
    let erfc = Interval.erfc(z)
    #expect(Interval(2).isDisjoint(with: erfc) && (Interval(2) + term).isDisjoint(with: erfc))
  }

  /// Plain doubles take the same two forms.
  @Test(arguments: arguments)
  func doublesAgree(z: Double) {
    let tail = Double.tail(Double.exp(-z * z), z, exponent: 0)
    let erfc = Interval.erfc(Interval(z)).midpoint
    #expect((tail - erfc).magnitude <= 0x1p-48 * erfc)
  }
}
