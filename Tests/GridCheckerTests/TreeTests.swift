import Testing

@testable import GridChecker

@Suite struct TreeTests {
  private static let names = ["mu", "omega", "nu", "tau", "y", "x"]

  @Test(arguments: [
    (0.0, "0x0p0"), (1, "0x1p0"), (-0.5625, "-0x9p-4"), (1024, "0x1p10"), (0.1, "0xccccccccccccdp-55"),
    (5e-324, "0x1p-1074"), (1.7976931348623157e308, "0x1fffffffffffffp971"),
  ])
  func binaryText(value: Double, text: String) {
    #expect(value.binaryText == text)
    #expect(Double(binaryText: value.binaryText) == value)
  }

  /// There is one text for a number.
  @Test(arguments: [
    "", "1", "0.5", "0x2p0", "0x1p+0", "0x1.8p0", "0X1p0", "0x1P0", "+0x1p0", "-0x0p0", "0x0p1", "0x1p1024",
    "0x1p-1075",
    "inf", "nan", "0x1p99999999999999999999", " 0x1p0", "0x1p0 ", "0x01p0",
  ])
  func refusedNumbers(text: String) {
    #expect(Double(binaryText: text) == nil)
  }

  @Test(arguments: [
    "natural", "split y 0x9p-4; natural", "upper mu, lower tau, natural", "mean-value 0x1p-3 -0x5p1",
    "mean-value; natural", "lower nu, split x 0x1p0; upper y, mean-value 0x0p0",
    "upper omega within 0x0p0 0x1p0 0x1p0 0x1p1, natural within 0x0p0 0x1p0 0x1p0 0x1p1",
    "mean-value 0x1p-4 within 0x0p0 0x1p0 0x1p0 0x1p1 at 0x0p0 0x1p-1 0x1p0 0x1p1",
  ])
  func linesReadBack(line: String) throws {
    let nodes = try #require(Tree.nodes(ofLine: line, Self.names))
    #expect(Tree(nodes).lines(Self.names).joined(separator: "; ") == line)
  }

  @Test(arguments: [
    "", "Natural", "natural ", " natural", "natural,", "natural, natural", "split y", "split y 0x9p-4 0x9p-4",
    "split q 0x1p0",
    "upper, natural", "upper y", "natural; ", "mean-value x", "natural within 0x1p0", "upper y natural",
    "natural at 0x0p0 0x1p0 0x1p0 0x1p1", "split y 0.5", "upper y within 0x0p0 0x1p0 0x1p0, natural",
  ])
  func refusedLines(line: String) {
    #expect(Tree.nodes(ofLine: line, Self.names) == nil)
  }

  /// Names and numbers of axes go together.
  @Test func axesHaveNames() throws {
    let nodes = try #require(Tree.nodes(ofLine: "upper b, split a 0x1p0; lower a, natural", ["a", "b"]))
    #expect(
      nodes == [
        Tree.Node(faces: [.init(1, isUpper: true)], end: .split(axis: 0, at: 1)),
        Tree.Node(faces: [.init(0, isUpper: false)], end: .natural()),
      ])
    #expect(Tree(nodes).lines(["b", "a"]) == ["upper a, split b 0x1p0; lower b, natural"])
    #expect(Tree.nodes(ofLine: "upper b, natural", ["a"]) == nil)
    // What has no name cannot be read.
    #expect(Tree(nodes).lines(["a"]).allSatisfy { Tree.nodes(ofLine: $0, ["a"]) == nil })
  }
}
