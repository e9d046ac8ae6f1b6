"""One task of scripts/spark-audit: the audit of one snapshot."""

import io
import os
import pathlib
import subprocess
import tarfile
import tempfile
import uuid

# The exit statuses, the gravest first; those with which vouch may have written a report.
GRAVEST = [70, 2, 3, 5, 1, 4, 0]
WITH_REPORT = {0, 1, 3, 4, 5}


def gravest(statuses):
    """The exit status of all; a program that was killed counts as an internal error."""
    known = [status if status in GRAVEST else 70 for status in statuses]
    return min(known, key=GRAVEST.index)


def audit(snapshot, vouch, words, folder, parts, position):
    """One task: the audit of one snapshot. Gives back where it ran, how it ended, and its part.

    The part is the bytes of an archive; with a folder for parts, which must be the run's own, the
    path of a folder in it; None if the audit wrote none.
    """
    program, share = vouch
    if program is None:  # came with the application as an archive
        from pyspark import SparkFiles

        # Executors give a path from their own folder, and the program runs in another.
        root = (pathlib.Path(SparkFiles.getRootDirectory()) / "vouch").resolve()
        program, share = str(next(root.rglob("bin/vouch"))), None
    environment = dict(os.environ)
    if share:
        environment["VOUCH_SHARE"] = share
    with tempfile.TemporaryDirectory() as temporary:
        # A task may be tried again: what a former try left is no part.
        name = f"part-{position}-{uuid.uuid4().hex}"
        out = os.path.join(parts or temporary, name)
        ending = subprocess.run([program, "audit", snapshot, "-o", out, "--jobs", "1", *words],
                                cwd=folder, env=environment, capture_output=True, text=True)
        here = os.getcwd()
        # With most statuses there may be a report or none; the folder is new, so one in it is this.
        if (ending.returncode not in WITH_REPORT
                or not os.path.exists(os.path.join(out, "report", "SHA256SUMS"))):
            return here, ending.returncode, ending.stderr, None
        if parts:
            return here, ending.returncode, ending.stderr, out
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=1) as archive:
            archive.add(out, arcname="part")
        return here, ending.returncode, ending.stderr, packed.getvalue()
