import RealArithmetic

/// A subdivision of a box, as a search proposes it and a leaf check examines it: nodes in preorder, of each of which the
/// box follows from the nodes before.
///
/// A tree is a proposal. What it proves is for `LeafCheck` to say.
public struct Tree: Sendable, Equatable {
  /// The nodes; after a split the branch below the point comes first.
  public var nodes: [Node]

  /// A tree; nothing is checked.
  public init(_ nodes: [Node]) {
    self.nodes = nodes
  }

  /// The steps, each of which is a node or a face of one.
  public var steps: Int { nodes.reduce(0) { $0 + $1.faces.count + 1 } }

  /// A node: the box is reduced to faces, one after the other, and then split, or bounded as it is.
  public struct Node: Sendable, Equatable {
    /// The faces to which the box is reduced.
    public var faces: [Face]
    /// What is done with what remains.
    public var end: End

    /// A node; nothing is checked.
    public init(faces: [Face] = [], end: End) {
      self.faces = faces
      self.end = end
    }
  }

  /// The reduction of a box to a face, because a partial derivative has one sign.
  public struct Face: Sendable, Hashable {
    /// The number of the variable.
    public let axis: Int
    /// Whether the variable takes its upper bound on the face.
    public let isUpper: Bool
    /// For functions that need one: where their fixed points are over the box.
    public let neighbourhood: Neighbourhood?

    /// A reduction.
    public init(_ axis: Int, isUpper: Bool, within neighbourhood: Neighbourhood? = nil) {
      self.axis = axis
      self.isUpper = isUpper
      self.neighbourhood = neighbourhood
    }
  }

  /// The end of a node.
  public enum End: Sendable, Equatable {
    /// The box is cut in two along an axis, at a finite number.
    case split(axis: Int, at: Double)
    /// The interval extension bounds the function.
    case natural(within: Neighbourhood? = nil)
    /// The mean-value form around a point bounds it. The point has finite coordinates for the sides that are not single
    /// numbers. There may be two neighbourhoods: for the box, and for the point.
    case meanValue([Double], within: Neighbourhood? = nil, at: Neighbourhood? = nil)

    /// Whether the box is not split.
    public var isLeaf: Bool {
      if case .split = self { false } else { true }
    }
  }

  /// A box in the plane that is claimed to hold exactly one fixed point for every point of a box.
  public struct Neighbourhood: Sendable, Hashable {
    /// Finite bounds: of the first unknown, lower and upper, then of the second.
    public let bounds: [Double]

    /// A box; nil unless there are four finite numbers.
    public init?(_ bounds: [Double]) {
      guard bounds.count == 4, bounds.allSatisfy(\.isFinite) else { return nil }
      self.bounds = bounds
    }
  }

  /// Whether a step names a neighbourhood.
  var namesNeighbourhood: Bool {
    nodes.contains { node in
      node.faces.contains { $0.neighbourhood != nil }
        || {
          switch node.end {
          case .split, .natural(nil), .meanValue(_, nil, nil): false
          case .natural, .meanValue: true
          }
        }()
    }
  }
}

// MARK: - As text

// A node is a line of steps, as `upper tau, split nu 0x9p-4`: its faces, and its end. There is one text for a node.
extension Tree {
  /// The nodes as lines that end with a leaf; the axes go by the names of the variables.
  public func lines(_ names: [String]) -> [String] {
    var lines: [String] = []
    var line: [String] = []
    for node in nodes {
      line.append(node.text(names))
      if node.end.isLeaf {
        lines.append(line.joined(separator: "; "))
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [line.joined(separator: "; ")]
  }

  /// The nodes of a line; nil if one of them cannot be read, or speaks of another variable than those with these names.
  public static func nodes(ofLine line: String, _ names: [String]) -> [Node]? {
    let texts = line.components(separatedBy: "; ")
    let nodes = texts.compactMap { Node($0, names) }
    return nodes.count == texts.count ? nodes : nil
  }
}

extension Tree.Node {
  /// The steps as they are written. An axis without a name has none in the text either, which then cannot be read.
  func text(_ names: [String]) -> String {
    func name(_ axis: Int) -> String { names.indices.contains(axis) ? names[axis] : "" }
    let steps = faces.map {
      "\($0.isUpper ? "upper" : "lower") \(name($0.axis))\(Self.text("within", $0.neighbourhood))"
    }
    let end =
      switch end {
      case .split(let axis, let point): "split \(name(axis)) \(point.binaryText)"
      case .natural(let neighbourhood): "natural" + Self.text("within", neighbourhood)
      case .meanValue(let centre, let neighbourhood, let atCentre):
        (["mean-value"] + centre.map(\.binaryText)).joined(separator: " ") + Self.text("within", neighbourhood)
          + Self.text("at", atCentre)
      }
    return (steps + [end]).joined(separator: ", ")
  }

  private static func text(_ word: String, _ neighbourhood: Tree.Neighbourhood?) -> String {
    neighbourhood.map { " \(word) " + $0.bounds.map(\.binaryText).joined(separator: " ") } ?? ""
  }

  /// Reads what `text` writes; nil for anything else.
  init?(_ text: String, _ names: [String]) {
    let steps = text.components(separatedBy: ", ")
    var faces: [Tree.Face] = []
    for step in steps.dropLast() {
      var words = Words(step, names)
      guard let word = words.next(), word == "upper" || word == "lower", let axis = words.axis() else { return nil }
      let neighbourhood = words.neighbourhood(after: "within")
      guard words.isAtEnd else { return nil }
      faces.append(Tree.Face(axis, isUpper: word == "upper", within: neighbourhood))
    }
    guard let last = steps.last, let end = Tree.End(last, names) else { return nil }
    self.init(faces: faces, end: end)
  }
}

extension Tree.End {
  fileprivate init?(_ step: String, _ names: [String]) {
    var words = Words(step, names)
    switch words.next() {
    case "split":
      guard let axis = words.axis(), let point = words.number() else { return nil }
      self = .split(axis: axis, at: point)
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
  private let names: [String]
  /// Whether a neighbourhood was announced that did not come.
  private var isDamaged = false

  init(_ step: String, _ names: [String]) {
    rest = step.components(separatedBy: " ")[...]
    self.names = names
  }

  var isAtEnd: Bool { rest.isEmpty && !isDamaged }

  mutating func next() -> String? { rest.popFirst() }

  mutating func axis() -> Int? { next().flatMap { names.firstIndex(of: $0) } }

  /// A binary number, if one comes next.
  mutating func number() -> Double? {
    guard let word = rest.first, let number = Double(binaryText: word) else { return nil }
    rest.removeFirst()
    return number
  }

  /// Four numbers behind a word, if the word comes next and they follow.
  mutating func neighbourhood(after word: String) -> Tree.Neighbourhood? {
    guard rest.first == word else { return nil }
    rest.removeFirst()
    let neighbourhood = Tree.Neighbourhood((0..<4).compactMap { _ in number() })
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
