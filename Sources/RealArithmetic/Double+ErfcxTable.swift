extension Double {
  /// `erfcx(x)` for `x >= 0`, from the table below.
  static func erfcxOfNonNegative(_ x: Double) -> Double {
    let t = 4 / (4 + x)
    let scaled = t * 16
    let piece = min(Int(scaled), 15)
    let u = 2 * (scaled - Double(piece)) - 1
    return erfcxCoefficients.withUnsafeBufferPointer { c in
      // The terms of even and of odd degree, in two independent chains.
      let first = piece * 10
      let s = u * u
      var even = c[first + 8]
      var odd = c[first + 9]
      for power in stride(from: 6, through: 0, by: -2) {
        even = even * s + c[first + power]
        odd = odd * s + c[first + power + 1]
      }
      return t * (even + u * odd)
    }
  }

  /// Piece `i` covers `i/16 <= t <= (i + 1)/16`: the coefficients of `u^0` to `u^9` with `u = 32 t - 2 i - 1`, of the
  /// polynomial that agrees with `erfcx(4 / t - 4) / t` at the ten Chebyshev nodes of the piece; relative error below
  /// 2e-18 before the coefficients are rounded. Made by `Tests/RealArithmeticTests/References/make_references.py`.
  private static let erfcxCoefficients: [Double] = [
    0x1.2a2c7100e1a3cp-3, 0x1.3326d1e6a23fcp-8, 0x1.31d3268114de3p-13, 0x1.2550689e38a47p-18, 0x1.0dd0d55c940a9p-23,
    0x1.d97cff9464ddcp-29, 0x1.895f70965ff8ep-34, 0x1.324649e063140p-39, 0x1.b87d4e3776d2fp-45, 0x1.1c98f2b612c66p-50,
    0x1.3ea423b7c8a9ep-3, 0x1.5d198a09ef57cp-8, 0x1.6fc57228e5b1cp-13, 0x1.7310740d156c0p-18, 0x1.64c20dbe55933p-23,
    0x1.44b6ea133eac6p-28, 0x1.154f4d399f828p-33, 0x1.b6c5f5e36e029p-39, 0x1.3b798b1e157a1p-44, 0x1.8d54fed915907p-50,
    0x1.55fe2d02f73eep-3, 0x1.8fcb601116360p-8, 0x1.be91784daf748p-13, 0x1.da6b0814fdd76p-18, 0x1.dc89173c93797p-23,
    0x1.c10f8ab44ec64p-28, 0x1.88bc942a72b20p-33, 0x1.39b9d08f12694p-38, 0x1.be5c5fc5c1715p-44, 0x1.0cb83c7560c9ap-49,
    0x1.70d91564276d2p-3, 0x1.cdad5415c2773p-8, 0x1.11f111415b14fp-12, 0x1.329879fbfde8cp-17, 0x1.41684b6b26f9ep-22,
    0x1.38b284b271640p-27, 0x1.16ab5c2b45c94p-32, 0x1.bdf3021517ad5p-38, 0x1.35b33fbfb8c60p-43, 0x1.5b081be94da7bp-49,
    0x1.9000cc08a3ca4p-3, 0x1.0d037a1a0cd4ep-7, 0x1.53cb13e0845ecp-12, 0x1.90a693713adefp-17, 0x1.b588f82f40ffbp-22,
    0x1.b5c790cb1f826p-27, 0x1.8b06eecb2b481p-32, 0x1.3974e9ae8d799p-37, 0x1.a1d5f7170da10p-43, 0x1.a31b77eb52aafp-49,
    0x1.b47e8b4fe28dap-3, 0x1.3ca55c9549979p-7, 0x1.aa55faaae119fp-12, 0x1.089f1f6fd125fp-16, 0x1.2c336aa6d4050p-21,
    0x1.33585b3b78400p-26, 0x1.169d087269003p-31, 0x1.b13af89ebba0ep-37, 0x1.0f2e4a9d6041dp-42, 0x1.ca16225cc6ff1p-49,
    0x1.dfaf0cd64710cp-3, 0x1.78c6cf2a29bf1p-7, 0x1.0ea39dcaf1e90p-11, 0x1.61293cd865154p-16, 0x1.9e92e95cdd78dp-21,
    0x1.af8ee34817d24p-26, 0x1.856256c1f7cdfp-31, 0x1.2469223207c34p-36, 0x1.4e5bd946d2ed5p-42, 0x1.a8f80186f9256p-49,
    0x1.09b0d6094cf61p-2, 0x1.c59807c5e50a9p-7, 0x1.5bb8e745202f7p-11, 0x1.dbba9b7f36544p-16, 0x1.1f77a2895ccc2p-20,
    0x1.2df94787b21c5p-25, 0x1.0c5002affefaep-30, 0x1.7ed40d63481d3p-36, 0x1.813575fd7f96ap-42, 0x1.13d728c3f16ffp-49,
    0x1.29020d672157bp-2, 0x1.1472ac416540cp-6, 0x1.c40074d48345ap-11, 0x1.42f1d8e39521dp-15, 0x1.8f4bbe069db74p-20,
    0x1.a3a3388ea085cp-25, 0x1.6ade91953bcc4p-30, 0x1.e288042139689p-36, 0x1.94d6cadabd20ep-42, -0x1.69a0534064a98p-53,
    0x1.4f6fcc50559ebp-2, 0x1.555d8dee29457p-6, 0x1.29062a4a60aa1p-10, 0x1.b9111c093d467p-15, 0x1.14ee8b2c1a467p-19,
    0x1.207054ea3b1e3p-24, 0x1.df582eeda4cb9p-30, 0x1.228247ded3b55p-35, 0x1.7399f39125884p-42, -0x1.d9009dc7d7aa4p-49,
    0x1.7f371a723789cp-2, 0x1.ab226e3ab6c41p-6, 0x1.8a3ab7d2aecc6p-10, 0x1.2e48a44ed9a43p-14, 0x1.7e66a73ffe90bp-19,
    0x1.86d518091a206p-24, 0x1.33eb7582e0aa6p-29, 0x1.4b493f6bee295p-35, 0x1.0a9d1bbebf8f0p-42, -0x1.01ef6aeca86e7p-47,
    0x1.bb6837fdee938p-2, 0x1.0ebda9b6ada9bp-5, 0x1.07c88f5fd39abp-9, 0x1.9ebe9653852dcp-14, 0x1.06033737e794bp-18,
    0x1.04238e133debbp-23, 0x1.7f4951957d76ap-29, 0x1.61e6c6c2bd9e6p-35, 0x1.4241162c4c2b0p-44, -0x1.91eaee8744abbp-47,
    0x1.041b5b6ddf9a0p-1, 0x1.5b83c43dac2c7p-5, 0x1.6330fcc8cb7f6p-9, 0x1.1c052c1382fb3p-13, 0x1.634b15ab3b815p-18,
    0x1.5347d87d3829ep-23, 0x1.ccb26abd2e3b2p-29, 0x1.5c661ea26973ep-35, -0x1.6944cc3814a03p-43, -0x1.03f69de50fcdep-46,
    0x1.35b265d947620p-1, 0x1.c31f7124c6254p-5, 0x1.e01e6c2d8a0dfp-9, 0x1.834465966db78p-13, 0x1.db8b2f70ff105p-18,
    0x1.b0966f1120a2bp-23, 0x1.0a876ee9fc9acp-28, 0x1.32a57104b6e0bp-35, -0x1.edc287b336462p-42, -0x1.2314e54d5055dp-46,
    0x1.76682cff9ba18p-1, 0x1.27a697e713defp-4, 0x1.44efa920ac85ap-8, 0x1.06321f1fc500bp-12, 0x1.397b2230fe487p-17,
    0x1.0d2a8fe08cd8ep-22, 0x1.27f19b01c6b2ap-28, 0x1.c0c3eaa4c4215p-36, -0x1.9a81ef68fb550p-41, -0x1.1beff2d4655c5p-46,
    0x1.cb94309825a20p-1, 0x1.867c3eeaeb67dp-4, 0x1.b7564a7711b82p-8, 0x1.5fd0fe6b3899fp-12, 0x1.9679d079277cbp-17,
    0x1.469284c9fc6c4p-22, 0x1.3a2a9d36136a8p-28, 0x1.9a93e39c876d8p-37, -0x1.173e76a506287p-40, -0x1.d756a928b340dp-47,
  ]
}
