import Foundation
import Testing

@testable import Localization

@Suite struct StrongDirectionTests {
  /// The table against the classes that ICU knows, for every character it has assigned.
  @Test func agreesWithICU() throws {
    let rightToLeft = try NSRegularExpression(pattern: "[[:Bidi_Class=R:][:Bidi_Class=AL:]]")
    let leftToRight = try NSRegularExpression(
      pattern: "[[:Bidi_Class=L:]&&[[:L:][:Mc:]]&&[^[:Lm:]]]")
    let assigned = try NSRegularExpression(pattern: "[^[:Cn:][:Cs:]]")
    var different: [String] = []
    var count = 0
    for value in (UInt32(0)...0x1FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      func matches(_ expression: NSRegularExpression) -> Bool {
        expression.numberOfMatches(in: text, range: NSRange(location: 0, length: text.utf16.count))
          == 1
      }
      guard matches(assigned) else { continue }
      let expected: StrongDirection? =
        matches(rightToLeft) ? .rightToLeft : matches(leftToRight) ? .leftToRight : nil
      if expected != nil { count += 1 }
      if StrongDirection(scalar) != expected { different.append(String(value, radix: 16)) }
    }
    #expect(different == [])
    #expect(count > 50_000)
  }

  @Test(arguments: [
    ("Ads", false), ("×², ٣", false), ("إعلانات", true), ("\u{FED4}", true), ("\u{FB4F}", true),
    ("\u{1E900}", true), ("a\u{200F}", true), ("a\u{202E}", true), ("a\u{2067}", true),
  ])
  func textsThatTurnTheDirection(_ text: String, _ expected: Bool) {
    #expect(text.hasRightToLeftLetters == expected)
  }
}
