"""Audits snapshots as tasks of a Spark application and merges the parts; see scripts/spark-audit."""

import argparse
import contextlib
import io
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tarfile
import tempfile
import time
import uuid

from pyspark import SparkConf, SparkContext

from cluster import local_cluster
from part import audit, gravest

PROJECT = pathlib.Path(__file__).resolve().parents[2]


def distribute(options, parts, master, vouch, words, folder):
    """Runs a task for each snapshot; the outcomes in the order of the snapshots."""
    conf = (SparkConf().setMaster(master).setAppName("vouch audit")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", os.environ.get("SPARK_DRIVER_HOST", "127.0.0.1"))
            .set("spark.executor.memory", "512m").set("spark.executor.cores", "1")
            # All workers take part, also where the first could do everything.
            .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
            .set("spark.scheduler.maxRegisteredResourcesWaitingTime", "60s"))
    if options.vouch_archive:
        conf.set("spark.archives", f"{options.vouch_archive}#vouch")
    if not options.master:
        os.environ["PYSPARK_PYTHON"] = sys.executable
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    for name in ("audit.py", "cluster.py", "part.py"):
        context.addPyFile(str(pathlib.Path(__file__).with_name(name)))
    try:
        tasks = [(position, snapshot) for position, snapshot in enumerate(options.snapshots)]
        return (context.parallelize(tasks, len(tasks))
                .map(lambda task: audit(task[1], vouch, words, folder, parts, task[0]))
                .collect())
    finally:
        context.stop()


def run(options, words, folder):
    """The whole: distribute, unpack, merge. Gives back the exit status and the workers."""
    program = os.environ["VOUCH"]
    share = os.environ.get("VOUCH_SHARE")
    vouch = (None, None) if options.vouch_archive else (program, share)
    with contextlib.ExitStack() as stack:
        work = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vouch-spark-")))
        shared = None
        if options.parts:
            # What an earlier run left there is none of this one.
            shared = pathlib.Path(options.parts).resolve() / f"run-{uuid.uuid4().hex}"
            shared.mkdir(parents=True)
            # The workers may be another user.
            shared.chmod(stat.S_IMODE(shared.parent.stat().st_mode))
            stack.callback(shutil.rmtree, shared, ignore_errors=True)
        master = options.master or stack.enter_context(local_cluster(work, options.workers))
        outcomes = distribute(options, shared and str(shared), master, vouch, words, folder)
        parts = []
        for position, (_, status, said, part) in enumerate(outcomes):
            sys.stderr.write(said)
            if part is None:
                parts = None
            elif parts is not None and isinstance(part, bytes):
                target = work / f"unpacked-{position}"
                with tarfile.open(fileobj=io.BytesIO(part)) as archive:
                    archive.extractall(target, filter="data")
                parts.append(target / "part")
            elif parts is not None:
                parts.append(part)
        workers = sorted({outcome[0] for outcome in outcomes})
        if parts is None:
            return gravest(outcome[1] for outcome in outcomes), workers
        ending = subprocess.run([program, "merge", *parts, "-o", options.output], cwd=folder)
        return ending.returncode, workers


def check(options):
    """One process, four parts merged, and Spark: the same bytes."""
    with tempfile.TemporaryDirectory(prefix="vouch-check-") as name:
        folder = pathlib.Path(name)
        snapshots = []
        for number in range(4):
            snapshots.append(f"environment-{number}")
            subprocess.run(
                [sys.executable, PROJECT / "Benchmarks" / "generate_snapshot.py",
                 folder / snapshots[-1], "--exports", str(40 + number), "--runs", "200",
                 "--seed", str(number), "--instance", str(number)], check=True)
        words = ["--as-of", "2026-11-28T00:00:00Z", "--locale", "en-us,ar-sa", "--quiet"]

        def vouch(*arguments):
            ending = subprocess.run([os.environ["VOUCH"], *arguments], cwd=folder,
                                    stdout=subprocess.DEVNULL)
            if ending.returncode not in (0, 1, 4):
                raise SystemExit(f"vouch {arguments[0]} ended with {ending.returncode}")
            return ending.returncode

        def once():
            return vouch("audit", *snapshots, "-o", "once", *words)

        def merged():
            for snapshot in snapshots:
                vouch("audit", snapshot, "-o", f"part-{snapshot}", *words)
            return vouch("merge", *[f"part-{name}" for name in reversed(snapshots)], "-o", "merged")

        workers = []

        def spark():
            options.snapshots, options.output = snapshots, "spark"
            status, where = run(options, words, str(folder))
            workers.extend(where)
            return status

        statuses = {}
        for title, action in (("one process", once), ("four parts merged", merged),
                              ("Spark", spark)):
            start = time.monotonic()
            statuses[title] = action()
            print(f"{title}: status {statuses[title]}, {time.monotonic() - start:.1f} s",
                  flush=True)
        print(f"Spark's tasks ran in {len(workers)} worker processes: "
              + ", ".join("/".join(pathlib.Path(place).parts[-3:]) for place in workers))
        files = [path for path in (folder / "once").rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        failed = len(set(statuses.values())) != 1 or len(workers) < 2
        for other in ("merged", "spark"):
            same = subprocess.run(["diff", "-r", "once", other], cwd=folder).returncode == 0
            print(f"once and {other}: "
                  + (f"the same {len(files)} files, {size / 1e6:.1f} MB" if same else "DIFFERENT"))
            failed = failed or not same
        return 1 if failed else 0


def main():
    words = sys.argv[1:]
    more = words[words.index("--") + 1:] if "--" in words else []
    if "--" in words:
        words = words[:words.index("--")]
    parser = argparse.ArgumentParser(prog="spark-audit", description=__doc__)
    parser.add_argument("--master", help="address of a cluster (default: one on this machine)")
    parser.add_argument("--workers", type=int, default=2, help="workers on this machine")
    parser.add_argument("--vouch-archive", help="archive with bin/vouch and share/vouch for workers")
    parser.add_argument("--parts", help="folder on shared storage that tasks write their parts to")
    parser.add_argument("--output", "-o", default="public", help="folder of the merged report")
    parser.add_argument("--check", action="store_true", help="compare three ways, byte by byte")
    parser.add_argument("snapshots", nargs="*", metavar="SNAPSHOT")
    options = parser.parse_args(words)
    if options.workers < 1:
        parser.error("--workers needs at least 1")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        parser.error("there is no Java; scripts/bootstrap --spark installs it")
    if options.check:
        raise SystemExit(check(options))
    if not options.snapshots:
        parser.error("SNAPSHOT is missing")
    status, workers = run(options, more, os.getcwd())
    print(f"{len(options.snapshots)} snapshots, {len(workers)} worker processes")
    raise SystemExit(status)


if __name__ == "__main__":
    main()
