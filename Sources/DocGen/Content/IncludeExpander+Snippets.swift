import FileSystem
import Model

extension IncludeExpander {
  /// The largest code file that is read, in bytes.
  static let codeLimit = 4 << 20

  /// The Markdown that takes the place of a snippet: fenced code, or the name of what is missing.
  ///
  /// `prefix` is what each further line begins with.
  mutating func snippet(
    _ directive: SnippetDirective, in path: RelativePath, at place: SourceLocation,
    prefix: [UInt8]
  ) -> [UInt8] {
    func missing(_ problem: Diagnostic) -> [UInt8] {
      diagnostics.append(problem)
      let name = directive.title.isEmpty ? directive.path : directive.title
      return Array("`\(name.replacing("`", with: ""))`".utf8)
    }
    let found = tree.find(directive.path.addressDecoded, from: path, for: locale)
    guard let file = found.file else {
      return missing(
        Diagnostic(
          .warning, "snippet.missing", at: place, "no file '\(directive.path)' to show",
          suggestion: tree.reason(forMissing: directive.path, from: path, in: locale, isLink: false)
            ?? found.suggestion.map { "did you mean '\($0)'?" }))
    }
    noteInclusion(of: file.path, in: file.locale)
    if let rightCase = found.rightCase {
      diagnostics.report(
        .warning, "snippet.case", at: place,
        "'\(directive.path)' differs in case from the file's name",
        suggestion: "write '\(rightCase)'")
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = TextEncoding.repaired(try Files.read(file.file, limit: Self.codeLimit))
    } catch { return missing(error.diagnostic) }
    guard output.count + bytes.count <= Self.sizeLimit else {
      return missing(
        Diagnostic(
          .error, "include.size", at: place,
          "with what it includes the page is larger than \(Self.sizeLimit >> 20) MiB"))
    }
    do throws(CodeSnippet.Failure) {
      let code =
        directive.isNotebook
        ? try Notebook.text(of: bytes, directive) : try CodeSnippet.text(of: bytes, directive)
      reportHighlight(directive, of: code.count, at: place)
      return Self.fenced(code, directive, prefix)
    } catch {
      switch error {
      case .noTag(let nearest):
        return missing(
          Diagnostic(
            .warning, "snippet.tag", at: place,
            "'\(directive.path)' has no part '\(directive.tag ?? "")'",
            suggestion: nearest.map { "did you mean '\($0)'?" }))
      case .noNotebook:
        return missing(
          Diagnostic(
            .warning, "snippet.notebook", at: place, "'\(directive.path)' is no notebook"))
      case .noLines(let count):
        return missing(
          Diagnostic(
            .warning, "snippet.lines", at: place, "'\(directive.path)' has no such lines",
            suggestion: "it has \(count)"))
      }
    }
  }

  /// Says that nothing is marked where what should be is no list of lines, or lies behind the end.
  private mutating func reportHighlight(
    _ directive: SnippetDirective, of count: Int, at place: SourceLocation
  ) {
    guard let marked = directive.highlight else { return }
    let first = LineRanges(marked)?.ranges.map(\.lowerBound).max()
    if let first, first <= count { return }
    diagnostics.report(
      .warning, "snippet.highlight", at: place,
      first.map { "line \($0) can't be marked: \(count) are shown" }
        ?? "'\(marked.prefix(40))' isn't a list of lines to mark",
      suggestion: "count the lines that are shown, as in '2,5-7'")
  }

  private static func fenced(
    _ lines: [[UInt8]], _ directive: SnippetDirective, _ prefix: [UInt8]
  ) -> [UInt8] {
    let runs = lines.map { line in line.drop { $0.isBlank }.prefix { $0 == 96 }.count }
    let fence = [UInt8](repeating: 96, count: max(3, (runs.max() ?? 0) + 1))
    var text: [UInt8] = fence
    for byte in directive.language.utf8 where byte > 32 && byte != 96 { text.append(byte) }
    if let marked = directive.highlight, LineRanges(marked) != nil { text += " {\(marked)}".utf8 }
    for line in lines + [fence] {
      text.append(10)
      text += prefix + line
    }
    return text
  }
}
