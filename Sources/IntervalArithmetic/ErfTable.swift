// Written by Proofs/tables/make_tables.py. Nothing in it is trusted; see the ProofTests.

/// Taylor coefficients of erf(x)/x in powers of x^2: the first three as unevaluated sums of two doubles,
/// then eight doubles.
@usableFromInline
let erfTable: [Double] = [
  0x1.20dd750429b6dp0, 0x1.1ae3a914fed8p-56,
  -0x1.812746b0379e7p-2, 0x1.ee12e49cab7p-57,
  0x1.ce2f21a042be2p-4, -0x1.2871bc5e00766p-58,
  -0x1.b82ce31288b51p-6,
  0x1.565bcd0e6a53fp-8,
  -0x1.c02db40040b86p-11,
  0x1.f9a326f9b89b7p-14,
  -0x1.f4d25c3e0c2ebp-17,
  0x1.b9e6c9dc651a3p-20,
  -0x1.5f742ec43e71ap-23,
  0x1.fcc5720624c1cp-27,
]
