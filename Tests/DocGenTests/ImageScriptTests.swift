import TestSupport
import Testing

@testable import DocGen

/// Scripts in images that readers may open by themselves.
@Suite struct ImageScriptTests {
  @Test(arguments: [
    ("<svg><script>a</script></svg>", 5), ("<svg><svg:script href=\"x\"/></svg>", 5),
    ("<svg\n onload = 'a()'/>", 6), ("<svg><a href=\"javascript:a()\"/></svg>", 14),
    ("<svg><a title=\"x > y\" onload=\"a\"/></svg>", 22),
    ("<svg><g\tonclick=\"a\"/><script/></svg>", 8),
  ])
  func areFound(image: String, place: Int) {
    #expect(ImageScript.position(in: Array(image.utf8)) == place)
  }

  @Test(arguments: [
    "<svg/>", "<svg><title>Click on = \"yes\"</title></svg>", "", "on",
    "<svg><desc>A script, description:script</desc></svg>",
    "<svg><g id=\"onload\" font=\"a\"/></svg>",
    "<svg><text>Mode: online=\"true\"</text></svg>",
    "<svg><desc>It's only =\"y\" javascript: here</desc></svg>",
    "<svg><g data-on=\"a\"/><text>JavaScript: a manuscript</text></svg>",
  ])
  func areNotSeenElsewhere(image: String) {
    #expect(ImageScript.position(in: Array(image.utf8)) == nil)
  }

  @Test func areReportedAtTheirPlaceAndCopied() throws {
    let image = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <script>a()</script>\n</svg>"
    let site = try TestSite([
      "en-us/a.md": "# A\n\n![Plum](b.SVG) ![Fig](c.svg)\n", "en-us/b.SVG": image,
      "en-us/c.svg": "<svg/>", "fr-fr/a.md": "# A\n",
    ])
    #expect(
      site.problems.filter { $0.contains("image.") } == [
        "en-us/b.SVG:2:3: warning: a script is in this image, which browsers run that open it by "
          + "itself; remove it from the image [image.script]"
      ])
    #expect(site["en-us/b.SVG"] == image)
  }
}
