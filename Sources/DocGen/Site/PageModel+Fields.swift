extension PageModel {
  private static let link = [
    Field("href", .text, "The address, relative to the page."),
    Field("name", .text, "What it is called."),
  ]

  /// Everything that `site/page` and its parts may name, in the order of its use.
  public static let fields: [Field] =
    shared + [
      Field("page", .object(page), "The page itself."),
      Field("content", .markup, "The article; it begins with the heading of the first level."),
      Field("hasHeadings", .flag, "Whether contents of the page are worthwhile."),
      Field("headings", .markup, "The contents of the page as list items with links."),
      Field("hasNavigation", .flag, "Whether the set's contents are shown beside the page."),
      Field("navigation", .markup, "The set's contents as nested lists, the page marked."),
      Field("hasCrumbs", .flag, "Whether there is a way from the first page to this one."),
      Field(
        "crumbs",
        .list(
          link + [
            Field("isInterface", .flag, "Whether the name is a word of the interface."),
            Field("tag", .text, "The language of the name, where it isn't the reader's."),
            Field("direction", .text, "The direction of that language."),
          ]),
        "The way to this page: from the top of its server where `breadcrumb/toc.yml` gives it, else "
          + "from the first page of the locale."),
      Field("hasLanguages", .flag, "Whether there is more than one language."),
      Field("languages", .list(languages), "The language menu."),
      Field("hasSections", .flag, "Whether there are other parts, such as the report."),
      Field(
        "sections", .list(link + [Field("isCurrent", .flag, "Whether the page belongs to it.")]),
        "Other parts of the publication."),
      Field("standing", .object(standing), "How the translation stands against its original."),
      Field("hasNotices", .flag, "Whether something must be said of the translation."),
      Field("notices", .list(notices), "What must be said of the translation."),
      Field("hasProvenance", .flag, "Whether the page says where it comes from."),
      Field("provenance", .list(provenance), "Who translated the page, from which version."),
      Field("hasPager", .flag, "Whether there is a page before or after this one."),
      Field("previous", .object(link), "The page before this one in the contents."),
      Field("next", .object(link), "The page after this one in the contents."),
      Field("search", .object(search), "Where the script finds the search of the locale."),
      Field("structuredData", .markup, "The page described in the vocabulary of schema.org."),
      Field("reading", .object(reading), "The source language, where the page is bilingual."),
    ]

  /// What every page of a site is told, whatever its template.
  private static let shared = [
    Field("root", .text, "How the page reaches the top of the output: empty, or `../` repeated."),
    Field("policy", .text, "The content security policy."),
    Field("assets", .object(assets), "The paths of style sheets and scripts below the top."),
    Field("site", .object([Field("title", .text, "The site's name.")]), "The site."),
    Field("text", .words, "Words of the interface: `text.pager.next` is `site.pager.next`."),
    Field(
      "interface", .markup,
      "The attributes `lang` and `dir` of words of the interface where they aren't in the page's "
        + "language; otherwise nothing."),
  ]

  private static let assets = [
    Field("style", .text, "The site's style sheet."),
    Field("script", .text, "The site's script."),
    Field("searchScript", .text, "The script of the search."),
    Field("reportStyle", .text, "The report's style sheet."),
    Field("reportScript", .text, "The report's script."),
    Field("icon", .text, "The icon."),
  ]

  private static let page = [
    Field("tag", .text, "The reader's language, such as `fr-FR`."),
    Field("direction", .text, "The direction of that language: `ltr` or `rtl`."),
    Field("language", .text, "That language's own name."),
    Field("contentTag", .text, "The language of the article: the source's on a fallback page."),
    Field("contentDirection", .text, "The direction of the article."),
    Field("title", .text, "The title."),
    Field("windowTitle", .text, "The title with the site's name or the docset's `titleSuffix`."),
    Field("description", .text, "The description of the front matter or of `docfx.json`."),
    Field("home", .text, "The address of the locale's first page."),
    Field("markdown", .text, "The address of the page as Markdown."),
    Field(
      "status", .text, "The address of the status of translations; absent where there is none."),
    Field("isHidden", .flag, "Whether search engines are to leave the page out."),
    Field("canonical", .text, "The address that search engines are to take."),
    Field(
      "alternates",
      .list([
        Field("hreflang", .text, "A language, or `x-default`."),
        Field("href", .text, "The page in it."),
      ]), "The page in each language that really has it."),
  ]

  private static let languages =
    link + [
      Field("tag", .text, "The language, such as `fr-FR`."),
      Field("direction", .text, "Its direction."),
      Field("isCurrent", .flag, "Whether it is the page's."),
      Field("isFallback", .flag, "Whether the page isn't translated into it."),
      Field("keepsPlace", .flag, "Whether the link leads to the same page."),
    ]

  private static let notices = [
    Field("kind", .text, "`fallback`, `stale`, `ahead`, `machine` or `orphan`."),
    Field("title", .text, "What it is, in a few words."),
    Field("body", .text, "What it means for the reader."),
    Field("href", .text, "The source page, where that helps."),
    Field("link", .text, "The words of the link."),
    Field("tag", .text, "The language of the source page."),
  ]

  private static let standing = [
    Field(
      "kind", .text, "`current`, `changed`, `markup`, `unclear`, `ahead`, `gone` or `unknown`."),
    Field("title", .text, "What it is, in a few words."),
    Field("isMachine", .flag, "Whether a machine made the translation."),
    Field("behind", .text, "How many changes and days it is behind."),
    Field("hasUnits", .flag, "Whether sentences changed."),
    Field(
      "units", .list([Field("number", .text, "The unit's number: its anchor is `#u` and this.")]),
      "The first sentences that changed."),
    Field("isCut", .flag, "Whether there are more of them."),
  ]

  private static let provenance = [
    Field("name", .text, "What is said."), Field("value", .text, "The value in words."),
    Field("code", .text, "The value as others have it, such as a commit."),
    Field("isDate", .flag, "Whether the value is a date in the reader's language."),
  ]

  private static let search = [
    Field("entry", .text, "The script that search begins with."),
    Field("files", .text, "The folder of the index."),
    Field("pages", .text, "The folder that results are relative to."),
    Field(
      "also",
      .object([
        Field("entry", .text, "The script that it begins with."),
        Field("files", .text, "The folder of its index."),
        Field("pages", .text, "The folder that its results are relative to."),
      ]), "Another index that is searched too: on pages of a report, that of the documentation."),
  ]

  private static let reading = [
    Field("tag", .text, "The source language."), Field("direction", .text, "Its direction."),
    Field("name", .text, "Its own name."),
  ]
}
