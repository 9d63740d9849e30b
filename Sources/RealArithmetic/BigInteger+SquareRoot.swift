extension BigInteger {
  /// The integer square root: the largest `root` with `root^2 <= self`, and `remainder = self - root^2`.
  ///
  /// Paul Zimmermann, "Karatsuba Square Root" (INRIA RR-3805, 1999): a recursion on the leading half of the digits, and
  /// one division of half the length.
  ///
  /// - Precondition: `self` is not negative.
  public func squareRoot() -> (root: BigInteger, remainder: BigInteger) {
    precondition(!isNegative, "The square root of a negative integer")
    if limbs.count <= 1 {
      let (root, remainder) = BigInteger.squareRoot(of: limbs.first ?? 0)
      return (BigInteger(root), BigInteger(remainder))
    }
    // Zimmermann's method wants the top quarter of the digits to be normalised: scale by a power of four, which scales
    // the root by its square root.
    let digit = (bitWidth + 3) / 4
    let scale = (4 * digit - bitWidth) & ~1
    let (root, remainder) = (self << scale).normalisedSquareRoot(digit)
    if scale == 0 { return (root, remainder) }
    let exact = root >> (scale / 2)
    return (exact, self - exact.squared())
  }

  /// The square root of a number with `4 digit` or `4 digit - 1` bits.
  private func normalisedSquareRoot(_ digit: Int) -> (root: BigInteger, remainder: BigInteger) {
    if bitWidth <= UInt.bitWidth { return squareRoot() }
    let high = self >> (2 * digit)
    let (highRoot, highRemainder) = high.squareRoot()
    let middle = magnitudeShiftedRight(by: digit).magnitudeLowBits(digit)
    let low = magnitudeLowBits(digit)
    let (q, u) = ((highRemainder << digit) + middle).quotientAndRemainder(dividingBy: highRoot << 1)
    var root = (highRoot << digit) + q
    var remainder = (u << digit) + low - q.squared()
    while remainder.isNegative {
      remainder += (root << 1) - 1
      root -= 1
    }
    return (root, remainder)
  }

  /// The square root of one limb: a floating-point estimate, corrected.
  private static func squareRoot(of x: UInt) -> (root: UInt, remainder: UInt) {
    let limit: UInt = 1 << UInt(UInt.bitWidth / 2) - 1
    var root = min(UInt(Double(x).squareRoot()), limit)
    while root &* root > x { root -= 1 }
    while root < limit, (root + 1) &* (root + 1) <= x { root += 1 }
    return (root, x - root * root)
  }
}
