import Model

/// `report/manifest.json`: what the run read and how it was set, so that somebody else can repeat it.
enum ManifestDocument {
  /// The value of the document's `schema` key.
  static let schema = "vouch-manifest/1"

  /// The document as indented JSON with a final newline.
  static func render(_ run: ReportRun) -> [UInt8] {
    let result = run.result
    var json = JSONWriter(indentation: 2)
    json.object { root in
      root.member("schema", schema)
      root.objectMember("tool") { tool in
        tool.member("name", "vouch")
        tool.member("version", run.toolVersion)
      }
      root.objectMember("environment") { $0.member("instanceId", run.facts.environment) }
      root.member("collectedUtc", run.facts.collected)
      root.member("snapshot", run.settings?.snapshot)
      root.arrayMember("inputs", of: result.snapshot.files) { item, file in
        item.member("path", file.path)
        item.member("bytes", file.byteCount)
        item.member("sha256", file.sha256)
      }
      root.arrayMember("sections") { sections in
        for section in Section.allCases {
          guard let facts = run.facts.sections[section.name] else { continue }
          sections.objectElement { item in
            item.member("name", section.name)
            item.member("state", facts.state)
            item.member("complete", facts.isComplete)
            item.member("records", facts.count)
            item.member("sha256", facts.sha256)
          }
        }
      }
      root.objectMember("catalogue") { catalogue in
        catalogue.member("date", result.catalogue.date)
        catalogue.member("sha256", result.catalogue.digest)
      }
      if let register = result.exceptions {
        root.objectMember("exceptions") { exceptions in
          exceptions.member("path", register.path)
          exceptions.member("sha256", register.sha256)
          exceptions.member("timeZone", register.timeZone)
        }
      }
      if let comparison = run.comparison {
        root.objectMember("baseline") { baseline in
          baseline.member("path", comparison.path)
          baseline.member("sha256", comparison.manifestDigest)
          baseline.member("findingsSha256", comparison.findingsDigest)
        }
      }
      if let settings = run.settings {
        root.objectMember("content") { $0.member("sha256", settings.content) }
        root.objectMember("templates") { $0.member("sha256", settings.templates) }
        root.objectMember("options") { options in
          options.member("locales", settings.locales.map(\.description))
          options.member(
            "formats", ReportFormat.allCases.filter(settings.formats.contains).map(\.rawValue))
          options.member("site", settings.hasSite)
          options.member("search", settings.hasSearch)
          options.member("evidence", "\(run.evidence)")
          options.member("sample", run.sample?.count)
          options.member("seed", run.sample.map { String($0.seed) })
        }
      }
      root.objectMember("deadlines") { json in
        json.member("id", Deadlines.name)
        parameters(run.deadlines.parameters, to: &json)
      }
      root.member("asOf", result.asOf?.iso8601)
      root.member("failOn", run.gate.gate.failOn.map { "\($0)" } ?? "never")
      root.member("maxUnknown", run.gate.gate.maximumUnknown)
      root.arrayMember("rules", of: result.rules) { item, rule in
        item.member("id", rule.rule.id)
        item.member("sha256", rule.rule.digest)
        item.member("sections", rule.rule.sections.map(\.name))
        parameters(rule.rule.parameters, to: &item)
        agreedLimits(rule.rule.agreedLimits ?? [], to: &item)
      }
    }
    json.newline()
    return json.bytes
  }

  /// The limits by contract that a rule judged by, with their source.
  private static func agreedLimits(_ limits: [AgreedLimit], to json: inout JSONWriter) {
    guard !limits.isEmpty else { return }
    json.arrayMember("contractLimits", of: limits) { item, limit in
      switch limit.target {
      case .destination(let name): item.member("destination", name)
      case .connection(let id): item.member("connection", id)
      }
      item.member("maximum", limit.maximum)
      item.member("scope", limit.scope?.rawValue)
      item.member("source", limit.source)
      item.member("origin", limit.origin)
    }
  }

  /// Values, and where those were set that are not the defaults.
  private static func parameters(_ list: [RuleParameter], to json: inout JSONWriter) {
    json.objectMember("parameters") { json in
      for parameter in list { json.member(parameter.name, number: parameter.value) }
    }
    guard list.contains(where: { $0.origin != nil }) else { return }
    json.objectMember("origins") { json in
      for parameter in list where parameter.origin != nil {
        json.member(parameter.name, parameter.origin)
      }
    }
  }
}
