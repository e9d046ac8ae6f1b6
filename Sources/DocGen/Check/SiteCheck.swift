import Concurrency
import FileSystem
public import Model

/// Looks for what is wrong with content: links, anchors, images, included files, tables of contents,
/// redirections, front matter, markup.
///
/// Pages are rendered as for publication, but nothing is written, and no template is asked.
public struct SiteCheck: Sendable {
  private let request: SiteRequest

  /// Prepares a check; nothing is read yet.
  public init(_ request: SiteRequest) { self.request = request }

  /// Reads the content and looks at every page on all processors.
  ///
  /// - Parameter content: Content that was read already; otherwise it is read here.
  /// - Returns: What is wrong, in the order of files and lines.
  /// - Throws: What keeps content from being read: unreadable folders, no page at all.
  public func run(content: ContentTree? = nil) throws(SiteFailure) -> [Diagnostic] {
    let tree = if let content { content } else { try read() }
    var diagnostics = tree.diagnostics
    let rendering = PageRendering(tree, absoluteLinkBase: request.absoluteLinkBase)
    // Keywords that were translated are told by the titles that the site would show.
    let (words, problems) = try SiteContext.words(of: tree.locales, for: request)
    diagnostics += problems
    let wanted = request.locales.map(Set.init)
    for locale in tree.locales where wanted?.contains(locale) ?? true {
      diagnostics += tree.placeProblems(in: locale)
      let navigation = LocaleNavigation(locale, in: tree)
      diagnostics += navigation.diagnostics
      let reports = try tree.paths(in: locale).concurrentMap(
        width: request.width ?? availableProcessorCount()
      ) { path throws(SiteFailure) -> PageReport? in
        guard let page = tree.page(at: path, in: locale), let words = words[page.locale]
        else {
          return nil
        }
        do throws(FileError) {
          return try rendering.render(
            page, at: path, in: locale, words: words.markdownWords, training: words.yamlPageWords
          ).report
        } catch {
          throw SiteFailure([error.diagnostic])
        }
      }
      let made = reports.compactMap(\.self)
      diagnostics += made.flatMap(\.diagnostics)
      diagnostics += AnchorCheck.diagnostics(
        made, contents: navigation.anchors, in: locale, of: tree)
      diagnostics += tree.redirectionProblems(in: locale)
    }
    return Set(diagnostics).sorted()
  }

  private func read() throws(SiteFailure) -> ContentTree {
    do throws(ContentError) {
      return try ContentTree(
        layers: request.layers, source: request.source,
        publishesFallbacks: request.publishesFallbacks,
        width: request.width ?? availableProcessorCount())
    } catch {
      throw SiteFailure(error.problems)
    }
  }
}
