import Localization
import Model
import Testing

private func read(_ text: String) -> (CheckSettings, [String]) {
  var diagnostics: [Diagnostic] = []
  let settings = CheckSettings(Array(text.utf8), path: "l.yaml", diagnostics: &diagnostics)
  return (settings, diagnostics.map(\.description))
}

@Suite struct CheckSettingsTests {
  @Test func switchesChecksOffAndLouder() {
    let (off, problems) = read("checks:\n  number: off\n  link: {fr-fr: off, kk-kz: note}\n")
    #expect(problems == [])
    #expect(findings("1", "2", settings: off) == [])
    #expect(findings("a", "[b](c)", settings: off) == [])
    #expect(findings("a", "[b](c)", locale: "kk-kz", settings: off) != [])
  }

  @Test func switchesAllChecksOffButOne() {
    let (settings, problems) = read("checks:\n  link: on\n  all: off\n")
    #expect(problems == [])
    #expect(findings("1", "2", settings: settings) == [])
    #expect(findings("a", "[b](c)", settings: settings) == ["check.link.missing"])
    #expect(read("checks: {all: [off]}\n").1.count == 1)
  }

  @Test func forbidsTerms() {
    let (settings, _) = read("terms:\n- {locale: fr-fr, term: email, use: courriel}\n")
    #expect(findings("Un Email", "A mail", settings: settings) == ["check.forbidden-term.use"])
    #expect(findings("Des emails", "A mail", settings: settings) == [])
    #expect(findings("Email", "Mail", locale: "nl-nl", settings: settings) == [])
  }

  @Test func suppressesWithAReason() {
    let (settings, problems) = read(
      "suppressions:\n- {check: number, page: a.md, unit: 103, locale: fr-fr, reason: law}\n"
        + "- {check: code, reason: never needed}\n")
    #expect(problems == [])
    let page = translatedPage(unit(103, "1", "2"))
    let report = TranslationChecker(settings: settings, width: 1).check(pageCount: 1) { _ in [page]
    }
    #expect(report.findings.isEmpty)
    #expect(report.suppressed.map(\.reason) == ["law"])
    #expect(
      report.diagnostics.map(\.description) == [
        "l.yaml:3:3: warning: no finding needs this suppression; remove it [check-settings.unused]"
      ])
  }

  @Test(arguments: [
    (
      "suppressions:\n- {check: numbr, reason: x}\n",
      "l.yaml:2:11: error: there is no check 'numbr'; did you mean 'number'? [check-settings.check]"
    ),
    (
      "checks: {al: on}\n",
      "l.yaml:1:10: error: there is no check 'al'; did you mean 'all'? [check-settings.check]"
    ),
    (
      "checks: [length]\n",
      "l.yaml:1:9: error: 'checks' needs checks; write {length: off} [check-settings.shape]"
    ),
    // Without its language it would cover the finding in all of them.
    (
      "suppressions:\n- {check: number, locle: fr-fr, reason: x}\n",
      "l.yaml:2:19: error: there is no field 'locle'; did you mean 'locale'? [check-settings.field]"
    ),
    (
      "terms:\n- {term: mail, usee: courriel}\n",
      "l.yaml:2:16: error: there is no field 'usee'; did you mean 'use'? [check-settings.field]"
    ),
    (
      "suppressions:\n- {check: number}\n",
      "l.yaml:2:3: error: this suppression has no reason; say why the finding is right as it is [check-settings.reason]"
    ),
    (
      "checks: {link: loud}\n",
      "l.yaml:1:16: error: there is no severity 'loud'; known are error, warning, note, on, off [check-settings.severity]"
    ),
    (
      "check: {}\n",
      "l.yaml:1:1: error: there is no setting 'check'; did you mean 'checks'? [check-settings.setting]"
    ),
    (
      "checks: {link: {français: off}}\n",
      "l.yaml:1:17: error: 'français' is not a locale; write fr-fr [check-settings.locale]"
    ),
    (
      "terms: [x]\n",
      "l.yaml:1:9: error: a term needs 'term'; write {locale: fr-fr, term: mail} [check-settings.shape]"
    ),
  ])
  func saysWhatIsWrong(text: String, problem: String) { #expect(read(text).1 == [problem]) }
}
