"""The frame of pages in a language that runs from right to left and has no words of its own."""

import subprocess

import pytest

from conftest import VOUCH


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory):
    """Two pages in Hebrew and one that only English has."""
    content = tmp_path_factory.mktemp("content")
    pages = {
        "en-us/toc.yml": "- name: First\n  href: a.md\n- name: Second\n  href: b.md\n"
        "- name: Third\n  href: c.md\n",
        "en-us/a.md": "# First\n\nOne.\n",
        "en-us/b.md": "# Second\n\nTwo.\n",
        "en-us/c.md": "# Third\n\nThree.\n",
        "he-il/toc.yml": "- name: First\n  href: a.md\n- name: Second\n  href: b.md\n"
        "- name: Third\n  href: c.md\n",
        "he-il/a.md": "# הדוח השנתי\n\nשלום.\n",
        "he-il/b.md": "# הדוח השני\n\nשלום.\n",
    }
    for name, text in pages.items():
        file = content / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    output = tmp_path_factory.mktemp("hebrew") / "site"
    subprocess.run([VOUCH, "build", str(content), "-o", str(output), "--quiet"], check=True)
    return output / "he-il"


def test_the_pager_keeps_its_words_together(watched, hebrew):
    watched.goto((hebrew / "b.html").as_uri())
    for kind, side in [("next", "left"), ("previous", "right")]:
        label, name = watched.eval_on_selector(
            f".pager a[rel={'next' if kind == 'next' else 'prev'}]",
            """link => {
              const words = document.createRange();
              words.selectNodeContents(link.lastChild);
              return [link.firstElementChild, words].map(part => {
                const box = part.getBoundingClientRect();
                return {left: box.left, right: box.right};
              });
            }""",
        )
        assert abs(label[side] - name[side]) < 2, (kind, label, name)


def test_the_language_of_an_entry_stands_behind_it(watched, hebrew):
    watched.goto((hebrew / "a.html").as_uri())
    display, margin = watched.eval_on_selector(
        ".navigation .absent",
        """entry => {
          const mark = getComputedStyle(entry, '::after');
          return [mark.display, parseFloat(mark.marginRight)];
        }""",
    )
    # In line with English words it would stand on their other side, without a gap.
    assert display == "inline-block" and margin > 3
