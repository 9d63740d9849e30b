import SELUTheorem

/// The paper, which can be read.
let paper: Paper = {
  do { return try .selu2017() } catch { preconditionFailure("\(error)") }
}()
