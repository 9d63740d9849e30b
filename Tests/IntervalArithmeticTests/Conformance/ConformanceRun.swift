import IntervalArithmetic
import RealArithmetic

/// What came of the statements of one file.
struct ConformanceRun {
  /// Why a statement is not executed.
  enum SkipReason: String, CaseIterable {
    case decorated = "decorated"
    case notOffered = "operation not offered"
  }

  enum Outcome: Equatable {
    case passed
    /// Passed with a bound that is one double further out than the tightest one, where the operation may do so.
    case passedNotTightest
    case skipped(SkipReason)
    case failed(got: String)
  }

  let file: String
  private(set) var passed = 0
  private(set) var notTightest = 0
  private(set) var skipped: [SkipReason: Int] = [:]
  /// The operations not offered that the file tests.
  private(set) var missingOperations: Set<String> = []
  /// One line for each failed statement: file, line, statement, and what came out.
  private(set) var failures: [String] = []

  /// How many statements were executed.
  var executed: Int { passed + failures.count }

  /// Executes the statements of a file.
  init(text: String, file: String) throws(ITLError) {
    self.file = file
    for statement in try ITLParser.statements(of: text, file: file) {
      switch ConformanceRun.outcome(of: statement) {
      case .passed: passed += 1
      case .passedNotTightest:
        passed += 1
        notTightest += 1
      case .skipped(let reason):
        skipped[reason, default: 0] += 1
        if reason == .notOffered { missingOperations.insert(statement.operation) }
      case .failed(let got):
        failures.append("\(statement.file):\(statement.line): \(statement.source)  got \(got)")
      }
    }
  }

  /// One line: `libieeep1788_num.itl: 67 passed, 0 failed, skipped: 75 decorated`.
  var summary: String {
    let tightness = notTightest == 0 ? "" : " (\(notTightest) with a bound next to the tightest one)"
    let reasons = SkipReason.allCases.compactMap { reason in
      skipped[reason].map { "\($0) \(reason.rawValue)" }
    }
    let missing =
      missingOperations.isEmpty ? "" : " (\(missingOperations.sorted().joined(separator: ", ")))"
    let skips = reasons.isEmpty ? "" : ", skipped: \(reasons.joined(separator: ", "))\(missing)"
    return "\(file): \(passed) passed\(tightness), \(failures.count) failed\(skips)"
  }

  // MARK: One statement

  static func outcome(of statement: ITLStatement) -> Outcome {
    let values = statement.operands + (statement.results ?? []) + (statement.allowed ?? [])
    let isDecorated = values.contains {
      if case .decorated = $0 { return true }
      return false
    }
    if isDecorated || statement.operation.hasPrefix("d-") { return .skipped(.decorated) }
    guard let operation = OfferedOperation.all[statement.operation] else { return .skipped(.notOffered) }
    do {
      return judge(try operation.apply(statement.operands), operation.accuracy, statement)
    } catch let error as TextError {
      // Whether `[l, u]` is in order is decided on exact numbers here: what an implementation that converts them first
      // may accept with a signal is an error.
      let isExpected = statement.signals.contains { $0 == "UndefinedOperation" || $0 == "PossiblyUndefinedOperation" }
      return isExpected ? .passed : .failed(got: "the error \"\(error)\"")
    } catch {
      return .failed(got: "operands that \(statement.operation) does not take")
    }
  }

  private static func judge(
    _ results: [ITLValue], _ accuracy: OfferedOperation.Accuracy, _ statement: ITLStatement
  ) -> Outcome {
    let got = Outcome.failed(got: results.map(\.description).joined(separator: " "))
    // A text that is no literal must be an error. Numbers that make no interval give the empty one without a signal.
    if statement.signals.contains("UndefinedOperation"), statement.operation == "b-textToInterval" { return got }
    if let allowed = statement.allowed {
      guard allowed.count == results.count, zip(results, allowed).allSatisfy({ $0.isWithin($1) }) else { return got }
    }
    guard let tightest = statement.results else { return .passed }
    guard tightest.count == results.count else { return got }
    if zip(results, tightest).allSatisfy({ $0.isSame(as: $1) }) { return .passed }
    let isClose = zip(results, tightest).allSatisfy { $0.isSameOrOneUnitWider(than: $1) }
    return accuracy == .oneUnit && isClose ? .passedNotTightest : got
  }
}
