"""Measures Vouch against a peer or a limit in the same run and prints ratios.

usage: bench.py [site] [audit] [localization] [--runs N]   (all without a word)

Site: `vouch build` against Hugo, and with its search index against Hugo and Pagefind, on a real docs
set in four locales and on 4,000 pages made from it; rebuilds with nothing and one page changed
against a clean build; the share of what cmark's own parsing and rendering takes.
Audit: `vouch audit` on a generated snapshot, against 300 MB/s and 300 MB of memory; four rules, and
all, against DuckDB with four queries (Benchmarks/reference) on a million exports. The counts of the
outcomes must be the same. VOUCH_BENCH_EXPORTS makes that snapshot smaller, to try the benchmark.
Localization: all checks of 245,000 translated texts on one processor, against the time in which the
same command reads the same pages and finds their texts with all checks switched off; and the same
of a set whose copies have no text in common.
Runs alternate between the two sides; the smallest of each counts. Memory is the peak of the process.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import generate_translations

PROJECT = pathlib.Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
WORK = pathlib.Path(os.environ.get("VOUCH_BENCH_WORK", PROJECT / "bench-work"))
KINDS = ["site", "audit", "localization"]
LOCALES = ["en-us", "fr-fr", "kk-kz", "ar-sa"]
failures = []


def timed(command, folder):
    """Runs a command; its wall time in seconds and its peak memory in MB."""
    with open(os.devnull, "w") as nothing, open(WORK / "errors.txt", "w") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1, 4):
        sys.exit(f"{command[0]} ended with {code}: {(WORK / 'errors.txt').read_text()[-600:]}")
    return wall, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def best(runs):
    return tuple(min(run[index] for run in runs) for index in range(3))


def report(name, value, goal, unit="x", at_least=True):
    holds = value >= goal if at_least else value <= goal
    word = "at least" if at_least else "at most"
    print(f"  {name}: {value:.1f}{unit} (goal: {word} {goal}{unit}) {'ok' if holds else 'MISSED'}")
    if not holds:
        failures.append(name)


def against_hugo(name, roots, hugo, vouch, runs):
    peer = WORK / "hugo"
    if not (WORK / f"{name}-docs").exists():
        shutil.copytree(SHARED / "peers" / "hugo", peer, dirs_exist_ok=True)
        subprocess.run(
            [sys.executable, str(peer / "setup.py"), str(WORK), name]
            + [f"{locale}={folder}" for locale, folder in roots.items()],
            check=True, stdout=subprocess.DEVNULL,
        )
    site = WORK / f"{name}-docs"
    content = next(iter(roots.values())).parent
    ours, searching, theirs, finding = [], [], [], []
    pagefind = os.environ.get("PAGEFIND")
    for run in range(runs):
        # Each run writes into a new folder: removing one just before costs the file system more
        # than writing, and whoever comes next pays for it.
        public, out, full = (WORK / f"{name}-{word}-{run}" for word in ("hugo", "vouch", "full"))
        theirs.append(timed([hugo, "--quiet", "--destination", str(public)], site))
        ours.append(timed([vouch, "build", str(content), "-o", str(out), "--quiet", "--no-cache",
                           "--no-search", "--no-status"], WORK))
        searching.append(timed([vouch, "build", str(content), "-o", str(full), "--quiet",
                                "--no-status"], WORK))
        if pagefind:
            finding.append(timed([pagefind, "--site", str(public), "--quiet"], WORK))
    peer_best, our_best, full_best = best(theirs), best(ours), best(searching)
    pages = sum(1 for _ in out.rglob("*.html"))
    print(
        f"{name}: {pages} pages; vouch {our_best[0]:.2f} s {our_best[1]:.0f} MB "
        f"cpu {our_best[2]:.2f} s, with search and cache {full_best[0]:.2f} s {full_best[1]:.0f} MB "
        f"cpu {full_best[2]:.2f} s; hugo {peer_best[0]:.2f} s {peer_best[1]:.0f} MB "
        f"cpu {peer_best[2]:.2f} s"
    )
    if finding:
        found = best(finding)
        print(f"  pagefind {found[0]:.2f} s {found[1]:.0f} MB cpu {found[2]:.2f} s")
        report("with search, wall time against Hugo and Pagefind",
               (peer_best[0] + found[0]) / full_best[0], 15)
    rebuilds(name, content, WORK / f"{name}-full-0", vouch, runs, full_best)
    whole = WORK / f"{name}-whole"
    standing = timed([vouch, "build", str(content), "-o", str(whole), "--quiet"], WORK)
    print(f"  with pages on the status of translations too {standing[0]:.2f} s cpu {standing[2]:.2f} s")
    shutil.rmtree(whole, ignore_errors=True)
    floor(next(iter(roots.values())).parent, our_best)
    for run in range(runs):
        for word in ("hugo", "vouch", "full"):
            shutil.rmtree(WORK / f"{name}-{word}-{run}", ignore_errors=True)
    return peer_best, our_best


def rebuilds(name, content, out, vouch, runs, clean):
    """The same site again, with nothing and with one page changed, as shares of a clean build."""
    command = [vouch, "build", str(content), "-o", str(out), "--quiet", "--no-status"]
    page = sorted((content / "en-us").rglob("connections.md"))[0]
    timed(command, WORK)
    same = best([timed(command, WORK) for _ in range(runs)])
    text = page.read_text()
    one = []
    try:
        for run in range(runs):
            page.write_text(f"{text}\nChanged {run}.\n")
            one.append(timed(command, WORK))
    finally:
        page.write_text(text)
    one = best(one)
    print(
        f"  nothing changed {same[0]:.3f} s cpu {same[2]:.3f} s, one page changed {one[0]:.3f} s "
        f"cpu {one[2]:.3f} s"
    )
    report("nothing changed, share of a clean build", same[0] / clean[0] * 100, 10, " %", False)
    report("one page changed, share of a clean build", one[0] / clean[0] * 100, 15, " %", False)


def floor(content, ours):
    """What cmark's own program takes for the same files, on one processor."""
    cmark = shutil.which("cmark-gfm")
    if not cmark:
        return
    files = [str(path) for path in sorted(content.rglob("*.md"))]
    least = timed([cmark, "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink"] + files,
                  WORK)
    print(f"  cmark alone {least[2]:.2f} s of CPU: {least[2] / ours[2] * 100:.0f} % of ours")


def bench_site(vouch, runs):
    if not SHARED.exists():
        print("site: skipped, the reference docs set is not beside the project")
        return
    hugo = os.environ.get("HUGO") or shutil.which("hugo")
    if not hugo:
        print("site: skipped, there is no hugo (scripts/bench installs it)")
        return
    small = WORK / "corpus"
    for locale in LOCALES:
        if not (small / locale).exists():
            shutil.copytree(SHARED / "corpus" / locale, small / locale)
    large = WORK / "large"
    for locale in LOCALES:
        for copy in range(10):
            if not (large / locale / f"set-{copy}").exists():
                shutil.copytree(SHARED / "corpus" / locale, large / locale / f"set-{copy}")
    for name, root in (("corpus", small), ("large", large)):
        theirs, ours = against_hugo(
            name, {locale: root / locale for locale in LOCALES}, hugo, vouch, runs
        )
        report("wall time against Hugo", theirs[0] / ours[0], 5 if name == "corpus" else 8)
        if name == "large":
            report("memory against Hugo", theirs[1] / ours[1], 8)


# The rules that the limit on throughput is stated for; the others came later.
FIRST_RULES = (
    "CON-01,CON-02,CON-03,CON-06,SHR-01,SHR-02,SHR-03,SHR-04,LIF-01,LIF-02,LIF-03,LIF-06,"
    "LIM-01,LIM-02,LIM-03,LIM-04,LIM-05,LIM-06,CRD-04,DQ-01,DQ-02,DQ-03,DQ-04,DQ-05"
)


def bench_audit(vouch, runs):
    snapshot = WORK / "snapshot-mixed"
    if not (snapshot / "manifest.json").exists():
        subprocess.run(
            [
                sys.executable, str(PROJECT / "Benchmarks" / "generate_snapshot.py"),
                str(snapshot), "--exports", "100000", "--runs", "1000000",
            ],
            check=True,
        )
    size = sum(path.stat().st_size for path in snapshot.iterdir()) / 1e6
    command = [
        vouch, "audit", str(snapshot), "--format", "json", "-o", str(WORK / "audit-out"), "--quiet",
        "--fail-on", "never",
    ]
    first = command + ["--rules", FIRST_RULES]
    timed(first, WORK)
    results = [(timed(first, WORK), timed(command, WORK)) for _ in range(runs)]
    few, all_rules = best([few for few, _ in results]), best([every for _, every in results])
    for name, result in (("24 rules", few), ("all rules", all_rules)):
        print(
            f"audit: {size:.0f} MB, {name}; {result[0]:.2f} s, {size / result[0]:.0f} MB/s, "
            f"{result[1]:.0f} MB, cpu {result[2]:.2f} s"
        )
    report("throughput of 24 rules", size / few[0], 300, " MB/s")
    report("memory of all rules", all_rules[1], 300, " MB", at_least=False)


RULES = ["CON-01", "LIF-01", "LIM-01", "DQ-01"]
OUTCOMES = ["pass", "fail", "unknown", "notApplicable", "accepted"]


def large_snapshot():
    """A million exports, 200,000 connections and two million runs, some of whose ids lead nowhere."""
    exports = int(os.environ.get("VOUCH_BENCH_EXPORTS", 1_000_000))
    snapshot = WORK / f"snapshot-{exports}"
    if not (snapshot / "manifest.json").exists():
        subprocess.run(
            [sys.executable, str(PROJECT / "Benchmarks" / "generate_snapshot.py"), str(snapshot),
             "--exports", str(exports), "--connections", str(exports // 5),
             "--runs", str(2 * exports), "--broken-every", "997", "--lean"],
            check=True,
        )
    return snapshot


def same_counts(reference, out):
    """Whether DuckDB counts the outcomes as Vouch does; says where not."""
    summary = json.loads((out / "report" / "summary.json").read_text())
    ours = {rule["id"]: rule["totals"] for rule in summary["rules"]}
    is_same = True
    for line in reference.splitlines():
        theirs = json.loads(line)
        rule = theirs["rule"]
        counts = [(theirs[outcome], ours[rule][outcome]) for outcome in OUTCOMES]
        if any(left != right for left, right in counts):
            is_same = False
            print(f"  {rule}: DuckDB counts {dict(zip(OUTCOMES, counts))} (theirs, ours)")
        else:
            print(f"  {rule}: " + ", ".join(
                f"{count[0]} {outcome}" for outcome, count in zip(OUTCOMES, counts)))
    return is_same


def bench_duckdb(vouch, runs):
    try:
        import duckdb
    except ImportError:
        print("audit against DuckDB: skipped, there is no duckdb (scripts/bench installs it)")
        return
    snapshot = large_snapshot()
    size = sum(path.stat().st_size for path in snapshot.iterdir()) / 1e6
    out = WORK / "audit-large"
    base = [vouch, "audit", str(snapshot), "--format", "json", "--quiet", "--fail-on", "never",
            "-o", str(out)]
    four = base + ["--rules", ",".join(RULES)]
    query = [sys.executable, str(PROJECT / "Benchmarks" / "reference.py"), str(snapshot),
             str(PROJECT / "content" / "catalogue"), str(WORK)]
    print(f"audit against DuckDB {duckdb.__version__}: {size:.0f} MB")
    reference = subprocess.run(query, check=True, capture_output=True, text=True).stdout
    timed(four, WORK)
    if not same_counts(reference, out):
        sys.exit("the counts of DuckDB's queries and of Vouch differ: nothing to compare")
    theirs, ours, all_rules = [], [], []
    for _ in range(runs):
        theirs.append(timed(query, WORK))
        ours.append(timed(four, WORK))
        all_rules.append(timed(base, WORK))
    duck, our, whole = best(theirs), best(ours), best(all_rules)
    for name, result in (("DuckDB, four rules", duck), ("vouch, four rules", our),
                         ("vouch, all rules", whole)):
        print(f"  {name}: {result[0]:.2f} s, {result[1]:.0f} MB, cpu {result[2]:.2f} s")
    report("four rules, times faster than DuckDB", duck[0] / our[0], 2.5)
    report("all rules, times as long as DuckDB's four", whole[0] / duck[0], 1, at_least=False)
    report("all rules, bound", whole[0] / duck[0], 3, at_least=False)
    report("memory of all rules", whole[1], 500, " MB", at_least=False)


def bench_localization(vouch, runs):
    corpus = SHARED / "corpus"
    if not corpus.is_dir():
        print("localization: LEFT OUT, ../shared with the corpus is not beside the project")
        return
    folder = WORK / "translations"
    if not folder.exists():
        generate_translations.generate(corpus, folder, 245_000)
    units = sum(
        path.read_bytes().count(b"data-ttu-id=") for path in folder.rglob("*.md")
    )
    off = WORK / "no-checks.yaml"
    off.write_text("checks: {all: off}\n", encoding="utf-8")
    distinct = WORK / "translations-distinct"
    if not distinct.exists():
        generate_translations.make_distinct(folder, distinct)

    def measured(folder, words):
        command = [vouch, "check", str(folder), "--translations", "--format", "json", "--jobs", "1"]
        parsing, checking = [], []
        for _ in range(runs):
            parsing.append(timed([*command, "--checks", str(off)], WORK))
            checking.append(timed(command, WORK))
        parsed, checked = best(parsing), best(checking)
        print(
            f"localization: {units} units{words}; found in {parsed[2]:.2f} s of CPU and "
            f"{parsed[1]:.0f} MB, found and checked in {checked[2]:.2f} s and {checked[1]:.0f} MB, "
            f"{checked[2] / parsed[2]:.2f} times"
        )
        return parsed, checked

    # A text that comes again is known: the second set shows what that is worth.
    parsed, checked = measured(folder, "")
    measured(distinct, ", none in two copies")
    # CPU time: it says the same on a busy machine.
    report("checking to parsing", checked[2] / parsed[2], 2, at_least=False)
    report("memory", checked[1], 600, unit=" MB", at_least=False)


def main():
    words = sys.argv[1:]
    runs = int(words[words.index("--runs") + 1]) if "--runs" in words else 3
    chosen = [word for word in words if word in KINDS] or KINDS
    vouch = os.environ["VOUCH"]
    WORK.mkdir(parents=True, exist_ok=True)
    if "site" in chosen:
        bench_site(vouch, runs)
    if "audit" in chosen:
        bench_audit(vouch, runs)
        bench_duckdb(vouch, runs)
    if "localization" in chosen:
        bench_localization(vouch, runs)
    if failures:
        sys.exit(f"missed: {', '.join(failures)}")


main()
