import DocGen
import FileSystem
import Localization
import Model
import YAML

/// `vouch localize PAGE --locale L`: prepares a page of the source language for a locale.
enum DraftCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let arguments = settings.arguments
    let page = arguments.operands[0]
    guard let name = arguments.value("locale"), let locale = LocaleTag(name), locale != .source
    else {
      throw .usage(
        UsageError(
          "--locale needs the locale to prepare the page for", suggestion: "write --locale fr-fr"))
    }
    let parts = page.split(separator: "/", omittingEmptySubsequences: false)
    guard let place = parts.lastIndex(where: { $0 == LocaleTag.source.folder }),
      let path = RelativePath(parts[(place + 1)...].joined(separator: "/"))
    else {
      throw .usage(
        UsageError(
          "'\(page)' is not below a folder '\(LocaleTag.source)'",
          suggestion: "name a source page, or give --source and --output"))
    }
    let content = parts[..<place].joined(separator: "/")
    let publication = try Publication(settings)
    let folder = publication.absolute(content.isEmpty ? "." : content)
    let output = "\(folder)/\(locale)/\(path)"
    let isUpdate = arguments.flag("update")
    guard isUpdate || !Files.exists(output) else {
      throw .problem(
        "localize.exists", at: SourceLocation(path: output), "there is a translation already",
        suggestion: "--update writes it anew from the source as it is now", .usage)
    }
    let tree = try publication.content([folder])
    let date = try LocalizeCommand.date(arguments)
    do throws(FileError) {
      let source = try Files.read(publication.absolute(page), limit: 16 << 20)
      var known: [TranslatedPage] = []
      for path in tree.translatedPaths {
        known += try tree.translations(of: path).filter { $0.locale == locale }
      }
      // The page's own translations are the first choice.
      known =
        known.filter { $0.path == path.description } + known.filter { $0.path != path.description }
      let draft = Draft(memory: TextMemory(known), locale: locale).page(
        of: source, path: path.description,
        handoff: date?.handoff ?? FrontMatter.parse(source, path: page).string("ms.date") ?? "",
        commit: arguments.value("commit"))
      if let parent = path.folder { try Files.makeFolder("\(folder)/\(locale)/\(parent)") }
      try Files.makeFolder("\(folder)/\(locale)")
      try Files.write(draft.page, to: output)
      publication.printer.print(draft.diagnostics)
      if arguments.flag("quiet") { return .success }
      settings.environment.output(
        "Wrote \(content.isEmpty ? "" : content + "/")\(locale)/\(path): \(draft.exact) exact, "
          + "\(draft.fuzzy) fuzzy, \(draft.untranslated) to translate\n")
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    return .success
  }
}
