import IntervalArithmetic
import RealArithmetic

/// An operation of IEEE 1788 that `Interval` offers, by the name it has in the tests.
struct OfferedOperation: Sendable {
  /// How close to the tightest interval results have to be.
  enum Accuracy { case tightest, oneUnit }

  let accuracy: Accuracy

  /// The results for the operands of a statement.
  ///
  /// - Throws: a `TextError` where the operation fails; `WrongOperands` if the statement is not one for it.
  let apply: @Sendable ([ITLValue]) throws -> [ITLValue]
}

/// Operands of another number or kind than an operation takes.
struct WrongOperands: Error {}

extension OfferedOperation {
  /// All operations that are offered.
  static let all: [String: OfferedOperation] = [
    // Constructors
    "b-numsToInterval": of(number, number) { .interval(Interval(lowerBound: $0, upperBound: $1)) },
    "b-textToInterval": OfferedOperation(accuracy: .tightest) { operands in
      guard operands.count == 1, case .text(let text) = operands[0] else { throw WrongOperands() }
      return [.interval(try Interval(parsing: text))]
    },

    // Forward operations
    "pos": unary { +$0 },
    "neg": unary { -$0 },
    "add": binary { $0 + $1 },
    "sub": binary { $0 - $1 },
    "mul": binary { $0 * $1 },
    "div": binary { $0 / $1 },
    "recip": unary { $0.reciprocal() },
    "sqr": unary { $0.squared() },
    "sqrt": unary { Interval.sqrt($0) },
    "fma": OfferedOperation(accuracy: .tightest) { operands in
      guard operands.count == 3 else { throw WrongOperands() }
      let (a, b, c) = (try interval(operands[0]), try interval(operands[1]), try interval(operands[2]))
      return [.interval(Interval.fma(a, b, c))]
    },
    "pown": of(interval, integer) { .interval(Interval.pow($0, $1)) },
    "exp": unary(.oneUnit) { Interval.exp($0) },
    "expm1": unary(.oneUnit) { Interval.expm1($0) },
    "log": unary(.oneUnit) { Interval.log($0) },
    "sign": unary { $0.signum() },
    "ceil": unary { $0.rounded(.up) },
    "floor": unary { $0.rounded(.down) },
    "trunc": unary { $0.rounded(.towardZero) },
    "roundTiesToEven": unary { $0.rounded(.toNearestOrEven) },
    "roundTiesToAway": unary { $0.rounded(.toNearestOrAwayFromZero) },
    "abs": unary { Interval.abs($0) },
    "min": binary { Interval.min($0, $1) },
    "max": binary { Interval.max($0, $1) },

    // Cancellative addition and subtraction
    "cancelPlus": binary { $0.cancelPlus($1) },
    "cancelMinus": binary { $0.cancelMinus($1) },

    // Set operations
    "intersection": binary { $0.intersection($1) },
    "convexHull": binary { $0.convexHull($1) },

    // Numeric functions
    "inf": numeric { [$0.lowerBound] },
    "sup": numeric { [$0.upperBound] },
    "mid": numeric { [$0.midpoint] },
    "rad": numeric { [$0.radius] },
    "midRad": numeric { [$0.midpoint, $0.radius] },
    "wid": numeric { [$0.width] },
    "mag": numeric { [$0.magnitude] },
    "mig": numeric { [$0.mignitude] },

    // Boolean functions
    "isEmpty": predicate { $0.isEmpty },
    "isEntire": predicate { $0.isEntire },
    "isSingleton": predicate { $0.isSingleton },
    "isCommonInterval": predicate { $0.isCommonInterval },
    "isMember": of(number, interval) { .boolean($1.contains($0)) },
    "equal": relation { $0 == $1 },
    "subset": relation { $0.isSubset(of: $1) },
    "interior": relation { $0.isInterior(to: $1) },
    "disjoint": relation { $0.isDisjoint(with: $1) },
    "less": relation { $0.isLess(than: $1) },
    "strictLess": relation { $0.isStrictlyLess(than: $1) },
    "precedes": relation { $0.precedes($1) },
    "strictPrecedes": relation { $0.strictlyPrecedes($1) },
  ]

  // MARK: Operands

  private static func interval(_ value: ITLValue) throws -> Interval {
    guard case .interval(let interval) = value else { throw WrongOperands() }
    return interval
  }

  private static func number(_ value: ITLValue) throws -> Double {
    guard case .number(let number) = value else { throw WrongOperands() }
    return number
  }

  private static func integer(_ value: ITLValue) throws -> Int {
    guard let integer = Int(exactly: try number(value)) else { throw WrongOperands() }
    return integer
  }

  // MARK: Shapes

  private static func of<A, B>(
    _ first: @escaping @Sendable (ITLValue) throws -> A, _ second: @escaping @Sendable (ITLValue) throws -> B,
    _ function: @escaping @Sendable (A, B) -> ITLValue
  ) -> OfferedOperation {
    OfferedOperation(accuracy: .tightest) { operands in
      guard operands.count == 2 else { throw WrongOperands() }
      return [function(try first(operands[0]), try second(operands[1]))]
    }
  }

  private static func of(
    _ accuracy: Accuracy = .tightest, _ function: @escaping @Sendable (Interval) -> [ITLValue]
  ) -> OfferedOperation {
    OfferedOperation(accuracy: accuracy) { operands in
      guard operands.count == 1 else { throw WrongOperands() }
      return function(try interval(operands[0]))
    }
  }

  private static func unary(
    _ accuracy: Accuracy = .tightest, _ function: @escaping @Sendable (Interval) -> Interval
  ) -> OfferedOperation {
    of(accuracy) { [.interval(function($0))] }
  }

  private static func binary(_ function: @escaping @Sendable (Interval, Interval) -> Interval) -> OfferedOperation {
    of(interval, interval) { .interval(function($0, $1)) }
  }

  private static func numeric(_ function: @escaping @Sendable (Interval) -> [Double]) -> OfferedOperation {
    of { function($0).map { .number($0) } }
  }

  private static func predicate(_ function: @escaping @Sendable (Interval) -> Bool) -> OfferedOperation {
    of { [.boolean(function($0))] }
  }

  private static func relation(_ function: @escaping @Sendable (Interval, Interval) -> Bool) -> OfferedOperation {
    of(interval, interval) { .boolean(function($0, $1)) }
  }
}
