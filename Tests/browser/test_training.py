"""Pages of training, zones and formulas: valid, accessible, and as wide as the window."""

import subprocess

import pytest

from conftest import PHONE, VOUCH, WIDE
from test_html import errors
from test_pages import AXE, overflow, violations

FILES = {
    "module.yml": """### YamlMime:Module
uid: learn.sharing
title: Share data with other services
summary: Learn who may send what.
prerequisites: |
  - A trial of the product
units:
- learn.sharing.check
""",
    "check.yml": """### YamlMime:ModuleUnit
uid: learn.sharing.check
title: Knowledge check
durationInMinutes: 3
content: |
  Answer the questions.
quiz:
  title: Check your knowledge
  questions:
  - content: Who may approve a connection?
    choices:
    - content: Everybody
      isCorrect: false
      explanation: Only some roles may.
    - content: An administrator
      isCorrect: true
      explanation: That is what the role is for.
""",
    "zones.md": """# Zones and formulas

::: zone pivot="python"

Text for Python.

::: zone-end

::: zone pivot="csharp"

Text for C#.

::: zone-end

The sum $a_1 + b_1$ and alone:

$$
\\sum_{i=1}^{n} x_i * y_i = \\frac{a * b}{c * d} + \\alpha_1 * \\beta_1 + \\gamma_1 * \\delta_1
$$
""",
}
PAGES = ["module.html", "check.html", "zones.html"]


@pytest.fixture(scope="session")
def training(tmp_path_factory):
    content = tmp_path_factory.mktemp("training")
    for locale in ("en-us", "ar-sa"):
        (content / locale).mkdir()
        for name, text in FILES.items():
            (content / locale / name).write_text(text, encoding="utf-8")
    output = tmp_path_factory.mktemp("training-site") / "site"
    subprocess.run(
        [VOUCH, "build", str(content), "-o", str(output), "--quiet", "--strict"], check=True
    )
    return output


def test_they_are_valid(training):
    assert errors([training / "en-us" / name for name in PAGES]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en-us", "ar-sa"])
def test_they_are_accessible_and_fit(watched, training, locale, scheme):
    watched.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for name in PAGES:
        watched.goto((training / locale / name).as_uri())
        for size in (WIDE, PHONE):
            watched.set_viewport_size(size)
            assert overflow(watched) <= 0, (name, size)
        watched.evaluate(AXE)
        assert violations(watched) == [], name


def test_a_module_leads_to_its_units_and_answers_stay_folded(watched, training):
    watched.goto((training / "en-us" / "module.html").as_uri())
    watched.get_by_role("article").get_by_role("link", name="Knowledge check").click()
    explanation = watched.get_by_text("That is what the role is for.")
    assert not explanation.is_visible()
    watched.get_by_text("Answers").click()
    assert explanation.is_visible()
    assert watched.get_by_text("Only some roles may.").is_visible()


def test_a_formula_is_as_it_was_written(watched, training):
    watched.goto((training / "ar-sa" / "zones.html").as_uri())
    article = watched.locator("article")
    for formula in ("a_1 + b_1", "x_i * y_i = \\frac{a * b}{c * d}"):
        place = article.get_by_text(formula)
        assert place.is_visible()
        assert place.evaluate("element => getComputedStyle(element).direction") == "ltr"
    assert article.locator("em").count() == 0
