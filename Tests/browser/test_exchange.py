"""Translations open in the tools of others, and come back byte for byte.

Translate Toolkit and gettext's msgfmt read what `vouch memory export` writes; the schemas of OASIS
and the corpus lie beside the project in ../shared and are skipped, with a word, where absent.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess

import pytest
import saxonche
from lxml import etree, isoschematron
from translate.storage import factory

from conftest import PROJECT, VOUCH

SHARED = PROJECT.parent / "shared"
SCHEMAS = SHARED / "schemas"
SETS = {
    "own": (PROJECT / "content", ["fr-fr", "nl-nl", "kk-kz", "ar-sa"]),
    "corpus": (SHARED / "corpus", ["fr-fr", "kk-kz", "ar-sa"]),
}
FORMATS = ["xliff", "xliff1.2", "tmx", "po"]
SVRL = "{http://purl.oclc.org/dsdl/svrl}"

needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(),
    reason="NOT VALIDATED: ../shared with the schemas is not beside the project",
)


def vouch(*words):
    done = subprocess.run([VOUCH, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return done.stdout


def ending(form):
    return {"xliff": "xlf", "xliff1.2": "xlf"}.get(form, form)


@pytest.fixture(scope="session", params=SETS)
def content(request):
    folder, locales = SETS[request.param]
    if not folder.is_dir():
        pytest.skip("NOT OPENED: ../shared with the corpus is not beside the project")
    return folder, locales


@pytest.fixture(scope="session")
def exported(content, once):
    """A file for each format and locale."""
    folder, locales = content
    wanted = [(form, locale) for form in FORMATS for locale in locales]

    def make(output):
        for form, locale in wanted:
            into = output / f"{form}-{locale}"
            vouch("memory", "export", folder, "--format", form, "-l", locale, "-o", into)

    made = once(f"exported-{folder.name}", make)
    files = {}
    for form, locale in wanted:
        [files[form, locale]] = (made / f"{form}-{locale}").glob(f"*.{ending(form)}")
    return files


def plain(element):
    """The text of an element of XLIFF 2.1 with its markup put back."""
    unit = next(element.iterancestors("{*}unit"))
    data = {item.get("id"): item.text or "" for item in unit.iter("{*}data")}

    def text(node):
        parts = [node.text or ""]
        for child in node:
            name = etree.QName(child).localname
            if name == "pc":
                parts += [data[child.get("dataRefStart")], text(child), data[child.get("dataRefEnd")]]
            else:
                parts.append(data[child.get("dataRef")])
            parts.append(child.tail or "")
        return "".join(parts)

    return text(element)


def texts_of_vouch(path):
    """What the richest format says: page and id, source, translation."""
    texts = []
    for file in etree.parse(str(path)).getroot().iter("{*}file"):
        for unit in file.iter("{*}unit"):
            source, target = unit.find(".//{*}source"), unit.find(".//{*}target")
            texts.append((file.get("original"), unit.get("id"), plain(source), plain(target)))
    return texts


def texts_of_toolkit(path):
    """Sources and translations as Translate Toolkit reads them."""
    units = [unit for unit in factory.getobject(str(path)).units if unit.istranslatable()]
    assert all(unit.istranslated() for unit in units)
    return [(str(unit.source), str(unit.target)) for unit in units]


@pytest.mark.parametrize("form", ["xliff1.2", "tmx", "po"])
def test_translate_toolkit_reads_every_text(content, exported, form):
    for locale in content[1]:
        expected = texts_of_vouch(exported["xliff", locale])
        assert len(expected) > 1000
        found = texts_of_toolkit(exported[form, locale])
        # A memory goes by pages; the others go by pages too, in the same order.
        assert sorted(found) == sorted((source, target) for _, _, source, target in expected)


def test_the_number_of_texts_is_that_of_the_status(exported, content):
    status = json.loads(vouch("status", content[0], "--format", "json"))
    compared = 0
    for locale in content[1]:
        counts = collections.Counter(path for path, *_ in texts_of_vouch(exported["xliff", locale]))
        for page in status["pages"]:
            if page["locale"] == locale and page["state"] == "current":
                assert counts[page["path"]] == page["units"], page["path"]
                compared += 1
    assert compared > 200


def test_msgfmt_accepts_the_catalogs(content, exported, tmp_path):
    for locale in content[1]:
        done = subprocess.run(
            ["msgfmt", "-c", "--statistics", "-o", tmp_path / "out.mo", exported["po", locale]],
            capture_output=True,
            text=True,
            env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
        )
        assert done.returncode == 0, done.stderr
        count = len(texts_of_vouch(exported["xliff", locale]))
        # Nothing but the count: no warning of a header.
        assert done.stderr == f"{count} translated messages.\n"


@needs_schemas
def test_xliff_and_tmx_are_valid(content, exported, tmp_path):
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "xliff-2.1" / "xliff_core_2.0.xsd")))
    metadata = etree.XMLSchema(etree.parse(str(SCHEMAS / "xliff-2.1" / "metadata.xsd")))
    profiles = {
        "xliff": etree.RelaxNG(etree.parse(str(SCHEMAS / "xliff21-profile.rng"))),
        "tmx": etree.RelaxNG(etree.parse(str(SCHEMAS / "tmx14-profile.rng"))),
    }
    for locale in content[1]:
        document = etree.parse(str(exported["xliff", locale]))
        schema.assertValid(document)
        profiles["xliff"].assertValid(document)
        blocks = document.getroot().findall(".//{*}file/{*}metadata")
        assert blocks
        for block in blocks:
            metadata.assertValid(etree.ElementTree(block))
        profiles["tmx"].assertValid(etree.parse(str(exported["tmx", locale])))
        del document.getroot().find(".//{*}unit").attrib["id"]
        assert not schema.validate(document), "the schema accepts what it should not"
        assert not profiles["xliff"].validate(document)


@pytest.fixture(scope="session")
def schematron():
    """OASIS's rules for XLIFF 2.1 as a transformation that reports what is broken."""
    rules = etree.parse(str(SCHEMAS / "xliff-2.1" / "xliff_core_2.1.sch"))
    # The stylesheets make XSLT 1.0 of rules that are written for 2.0; the processor takes both.
    rules.getroot().set("queryBinding", "xslt")
    folder = pathlib.Path(isoschematron.__file__).parent / "resources/xsl/iso-schematron-xslt1"
    for name in ["iso_dsdl_include", "iso_abstract_expand", "iso_svrl_for_xslt1"]:
        rules = etree.XSLT(etree.parse(str(folder / f"{name}.xsl")))(rules)
    rules.getroot().set("version", "2.0")
    with saxonche.PySaxonProcessor(license=False) as processor:
        yield processor.new_xslt30_processor().compile_stylesheet(
            stylesheet_text=etree.tostring(rules).decode()
        )


@needs_schemas
def test_xliff_keeps_the_rules_of_the_schematron(content, exported, schematron, tmp_path):
    def broken(path):
        report = etree.fromstring(schematron.transform_to_string(source_file=str(path)).encode())
        assert len(list(report.iter(f"{SVRL}fired-rule"))) > 1000
        names = [f"{SVRL}failed-assert", f"{SVRL}successful-report"]
        return ["".join(item.itertext()).strip() for item in report.iter(*names)]

    for locale in content[1]:
        assert broken(exported["xliff", locale]) == []
    text = exported["xliff", content[1][0]].read_text("utf-8")
    second = re.findall(r'<unit id="[^"]*"', text)[1]
    first = re.search(r'<unit id="[^"]*"', text).group()
    (tmp_path / "twice.xlf").write_text(text.replace(second, first, 1), "utf-8")
    assert broken(tmp_path / "twice.xlf"), "the rules accept an id that is there twice"


@pytest.mark.parametrize("form", ["xliff", "xliff1.2", "po"])
def test_what_was_exported_comes_back_byte_for_byte(content, exported, form, tmp_path):
    folder, locales = content
    copy = tmp_path / "content"
    shutil.copytree(folder, copy)
    for locale in locales:
        said = vouch("memory", "apply", exported[form, locale], "--content", copy, "-l", locale)
        assert said.startswith("0 pages changed (0 texts")
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 100
    for path in files:
        assert (copy / path.relative_to(folder)).read_bytes() == path.read_bytes(), path


@pytest.mark.parametrize("form", ["xliff1.2", "po"])
def test_what_the_toolkit_saves_comes_back(content, exported, form, tmp_path):
    """A tool opens, changes one text, saves: that text alone changes in the page."""
    folder, locales = content
    copy = tmp_path / "content"
    shutil.copytree(folder, copy)
    locale = locales[0]
    store = factory.getobject(str(exported[form, locale]))
    unit = next(
        unit for unit in store.units
        if unit.istranslatable() and len(str(unit.source).split()) > 6
        and not set("[]`*<&{") & set(str(unit.source)) and str(unit.target).endswith(".")
    )
    was, now = str(unit.target), f"{str(unit.target)[:-1]} (relu)."
    unit.target = now
    saved = tmp_path / f"saved.{ending(form)}"
    store.savefile(str(saved))
    said = vouch("memory", "apply", saved, "--content", copy, "-l", locale)
    assert said.startswith("1 page changed (1 text,"), said
    [changed] = [
        path for path in folder.rglob("*")
        if path.is_file() and (copy / path.relative_to(folder)).read_bytes() != path.read_bytes()
    ]
    new = (copy / changed.relative_to(folder)).read_text("utf-8")
    assert new.replace(now, was) == changed.read_text("utf-8")
