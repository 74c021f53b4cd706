#!/usr/bin/env python3
"""Converts a data set with Quandian on Apache Spark.

    quandian_spark.py INPUT OUTPUT [--program quandian] [--slices 16] [-- OPTIONS of quandian stream]

INPUT is a folder of .txt files (any encoding), a Parquet data set with the columns id and text (or id and bytes), or a
folder or file of JSON Lines with the members id and text. OUTPUT becomes a Parquet data set with the columns

    id string, status string, xml string,
    people array<struct<id, name, mentions>>, dates array<string>,
    findings array<struct<code, severity, line, message>>

Each partition runs one `quandian stream` of its own. Where that process dies, another goes on with the first record that
has no answer; a record at which it dies twice gets the status failed. The work is done in slices, by a hash of the id: a
slice that stands whole in OUTPUT is not done again, so that a job that was stopped is started anew with the same command.
After each slice its records are counted: where one is missing or stands twice, the slice is taken away and the job fails.

Needs PySpark 3.5 or later and Java 17 on the driver, and the program at the same path on every worker."""
import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile
import threading
import xml.etree.ElementTree as ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SCHEMA = """id string, status string, xml string,
    people array<struct<id: string, name: string, mentions: int>>, dates array<string>,
    findings array<struct<code: string, severity: string, line: int, message: string>>"""
# So many times may the process die at one record before the record is given up.
DEATHS = 2


def facts(xml):
    """The people of a result, and the values of its dates, in order."""
    root = ElementTree.fromstring(xml)
    people = [
        (person.get(ID), person.findtext(TEI + "persName", ""), int(person.findtext(TEI + "note", "0")))
        for person in root.iterfind(f"{TEI}standOff/{TEI}listPerson/{TEI}person")
    ]
    dates = []
    for date in root.find(TEI + "text").iter(TEI + "date"):
        value = next((date.get(name) for name in ("when", "when-iso", "when-custom", "dur", "dur-iso") if date.get(name)), None)
        if value is None:
            ends = [next((date.get(n) for n in (end, end + "-iso") if date.get(n)), None) for end in ("from", "to")]
            value = "/".join(end or ".." for end in ends) if any(ends) else None
        if value is not None:
            dates.append(value)
    return people, dates


def row(answer, identifier):
    """An answer of the stream as a row."""
    xml = answer.get("xml")
    people, dates = facts(xml) if xml else ([], [])
    findings = [(f["code"], f["severity"], f.get("line"), f["message"]) for f in answer["findings"]]
    return identifier, answer["status"], xml, people, dates, findings


def request(identifier, text, data):
    document = {"id": identifier}
    if text is not None:
        document["text"] = text
    else:
        document["bytes"] = base64.b64encode(bytes(data)).decode()
    return (json.dumps(document, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def answers(command, records):
    """The rows of some records (id, text, bytes), in order, one for one, whatever happens to the process."""
    records = iter(records)
    # What was sent and has no answer yet, oldest first. The process answers in order.
    open_records = []
    lock = threading.Lock()
    deaths, ended = 0, False
    while True:
        # Its messages go to a file: a pipe that nobody reads would stop it.
        with tempfile.TemporaryFile() as messages:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=messages)
            again = list(open_records)
            failure = []

            def feed():
                nonlocal ended
                try:
                    for identifier, text, data in again:
                        process.stdin.write(request(identifier, text, data))
                    while not ended:
                        try:
                            record = next(records)
                        except StopIteration:
                            ended = True
                            break
                        # Entered before it is sent: what the pipe loses is known.
                        with lock:
                            open_records.append(record)
                        process.stdin.write(request(*record))
                        process.stdin.flush()
                except BrokenPipeError:
                    pass
                except Exception as error:  # of the input, to be raised where Spark sees it
                    failure.append(error)
                finally:
                    try:
                        process.stdin.close()
                    except BrokenPipeError:
                        pass

            feeder = threading.Thread(target=feed, daemon=True)
            feeder.start()
            answered = 0
            for line in process.stdout:
                if not line.endswith(b"\n"):
                    break  # half of an answer: the process died in it
                with lock:
                    identifier = open_records.pop(0)[0]
                answered += 1
                deaths = 0
                yield row(json.loads(line), identifier)
            status = process.wait()
            feeder.join()
            if failure:
                raise failure[0]
            if ended and not open_records:
                return
            messages.seek(0)
            last = messages.read()[-500:].decode("utf-8", "replace").strip()
            if status in (64, 2):
                raise RuntimeError(f"{' '.join(command)} could not start: {last}")
            deaths += 1
            if open_records and deaths >= DEATHS:
                identifier = open_records.pop(0)[0]
                deaths = 0
                message = f"the process ended with status {status} at this document, {DEATHS} times: {last}"
                yield row({"status": "failed", "findings": [{"code": "spark.died", "severity": "error", "message": message}]}, identifier)


def read(spark, path, files):
    """The records of a data set: id, text, bytes."""
    from pyspark.sql import functions as f

    empty = f.lit(None)
    if files == "folder":
        data = spark.read.format("binaryFile").option("pathGlobFilter", "*.txt").option("recursiveFileLookup", "true").load(path)
        # Below the folder, as convert mirrors it.
        root = spark._jvm.org.apache.hadoop.fs.Path(path)
        root = root.getFileSystem(spark._jsc.hadoopConfiguration()).makeQualified(root).toString().rstrip("/") + "/"
        return data.select(
            f.expr(f"substring(path, {len(root) + 1})").alias("id"), empty.cast("string").alias("text"), f.col("content").alias("bytes"))
    data = spark.read.parquet(path) if files == "parquet" else spark.read.schema("id string, text string").json(path)
    columns = {column for column in data.columns}
    if "id" not in columns or not columns & {"text", "bytes"}:
        raise SystemExit(f"quandian_spark: {path} has the columns {sorted(columns)}; id and text, or id and bytes, are wanted")
    return data.select(
        f.col("id").cast("string"), f.col("text") if "text" in columns else empty.cast("string").alias("text"),
        f.col("bytes") if "bytes" in columns else empty.cast("binary").alias("bytes"))


def convert(spark, source, output, files, command, slices):
    """Converts a data set; returns how many documents of which status OUTPUT holds."""
    from pyspark.sql import functions as f

    path = spark._jvm.org.apache.hadoop.fs.Path
    system = path(output).getFileSystem(spark._jsc.hadoopConfiguration())
    settings = json.dumps({"source": source, "files": files, "command": command[1:], "slices": slices}, sort_keys=True)
    note = output.rstrip("/") + "/_quandian.json"
    if system.exists(path(note)):
        # Spark itself does not see files whose names begin with _.
        stream = system.open(path(note))
        found = spark._jvm.org.apache.commons.io.IOUtils.toString(stream, "UTF-8")
        stream.close()
        if found != settings:
            raise SystemExit(f"quandian_spark: {output} was begun with other settings: {found}; choose another folder")
    else:
        stream = system.create(path(note))
        stream.write(bytearray(settings.encode()))
        stream.close()
    # Workers unpickle functions of this module where it was imported rather than submitted.
    spark.sparkContext.addPyFile(os.path.abspath(__file__))
    records = read(spark, source, files)
    for number in range(slices):
        place = f"{output.rstrip('/')}/slice={number}"
        if system.exists(path(place + "/_SUCCESS")):
            continue
        part = records.where(f.pmod(f.xxhash64("id"), f.lit(slices)) == number)
        ids = part.select("id").cache()
        wanted = ids.count()
        if ids.distinct().count() != wanted:
            raise SystemExit(f"quandian_spark: {source} names a document twice in slice {number}: give each an id of its own")
        part = part.repartition(spark.sparkContext.defaultParallelism)
        rows = part.rdd.mapPartitions(lambda rows: answers(command, ((r["id"], r["text"], r["bytes"]) for r in rows)))
        spark.createDataFrame(rows, SCHEMA).write.mode("overwrite").parquet(place)
        written = spark.read.parquet(place).select("id")
        lost = ids.exceptAll(written).count() + written.exceptAll(ids).count()
        ids.unpersist()
        if lost:
            system.delete(path(place), True)
            raise SystemExit(f"quandian_spark: {lost} records of slice {number} are lost or stand twice; the slice was taken away")
        print(f"quandian_spark: slice {number + 1} of {slices}: {wanted} documents", file=sys.stderr)
    statuses = spark.read.parquet(output).groupBy("status").count().collect()
    return {row["status"]: row["count"] for row in statuses}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", metavar="INPUT")
    arguments.add_argument("output", metavar="OUTPUT")
    arguments.add_argument("--files", choices=["folder", "parquet", "json"], default="folder", help="what INPUT is (folder)")
    arguments.add_argument("--program", default="quandian", help="the program on every worker (quandian)")
    arguments.add_argument("--slices", type=int, default=16, help="parts that are done one after the other (16)")
    arguments.add_argument("--master", help="as spark-submit has it; without it, what spark-submit says")
    arguments.add_argument("options", nargs="*", metavar="OPTION", help="for quandian stream, behind --")
    arguments = arguments.parse_args()
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("quandian")
    spark = (builder.master(arguments.master) if arguments.master else builder).getOrCreate()
    # One process a partition, on one core: Spark has the others at work already.
    command = [arguments.program, "stream", "--jobs", "1"] + arguments.options
    counts = convert(spark, arguments.source, arguments.output, arguments.files, command, arguments.slices)
    print("quandian_spark: " + ", ".join(f"{count} {status}" for status, count in sorted(counts.items())), file=sys.stderr)
    spark.stop()


if __name__ == "__main__":
    main()
