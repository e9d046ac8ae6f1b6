import Foundation
import Importers
import Model
import TestSupport
import Testing

/// Times, numbers, cells and names of lists at their bounds.
@Suite struct ListValueBoundTests {
  private func record(_ text: String, _ order: ImportRequest.DateOrder? = nil) throws -> (
    record: [String: Any], result: Importer.Result
  ) {
    let result = try Importing.run([(.listOfEnrichments, "list.csv", text)]) {
      $0.dateOrder = order
    }
    return (try #require(try Importing.records(result, .enrichments).first), result)
  }

  /// A time, the order of its numbers, and how the snapshot has it; `nil`: as it is written, reported.
  @Test(arguments: [
    ("29/02/2024", ImportRequest.DateOrder.dayMonthYear, "2024-02-29" as String?),
    ("29/02/2023", .dayMonthYear, nil), ("02/29/2024", .monthDayYear, "2024-02-29"),
    ("31/04/2024", .dayMonthYear, nil), ("00/04/2024", .dayMonthYear, nil),
    ("04/00/2024", .dayMonthYear, nil), ("1-2-2024", .dayMonthYear, "2024-02-01"),
    ("01.02.2024", .dayMonthYear, "2024-02-01"), ("01 02 2024", .dayMonthYear, "2024-02-01"),
    ("01/02/24", .dayMonthYear, nil), ("2024/02/01", .dayMonthYear, nil),
    ("01/02/20245", .dayMonthYear, nil), ("01/02", .dayMonthYear, nil),
    ("01/02/2024 5", .dayMonthYear, nil),
    ("01/02/2024 05:06", .dayMonthYear, "2024-02-01T05:06:00"),
    ("01/02/2024 05:06:07", .dayMonthYear, "2024-02-01T05:06:07"),
    ("01/02/2024 05:06:60", .dayMonthYear, nil), ("01/02/2024 05:60", .dayMonthYear, nil),
    ("01/02/2024 24:00", .dayMonthYear, nil),
    ("01/02/2024 23:59", .dayMonthYear, "2024-02-01T23:59:00"),
    ("01/02/2024 12:30 AM", .dayMonthYear, "2024-02-01T00:30:00"),
    ("01/02/2024 12:30 PM", .dayMonthYear, "2024-02-01T12:30:00"),
    ("01/02/2024 11:59 p.m.", .dayMonthYear, "2024-02-01T23:59:00"),
    ("01/02/2024 11:59\u{202F}PM", .dayMonthYear, "2024-02-01T23:59:00"),
    ("01/02/2024 00:30 AM", .dayMonthYear, nil), ("01/02/2024 13:30 PM", .dayMonthYear, nil),
    ("01/02/2024 AM", .dayMonthYear, nil), ("01/02/2024 05:06 Uhr", .dayMonthYear, nil),
    ("vor 01/02/2024", .dayMonthYear, nil), ("01/02/2024 CET", .dayMonthYear, nil),
    ("١/٢/٢٠٢٤", .dayMonthYear, nil), ("1\u{FE0F}\u{20E3}/2/2024", .dayMonthYear, nil),
    ("-01/02/2024", .dayMonthYear, nil),
    ("2024/2/9", .yearMonthDay, "2024-02-09"), ("24/2/9", .yearMonthDay, nil),
    ("2024/13/1", .yearMonthDay, nil),
  ])
  func aTime(written: String, order: ImportRequest.DateOrder, expected: String?) throws {
    let (record, result) = try record("Name;Status;Last refreshed\nA;Active;\(written)\n", order)
    #expect(record["lastRefreshedUtc"] as? String == expected ?? written)
    #expect(result.messages("import.time").isEmpty == (expected != nil), "\(result.diagnostics)")
  }

  /// A date whose order nobody told leads to the option that tells it.
  @Test(arguments: ["28/11/2026 02:00", "03/04/2026"])
  func theOrderOfADateIsAskedFor(written: String) throws {
    let (_, result) = try record("Name;Status;Last refreshed\nA;Active;\(written)\n")
    let messages = result.messages("import.time")
    #expect(messages.count == 1 && messages[0].contains("; --date-order says "), "\(messages)")
  }

  /// A number; `nil`: as it is written, reported.
  @Test(arguments: [
    ("0", 0 as Int?), ("007", 7), ("1234", 1234), ("1,234", 1234), ("1'234", 1234),
    ("1\u{2019}234", 1234), ("12,345,678", 12_345_678), ("1 234 567", 1_234_567),
    ("9223372036854775807", Int.max), ("9223372036854775808", nil),
    ("9,223,372,036,854,775,807", Int.max), ("1,23", nil), ("1,2345", nil), ("1234,567", nil),
    (",123", nil), ("123,", nil), ("1,,234", nil), ("-1", nil), ("+1", nil), ("1e3", nil),
    ("12 %", nil), ("~12", nil), ("12k", nil), ("١٢", nil), ("１２", nil),
    // A point or a comma behind a lone zero parts a fraction, not thousands.
    ("0.125", nil), ("0,125", nil), ("00.125", nil), ("01,234", nil),
  ])
  func aNumber(written: String, expected: Int?) throws {
    let (record, result) = try record("Name;Status;Enriched customers\nA;Active;\(written)\n")
    if let expected {
      #expect(record["enrichedCount"] as? Int == expected)
    } else {
      #expect(record["enrichedCount"] as? String == written)
    }
    #expect(result.messages("import.value").isEmpty == (expected != nil), "\(result.diagnostics)")
    // A cell has no quotation marks to leave out, and is always a text.
    for message in result.messages("import.value") {
      #expect(message.contains("'\(written)' is no whole number of 0 or more, or too large"))
      #expect(!message.contains("quotation marks"))
    }
  }

  /// A list, and the names that are read from it.
  struct Table: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let names: [String]
    /// How many problems have which code.
    var problems: [String: Int] = [:]

    var testDescription: String { name }
  }

  static let tables: [Table] = [
    Table(name: "commas", text: "Name,Type,Role\nA,User,Viewer\n", names: ["A"]),
    Table(name: "no end of the last line", text: "Name,Type,Role\nA,User,Viewer", names: ["A"]),
    Table(
      name: "separator in quotes", text: "Name;Type;Role\n\"A;B\";User;Viewer\n", names: ["A;B"]),
    Table(
      name: "quotes in quotes", text: "Name;Type;Role\n\"A \"\"B\"\"\";User;Viewer\n",
      names: ["A \"B\""]),
    Table(
      name: "an end of line in quotes", text: "Name;Type;Role\n\"A\nB\";User;Viewer\n",
      names: ["A\nB"]),
    Table(
      name: "quotes inside of a cell without quotes", text: "Name;Type;Role\nA \"B\";User;Viewer\n",
      names: ["A \"B\""]),
    Table(
      name: "empty quotes", text: "Name;Type;Role\n\"\";User;Viewer\nB;User;Viewer\n", names: ["B"],
      problems: ["import.row": 1]),
    Table(
      name: "blanks around quotes", text: "Name;Type;Role\n\"A\"  ;User;Viewer\n", names: ["A"]),
    Table(name: "blank lines", text: "\nName;Type;Role\n\n;;\nA;User;Viewer\n\n", names: ["A"]),
    Table(
      name: "commas in the header of another separator",
      text: "Name;\"Type, or kind\";Role;x,y,z\nA;User;Viewer;1\n", names: ["A"],
      problems: ["import.column": 2]),
    Table(
      name: "a separator that the first line names",
      text: "sep=|\nName|Type|Role\nA;B,C|User|Viewer\n", names: ["A;B,C"]),
    Table(
      name: "the same in capitals", text: "SEP=,\r\nName,Type,Role\r\nA,User,Viewer\r\n",
      names: ["A"]),
    Table(
      name: "a mark before it", text: "\u{FEFF}sep=;\nName;Type;Role\nA;User;Viewer\n", names: ["A"]
    ),
    Table(
      name: "a cell too many, empty", text: "Name;Type;Role\nA;User;Viewer;\n", names: ["A"],
      problems: ["import.row": 1]),
    Table(
      name: "a cell too few", text: "Name;Type;Role\nA;User\n", names: ["A"],
      problems: ["import.row": 1]),
    Table(
      name: "the header twice", text: "Name;Name;Type;Role\nA;B;User;Viewer\n", names: ["A"],
      problems: ["import.column": 1]),
    Table(name: "one column", text: "Object ID\nA\n", names: [""]),
    Table(name: "a header alone", text: "Name;Type;Role\n", names: []),
    Table(
      name: "characters that steer", text: "Name;Type;Role\nA\u{1B}[31m\u{202E};User;Viewer\n",
      names: ["A\u{1B}[31m\u{202E}"]),
    Table(name: "a formula is a name", text: "Name;Type;Role\n=1+1;User;Viewer\n", names: ["=1+1"]),
  ]

  @Test(arguments: tables) func aTable(table: Table) throws {
    let result = try Importing.run([(.listOfUsers, "users.csv", table.text)])
    let document = try Importing.document(result)
    let names = (document["principals"] as? [[String: Any]] ?? []).map {
      $0["displayName"] as? String ?? ""
    }
    #expect(names == table.names, "\(result.diagnostics)")
    var problems: [String: Int] = [:]
    for problem in result.diagnostics { problems[problem.code, default: 0] += 1 }
    #expect(problems == table.problems, "\(result.diagnostics)")
  }

  private static let status = """
    [{"operationType": "export", "identifier": "e-1", "friendlyName": "Ads", "jobIds": ["j"],
      "taskStatus": "running"}]
    """

  /// A name that stands twice in a list is nobody's: not even the first row is taken for the record
  /// of that name in another source.
  @Test(arguments: [
    ("Ads", ["e-1"], 0, 1), ("Ads\nAds", ["ui:Ads", "ui:Ads (2)", "e-1"], 2, 0),
    ("Ads\nNews\nAds", ["ui:Ads", "ui:News", "ui:Ads (2)", "e-1"], 2, 0),
    ("ads", ["ui:ads", "e-1"], 0, 0),
    ("News", ["ui:News", "e-1"], 0, 0),
  ])
  func aName(rows: String, ids: [String], warnings: Int, notes: Int) throws {
    let result = try Importing.run([
      (.listOfExports, "exports.csv", "Export name\n\(rows)\n"),
      (.webAPIStatus, "status.json", Self.status),
    ])
    #expect(try Importing.records(result, .exports).map { $0["exportId"] as? String } == ids)
    #expect(result.messages("import.name").count == warnings, "\(result.diagnostics)")
    #expect(result.messages("import.matched").count == notes)
  }

  /// A column of ids settles names that stand twice.
  @Test func idsSettleNames() throws {
    let result = try Importing.run([
      (.listOfExports, "exports.csv", "Export ID,Export name\ne-1,Ads\ne-2,Ads\n"),
      (.webAPIStatus, "status.json", Self.status),
    ])
    #expect(
      try Importing.records(result, .exports).map { $0["exportId"] as? String } == ["e-1", "e-2"])
    #expect(result.messages("import.name").isEmpty)
  }
}
