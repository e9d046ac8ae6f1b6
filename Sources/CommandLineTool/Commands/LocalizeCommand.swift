import FileSystem
import Localization
import Model
import YAML

/// `vouch localize`: plain translations become bilingual pages.
enum LocalizeCommand {
  /// Writes one page, or every page of a folder; files that are no pages are copied.
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let environment = settings.environment
    let arguments = settings.arguments
    let translation = arguments.operands[0]
    if arguments.value("source") == nil, arguments.value("output") == nil {
      return try DraftCommand.perform(settings)
    }
    guard !arguments.flag("update") else {
      throw .usage(
        UsageError(
          "--update writes a translation where it is, and takes no --source and no --output",
          suggestion: "write vouch localize content/en-us/a.md -l fr-fr --update"))
    }
    guard let source = arguments.value("source"), let output = arguments.value("output"),
      let localeName = arguments.value("locale")
    else {
      throw .usage(
        UsageError(
          "--source, --locale and --output are needed",
          suggestion: "write vouch localize plain --source content/en-us -l fr-fr -o content/fr-fr"
        ))
    }
    guard let locale = LocaleTag(localeName) else {
      throw .usage(UsageError("'\(localeName)' is not a locale", suggestion: "write fr-fr"))
    }
    let writer = PageWriter(
      locale: locale, date: try date(arguments), commit: arguments.value("commit"))
    do {
      var problems: [Diagnostic] = []
      let translationPath = environment.absolute(translation)
      if Files.isFolder(translationPath) {
        var pages: [(path: RelativePath, bytes: [UInt8])] = []
        for path in try FolderListing(of: translationPath).files {
          let bytes = try Files.read(path, in: translationPath)
          guard path.fileExtension == "md" else {
            pages.append((path, bytes))
            continue
          }
          let original = try Files.read(path, in: environment.absolute(source))
          let names = (path.path(in: source), path.path(in: translation))
          pages.append((path, writer.write(original, bytes, path.description, names, &problems)))
        }
        let target = environment.absolute(output)
        for page in pages {
          if let folder = page.path.folder { try Files.makeFolder(folder.path(in: target)) }
          try Files.makeFolder(target)
          try Files.write(page.bytes, to: page.path.path(in: target))
        }
      } else {
        let original = try Files.readNamed(environment.absolute(source))
        let bytes = try Files.readNamed(translationPath)
        let page = writer.write(
          original, bytes, pathInLocale(output, locale), (source, translation), &problems)
        let target = environment.absolute(output)
        if let slash = target.lastIndex(of: "/"), slash != target.startIndex {
          try Files.makeFolder(String(target[..<slash]))
        }
        try Files.write(page, to: target)
      }
      DiagnosticPrinter(environment, isQuiet: arguments.flag("quiet")).print(problems)
      return problems.contains { $0.severity == .error } ? .findings : .success
    } catch {
      throw .problems([error.diagnostic], .invalidInput)
    }
  }

  /// The path of a page below its locale's folder, by which unit ids are made.
  private static func pathInLocale(_ path: String, _ locale: LocaleTag) -> String {
    let parts = path.split(separator: "/")
    guard let index = parts.lastIndex(where: { $0 == locale.folder }) else {
      return parts.last.map(String.init) ?? path
    }
    return parts[(index + 1)...].joined(separator: "/")
  }

  /// The day that `--date` gives.
  static func date(_ arguments: Arguments) throws(CommandFailure) -> CivilDate? {
    guard let text = arguments.value("date") else { return nil }
    guard let date = CivilDate(text) else {
      throw .usage(UsageError("--date: there is no day '\(text)'", suggestion: "write 2026-11-21"))
    }
    return date
  }
}

/// Writes bilingual pages with the same particulars.
private struct PageWriter {
  let locale: LocaleTag
  let date: CivilDate?
  let commit: String?

  func write(
    _ source: [UInt8], _ translation: [UInt8], _ path: String,
    _ names: (source: String, translation: String), _ problems: inout [Diagnostic]
  ) -> [UInt8] {
    let output = BilingualWriter.write(
      source: source, translation: translation, path: path, locale: locale,
      handoff: handoff(source, path), sourceCommit: commit, names: names)
    problems += output.diagnostics
    return output.page
  }

  /// The day of the source version as `MM/DD/YYYY`: the given one, else the source's `ms.date`.
  private func handoff(_ source: [UInt8], _ path: String) -> String {
    if let date { return date.handoff }
    return FrontMatter.parse(source, path: path).string("ms.date") ?? ""
  }
}

extension CivilDate {
  /// The day as `MM/DD/YYYY`, which front matter has.
  var handoff: String {
    [(month, 2), (day, 2), (year, 4)].map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }.joined(separator: "/")
  }
}
