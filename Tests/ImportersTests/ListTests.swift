import Foundation
import Importers
import Model
import TestSupport
import Testing

@Suite struct ListTests {
  @Test(arguments: [
    (
      "en", "Export name,Connection used,Connection type,Status,Refreshed", "Detached", "Successful"
    ),
    (
      "fr", "Nom de l’exportation;Connexion utilisée;Type de connexion;Statut;Actualisé",
      "Détachée", "Opération réussie"
    ),
    (
      "nl", "Exportnaam\tGebruikte verbinding\tVerbindingstype\tStatus\tVernieuwd",
      "Losgekoppeld", "Geslaagd"
    ),
    (
      "kk", "Экспорттау атауы,Пайдаланылған қосылым,Қосылым түрі,Күйі,Жаңартылған",
      "Ажыратылған", "Сәтті"
    ),
  ])
  func exportsInEachLanguage(
    language: String, header: String, detached: String, successful: String
  ) throws {
    let separator = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ","
    let rows = [
      header,
      ["Ads", "Ads EU", "Microsoft Advertising", successful, "2022-02-15T02:58:00Z"]
        .joined(separator: separator),
      ["Old", "", "", detached, ""].joined(separator: separator),
    ]
    let result = try Importing.run([
      (.auto, "exports.csv", rows.joined(separator: "\r\n")),
      (.webAPIConnections, "c.json", #"[{"resourceId": "c-1", "name": "Ads EU"}]"#),
    ])
    let snapshot = try Importing.snapshot(result)
    let exports = snapshot.rows(Export.self)
    #expect(exports.map { $0.text(.exportId) } == ["ui:Ads", "ui:Old"])
    #expect(exports.first?.text(.connectionId) == "c-1")
    #expect(exports.last?[.connectionId].isNull == true, "detached is known, not absent")
    let run = try #require(snapshot.rows(Run.self).first)
    #expect(run[.status] == .value(.successful))
    #expect(run.text(.targetId) == "ui:Ads")
    #expect(
      snapshot.rows(Connection.self).first?.text(.type) == "microsoft-advertising",
      "the list of exports tells the type of the connection")
    #expect(result.messages("import.word").isEmpty)
  }

  /// The period that a list covers is told by the clocks of its zone; where nobody knows the zone,
  /// the time has none either, and the audit takes it for what it may be.
  @Test(arguments: [
    ("2026-04-03T10:00:00", nil as String?, "2026-04-03T10:00:00"),
    ("2026-04-03T10:00:00", "America/New_York", "2026-04-03T14:00:00Z"),
    ("2026-04-03T10:00:00", "UTC", "2026-04-03T10:00:00Z"),
    ("2026-04-03T10:00:00", "Z", "2026-04-03T10:00:00Z"),
    ("2026-04-03T10:00:00", "Asia/Almaty", "2026-04-03T05:00:00Z"),
    ("2026-01-03T10:00:00", "America/New_York", "2026-01-03T15:00:00Z"),
    // Twice on the clock, and left out by it.
    ("2026-11-01T01:30:00", "America/New_York", "2026-11-01T06:30:00Z"),
    ("2026-03-08T02:30:00", "America/New_York", "2026-03-08T07:30:00Z"),
    ("2026-04-03T10:00:00Z", "America/New_York", "2026-04-03T10:00:00Z"),
    ("2026-04-03T10:00:00+02:00", nil, "2026-04-03T08:00:00Z"),
    ("2026-04-03", "America/New_York", "2026-04-03"), ("2026-04-03", nil, "2026-04-03"),
  ])
  func theWindowIsInTheZoneOfTheList(written: String, zone: String?, time: String) throws {
    let list = "Export name,Status,Refreshed\nA,Successful,\(written)\n"
    let result = try Importing.run([(.listOfExports, "w.csv", list)]) { $0.timeZone = zone }
    let collection = try #require(try Importing.document(result)["collection"] as? [String: Any])
    let sources = try #require(collection["sources"] as? [[String: Any]])
    let runs = try #require(sources.first { $0["section"] as? String == "runs" })
    #expect(runs["windowStartUtc"] as? String == time)
    #expect(runs["windowEndUtc"] as? String == time)
    // The record itself stays as the list has it.
    #expect(try Importing.records(result, .runs).first?["endUtc"] as? String == written)
  }

  /// The column of the connection says that there is none in words, too.
  @Test(arguments: [
    ("Export name,Connection used,Status\nOld,No Connection,Inactive\n", Section.exports),
    ("Nom de l’exportation;Connexion utilisée;Statut\nOld;Aucune connexion;Inactif\n", .exports),
    ("Exportnaam,Gebruikte verbinding,Status\nOld,Geen verbinding,Inactief\n", .exports),
    ("Экспорттау атауы,Пайдаланылған қосылым,Күйі\nOld,Қосылым жоқ,Белсенді емес\n", .exports),
    (
      "Enrichment name,Type,Connection used,Status\nOld,Experian,no connection,Inactive\n",
      .enrichments
    ),
  ])
  func noConnectionIsNone(text: String, section: Section) throws {
    let kind: ImportKind = section == .exports ? .listOfExports : .listOfEnrichments
    let record = try #require(
      try Importing.records(Importing.run([(kind, "l.csv", text)]), section).first)
    #expect(record["connectionId"] is NSNull, "\(record)")
  }

  /// A numbered id isn't given to a record that another one's own name would collide with.
  @Test func recordsOfOneNameHaveIDsOfTheirOwn() throws {
    let text = "Name,Type\nA,Klaviyo\nA,SFTP\nA (2),Braze\nA,SFTP\n"
    let result = try Importing.run([(.listOfConnections, "l.csv", text)])
    let ids = try Importing.records(result, .connections).compactMap {
      $0["connectionId"] as? String
    }
    #expect(ids == ["ui:A", "ui:A (3)", "ui:A (2)", "ui:A (4)"])
    let twice = try Importing.run([
      (.listOfConnections, "l.csv", text), (.listOfConnections, "m.csv", text),
    ])
    #expect(try Importing.records(twice, .connections).count == 4)
  }

  @Test(arguments: [
    (ImportKind.listOfExports, Section.exports), (.listOfEnrichments, .enrichments),
  ])
  func theListDecidesWhatAWordMeans(kind: ImportKind, section: Section) throws {
    let text = "Аты,Күйі\nA,Ажыратылған\n"
    let result = try Importing.run([(kind, "list.csv", text)])
    let record = try #require(try Importing.records(result, section).first)
    if section == .exports {
      #expect(record["connectionId"] is NSNull)
      #expect(record["state"] == nil)
    } else {
      #expect(record["state"] as? String == "inactive")
      #expect(record["connectionId"] == nil)
    }
  }

  @Test func connectionsWithAccess() throws {
    let text = """
      Name,Type,Created on,Who has access,Owner
      Ads,Microsoft Advertising,2021-10-11,"Administrators, Contributors",Ana
      Vault,SFTP,03/04/21,Administrators,
      Odd,Carrier pigeon,,Everybody,
      """
    let result = try Importing.run([(.auto, "connections.csv", text)])
    let rows = try Importing.snapshot(result).rows(Connection.self)
    #expect(rows.map { $0.text(.connectionId) } == ["ui:Ads", "ui:Vault", "ui:Odd"])
    #expect(
      rows.first?[.allowedRoles].known?.values(Role.self) == [
        .value(.admin), .value(.contributor),
      ])
    #expect(rows.last?[.createdUtc].isNull == true)
    #expect(result.messages("import.column").count == 1)
    #expect(result.messages("import.time").first?.contains("--date-order") == true)
    #expect(result.messages("import.word").count == 2, "as a label, and as a role")
    #expect(result.messages("import.service").count == 1)
    let told = try Importing.run([(.auto, "connections.csv", text)]) {
      $0.dateOrder = .dayMonthYear
    }
    #expect(!told.messages("import.time").isEmpty, "a year of two digits stays ambiguous")
  }

  @Test(arguments: [
    (ImportRequest.DateOrder.dayMonthYear, "15/02/2022 02:58", "2022-02-15T02:58:00"),
    (.monthDayYear, "\"2/15/2022, 2:58 PM\"", "2022-02-15T14:58:00"),
    (.monthDayYear, "\"2/15/2022, 12:58:07 a.m.\"", "2022-02-15T00:58:07"),
    (.yearMonthDay, "2022/2/15", "2022-02-15"), (.dayMonthYear, "31.02.2022", "31.02.2022"),
    (.dayMonthYear, "2/15/2022", "2/15/2022"), (.dayMonthYear, "soon", "soon"),
  ])
  func datesInTheOrderThatTheUserSays(
    order: ImportRequest.DateOrder, written: String, expected: String
  ) throws {
    let text = "Name,Status,Last refreshed,Enriched customers\nA,Successful,\(written),\"1,234\"\n"
    let result = try Importing.run([(.listOfEnrichments, "list.csv", text)]) {
      $0.dateOrder = order
    }
    let record = try #require(try Importing.records(result, .enrichments).first)
    #expect(record["lastRefreshedUtc"] as? String == expected)
    #expect(record["enrichedCount"] as? Int == 1234)
  }

  @Test(arguments: [
    ("12", 12), ("1 234", 1234), ("512\u{202F}345", 512_345), ("1.234.567", 1_234_567),
    ("1234567", 1_234_567), ("12,34", nil), ("1,2345", nil), ("-3", nil), ("many", nil),
  ])
  func countsWithSeparators(written: String, expected: Int?) throws {
    let text = "Name;Status;Enriched customers\nA;Active;\(written)\n"
    let result = try Importing.run([(.listOfEnrichments, "list.csv", text)])
    let record = try #require(try Importing.records(result, .enrichments).first)
    if let expected {
      #expect(record["enrichedCount"] as? Int == expected)
    } else {
      #expect(record["enrichedCount"] as? String == written, "kept as it is, for the audit to say")
    }
  }

  @Test func usersArePrincipalsWithRoles() throws {
    let text =
      "Nom;Type;Rôle\nana@contoso.example;Utilisateur;Administrateur\nVentes;Groupe;Visionneuse\n"
    let log =
      #"{"time":"2022-01-01T00:00:00Z","operationName":"X","category":"Audit","properties":{"#
      + #""callerObjectId":"A-1"},"identity":"{\"Claims\":{\"upn\":\"Ana@contoso.example\"}}"}"#
    let result = try Importing.run([(.auto, "users.csv", text), (.auto, "audit.ndjson", log)])
    let snapshot = try Importing.snapshot(result)
    let principals = snapshot.rows(Principal.self)
    #expect(principals.map { $0.text(.principalId) } == ["A-1", "Ventes"])
    let assignments = snapshot.rows(RoleAssignment.self)
    #expect(assignments.map { $0.text(.principalId) } == ["A-1", "Ventes"])
    #expect(assignments.first?[.roles].known?.values(Role.self) == [.value(.admin)])
    #expect(principals.last?[.principalType] == .value(.group))
  }

  @Test func namesThatStandTwiceAreNotGuessed() throws {
    let list = "Export name,Connection used,Status\nAds,C,Active\nAds,C,Active\nB,C,Active\n"
    let connections =
      #"[{"resourceId": "c-1", "name": "C"}, {"resourceId": "c-2", "name": "C"}]"#
    let result = try Importing.run([
      (.auto, "exports.csv", list), (.webAPIConnections, "c.json", connections),
    ])
    let exports = try Importing.snapshot(result).rows(Export.self)
    #expect(exports.map { $0.text(.exportId) } == ["ui:Ads", "ui:Ads (2)", "ui:B"])
    #expect(exports.allSatisfy { $0[.connectionId].isAbsent })
    #expect(result.messages("import.name").count >= 2)
  }

  @Test(arguments: [
    ("Name,Status\nA,B\n", "the headers fit several lists"),
    ("Colour,Size\nred,1\n", "none of the headers"),
    ("Export name,Status\n\"A,B\n", "a quoted cell has no end"),
    ("Export name,Status\n\"A\"x,B\n", "something follows the end of a quoted cell"),
    ("\u{FEFF}", "nothing in the file"),
  ])
  func badListsGiveNoSnapshot(text: String, message: String) throws {
    let result = try Importing.run([(.list, "list.csv", text)])
    #expect(result.snapshot == nil)
    #expect(result.diagnostics.contains { $0.message.contains(message) })
  }

  @Test func otherEncodingsAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("latin.csv", Array("Name,Type,Role\n".utf8) + [0xE9, 0x0A])
    try folder.write("wide.csv", [0xFF, 0xFE, 0x41, 0x00])
    let inputs = ["latin.csv", "wide.csv"].map {
      ImportRequest.Input(.listOfUsers, name: $0, path: "\(folder.path)/\($0)")
    }
    let result = Importer.run(
      ImportRequest(inputs: inputs, toolVersion: "0"), catalogue: try Importing.catalogue(),
      labels: try Importing.labels())
    #expect(result.messages("import.encoding").count == 2)
    #expect(result.snapshot == nil)
  }

  @Test func rowsOfAnotherLengthAreReportedAndKept() throws {
    let result = try Importing.run([
      (.listOfUsers, "users.csv", "Name,Type,Role\nAna,User\nBo,User,Viewer,more\n")
    ])
    #expect(result.messages("import.row").count == 2)
    #expect(try Importing.records(result, .principals).count == 2)
  }
}

@Suite struct ListLabelTests {
  @Test func theShippedLabelsAreSound() {
    #expect(
      ListLabels.load("\(Importing.catalogueFolder)/interface/lists.yaml").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("exports: {colums: {}}\nimports: {}\n", ["labels.unknown", "labels.unknown"]),
    (
      "exports: {words: {status: {active: {fr: [Oui]}, inactive: {nl: [Oui], fr: [oui]}}}}\n",
      ["labels.ambiguous"]
    ),
    ("exports: {columns: {status: {en: [State]}, state: {en: [State]}}}\n", ["labels.ambiguous"]),
    ("a: [", ["yaml.syntax"]),
  ])
  func badLabelsAreRefused(text: String, codes: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.yaml", text)
    let bad = ListLabels.load("\(folder.path)/bad.yaml")
    #expect(bad.labels == nil)
    #expect(bad.diagnostics.map(\.code) == codes)
    #expect(ListLabels.load("\(folder.path)/none.yaml").labels == nil)
  }
}
