// Slips in Lemmas 44 to 46, which rest on an approximation of erfcx.
extension SELU2017.Slips {
  static let lemmas = lemma44 + lemma45 + lemma46

  // MARK: Lemma 44

  private static let lemma44 = [
    Slip(
      21, .proof, "Lemma 44, Eq. 261", printed: "0.0113556 <= E(x, y)",
      truth: "that is the value at (20, -0.1); the minimum, at (1.2, 0.1), is {slip.lemma44.error.min:5}",
      effect: "The gap that is subtracted is made from it. The lemma is true and is proved here directly.",
      claims: ["lemma15.increasing-in-x", "lemma15.negative"],
      numbers: ["slip.lemma44.error.printed-minimum", "slip.lemma44.error.min", "slip.lemma44.error.at-the-end"]),
    Slip(
      21, .statement, "Lemma 44", printed: "[0.7, 3.2] covers all arguments of erfc; it \"holds for negative x\"",
      truth: "(2x + y)/sqrt(2x) goes up to {slip.lemma44.argument:3}; x is positive",
      effect: "See the minimum of E above.",
      numbers: ["slip.lemma44.argument"]),
    Slip(
      21, .digit, "Lemma 44, after Eq. 267", printed: "24.7796*20^4 - 1.2227*20^5 = 52090.9",
      truth: "with the printed coefficients it is {slip.lemma44.polynomial:6}", effect: "None: it has to be positive.",
      numbers: ["slip.lemma44.polynomial"]),
    Slip(
      22, .typography, "Lemma 44, Eq. 277", printed: "+30 twice, in an expression of at most 0.163052",
      truth: "without the two the largest value is {slip.lemma44.error-by-y.max:6}; the printed bound is right",
      claims: ["lemma15.decreasing-in-y"],
      numbers: ["slip.lemma44.error-by-y.max"]),
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
      numbers: ["slip.lemma45.argument", "slip.lemma45.error.min", "slip.lemma45.scaled-error"]),
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
      numbers: ["slip.eq291.constant", "slip.eq291.polynomial"]),
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
      numbers: ["slip.eq295.is-no-bound", "slip.eq294.positive"]),
    Slip(
      25, .typography, "Lemma 45, Eq. 300", printed: "erfc((7 + 1000 + (-0.01))/(20 sqrt35))",
      truth: """
        7 + 1000 (-0.01) is meant: with it the bound is {slip.eq300.meant:6}, as printed it would be \
        {slip.eq300.literal:6}. The argument is negative there, which is not discussed
        """,
      claims: ["lemma45.derivative.0.007"],
      numbers: ["slip.eq300.meant", "slip.eq300.literal"]),
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
      numbers: ["slip.lemma46.factor.0.7"]),
    Slip(
      27, .digit, "Lemma 46, nu = 0.16", printed: "(0.8 + 0.00011542)/0.8 < 1.000142, then 1.00014",
      truth: "it is {slip.lemma46.factor.0.16:8}", effect: "None: as above.",
      claims: ["lemma18.decreasing-in-tau.0.16"],
      numbers: ["slip.lemma46.factor.0.16"]),
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
