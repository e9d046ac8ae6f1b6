/// Reads a text once and notes what the checks compare.
struct TextScanner {
  let text: [UInt8]
  /// The same bytes, for the loops that read each of them.
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int
  var profile: TextProfile
  /// The lengths and last bytes of the four words before, and a bit for each of all.
  var lastWords: UInt64 = 0
  var seenWords: UInt64 = 0
  /// Where the formula ends that was read last.
  var formulaEnd = 0
  private var boldStart = -1
  private var emphasisStart = -1
  /// Where square brackets were opened, and whether an image's.
  private var openBrackets: [(position: Int, isImage: Bool)] = []

  /// Fills `profile` with what is in a part of `text`.
  static func scan(_ text: [UInt8], _ range: Range<Int>, into profile: inout TextProfile) {
    text.withUnsafeBufferPointer { bytes in
      var scanner = TextScanner(text, bytes, range, taking: &profile)
      scanner.scan()
      swap(&scanner.profile, &profile)
    }
  }

  private init(
    _ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    taking profile: inout TextProfile
  ) {
    (self.text, self.bytes) = (text, bytes)
    (start, end) = (range.lowerBound, range.upperBound)
    self.profile = TextProfile()
    swap(&self.profile, &profile)
    self.profile.reset()
  }

  private mutating func scan() {
    var position = start
    while position < end { position = step(position) }
    profile.hasOpenBold = boldStart >= 0
    profile.openSquare += openBrackets.count
    profile.ending = plainEnding() ?? markedEnding()
    profile.noteCounts()
    if start < end,
      bytes[start].isWhitespace || bytes[end - 1].isWhitespace
        || bytes[start] >= 0x80
          && text.blankLength(at: start, before: end) > 0
        || text.blankLength(before: end, from: start) > 0
    {
      profile.note(.blanks)
    }
  }

  /// The ending of a text that ends with a letter, a digit or a full stop; `nil` for others.
  private func plainEnding() -> TextProfile.Ending? {
    guard end - start > 1 else { return nil }
    let last = bytes[end - 1]
    if last == UInt8(ascii: "."), bytes[end - 2] != last { return .period }
    return last.isLetter || last.isDigit ? TextProfile.Ending.none : nil
  }

  private func markedEnding() -> TextProfile.Ending {
    var endings = EndingScanner(self)
    return endings.ending()
  }

  /// Reads what stands at a position; returns where to go on.
  private mutating func step(_ position: Int) -> Int {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return word(at: position)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(at: position)
    case UInt8(ascii: " "):
      if position > start, bytes[position - 1] == byte {
        noteDoubleBlank(at: position - 1)
      }
    case UInt8(ascii: "\t"): noteDoubleBlank(at: position)
    case UInt8(ascii: "\n"):
      // A further line is indented and marked as its block asks for.
      var next = position + 1
      while next < end, bytes[next].isBlank || bytes[next] == UInt8(ascii: ">") { next += 1 }
      return next
    case UInt8(ascii: "\\"):
      return isDrive(before: position) ? path(at: position) : min(position + 2, end)
    case UInt8(ascii: "`"): return code(at: position)
    case UInt8(ascii: "*"): return emphasis(at: position)
    case UInt8(ascii: "["):
      let isImage = position > start && text[position - 1] == UInt8(ascii: "!")
      openBrackets.append((position, isImage))
    case UInt8(ascii: "]"): return closingBracket(at: position)
    case UInt8(ascii: "("):
      profile.openRound += 1
      profile.roundCount += 1
    case UInt8(ascii: ")"): profile.openRound -= 1
    case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "$"):
      return placeholder(at: position)
    case UInt8(ascii: "}"): profile.openCurly -= 1
    case UInt8(ascii: "<"): return tag(at: position)
    case UInt8(ascii: "&"): return entity(at: position)
    case UInt8(ascii: "\""): if !isGershayim(position) { profile.straightQuotes += 1 }
    case UInt8(ascii: "?"):
      if position + 1 < end, isDoubtful(behind: bytes[position + 1]) {
        profile.note(.doubtfulLetters)
      }
    case UInt8(ascii: "+"): profile.note(.plusSign)
    case UInt8(ascii: "/"): return path(at: position)
    case UInt8(ascii: ":"): return directive(at: position)
    case 0x80...: return beyondASCII(at: position)
    case 0..<9, 11..<13, 14..<32, 127: noteInvisible(position)
    default: break
    }
    return position + 1
  }

  /// Whether a quotation mark stands between Hebrew letters, where it marks an abbreviation.
  private func isGershayim(_ position: Int) -> Bool {
    position - 2 >= start && position + 1 < end && bytes[position - 2] == 0xD7
      && bytes[position + 1] == 0xD7
  }

  /// Whether a question mark before a byte may stand for letters.
  @inline(__always)
  private func isDoubtful(behind byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte.isLetter || byte >= 0x80
  }

  private mutating func noteDoubleBlank(at position: Int) {
    if profile.doubleBlank == nil { profile.doubleBlank = position }
    profile.doubleBlankCount += 1
  }

  mutating func noteInvisible(_ position: Int) {
    if profile.invisible == nil { profile.invisible = position }
  }

  private mutating func beyondASCII(at position: Int) -> Int {
    let (value, length) = decodeScalar(text, at: position, before: end)
    switch ScalarKind(value) {
    case .letter: return word(at: position)
    case .digit: return number(at: position)
    case .openingQuote: profile.openingQuotes += 1
    case .closingQuote: profile.closingQuotes += 1
    case .openingBracket:
      profile.openRound += 1
      profile.roundCount += 1
      noteWideBracket(position, 1)
    case .closingBracket:
      profile.openRound -= 1
      noteWideBracket(position, -1)
    case .space:
      // A no-break space beside a simple one.
      let after = position + length
      let isBeside =
        position > start && bytes[position - 1] == 32 || after < end && bytes[after] == 32
      if isBeside { noteDoubleBlank(at: position) }
    case let kind:
      noteMark(kind, position)
      noteSign(value, behind: position + length)
    }
    return position + length
  }

  private mutating func noteWideBracket(_ position: Int, _ change: Int) {
    if profile.wideBracket == nil { profile.wideBracket = position }
    profile.openWide += change
  }

  /// Notes signs of currencies, and a sign that Hebrew letters become in a wrong encoding.
  private mutating func noteSign(_ value: UInt32, behind next: Int) {
    switch value {
    case 0xA3, 0xA5, 0x20A0...0x20BF, 0xFF04, 0xFFE5: profile.note(.money)
    case 0xD7: if next < end, bytes[next] >= 0xC2 { profile.note(.doubtfulLetters) }
    default: break
    }
  }

  /// Notes characters that can't be seen, inside and outside words.
  mutating func noteMark(_ kind: ScalarKind, _ position: Int) {
    switch kind {
    case .invisible:
      if decodeScalar(text, at: position, before: end).value == 0xFFFD {
        profile.note(.doubtfulLetters)
      } else {
        noteInvisible(position)
      }
    case .joiner: if profile.joiner == nil { profile.joiner = position }
    case .embedding: profile.openEmbeddings += 1
    case .popEmbedding:
      if profile.openEmbeddings == 0 { profile.hasLoneEnd = true }
      profile.openEmbeddings = max(0, profile.openEmbeddings - 1)
    case .isolate: profile.openIsolates += 1
    case .popIsolate:
      if profile.openIsolates == 0 { profile.hasLoneEnd = true }
      profile.openIsolates = max(0, profile.openIsolates - 1)
    case .directionMark:
      if profile.innerMark == nil, isInner(position) {
        profile.innerMark = position
      }
    default: return
    }
    if profile.directionMark == nil, kind != .invisible, kind != .joiner {
      profile.directionMark = position
    }
  }

  /// Whether a mark of direction stands between letters of the same script.
  private func isInner(_ position: Int) -> Bool {
    var before = position - 1
    while before > start, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    let next = position + decodeScalar(text, at: position, before: end).length
    guard before >= start, next < end, let script = script(at: before) else { return false }
    return script == self.script(at: next)
  }

  private func script(at position: Int) -> Script? {
    if bytes[position] < 0x80 { return bytes[position].isLetter ? .latin : nil }
    guard
      case .letter(let script) = ScalarKind(
        decodeScalar(text, at: position, before: end).value)
    else { return nil }
    return script
  }

  private mutating func code(at position: Int) -> Int {
    let next = InlineCode.end(text, at: position, before: end)
    var ticks = position
    while ticks < end, text[ticks] == UInt8(ascii: "`") { ticks += 1 }
    if next > ticks {
      profile.add(TextToken(.code, position..<next))
    } else {
      profile.loneBackticks += 1
      profile.note(.loneBacktick)
    }
    return next
  }

  private mutating func emphasis(at position: Int) -> Int {
    var next = position
    while next < end, text[next] == UInt8(ascii: "*") { next += 1 }
    let isAlone =
      (position == start || text[position - 1].isWhitespace)
      && (next == end || text[next].isWhitespace)
    guard !isAlone else { return next }
    if next - position >= 2 {
      if boldStart >= 0 {
        profile.addMarked(TextToken(.bold, boldStart..<max(boldStart, position)))
        boldStart = -1
      } else {
        boldStart = next
      }
    }
    if next - position != 2 {
      if emphasisStart >= 0 {
        profile.addMarked(TextToken(.emphasis, emphasisStart..<max(emphasisStart, position)))
        emphasisStart = -1
      } else {
        emphasisStart = next
      }
    }
    return next
  }

  /// As many brackets of an address may be open at a time, as in CommonMark's own program.
  private static let deepestAddress = 32

  private mutating func closingBracket(at position: Int) -> Int {
    guard let opening = openBrackets.popLast() else {
      profile.openSquare -= 1
      return position + 1
    }
    guard position + 1 < end, text[position + 1] == UInt8(ascii: "(") else {
      profile.squareCount += 1
      return position + 1
    }
    var depth = 0
    var close = position + 1
    var addressEnd = 0
    while close < end {
      switch text[close] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: " ") where addressEnd == 0 && depth == 1: addressEnd = close
      default: break
      }
      // Brackets deeper than that are no address, and would be read again from each of them.
      if depth == 0 || depth > Self.deepestAddress { break }
      close += 1
    }
    guard close < end, depth == 0 else {
      profile.squareCount += 1
      return position + 1
    }
    // A title that isn't between marks makes the address no address.
    let hasTitle = addressEnd > position + 2 && isTitle(addressEnd..<close)
    let address = position + 2..<(hasTitle ? addressEnd : close)
    if hasTitle { entities(in: addressEnd..<close) }
    if text[opening.position + 1..<position].allSatisfy(\.isWhitespace) {
      profile.note(.emptyWords)
    }
    if !opening.isImage { profile.add(TextToken(.linkText, opening.position + 1..<position)) }
    profile.add(TextToken(opening.isImage ? .image : .link, address))
    return close + 1
  }

  /// Whether a part is blanks and a title between marks, or blanks alone.
  private func isTitle(_ range: Range<Int>) -> Bool {
    var (first, last) = (range.lowerBound, range.upperBound - 1)
    while first <= last, text[first].isWhitespace { first += 1 }
    while last > first, text[last].isWhitespace { last -= 1 }
    guard first <= last else { return true }
    return first < last && text[first] == text[last]
      && (text[first] == UInt8(ascii: "\"") || text[first] == UInt8(ascii: "'"))
  }
}
