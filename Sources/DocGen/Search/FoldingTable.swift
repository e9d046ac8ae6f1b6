/// Which letters are searched for as if they were others.
///
/// Readers leave out accents, points and hamzas, type Kazakh on a Russian keyboard, and don't know
/// which of two alike letters a page was written with. The scripts of the pages get this table with
/// the index, so that what is typed and what is written are always treated alike.
enum FoldingTable {
  /// A line for each letter: what is searched for, a blank, and the letters that stand for it.
  ///
  /// Lower case alone; capitals are made small before. Marks of Latin, Greek and Cyrillic letters
  /// go; Kazakh letters become the Russian ones nearest to them; Arabic alefs, yehs and kafs become
  /// one each, Hebrew final letters the ordinary ones, full-width letters and digits those of
  /// the usual width, and digits European. Greek letters that composing would make others of the
  /// table are written by their numbers.
  static let lines = """
    0 ٠۰０
    1 ١۱１
    2 ٢۲２
    3 ٣۳３
    4 ٤۴４
    5 ٥۵５
    6 ٦۶６
    7 ٧۷７
    8 ٨۸８
    9 ٩۹９
    a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặａ
    ae æǣǽ
    b ḃḅḇｂ
    c çćĉċčḉｃ
    d ðďđḋḍḏḑḓｄ
    dz ǆǳ
    e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệｅ
    f ḟｆ
    g ĝğġģǧǵḡｇ
    h ĥħȟḣḥḧḩḫẖｈ
    i ìíîïĩīĭįİıǐȉȋḭḯỉịｉ
    ij ĳ
    j ĵǰｊ
    k ķǩḱḳḵｋ
    l ĺļľłḷḹḻḽｌ
    lj ǉ
    m ḿṁṃｍ
    n ñńņňŋǹṅṇṉṋｎ
    nj ǌ
    o òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợｏ
    oe œ
    p ṕṗｐ
    q ｑ
    r ŕŗřȑȓṙṛṝṟｒ
    s śŝşšſșṡṣṥṧṩẛｓ
    ss ß
    t ţťŧțṫṭṯṱẗｔ
    th þ
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựｕ
    v ṽṿｖ
    w ŵẁẃẅẇẉẘｗ
    x ẋẍｘ
    y ýÿŷȳẏẙỳỵỷỹｙ
    z źżžẑẓẕｚ
    ʒ ǯ
    α άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ\u{1F71}
    β ϐ
    ε έϵἐἑἒἓἔἕὲ\u{1F73}
    η ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ\u{1F75}
    θ ϑ
    ι ΐίϊἰἱἲἳἴἵἶἷὶῐῑῒῖῗ\u{1F77}\u{1FBE}\u{1FD3}
    κ ϰ
    ο όὀὁὂὃὄὅὸ\u{1F79}
    π ϖ
    ρ ϱῤῥ
    σ ςϲ
    υ ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺῠῡῢῦῧ\u{1F7B}\u{1FE3}
    φ ϕ
    ω ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ\u{1F7D}
    а ӑӓәӛ
    г ѓґғ
    е ѐёєӗ
    ж ӂӝ
    з ӟ
    и йіїѝӣӥ
    к ќқ
    н ң
    о ӧөӫ
    у ўүұӯӱӳ
    х һ
    ч ӵ
    ы ӹ
    э ӭ
    ѵ ѷ
    כ ך
    מ ם
    נ ן
    פ ף
    צ ץ
    ا آأإٱ
    ك ک
    ه ةھۀہۂە
    و ؤ
    ي ئىیےۓ
    """

  /// What is searched for in place of each letter of the table.
  static let letters: [Unicode.Scalar: [Unicode.Scalar]] = {
    var letters: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { continue }
      let base = Array(parts[0].unicodeScalars)
      for letter in parts[1].unicodeScalars { letters[letter] = base }
    }
    return letters
  }()
}
