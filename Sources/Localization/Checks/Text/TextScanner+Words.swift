extension TextScanner {
  /// Reads a word and says whether it is an identifier.
  mutating func word(at first: Int) -> Int {
    var position = first
    var scripts = Script()
    var letters = 0
    let bytes = self.bytes
    var (hasDigit, isJoined, hasInnerCapital, wasLower) = (false, false, false, false)
    loop: while position < end {
      // Runs of small letters, and of Cyrillic or Arabic ones, are most of all text.
      var run = position
      while run < end, bytes[run] &- 97 < 26 { run += 1 }
      if run > position {
        // A short word of Arabic or Hebrew is written together with the name behind it.
        if scripts == .arabic || scripts == .hebrew { break loop }
        scripts.insert(.latin)
        letters += run - position
        wasLower = true
        position = run
        continue loop
      }
      let byte = bytes[position]
      if byte >= 0xC3, let script = Self.script(byte, bytes, position, end) {
        run = position + 2
        switch script {
        case .cyrillic:
          while run + 1 < end, Self.isCyrillic(bytes[run], bytes[run + 1]) { run += 2 }
        case .arabic: while run + 1 < end, Self.isArabic(bytes[run], bytes[run + 1]) { run += 2 }
        default:
          if run < end, bytes[run] >= 0xC2 && bytes[run] != 0xC3 || bytes[run] == 32,
            GarbledText.isLead(bytes[position + 1])
          {
            profile.note(.doubtfulLetters)
          }
        }
        scripts.insert(script)
        letters += (run - position) / 2
        wasLower = false
        position = run
        continue loop
      }
      switch byte {
      case _ where startsOther(byte, scripts): break loop
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if wasLower { hasInnerCapital = true }
        letters += 1
        scripts.insert(.latin)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "_"):
        guard position + 1 < end, text[position + 1].isLetter || text[position + 1].isDigit else {
          break loop
        }
        isJoined = true
      case UInt8(ascii: "."), UInt8(ascii: "@"):
        // `a.json`, `www.example.com`, `someone@example.com`; never a missing blank: `end.The`.
        guard scripts == .latin, position + 1 < end,
          (97...122).contains(text[position + 1]) || text[position + 1].isDigit
        else { break loop }
        isJoined = true
      case UInt8(ascii: ":") where isAddress(first, position):
        return address(from: first)
      case 0x80...:
        let (value, length) = decodeScalar(text, at: position, before: end)
        let kind = ScalarKind(value)
        switch kind {
        case .letter(let script):
          scripts.insert(script)
          letters += 1
          wasLower = false
        case .mark: break
        case .digit: hasDigit = true
        case .joiner, .invisible:
          noteMark(kind, position)
          if kind == .joiner, !scripts.isDisjoint(with: [.arabic, .other]) { profile.joiner = nil }
        default: break loop
        }
        position += length
        continue loop
      default: break loop
      }
      position += 1
    }
    if position - first == 3, letters == 3, bytes[first] < 91 { noteCode(first) }
    profile.letters += letters
    if profile.openRound > 0 { profile.bracketedLetters += letters }
    profile.scripts.formUnion(scripts)
    // `B2B` and `eCommerce` are words that languages have their own for.
    let isShort =
      position - first <= 3
      || wasLower && text[first] == UInt8(ascii: "e")
        && (65...90).contains(text[first + 1])
    if hasDigit, position - first <= 3 { profile.note(.shortName) }
    let isName = scripts == .latin && (isJoined || hasInnerCapital || hasDigit) && !isShort
    var token = TextToken(isName ? .identifier : .word, first..<position)
    token.scripts = scripts
    token.isCapitalized = (65...90).contains(text[first])
    profile.add(token)
    noteEcho(first..<position)
    return position
  }

  /// Notes the code of a currency beside a number: three capitals.
  private mutating func noteCode(_ first: Int) {
    guard bytes[first + 1] < 91, bytes[first + 2] < 91, profile.has(.number) || first + 4 < end
    else { return }
    let isBeside =
      first - 2 >= start && bytes[first - 2].isDigit
      || first - 3 >= start && bytes[first - 3].isDigit
      || first - 4 >= start && bytes[first - 4].isDigit
      || first + 4 < end && bytes[first + 4].isDigit
      || first + 5 < end && bytes[first + 5].isDigit
    if isBeside { profile.note(.money) }
  }

  /// Notes a word with the length and the end of one before it.
  @inline(__always)
  private mutating func noteEcho(_ word: Range<Int>) {
    let last = UInt64(bytes[word.upperBound - 1])
    // The letter before the last one, if it can't be the first one, which may be a capital.
    let other = word.count > 3 ? UInt64(bytes[word.upperBound - 2]) : 0
    let sign = (UInt64(word.count & 0x3F) << 10 ^ other << 5 ^ last) & 0x7FFF | 0x8000
    // A lane of 16 bits for each of the last four words: is one of them the same?
    let difference = lastWords ^ sign &* 0x0001_0001_0001_0001
    if (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000 != 0 {
      profile.note(.echoes)
    }
    lastWords = lastWords << 16 | sign
    let bit: UInt64 = 1 << ((sign ^ sign >> 6) & 63)
    profile.wordCount += 1
    if seenWords & bit != 0 { profile.echoCount += 1 }
    seenWords |= bit
  }

  /// The script of the letters that most words beyond ASCII are made of, by the two bytes of each.
  @inline(__always)
  private static func script(
    _ first: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int
  ) -> Script? {
    guard position + 1 < end else { return nil }
    let second = bytes[position + 1]
    if isCyrillic(first, second) { return .cyrillic }
    if isArabic(first, second) { return .arabic }
    return first == 0xC3 && second != 0x97 && second != 0xB7 ? .latin : nil
  }

  @inline(__always)
  private static func isCyrillic(_ first: UInt8, _ second: UInt8) -> Bool {
    first & 0xFC == 0xD0 && (first != 0xD2 || second >= 0x8A)
  }

  @inline(__always)
  private static func isArabic(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xD8 && second >= 0xA0 || first == 0xD9 && second <= 0x8A
  }

  /// Whether a Latin letter or a digit begins another word behind letters of other scripts.
  private func startsOther(_ byte: UInt8, _ scripts: Script) -> Bool {
    if byte.isDigit { return !scripts.isEmpty && !scripts.contains(.latin) }
    return byte.isLetter && (scripts == .arabic || scripts == .hebrew)
  }

  private func isAddress(_ first: Int, _ colon: Int) -> Bool {
    text.hasBytes("://", at: colon) && colon + 3 < end
      && (text.hasBytes("http", at: first) || text.hasBytes("ftp", at: first)
        || text.hasBytes("sftp", at: first))
  }

  private mutating func address(from first: Int) -> Int {
    var position = first
    while position < end, text[position] > 32, text[position] < 0x80,
      !"<>()[]\"`*".utf8.contains(text[position])
    {
      position += 1
    }
    while position > first, ".,:;!?'".utf8.contains(text[position - 1]) { position -= 1 }
    profile.add(TextToken(.link, first..<position))
    return position
  }

  /// Reads a number with its separators; with letters behind it it is a word: `3D`, `100K`.
  mutating func number(at first: Int) -> Int {
    var position = digits(from: first)
    while position < end, let separator = separator(at: position) {
      let next = digits(from: separator)
      guard next > separator else { break }
      // A blank parts groups of three only; otherwise two numbers stand side by side. The decimal
      // mark of Arabic is none.
      let isGroup = separator - position > 1 && !text.hasBytes("٫", at: position)
      if isGroup || text[position] == UInt8(ascii: "'") {
        guard digitCount(separator..<next) == 3 else { break }
      }
      position = next
    }
    guard position < end, text[position].isLetter, !isSuffix(at: position) else {
      profile.add(TextToken(.number, first..<position))
      return position
    }
    let next = word(at: position)
    let wasWord = profile.tokens.removeLast()
    var token = TextToken(.identifier, first..<Int(wasWord.end))
    token.scripts = wasWord.scripts
    if wasWord.scripts != .latin { token.kind = .word }
    profile.add(token)
    return next
  }

  private func digits(from start: Int) -> Int {
    var position = start
    while position < end {
      if text[position].isDigit {
        position += 1
      } else if text[position] >= 0x80 {
        let (value, length) = decodeScalar(text, at: position, before: end)
        guard ScalarKind(value) == .digit else { break }
        position += length
      } else {
        break
      }
    }
    return position
  }

  private func digitCount(_ range: Range<Int>) -> Int {
    text[range].count { $0 & 0xC0 != 0x80 }
  }

  /// The end of a separator of digits that begins at `position`.
  private func separator(at position: Int) -> Int? {
    switch text[position] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"): return position + 1
    case 0x80...:
      let (value, length) = decodeScalar(text, at: position, before: end)
      return [0xA0, 0x202F, 0x2009, 0x2019, 0x66B, 0x66C].contains(value) ? position + length : nil
    default: return nil
    }
  }

  /// Letters that belong to a number, or are a unit: `1st`, `3rd`, `1990s`, `100K`, `5M`, `10x`, `20MB`.
  private func isSuffix(at position: Int) -> Bool {
    let letters = text[position..<end].prefix { $0.isLetter }.count
    let after = position + letters
    guard after == end || !(text[after].isDigit || text[after] >= 0x80) else { return false }
    switch letters {
    case 1: return "KkMehsxºª".utf8.contains(text[position])
    case 2, 3:
      if MeasureUnit.signLength(text[position..<end]) == letters { return true }
      return letters == 2
        && ["st", "nd", "rd", "th", "er", "re"].contains { text.hasBytes($0, at: position) }
    default: return false
    }
  }
}
