import FileSystem
import Model

extension ContentPage {
  /// What the page's front matter says, for the cache; its place isn't part of it.
  func write(to writer: inout RecordWriter) {
    writer.text(digest)
    for text in [
      sourceHash, written.map(\.title) ?? title, written.map(\.description) ?? description, date,
      titleSuffix, uid, ruleID, provenance.sourceHash,
      provenance.sourceCommit, provenance.handoffDate, redirect,
    ] {
      writer.optionalText(text)
    }
    writer.list(appliesTo) { $0.text($1) }
    writer.number(provenance.isMachineTranslated.map { $0 ? 2 : 1 } ?? 0)
    writer.number((isUnlisted ? 1 : 0) + (isLandingPage ? 2 : 0))
  }

  /// Reads what was written of a page.
  init(
    _ reader: inout RecordReader, locale: LocaleTag, path: RelativePath, file: String
  ) throws(BrokenRecord) {
    self.locale = locale
    self.path = path
    self.file = file
    digest = try reader.text()
    sourceHash = try reader.optionalText()
    title = try reader.optionalText()
    description = try reader.optionalText()
    date = try reader.optionalText()
    titleSuffix = try reader.optionalText()
    uid = try reader.optionalText()
    ruleID = try reader.optionalText()
    var provenance = Provenance()
    provenance.sourceHash = try reader.optionalText()
    provenance.sourceCommit = try reader.optionalText()
    provenance.handoffDate = try reader.optionalText()
    redirect = try reader.optionalText()
    appliesTo = try reader.list { reader throws(BrokenRecord) in try reader.text() }
    provenance.isMachineTranslated =
      switch try reader.number() {
      case 0: nil
      case 1: false
      case 2: true
      default: throw BrokenRecord()
      }
    self.provenance = provenance
    let flags = try reader.number()
    isUnlisted = flags & 1 != 0
    isLandingPage = flags & 2 != 0
  }
}
