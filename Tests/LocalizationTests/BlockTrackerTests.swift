import Testing

@testable import Localization

/// Which lines of a page are code, as CommonMark's specification has it.
@Suite struct BlockTrackerTests {
  /// A letter for each line: `t`ext, `f`enced, `i`ndented, `-` for a blank one.
  func kinds(of text: String, ignoresIndentation: Bool = false) -> String {
    var tracker = BlockTracker(ignoresIndentation: ignoresIndentation)
    let page = Array(text.utf8)
    var (start, kinds) = (0, "")
    while start < page.count {
      let end = page.firstIndex(of: 10, from: start) ?? page.count
      switch tracker.read(page, start..<end) {
      case .text: kinds += "t"
      case .fenced: kinds += "f"
      case .indented: kinds += "i"
      case .blank: kinds += "-"
      }
      start = end + 1
    }
    return kinds
  }

  @Test(arguments: [
    ("a\n", "t"), ("\n", "-"), ("  \t\n", "-"), ("\r\n", "-"), ("a\r\n    b\r\n", "tt"),
    ("   a\n", "t"), ("    a\n", "i"), ("\ta\n", "i"), ("  \ta\n", "i"),
    ("a\n    b\n", "tt"), ("a\n\n    b\n", "t-i"), ("a\n\n    b\n\n    c\n", "t-i-i"),
    ("# a\n    b\n", "ti"), ("a\n===\n    b\n", "tti"), ("a\n---\n    b\n", "tti"),
    ("***\n    b\n", "ti"), ("#a\n    b\n", "tt"), ("####### a\n    b\n", "tt"),
    ("#\n    b\n", "ti"), ("<!-- a -->\n    b\n", "ti"),
  ])
  func fourBlanksAreCodeWhereNoParagraphGoesOn(text: String, expected: String) {
    #expect(kinds(of: text) == expected)
  }

  @Test(arguments: [
    ("```\na\n```\nb\n", "ffft"), ("```\n\n```\n", "fff"), ("```\na\n", "ff"),
    ("~~~\n```\n~~~\na\n", "ffft"), ("````\n```\n````\na\n", "ffft"),
    ("```\n````\na\n", "fft"), ("```\n``` a\n```\nb\n", "ffft"), ("``` a`b\nc\n", "tt"),
    ("~~~ a`b\nc\n~~~\n", "fff"), ("``\na\n", "tt"), ("   ```\n   a\n   ```\nb\n", "ffft"),
    ("    ```\na\n", "it"), ("```\n    ```\n```\na\n", "ffft"), ("a\n```\nb\n```\nc\n", "tffft"),
    ("```  \t\r\na\r\n```\t\r\nb\r\n", "ffft"), ("```\n```\n    a\n", "ffi"),
  ])
  func fencesAreClosedByTheirLike(text: String, expected: String) {
    #expect(kinds(of: text) == expected)
  }

  @Test(arguments: [
    // The fence stands behind the marker.
    ("- ```\n  a\n  ```\n\nb\n", "fff-t"), ("1. ```sh\n   a\n   ```\n2. b\n", "ffft"),
    ("1. - ~~~\n     a\n     ~~~\n   b\n", "ffft"), ("> ```\n> a\n> ```\nb\n", "ffft"),
    // It ends with its block.
    ("- ```\n  a\nb\n", "fft"), ("> ```\n> a\nb\n", "fft"), ("> ```\na\n", "ft"),
    ("1. ```\na\n   ```\nb\n", "ftff"), ("- > ```\n  a\n", "ft"),
    // Blank lines don't end an item.
    ("- ```\n\n  a\n  ```\nb\n", "fffft"), ("> ```\n\n> a\n", "f-t"),
  ])
  func fencesEndWithTheirBlock(text: String, expected: String) {
    #expect(kinds(of: text) == expected)
  }

  @Test(arguments: [
    ("- a\n\n  b\n", "t-t"), ("- a\n\n      b\n", "t-i"), ("- a\n\n     b\n", "t-t"),
    ("1. a\n\n       b\n", "t-i"), ("10. a\n\n       b\n", "t-t"), ("10. a\n\n        b\n", "t-i"),
    ("-   a\n\n        b\n", "t-i"), ("-     a\n", "i"), ("-     a\n\n  b\n", "i-t"),
    ("-\ta\n\n        b\n", "t-i"), ("-\ta\n\n\tb\n", "t-t"), ("- a\n\n\tb\n", "t-t"),
    ("- a\n\n\t\tb\n", "t-i"), ("- a\n  - b\n\n        c\n", "tt-i"),
    ("- a\n  - b\n\n      c\n", "tt-t"),
    ("- a\n  - b\n\n    c\n", "tt-t"), ("- a\n\nb\n\n    c\n", "t-t-i"),
    ("-\n\n  a\n\n    b\n", "--t-i"),
    ("-\n  a\n\n    b\n", "-t-t"), ("- a\nb\n\n    c\n", "tt-t"), ("a\n- b\n\n    c\n", "tt-t"),
    ("a\n2. b\n\n    c\n", "tt-i"), ("a\n1. b\n\n    c\n", "tt-t"), ("a\n-\n    b\n", "tti"),
    ("a\n*\n\n    b\n", "tt-i"), ("1234567890. a\n\n    b\n", "t-i"),
    ("123456789. a\n\n      b\n", "t-i"),
    ("-a\n\n    b\n", "t-i"), ("1.a\n\n    b\n", "t-i"), ("* * *\n    a\n", "ti"),
    ("- a\n- b\n\n      c\n", "tt-i"), ("1. a\n2. b\n\n       c\n", "tt-i"),
    ("1) a\n\n       b\n", "t-i"),
  ])
  func itemsShiftTheirContent(text: String, expected: String) {
    #expect(kinds(of: text) == expected)
  }

  @Test(arguments: [
    ("> a\n    b\n", "tt"), ("> a\n\n    b\n", "t-i"), (">     a\n", "i"), (">    a\n", "t"),
    (">\ta\n", "t"), (">\t\ta\n", "i"), ("    > a\n", "i"), ("   > a\n", "t"),
    (">\n    a\n", "-i"), ("> # a\n    b\n", "ti"), ("> > a\n>     b\n", "tt"),
    ("> > a\n>\n>     b\n", "t-i"), (">a\n>    b\n", "tt"), (">>>     a\n", "i"),
    // A quotation in an item, and the item behind it.
    ("- a\n  > b\n  + c\n\n    d\n", "ttt-t"), ("> - a\n>   > b\n>   + c\n>\n>     d\n", "ttt-t"),
    ("1. a\n\n   > b\n\n     c\n", "t-t-t"), ("1. a\n\n   > b\n\n       c\n", "t-t-i"),
    ("- a\n> b\n\n    c\n", "tt-i"), ("> - a\n\n    b\n", "t-i"), ("> - a\n>\n>   b\n", "t-t"),
    ("> 1. a\n>    b\n>\n>        c\n", "tt-i"),
  ])
  func quotationsHaveBlocksOfTheirOwn(text: String, expected: String) {
    #expect(kinds(of: text) == expected)
  }

  @Test(arguments: [
    ("[^1]: a\n\n    b\n", "t-t"), ("[^1]: a\n\n        b\n", "t-i"),
    ("[^a b]: c\n\n    d\n", "t-i"),
    ("[^]: a\n\n    b\n", "t-i"), ("[a]: b\n\n    c\n", "t-i"), ("[^1]:\n    a\n", "-t"),
  ])
  func footnotesShiftTheirContent(text: String, expected: String) {
    #expect(kinds(of: text) == expected)
  }

  @Test(arguments: [
    ("        a\n", "t"), ("        ```\n        a\n        ```\n        b\n", "ffft"),
    ("        - a\n\n              b\n", "t-t"), ("      > a\n", "t"),
  ])
  func indentationCanBeIgnored(text: String, expected: String) {
    #expect(kinds(of: text, ignoresIndentation: true) == expected)
  }

  @Test(arguments: [
    ("- a\n:::row:::\n\n    b\n", "tt-i"), ("> a\n:::image:::\n\n    b\n", "tt-i"),
    ("- a\n:::no-loc text=\"b\":::\n\n    c\n", "tt-t"), ("- a\n::: no-loc\n\n    c\n", "tt-t"),
    ("- a\n  :::image:::\n\n    b\n", "tt-t"),
  ])
  func directivesBelongToNoParagraph(text: String, expected: String) {
    #expect(kinds(of: text) == expected)
  }

  /// Blocks are counted to a bound, so that many lines behind many markers stay linear.
  @Test func depthIsBounded() {
    let deep =
      String(repeating: "- ", count: 50_000) + "a\n" + String(repeating: "\n", count: 50_000)
    #expect(kinds(of: deep) == "t" + String(repeating: "-", count: 50_000))
    let quoted = String(repeating: String(repeating: ">", count: 200) + "\n", count: 500)
    #expect(kinds(of: quoted).count == 500)
  }
}
