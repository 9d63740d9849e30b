import RealArithmetic

/// Mean, second moment and variance of the activation of a normally distributed net input, with their derivatives.
///
/// Paper, Eq. 4 and 5. With the half-line moments, the tails A, B, C and the density N (see `HalfLineMoments`):
///
///     mean          m1 = (lambda/2)   ( 2 E[Z; Z > 0] + alpha 2 E[e^Z - 1; Z < 0] )
///     second moment m2 = (lambda^2/2) ( 2 E[Z^2; Z > 0] + alpha^2 2 E[(e^Z - 1)^2; Z < 0] )
///     variance      v  = m2 - m1^2
///
/// and, because d/dy E f(Z) = E f'(Z) and d/dx E f(Z) = (1/2) E f''(Z),
///
///     dm1/dy = (lambda/2)   [ (2 - A) + alpha B ]
///     dm1/dx = (lambda/2)   [ alpha B / 2 + (1 - alpha) N ]
///     dm2/dy = lambda^2     [ 2 E[Z; Z > 0] + alpha^2 (C - B) ]
///     dm2/dx = (lambda^2/2) [ (2 - A) + alpha^2 (2 C - B) ]
///     dv     = dm2 - 2 m1 dm1
///
/// Domain: x > 0, any y. Accuracy: encloses in an enclosing arithmetic.
@frozen
public struct Moments<Scalar: RealScalar>: MomentValues {
  /// The activation whose moments these are.
  public let activation: Activation<Scalar>
  /// The moments on both half lines.
  public let halfLines: HalfLineMoments<Scalar>

  /// Prepares the moments of `activation` for a net input.
  @inlinable @inline(__always)
  public init(_ activation: Activation<Scalar>, _ netInput: NetInput<Scalar>) {
    self.init(activation, HalfLineMoments(netInput))
  }

  /// The moments of `activation` from those on the half lines.
  @inlinable @inline(__always)
  public init(_ activation: Activation<Scalar>, _ halfLines: HalfLineMoments<Scalar>) {
    self.activation = activation
    self.halfLines = halfLines
  }

  // MARK: Values

  /// The mean of the activation (paper, Eq. 4).
  @inlinable @inline(__always)
  public var mean: Scalar {
    activation.halfLambda * (halfLines.positiveMean + activation.alpha * halfLines.negativeMean)
  }

  /// The second moment of the activation (paper, Eq. 5: xi).
  @inlinable @inline(__always)
  public var secondMoment: Scalar {
    activation.halfLambdaSquared
      * (halfLines.positiveSecondMoment + activation.alphaSquared * halfLines.negativeSecondMoment)
  }

  // MARK: Derivatives with respect to the mean y and the variance x of the net input

  /// dm1/dy.
  @inlinable @inline(__always)
  public var meanByMean: Scalar {
    activation.halfLambda * (halfLines.positiveProbability + activation.alpha * halfLines.tail1)
  }

  /// dm1/dx.
  @inlinable @inline(__always)
  public var meanByVariance: Scalar {
    activation.halfLambda
      * ((activation.alpha * halfLines.tail1).half + activation.oneMinusAlpha * halfLines.density)
  }

  /// dm2/dy.
  @inlinable @inline(__always)
  public var secondMomentByMean: Scalar {
    activation.lambdaSquared * (halfLines.positiveMean + activation.alphaSquared * (halfLines.tail2 - halfLines.tail1))
  }

  /// dm2/dx.
  @inlinable @inline(__always)
  public var secondMomentByVariance: Scalar {
    activation.halfLambdaSquared
      * (halfLines.positiveProbability + activation.alphaSquared
        * (halfLines.tail2 + (halfLines.tail2 - halfLines.tail1)))
  }
}
