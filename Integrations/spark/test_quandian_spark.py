#!/usr/bin/env python3
"""Runs the job on local[2] over thousands of documents, kills processes of workers on the way, stops it and starts it
again, and holds every result against convert's.

    test_quandian_spark.py PROGRAM [COUNT]"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import quandian_spark

SAMPLES = pathlib.Path(__file__).parents[2] / "Samples"


def documents(folder, count):
    """Our samples over and over, each with a line of its own at the end; every hundredth is no text at all."""
    samples = [(path, path.read_bytes()) for path in sorted(SAMPLES.glob("*.txt"))]
    for number in range(count):
        path, data = samples[number % len(samples)]
        place = folder / f"{number % 37}" / f"{path.stem}-{number}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        if number % 100 == 99:
            place.write_bytes(b"PK\x03\x04" + bytes(600))
        else:
            # Digits and line ends are the same in all encodings of the samples but UTF-16.
            end = b"" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"\n{number}\n".encode()
            place.write_bytes(data + end)


def killer(program, stop, killed):
    """Kills a process of a worker every now and then."""
    while not stop.is_set():
        time.sleep(1.5)
        for entry in pathlib.Path("/proc").iterdir():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
            except OSError:
                continue
            if words[:2] == [program.encode(), b"stream"]:
                os.kill(int(entry.name), signal.SIGKILL)
                killed.append(entry.name)
                break


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    from pyspark.sql import SparkSession

    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        # A path of its own, so that no other process is killed.
        program = str(work / "quandian-under-test")
        shutil.copy(sys.argv[1], program)
        documents(work / "in", count)
        subprocess.run([program, str(work / "in"), "--output", str(work / "tei"), "--quiet"], stderr=subprocess.DEVNULL)
        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config(
            "spark.ui.showConsoleProgress", "false").getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        command, source, output = [program, "stream", "--jobs", "1"], str(work / "in"), str(work / "out")

        stop, killed = threading.Event(), []
        thread = threading.Thread(target=killer, args=(program, stop, killed), daemon=True)
        thread.start()
        start = time.time()
        counts = quandian_spark.convert(spark, source, output, "folder", command, 2)
        seconds = time.time() - start
        stop.set()
        thread.join()
        print(f"{count} documents in {seconds:.1f} s, {len(killed)} processes killed: {counts}")
        assert killed, "no process was killed: the test tested nothing"
        assert sum(counts.values()) == count, counts
        assert counts.get("failed", 0) == count // 100, counts

        wrong = 0
        for row in spark.read.parquet(output).toLocalIterator():
            result = (work / "tei" / row["id"]).with_suffix(".xml")
            expected = result.read_text("utf-8") if result.exists() else None
            if row["xml"] != expected or (row["status"] == "converted") != (expected is not None):
                wrong += 1
            elif expected and not row["people"] and "<person " in expected:
                wrong += 1
        assert wrong == 0, f"{wrong} results are not those of convert"

        # A slice that is gone is done again, the other is left as it is.
        kept = {path: path.stat().st_mtime_ns for path in (work / "out" / "slice=0").iterdir()}
        shutil.rmtree(work / "out" / "slice=1")
        assert quandian_spark.convert(spark, source, output, "folder", command, 2) == counts
        assert kept == {path: path.stat().st_mtime_ns for path in (work / "out" / "slice=0").iterdir()}

        # Other settings do not mix into one output.
        try:
            quandian_spark.convert(spark, source, output, "folder", command + ["--drop-residue"], 2)
            raise AssertionError("other settings were taken")
        except SystemExit:
            pass

        # Parquet in, by text.
        frame = spark.createDataFrame([(str(n), f"2020年2月{n % 28 + 1}日，李明到会。") for n in range(500)], "id string, text string")
        frame.write.parquet(str(work / "texts"))
        counts = quandian_spark.convert(spark, str(work / "texts"), str(work / "out2"), "parquet", command, 1)
        assert counts == {"converted": 500}, counts
        first = spark.read.parquet(str(work / "out2")).where("id = '0'").collect()[0]
        assert first["dates"] == ["2020-02-01"] and first["people"][0]["name"] == "李明", first
        spark.stop()
    print("all results are those of convert")


if __name__ == "__main__":
    main()
