import IntervalArithmetic
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@testable import GridChecker

@Suite struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 5, 16], [0, 1, 63, 64, 65, 1_000])
  func imagesStandInOrder(threads: Int, count: Int) {
    for share in [1, 7, 64] {
      let images = concurrentMap(Array(0..<count), threads: threads, share: share) { $0 * $0 }
      #expect(images == (0..<count).map { $0 * $0 })
    }
  }

  @Test(arguments: [0, -1])
  func withoutThreadsTheCallerDoesTheWork(threads: Int) {
    #expect(concurrentMap([1, 2, 3], threads: threads, share: 1) { 10 * $0 } == [10, 20, 30])
  }

  /// Work inside work.
  @Test func mapsNest() {
    let sums = concurrentMap(Array(0..<20), threads: 3, share: 1) { row in
      concurrentMap(Array(0..<20), threads: 3, share: 1) { row * $0 }.reduce(0, +)
    }
    #expect(sums == (0..<20).map { $0 * 190 })
  }

  #if canImport(Glibc)
    /// A thread of the pool that others have left in another rounding mode takes no work. In a process of its own: the pool
    /// is that of all tests.
    @Test func threadsThatRoundOtherwiseTakeNoWork() async {
      await #expect(processExitsWith: .success) {
        let caller = pthread_self()
        for _ in 0..<100 {
          _ = concurrentMap(Array(0..<64), threads: 8, share: 1) { _ in
            if pthread_self() != caller { fesetround(FE_UPWARD) }
          }
        }
        let supported = concurrentMap(Array(0..<10_000), threads: 8, share: 1) { _ in
          FloatingPointEnvironment.isSupported
        }
        exit(supported.allSatisfy { $0 } ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }
  #endif
}
