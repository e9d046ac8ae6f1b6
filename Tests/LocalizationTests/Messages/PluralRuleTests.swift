import Testing

@testable import Localization

@Suite struct PluralRuleTests {
  /// Headers as gettext's manual and CLDR give them, and the form of some counts.
  @Test(arguments: [
    ("nplurals=2; plural=(n != 1);", [0: 1, 1: 0, 2: 1, 11: 1, 101: 1, -1: 0]),
    ("nplurals=2; plural=(n > 1);", [0: 0, 1: 0, 2: 1, 1_000_000: 1]),
    (
      "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
      [0: 0, 1: 0, 2: 2, 1_000_000: 1]
    ),
    (
      "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
      [0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3, 111: 4, 6006: 3]
    ),
    (
      "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
      [1: 0, 11: 2, 21: 0, 22: 1, 12: 2, 5: 2]
    ),
    ("nplurals=1; plural=0;", [0: 0, 1: 0, 5: 0]), ("nplurals=2;plural=n==1?0:1", [1: 0, 2: 1]),
    ("nplurals=2; plural=!(n == 1);", [1: 0, 2: 1]), ("nplurals=2; plural=9;", [1: 1]),
    ("nplurals=3; plural=n / 0 + n % 0;", [7: 0]),
    ("nplurals=3; plural=n - 2 * 3 + 5;", [1: 0, 2: 1]),
  ])
  func choosesForms(header: String, forms: [Int: Int]) throws {
    let rule = try #require(PluralRule(header: header))
    for (count, form) in forms { #expect(rule.form(for: count) == form, "\(count)") }
  }

  @Test(arguments: [
    "", "nplurals=2;", "plural=0;", "nplurals=0; plural=0;", "nplurals=11; plural=0;",
    "nplurals=2; plural=;", "nplurals=2; plural=n +;", "nplurals=2; plural=(n;",
    "nplurals=2; plural=n);",
    "nplurals=2; plural=m;", "nplurals=2; plural=n ? 1;", "nplurals=2; plural=system(1);",
    "nplurals=2; plural=99999999999999999999;", "nplurals=x; plural=n;",
    "nplurals=2; plural=n = 1;",
  ])
  func refusesWhatItCannotRead(header: String) { #expect(PluralRule(header: header) == nil) }

  @Test(arguments: ["(", "!", "1?", "0?0:", "n+", "1-"])
  func hostileExpressionsEnd(part: String) {
    for count in [60, 300, 100_000] {
      let text = String(repeating: part, count: count) + "1"
      let rule = PluralRule(header: "nplurals=2; plural=\(text);")
      #expect((0...1).contains(rule?.form(for: 5) ?? 0))
      if count > 1000 { #expect(rule == nil) }
    }
  }

  @Test func theLargestCountsCount() throws {
    let rule = try #require(PluralRule(header: "nplurals=2; plural=n*n+n;"))
    #expect([Int.max, Int.min].allSatisfy { (0...1).contains(rule.form(for: $0)) })
  }
}
