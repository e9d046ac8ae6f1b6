import Model
import Testing

/// Small values of the model.
@Suite struct ValueTests {
  @Test func truthIsThreeValued() {
    let all = Truth.allCases
    for left in all {
      #expect(!(!left) == left)
      #expect((left && .true) == left)
      #expect((left || .false) == left)
      #expect((left && .false) == .false)
      #expect((left || .true) == .true)
      #expect((left && left) == left && (left || left) == left)
      for right in all {
        #expect((left && right) == (right && left))
        #expect((left || right) == (right || left))
        #expect(!(left && right) == (!left || !right))
      }
    }
    #expect((Truth.missing && .true) == .missing)
    #expect((Truth.missing || .false) == .missing)
    #expect(!Truth.missing == .missing)
    #expect(Truth(true) == .true && Truth(false) == .false)
  }

  @Test func totalsRollUpToTheWorst() {
    var totals = OutcomeTotals()
    #expect(totals.rollUp == .notApplicable)
    for (outcome, expected) in [
      (Outcome.notApplicable, Outcome.notApplicable), (.pass, .pass), (.accepted, .accepted),
      (.unknown, .unknown), (.fail, .fail),
    ] {
      totals[outcome] += 2
      #expect(totals.rollUp == expected)
    }
    #expect(totals.population == 10)
    #expect((totals + totals)[.fail] == 4)
  }

  @Test(arguments: [
    ("fr-fr", "fr-fr", "fr-FR", false), ("EN_us", "en-us", "en-US", false),
    ("ar-SA", "ar-sa", "ar-SA", true), ("kk", "kk", "kk", false),
    ("zh-hant-tw", "zh-hant-tw", "zh-Hant-TW", false),
    ("uz-arab-af", "uz-arab-af", "uz-Arab-AF", true),
    ("ar-latn-eg", "ar-latn-eg", "ar-Latn-EG", false), ("fil-ph", "fil-ph", "fil-PH", false),
  ])
  func readsLocaleTags(text: String, folder: String, tag: String, isRightToLeft: Bool) throws {
    let locale = try #require(LocaleTag(text))
    #expect(locale.folder == folder && locale.tag == tag)
    #expect(locale.isRightToLeft == isRightToLeft)
    #expect(locale.direction == (isRightToLeft ? "rtl" : "ltr"))
    #expect(folder.hasPrefix(locale.language) && !locale.language.contains("-"))
  }

  @Test(arguments: ["", "f", "fr fr", "../fr", "fr/fr", "français", "123", "a-b-c-d-e", "en-"])
  func refusesOtherTags(text: String) { #expect(LocaleTag(text) == nil) }

  @Test func diagnosticsComeInTheOrderOfTheirPlaces() {
    func problem(_ path: String, _ line: Int, _ column: Int, _ code: String = "c") -> Diagnostic {
      Diagnostic(.error, code, at: SourceLocation(path: path, line: line, column: column), "m")
    }
    let ordered = [
      problem("B", 1, 1), problem("a", 0, 0), problem("a", 2, 0), problem("a", 2, 5, "a"),
      problem("a", 2, 5, "b"), problem("a", 10, 1), problem("é", 1, 1),
    ]
    #expect(ordered.reversed().sorted() == ordered)
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test func diagnosticsReadAsCompilersWriteThem() {
    let place = SourceLocation(path: "a.json", line: 3, column: 7)
    #expect(
      Diagnostic(.warning, "x.y", at: place, "wrong", suggestion: "do that").description
        == "a.json:3:7: warning: wrong; do that [x.y]")
    #expect(
      Diagnostic(.error, "x.y", at: SourceLocation(path: "a.json"), "wrong").description
        == "a.json: error: wrong [x.y]")
    #expect(SourceLocation(path: "a", line: 4).description == "a:4")
    #expect(Diagnostic.Severity.note < .warning && .warning < Diagnostic.Severity.error)
  }

  @Test func fieldsKeepTheirState() {
    let fields: [Field<Int>] = [.absent, .null, .value(3), .unreadable(Identifier(index: 9))]
    #expect(fields.map(\.known) == [nil, nil, 3, nil])
    #expect(fields.map(\.isAbsent) == [true, false, false, false])
    #expect(fields.map(\.isNull) == [false, true, false, false])
    #expect(fields.map(\.isUnreadable) == [false, false, false, true])
    #expect(
      fields.map { $0.map { "\($0)" } } == [
        .absent, .null, .value("3"), .unreadable(Identifier(index: 9)),
      ])
  }
}
