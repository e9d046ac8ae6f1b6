import DocGen
import TestSupport
import Testing

/// Text that tries to become markup, in every place where an author's words reach a page.
@Suite struct SiteHostileTextTests {
  static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>", "{{{content}}}", "{{#a}}", "<iframe srcdoc=x>",
    "<base href=//e.org>", "<style>*{color:red}</style>", "javascript:alert(1)",
    "</article></main><form action=//e.org>", "<meta http-equiv=refresh content=0>",
    "&lt;script&gt;",
  ]

  /// What a page may not have: elements that run or load, and handlers.
  private static func dangers(in page: String) -> [String] {
    let own = /<script src="[^"]*assets\/site\.[0-9a-f]{10}\.js"><\/script>/
    let data = /<script type="application\/ld\+json">[^<]*<\/script>/
    let page = page.replacing(own, with: "").replacing(data, with: "")
    return page.matches(
      of:
        /<(script|iframe|base|style|form|object|embed)\b|<[^>"']*(?:"[^"]*"|'[^']*'|[^>"'])*\son[a-z]+\s*=|href="javascript:|<meta[^>"]*http-equiv="?refresh/
    ).map { String($0.output.0.prefix(80)) }
  }

  @Test(arguments: attacks)
  func titlesDescriptionsAndNames(attack: String) throws {
    let quoted = attack.replacing("'", with: "''")
    let site = try TestSite([
      "en-us/index.md":
        "---\ntitle: '\(quoted)'\ndescription: '\(quoted)'\nms.date: '\(quoted)'\n---\ntext\n",
      "en-us/toc.yml":
        "- name: '\(quoted)'\n  href: index.md\n- name: '\(quoted)'\n  items:\n  - name: '\(quoted)'\n    href: '\(quoted)'\n",
      "fr-fr/index.md":
        "---\ntitle: '\(quoted)'\nms.lasthandoff: '\(quoted)'\nms.sourcegitcommit: '\(quoted)'\nms.translationtype: '\(quoted)'\n---\ntext\n",
    ])
    for path in ["en-us/index.html", "fr-fr/index.html", "index.html", "404.html"] {
      #expect(Self.dangers(in: site[path]) == [], "\(path)")
      #expect(!site[path].isEmpty)
    }
    let title = attack.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    #expect(site["en-us/index.html"].contains("<title>\(title.asHTMLText)"))
  }

  @Test(arguments: attacks)
  func rawMarkupInAPage(attack: String) throws {
    let site = try TestSite([
      "en-us/a.md": "# \(attack)\n\n\(attack)\n\n- \(attack)\n\n| \(attack) |\n| --- |\n| x |\n"
    ])
    #expect(Self.dangers(in: site["en-us/a.html"]) == [])
    #expect(site["en-us/a.html"].hasSuffix("</html>\n"))
    #expect(site["en-us/a.html"].matches(of: /<main/).count == 1)
    #expect(site["en-us/a.html"].matches(of: /<\/main>/).count == 1)
  }

  @Test func theCheckFindsWhatIsNotEscaped() {
    for attack in Self.attacks where attack.hasPrefix("<") || attack.hasPrefix("\"") {
      #expect(!Self.dangers(in: "<a title=\"\(attack)\">\(attack)</a>").isEmpty, "\(attack)")
    }
  }

  @Test func everyPageHasAPolicyBeforeAnythingElse() throws {
    let site = try TestSite(["en-us/a.md": "# A\n"])
    for path in site.files where path.hasSuffix(".html") {
      let page = site[path]
      let policy = try #require(page.firstRange(of: "Content-Security-Policy")).lowerBound
      #expect(policy < (try #require(page.firstRange(of: "<script"))).lowerBound)
      #expect(policy < (try #require(page.firstRange(of: "<link"))).lowerBound)
      #expect(!page.contains(" style=\""))
      #expect(page.matches(of: /(?:src|href)="(?:https?:)?\/\/[^"]*"/).isEmpty, "\(path)")
    }
  }
}

extension String {
  /// The text as it stands in an element or a quoted attribute.
  fileprivate var asHTMLText: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
