import Model

/// How many outcomes a workpaper holds, and the seed that chooses them.
public struct SampleRequest: Hashable, Sendable {
  /// How many; at least 1.
  public let count: Int
  /// Any number; the same seed chooses the same outcomes of the same population.
  public let seed: UInt64

  /// A request.
  public init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }
}

/// Outcomes chosen at random, each with the same chance, for somebody to check by hand.
struct Sample: Sendable {
  /// The name of the method, for the report: anybody can draw the same sample again.
  static let method = "SplitMix64, Floyd"

  let request: SampleRequest
  /// How many outcomes there are.
  let population: Int
  /// The chosen outcomes by the positions of rule and subject, in the order of the population:
  /// rules in their order, subjects as in the snapshot.
  let chosen: [(rule: Int, subject: Int)]

  init(_ request: SampleRequest, _ result: AuditResult) {
    self.request = request
    let counts = result.rules.map(\.verdicts.count)
    population = counts.reduce(0, +)
    var random = SplitMix64(state: request.seed)
    // Floyd's method: each set of `count` positions has the same chance.
    var positions: Set<Int> = []
    for last in (population - min(request.count, population))..<population {
      let position = random.next(below: last + 1)
      positions.insert(positions.contains(position) ? last : position)
    }
    var chosen: [(rule: Int, subject: Int)] = []
    var rule = 0
    var start = 0
    for position in positions.sorted() {
      while position - start >= counts[rule] {
        start += counts[rule]
        rule += 1
      }
      chosen.append((rule, position - start))
    }
    self.chosen = chosen
  }
}

/// Steele, Lea and Flood's generator: small, and the same on every machine.
struct SplitMix64 {
  var state: UInt64

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, `bound`, which is at least 1.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
