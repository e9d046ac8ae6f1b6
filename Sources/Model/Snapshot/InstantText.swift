/// What a text says about a time.
public enum InstantText: Hashable, Sendable {
  /// A time, or a day.
  case instant(Instant)
  /// A date that sources write where they have none: years 1 and 1601, midnight of 1970-01-01, year
  /// 9999.
  case sentinel
  /// A date that can be read in more than one way, such as 03/04/26.
  case ambiguous
  /// No date, or an impossible one such as 30 February.
  case malformed

  /// Reads a time as RFC 3339 writes it, with up to 9 digits of a fraction, of which 6 count.
  ///
  /// Also taken: a time without a zone, a date alone, a space or a small letter for `T`, a small
  /// `z`. Nothing else is guessed.
  public static func read(_ text: UnsafeBufferPointer<UInt8>) -> InstantText {
    if let microseconds = readPlain(text) {
      return .instant(Instant(microseconds: microseconds))
    }
    var reader = InstantTextReader(text)
    return reader.read()
  }

  /// Reads the form in which nearly all times come, `2026-04-03T09:30:00Z`, in the years 1971 to
  /// 2399; `nil` for everything else, to be read with care.
  private static func readPlain(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard text.count == 20 else { return nil }
    let bytes = UnsafeRawBufferPointer(text)
    let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    let second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let third = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    // `YYYY-MM-`, `DDTHH:MM` and `:SSZ`: the digits without their high half, the rest as it is.
    let digits = (
      first ^ 0x2D30_302D_3030_3030, second ^ 0x3030_3A30_3054_3030, third ^ 0x5A30_303A
    )
    guard isDigits(digits.0, 0x000F_0F00_0F0F_0F0F), isDigits(digits.1, 0x0F0F_000F_0F00_0F0F),
      isDigits(UInt64(digits.2), 0x000F_0F00)
    else { return nil }
    func digit(_ word: UInt64, _ place: Int) -> Int { Int(word >> (8 * place) & 0x0F) }
    func pair(_ word: UInt64, _ place: Int) -> Int {
      digit(word, place) * 10 + digit(word, place + 1)
    }
    let year = pair(digits.0, 0) * 100 + pair(digits.0, 2)
    let hour = pair(digits.1, 3)
    let minute = pair(digits.1, 6)
    let second60 = pair(UInt64(digits.2), 1)
    guard (1971..<2400).contains(year), hour < 24, minute < 60, second60 < 60,
      let date = CivilDate(year: year, month: pair(digits.0, 5), day: pair(digits.1, 0))
    else { return nil }
    let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second60
    return Int64(seconds) * Instant.second
  }

  /// Whether bytes are 0 to 9 where `mask` allows digits, and 0 elsewhere.
  private static func isDigits(_ word: UInt64, _ mask: UInt64) -> Bool {
    // Adding 6 carries out of the low half exactly from 10 on.
    word & ~mask == 0 && (word &+ 0x0606_0606_0606_0606 & mask) & 0xF0F0_F0F0_F0F0_F0F0 == 0
  }

  /// Reads a time from a string, as ``read(_:)-(UnsafeBufferPointer<UInt8>)`` does.
  public static func read(_ text: String) -> InstantText {
    var text = text
    return text.withUTF8 { read($0) }
  }
}

/// Reads the parts of a written time one after the other.
struct InstantTextReader {
  private let text: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private var isAtEnd: Bool { offset == text.count }

  /// The value of exactly `count` digits.
  private mutating func digits(_ count: Int) -> Int? {
    guard offset + count <= text.count else { return nil }
    var value = 0
    for index in offset..<(offset + count) {
      guard (0x30...0x39).contains(text[index]) else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    offset += count
    return value
  }

  private mutating func take(_ bytes: StaticString) -> Bool {
    guard offset < text.count else { return false }
    for index in 0..<bytes.utf8CodeUnitCount where bytes.utf8Start[index] == text[offset] {
      offset += 1
      return true
    }
    return false
  }

  mutating func read() -> InstantText {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2)
    else { return readOtherOrder() }
    guard let days = CivilDate(year: year, month: month, day: day)?.daysSince1970 else {
      return .malformed
    }
    let midnight = Int64(days) * Instant.day
    let isSentinelYear = year == 1 || year == 1601 || year == 9999
    if isAtEnd {
      if isSentinelYear || days == 0 { return .sentinel }
      return .instant(Instant(microseconds: midnight, isDayOnly: true))
    }
    guard take("Tt "), let time = readTime() else { return .malformed }
    if isAtEnd {
      if isSentinelYear || (days == 0 && time == 0) { return .sentinel }
      return .instant(Instant(microseconds: midnight + time, isZoneAssumed: true))
    }
    guard let zone = readZone(), isAtEnd else { return .malformed }
    let value = midnight + time - zone
    return isSentinelYear || value == 0
      ? .sentinel : .instant(Instant(microseconds: value))
  }

  /// Microseconds since midnight.
  private mutating func readTime() -> Int64? {
    guard let hour = digits(2), take(":"), let minute = digits(2), take(":"),
      let second = digits(2), hour < 24, minute < 60,
      // A leap second is the last of its minute.
      second < 60 || (second == 60 && minute == 59)
    else { return nil }
    var fraction: Int64 = 0
    if take(".") {
      let start = offset
      var unit: Int64 = 100_000
      while let digit = digits(1) {
        fraction += Int64(digit) * unit
        unit /= 10
      }
      guard (1...9).contains(offset - start) else { return nil }
    }
    return Int64((hour * 60 + minute) * 60 + second) * Instant.second + fraction
  }

  /// The distance from UTC in microseconds.
  private mutating func readZone() -> Int64? {
    if take("Zz") { return 0 }
    let isWest = offset < text.count && text[offset] == UInt8(ascii: "-")
    guard take("+-"), let hour = digits(2), take(":"), let minute = digits(2), hour < 24,
      minute < 60
    else { return nil }
    return Int64(hour * 60 + minute) * Instant.minute * (isWest ? -1 : 1)
  }

  /// Tells dates with two readings from texts that are no dates: 03/04/2026, 3.4.26, 26-04-03.
  private mutating func readOtherOrder() -> InstantText {
    offset = 0
    var parts: [(value: Int, length: Int)] = []
    while parts.count < 3 {
      let start = offset
      var value = 0
      while offset - start < 4, let digit = digits(1) { value = value * 10 + digit }
      guard offset > start else { return .malformed }
      parts.append((value, offset - start))
      if parts.count < 3, !take("/.-") { return .malformed }
    }
    guard isAtEnd || take("Tt ,") else { return .malformed }
    let isYearShort = parts.allSatisfy { $0.length <= 2 }
    let orders =
      isYearShort
      ? [[2, 1, 0], [2, 0, 1], [0, 1, 2]]
      : parts[2].length == 4 ? [[2, 1, 0], [2, 0, 1]] : [[0, 1, 2]]
    let readings = Set(
      orders.compactMap { order in
        CivilDate(
          year: parts[order[0]].value + (isYearShort ? 2000 : 0), month: parts[order[1]].value,
          day: parts[order[2]].value)
      })
    // The century of a short year is a guess, whatever the order.
    return readings.count > 1 || (isYearShort && !readings.isEmpty) ? .ambiguous : .malformed
  }
}
