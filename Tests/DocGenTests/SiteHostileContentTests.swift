import DocGen
import Model
import TestSupport
import Testing

/// Files that were written by mistake or in bad faith: nothing is lost without a word.
@Suite struct SiteHostileContentTests {
  /// A suggestion can be written as it stands: names of files hold what ends an address.
  @Test func suggestsAddressesThatWork() throws {
    let site = try TestSite([
      "en-us/a b#c 100%/p.md": "# P\n",
      "en-us/index.md": "# Home\n\n[x](A%20B%23C%20100%25/P.md) [y](a%20b%23c%20100%25/q.md)\n",
    ])
    #expect(site.article("en-us/index.html").contains("href=\"a%20b%23c%20100%25/p.html\">x</a>"))
    #expect(
      site.problems == [
        "en-us/index.md:3:5: warning: 'A%20B%23C%20100%25/P.md' differs in case from the file's name; write 'a%20b%23c%20100%25/p.md' [link.case]",
        "en-us/index.md:3:34: warning: no page or file 'a%20b%23c%20100%25/q.md'; did you mean 'a%20b%23c%20100%25/p.md'? [link.broken]",
      ])
  }

  /// Folders beside those of the languages, whose names look like tags.
  @Test func takesNoOtherFolderForALanguage() throws {
    var files = [
      "en-us/index.md": "# Home\n", "de/index.md": "# Start\n", "zh-hant-tw/index.md": "# 首頁\n",
      "qps-ploc/index.md": "# Ħome\n", "fil-ph/index.md": "# Bahay\n",
    ]
    for name in ["img", "hub", "api-v2", "faq-old", "dev-docs"] { files["\(name)/a.md"] = "# A\n" }
    let site = try TestSite(files)
    #expect(
      Set(site.summary.pages.keys.map(\.folder))
        == ["en-us", "de", "zh-hant-tw", "qps-ploc", "fil-ph"])
  }

  @Test func tellsWhichPageIsNotShown() throws {
    let site = try TestSite([
      "en-us/index.md": "# Home\n", "en-us/index.yml": "### YamlMime:Landing\ntitle: T\n",
      "en-us/data.md": "# D\n", "en-us/data.yml": "a: b\n",
    ])
    #expect(
      site.problems == [
        "en-us/index.yml: warning: this page isn't shown: 'index.md' beside it has its place; keep one of the two [content.shadowed]"
      ])
  }

  @Test func tellsWhichEntriesLeadNowhere() throws {
    let site = try TestSite([
      "en-us/index.md": "# Home\n", "en-us/data.csv": "a\n",
      "en-us/TOC.yml":
        "- name: Home\n  href: index.md\n- name: Bad\n  href: javascript:alert(1)\n- name: Data\n  href: data.csv\n",
    ])
    #expect(
      site.problems == [
        "en-us/TOC.yml:4:9: warning: addresses that begin with 'javascript:' are not published; use http, https, mailto or tel [link.scheme]",
        "en-us/TOC.yml:6:9: warning: 'data.csv' is no page, so the entry leads nowhere; name a page that links to it [toc.broken]",
      ])
    #expect(!site["en-us/index.html"].contains("javascript:"))
    // What leads nowhere and holds nothing isn't shown.
    #expect(!site["en-us/index.html"].contains("Bad"))
  }

  @Test func tellsWhichIdsAreGivenTwice() throws {
    let site = try TestSite([
      "en-us/a.md": "---\nuid: my.id\n---\n# A\n", "en-us/b.md": "---\nuid: my.id\n---\n# B\n",
      "en-us/index.md": "# Home\n\n<xref:my.id>\n",
    ])
    #expect(site.article("en-us/index.html").contains("<a href=\"a.html\">A</a>"))
    #expect(
      site.problems == [
        "en-us/b.md: warning: the id 'my.id' is also that of 'a.md', which references lead to; give each page an id of its own [uid.twice]"
      ])
  }

  /// A block of YAML begins on the line behind its mark, even if it has one line only; columns are
  /// those of the file, not of what it is made into.
  @Test func placesOfBlocksAreTheirLines() throws {
    let site = try TestSite([
      "en-us/index.md": "# Home\n",
      "en-us/faq.yml":
        "### YamlMime:FAQ\ntitle: F\nsections:\n- name: S\n  questions:\n  - question: Q\n    answer: |\n      A [x](missing.md)\n  - question: R\n    answer: A [y](lost.md)\n  - question: T\n    answer: >\n      A\n\n      [z](gone.md)\n",
    ])
    #expect(
      site.problems.map { $0.prefix { $0 != " " } } == [
        "en-us/faq.yml:8:13:", "en-us/faq.yml:10:19:", "en-us/faq.yml:15:11:",
      ],
      "\(site.problems)")
  }

  /// HTML may not hold them, and terminals act on them.
  @Test func replacesControlCharacters() throws {
    let site = try TestSite(["en-us/index.md": "# A\u{0}b\u{1}\n\nc\u{1B}[31m\u{7F}\td\u{C}e\n"])
    let page = site["en-us/index.html"]
    #expect(page.utf8.allSatisfy { $0 >= 32 && $0 != 127 || (9...13).contains($0) })
    #expect(
      page.contains("A\u{FFFD}b\u{FFFD}") && page.contains("c\u{FFFD}[31m\u{FFFD}"), "\(page)")
    #expect(
      site.problems == [
        "en-us/index.md:1:4: warning: this is a control character; it is shown as U+FFFD; take it out [content.control]"
      ])
  }

  /// What isn't to be translated is text, whatever it looks like.
  @Test func wordsThatStayAreNoMarkup() throws {
    let site = try TestSite([
      "en-us/index.md":
        "# Home\n\nIn :::no-loc text=\"*A* <b>x</b> [l](m) AT&amp;T a_b_\":::, and :::no-loc text=\"B\":::.\n"
    ])
    let article = site.article("en-us/index.html")
    #expect(
      article.contains("In *A* &lt;b&gt;x&lt;/b&gt; [l](m) AT&amp;T a_b_, and B."), "\(article)")
  }
}
