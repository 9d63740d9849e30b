import JSON
import RealArithmetic
import Reporting

/// The result of `map`.
struct MapReport {
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
    return Table([head] + rows).text(indent: 0).map { $0 + "\n" }.joined()
  }
}

extension MapReport: JSONContent {
  static let format = JSONDocument.Format("selu-proof map", version: 1)

  var members: [String: JSONValue] {
    [
      "activation": .string(start.activation.description),
      "start": .object([
        "mean": .string(start.mean.description), "variance": .string(start.variance.description),
        "omega": .string(start.omega.description), "tau": .string(start.tau.description),
      ]),
      "layers": .array(layers.map { .object(["mean": $0.mean.json, "variance": $0.variance.json]) }),
    ]
  }
}
