"""A Spark cluster on this machine: a master and several workers, each a process of its own."""

import contextlib
import os
import pathlib
import re
import subprocess
import time

import pyspark

SPARK_HOME = pathlib.Path(pyspark.__file__).parent
STARTED = 60


def wait_for(log, pattern):
    """The first match of a pattern in a log that is being written."""
    end = time.monotonic() + STARTED
    while time.monotonic() < end:
        found = re.search(pattern, log.read_text()) if log.exists() else None
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"spark-audit: no '{pattern}' in {log} within {STARTED} s")


@contextlib.contextmanager
def local_cluster(folder, workers):
    """The address of a master with some workers, which end when the body ends."""
    environment = dict(os.environ, SPARK_HOME=str(SPARK_HOME), SPARK_LOCAL_IP="127.0.0.1",
                       SPARK_DAEMON_MEMORY="256m", SPARK_NO_DAEMONIZE="1")
    processes = []

    def start(name, main, *words):
        log = folder / f"{name}.log"
        with open(log, "wb") as file:
            processes.append(subprocess.Popen(
                [SPARK_HOME / "bin" / "spark-class", f"org.apache.spark.deploy.{main}", *words],
                stdout=file, stderr=file, env=environment))
        return log

    try:
        log = start("master", "master.Master", "--host", "127.0.0.1", "--port", "0",
                    "--webui-port", "0")
        master = wait_for(log, r"Starting Spark master at (spark://\S+)").group(1)
        logs = [start(f"worker-{number}", "worker.Worker", master, "--host", "127.0.0.1",
                      "--cores", "1", "--memory", "512m", "--webui-port", "0",
                      "--work-dir", str(folder / f"work-{number}"))
                for number in range(workers)]
        for log in logs:
            wait_for(log, "Successfully registered with master")
        yield master
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in processes:
            process.wait(timeout=30)
