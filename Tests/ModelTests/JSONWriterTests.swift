import Foundation
import Model
import Testing

private func written(_ text: String) -> String {
  var writer = JSONWriter()
  writer.string(text)
  return String(decoding: writer.bytes, as: UTF8.self)
}

@Test(arguments: [
  ("plain", "\"plain\""), ("a\"b\\c", #""a\"b\\c""#),
  ("\n\r\t\u{1}\u{7F}", #""\n\r\t\u0001\u007f""#),
  ("</script>&", #""\u003c/script\u003e\u0026""#), ("\u{2028}x\u{2029}", #""\u2028x\u2029""#),
  ("é👩‍👩‍👧ق", "\"é👩‍👩‍👧ق\""), ("€", "\"€\""),
])
func escapesText(text: String, json: String) { #expect(written(text) == json) }

@Test func everyTextComesBack() throws {
  for seed in 0..<400 {
    let scalars = (0..<12).compactMap {
      Unicode.Scalar(UInt32((seed * 7919 + $0 * 104_729) % 0x11_0000))
    }
    let text = String(String.UnicodeScalarView(scalars))
    let data = Data(("[" + written(text) + "]").utf8)
    #expect(try JSONSerialization.jsonObject(with: data) as? [String] == [text])
  }
}

@Test(arguments: [
  (0, #"{"a":1,"b":[],"c":{"d":null,"e":["x","y"]},"f":0.5,"g":true}"#),
  (
    2,
    """
    {
      "a": 1,
      "b": [],
      "c": {
        "d": null,
        "e": [
          "x",
          "y"
        ]
      },
      "f": 0.5,
      "g": true
    }
    """
  ),
])
func nestsAndIndents(indentation: Int, json: String) {
  var writer = JSONWriter(indentation: indentation)
  writer.object { root in
    root.member("a", 1)
    root.member("b", [])
    root.objectMember("c") { nested in
      nested.member("d", nil as String?)
      nested.member("e", ["x", "y"])
    }
    root.member("f", number: 0.5)
    root.member("g", true)
  }
  #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
}

@Test func refusesNumbersThatJSONCannotHold() {
  var writer = JSONWriter()
  writer.number(.nan)
  #expect(writer.take() == Array("null".utf8))
}
