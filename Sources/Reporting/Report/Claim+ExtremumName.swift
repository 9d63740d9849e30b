import SELUClaims
import SELUTheorem

extension Claim {
  /// Which end of the quantity's range the enclosure is about, `sup` or `inf`; empty where it is neither.
  var extremumName: String {
    switch proposition.relation {
    case "<", "<=", "max-is": "sup"
    case ">", ">=", "min-is": "inf"
    default: ""
    }
  }
}
