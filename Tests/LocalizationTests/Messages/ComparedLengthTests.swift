import Foundation
import Localization
import Model
import TestSupport
import Testing

/// A length that is rounded down stands beside the limit that it passes: they may read the same.
@Suite struct ComparedLengthTests {
  @Test(
    arguments: [
      "reason.con-05.too-old", "reason.dq-05.stale", "reason.lif-01.detached-too-long",
      "reason.lif-01.updated-too-long-ago", "reason.lim-06.too-long",
    ], LocaleTag.shipped)
  func saysTheLimitOnce(key: String, locale: LocaleTag) throws {
    let folder = SharedMaterial.projectFolder.appending(path: "content/messages").path
    let catalog = try MessageCatalog.load(locale, from: folder)
    let isMinutes = key.hasPrefix("reason.lim-06")
    let limit: MessageValue = isMinutes ? .minutes(30) : .days(30)
    let text = catalog.message(
      Message(
        key,
        [
          "days": .integer(30), "minutes": .integer(30), "limit": limit, "service": .text("S"),
        ])
    ).plainText
    let words = catalog.message(
      Message(isMinutes ? "format.minutes" : "format.days", ["count": .integer(30)])
    ).plainText
    #expect(text.ranges(of: words).count == 1, "\(text)")
    #expect(!text.contains("{"))
  }

  @Test(arguments: [(0.7996, 0.799), (0.8, 0.8), (1.0, 1.0), (0.99999, 0.999), (0, 0)])
  func aShareDoesNotReachWhatItIsBelow(share: Double, shown: Double) {
    #expect(MessageValue.share(atMost: share) == .share(shown))
  }
}
