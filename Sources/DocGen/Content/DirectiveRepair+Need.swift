import Localization

extension DirectiveRepair {
  /// What a translation may need; each is cheap to ask, and true too often rather than too seldom.
  struct Need {
    /// What needs no source: colons, placeholders, inclusions of pages.
    var marks: Bool
    var exchangeTags: Bool
    var inclusions: Bool
    var snippets: Bool
    var spacedKeywords: Bool
    var alerts: Bool
    var unitAlerts: Bool
    var terms: Bool
    var strongEmphasis: Bool
    var markup: Bool
    var codePlaceholders: Bool

    private enum Group: Int, CaseIterable {
      case directives, placeholders, exchangeTags, spacedKeywords, alerts, unitAlerts, terms
      case strongEmphasis, damagedIDs, damagedCode, damagedCharacters, damagedEscapes
      case codePlaceholders

      var marks: [StaticString] {
        switch self {
        case .directives: DirectiveMarks.damaged
        case .placeholders: ["LOC"]
        case .exchangeTags: DirectiveMarks.exchangeTagMarks
        case .spacedKeywords: ["[! "]
        case .alerts: ["\\[!"]
        case .unitAlerts: DirectiveRepair.unitAlertMarks
        case .terms: [":::no-loc("]
        case .strongEmphasis: StrongEmphasis.marks
        case .damagedIDs: MarkupRepair.damagedIDs
        case .damagedCode: MarkupRepair.damagedCode
        case .damagedCharacters: MarkupRepair.damagedCharacters
        case .damagedEscapes: MarkupRepair.damagedEscapes
        case .codePlaceholders: CodePlaceholders.marks
        }
      }
    }

    private static let finder = MarkFinder(Group.allCases.map(\.marks))

    init(_ text: [UInt8]) {
      let groups = Self.finder.groups(in: text)
      func has(_ group: Group) -> Bool { groups & 1 << group.rawValue != 0 }
      exchangeTags = has(.exchangeTags)
      marks =
        exchangeTags || has(.directives) || hasDamagedColons(text)
        || has(.placeholders) && DirectiveMarks.mayHavePlaceholders(text)
        || hasBrokenInclusions(text)
      inclusions = DamagedInclusion.mayBe(in: text)
      spacedKeywords = has(.spacedKeywords)
      snippets = spacedKeywords && mayHaveDamagedSnippets(text)
      alerts = has(.alerts)
      unitAlerts = has(.unitAlerts)
      strongEmphasis = has(.strongEmphasis)
      terms = has(.terms)
      codePlaceholders = has(.codePlaceholders)
      markup =
        has(.damagedIDs) || has(.damagedCode) || has(.damagedCharacters) || has(.damagedEscapes)
        || MarkupRepair.mayBeNeeded(text)
    }

    var isAny: Bool { marks || unitAlerts || codePlaceholders || ofSource }
    /// Whether the source has to be read.
    var ofSource: Bool {
      inclusions || spacedKeywords || alerts || terms || markup || strongEmphasis
    }
  }

  private static func hasBrokenInclusions(_ text: [UInt8]) -> Bool {
    var position = 1
    while position < text.count,
      let mark = text.position(of: UInt8(ascii: "!"), in: position..<text.count)
    {
      position = mark + 1
      if text[mark - 1] == UInt8(ascii: "["),
        DirectiveMarks.brokenInclusion(text, at: mark - 1) != nil
      {
        return true
      }
    }
    return false
  }

  private static func hasDamagedColons(_ text: [UInt8]) -> Bool {
    var position = 0
    while let colon = text.position(of: UInt8(ascii: ":"), in: position..<text.count) {
      position = colon + 1
      guard position < text.count else { return false }
      if text[position].isBlank {
        if text.hasBytes(" : :", at: position) || text.hasBytes(" ::", at: position) { return true }
      } else if text[position] == UInt8(ascii: ":") {
        if text.hasBytes(": :", at: position) { return true }
        if !text.hasBytes("::", at: position), DirectiveMarks.isShort(text, at: colon) {
          return true
        }
        guard text.hasBytes("::", at: position) else { continue }
        position += 2
        if isDamaged(text, at: colon) { return true }
      }
    }
    return false
  }

  /// Whether the directive that begins at three colons isn't what directives are; false where none
  /// begins there.
  private static func isDamaged(_ text: [UInt8], at colons: Int) -> Bool {
    var name = colons + 3
    while name < text.count, text[name].isBlank { name += 1 }
    guard name < text.count, text[name] >= 0x80 || (97...122).contains(text[name] | 32) else {
      return false
    }
    // Not further than directives reach: a page may be one line with nothing but colons.
    let most = min(text.count, name + DirectiveMarks.longest)
    let end = text.position(of: 10, in: name..<most) ?? most
    let known = DirectiveMarks.word(in: text, at: name)
    guard isBlock(text, colons) else {
      if let known,
        [
          "zone", "zone-end", "moniker", "moniker-end", "image-end", "row", "row-end", "column",
          "column-end",
        ].contains("\(known.name)")
      {
        return true
      }
      return DirectiveMarks.translatedTerm(text, from: name, to: end) != nil
    }
    guard let known else { return true }
    let rest = text[(name + known.name.utf8CodeUnitCount)..<end]
    guard let needed = known.attribute else {
      let isEnd = text.hasBytes("-end", at: rest.startIndex - 4)
      return rest.contains { $0 == 45 || $0 >= 0x80 || (isEnd && $0 > 58) } || hasTextBehind(rest)
    }
    if hasTextBehind(rest), !text.hasBytes("image", at: name), !text.hasBytes("code", at: name) {
      return true
    }
    if text.hasBytes("image", at: name), text.range(of: "alt-text", in: name..<end) == nil,
      text.range(of: "icon", in: name..<end) == nil
    {
      return true
    }
    return !DirectiveMarks.hasAttribute(needed, text, in: name..<end)
  }

  /// Whether more than colons stands behind the last quotation mark of attributes.
  private static func hasTextBehind(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let last = rest.lastIndex(of: UInt8(ascii: "\"")) else { return false }
    return rest[(last + 1)...].contains { $0 > 32 && $0 != UInt8(ascii: ":") }
  }

  /// Whether nothing but the marks of lists and quotations stands before a place on its line.
  private static func isBlock(_ text: [UInt8], _ place: Int) -> Bool {
    let before = text[..<place].last { byte in
      !(byte.isBlank || ">*+-.".utf8.contains(byte) || (48...57).contains(byte))
    }
    return before == nil || before == 10
  }
}
