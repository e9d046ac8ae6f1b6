import Testing

/// Which files at the top of a repository speak to its contributors, and which are pages.
@Suite struct ContentRoleTests {
  @Test(arguments: [
    "security-overview.md", "license-keys.md", "contributing-factors.md", "readme-first.md",
    "License-Server.md", "articles/readme.md", "articles/security.md", "secure.md",
  ])
  func publishes(path: String) throws {
    let site = try TestSite(["en-us/page.md": "# Page\n", "en-us/\(path)": "# Other\n"])
    #expect(site.files.contains("en-us/\(path.dropLast(3)).html"))
  }

  @Test(arguments: [
    "README.md", "LICENSE.md", "LICENSE-CODE.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md",
    "code-of-conduct.md", "SECURITY.md", "ThirdPartyNotices.md",
  ])
  func keepsBack(path: String) throws {
    let site = try TestSite(["en-us/page.md": "# Page\n", "en-us/\(path)": "# Other\n"])
    #expect(!site.files.contains { $0.lowercased().contains(path.lowercased().dropLast(3)) })
  }
}
