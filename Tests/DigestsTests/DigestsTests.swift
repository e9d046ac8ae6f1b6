import Digests
import Testing

/// Vectors from FIPS 180-4's examples: the empty message, "abc", the 56 byte message, a million "a".
@Suite struct DigestsTests {
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func sha1(message: String, digest: String) {
    #expect(Digests.sha1(Array(message.utf8)) == digest)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func sha256(message: String, digest: String) {
    #expect(Digests.sha256(message) == digest)
  }

  @Test(arguments: [1, 63, 64, 65, 4096])
  func partsGiveTheDigestOfTheWhole(size: Int) {
    let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    var digest = IncrementalDigest(.sha256)
    for start in stride(from: 0, to: message.count, by: size) {
      digest.update(Array(message[start..<min(start + size, message.count)]))
    }
    #expect(
      digest.finishAsHexadecimal()
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func emptyPartsChangeNothing() {
    var digest = IncrementalDigest(.sha1)
    digest.update([])
    digest.update(Array("abc".utf8))
    digest.update([])
    #expect(digest.finishAsHexadecimal() == Digests.sha1(Array("abc".utf8)))
  }

  @Test(arguments: DigestAlgorithm.allCases)
  func lengthIsAsStated(algorithm: DigestAlgorithm) {
    #expect(IncrementalDigest(algorithm).finish().count == algorithm.byteCount)
  }

  @Test func hexadecimalKeepsLeadingZeros() {
    #expect(Digests.hexadecimal([0, 1, 0xAB, 0xFF]) == "0001abff")
  }
}

@Suite struct NamedUUIDTests {
  /// The DNS namespace of RFC 9562, and its example name.
  let domains = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

  @Test func agreesWithTheStandardsExample() {
    #expect(
      NamedUUID.make(namespace: domains, name: "www.example.com")
        == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test func differentNamesDiffer() {
    #expect(
      NamedUUID.make(namespace: domains, name: "a") != NamedUUID.make(namespace: domains, name: "b")
    )
  }

  @Test(arguments: ["", "6ba7b810", "6ba7b810-9dad-11d1-80b4-00c04fd430cg"])
  func refusesWhatIsNoNamespace(text: String) {
    #expect(NamedUUID.make(namespace: text, name: "a") == nil)
  }
}
