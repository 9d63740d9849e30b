import RealArithmetic

/// The result of `map`.
struct MapReport: Encodable {
  let start: MapStart
  let layers: [MapLayer]

  /// Two lines for one layer; a line for each if there are more. An activation other than the SELU is named before.
  var text: String { (start.activation == .selu ? "" : "activation \(start.activation)\n") + numbers }

  private var numbers: String {
    guard layers.count > 1 else {
      return layers.map { "mean      \($0.mean.text)\nvariance  \($0.variance.text)\n" }.joined()
    }
    let head = ["layer", "mean", "variance"]
    let rows = layers.enumerated().map { ["\($0.offset + 1)", $0.element.mean.text, $0.element.variance.text] }
    return ColumnText.of([head] + rows)
  }

  private enum Key: String, CodingKey {
    case activation, start, layers
  }

  private enum StartKey: String, CodingKey {
    case mean, variance, omega, tau
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(start.activation.description, forKey: .activation)
    try container.encode(layers, forKey: .layers)
    var numbers = container.nestedContainer(keyedBy: StartKey.self, forKey: .start)
    try numbers.encode(start.mean.description, forKey: .mean)
    try numbers.encode(start.variance.description, forKey: .variance)
    try numbers.encode(start.omega.description, forKey: .omega)
    try numbers.encode(start.tau.description, forKey: .tau)
  }
}
