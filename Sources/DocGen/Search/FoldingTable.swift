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
  /// one each, Hebrew final letters the ordinary ones, and digits European.
  static let lines = """
    0 ٠۰
    1 ١۱
    2 ٢۲
    3 ٣۳
    4 ٤۴
    5 ٥۵
    6 ٦۶
    7 ٧۷
    8 ٨۸
    9 ٩۹
    a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
    ae æǣǽ
    b ḃḅḇ
    c çćĉċčḉ
    d ðďđḋḍḏḑḓ
    dz ǆǳ
    e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    f ḟ
    g ĝğġģǧǵḡ
    h ĥħȟḣḥḧḩḫẖ
    i ìíîïĩīĭįİıǐȉȋḭḯỉị
    ij ĳ
    j ĵǰ
    k ķǩḱḳḵ
    l ĺļľłḷḹḻḽ
    lj ǉ
    m ḿṁṃ
    n ñńņňŋǹṅṇṉṋ
    nj ǌ
    o òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    oe œ
    p ṕṗ
    r ŕŗřȑȓṙṛṝṟ
    s śŝşšſșṡṣṥṧṩẛ
    ss ß
    t ţťŧțṫṭṯṱẗ
    th þ
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    v ṽṿ
    w ŵẁẃẅẇẉẘ
    x ẋẍ
    y ýÿŷȳẏẙỳỵỷỹ
    z źżžẑẓẕ
    α άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
    β ϐ
    ε έϵἐἑἒἓἔἕὲ
    η ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
    θ ϑ
    ι ΐίϊἰἱἲἳἴἵἶἷὶῐῑῒῖῗ
    κ ϰ
    ο όὀὁὂὃὄὅὸ
    π ϖ
    ρ ϱῤῥ
    σ ςϲ
    υ ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺῠῡῢῦῧ
    φ ϕ
    ω ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
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
