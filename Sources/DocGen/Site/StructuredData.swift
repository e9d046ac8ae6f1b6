import Localization
import Model

extension PageValues {
  /// What a page says of itself to programs, in the words of schema.org; empty for a page that
  /// shows another's text.
  ///
  /// Data in a page is no script, so the policy doesn't have to allow it; `<` is escaped in it.
  func structuredData() -> [UInt8] {
    guard state.isOwnLanguage else { return [] }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("@context", "https://schema.org")
      writer.member("@type", "TechArticle")
      writer.member("headline", page.displayTitle)
      if let description = page.description { writer.member("description", description) }
      writer.member("inLanguage", locale.tag)
      let own = site.absoluteAddress(of: site.tree.routes.page(path, in: locale))
      if let own { writer.member("url", own) }
      if let date = page.date.flatMap(CivilDate.init(frontMatter:)) {
        writer.member("dateModified", date.description)
      }
      let others = site.locales.filter {
        $0 != locale && site.tree.state(of: path, in: $0).isOwnLanguage
      }
      if locale != site.tree.source {
        if others.contains(site.tree.source) {
          writer.objectMember("translationOfWork") { work(site.tree.source, &$0) }
        }
      } else if !others.isEmpty {
        writer.arrayMember("workTranslation", of: others) { json, other in work(other, &json) }
      }
    }
    return Array("<script type=\"application/ld+json\">".utf8) + writer.bytes
      + Array("</script>\n".utf8)
  }

  /// The same page in another language.
  private func work(_ other: LocaleTag, _ writer: inout JSONWriter) {
    writer.member("@type", "TechArticle")
    let title = site.tree.page(at: path, in: other)?.displayTitle
    writer.member("headline", title ?? page.displayTitle)
    writer.member("inLanguage", other.tag)
    if let url = site.absoluteAddress(of: site.tree.routes.page(path, in: other)) {
      writer.member("url", url)
    }
  }
}
