import Dispatch
import IntervalArithmetic

/// The images of all elements, in their order, computed by up to `threads` threads.
///
/// The result does not depend on the number of threads. A thread takes `share` elements at a time, so that elements of
/// very different cost are spread well; for few elements no thread is started.
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], threads: Int, share: Int = 64, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let shares = (elements.count + share - 1) / share
  guard min(threads, shares) > 1 else { return elements.map(transform) }
  let tickets = TicketDispenser(count: shares)
  var results = [[Result]](repeating: [], count: shares)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each share is written once, by the thread that drew its number.
    nonisolated(unsafe) let output = buffer
    @Sendable func work() {
      while let index = tickets.next() {
        output[index] = elements[(index * share)..<min((index + 1) * share, elements.count)].map(transform)
      }
    }
    DispatchQueue.concurrentPerform(iterations: min(threads, shares)) { _ in
      // The threads are shared with the rest of the process, and one in which others have left another rounding mode would
      // compute something else: the calling thread does its share.
      if FloatingPointEnvironment.isSupported { work() }
    }
    work()
  }
  return results.flatMap { $0 }
}

/// Hands out the numbers from 0 up to a count, each once, to any number of threads.
private final class TicketDispenser: @unchecked Sendable {
  private let count: Int
  private let queue = DispatchQueue(label: "tickets")
  /// Touched on `queue` only.
  private var issued = 0

  init(count: Int) {
    self.count = count
  }

  func next() -> Int? {
    queue.sync {
      guard issued < count else { return nil }
      defer { issued += 1 }
      return issued
    }
  }
}
