import IntervalArithmetic

/// The innermost loop: upper bounds of the largest singular value of H = M(y, x) diag(q, s) on eight rows of a grid at
/// once, from a table of M.
///
/// ## Why q and s may stand at their largest magnitudes
///
/// Let m1 and m2 be the columns of any real matrix M. Then H H^T = q^2 m1 m1^T + s^2 m2 m2^T. For |q| <= q' and
/// |s| <= s' the difference
///
///     (q'^2 - q^2) m1 m1^T + (s'^2 - s^2) m2 m2^T
///
/// is a sum of non-negative multiples of squares and so has no negative eigenvalue: by Weyl's inequality the largest
/// eigenvalue of H H^T, which is S^2, does not fall when |q| or |s| grows and (y, x) stays. On a cell, S is therefore
/// at most what it is at the cell's largest |q| and |s| with (y, x) anywhere in the products of the cell's sides.
///
/// ## Why rounding to nearest is enough
///
/// From the upper bounds P, Q and the lower bound E of `GramBound` the loop computes
///
///     T = q^2 P + s^2 Q,    X = (4 q^2) s^2 E,    V = T + sqrt(T^2 - X)  >=  2 S^2
///
/// with plain operations, each within a factor 1 +- u of its exact result, u = 2^-53. To make up for it the factors q^2
/// and s^2 of T are raised beforehand by `slack` = 256 u, and lowered by it for X. Each of the factors is rounded twice,
/// each product and the sum once, so that the computed T is at least (1 + 251 u) T and the computed T^2 at least
/// (1 + 500 u) T^2, while the computed X is at most X. Because X <= T^2 (twice the geometric mean of the squared singular
/// values is not more than their sum), the computed difference is at least T^2 - X + 499 u T^2 after its rounding. The
/// square root loses at most u sqrt(T^2 - X) <= u T and the last sum at most u V <= 2 u (1 + 251 u) T or so, which is less
/// than the 251 u T in hand. So the computed V is an upper bound of the exact one.
///
/// P, Q, q^2 and s^2 in T are raised to at least 2^-100, so nothing there is subnormal: T^2 is at least 2^-400. The
/// factors of X may be; their errors, of at most 2^-1074 each, become at most 2^-600 in X, which is nothing beside
/// u T^2. No NaN can arise: P, Q and the factors of T are positive, and the factors of X and E at most 2^200, so that an
/// overflow can only make T, and with it the bound, infinite.
struct ScaledNormKernel {
  /// Eight rows side by side.
  typealias Lanes = SIMD8<Double>

  /// 256 u, by which squares are widened.
  static let slack = 0x1p-45

  /// `x`, a bound computed with at most 64 roundings to nearest, made an upper bound; `x` is positive.
  static func raised(_ x: Double) -> Double { x * (1 + slack) }

  /// `x`, a bound computed with at most 64 roundings to nearest, made a lower bound; `x` is positive or zero.
  static func lowered(_ x: Double) -> Double { x * (1 - slack) }

  /// The squares of a factor's largest magnitude on a cell, ready for T and X.
  struct Scale {
    /// At least the square by a factor of 1 + 252 u, and at least 2^-100.
    let raised: Double
    /// At most the square, and at most 2^200.
    let lowered: Double

    init(_ factor: Interval) {
      let square = factor.magnitude * factor.magnitude
      raised = Swift.max(ScaledNormKernel.raised(square), GramBound.least)
      lowered = Swift.min(ScaledNormKernel.lowered(square), GramBound.greatest)
    }
  }

  /// The bounds of M that hold in a number of columns from a given one on, each in eight ranges of y.
  private(set) var windows: [Window]
  /// q^2 for T, one a lane.
  let raised: Lanes
  /// 4 q^2 for X, one a lane.
  let lowered: Lanes

  /// A `GramBound` a lane.
  struct Window {
    var first = Lanes(repeating: GramBound.least)
    var second = Lanes(repeating: GramBound.least)
    var determinant = Lanes(repeating: GramBound.greatest)

    mutating func formUnion(_ other: Window) {
      first.replace(with: other.first, where: other.first .> first)
      second.replace(with: other.second, where: other.second .> second)
      determinant.replace(with: other.determinant, where: other.determinant .< determinant)
    }
  }

  /// Prepares up to eight rows: for each the bounds of M in its range of y, column by column, and its factor q. The
  /// last row fills the lanes that are left. A window spans `length` columns.
  init(rows: [(bounds: [GramBound], factor: Interval)], length: Int) {
    let columns = rows[0].bounds.count
    var single = [Window](repeating: Window(), count: columns)
    var (raised, lowered) = (Lanes(), Lanes())
    for lane in 0..<Lanes.scalarCount {
      let row = rows[Swift.min(lane, rows.count - 1)]
      for column in 0..<columns {
        single[column].first[lane] = row.bounds[column].first
        single[column].second[lane] = row.bounds[column].second
        single[column].determinant[lane] = row.bounds[column].determinant
      }
      let scale = Scale(row.factor)
      raised[lane] = scale.raised
      lowered[lane] = 4 * scale.lowered
    }
    windows = single
    for start in 0..<columns {
      for column in (start + 1)..<Swift.max(start + 1, Swift.min(start + length, columns)) {
        windows[start].formUnion(single[column])
      }
    }
    self.raised = raised
    self.lowered = lowered
  }

  /// The largest V over the cells whose windows start at the given columns, for each lane.
  @inline(__always)
  func largest(_ starts: UnsafeBufferPointer<Int32>, _ scale: Scale) -> Lanes {
    let square = Lanes(repeating: scale.raised)
    let (p, x) = (raised, lowered * scale.lowered)
    var best = Lanes()
    windows.withUnsafeBufferPointer { windows in
      for start in starts {
        let window = windows[Int(start)]
        let trace = p * window.first + square * window.second
        let value = trace + (trace * trace - x * window.determinant).squareRoot()
        best.replace(with: value, where: value .> best)
      }
    }
    return best
  }
}
