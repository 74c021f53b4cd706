#!/usr/bin/env python3
"""Kills a batch at random moments, starts it again, and compares its results with those of an undisturbed run.

    kill.py PROGRAM FOLDER [TIMES [SEED]]

Exit status 1 where a result differs, is missing, or is left half done under any name."""
import filecmp
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def results(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main():
    program, source = sys.argv[1:3]
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        command = [program, source, "--quiet", "--output"]
        start = time.time()
        subprocess.run(command + [str(work / "whole")], stderr=subprocess.DEVNULL)
        whole, wanted = time.time() - start, results(work / "whole")
        different = resumed = 0
        for _ in range(times):
            shutil.rmtree(work / "out", ignore_errors=True)
            process = subprocess.Popen(command + [str(work / "out")], stderr=subprocess.DEVNULL)
            time.sleep(random.random() * whole)
            process.send_signal(signal.SIGKILL)
            process.wait()
            before = results(work / "out") if (work / "out").exists() else {}
            # What has its name is whole already.
            different += sum(wanted.get(name) != data for name, data in before.items() if not name.split("/")[-1].startswith("."))
            resumed += 0 < len(before) < len(wanted)
            subprocess.run(command + [str(work / "out")], stderr=subprocess.DEVNULL)
            after = results(work / "out")
            different += sum(wanted.get(name) != after.get(name) for name in wanted.keys() | after.keys())
        print(f"killed {times} times, {resumed} of them in the middle, {len(wanted)} results each: {different} differ")
        sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
