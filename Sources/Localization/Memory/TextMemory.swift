/// The translations of a locale by their source: exact ones at once, similar ones by their words.
public struct TextMemory: Sendable {
  /// A translation that was found.
  public struct Match: Hashable, Sendable {
    /// The source it was made from.
    public var source: [UInt8]
    /// The translation.
    public var target: [UInt8]
    /// How alike its source is to the one looked for: 1 if it is the same.
    public var similarity: Double
  }

  private var exact: [[UInt8]: [UInt8]] = [:]
  private var sources: [[UInt8]] = []
  private var byWord: [[UInt8]: [Int32]] = [:]

  /// The least similarity of a proposal.
  public static let threshold = 0.75

  /// Makes a memory of pages; of several translations of a source the first counts.
  public init(_ pages: [TranslatedPage]) {
    for page in pages {
      // A draft would teach the memory its own guesses, or the source as its own translation.
      let unchecked = page.uncheckedTexts()
      for pair in page.pairs where !unchecked.contains(pair.key) {
        guard let source = page.source(of: pair), !source.isEmpty, !pair.target.isEmpty else {
          continue
        }
        add(Array(source), Array(page.target(of: pair)))
      }
    }
  }

  private mutating func add(_ source: [UInt8], _ target: [UInt8]) {
    guard exact[source] == nil else { return }
    exact[source] = target
    let place = Int32(truncatingIfNeeded: sources.count)
    sources.append(source)
    for word in Set(Self.words(source)) { byWord[word, default: []].append(place) }
  }

  /// The translation of the most similar source; `nil` below the threshold.
  public func best(for source: [UInt8]) -> Match? {
    if let target = exact[source] {
      return Match(source: source, target: target, similarity: 1)
    }
    var best: Match?
    for place in candidates(for: source) {
      let other = sources[Int(place)]
      let longer = max(other.count, source.count)
      guard Double(min(other.count, source.count)) >= Self.threshold * Double(longer) else {
        continue
      }
      let similarity = TextSimilarity.ratio(source[...], other[...])
      if similarity >= Self.threshold, similarity > best?.similarity ?? 0 {
        best = Match(source: other, target: exact[other] ?? [], similarity: similarity)
      }
    }
    return best
  }

  /// How many sources are compared with one that is looked for.
  private static let candidateCount = 12

  /// The sources that share most words with one; of equally many, those that came first.
  private func candidates(for source: [UInt8]) -> [Int32] {
    let lists = Set(Self.words(source)).compactMap { byWord[$0] }.filter { $0.count <= 2000 }
    var met: [Int32] = []
    met.reserveCapacity(min(sources.count, lists.reduce(0) { $0 + $1.count }))
    // Most of the time of a whole status goes into these two loops.
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: sources.count) { shared in
      shared.initialize(repeating: 0)
      for places in lists {
        places.withUnsafeBufferPointer { places in
          for place in places {
            if shared[Int(place)] == 0 { met.append(place) }
            shared[Int(place)] &+= 1
          }
        }
      }
      var best: [(place: Int32, count: Int32)] = []
      best.reserveCapacity(Self.candidateCount + 1)
      for place in met {
        let count = shared[Int(place)]
        func isBefore(_ other: (place: Int32, count: Int32)) -> Bool {
          count > other.count || count == other.count && place < other.place
        }
        if best.count == Self.candidateCount {
          guard isBefore(best[Self.candidateCount - 1]) else { continue }
          best.removeLast()
        }
        best.insert((place, count), at: best.firstIndex(where: isBefore) ?? best.count)
      }
      return best.map(\.place)
    }
  }

  private static func words(_ text: [UInt8]) -> [[UInt8]] {
    text.split { !($0.isLetter || $0.isDigit || $0 >= 0x80) }.map { word in
      word.map { (65...90).contains($0) ? $0 | 32 : $0 }
    }
  }
}
