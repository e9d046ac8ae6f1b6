import Model

/// What a delivery changes of the front matter: the list of texts that nobody has looked at, and
/// where the translation comes from.
struct PageReview {
  private let metadata: [MemoryPage.Metadata]
  private let unchecked: Set<TextPair.Key>
  private let listed: [Int]
  private var finished: Set<TextPair.Key> = []
  private var added: Set<TextPair.Key> = []

  init(_ page: TranslatedPage) {
    metadata = page.systemMetadata
    unchecked = page.uncheckedTexts()
    listed = page.uncheckedNumbers()
  }

  /// Counts a text that came back.
  mutating func take(_ key: TextPair.Key, isFinished: Bool, isChanged: Bool) {
    if isFinished {
      finished.insert(key)
    } else if isChanged, key.kind != .alternative {
      added.insert(key)
    }
  }

  /// How many texts were looked at for the first time.
  var reviewed: Int { unchecked.intersection(finished).count }

  /// The changes; what the delivery says and can't be meant is reported and left out.
  func update(
    _ delivered: [String: String], at location: SourceLocation, _ diagnostics: inout [Diagnostic]
  ) -> FrontMatterUpdate {
    var update = FrontMatterUpdate()
    var numbers = Set(listed).subtracting(finished.compactMap(Self.number))
    numbers.formUnion(added.compactMap(Self.number))
    let isChanged = numbers != Set(listed)
    if isChanged {
      let list = numbers.sorted().map(String.init).joined(separator: " ")
      update.set(PageApplication.uncheckedKey, list.isEmpty ? nil : "\"\(list)\"")
    }
    for key in FrontMatterUpdate.settable {
      guard let value = delivered[key], value != current(key) else { continue }
      if let problem = FrontMatterUpdate.problem(key, value) {
        diagnostics.report(
          .error, "exchange.metadata", at: location, "'\(value)' can't be '\(key)'",
          suggestion: problem)
      } else {
        update.set(key, value)
      }
    }
    // A draft says no kind of translation; when all of it was looked at, people made it.
    let type = "ms.translationtype"
    if isChanged, numbers.isEmpty, delivered[type] == nil, current(type) == nil {
      update.set(type, "HT")
    }
    return update
  }

  private func current(_ key: String) -> String? { metadata.first { $0.key == key }?.value }

  /// The number under which the front matter lists a text.
  private static func number(_ key: TextPair.Key) -> Int? {
    switch key.kind {
    case .sentence, .title, .description: key.number
    case .alternative, .contentsName: nil
    }
  }
}
