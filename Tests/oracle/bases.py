"""What the words of a recorded basis say: one of Article 6(1)(b) to (f) of the GDPR, consent, nothing, or none of these."""

import re
import unicodedata

from judging import negated

_NOTHING = re.compile(r"(none|no(thing|tknown|tspecified|tapplicable|basis)?|null|nil|na|unknown|unspecified|undefined|missing|tb[dac]"
                      r"|tobe(determined|defined|confirmed)|todo|pending|aucune?|inconnue?|so|sansobjet|àdéfinir|geen|onbekend|nvt"
                      r"|жоқ|белгісіз|لايوجد|غيرمعروف)?")
_CONSENT = ("consent", "consentement", "toestemming", "келісім", "موافقة")
_AROUND = re.compile(r"(art|artikel|article|para|paragraphe?|subparagraph|abs|absatz|lid|satz|sentence|s|lit|littera|letter|lettre|point"
                     r"|sub|onder|of|the|under|du|van|gdpr|dsgvo|rgpd|avg|eu|uk|regulation|2016|679|and|or)")
_CITED = r"6 1 (1 )?[b-f]|[b-f] 6 1"
_NAMED = ("contract", "performance a contract", "performance contract", "legal obligation", "vital interest", "vital interests",
          "public task", "public interest", "legitimate interest", "legitimate interests", "contrat", "obligation légale",
          "intérêts vitaux", "intérêt public", "mission d intérêt public", "intérêt légitime", "intérêts légitimes", "overeenkomst",
          "wettelijke verplichting", "vitaal belang", "vitale belangen", "algemeen belang", "gerechtvaardigd belang",
          "gerechtvaardigde belangen", "шарт", "келісімшарт", "заңды міндеттеме", "қоғамдық мүдде", "заңды мүдде", "заңды мүдделер",
          "عقد", "التزام قانوني", "مصالح حيوية", "مصلحة عامة", "مصلحة مشروعة", "مصالح مشروعة")
_OTHER = re.compile("((%s|%s)( |$))+" % (_CITED, "|".join(one.replace(" ", " ?") for one in _NAMED)))


def _words(text):
    return re.findall(r"[^\W\d_]+|\d+", unicodedata.normalize("NFKC", text).lower())


def stated(world, record, path):
    """Whether a basis is stated: words that stand for nothing are as good as an empty text."""
    value = record[path]
    if value.ok and _NOTHING.fullmatch("".join(_words(value.value))):
        return False if world.complete(record.section) else None
    return negated(world.lacks(record, path))


def is_other_than_consent(text):
    """Whether a basis that says something is another one than consent; None where that can't be told."""
    words = _words(text)
    if "".join(words) in _CONSENT:
        return False
    rest = " ".join(one for one in words if not _AROUND.fullmatch(one))
    return True if _OTHER.fullmatch(rest) else None
