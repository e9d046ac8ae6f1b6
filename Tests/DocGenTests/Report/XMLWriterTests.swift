import Foundation
import FoundationXML
import Testing

@testable import DocGen

@Suite struct XMLWriterTests {
  @Test func nestsAndEscapes() {
    var xml = XMLWriter()
    xml.element("a", ["b": "<\"&'\n\t"]) { xml in
      xml.element("c", [:])
      xml.element("d", ["e": "1"], text: "x < y ]]> \"z\"\r\n")
    }
    #expect(
      String(decoding: xml.take(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="&lt;&quot;&amp;'&#10;&#9;">
          <c/>
          <d e="1">x &lt; y ]]&gt; "z"&#13;
        </d>
        </a>

        """)
  }

  @Test func everyCharacterComesBack() throws {
    let seen =
      Array(0...0x2FF) + [0x2028, 0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF]
    let scalars = seen.compactMap { Unicode.Scalar(UInt32($0)) }
    let text = String(String.UnicodeScalarView(scalars))
    let expected = String(
      String.UnicodeScalarView(
        scalars.map { $0.value < 32 && ![9, 10, 13].contains($0.value) ? "\u{FFFD}" : $0 }
          .map { $0.value == 0xFFFE || $0.value == 0xFFFF ? "\u{FFFD}" : $0 }))
    var xml = XMLWriter()
    xml.element("a", ["b": text], text: text)
    let root = try #require(try XMLDocument(data: Data(xml.take())).rootElement())
    #expect(root.attribute(forName: "b")?.stringValue == expected)
    #expect(root.stringValue == expected)
  }
}
