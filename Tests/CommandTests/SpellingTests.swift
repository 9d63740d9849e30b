import Testing

@testable import selu_proof

@Suite struct SpellingTests {
  @Test(arguments: [("", "", 0), ("", "abc", 3), ("check", "chek", 1), ("check", "hceck", 1), ("map", "tables", 5)])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(Spelling.distance(Array(a), Array(b)) == expected)
    #expect(Spelling.distance(Array(b), Array(a)) == expected)
  }

  @Test(arguments: [
    ("chek", "check"), ("CHECK", "check"), ("tab", "tables"), ("fixedpoint", "fixed-point"), ("fix", "fixed-point"),
    ("mpa", "map"),
  ])
  func suggestsTheNearest(_ word: String, _ expected: String) {
    #expect(Spelling.nearest(to: word, among: ["check", "claims", "map", "tables", "fixed-point"]) == expected)
  }

  @Test(arguments: ["", "x", "ta", "prove", "constants"])
  func suggestsNothingFar(_ word: String) {
    #expect(Spelling.nearest(to: word, among: ["check", "claims", "map", "tables"]) == nil)
    #expect(Spelling.nearest(to: word, among: []) == nil)
  }
}
