import Dispatch

/// The time of one call, in nanoseconds: the best of seven batches of at least 20 ms.
func nanosecondsPerCall(calls: Int, _ pass: () -> Void) -> Double {
  func time(_ passes: Int) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    for _ in 0..<passes { pass() }
    return Double(DispatchTime.now().uptimeNanoseconds - start)
  }
  var passes = 1
  while time(passes) < 20e6 { passes *= 2 }
  let best = (0..<7).map { _ in time(passes) }.reduce(.infinity, min)
  return best / Double(passes * calls)
}
