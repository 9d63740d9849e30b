import IntervalArithmetic
import Testing

/// A bound of zero may be stored as 0 or as -0; no result depends on which.
@Suite struct SignOfZeroTests {
  static let pairs: [(positive: Interval, negative: Interval)] = [
    (Interval(lowerBound: 0, upperBound: 0), Interval(lowerBound: -0.0, upperBound: -0.0)),
    (Interval(lowerBound: 0, upperBound: 2), Interval(lowerBound: -0.0, upperBound: 2)),
    (Interval(lowerBound: -2, upperBound: 0), Interval(lowerBound: -2, upperBound: -0.0)),
    (Interval(lowerBound: 0, upperBound: .infinity), Interval(lowerBound: -0.0, upperBound: .infinity)),
    (Interval(lowerBound: -.infinity, upperBound: 0), Interval(lowerBound: -.infinity, upperBound: -0.0)),
  ]

  static let others: [ITLValue] = [
    .interval(Interval(lowerBound: -1, upperBound: 2)), .interval(Interval(3)), .interval(Interval(0)),
    .interval(.entire),
    .number(-3), .number(2),
  ]

  @Test(arguments: OfferedOperation.all.keys.sorted())
  func resultsDoNotDependOnIt(name: String) throws {
    let operation = try #require(OfferedOperation.all[name])
    var compared = 0
    for pair in Self.pairs {
      let (positive, negative) = (ITLValue.interval(pair.positive), ITLValue.interval(pair.negative))
      var operands: [([ITLValue], [ITLValue])] = [([positive], [negative])]
      for other in Self.others {
        operands += [([positive, other], [negative, other]), ([other, positive], [other, negative])]
        operands += [
          ([positive, other, other], [negative, other, other]), ([other, other, positive], [other, other, negative]),
        ]
      }
      for (first, second) in operands {
        guard let a = try? operation.apply(first), let b = try? operation.apply(second) else { continue }
        compared += 1
        #expect(zip(a, b).allSatisfy { $0.isSame(as: $1) }, "\(name) \(first) gives \(a), \(second) gives \(b)")
      }
    }
    #expect(compared > 0 || name.hasPrefix("b-"))
  }
}
