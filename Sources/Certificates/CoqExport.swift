import GridChecker
import RealArithmetic
import SELUClaims

/// The subdivisions of certificates as data for Coq (`Proofs/coq/Trees.v`). Nothing of them is trusted there.
public enum CoqExport {
  /// Why a certificate cannot be exported.
  public struct Failure: Error, Sendable, Equatable {
    /// A phrase that stands behind a colon.
    public let reason: String
  }

  /// A source file with a definition for each part of each certificate.
  ///
  /// The names are the claims' ids with underscores; those of a claim's second and further parts end in their number.
  ///
  /// Throws: `Failure` for a certificate whose nodes are no tree, or that speaks of fixed points.
  public static func text(_ certificates: [Certificate]) throws(Failure) -> String {
    var text = """
      (** Subdivisions, written by `selu-proof export-coq` from Proofs/certificates. Nothing of them is trusted. *)

      From Coq Require Import ZArith List.
      From SELU Require Import Trees.
      Import ListNotations.
      Open Scope Z_scope.

      """
    for certificate in certificates {
      for (index, part) in certificate.parts.enumerated() {
        text += try definition(of: part, number: index + 1, claim: certificate.heading.claim)
      }
    }
    return text
  }

  private static func definition(of part: Certificate.Part, number: Int, claim: String) throws(Failure) -> String {
    var tokens: [String] = []
    try CoqTree(part).write(to: &tokens)
    let name = String(claim.map { $0.isLetter || $0.isNumber ? $0 : "_" }) + (number == 1 ? "" : "_\(number)")
    let variables = part.variables.map(\.rawValue).joined(separator: ", ")
    return """

      (** \(claim), \(part.role): the \(part.extremum.rawValue) of \(part.quantity) over (\(variables)). *)
      Definition \(name) : tree :=
      \(filled(tokens + ["."]))

      """
  }

  /// The tokens in lines of at most 110 characters.
  private static func filled(_ tokens: [String]) -> String {
    var lines: [String] = []
    var line = " "
    for token in tokens {
      let isTight = token == ")" || token == "."
      if !isTight && line.count + token.count >= 110 {
        lines.append(line)
        line = " "
      }
      line += isTight ? token : " " + token
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

/// Writes the nodes of a part as one term.
private struct CoqTree {
  private let part: Certificate.Part

  init(_ part: Certificate.Part) {
    self.part = part
  }

  /// Without recursion, as the depth of a tree is not bounded: `open` counts, for each split, the branches still to come.
  func write(to tokens: inout [String]) throws(CoqExport.Failure) {
    var open: [(branches: Int, brackets: Int)] = [(1, 0)]
    var boxes = [part.box]
    for node in part.tree.nodes {
      guard let box = boxes.popLast() else {
        throw CoqExport.Failure(reason: "nodes are left over after the last leaf")
      }
      let (brackets, halves) = try write(node, box, to: &tokens)
      open[open.count - 1].branches -= 1
      boxes += halves
      if halves.isEmpty {
        tokens += Array(repeating: ")", count: brackets)
        while let last = open.last, last.branches == 0, open.count > 1 {
          tokens += Array(repeating: ")", count: last.brackets)
          open.removeLast()
        }
      } else {
        open.append((2, brackets))
      }
    }
    guard boxes.isEmpty else { throw CoqExport.Failure(reason: "leaves are missing at the end of the tree") }
  }

  /// Writes a node; how many brackets it leaves open, and the boxes of the branches, the next one last.
  private func write(
    _ node: Tree.Node, _ box: Box, to tokens: inout [String]
  ) throws(CoqExport.Failure) -> (brackets: Int, halves: [Box]) {
    var box = box
    for face in node.faces {
      try check(face.axis)
      tokens += ["(Face", "\(face.axis)%nat", "\(face.isUpper)"]
      box = box.face(face.axis, isUpper: face.isUpper)
    }
    switch node.end {
    case .natural(nil): tokens.append("Natural")
    case .meanValue(let centre, nil, nil):
      tokens += ["(MeanValue", "[" + dyadics(centre, in: box).joined(separator: "; ") + "]", ")"]
    case .split(let axis, let point):
      try check(axis)
      tokens += ["(Split", "\(axis)%nat", Self.dyadic(point)]
      guard let halves = box.split(axis, at: point) else {
        throw CoqExport.Failure(reason: "the split of \(part.variables[axis].rawValue) is not inside of the box")
      }
      return (node.faces.count + 1, [halves.upper, halves.lower])
    default: throw CoqExport.Failure(reason: "a tree about fixed points cannot be exported")
    }
    return (node.faces.count, [])
  }

  private func check(_ axis: Int) throws(CoqExport.Failure) {
    guard part.box.sides.indices.contains(axis), part.variables.indices.contains(axis) else {
      throw CoqExport.Failure(reason: "number \(axis) is no variable of the box")
    }
  }

  /// A coordinate for every variable; where the side is a single number any will do.
  private func dyadics(_ centre: [Double], in box: Box) -> [String] {
    var rest = centre[...]
    return box.sides.map { $0.isPoint ? "(0, 0)" : Self.dyadic(rest.popFirst() ?? 0) }
  }

  private static func dyadic(_ value: Double) -> String {
    guard let dyadic = Dyadic(exactly: value) else { return "(0, 0)" }
    return "(\(dyadic.significand), \(dyadic.exponent))"
  }
}
