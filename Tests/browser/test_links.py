"""Every link of every page leads somewhere: of the example, and of a real docs set."""

import pytest

import links
from conftest import PAGES


def test_the_example_has_no_dead_link():
    problems, count = links.check(PAGES)
    assert count > 20_000
    assert problems == [], "\n".join(problems[:20])


# What the translators of the set got wrong; 'vouch check' reports it at its line, in each locale.
KNOWN = (
    "ci-docs/audience-insights/machine-learning-studio-experiments.html: "
    "#productrecommendation-or-next-best-action: there is no such place on the page"
)


def test_a_real_docs_set_has_no_dead_link_but_its_authors(corpus_site):
    problems, count = links.check(corpus_site)
    assert count > 50_000
    expected = [f"{locale}/{KNOWN}" for locale in ("ar-sa", "fr-fr", "kk-kz")]
    assert problems == expected, "\n".join(problems[:20])


@pytest.mark.parametrize(
    "link, why",
    [
        ('<a href="gone.html">', "no such file"), ('<a href="b.html#gone">', "no such place"),
        ('<img src="gone.png">', "no such file"), ('<a href="/b.html">', "begins at the server"),
        ('<a href="../x.html">', "leads out"), ('<a href="javascript:x">', "strange scheme"),
        ("<a title='a > b' href=gone.html>", "no such file"), ('<a href="#gone">', "no such place"),
    ],
)
def test_the_checker_sees_dead_links(tmp_path, link, why):
    (tmp_path / "a.html").write_text(f"<p id=here>{link}x</a>", encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>", encoding="utf-8")
    problems, _ = links.check(tmp_path)
    assert len(problems) == 1 and why in problems[0], problems


@pytest.mark.parametrize(
    "link",
    [
        '<a href="b.html">', '<a href="#here">', '<a href="b%20c.html#é">', '<a href="d/">',
        '<a href="https://example.com/x">', "<!-- <a href=gone.html> -->",
        "<script>'<a href=gone.html>'</script>", '<a href="b.html?outcome=fail#?text=x">',
    ],
)
def test_the_checker_follows_good_links(tmp_path, link):
    (tmp_path / "d").mkdir()
    for name in ("b.html", "b c.html", "d/index.html"):
        (tmp_path / name).write_text("<p id=é>", encoding="utf-8")
    (tmp_path / "a.html").write_text(f"<p id=here>{link}x</a>", encoding="utf-8")
    assert links.check(tmp_path)[0] == []
