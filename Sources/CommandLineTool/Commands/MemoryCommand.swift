import DocGen
import FileSystem
import Localization
import Model

/// `vouch memory export|apply|glossary`.
enum MemoryCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let actions = ["export", "apply", "glossary"]
    let action = settings.arguments.operands[0]
    switch action {
    case "export": return try export(settings)
    case "apply": return try apply(settings)
    case "glossary": return try glossary(settings)
    default:
      throw .usage(
        UsageError(
          "memory doesn't know '\(action)'",
          suggestion: Suggestion.didYouMean(action, among: actions)
            ?? "it takes \(actions.joined(separator: ", "))"))
    }
  }

  private static func export(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let (tree, locales) = try content(settings, settings.arguments.operands.dropFirst().first)
    let format = settings.value("format") ?? "xliff"
    let files: [(name: String, bytes: [UInt8])]
    do throws(FileError) {
      files = try MemoryExport(tree: tree, format: format, locales: locales).files()
      if let output = settings.path("output") {
        let folder = settings.environment.absolute(output)
        try Files.makeFolder(folder)
        for file in files { try Files.write(file.bytes, to: "\(folder)/\(file.name)") }
        if !settings.arguments.flag("quiet") {
          settings.environment.output(files.map { "Wrote \(output)/\($0.name)\n" }.joined())
        }
        return .success
      }
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    guard files.count == 1, let file = files.first else {
      throw .usage(
        UsageError(
          "\(format) is a file for each of \(counted(files.count, "locale"))",
          suggestion: "choose one with --locale, or a folder with --output"))
    }
    settings.environment.output(String(decoding: file.bytes, as: UTF8.self))
    return .success
  }

  private static func apply(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    guard let path = settings.arguments.operands.dropFirst().first else {
      throw .usage(UsageError("FILE is missing", suggestion: "write vouch memory apply fr-fr.xlf"))
    }
    let (tree, _) = try content(settings, settings.path("content"))
    let wanted = try settings.locales()?.first
    let file: ExchangeFile
    do throws(FileError) {
      let bytes = try Files.readNamed(settings.environment.absolute(path), limit: 256 << 20)
      file = ExchangeFile(bytes, path: path)
    } catch {
      throw .problems([error.diagnostic], .invalidInput)
    }
    guard let locale = wanted ?? file.locale ?? localeOfName(path) else {
      throw .usage(
        UsageError("the file doesn't name its locale", suggestion: "write --locale fr-fr"))
    }
    let metadata = try givenMetadata(settings.arguments)
    do throws(FileError) {
      let summary = try MemoryApplication(
        tree: tree, file: file, path: path, locale: locale, metadata: metadata
      ).perform()
      let isQuiet = settings.arguments.flag("quiet")
      DiagnosticPrinter(settings.environment, isQuiet: isQuiet).print(summary.diagnostics)
      let isRefused = summary.diagnostics.contains { $0.severity == .error }
      if !isQuiet {
        settings.environment.output(
          isRefused
            ? "Nothing was written\n"
            : "\(counted(summary.changedPages, "page")) changed "
              + "(\(counted(summary.changedTexts, "text")), \(summary.reviewedTexts) reviewed for "
              + "the first time), \(summary.unchangedPages) unchanged\n")
      }
      return isRefused ? .invalidInput : .success
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
  }

  /// What the options say of the translation, as front matter has it.
  private static func givenMetadata(
    _ arguments: Arguments
  ) throws(CommandFailure) -> [String: String] {
    var metadata: [String: String] = [:]
    metadata["ms.sourcegitcommit"] = arguments.value("commit")
    metadata["ms.lasthandoff"] = try LocalizeCommand.date(arguments)?.handoff
    metadata["ms.translationtype"] = arguments.value("type")
    return metadata
  }

  private static func localeOfName(_ path: String) -> LocaleTag? {
    let name = path.split(separator: "/").last ?? ""
    return LocaleTag(String(name.split(separator: ".").first ?? ""))
  }

  private static func glossary(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let (tree, locales) = try content(settings, settings.arguments.operands.dropFirst().first)
    let paths = tree.translatedPaths
    do throws(FileError) {
      let report = try TranslationChecker(source: tree.source).check(pageCount: paths.count) {
        index throws(FileError) in try tree.translations(of: paths[index])
      }
      var headings = HeadingTerms()
      for path in paths {
        for page in try tree.translations(of: path) where locales.contains(page.locale) {
          headings.add(page)
        }
      }
      let glossaries = locales.flatMap { locale in
        [
          report.glossaries[locale].map { (locale.folder, GlossaryWriter.Kind.label, $0) },
          (locale.folder, GlossaryWriter.Kind.heading, headings.glossary(of: locale)),
        ].compactMap { $0 }
      }
      settings.environment.output(
        String(decoding: GlossaryWriter.csv(glossaries), as: UTF8.self))
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    return .success
  }

  /// The content of a folder and its chosen locales.
  private static func content(
    _ settings: Settings, _ folder: String?
  ) throws(CommandFailure) -> (ContentTree, [LocaleTag]) {
    let publication = try Publication(settings)
    let tree = try publication.content([
      folder.map(publication.absolute) ?? publication.builtIn.content
    ])
    let wanted = try settings.locales()
    let locales = tree.locales.filter { $0 != tree.source && (wanted?.contains($0) ?? true) }
    return (tree, locales)
  }
}
