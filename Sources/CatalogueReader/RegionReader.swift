import Model
import YAML

/// Reads which legal area each region belongs to.
enum RegionReader {
  /// The regions of a file, as far as they can be read, and what is wrong.
  ///
  /// A name that stands in two areas is an error.
  static func read(_ node: YAMLNode) -> (regions: Regions, diagnostics: [Diagnostic]) {
    var fields = FieldReader(node)
    let document = fields.text("document") ?? ""
    let date = fields.day("documentDate", isRequired: true) ?? ""
    var places: [String: Regions.Place] = [:]
    guard let areas = fields.required("areas") else {
      return (Regions(), fields.finish())
    }
    if areas.mapping == nil {
      fields.problem("shape", "'areas' must have the names of areas as keys", at: areas)
    }
    for entry in areas.mapping ?? [] {
      var area = FieldReader(entry.value)
      let names = area.texts("names").map { ($0, Regions.Place(area: entry.key, region: nil)) }
      let regions = area.texts("regions").map {
        ($0, Regions.Place(area: entry.key, region: Regions.fold($0)))
      }
      for (name, place) in names + regions {
        if let other = places.updateValue(place, forKey: Regions.fold(name)) {
          area.problem(
            "duplicate-region", "'\(name)' is listed twice, first in '\(other.area)'",
            at: entry.value)
        }
      }
      fields.add(area.finish())
    }
    return (Regions(source: "\(document), \(date)", places), fields.finish())
  }
}
