import Foundation
import RealArithmetic

/// The rows of a file of `Tests/References`, without the comment and the names of the columns.
func referenceRows(_ name: String, columns: Int) throws -> [[String]] {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../References/\(name)")
  let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
  return lines.dropFirst().map { $0.split(separator: "\t").map(String.init) }.filter { $0.count == columns }
}
