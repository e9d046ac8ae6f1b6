import Model
import TestSupport
import Testing

@testable import DocGen

private func written(_ text: String) -> String {
  var csv = CSVWriter()
  csv.row([.text(text)])
  return String(decoding: csv.take(), as: UTF8.self)
}

@Suite struct CSVTests {
  @Test(arguments: [
    ("plain", "plain\r\n"), ("", "\r\n"), ("a,b", "\"a,b\"\r\n"), ("a\"b", "\"a\"\"b\"\r\n"),
    ("a\nb", "\"a\nb\"\r\n"), ("=1", "'=1\r\n"), (" \u{A0}\u{FEFF}+1", "' \u{A0}\u{FEFF}+1\r\n"),
    ("\u{FF20}x", "'\u{FF20}x\r\n"), ("\t1", "'\t1\r\n"), ("\0x", "'\u{FFFD}x\r\n"),
    ("a=1", "a=1\r\n"), ("\u{FFFE}", "\u{FFFD}\r\n"), ("é👩‍👩‍👧ق", "é👩‍👩‍👧ق\r\n"),
  ])
  func escapes(text: String, csv: String) { #expect(written(text) == csv) }

  @Test func numbersStayNumbers() {
    var csv = CSVWriter()
    csv.row([.integer(-1), .integer(nil), .text(nil)])
    #expect(csv.take() == Array("-1,,\r\n".utf8))
  }

  @Test(arguments: ["a\r\n\"b", "\"a\"b\r\n", "a\"b\r\n", "a\nb\r\n", "a"])
  func theParserOfTheTestsIsStrict(bad: String) {
    #expect(throws: StrictCSV.Fault.self) { try StrictCSV.records(bad) }
  }

  @Test func everyOutcomeIsARow() throws {
    let fixture = try MachineFixture(names: MachineFixture.hostile)
    let records = try StrictCSV.records(fixture.csv)
    let column = try #require(records.first?.firstIndex(of: "outcome"))
    #expect(Set(records.map(\.count)) == [records[0].count])
    var totals = OutcomeTotals()
    for record in records.dropFirst() {
      totals[try #require(Outcome.allCases.first { "\($0)" == record[column] })] += 1
    }
    #expect(totals == fixture.report.result.totals)
  }

  @Test(arguments: MachineFixture.hostile)
  func noFieldIsAFormula(name: String) throws {
    let fixture = try MachineFixture(names: [name])
    for field in try StrictCSV.records(fixture.csv).joined() {
      let first = field.unicodeScalars.first { ![" ", "\u{A0}", "\u{FEFF}"].contains($0) }
      #expect(!"=+-@\t\r\n\0\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first ?? "x"))
    }
  }
}
