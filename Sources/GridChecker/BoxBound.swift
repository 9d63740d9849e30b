import IntervalArithmetic

/// Where on its box a function is largest because a partial derivative has one sign there.
public struct Face: Sendable, Hashable {
  /// The index of the variable.
  public let axis: Int
  /// Whether the side was replaced by its upper bound (the derivative is not negative) or by its lower bound.
  public let isUpper: Bool
}

/// How the bound of a box was obtained.
public enum BoundForm: String, Sendable, Hashable {
  /// The interval extension of the function on the box or face.
  case natural
  /// The value at the centre plus the gradient's enclosure times the distance from it.
  case meanValue = "mean-value"
}

/// A proved upper bound of a function on a box, and how it was obtained: all that has to be believed of a leaf.
public struct BoxBound: Sendable {
  /// The faces to which the gradient's signs reduce the box, in the order in which they were found.
  public let faces: [Face]
  /// The box after this reduction: the function takes its supremum over the whole box here.
  public let face: Box
  /// The form that gave the smaller bound.
  public let form: BoundForm
  /// The point of the face around which the mean-value form was taken; the face itself, if it is a point.
  public let centre: Box
  /// No value of the function on the box exceeds this.
  public let upperBound: Double
  /// Encloses the value at the centre, whose lower bound is therefore one of the supremum; nil if it is not known.
  public let valueAtCentre: Interval?
  /// Encloses the gradient over the face.
  let gradient: [Interval?]
}

extension BoxFunction {
  /// Bounds the function from above on a box.
  ///
  /// A partial derivative without negative values on the box lets the function be largest at the upper bound of that
  /// variable, one without positive values at the lower bound: the box shrinks to a face, where the gradient is narrower
  /// and may have one sign in further variables. On what remains the bound is the smaller of the interval extension and
  /// the mean-value form.
  public func bound(on box: Box) -> BoxBound {
    var face = box
    var faces: [Face] = []
    var gradient: [Interval?] = []
    var value: Interval?
    while true {
      if face.isPoint {
        value = self.value(over: face.hull)
        break
      }
      (value, gradient) = valueAndGradient(over: face.hull)
      let monotone = monotoneSides(of: face, gradient: gradient)
      if monotone.isEmpty { break }
      for next in monotone {
        let side = face.sides[next.axis]
        face = face.replacing(next.axis, with: Side(next.isUpper ? side.upper : side.lower))
      }
      faces += monotone
    }
    let natural = knownUpperBound(value)
    let centre = face.isPoint ? face : bestCentre(of: face, gradient: gradient)
    let valueAtCentre = face.isPoint ? value : self.value(over: centre.hull)
    let meanValue =
      face.isPoint
      ? natural
      : meanValueBound(face: face.hull, centre: centre.hull, valueAtCentre: valueAtCentre, gradient: gradient)
    return BoxBound(
      faces: faces, face: face, form: meanValue < natural ? .meanValue : .natural, centre: centre,
      upperBound: Swift.min(natural, meanValue), valueAtCentre: valueAtCentre, gradient: gradient)
  }

  /// The sides that are not thin along which the function is monotone on the box, and where it is largest.
  private func monotoneSides(of box: Box, gradient: [Interval?]) -> [Face] {
    gradient.indices.compactMap { axis in
      guard !box.sides[axis].isThin, let slope = gradient[axis] else { return nil }
      if slope.lowerBound >= 0 { return Face(axis: axis, isUpper: true) }
      if slope.upperBound <= 0 { return Face(axis: axis, isUpper: false) }
      return nil
    }
  }

  /// The point of the face for which the mean-value form is least, as far as the gradient tells: where a partial derivative
  /// lies in [l, u] with l < 0 < u, the point that is as far from both bounds of its side as the slopes -l and u say
  /// (E. Baumann, Optimal centered forms, BIT 28, 1988). Any point would do for the proof.
  private func bestCentre(of face: Box, gradient: [Interval?]) -> Box {
    Box(
      zip(face.sides, gradient).map { side, slope in
        guard !side.isThin, let slope, slope.lowerBound.isFinite, slope.upperBound.isFinite,
          slope.lowerBound < slope.upperBound
        else { return Side(side.centre) }
        let share = slope.upperBound / (slope.upperBound - slope.lowerBound)
        let number = side.hull.lowerBound + share * side.hull.width
        return Side(side.point(near: number, fraction: 16) ?? side.centre)
      })
  }

  /// The upper bound of `f(c) + sum of gradient_i (x_i - c_i)`.
  private func meanValueBound(
    face: [Interval], centre: [Interval], valueAtCentre: Interval?, gradient: [Interval?]
  ) -> Double {
    guard var sum = valueAtCentre else { return .infinity }
    for axis in face.indices {
      guard let slope = gradient[axis] else { return .infinity }
      sum = sum + slope * (face[axis] - centre[axis])
    }
    return knownUpperBound(sum)
  }

  /// An upper bound of what is enclosed: of all numbers, if nothing is known.
  private func knownUpperBound(_ enclosure: Interval?) -> Double { enclosure?.upperBound ?? .infinity }
}
