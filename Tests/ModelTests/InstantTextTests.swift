import Testing

@testable import Model

/// Times as snapshots write them.
@Suite struct InstantTextTests {
  @Test(arguments: [
    ("2022-02-16T08:00:00Z", "2022-02-16T08:00:00Z"),
    ("2022-02-16t08:00:00z", "2022-02-16T08:00:00Z"),
    ("2022-02-16 08:00:00Z", "2022-02-16T08:00:00Z"),
    ("2022-02-16T08:00:00.5Z", "2022-02-16T08:00:00.5Z"),
    ("2022-02-16T08:00:00.1234567Z", "2022-02-16T08:00:00.123456Z"),
    ("2022-02-16T08:00:00.123456789Z", "2022-02-16T08:00:00.123456Z"),
    ("2022-02-16T08:00:00+01:30", "2022-02-16T06:30:00Z"),
    ("2022-02-16T23:00:00-02:00", "2022-02-17T01:00:00Z"),
    ("2022-02-16T08:00:00-00:00", "2022-02-16T08:00:00Z"),
    ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
    ("1970-01-01T00:00:01Z", "1970-01-01T00:00:01Z"),
    ("1970-01-02", "1970-01-02"),
    ("2022-02-16", "2022-02-16"),
  ])
  func reads(text: String, expected: String) throws {
    guard case .instant(let instant) = InstantText.read(text) else {
      Issue.record("\(InstantText.read(text))")
      return
    }
    #expect(instant.iso8601 == expected)
    #expect(instant.isDayOnly == (text.utf8.count == 10))
    #expect(!instant.isZoneAssumed)
  }

  @Test func assumesUTCAndSaysSo() {
    #expect(
      InstantText.read("2022-02-16T08:00:00")
        == .instant(Instant(microseconds: 1_644_998_400_000_000, isZoneAssumed: true)))
  }

  @Test(arguments: [
    "1601-01-01T00:00:00Z", "1601-01-01", "1970-01-01T00:00:00Z", "1970-01-01",
    "1970-01-01T00:00:00", "1970-01-01T01:00:00+01:00", "9999-12-31T23:59:59Z", "9999-12-31",
    "0001-01-01T00:00:00Z",
  ])
  func knowsSentinels(text: String) { #expect(InstantText.read(text) == .sentinel) }

  @Test(arguments: [
    "03/04/26", "3/4/2026", "03.04.2026", "03-04-2026", "31/12/26", "26-04-03", "1/1/26 10:00",
  ])
  func knowsAmbiguousDates(text: String) { #expect(InstantText.read(text) == .ambiguous) }

  @Test(arguments: [
    "", " ", "yesterday", "2022-02-30", "2021-02-29T00:00:00Z", "2022-13-01", "2022-00-01",
    "2022-02-16T24:00:00Z", "2022-02-16T08:60:00Z", "2022-02-16T08:00:61Z", "2022-02-16T08:00Z",
    "2022-02-16T08:00:00.Z", "2022-02-16T08:00:00.1234567890Z", "2022-02-16T08:00:00+0100",
    "2022-02-16T08:00:00+01:00x", "2022-02-16T", "2022-02-16X08:00:00Z", "20220216T080000Z",
    "2022-2-3", "31/12/2022", "45/45/45", "1644998400", "２０２２-02-16", "2022-02-16T08:00:00ZZ",
    "0000-01-01",
  ])
  func refusesTheRest(text: String) { #expect(InstantText.read(text) == .malformed) }

  /// Every byte in every place of the form that is read in one go: the result is the careful reader's.
  @Test(arguments: [
    "2026-04-03T09:30:00Z", "1971-01-01T00:00:00Z", "2399-12-31T23:59:59Z", "2024-02-29T12:00:59Z",
  ])
  func theShortWayAgreesWithTheLongOne(text: String) {
    let bytes = Array(text.utf8)
    for place in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[place] = byte
        changed.withUnsafeBufferPointer { buffer in
          var reader = InstantTextReader(buffer)
          #expect(InstantText.read(buffer) == reader.read(), "\(changed)")
        }
      }
    }
  }
}
