// swift-tools-version: 6.0
//===----------------------------------------------------------------------===//
// selu-proof: a rigorous, rerunnable proof of the SELU fixed-point theorem.
//
// There are deliberately no package dependencies: whoever wants to believe the
// verdicts has to trust the Swift toolchain and the files below, nothing else.
//===----------------------------------------------------------------------===//

import PackageDescription

/// The texts of claims. A target of its own, as an embedded text takes long to compile: it is, when it changes.
let texts = Target.target(
  name: "PaperText", exclude: ["README.md"], resources: [.embedInCode("SELU2017/selu2017.claims")])

/// The library modules, ground floor first; each may import only what stands above it in this list, and its tests only
/// the module itself and what stands above it. The Makefile builds with the import check that makes more an error.
let modules: [(name: String, imports: [String])] = [
  ("RealArithmetic", []),
  ("MultiPrecision", ["RealArithmetic"]),
  ("IntervalArithmetic", ["RealArithmetic"]),
  ("MomentMap", ["RealArithmetic"]),
  (
    "FixedPointSolver",
    ["RealArithmetic", "IntervalArithmetic", "MultiPrecision", "MomentMap"]
  ),
  ("Constants", ["RealArithmetic", "MultiPrecision", "MomentMap", "FixedPointSolver"]),
  ("GridChecker", ["RealArithmetic", "IntervalArithmetic", "MultiPrecision"]),
  ("JSON", []),
  ("SELUClaims", ["RealArithmetic", "IntervalArithmetic", "MultiPrecision", "MomentMap", "GridChecker"]),
  (
    "Certificates",
    ["RealArithmetic", "MultiPrecision", "MomentMap", "FixedPointSolver", "GridChecker", "JSON", "SELUClaims"]
  ),
  (
    "SELUTheorem",
    [
      "RealArithmetic", "IntervalArithmetic", "MultiPrecision", "MomentMap", "FixedPointSolver",
      "GridChecker", "SELUClaims", "Certificates",
    ]
  ),
  (
    "Reporting",
    [
      "RealArithmetic", "IntervalArithmetic", "MultiPrecision", "MomentMap", "FixedPointSolver", "Constants",
      "GridChecker", "JSON", "SELUClaims", "Certificates", "SELUTheorem",
    ]
  ),
]

let libraries = modules.map(\.name)

let package = Package(
  name: "selu-proof",
  platforms: [.macOS(.v13)],
  products: libraries.map { .library(name: $0, targets: [$0]) } + [
    .executable(name: "selu-proof", targets: ["selu-proof"]),
    .executable(name: "selu-bench", targets: ["selu-bench"]),
    .executable(name: "selu-soundness", targets: ["selu-soundness"]),
  ],
  targets: modules.map { module in
    .target(
      name: module.name,
      dependencies: (module.imports + (module.name == "SELUTheorem" ? [texts.name] : [])).map { .target(name: $0) },
      exclude: ["README.md"],
      // Only for the square root of a negative number, which the compiler leaves to the C library to complain about.
      linkerSettings: module.name == "RealArithmetic" ? [.linkedLibrary("m", .when(platforms: [.linux]))] : [])
  } + [
    texts,
    .executableTarget(
      name: "selu-proof",
      dependencies: libraries.map { .target(name: $0) },
      exclude: ["README.md"]),
    .executableTarget(
      name: "selu-bench",
      dependencies: libraries.map { .target(name: $0) },
      exclude: ["README.md"]),
    .executableTarget(
      name: "selu-soundness",
      dependencies: ["IntervalArithmetic"],
      exclude: ["README.md"]),
  ]
    + libraries.enumerated().map { floor, name in
      .testTarget(
        name: "\(name)Tests",
        dependencies: libraries[...floor].map { .target(name: $0) } + ["TestSupport"]
          + (libraries[...floor].contains("SELUClaims") ? ["ClaimsTestSupport"] : []),
        exclude: ["RealArithmetic", "FixedPointSolver"].contains(name) ? ["References"] : [])
    } + [
      // What the test targets share; not part of any product.
      .target(name: "TestSupport", path: "Tests/TestSupport"),
      .target(
        name: "ClaimsTestSupport",
        dependencies: [.target(name: texts.name), "RealArithmetic", "GridChecker", "SELUClaims"],
        path: "Tests/ClaimsTestSupport"),
      .testTarget(
        name: "CommandTests",
        dependencies: ["selu-proof", "ClaimsTestSupport"] + libraries.map { .target(name: $0) }),
    ],
  swiftLanguageModes: [.v6]
)
