import FileSystem
import Model

/// What a whole build was made of and what it gave, so that the next one sees at once that there is
/// nothing to do.
///
/// Files are known by their stamps, without reading them. As in git's index a file that changed
/// while it was being looked at can't be told by its stamp; such a build leaves no record.
struct BuildRecord: Sendable {
  /// The digest of the stamps of all that was read, of the options and of the tool.
  var inputs: String
  /// The digest of the stamps of all that was written.
  var outputs: String
  var summary: SiteSummary

  private static let magic = Array("vouch build record 1\n".utf8)

  /// The stamps of all that a build reads: contents, redirections, templates and messages.
  static func inputs(of request: SiteRequest) -> StampDigest {
    var digest = StampDigest()
    for option in SiteFingerprint.options(of: request) { digest.add(option) }
    digest.add(request.sourceVersion)
    for text in SiteFingerprint.texts(of: request.statusTrend) { digest.add(text) }
    for layer in request.layers {
      digest.add("\(layer.locale)")
      let files = digest.add(folder: layer.folder)
      if let root = layer.root {
        digest.add(folder: root, maximumDepth: 1) { $0.name == "docfx.json" }
      }
      let listed = PublishConfiguration(layer: layer.folder).redirectionFiles
      let names = Set(listed.map(\.name))
      let docsets = files.filter { $0.name.lowercased() == "docfx.json" }.map(\.folder)
      for folder in Set(docsets.map { $0?.path(in: layer.folder) ?? layer.folder })
        .union([layer.folder])
        .union(listed.compactMap { $0.folder?.path(in: layer.folder) })
        .sorted()
      {
        digest.add(folder: folder, maximumDepth: 1, includesHidden: true) {
          Redirections.isName($0.name) || $0.name == PublishConfiguration.name
            || names.contains($0.name)
        }
      }
    }
    for folder in request.templateFolders { digest.add(folder: folder) }
    digest.add(folder: request.messageFolder)
    return digest
  }

  /// The record as bytes, with their digest behind them.
  var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.text(inputs)
    writer.text(outputs)
    writer.list(summary.pages.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.folder)
      writer.number(entry.value)
    }
    writer.list(summary.states.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.folder)
      writer.list(entry.value.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, state in
        writer.text(state.key.rawValue)
        writer.number(state.value)
      }
    }
    writer.list(summary.diagnostics) { $0.diagnostic($1) }
    return SealedRecord.seal(writer.bytes, magic: Self.magic)
  }

  init(inputs: String, outputs: String, summary: SiteSummary) {
    self.inputs = inputs
    self.outputs = outputs
    self.summary = summary
  }

  /// Reads a record; `nil` if the bytes aren't what was written.
  init?(_ bytes: [UInt8]) {
    guard let body = SealedRecord.open(bytes, magic: Self.magic) else { return nil }
    var reader = RecordReader(body)
    do throws(BrokenRecord) {
      inputs = try reader.text()
      outputs = try reader.text()
      summary = SiteSummary()
      for (locale, count) in try reader.list({ reader throws(BrokenRecord) in
        (try reader.locale(), try reader.number())
      }) {
        summary.pages[locale] = count
      }
      for (locale, states) in try reader.list({ reader throws(BrokenRecord) in
        (
          try reader.locale(),
          try reader.list { reader throws(BrokenRecord) in
            (try reader.text(), try reader.number())
          }
        )
      }) {
        for (name, count) in states {
          guard let state = PageState(rawValue: name) else { return nil }
          summary.states[locale, default: [:]][state] = count
        }
      }
      summary.diagnostics = try reader.list { reader throws(BrokenRecord) in
        try reader.diagnostic()
      }
      guard reader.isAtEnd else { return nil }
    } catch { return nil }
    summary.reusedPages = summary.pageCount
    summary.isUnchanged = true
  }
}
