import RealArithmetic
import SELUClaims

/// A node of a subdivision: steps that are taken from left to right, the last of which is a split or a leaf.
public struct Node: Sendable, Equatable {
  /// The faces to which the box is reduced.
  public let faces: [Face]
  /// What is done with what remains.
  public let end: End

  /// A node; nothing is checked.
  public init(faces: [Face], end: End) {
    self.faces = faces
    self.end = end
  }

  /// A box of (mu, nu) that is claimed to hold the fixed points for all weights of a box of weights.
  public struct Neighbourhood: Sendable, Equatable {
    /// Finite bounds: of mu, lower and upper, then of nu.
    public let bounds: [Double]

    /// A box; nil unless there are four finite numbers.
    public init?(_ bounds: [Double]) {
      guard bounds.count == 4, bounds.allSatisfy(\.isFinite) else { return nil }
      self.bounds = bounds
    }
  }

  /// The reduction of a box to a face, because a partial derivative has one sign.
  public struct Face: Sendable, Equatable {
    /// The variable.
    public let variable: Variable
    /// Whether the variable takes its upper bound on the face.
    public let isUpper: Bool
    /// For fixed points only: where they are for all weights of the box.
    public let neighbourhood: Neighbourhood?

    /// A reduction.
    public init(_ variable: Variable, isUpper: Bool, within neighbourhood: Neighbourhood? = nil) {
      self.variable = variable
      self.isUpper = isUpper
      self.neighbourhood = neighbourhood
    }
  }

  /// The end of a node.
  public enum End: Sendable, Equatable {
    /// The box is cut in two at a finite number.
    case split(Variable, at: Double)
    /// The interval extension proves the bound; for fixed points, they are in the neighbourhood.
    case natural(within: Neighbourhood?)
    /// The mean-value form around a point proves it. The point has finite coordinates for the sides that are not single
    /// numbers. For fixed points there are two neighbourhoods: for the box, and for the point.
    case meanValue([Double], within: Neighbourhood?, at: Neighbourhood?)
  }
}

// MARK: - As texts

extension Node {
  /// Whether the node is the last one before another branch.
  private var isLeaf: Bool {
    if case .split = end { false } else { true }
  }

  /// The nodes as lines that end with a leaf.
  package static func lines(_ nodes: [Node]) -> [String] {
    var lines: [String] = []
    var line: [String] = []
    for node in nodes {
      line.append(node.text)
      if node.isLeaf {
        lines.append(line.joined(separator: "; "))
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [line.joined(separator: "; ")]
  }

  /// The nodes of a line; nil if one of them cannot be read.
  package static func nodes(_ line: String) -> [Node]? {
    let texts = line.components(separatedBy: "; ")
    let nodes = texts.compactMap(Node.init)
    return nodes.count == texts.count ? nodes : nil
  }

  /// The steps as they are written.
  var text: String {
    let steps = faces.map {
      "\($0.isUpper ? "upper" : "lower") \($0.variable.rawValue)\(Self.text("within", $0.neighbourhood))"
    }
    let end =
      switch end {
      case .split(let variable, let point): "split \(variable.rawValue) \(point.binaryText)"
      case .natural(let neighbourhood): "natural" + Self.text("within", neighbourhood)
      case .meanValue(let centre, let neighbourhood, let atCentre):
        (["mean-value"] + centre.map(\.binaryText)).joined(separator: " ") + Self.text("within", neighbourhood)
          + Self.text("at", atCentre)
      }
    return (steps + [end]).joined(separator: ", ")
  }

  private static func text(_ word: String, _ neighbourhood: Neighbourhood?) -> String {
    neighbourhood.map { " \(word) " + $0.bounds.map(\.binaryText).joined(separator: " ") } ?? ""
  }

  /// Reads what `text` writes; nil for anything else.
  init?(_ text: String) {
    let steps = text.components(separatedBy: ", ")
    var faces: [Face] = []
    for step in steps.dropLast() {
      var words = Words(step)
      guard let word = words.next(), word == "upper" || word == "lower",
        let variable = words.variable()
      else { return nil }
      let neighbourhood = words.neighbourhood(after: "within")
      guard words.isAtEnd else { return nil }
      faces.append(Face(variable, isUpper: word == "upper", within: neighbourhood))
    }
    guard let last = steps.last, let end = End(last) else { return nil }
    self.init(faces: faces, end: end)
  }
}

extension Node.End {
  fileprivate init?(_ step: String) {
    var words = Words(step)
    switch words.next() {
    case "split":
      guard let variable = words.variable(), let point = words.number() else { return nil }
      self = .split(variable, at: point)
    case "natural":
      self = .natural(within: words.neighbourhood(after: "within"))
    case "mean-value":
      var centre: [Double] = []
      while let number = words.number() { centre.append(number) }
      let within = words.neighbourhood(after: "within")
      self = .meanValue(centre, within: within, at: within == nil ? nil : words.neighbourhood(after: "at"))
    default: return nil
    }
    guard words.isAtEnd else { return nil }
  }
}

/// The words of a step.
private struct Words {
  private var rest: ArraySlice<String>
  /// Whether a neighbourhood was announced that did not come.
  private var isDamaged = false

  init(_ step: String) {
    rest = step.components(separatedBy: " ")[...]
  }

  var isAtEnd: Bool { rest.isEmpty && !isDamaged }

  mutating func next() -> String? { rest.popFirst() }

  mutating func variable() -> Variable? { next().flatMap(Variable.init) }

  /// A binary number, if one comes next.
  mutating func number() -> Double? {
    guard let word = rest.first, let number = Double(binaryText: word) else { return nil }
    rest.removeFirst()
    return number
  }

  /// Four numbers behind a word, if the word comes next and they follow.
  mutating func neighbourhood(after word: String) -> Node.Neighbourhood? {
    guard rest.first == word else { return nil }
    rest.removeFirst()
    let neighbourhood = Node.Neighbourhood((0..<4).compactMap { _ in number() })
    isDamaged = neighbourhood == nil
    return neighbourhood
  }
}

extension Double {
  /// The number as an odd integer times a power of two, both exact, in C's notation: `0x9p-4` is 9/16; zero is `0x0p0`.
  ///
  /// Short for numbers with few significant bits, of which subdivisions are full. `self` is finite.
  package var binaryText: String {
    guard let dyadic = Dyadic(exactly: self), let significand = Int(exactly: dyadic.significand) else { return "nan" }
    let digits = String(significand.magnitude, radix: 16)
    return "\(significand < 0 ? "-" : "")0x\(digits)p\(dyadic.exponent)"
  }

  /// Reads what `binaryText` writes; nil for anything else.
  package init?(binaryText text: String) {
    guard text.utf8.count <= 32, let value = try? Double(parsingExactly: text), value.isFinite, value.binaryText == text
    else { return nil }
    self = value
  }
}

extension String {
  /// The parts between the occurrences of a separator of ASCII characters. Byte by byte: to search by characters takes a
  /// good part of the time of a replay.
  fileprivate func components(separatedBy separator: String) -> [String] {
    let (bytes, mark) = (Array(utf8), Array(separator.utf8))
    var parts: [String] = []
    var (start, index) = (0, 0)
    while index + mark.count <= bytes.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
