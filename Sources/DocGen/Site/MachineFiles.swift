import FileSystem
import Model

/// The files that programs read: what there is to read, the navigation, and how to serve the site.
struct MachineFiles {
  let site: SiteContext

  /// The files of a locale, each with its bytes; the first locale's guide is also at the top.
  func files(of locale: LocaleTag) -> [(path: RelativePath, bytes: [UInt8])] {
    let folder = RelativePath(locale)
    let guideName = RelativePath(known: "llms.txt")
    var files = [
      (folder.appending(RelativePath(known: "navigation.json")), navigation(of: locale)),
      (folder.appending(guideName), guide(to: locale, from: folder)),
    ]
    if locale == site.locales.first { files.append((guideName, guide(to: locale, from: nil))) }
    return files
  }

  /// What a server is told of all files.
  static func serverFiles() -> [(path: RelativePath, bytes: [UInt8])] {
    [(RelativePath(known: "_headers"), Array(headers.utf8))]
  }

  /// What a server should send with each file, in the form that several hosts read.
  ///
  /// The names of assets hold digests of their bytes, so they never change. Images may have scripts,
  /// which must not run where somebody opens one by itself; of two policies both hold.
  private static let headers = """
    /*
      Content-Security-Policy: \(SecurityPolicy.server)
      X-Content-Type-Options: nosniff
      X-Frame-Options: DENY
      Referrer-Policy: strict-origin-when-cross-origin
      Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
      Cross-Origin-Opener-Policy: same-origin
    /assets/*
      Cache-Control: public, max-age=31536000, immutable
    /*.svg
      Content-Security-Policy: \(SecurityPolicy.images)
    /*.md
      Content-Type: text/markdown; charset=utf-8

    """

  /// The navigation of a locale: names, pages, and what is below each.
  private func navigation(of locale: LocaleTag) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("locale", locale.tag)
      writer.member("direction", locale.direction)
      writer.member("title", site.titles[locale])
      writer.arrayMember("navigation") { writer in
        for tree in site.navigations[locale]?.all ?? [] {
          write(tree, below: nil, of: locale, &writer)
        }
      }
    }
    return writer.bytes + [10]
  }

  private func write(
    _ tree: Navigation, below parent: Int?, of locale: LocaleTag, _ writer: inout JSONWriter
  ) {
    for number in tree.children(of: parent) {
      let item = tree.items[number]
      writer.objectElement { writer in
        writer.member("name", item.name)
        switch item.target {
        case .none: break
        case .outside(let address): writer.member("address", address)
        case .page(let path):
          writer.member(
            "page",
            site.tree.routes.place(of: path).replacingExtension(with: "html").description
              .addressEncoded)
          if let fragment = item.fragment { writer.member("fragment", fragment) }
          writer.member("state", site.tree.state(of: path, in: locale).rawValue)
        }
        if tree.isGroup(number) {
          writer.arrayMember("items") { write(tree, below: number, of: locale, &$0) }
        }
      }
    }
  }

  /// `llms.txt`: the pages of a locale as Markdown, in the order of reading, with what each is about.
  private func guide(to locale: LocaleTag, from folder: RelativePath?) -> [UInt8] {
    let here =
      folder.map { $0.appending(RelativePath(known: "llms.txt")) }
      ?? RelativePath(known: "llms.txt")
    var text = "# \(Self.line(site.titles[locale] ?? locale.tag))\n\n"
    let first = site.firstPages[locale].flatMap { site.tree.page(at: $0, in: locale) }
    if let about = first?.description { text += "> \(Self.line(about))\n\n" }
    var named: Set<RelativePath> = []
    for tree in site.navigations[locale]?.all ?? [] {
      for top in tree.children(of: nil) {
        if tree.isGroup(top) { text += "\n## \(Self.line(tree.items[top].name))\n\n" }
        list(tree, top, of: locale, from: here, &named, &text)
      }
    }
    if folder == nil, site.locales.count > 1 {
      text += "\n## Optional\n\n"
      for other in site.locales.dropFirst() {
        let name = site.words[other]?.endonym ?? other.tag
        let target = RelativePath(other).appending(RelativePath(known: "llms.txt"))
        text += "- [\(Self.line(name))](\(address(of: target, from: here)))\n"
      }
    }
    return Array(text.utf8)
  }

  private func list(
    _ tree: Navigation, _ number: Int, of locale: LocaleTag, from here: RelativePath,
    _ named: inout Set<RelativePath>, _ text: inout String
  ) {
    if case .page(let path) = tree.items[number].target, named.insert(path).inserted {
      let page = site.tree.page(at: path, in: locale)
      let about = page?.description.map { ": \(Self.line($0))" } ?? ""
      let target = address(of: site.tree.routes.markdown(path, in: locale), from: here)
      text += "- [\(Self.line(tree.items[number].name))](\(target))\(about)\n"
    }
    for child in tree.children(of: number) {
      list(tree, child, of: locale, from: here, &named, &text)
    }
  }

  private func address(of target: RelativePath, from here: RelativePath) -> String {
    site.absoluteAddress(of: target) ?? here.reference(to: target).addressEncoded
  }

  /// A text on one line in which nothing is markup.
  private static func line(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(escapingMarkdown: text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
