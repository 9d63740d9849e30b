import ClaimsTestSupport
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

@Suite struct ExpressionTests {
  // MARK: Exact values

  @Test func exactValues() {
    let point: [Variable: Rational] = [.x: 3, .y: Rational(1, over: 10)]
    #expect((.x * .y - 2 / .x).exactValue(at: point) == Rational(-11, over: 30))
    #expect((-Expression.square(.y)).exactValue(at: point) == Rational(-1, over: 100))
    #expect((1 / (.x - 3)).exactValue(at: point) == nil)
    #expect(Expression.z.exactValue(at: point) == nil && Expression.pi.exactValue() == nil)
    #expect(Expression.squareRoot(4).exactValue() == nil)
  }

  @Test func printedSums() throws {
    for (text, value) in [("-2.23019 + 0.62046 + 1.45560", "-0.15413"), ("0.5 - 2*0.3^2*0.1", "0.482")] {
      #expect(try Expression(parsing: text).exactValue() == Rational(parsing: value))
    }
  }

  // MARK: Formulas

  /// E_k and what else is made of erfc, against the formulas of the paper with erfc.
  @Test(arguments: [("0.01", "0.64"), ("-0.01", "1.875"), ("0.1", "20"), ("-0.1", "1.2")])
  func tails(y: String, x: String) throws {
    let point = [Variable.y: try Rational(parsing: y), .x: try Rational(parsing: x)]
    let values = [Variable.y, .x].map { Interval(enclosing: point[$0] ?? 0) }
    let environment = Environment(activation: checker.activation, coordinates: [.y, .x], values: values).withMoments()
    let value = { (expression: Expression) in expression.value(in: environment) ?? .empty }
    let root = Expression.squareRoot(2) * .rootX
    let arguments: [Expression] = [.y / root, (.y + .x) / root, (.y + 2 * .x) / root]
    let exponents: [Expression] = [0, .y + .x / 2, 2 * .y + 2 * .x]
    for (tail, (argument, exponent)) in zip([Expression.Tail.zero, .one, .two], zip(arguments, exponents)) {
      let whole = Expression.exponential(exponent) * .erfc(argument)
      let pairs: [(Expression, Expression)] = [
        (.tailArgument(tail), argument), (.tail(tail), whole), (.scaledComplement(tail), .erfcx(argument)),
        (.scaledComplement(tail), .exponential(.square(argument)) * .erfc(argument)),
      ]
      for (named, written) in pairs {
        #expect(!value(named).isDisjoint(with: value(written)) && value(named).width < 1e-12, "\(named)")
        #expect(value(named + "0.000001").isDisjoint(with: value(written)), "\(named)")
      }
      // As intervals meant for numbers: erfc itself.
      #expect(!value(.erfc(argument)).isDisjoint(with: Interval.erfc(value(argument))))
    }
    let density = Expression.exponential(-(.square(.y) / (2 * .x))) / .squareRoot(2 * .pi * .x)
    #expect(!value(.density).isDisjoint(with: value(density)) && value(.density).width < 1e-13)
  }

  /// J is H plus what the square of the mean contributes.
  @Test func jacobians() throws {
    let values = ["0.1", "-0.05", "1.2", "1.1"].map { Interval(enclosing: (try? Rational(parsing: $0)) ?? 0) }
    let environment = Environment(
      activation: checker.activation, coordinates: [.mu, .omega, .nu, .tau], values: values
    ).withMoments()
    for column in Expression.Index.allCases {
      let corrected = Expression.h(.two, column) + 2 * .mean * .h(.one, column)
      let pairs = [(Expression.j(.two, column), corrected), (.j(.one, column), .h(.one, column))]
      for (left, right) in pairs {
        let (a, b) = (left.value(in: environment) ?? .empty, right.value(in: environment) ?? .empty)
        #expect(!a.isDisjoint(with: b) && a.width < 1e-12)
      }
    }
  }

  /// S is known only where H22 is known to be positive.
  @Test func premisesOfTheNorm() {
    let premises: Set<Expression.Premise> = [.isPositive(.h(.two, .two)), .isPositive(.x)]
    #expect(Expression.spectralNorm.premises(ofDerivatives: false) == premises)
    #expect((1 - .spectralNorm * .x).premises(ofDerivatives: true) == premises)
    #expect(Expression.mean.premises(ofDerivatives: false) == [.isPositive(.x)])
    let function = QuantityEvaluator(
      Quantity(.spectralNorm), coordinates: [.mu, .omega, .nu, .tau], activation: checker.activation)
    let wide = [Interval(0), Interval(0), Interval(lowerBound: 0.01, upperBound: 100), Interval(1)]
    #expect(function.value(over: wide) == nil && function.gradient(over: wide).allSatisfy { $0 == nil })
    let negative = [Interval(0), Interval(0), Interval(1), Interval(-1)]
    #expect(function.value(over: negative) == nil)
  }

  /// Roots and quotients are known only where they are defined, and roots are differentiable where they are positive.
  @Test func premisesOfOperations() {
    let (x, z) = (Expression.x, Expression.z)
    #expect(Expression.squareRoot(x).premises(ofDerivatives: false) == [.isNotNegative(x)])
    #expect(Expression.squareRoot(x).premises(ofDerivatives: true) == [.isPositive(x)])
    #expect((z / .squareRoot(x)).premises(ofDerivatives: false) == [.isNotNegative(x), .isPositive(x)])
    #expect((1 / (z * (z - 1))).premises(ofDerivatives: false) == [.isNotZero(z), .isNotZero(z - 1)])
    #expect((z / .squareRoot(.pi) / .exponential(z) / (2 * .pi)).premises(ofDerivatives: true).isEmpty)
    let values = { (expression: Expression, side: Interval) in
      QuantityEvaluator(Quantity(expression), coordinates: [.z], activation: checker.activation)
        .valueAndGradient(over: [side])
    }
    let unit = Interval(lowerBound: 0, upperBound: 1)
    #expect(values(.squareRoot(z), unit).value == unit && values(.squareRoot(z), unit).gradient == [nil])
    #expect(values(.squareRoot(z), Interval(lowerBound: -1, upperBound: 1)).value == nil)
    for expression in [1 / z, z / z, 1 / .squareRoot(z), 1 / .square(z)] {
      #expect(values(expression, unit).value == nil && values(expression, unit).gradient == [nil])
      #expect(values(expression, Interval(lowerBound: 1, upperBound: 2)).value != nil)
    }
  }

  // MARK: Texts

  @Test func formulasArePrinted() {
    let (x, y) = (Expression.x, Expression.y)
    #expect(Expression.f.description == "E1 - 2 * E2" && Expression.t.description == "tau * (E1 - 2 * E2)")
    #expect((x - (y - 1)).description == "x - (y - 1)" && (x / (y * 2)).description == "x / (y * 2)")
    #expect((-(x + 1)).description == "-(x + 1)" && Expression.square(x * y).description == "(x * y)^2")
    #expect((2 * Expression.number(-1)).description == "2 * (-1)")
    #expect(Expression.lemma31.description == "sqrt(2 / pi) * (alpha01 - 1) / sqrt(x)")
    #expect(Expression.erfc(.exponential(.erfcx(.tailArgument(.two)))).description == "erfc(exp(erfcx(z2)))")
    #expect((.j(.one, .two) + .tail(.one) * .density).variables == [.y, .x, .tau])
  }
}
