/// The versions that a part of a page is for, as `:::moniker` names them: `>= aspnetcore-2.1 < aspnetcore-3.0`,
/// one of several behind `||` or a comma.
struct MonikerRange {
  /// A piece of what readers see: words of the interface, or the name of a version.
  enum Piece: Equatable {
    case words(String)
    case name(String)
  }

  private enum Bound {
    case from, after, upTo, before, only

    init?(_ mark: Substring) {
      switch mark {
      case ">=": self = .from
      case ">": self = .after
      case "<=": self = .upTo
      case "<": self = .before
      case "", "=", "==": self = .only
      default: return nil
      }
    }
  }

  /// The versions as readers know them: "ASP.NET Core 3.1 and later".
  ///
  /// A range that can't be read is shown as it is written.
  static func readable(_ range: String, _ words: MarkdownOptions.Words) -> [Piece] {
    var pieces: [Piece] = []
    let alternatives = range.replacing("||", with: ",").split(separator: ",")
    for alternative in alternatives {
      guard let bounds = bounds(of: alternative), let pattern = pattern(of: bounds, words) else {
        return [.name(range)]
      }
      if !pieces.isEmpty { pieces.append(.words(words.listSeparator)) }
      pieces += filled(pattern, bounds.map { PivotName.readable($0.name) })
    }
    return pieces
  }

  /// The bounds of `>= a < b`; `nil` of anything else.
  private static func bounds(of text: Substring) -> [(bound: Bound, name: String)]? {
    var bounds: [(Bound, String)] = []
    var rest = text.drop { $0 == " " }
    while !rest.isEmpty {
      let mark = rest.prefix { "<>=".contains($0) }
      rest = rest.dropFirst(mark.count).drop { $0 == " " }
      let name = rest.prefix { $0.isLetter || $0.isNumber || "-._".contains($0) }
      guard let bound = Bound(mark), !name.isEmpty, bounds.count < 2 else { return nil }
      bounds.append((bound, String(name)))
      rest = rest.dropFirst(name.count).drop { $0 == " " }
    }
    return bounds.isEmpty ? nil : bounds
  }

  /// The words around the names of bounds.
  private static func pattern(
    of bounds: [(bound: Bound, name: String)], _ words: MarkdownOptions.Words
  ) -> String? {
    let last = bounds.count == 2 ? bounds[1].bound : nil
    return switch (bounds[0].bound, last) {
    case (.only, nil): "{version}"
    case (.from, nil): words.versionsFrom
    case (.after, nil): words.versionsAfter
    case (.upTo, nil): words.versionsUpTo
    case (.before, nil): words.versionsBefore
    case (.from, .upTo): words.versionsBetween
    case (.from, .before): words.versionsFromBefore
    default: nil
    }
  }

  /// A pattern with names in the place of what stands in braces, in their order.
  private static func filled(_ pattern: String, _ names: [String]) -> [Piece] {
    var pieces: [Piece] = []
    for (number, part) in pattern.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      var words = part
      if number > 0, let brace = part.firstIndex(of: "}") {
        let isLast = part[..<brace] == "last"
        pieces.append(.name(isLast ? names[names.count - 1] : names[0]))
        words = part[part.index(after: brace)...]
      }
      if !words.isEmpty { pieces.append(.words(String(words))) }
    }
    return pieces
  }
}
