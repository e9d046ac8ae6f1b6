import FileSystem
import Foundation
import TestSupport
import Testing

extension IncrementalBuildTests {
  /// One of each kind of thing that a page, or what holds the pages together, depends on.
  static let changes: [Change] = [
    Change(name: "nothing", atMost: 2) { _ in },
    Change(name: "the text of a page", atMost: 4) {
      try $0.write("content/en-us/index.md", "---\ntitle: Home\n---\n# Home\n\nOther words.\n")
    },
    Change(name: "the text of a page that another includes", atMost: 4) {
      try $0.write("content/en-us/c.md", "---\ntitle: C\n---\n# C\n\nOther words.\n")
    },
    Change(name: "a heading that others link to", atMost: 4) {
      try $0.write("content/en-us/a.md", "---\ntitle: A\n---\n# A\n\n## Nowhere\n")
    },
    Change(name: "a title", atMost: 8) {
      try $0.write("content/en-us/a.md", "---\ntitle: New\n---\n# New\n")
    },
    Change(name: "an included file", atMost: 8) {
      try $0.write("content/en-us/includes/x.md", "Included anew.\n")
    },
    Change(name: "the contents", atMost: 8) {
      try $0.write("content/en-us/toc.yml", "- name: Only\n  href: b.md\n")
    },
    Change(name: "a new page", atMost: 10) {
      try $0.write("content/en-us/gone.md", "# Here again\n")
    },
    Change(name: "a new translation", atMost: 8) {
      try $0.write("content/fr-fr/b.md", "---\ntitle: B\n---\n# B\n")
    },
    Change(name: "a page less", atMost: 8) { Files.removeTree("\($0.path)/content/en-us/c.md") },
    Change(name: "a translation less", atMost: 8) {
      Files.removeTree("\($0.path)/content/fr-fr/a.md")
    },
    Change(name: "a picture", atMost: 8) { try $0.write("content/en-us/picture.png", "other") },
    Change(name: "words of the interface", atMost: 8) {
      let words = $0.text("words/en-us.po") ?? ""
      try $0.write("words/en-us.po", words.replacing("\"Search\"", with: "\"Look for\""))
    },
    Change(name: "a page of the output", atMost: 3) {
      try $0.write("public/en-us/a.html", "somebody wrote this")
    },
    Change(name: "a page of the output less", atMost: 3) {
      Files.removeTree("\($0.path)/public/fr-fr/a.md")
    },
    Change(name: "the index of the cache cut off", atMost: 8) {
      let index = try Files.read("\($0.path)/cache/index")
      try Files.write(Array(index.dropLast(70)), to: "\($0.path)/cache/index")
      Files.removeTree("\($0.path)/cache/build")
    },
    Change(name: "a byte of the index of the cache", atMost: 8) {
      var index = try Files.read("\($0.path)/cache/index")
      index[index.count / 2] ^= 1
      try Files.write(index, to: "\($0.path)/cache/index")
      Files.removeTree("\($0.path)/cache/build")
    },
    Change(name: "a byte of the record of the whole build", atMost: 2) {
      var record = try Files.read("\($0.path)/cache/build")
      record[record.count / 2] ^= 1
      try Files.write(record, to: "\($0.path)/cache/build")
    },
    Change(name: "the same words at another time", atMost: 2) {
      try $0.write("content/en-us/a.md", Self.files["en-us/a.md"] ?? "")
    },
    Change(name: "the records of the cache and a page", atMost: 8) { folder in
      for name in folder.contents() where name.hasPrefix("cache/") && name.count > 64 {
        try folder.write(name, "nothing")
      }
      try folder.write("content/en-us/index.md", "---\ntitle: Home\n---\n# Home\n\nOther.\n")
    },
    Change(name: "the whole cache", atMost: 8) { Files.removeTree("\($0.path)/cache") },
    Change(name: "the text of a page that is shown in another language's stead", atMost: 4) {
      try $0.write("content/en-us/b.md", "---\ntitle: B\n---\n# B\n\nOther words.\n")
    },
    Change(name: "as many bytes at the same time", atMost: 4) { folder in
      let file = "\(folder.path)/content/en-us/index.md"
      var before = stat()
      #expect(lstat(file, &before) == 0)
      let text = try #require(folder.text("content/en-us/index.md"))
      try Files.write(Array(text.replacing("gone](", with: "lost](").utf8), to: file)
      let times = [before.st_atim, before.st_mtim]
      #expect(utimensat(AT_FDCWD, file, times, 0) == 0)
      var after = stat()
      #expect(lstat(file, &after) == 0)
      #expect(after.st_mtim.tv_nsec == before.st_mtim.tv_nsec && after.st_size == before.st_size)
    },
    Change(name: "the day and the description of a page", atMost: 3) {
      try $0.write(
        "content/fr-fr/a.md",
        "---\ntitle: A en français\ndescription: De A\nms.date: 01/02/2026\n---\n# A\n\nDes mots.\n"
      )
    },
    Change(name: "a redirection", atMost: 8) {
      try $0.write(
        "content/en-us/.openpublishing.redirection.json",
        #"{"redirections": [{"source_path": "gone.md", "redirect_url": "a.md"}]}"#)
    },
    Change(name: "a configuration of the set", atMost: 8) {
      try $0.write(
        "content/en-us/docfx.json",
        #"{"build": {"content": [{"files": ["**/*.md"]}], "globalMetadata": {"robots": "noindex"}}}"#
      )
    },
    Change(name: "a template", atMost: 8) {
      let page = try Files.read("\(TestSite.templates)/site/page.mustache")
      try $0.write("templates/site/page.mustache", page + Array("<!-- own -->".utf8))
    },
    Change(name: "a page between two others", atMost: 10) {
      try $0.write("content/en-us/ab.md", "# Between\n\nWords.\n")
    },
    Change(name: "the first page", atMost: 10) {
      Files.removeTree("\($0.path)/content/en-us/index.md")
    },
    Change(name: "what the cache knows of the files", atMost: 4) {
      try $0.write("cache/files", "nothing")
      try $0.write("content/en-us/index.md", "---\ntitle: Home\n---\n# Home\n\nOther.\n")
    },
    Change(name: "a text of the search index, and a page", atMost: 4) { folder in
      let names = folder.contents().filter { $0.hasPrefix("public/assets/search/en-us/") }
      for name in names { Files.removeTree("\(folder.path)/\(name)") }
      try folder.write("content/en-us/c.md", "---\ntitle: C\n---\n# C\n\nOther words.\n")
    },
  ]
}
