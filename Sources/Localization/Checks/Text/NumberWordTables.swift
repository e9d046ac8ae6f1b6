/// The words of `NumberWords` in each language: `word/other word=value`, parted by blanks.
///
/// The forms of a word that texts have are listed one by one; there are no rules of grammar.
enum NumberWordTables {
  static let values = [
    "en": """
    zero=0 one/once/single/first/a=1 two/twice/second/both/double/pair/half=2 three/third=3 \
    four/fourth/quarter=4 five/fifth=5 six/sixth=6 seven/seventh=7 eight/eighth=8 nine/ninth=9 \
    ten/tenth=10 eleven=11 twelve/dozen=12 twenty=20 thirty=30 forty=40 \
      fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000
    """,
    "fr": """
    zéro=0 un/une/premier/première/unique/seul/seule=1 \
    deux/second/seconde/deuxième/double/demi/demie=2 \
    trois/troisième=3 quatre/quatrième/quart=4 cinq/cinquième=5 six/sixième=6 sept/septième=7 \
    huit/huitième=8 neuf/neuvième=9 dix/dixième=10 onze=11 douze/douzaine=12 vingt=20 trente=30 \
      quarante=40 cinquante=50 soixante=60 cent/cents=100 \
    mille=1000
    """,
    "nl": """
    nul=0 een/één/eerste/eenmaal/enkele=1 twee/tweede/tweemaal/beide/dubbele/half/halve=2 \
    drie/derde=3 vier/vierde/kwart=4 vijf/vijfde=5 zes/zesde=6 zeven/zevende=7 acht/achtste=8 \
    negen/negende=9 tien/tiende=10 elf=11 twaalf=12 twintig=20 dertig=30 \
      veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=100 duizend=1000
    """,
    "de": """
    null=0 ein/eine/einen/einem/einer/eins/erste/ersten/einmal=1 \
    zwei/zweite/zweiten/beide/beiden/doppelt/halb=2 drei/dritte/dritten=3 vier=4 fünf=5 sechs=6 \
    sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 hundert=100 tausend=1000
    """,
    "kk": """
    нөл=0 бір/бірінші=1 екі/екінші/екеуі/жарты=2 үш/үшінші=3 төрт/төртінші=4 бес/бесінші=5 \
    алты/алтыншы=6 жеті/жетінші=7 сегіз/сегізінші=8 тоғыз/тоғызыншы=9 он/оныншы=10 жиырма=20 отыз=30 қырық=40 \
      елу=50 алпыс=60 жетпіс=70 сексен=80 тоқсан=90 жүз=100 \
    мың=1000
    """,
    "ar": """
    صفر=0 واحد/واحدة/أحد/إحدى/حادي/حادية/الأول/الأولى/أول/أولى=1 \
    اثنان/اثنين/اثنتان/اثنتين/اثنا/اثني/اثنتا/اثنتي/الثاني/ثاني/الثانية/ثانية/مرتين/نصف=2 \
    ثلاث/ثلاثة/الثالث/الثالثة=3 أربع/أربعة/الرابع/الرابعة/ربع=4 خمس/خمسة=5 ست/ستة=6 سبع/سبعة=7 \
    ثمان/ثماني/ثمانية=8 تسع/تسعة=9 عشر/عشرة=10 عشرون/عشرين=20 ثلاثون/ثلاثين=30 \
      أربعون/أربعين=40 خمسون/خمسين=50 ستون/ستين=60 سبعون/سبعين=70 ثمانون/ثمانين=80 \
      تسعون/تسعين=90 مائة/مئة=100 ألف=1000
    """,
    "es": """
    cero=0 un/uno/una/primer/primero/primera/único/única/solo/sola=1 \
    dos/segundo/segunda/doble/medio/media/mitad/ambos/ambas=2 tres/tercer/tercero/tercera=3 \
    cuatro/cuarto/cuarta=4 cinco/quinto/quinta=5 seis/sexto/sexta=6 siete/séptimo/séptima=7 \
    ocho/octavo/octava=8 nueve/noveno/novena=9 diez/décimo/décima=10 once=11 doce/docena=12 \
    veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 \
    cien/ciento/cientos=100 mil=1000
    """,
    "it": """
    zero=0 un/uno/una/primo/prima/unico/unica/singolo/singola=1 \
    due/secondo/seconda/doppio/doppia/mezzo/mezza/metà/entrambi/entrambe=2 tre/terzo/terza=3 \
    quattro/quarto/quarta=4 cinque/quinto/quinta=5 sei/sesto/sesta=6 sette/settimo/settima=7 \
    otto/ottavo/ottava=8 nove/nono/nona=9 dieci/decimo/decima=10 undici=11 dodici/dozzina=12 \
    venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 \
    cento=100 mille/mila=1000
    """,
    "pt": """
    zero=0 um/uma/primeiro/primeira/único/única=1 \
    dois/duas/segundo/segunda/duplo/dupla/metade/meio/meia/ambos/ambas=2 \
    três/terceiro/terceira=3 quatro/quarto/quarta=4 cinco/quinto/quinta=5 seis/sexto/sexta=6 \
    sete/sétimo/sétima=7 oito/oitavo/oitava=8 nove/nono/nona=9 dez/décimo/décima=10 onze=11 \
    doze/dúzia=12 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 \
    oitenta=80 noventa=90 cem/cento=100 mil=1000
    """,
    "ru": """
    ноль/нуль=0 \
    один/одна/одно/одного/одной/одном/одним/одну/первый/первая/первое/первого/первой/первом/первую/первые=1 \
    два/две/двух/двум/двумя/второй/вторая/второе/второго/вторую/оба/обе/обоих/дважды/половина/половины=2 \
    три/трех/трёх/трем/трём/тремя/третий/третья/третье/третьего/третьей/третьем/трижды=3 \
    четыре/четырех/четырёх/четырьмя/четвертый/четвёртый/четвертая/четвёртая/четверть=4 \
    пять/пяти/пятью/пятый/пятая/пятого=5 шесть/шести/шестью/шестой/шестая/шестого=6 \
    семь/семи/седьмой/седьмая=7 восемь/восьми/восьмой/восьмая=8 девять/девяти/девятый/девятая=9 \
    десять/десяти/десятый/десятая=10 одиннадцать/одиннадцати=11 двенадцать/двенадцати=12 \
    двадцать/двадцати=20 тридцать/тридцати=30 сорок/сорока=40 пятьдесят=50 шестьдесят=60 \
    семьдесят=70 восемьдесят=80 девяносто=90 сто/ста=100 тысяча/тысячи/тысяч=1000
    """,
    "pl": """
    zero=0 jeden/jedna/jedno/jednego/jednej/jednym/jedną/pierwszy/pierwsza/pierwsze/pierwszego/pierwszej=1 \
    dwa/dwie/dwóch/dwoma/drugi/druga/drugie/drugiego/drugiej/oba/obie/obu/połowa/połowy/dwukrotnie=2 \
    trzy/trzech/trzema/trzeci/trzecia/trzecie/trzeciego/trzeciej=3 \
    cztery/czterech/czwarty/czwarta/czwarte=4 pięć/pięciu/piąty/piąta/piąte=5 \
    sześć/sześciu/szósty/szósta=6 siedem/siedmiu/siódmy/siódma=7 osiem/ośmiu/ósmy/ósma=8 \
    dziewięć/dziewięciu/dziewiąty/dziewiąta=9 dziesięć/dziesięciu/dziesiąty/dziesiąta=10 \
    jedenaście=11 dwanaście/dwunastu/tuzin=12 dwadzieścia=20 trzydzieści=30 czterdzieści=40 \
    pięćdziesiąt=50 sześćdziesiąt=60 siedemdziesiąt=70 osiemdziesiąt=80 dziewięćdziesiąt=90 \
    sto/stu=100 tysiąc/tysiące/tysięcy=1000
    """,
    "tr": """
    sıfır=0 bir/birinci/ilk/tek=1 iki/ikinci/çift/yarım/yarısı=2 üç/üçüncü=3 dört/dördüncü/çeyrek=4 \
    beş/beşinci=5 altı/altıncı=6 yedi/yedinci=7 sekiz/sekizinci=8 dokuz/dokuzuncu=9 on/onuncu=10 \
    yirmi=20 otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90 yüz=100 bin=1000
    """,
    "he": """
    אפס=0 אחד/אחת/ראשון/ראשונה/יחיד/יחידה=1 \
    שני/שתי/שניים/שתיים/שנייה/שניה/פעמיים/יומיים/שעתיים/שבועיים/חודשיים/שנתיים/חצי/מחצית/שניהם=2 שלושה/שלוש/שלושת/שלישי/שלישית=3 \
    ארבעה/ארבע/ארבעת/רביעי/רביעית/רבע=4 חמישה/חמש/חמשת/חמישי/חמישית=5 שישה/שש/ששת/שישי/שישית=6 \
    שבעה/שבע/שבעת/שביעי/שביעית=7 שמונה/שמונת/שמיני/שמינית=8 תשעה/תשע/תשעת/תשיעי/תשיעית=9 \
    עשרה/עשר/עשרת/עשירי/עשירית=10 עשרים=20 שלושים=30 ארבעים=40 חמישים=50 שישים=60 שבעים=70 \
    שמונים=80 תשעים=90 מאה=100 אלף=1000
    """,
    "ko": """
    하나/한/첫=1 두/둘=2 세/셋=3 네/넷=4 다섯=5 여섯=6 일곱=7 여덟=8 아홉=9 열=10 열두=12
    """,
  ]

  static let halves = [
    "en": "half", "fr": "demi demie", "nl": "half halve anderhalf anderhalve",
    "de": "halb halbe halben halbes anderthalb eineinhalb zweieinhalb dreieinhalb",
    "kk": "жарым жарты", "ar": "نصف ونصف النصف والنصف", "es": "medio media",
    "it": "mezzo mezza mezz", "pt": "meio meia", "ru": "половиной полтора полторы полутора",
    "pl": "pół półtora półtorej", "tr": "buçuk yarım", "he": "חצי וחצי", "ja": "半", "zh": "半",
    "ko": "반",
  ]

  static let scales = [
    "en": "thousand=1e3 million/millions/mn/m=1e6 billion/billions/bn=1e9 trillion=1e12 k=1e3",
    "fr": "mille=1e3 million/millions=1e6 milliard/milliards=1e9 k=1e3",
    "nl": "duizend=1e3 miljoen=1e6 miljard=1e9 k=1e3",
    "de": "tausend=1e3 million/millionen/mio=1e6 milliarde/milliarden/mrd=1e9",
    "es": "mil/miles=1e3 millón/millones=1e6", "it": "mila=1e3 milione/milioni=1e6",
    "pt": "mil=1e3 milhão/milhões=1e6",
    "kk": "мың=1e3 миллион/миллионға/миллионнан/млн=1e6 миллиард/млрд=1e9",
    "ru": "тысяча/тысяч/тысячи/тыс=1e3 миллион/миллиона/миллионов/млн=1e6 миллиард/млрд=1e9",
    "ar": "ألف/آلاف/الف=1e3 مليون/ملايين=1e6 مليار/مليارات/بليون=1e9",
    "pl": """
    tysiąc/tysiące/tysięcy/tys=1e3 milion/miliony/milionów/miliona/mln=1e6 \
    miliard/miliardy/miliardów/mld=1e9
    """,
    "tr": "bin=1e3 milyon=1e6 milyar=1e9", "ja": "千=1e3 万=1e4 億=1e8",
    "zh": "千=1e3 万/萬=1e4 亿/億=1e8", "ko": "천=1e3 만=1e4 억=1e8",
    "he": "אלף/אלפים=1e3 מיליון=1e6 מיליארד=1e9",
  ]
}
