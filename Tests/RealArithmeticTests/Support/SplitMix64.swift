import TestSupport

/// The generator that all test targets share.
typealias SplitMix64 = TestSupport.SplitMix64
