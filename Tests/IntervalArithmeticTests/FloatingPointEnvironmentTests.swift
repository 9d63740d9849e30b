import IntervalArithmetic
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The environment is really changed, for the length of a test on its thread, and the check notices.
@Suite struct FloatingPointEnvironmentTests {
  @Test func theDefaultIsSupported() {
    #expect(FloatingPointEnvironment.isSupported)
    #expect(FloatingPointEnvironment.departures.isEmpty)
  }

  static let otherModes: [Int32] = [FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO]

  @Test(arguments: otherModes)
  func otherRoundingModesAreNoticed(mode: Int32) {
    let before = fegetround()
    guard fesetround(mode) == 0 else { return }
    let departures = FloatingPointEnvironment.departures
    _ = fesetround(before)
    #expect(departures == [.rounding])
    #expect(FloatingPointEnvironment.isSupported)
  }

  #if arch(x86_64) && canImport(Glibc)
    /// The bits of the control register MXCSR: flush to zero, denormals are zero, rounding downward.
    static let controlBits: [(bits: UInt32, expected: [FloatingPointEnvironment.Departure])] = [
      (0x8000, [.flushToZero]), (0x40, [.subnormalsAreZero]), (0x8040, [.flushToZero, .subnormalsAreZero]),
      (0x8000 | 0x2000, [.rounding, .flushToZero]),
    ]

    @Test(arguments: controlBits)
    func flushingIsNoticed(bits: UInt32, expected: [FloatingPointEnvironment.Departure]) {
      var (before, changed) = (fenv_t(), fenv_t())
      fegetenv(&before)
      changed = before
      changed.__mxcsr |= bits
      fesetenv(&changed)
      let departures = FloatingPointEnvironment.departures
      fesetenv(&before)
      #expect(departures == expected)
      #expect(FloatingPointEnvironment.isSupported)
    }
  #elseif arch(arm64) && canImport(Glibc)
    /// The bit of the control register FPCR: flush to zero, operands and results alike.
    @Test func flushingIsNoticed() {
      var (before, changed) = (fenv_t(), fenv_t())
      fegetenv(&before)
      changed = before
      changed.__fpcr |= 1 << 24
      fesetenv(&changed)
      let departures = FloatingPointEnvironment.departures
      fesetenv(&before)
      #expect(departures == [.flushToZero, .subnormalsAreZero])
      #expect(FloatingPointEnvironment.isSupported)
    }
  #endif
}
