import CommonMark
import Testing

/// Emphasis beside languages without blanks between words.
@Suite struct EmphasisTests {
  /// A paragraph with its emphasis as elements.
  private func rendered(_ markdown: String) -> String {
    let elements: [MarkdownEvent.Kind: String] = [
      .strong: "b", .emphasis: "i", .strikethrough: "s", .link: "a", .code: "code",
    ]
    let result = withMarkdown(Array(markdown.utf8)) { tree in
      (0..<tree.count).map { index -> String in
        let event = tree[index]
        let text = String(decoding: event.text, as: UTF8.self)
        switch event.kind {
        case .text, .htmlInline: return text
        case .code: return "<code>\(text)</code>"
        case .link: return event.phase == .exit ? "</a>" : "<a \(text)>"
        default:
          guard let name = elements[event.kind] else { return "" }
          return event.phase == .exit ? "</\(name)>" : "<\(name)>"
        }
      }.joined()
    }
    switch result {
    case .success(let text): return text
    case .failure(let refusal): return "refused: \(refusal)"
    }
  }

  @Test(arguments: [
    // Japanese: the end stands between punctuation and a letter.
    ("**「保存」**を選択します。", "<b>「保存」</b>を選択します。"),
    ("これは**注意。**です", "これは<b>注意。</b>です"),
    ("**[製品](a.md)**と**[価格](b.md)**を", "<b><a a.md>製品</a></b>と<b><a b.md>価格</a></b>を"),
    ("`a` は*`b`*に", "<code>a</code> は<i><code>b</code></i>に"),
    // Chinese: the beginning stands between a letter and punctuation.
    ("选择**“保存”**，然后", "选择<b>“保存”</b>，然后"),
    ("請按**（確定）**鍵", "請按<b>（確定）</b>鍵"),
    ("点击**\"OK\"**按钮", "点击<b>\"OK\"</b>按钮"),
    // Thai, Lao, Burmese and Khmer.
    ("เลือก**บันทึก (ก)**แล้ว**\"เปิด\"**ได้", "เลือก<b>บันทึก (ก)</b>แล้ว<b>\"เปิด\"</b>ได้"),
    ("ກົດ**(ກ)**ແລ້ວ", "ກົດ<b>(ກ)</b>ແລ້ວ"), ("က**(က)**က", "က<b>(က)</b>က"),
    ("ក**(ក)**ក", "ក<b>(ក)</b>ក"),
    // Korean, whose endings follow at once.
    ("**스크립트(script)**라고", "<b>스크립트(script)</b>라고"),
    // Punctuation of these languages beside letters of others.
    ("Select**「Save」**now", "Select<b>「Save」</b>now"),
    // A unit's span is punctuation too.
    ("**<span>太字</span>**です", "<b><span>太字</span></b>です"),
    ("***「強調」***です", "<i><b>「強調」</b></i>です"),
    // Underscores, which other letters have in names.
    ("都将在_提升的_ PowerShell 中", "都将在<i>提升的</i> PowerShell 中"),
    ("_新しい_リソースと__太字__の", "<i>新しい</i>リソースと<b>太字</b>の"),
    ("到_MachineId_，和_名_", "到<i>MachineId</i>，和<i>名</i>"),
    // Struck out words beside strong ones.
    ("更改**~~旧~~**新", "更改<b><s>旧</s></b>新"), ("甲~~**乙**~~丙", "甲<s><b>乙</b></s>丙"),
    ("甲**乙**~~丙~~丁", "甲<b>乙</b><s>丙</s>丁"), ("甲~~「乙」~~丙", "甲<s>「乙」</s>丙"),
    ("甲~~（乙）~~**丙**丁", "甲<s>（乙）</s><b>丙</b>丁"), ("甲~~`乙`~~丙", "甲<s><code>乙</code></s>丙"),
    // Where CommonMark sees emphasis, nothing changes.
    ("这是**重要**的", "这是<b>重要</b>的"),
    ("**太字** と **太字**", "<b>太字</b> と <b>太字</b>"),
    // A list of tasks is a list.
    ("- [ ] **「やる」**こと", "[ ] <b>「やる」</b>こと"),
  ])
  func standsBesideEasternText(markdown: String, expected: String) {
    #expect(rendered(markdown) == expected)
  }

  @Test(arguments: [
    "a**\"b\"**c", "é**(x)**é", "мәтін**«сөз»**мәтін", "2 * 3 * 4", "**", "中**",
    "** 「空白」 **です", "价格\\*「含税」\\*", "a ~5 minutes~ b", "$a^2$",
    "H~2~O", "約~「5」~分", "a~~\"b\"~~c", "甲 ~~ 乙 ~~ 丙", "图_1.png 和 图_2.png", "数据_a_b", "B2C_1A_登录",
    "é_x_é", "мәтін_сөз_мәтін",
    "\u{3000}_ 空白 _",
  ])
  func otherwiseFollowsCommonMark(markdown: String) {
    let plain = rendered(markdown)
    #expect(plain == markdown.replacing("\\", with: ""))
  }

  /// Code, addresses and HTML come back byte for byte.
  @Test func nothingIsLeftOfTheMarks() {
    let outline = outline(
      "按**「键」**键 `中*「` [x](a中*「.md \"中*「\") <b title=\"中*「\">y</b>\n\n```中*「\n中*「」*中\n```\n\n"
        + "<div>\n中*「」*中\n</div>\n")
    #expect(!outline.contains("\u{10A58}"))
    #expect(outline.contains("code'中*「'"))
    #expect(outline.contains("link'a中*「.md'\"中*「\""))
    #expect(outline.contains("htmlInline'<b title=\"中*「\">'"))
    #expect(outline.contains("codeBlock'中*「」*中\n'\"中*「\""))
    #expect(outline.contains("htmlBlock'<div>\n中*「」*中\n</div>\n'"))
  }

  /// What has the mark itself is not touched.
  @Test func theMarkItselfIsText() {
    #expect(rendered("\u{10A58}按**「键」**键") == "\u{10A58}按**「键」**键")
  }
}
