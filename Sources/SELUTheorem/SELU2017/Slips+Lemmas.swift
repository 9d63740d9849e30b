import RealArithmetic
import SELUClaims

// Slips in Lemmas 44 to 46, which rest on an approximation of erfcx.
extension Slips {
  static let lemmas = lemma44 + lemma45 + lemma46

  // MARK: The approximation

  /// Ren and MacKenzie's approximation of erfcx.
  private static func renMacKenzie(_ z: Expression) -> Expression {
    let root = Expression.squareRoot(.pi * .square(z) + .square("2.911"))
    return "2.911" / (.squareRoot(.pi) * "1.911" * z + root)
  }

  /// The error of the approximation at z_k.
  private static func error(_ tail: Expression.Tail) -> Expression {
    renMacKenzie(.tailArgument(tail)) - .scaledTail(tail)
  }

  /// The error E(x, y) of the bracket of dF/dx (Eq. 261).
  private static let errorByX: Expression = {
    let first = error(.one) * (.x - .y) * (.x + .y)
    let second = 2 * error(.two) * (2 * .x - .y) * (2 * .x + .y)
    return (second - first) / .squareRoot(2 * .x)
  }()

  /// The error of the numerator of dF/dy at x = 1.2 (Eq. 277).
  private static let errorByY: Expression = {
    let difference = 2 * error(.two) * (5 * .y + 12) - error(.one) * (5 * .y + 6)
    return .squareRoot(15 * .pi) * difference
  }()

  // MARK: Lemma 44

  private static let lemma44 = [
    Slip(
      21, .proof, "Lemma 44, Eq. 261", printed: "0.0113556 <= E(x, y)",
      truth: "that is the value at (20, -0.1); the minimum, at (1.2, 0.1), is {slip.lemma44.error.min:5}",
      effect: "The gap that is subtracted is made from it. The lemma is true and is proved here directly.",
      claims: ["lemma15.increasing-in-x", "lemma15.negative"],
      numbers: [
        number(
          "lemma44.error.printed-minimum", "E(x, y) >= bound", errorByX >= "0.0113556", on: .xyLarge, holds: false),
        number(
          "lemma44.error.min", "min of E(x, y) rounds to", .minimumIs(Quantity(errorByX), "0.00698357"), on: .xyLarge),
        rounds("lemma44.error.at-the-end", "E(x, y)", errorByX, to: "0.0113556", at: at(x: "20", y: "-0.1")),
      ]),
    Slip(
      21, .statement, "Lemma 44", printed: "[0.7, 3.2] covers all arguments of erfc; it \"holds for negative x\"",
      truth: "(2x + y)/sqrt(2x) goes up to {slip.lemma44.argument:3}; x is positive",
      effect: "See the minimum of E above.",
      numbers: [
        number(
          "lemma44.argument", "(2x + y)/sqrt(2x) <= bound", .tailArgument(.two) <= "3.2", on: .xyLarge, holds: false)
      ]),
    Slip(
      21, .digit, "Lemma 44, after Eq. 267", printed: "24.7796*20^4 - 1.2227*20^5 = 52090.9",
      truth: "with the printed coefficients it is {slip.lemma44.polynomial:6}", effect: "None: it has to be positive.",
      numbers: [
        number(
          "lemma44.polynomial", "24.7796*160000 - 1.2227*3200000 = bound",
          .equals(Expression(printedSum: "24.7796*160000 - 1.2227*3200000"), "52090.9"), holds: false)
      ]),
    Slip(
      22, .typography, "Lemma 44, Eq. 277", printed: "+30 twice, in an expression of at most 0.163052",
      truth: "without the two the largest value is {slip.lemma44.error-by-y.max:6}; the printed bound is right",
      claims: ["lemma15.decreasing-in-y"],
      numbers: [
        number(
          "lemma44.error-by-y.max", "max of the error of Eq. 277 rounds to", .maximumIs(Quantity(errorByY), "0.163052"),
          on: .xyLarge, at: [.x: .at("1.2")])
      ]),
    Slip(
      28, .proof, "Lemmas 44 to 46", printed: "ranges of approximation errors, found by numerical optimisation",
      truth: "numerical optimisation gives estimates, not bounds",
      effect: "The lemmas are true and are proved here without the approximation.",
      claims: [
        "lemma15.increasing-in-x", "lemma15.decreasing-in-y", "lemma17.increasing-in-x", "lemma18.increasing-in-nu",
        "lemma18.decreasing-in-tau.0.7", "lemma18.decreasing-in-tau.0.16", "lemma18.decreasing-in-tau.0.24",
      ]),
  ]

  // MARK: Lemma 45

  private static let lemma45 = [
    Slip(
      23, .proof, "Lemma 45", printed: "the error is at least -0.000228141 for x >= 0.08; 0.0003 is subtracted for it",
      truth: """
        the lemma begins at x = 0.007, where an argument is {slip.lemma45.argument:4}; the range is the same there, \
        but the error enters times sqrt(pi), with a minimum of {slip.lemma45.scaled-error:6}
        """,
      effect: "The gap is too small. The lemma is true and is proved here directly.",
      claims: ["lemma17.increasing-in-x", "lemma17.negative"],
      numbers: [
        number(
          "lemma45.argument", "(x + y)/sqrt(2x) >= bound", .tailArgument(.one) >= "0.175", on: .xySmall, holds: false),
        number(
          "lemma45.error.min", "min of E(x, y) rounds to", .minimumIs(Quantity(errorByX), "-0.000228141"), on: .xySmall),
        number(
          "lemma45.scaled-error", "sqrt(pi) E(x, y) >= bound", .squareRoot(.pi) * errorByX >= "-0.0003", on: .xySmall,
          holds: false),
      ]),
    Slip(
      23, .typography, "Lemma 45", printed: "the approximation is smaller than the function",
      truth: "the printed range of the error has both signs"),
    Slip(
      24, .statement, "Lemma 45, Eq. 291", printed: "2.77942",
      truth: """
        4*0.007^2 + 2.7795*0.007 - 0.00027798 is {slip.eq291.constant:6}: a factor 0.007 was lost. The polynomial in \
        y is then at least {slip.eq291.polynomial:6}
        """,
      effect: "None: it is still positive.",
      numbers: [
        number(
          "eq291.constant", "4*0.007^2 + 2.7795*0.007 - 0.00027798 = bound",
          .equals(Expression(printedSum: "4*0.007^2 + 2.7795*0.007 - 0.00027798"), "2.77942"), holds: false),
        number(
          "eq291.polynomial", "-2y^2 - 0.9129y + 0.0193745 > bound",
          -(2 * .square(.y)) - "0.9129" * .y + "0.0193745" > "0", on: .xySmall),
      ]),
    Slip(
      24, .proof, "Lemma 45, Eq. 295",
      printed: """
        0 is put for y in terms such as 43.0875 x^4 y, which gives a smaller number
        """,
      truth: """
        for y < 0 that makes them larger: at x = 0.875, y = -0.01 the polynomial of Eq. 294 is smaller than the one \
        of Eq. 295 by {slip.eq295.is-no-bound:4}. That of Eq. 294 is positive
        """,
      effect: "The step does not stand. What it is to show is true.", claims: ["lemma17.increasing-in-x"],
      numbers: [
        number(
          "eq295.is-no-bound", "the polynomial of Eq. 295 - that of Eq. 294 <= bound",
          polynomialOfEq295 - polynomialOfEq294 <= "0", at: at(x: "0.875", y: "-0.01"), holds: false),
        number("eq294.positive", "the polynomial of Eq. 294 > bound", polynomialOfEq294 > "0", on: .xySmall),
      ]),
    Slip(
      25, .typography, "Lemma 45, Eq. 300", printed: "erfc((7 + 1000 + (-0.01))/(20 sqrt35))",
      truth: """
        7 + 1000 (-0.01) is meant: with it the bound is {slip.eq300.meant:6}, as printed it would be \
        {slip.eq300.literal:6}. The argument is negative there, which is not discussed
        """,
      claims: ["lemma45.derivative.0.007"],
      numbers: [
        rounds("eq300.meant", "Eq. 300 with 7 + 1000 (-0.01)", eq300(numerator: -3), to: "3.56"),
        rounds("eq300.literal", "Eq. 300 as printed", eq300(numerator: "1006.99"), to: "3.56", holds: false),
      ]),
    Slip(
      25, .typography, "Lemmas 39, 45 and 46",
      printed: "1250.01, 20.64, 1.252167.78, 20.8 * 0.8, 0.008750.8, 120.01, 22.911^2",
      truth: "points of multiplication were lost: 1.25*0.01, 2*0.64, 1.25*2167.78 and so on are meant"),
    Slip(
      26, .typography, "Lemma 40, Eq. 227 and after Eq. 230",
      printed: """
        (x + y) erfc((x + y)/...) in the first term; -2a > 0
        """,
      truth: "(2x + y), as in Eq. 28; -2a < 0", claims: ["lemma40.bracket-J21"]),
  ]

  /// Eq. 300, a lower bound of dF/dy at x = 0.007, with this numerator of the argument of the first erfc.
  private static func eq300(numerator: Expression) -> Expression {
    let root = 20 * Expression.squareRoot(35)
    let (first, second) = (Expression.number(-3) / root, Expression.number(Rational(24)) / root)
    let terms =
      2 * first * .exponential(.square(first)) * .erfc(numerator / root) - 4 * second * .erfcx(second)
      + 2 / .squareRoot(.pi)
    return terms / .squareRoot(2 * "0.007")
  }

  private static let polynomialOfEq294 = polynomial([
    ("0.0000004168614250", 1, 0), ("-0.0000002049216091", 0, 2), ("-0.0279456", 5, 0), ("43.0875", 4, 1),
    ("30.8113", 4, 0), ("43.1084", 3, 2), ("68.989", 3, 1), ("41.6357", 3, 0), ("10.7928", 2, 3), ("-13.1726", 2, 2),
    ("-27.8148", 2, 1), ("-0.00833715", 2, 0), ("0.0139728", 1, 4), ("5.47537", 1, 3), ("4.65089", 1, 2),
    ("0.00277916", 1, 1), ("-10.7858", 0, 5), ("-12.2664", 0, 4), ("0.00436492", 0, 3),
  ])

  private static let polynomialOfEq295 = polynomial([
    ("0.0000004168614250", 1, 0), ("-0.0000001237626189", 0, 0), ("-0.0279456", 5, 0), ("30.8113", 4, 0),
    ("41.6357", 3, 0), ("-0.287802", 2, 0),
  ])

  /// The sum of these coefficients times powers of x and y.
  private static func polynomial(_ terms: [(coefficient: PrintedDecimal, x: Int, y: Int)]) -> Expression {
    terms.reduce(0) { sum, term in
      sum + .number(term.coefficient.value) * power(.x, term.x) * power(.y, term.y)
    }
  }

  private static func power(_ base: Expression, _ exponent: Int) -> Expression {
    switch exponent {
    case 0: 1
    case 1: base
    case 2: .square(base)
    default: .square(base) * power(base, exponent - 2)
    }
  }

  // MARK: Lemma 46

  private static let lemma46 = [
    Slip(
      27, .typography, "Lemma 46, Eq. 323 and 328",
      printed: """
        no factor 2 before the second exponential; 5.51094e7 tau^2 2
        """,
      truth: "the factor belongs there, as in Eq. 315; 5.51094e7 tau^2"),
    Slip(
      27, .digit, "Lemma 46, nu = 0.7", printed: "a root grows by a factor of at most 1.00003",
      truth: """
        (0.8 + 0.000026383)/0.8 is {slip.lemma46.factor.0.7:9}. The factor was put on a negative term, and left off a \
        positive one
        """,
      effect: "None: the margin is far larger, and the lemma is proved here directly.",
      claims: ["lemma18.decreasing-in-tau.0.7"],
      numbers: [
        number(
          "lemma46.factor.0.7", "(0.8 + 0.000026383)/0.8 <= bound", ("0.8" + "0.000026383") / "0.8" <= "1.00003",
          holds: false)
      ]),
    Slip(
      27, .digit, "Lemma 46, nu = 0.16", printed: "(0.8 + 0.00011542)/0.8 < 1.000142, then 1.00014",
      truth: "it is {slip.lemma46.factor.0.16:8}", effect: "None: as above.",
      claims: ["lemma18.decreasing-in-tau.0.16"],
      numbers: [
        number(
          "lemma46.factor.0.16", "(0.8 + 0.00011542)/0.8 < bound", ("0.8" + "0.00011542") / "0.8" < "1.000142",
          holds: false)
      ]),
    Slip(
      27, .typography, "Lemma 46, nu = 0.24",
      printed: """
        "adding 200"; 1.0001 in the formula, 1.0000962 in the text; 0.8
        """,
      truth: """
        32 is added in the formula; the two factors differ; tau is at least 0.9
        """, claims: ["lemma18.decreasing-in-tau.0.24"]),
  ]
}
