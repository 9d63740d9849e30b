/// "Did you mean ...?"
enum Spelling {
  /// The candidate that `word` most likely stands for, or nil if none is near; the first one wins a tie.
  ///
  /// Case does not count, a beginning of at least three letters does, and otherwise about a third of the letters
  /// may be wrong.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let word = Array(word.lowercased())
    let tolerance = min(3, (word.count + 2) / 3)
    let ranked = candidates.enumerated().map { index, candidate in
      (distance: rank(word, Array(candidate.lowercased())), index: index, candidate: candidate)
    }
    let best = ranked.min { ($0.distance, $0.index) < ($1.distance, $1.index) }
    return best.flatMap { $0.distance <= tolerance ? $0.candidate : nil }
  }

  private static func rank(_ word: [Character], _ candidate: [Character]) -> Int {
    let steps = distance(word, candidate)
    return word.count >= 3 && candidate.starts(with: word) ? min(steps, 1) : steps
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words ("optimal string
  /// alignment").
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
