import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims

/// The proof of Lemma 12 as the paper has it, with intervals: a grid over (mu, omega, nu, tau), on each cell of which S,
/// the largest singular value of the Jacobian H, is bounded from above.
///
/// S is a function of (y, x, omega, tau) with y = mu omega and x = nu tau, and for fixed (y, x) it does not decrease in
/// |omega| nor in tau; `ProductGrid` uses both. Its bounds are those of all real points of a cell, not of its corners,
/// so that no mean-value slack has to be added.
public struct ContractionGrid: Sendable {
  /// The cells and their bounds.
  public let grid: ProductGrid
  private let problem: ExtremumProblem
  private let activation: Activation<Interval>

  /// The quantity that the grid bounds.
  static let quantity = Quantity(.spectralNorm)

  /// Prepares the grid of a strategy; nil if the strategy is no grid or the problem is another one than to bound S from
  /// above on a domain in the four variables with positive nu and tau.
  ///
  /// Throws: `GridError` if the cells cannot be counted.
  init?(
    _ problem: ExtremumProblem, _ activation: Activation<Interval>, _ end: RangeEnd, strategy: SearchStrategy,
    threads: Int
  ) throws(GridError) {
    guard end == .supremum, problem.quantity == Self.quantity, problem.coordinates == Self.variables,
      let ranges = Self.ranges(of: problem.domain), let axes = try Self.axes(ranges, strategy)
    else { return nil }
    self.problem = problem
    self.activation = activation
    grid = try ProductGrid(
      ContractionMatrix(activation: activation), p: axes[0], q: axes[1], r: axes[2], s: axes[3],
      threads: threads)
  }

  /// What is known if no bound exceeds `maximum`, which is the largest one of all units.
  ///
  /// The supremum of S is at least its value at the best corner of that cell, and at most the bound.
  func extremum(_ maximum: GridMaximum) -> Extremum {
    grid.extremum(maximum, of: problem.function, over: problem.box)
  }

  /// Everything on which the bounds depend, as a text: exact for the domain and the divisions.
  public var parameters: String {
    let axes = grid.axes.map { "\($0.lower) to \($0.upper) by \($0.spacing)" }
    let bounds = [activation.alpha, activation.lambda].flatMap { [$0.lowerBound, $0.upperBound] }
    return (axes + bounds.map(\.hexText) + ["\(grid.units)", "\(grid.evaluations)"]).joined(separator: "; ")
  }

  /// The supremum of S by all units of the grid, on so many threads.
  func extremum(threads: Int) -> Extremum? {
    grid.maximum(threads: threads).map(extremum)
  }

  /// Whether a claim is one that such a grid can decide: that S does not exceed a bound.
  public static func canDecide(_ claim: Claim) -> Bool {
    guard case .bound(let bounded, let inequality, _) = claim.proposition else { return false }
    return bounded == quantity && inequality.boundsAbove && ranges(of: claim.region) != nil
  }

  private static let variables: [Variable] = [.mu, .omega, .nu, .tau]

  private static func ranges(of domain: Domain) -> [ExactRange]? {
    let ranges = variables.compactMap { domain.ranges[$0] }
    guard ranges.count == variables.count, ranges[2].lower > 0, ranges[3].lower > 0 else { return nil }
    return ranges
  }

  private static func axes(_ ranges: [ExactRange], _ strategy: SearchStrategy) throws(GridError) -> [GridAxis]? {
    var axes: [GridAxis] = []
    for (index, range) in ranges.enumerated() {
      switch strategy {
      case .spacedGrid(let spacings) where spacings.count == ranges.count:
        axes.append(try GridAxis(from: range.lower, through: range.upper, spacing: spacings[index]))
      case .uniformGrid(let counts) where counts.count == ranges.count:
        axes.append(try GridAxis(from: range.lower, through: range.upper, count: counts[index]))
      default: return nil
      }
    }
    return axes
  }
}

extension ClaimChecker {
  /// The grid on which a claim that bounds S from above is decided; nil if the strategy is no grid or the claim another.
  ///
  /// Throws: `GridError` if the cells cannot be counted.
  public func contractionGrid(for claim: Claim) throws(GridError) -> ContractionGrid? {
    guard ContractionGrid.canDecide(claim), let problem = problem(ContractionGrid.quantity, on: claim.region) else {
      return nil
    }
    return try ContractionGrid(problem, activation, .supremum, strategy: strategy, threads: budget.threads)
  }

  /// Decides a claim from the largest bound on its grid.
  public func check(_ claim: Claim, on grid: ContractionGrid, _ maximum: GridMaximum) -> Finding {
    guard case .bound(let quantity, _, _) = claim.proposition, let obligation = claim.obligations?.first,
      let problem = problem(quantity, on: claim.region)
    else { return Finding(.undecided) }
    return Answer(obligation, problem, grid.extremum(maximum)).finding
  }
}
