/// Numbers that are the same in each run, so that pages put together at random are too.
public struct Dice {
  private var state: UInt64

  /// Begins the row of numbers that belongs to a seed.
  public init(seed: Int) { state = UInt64(seed) &* 7919 }

  /// A number from 0 to below `sides`.
  public mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  /// One of some texts.
  public mutating func pick(_ faces: [String]) -> String { faces[roll(faces.count)] }
}
