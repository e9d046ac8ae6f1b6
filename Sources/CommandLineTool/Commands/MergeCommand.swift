import FileSystem
import Model
import RunReader

/// `vouch merge DIR...`: one report on several environments out of the reports on each.
enum MergeCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    publication.printer.print(publication.templateWarnings())
    let folders = try parts(settings)
    let merge = try Merge(folders.map { ($0, nil) }, publication, areEarlier: true)
    return try merge.write()
  }

  /// The folders of the parts; a report on several environments stands for its parts.
  private static func parts(_ settings: Settings) throws(CommandFailure) -> [String] {
    var folders: [String] = []
    for folder in settings.arguments.operands {
      let root = settings.environment.absolute(folder)
      guard RecordedPart.isRollUp(root) else {
        folders.append(folder)
        continue
      }
      let inner = (try? FolderListing(of: "\(root)/environments").files) ?? []
      let names = Set(inner.map { String($0.components[0]) }).sorted()
      guard !names.isEmpty else {
        throw .problem(
          "merge.missing", at: SourceLocation(path: "\(folder)/environments"),
          "the reports on its environments are not there", .invalidInput)
      }
      folders += names.map { "\(folder)/environments/\($0)" }
    }
    return folders
  }
}
