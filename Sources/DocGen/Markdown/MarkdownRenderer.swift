import CommonMark
public import Localization
import Model

/// Renders the body of a page.
///
/// The mark-up it writes beyond plain HTML elements, for those who style it:
///
/// - a bilingual unit: `<span class="unit" id="u103"><span class="unit-target">translation</span>
///   <span class="unit-source" lang="en-US" dir="ltr" hidden>source</span></span>`, in running
///   text, headings, links and cells alike. Style sheets show sources by overriding `[hidden]`;
/// - such a unit whose source changed since: the class `unit-drifted`, and at the end of its source
///   `<span class="unit-drift"><span class="unit-drift-label">...</span> ... <del>...</del>
///   <ins>...</ins></span>`;
/// - an alert: `<div class="alert alert-note" role="note"><p class="alert-title">Note</p>...</div>`;
/// - a table: `<div class="table" tabindex="0"><table>...</table></div>`, cells with the classes
///   `align-left`, `align-center`, `align-right`;
/// - code: `<pre tabindex="0"><code class="language-x">`;
/// - a `[!div class="x"]`: `<div class="x">`;
/// - tabs: `<div class="tabs"><section class="tab" data-tab="id" data-condition="id">
///   <p class="tab-title">...</p>...</section>...</div>`;
/// - rows: `<div class="row"><div class="column column-2">...</div></div>`;
/// - a part for some readers: `<div class="zone"><p class="zone-title">...</p>...</div>`;
/// - an image: `<img>`, in `<a class="lightbox">` where there is a large one, with the class `icon`
///   where it is decoration, and in `<figure class="image-complex">` with a `<details>` of its
///   description;
/// - footnotes: `<section class="footnotes" role="doc-endnotes">`;
/// - an image that isn't there: `<span class="missing-image">`.
public enum MarkdownRenderer {
  /// Renders a body without front matter.
  ///
  /// A body that is refused for its size or nesting is shown as plain text, so that a page is never
  /// lost.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - options: What rendering depends on besides.
  ///   - units: The units of the body, where somebody found them already.
  /// - Returns: The page.
  /// - Complexity: Linear in the bytes.
  public static func render(
    _ body: [UInt8], _ options: MarkdownOptions, units: UnitScan? = nil
  ) -> RenderedPage {
    let prepared = BodyPreparation.prepare(body, units ?? Units.scan(body: body), options)
    var renderer = PageRenderer(options, prepared)
    let outcome = withMarkdown(prepared.body, limits: options.limits) { renderer.render($0) }
    var page: RenderedPage
    switch outcome {
    case .success: page = renderer.finish()
    case .failure(let refusal): page = plain(prepared.body, refusal, options)
    }
    page.diagnostics = (prepared.diagnostics + page.diagnostics).sorted()
    return page
  }

  /// The page as text, for a body that can't be parsed.
  private static func plain(
    _ body: [UInt8], _ refusal: MarkdownRefusal, _ options: MarkdownOptions
  ) -> RenderedPage {
    var html = HTMLBytes(capacity: body.count)
    html.raw("<pre class=\"unrendered\" tabindex=\"0\">\n")
    html.text(Units.plainTarget(of: body))
    html.raw("</pre>\n")
    var page = RenderedPage()
    page.html = html.bytes
    page.diagnostics = [
      Diagnostic(
        .error, "markdown.refused", at: SourceLocation(path: options.path),
        "\(refusal); it is shown as plain text")
    ]
    return page
  }
}
