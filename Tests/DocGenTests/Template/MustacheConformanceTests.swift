import DocGen
import Foundation
import TestSupport
import Testing

/// The public conformance suite, where it lies beside the project; our own cases cover the same
/// ground.
@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct MustacheConformanceTests {
  @Test(arguments: [
    ("comments", 12), ("delimiters", 14), ("dynamic-names", 21), ("inheritance", 27),
    ("interpolation", 41), ("inverted", 22), ("partials", 12), ("sections", 34),
  ])
  func everyCasePasses(file: String, count: Int) throws {
    let path = SharedMaterial.folder.appending(path: "conformance/mustache/\(file).json")
    let suite = try #require(
      try JSONSerialization.jsonObject(with: try Data(contentsOf: path)) as? [String: Any])
    let cases = try #require(suite["tests"] as? [[String: Any]])
    #expect(cases.count >= count)
    for item in cases {
      let name = item["name"] as? String ?? ""
      var sources = item["partials"] as? [String: String] ?? [:]
      sources["the template"] = try #require(item["template"] as? String)
      let options = TemplateOptions(allowsRawText: true, reportsMissing: false)
      let output = try TemplateSet(sources: sources, allowsUnknownPartials: true).render(
        "the template", with: [value(item["data"] as Any)], options: options)
      #expect(
        String(decoding: output.bytes, as: UTF8.self) == item["expected"] as? String,
        "\(file): \(name)")
    }
  }

  /// JSON as template values; a fraction is text, as a localized number would be.
  func value(_ json: Any) -> TemplateValue {
    switch json {
    case let text as String: .text(text)
    case let number as NSNumber where CFBooleanTest.isBoolean(number): .boolean(number.boolValue)
    case let number as NSNumber:
      number.doubleValue == number.doubleValue.rounded()
        ? .integer(number.intValue) : .text("\(number.doubleValue)")
    case let list as [Any]: .list(list.map(value))
    case let object as [String: Any]: .object(TemplateObject(object.mapValues(value)))
    default: .null
    }
  }

  enum CFBooleanTest {
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
  }
}
