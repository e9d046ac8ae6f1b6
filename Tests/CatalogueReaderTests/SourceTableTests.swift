import Foundation
import Model
import TestSupport
import Testing

/// The catalogue against the tables of facts that it was made from.
@Suite(.enabled(if: SharedMaterial.isPresent, "the tables of facts are not beside the project"))
struct SourceTableTests {
  private func rows(_ name: String) throws -> [[String: String]] {
    let url = SharedMaterial.folder.appending(path: "domain/\(name)")
    let text = try String(contentsOf: url, encoding: .utf8)
    var lines: [[String]] = []
    var line: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        line.append(cell)
        cell = ""
      case "\n", "\r\n":
        if isQuoted {
          cell.append(character)
        } else {
          lines.append(line + [cell])
          (line, cell) = ([], "")
        }
      default: cell.append(character)
      }
    }
    let header = lines.first ?? []
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func camel(_ word: String) -> String {
    let parts = word.split(separator: "_")
    return (parts.first.map(String.init) ?? "") + parts.dropFirst().map(\.capitalized).joined()
  }

  @Test func destinationsAgree() throws {
    let table = try rows("destinations.csv")
    #expect(table.count == 38)
    for row in table {
      let slug = row["slug"] ?? ""
      let service = try #require(ShippedCatalogue.catalogue.service(slug: slug), "\(slug)")
      let limits = try #require(service.limits.last?.value)
      #expect(limits.maximum == Int(row["max_profiles"] ?? ""), "\(slug)")
      #expect(limits.kind.rawValue == camel(row["max_is"] ?? ""), "\(slug)")
      #expect(limits.minimum == Int(row["min_profiles"] ?? ""), "\(slug)")
      #expect(limits.durationMinutes == Int(row["max_duration_min"] ?? ""), "\(slug)")
      #expect(limits.isFewHours == (row["duration_note"] == "a few hours"), "\(slug)")
      if row["max_scope"] != "per_table" {
        #expect(limits.scope?.rawValue ?? "" == camel(row["max_scope"] ?? ""), "\(slug)")
      }
      #expect(service.party.rawValue == camel(row["party"] ?? ""), "\(slug)")
      #expect(service.category == row["category"], "\(slug)")
      #expect(service.payload.rawValue == camel(row["exportable"] ?? ""), "\(slug)")
      #expect(service.supportsKeyVault == (row["key_vault"] == "yes"), "\(slug)")
      #expect(service.needsExportUser == (row["addself_export_user"] == "yes"), "\(slug)")
      #expect(service.hasContractCap == (row["contract_cap"] == "yes"), "\(slug)")
      #expect(service.lifecycle.last?.value.rawValue == row["lifecycle"], "\(slug)")
      let isPreview = service.maturity.last?.value == .preview
      #expect(isPreview == (row["state"] == "preview"), "\(slug)")
      #expect(
        row["consent_step"]?.hasPrefix(service.consentStep.last?.value.rawValue ?? "?") == true)
      #expect(
        service.consentStepDocumentedSince ?? ""
          == (row["consent_step_documented_since"] ?? "").prefix(10), "\(slug)")
      let document = (row["source_path"] ?? "").split(separator: "/").last ?? ""
      #expect(service.source == "\(document), \(row["source_commit_date"] ?? "")")
      let kind = row["webapi_kind"] ?? ""
      if !kind.isEmpty, !kind.hasPrefix("("), kind != "ftp" {
        #expect(ShippedCatalogue.catalogue.services(named: kind).map(\.slug) == [slug])
      }
    }
  }

  @Test func enrichmentsAgree() throws {
    let table = try rows("enrichments.csv")
    #expect(table.count == 12)
    for row in table {
      let name = row["slug"] ?? ""
      let found = ShippedCatalogue.catalogue.services(named: name, family: .enrichment)
      let service = try #require(found.first, "\(name)")
      #expect(found.count == 1)
      #expect(service.title == row["service"])
      #expect(service.consentStep.last?.value.rawValue == row["consent_step"], "\(name)")
      let removed = row["lifecycle"]?.hasPrefix("removed") == true
      #expect((service.lifecycle.last?.value == .removed) == removed, "\(name)")
      if removed {
        #expect(row["lifecycle"]?.contains(service.lifecycle.last?.from ?? "?") == true)
      }
    }
  }
}
