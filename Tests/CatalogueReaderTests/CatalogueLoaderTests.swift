import CatalogueReader
import Model
import TestSupport
import Testing

@Suite struct CatalogueLoaderTests {
  private static let sound = """
    title: One
    category: storage
    party: thirdParty
    document: one.md
    documentDate: 2026-01-02
    payload: segments
    identifiers:
      rule: all
      fields: [email]
    limits:
      - kind: none
      - from: 2021-05-05
        kind: limit
        maximum: 10
        scope: perExport
    maturity:
      - value: preview
    lifecycle:
      - value: active
    consentStep:
      - value: no

    """

  private func load(_ service: String, also: [String: String] = [:]) throws
    -> CatalogueLoader.Loaded
  {
    let folder = try TemporaryFolder()
    try folder.write("catalogue.yaml", "date: 2026-08-18\n")
    try folder.write("destinations/one.yaml", service)
    for (name, text) in also { try folder.write(name, text) }
    let loaded = CatalogueLoader.load([folder.path])
    return CatalogueLoader.Loaded(
      catalogue: loaded.catalogue,
      diagnostics: loaded.diagnostics.map { problem in
        var problem = problem
        problem.location.path = problem.location.path.replacing(folder.path + "/", with: "")
        return problem
      })
  }

  @Test func soundFilesAreRead() throws {
    let loaded = try load(Self.sound)
    #expect(loaded.diagnostics == [])
    let service = try #require(loaded.catalogue?.service(slug: "one"))
    #expect(service.family == .destination)
    #expect(service.limits.on("2021-05-04")?.value.kind == Service.LimitKind.none)
    #expect(service.limits.on("2021-05-05")?.value.maximum == 10)
    #expect(service.consentStep.last?.value == .no)
  }

  /// What is written instead of a sound line, and the problem.
  @Test(arguments: [
    (
      "payload: segments", "payload: segmnets",
      "destinations/one.yaml:6:10: error: 'segmnets' is no word for 'payload'; "
        + "did you mean 'segments'? [catalogue.unknown-word]"
    ),
    (
      "party: thirdParty", "party: nobody",
      "destinations/one.yaml:3:8: error: 'nobody' is no word for 'party'; "
        + "use one of thirdParty, microsoft, customerStorage, customerOrThirdParty "
        + "[catalogue.unknown-word]"
    ),
    (
      "category: storage", "categorie: storage",
      "destinations/one.yaml:1:1: error: 'category' is missing [catalogue.missing-key]\n"
        + "destinations/one.yaml:2:1: error: unknown key 'categorie'; did you mean 'category'? "
        + "[catalogue.unknown-key]"
    ),
    (
      "from: 2021-05-05", "from: 2021-02-30",
      "destinations/one.yaml:12:11: error: '2021-02-30' is no day of the form 2026-08-18 "
        + "[catalogue.bad-date]\n"
        + "destinations/one.yaml:12:5: error: 'from' is missing; only the first row may lack it "
        + "[catalogue.missing-key]"
    ),
    (
      "maximum: 10", "maximum: -10",
      "destinations/one.yaml:14:14: error: 'maximum' must be a whole number above 0 "
        + "[catalogue.bad-number]\n"
        + "destinations/one.yaml:12:5: error: 'maximum' is missing; a limit needs it "
        + "[catalogue.missing-key]"
    ),
    (
      "  - kind: none\n", "  - kind: none\n    until: 2021-05-06\n",
      "destinations/one.yaml:13:5: error: 2021-05-05 lies within the row before, which ends on "
        + "2021-05-06; end the row before on 2021-05-05 [catalogue.overlap]"
    ),
    (
      "  - kind: none\n", "  - kind: none\n    until: 2021-05-04\n",
      "destinations/one.yaml:13:5: error: nothing holds from 2021-05-04 until 2021-05-05; "
        + "let the row begin on 2021-05-04 [catalogue.gap]"
    ),
    (
      "  - kind: none\n", "  - kind: none\n    from: 2021-05-05\n",
      "destinations/one.yaml:13:5: error: 2021-05-05 does not come after 2021-05-05 "
        + "[catalogue.bad-order]"
    ),
    (
      "  fields: [email]", "  fields: email",
      "destinations/one.yaml:9:11: error: 'fields' must be a list of texts [catalogue.shape]\n"
        + "destinations/one.yaml:8:3: error: 'fields' is missing; the rule 'all' needs it "
        + "[catalogue.missing-key]"
    ),
    (
      "category: storage", "category: storage\nsuccessor: onn",
      "destinations/one.yaml:1:1: error: the successor 'onn' is not in the catalogue; "
        + "did you mean 'one'? [catalogue.unknown-service]"
    ),
  ])
  func problemsHavePlaces(_ line: String, _ wrong: String, _ problems: String) throws {
    let loaded = try load(Self.sound.replacing(line, with: wrong))
    #expect(loaded.catalogue == nil)
    #expect(loaded.diagnostics.map(\.description).joined(separator: "\n") == problems)
  }

  @Test func aSlugIsTakenOnce() throws {
    let loaded = try load(Self.sound, also: ["enrichments/one.yaml": Self.sound])
    #expect(
      loaded.diagnostics.map { "\($0.location.path) \($0.code)" }
        == ["enrichments/one.yaml catalogue.duplicate-slug"])
  }

  @Test func brokenYAMLIsAProblem() throws {
    let loaded = try load("title: [One\n")
    #expect(loaded.catalogue == nil)
    #expect(loaded.diagnostics.map(\.code) == ["yaml.syntax"])
  }

  @Test func missingFilesAreProblems() throws {
    let folder = try TemporaryFolder()
    let empty = CatalogueLoader.load([folder.path])
    #expect(empty.diagnostics.map(\.code) == ["catalogue.missing-file"])
    let missing = CatalogueLoader.load([folder.path + "/none"])
    #expect(missing.diagnostics.map(\.code) == ["file.missing"])
  }

  @Test func theFirstFolderWins() throws {
    let user = try TemporaryFolder()
    let builtIn = try TemporaryFolder()
    try builtIn.write("catalogue.yaml", "date: 2026-08-18\n")
    try builtIn.write("destinations/one.yaml", Self.sound)
    try user.write(
      "destinations/one.yaml", Self.sound.replacing("maximum: 10", with: "maximum: 20"))
    let loaded = CatalogueLoader.load([user.path, builtIn.path])
    #expect(loaded.catalogue?.service(slug: "one")?.limits.last?.value.maximum == 20)
    let plain = CatalogueLoader.load([builtIn.path])
    #expect(plain.catalogue?.service(slug: "one")?.limits.last?.value.maximum == 10)
    #expect(loaded.catalogue?.digest != plain.catalogue?.digest)
  }
}
