extension TextScanner {
  /// Reads a tag, an address in angle brackets or a comment.
  mutating func tag(at position: Int) -> Int {
    guard position + 1 < end else { return position + 1 }
    let next = text[position + 1]
    guard next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"),
      let close = text.position(
        of: UInt8(ascii: ">"), in: position + 1..<min(end, position + 1000))
    else { return position + 1 }
    let inside = position + 1..<close
    let isAddress =
      text.range(of: "://", in: inside) != nil
      && text.position(of: UInt8(ascii: " "), in: inside) == nil
      && text.position(of: UInt8(ascii: "="), in: inside).map { $0 > position + 8 } ?? true
    if isAddress {
      profile.add(TextToken(.link, inside))
    } else {
      profile.add(TextToken(.tag, position..<close + 1))
    }
    return close + 1
  }

  /// Reads `&name;` or `&#123;`.
  mutating func entity(at position: Int) -> Int {
    profile.note(.ampersand)
    var next = position + 1
    if next < end, text[next] == UInt8(ascii: "#") { next += 1 }
    while next < end, text[next].isLetter || text[next].isDigit, next - position < 33 { next += 1 }
    guard next < end, text[next] == UInt8(ascii: ";"), next > position + 1 else {
      return position + 1
    }
    profile.add(TextToken(.entity, position..<next + 1))
    return next + 1
  }

  /// Reads the character references of a part that is no text otherwise.
  mutating func entities(in part: Range<Int>) {
    var position = part.lowerBound
    while let found = text.position(of: UInt8(ascii: "&"), in: position..<part.upperBound) {
      position = entity(at: found)
      guard position < part.upperBound else { return }
    }
  }

  /// Reads `{name}`, `{{name}}`, `${name}`, `%s`, `%1$s`, `%(name)s` and `%NAME%`.
  mutating func placeholder(at position: Int) -> Int {
    switch text[position] {
    case UInt8(ascii: "{"):
      if let close = position < formulaEnd ? group(from: position) : closedName(from: position) {
        profile.add(TextToken(.placeholder, position..<close))
        return close
      }
      profile.openCurly += 1
    case UInt8(ascii: "$"):
      let isInFormula = position < formulaEnd
      if !isInFormula { readFormula(at: position) }
      if position + 1 < end, text[position + 1] == UInt8(ascii: "{"),
        let close = closedName(from: position + 1),
        isInFormula || position >= formulaEnd || isName(position + 2..<close - 1)
      {
        profile.add(TextToken(.placeholder, position..<close))
        return close
      }
      profile.note(.money)
      // `$HOME`; `$US` and `$CAD` are amounts of money.
      let name = text[position + 1..<end].prefix { (65...90).contains($0) || $0 == 95 }.count
      if name > 3 {
        profile.add(TextToken(.placeholder, position..<position + 1 + name))
        return position + 1 + name
      }
    default:
      if let close = format(from: position) {
        profile.add(TextToken(.placeholder, position..<close))
        return close
      }
    }
    return position + 1
  }

  /// Notes where the formula ends that a dollar begins, if it begins one.
  private mutating func readFormula(at position: Int) {
    let dollar = UInt8(ascii: "$")
    guard position == start || text[position - 1] != dollar else { return }
    let run = text[position..<end].prefix { $0 == dollar }.count
    guard run <= 2,
      case .closed(let close) = DollarFormula.read(text, at: position, run, in: start..<end)
    else { return }
    formulaEnd = close
  }

  private func isName(_ part: Range<Int>) -> Bool {
    text[part].allSatisfy { $0.isIdentifier || $0 == UInt8(ascii: ".") }
  }

  /// The end of braces in a formula, which may have blanks in them; `nil` where words stand in them,
  /// which are translated.
  private func group(from position: Int) -> Int? {
    var command = position
    while command > start, text[command - 1].isLetter { command -= 1 }
    if Self.wordCommands.contains(where: { text.hasBytes($0, at: command) }) { return nil }
    var next = position
    var (depth, length) = (0, 0)
    while next < formulaEnd, length < Self.longestGroup {
      switch text[next] {
      case UInt8(ascii: "\\"):
        if Self.wordCommands.contains(where: { text.hasBytes($0, at: next + 1) }) { return nil }
        next += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return length > 1 ? next + 1 : nil }
      default: break
      }
      if next < formulaEnd, !text[next].isWhitespace { length += 1 }
      next += 1
    }
    return nil
  }

  /// The most bytes of braces in a formula that are compared, without blanks.
  private static let longestGroup = 80

  /// Commands of TeX whose braces hold words.
  private static let wordCommands: [StaticString] = ["text", "mbox"]

  /// The end of braces around a name without blanks.
  private func closedName(from position: Int) -> Int? {
    var next = position
    var depth = 0
    while next < end, next - position < 80 {
      switch text[next] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return next - position > 1 ? next + 1 : nil }
      case 9, 10, 13, 32: return nil
      default: break
      }
      next += 1
    }
    return nil
  }

  private func format(from position: Int) -> Int? {
    var next = position + 1
    guard next < end, position == start || !text[position - 1].isDigit else { return nil }
    if text[next] == UInt8(ascii: "(") {
      guard let close = text.position(of: UInt8(ascii: ")"), in: next..<min(end, next + 60)),
        close + 1 < end, text[close + 1].isLetter
      else { return nil }
      return close + 2
    }
    let digits = text[next..<end].prefix { $0.isDigit }.count
    if digits > 0, next + digits < end, text[next + digits] == UInt8(ascii: "$") {
      next += digits + 1
    }
    if next < end, "sdifuxc@".utf8.contains(text[next]),
      next + 1 == end || !(text[next + 1].isLetter || text[next + 1].isDigit)
    {
      return next + 1
    }
    let name = text[position + 1..<end].prefix { $0.isLetter || $0 == UInt8(ascii: "_") }.count
    if name > 1, position + 1 + name < end, text[position + 1 + name] == UInt8(ascii: "%") {
      return position + name + 2
    }
    return nil
  }

  /// Whether a backslash stands behind the letter of a drive: `C:\`.
  func isDrive(before position: Int) -> Bool {
    position - 2 >= start && text[position - 1] == UInt8(ascii: ":") && text[position - 2].isLetter
      && (position - 3 < start || !text[position - 3].isLetter)
  }

  /// Reads a path such as `/etc/hosts` or `\Temp\Logs`, which is a name like others.
  ///
  /// `and/or` is none, nor is `/month`.
  mutating func path(at position: Int) -> Int {
    let separator = text[position]
    let isBeginning =
      position == start || separator == UInt8(ascii: "\\") || text[position - 1].isWhitespace
      || "\"'(".utf8.contains(text[position - 1])
    guard isBeginning else { return position + 1 }
    var next = position
    var parts = 0
    while next < end, text[next] == separator || isOfPath(text[next]) {
      if text[next] == separator { parts += 1 }
      next += 1
    }
    while next > position, ".-".utf8.contains(text[next - 1]) { next -= 1 }
    guard parts > 1, next - position > 3 else { return position + 1 }
    profile.add(TextToken(.identifier, position..<next))
    return next
  }

  private func isOfPath(_ byte: UInt8) -> Bool {
    byte.isIdentifier || byte == UInt8(ascii: ".")
  }

  /// Reads `:::no-loc text="...":::`, whose words are never translated.
  mutating func directive(at position: Int) -> Int {
    guard text.hasBytes(":::no-loc", at: position),
      let close = text.range(of: ":::", in: position + 9..<end)
    else { return position + 1 }
    profile.add(TextToken(.code, position..<close.upperBound))
    return close.upperBound
  }
}
