import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

/// Existence and uniqueness where they hold, and nothing claimed where they do not; in both arithmetics.
@Suite struct KrawczykTests {
  private func binary64(_ first: ClosedRange<Double>, _ second: ClosedRange<Double>) -> Vector2<Interval> {
    Vector2(Interval(first), Interval(second))
  }

  private func precise(_ first: ClosedRange<Double>, _ second: ClosedRange<Double>) -> Vector2<DyadicInterval> {
    Vector2(
      DyadicInterval(lowerBound: first.lowerBound, upperBound: first.upperBound, precision: 200),
      DyadicInterval(lowerBound: second.lowerBound, upperBound: second.upperBound, precision: 200))
  }

  // MARK: What is there

  @Test func aSimpleZeroIsUniqueAndEnclosedNarrowly() throws {
    guard case .unique(let enclosure, let region) = CircleAndLine().contract(binary64(0.8...1.3, 0.9...1.2)) else {
      Issue.record("not unique")
      return
    }
    #expect(enclosure.first.contains(1) && enclosure.second.contains(1))
    #expect(enclosure.first.width < 1e-14 && enclosure.second.width < 1e-14)
    #expect(enclosure.isSubset(of: region))
    #expect(region.isSubset(of: binary64(0.8...1.3, 0.9...1.2)))
  }

  @Test func moreBitsEncloseMoreNarrowly() throws {
    guard case .unique(let enclosure, _) = CircleAndLine().contract(precise(0.8...1.3, 0.9...1.2)) else {
      Issue.record("not unique")
      return
    }
    #expect(enclosure.first.contains(1.0) && enclosure.second.contains(1.0))
    #expect((enclosure.first.accurateBits ?? 0) > 190)
  }

  @Test func theImageHoldsEveryZeroOfTheBox() throws {
    for box in [binary64(-3...2, -1.5...4), binary64(0...1, 0...1), binary64(1...1, 1...1)] {
      let image = try #require(CircleAndLine<Interval>().krawczyk(box))
      #expect(image.first.contains(1) && image.second.contains(1))
    }
  }

  // MARK: What is not there

  @Test func withoutAZeroThereIsNone() {
    guard case .none = NoRoot().contract(binary64(0.5...3, -1...1)) else {
      Issue.record("the box holds no zero")
      return
    }
  }

  @Test func twoZerosAreNotOne() {
    if case .unique = CircleAndLine().contract(binary64(-3...2, -2...2.5)) { Issue.record("there are two zeros") }
  }

  @Test(arguments: [0.5, 0.01, 1e-6, 1e-12])
  func aDoubleZeroIsNotClaimed(_ radius: Double) {
    for box in [binary64(-radius...radius * 1.3, -radius...radius * 1.1), binary64(-radius...radius, -radius...radius)]
    {
      guard case .unknown(let rest) = DoubleRoot().contract(box) else {
        Issue.record("a double zero was decided")
        return
      }
      #expect(rest.first.contains(0) && rest.second.contains(0))
    }
    if case .unique = DoubleRoot().contract(precise(-radius...radius * 1.3, -radius...radius)) {
      Issue.record("a double zero was decided")
    }
  }

  @Test func aZeroOnTheBorderIsNotClaimed() {
    for box in [binary64(1...1.5, 0.9...1.2), binary64(0.7...1, 0.7...1), binary64(0.9...1.2, 1...1)] {
      guard case .unknown(let rest) = CircleAndLine().contract(box) else {
        Issue.record("a zero on the border was decided")
        return
      }
      #expect(rest.first.contains(1) && rest.second.contains(1))
    }
  }

  @Test func aShiftedEnclosureIsRejected() {
    let shifted = binary64(1.0000001...1.0000002, 0.9999999...1.0000003)
    guard case .none = CircleAndLine().contract(shifted) else {
      Issue.record("the shifted box holds no zero")
      return
    }
    let swapped = binary64(0.9999999...1.0000003, -1.0000001...(-0.9999999))
    guard case .none = CircleAndLine().contract(swapped) else {
      Issue.record("(1, -1) is no zero")
      return
    }
  }

  // MARK: What cannot be told

  @Test func unboundedAndEmptyBoxesAreUnknown() {
    let boxes = [
      Vector2(Interval.entire, Interval.entire),
      Vector2(Interval(lowerBound: 0.5, upperBound: .infinity), Interval(0.9...1.1)),
      Vector2(Interval.empty, Interval(0...1)), Vector2(Interval(0...1), Interval.empty),
    ]
    for box in boxes {
      guard case .unknown = CircleAndLine().contract(box) else {
        Issue.record("something was concluded from \(box)")
        continue
      }
    }
    // The image of all numbers is all numbers, which lie in their own interior.
    guard case .unknown = NoRootAnywhere().contract(Vector2(Interval.entire, Interval.entire)) else {
      Issue.record("something was concluded from all numbers")
      return
    }
    let nothing = DyadicInterval.notAnInterval(precision: 100)
    guard case .unknown = CircleAndLine().contract(Vector2(nothing, nothing)) else {
      Issue.record("something was concluded from nothing")
      return
    }
  }

  @Test func nothingIsConcludedWhereTheEquationsPromiseNothing() {
    for box in [binary64(-1...1.5, -1...1), binary64(-2 ... -1, -1...1), binary64(0...1.5, -0.5...1)] {
      guard case .unknown = PartialSystem().contract(box) else {
        Issue.record("something was concluded from \(box)")
        continue
      }
    }
    guard case .unique = PartialSystem().contract(binary64(0.9...1.2, -0.5...1)) else {
      Issue.record("(1, 0) is a zero")
      return
    }
  }
}
