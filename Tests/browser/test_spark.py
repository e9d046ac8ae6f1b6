"""The task of scripts/spark-audit, without Spark: what counts as the part of a run."""

import io
import sys
import tarfile

import pytest

from conftest import PROJECT

sys.path.insert(0, str(PROJECT / "scripts" / "spark"))
import part  # noqa: E402


def program(folder, status, writes):
    """A program that ends as vouch may, with or without a report."""
    path = folder / "vouch"
    path.write_text(
        "#!/bin/sh\n"
        + ('mkdir -p "$4/report"; echo x > "$4/report/SHA256SUMS"\n' if writes else "")
        + (f"kill -{-status} $$\n" if status < 0 else f"exit {status}\n"), "utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("shares", [False, True])
@pytest.mark.parametrize("status, writes, is_part", [
    (0, True, True), (1, True, True), (3, True, True), (4, True, True), (5, True, True),
    # A secret, input that can't be read, exceptions that don't parse: no report.
    (1, False, False), (3, False, False), (5, False, False),
    # Whatever such an ending left is no report.
    (2, True, False), (70, True, False), (-9, True, False),
])
def test_only_what_this_audit_wrote_is_its_part(tmp_path, shares, status, writes, is_part):
    parts = tmp_path / "parts"
    # What another run, or a former try of the task, left.
    for left in ("part-0", "part-0-0"):
        (parts / left / "report").mkdir(parents=True)
        (parts / left / "report" / "SHA256SUMS").write_text("yesterday")
    _, ended, _, made = part.audit(
        "s.json", (program(tmp_path, status, writes), None), [], str(tmp_path),
        str(parts) if shares else None, 0)
    assert ended == status
    assert (made is not None) == is_part
    if is_part and shares:
        with open(f"{made}/report/SHA256SUMS", encoding="utf-8") as file:
            assert file.read() == "x\n"
    elif is_part:
        with tarfile.open(fileobj=io.BytesIO(made)) as archive:
            assert "part/report/SHA256SUMS" in archive.getnames()


def test_the_gravest_status_counts_and_a_killed_program_is_an_error():
    assert part.gravest([0, 4, 1]) == 1
    assert part.gravest([0, 3, 5]) == 3
    assert part.gravest([0, -9]) == 70
