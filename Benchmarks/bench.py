#!/usr/bin/env python3
"""Times the whole program and puts tables and a plot into Benchmarks/README.md.

    bench.py [--shared DIR] [--quick]

Input are the raw files beside the project; where there are none, Samples/ over and over. Times are of the process, user
and system together, where it says CPU; each ratio is of two commands that took turns, the middle of three."""
import argparse
import glob
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = str(ROOT / ".build/release/quandian")


def run(command, **options):
    """Seconds of processor time, wall time, and the most memory in MB."""
    start, before = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, time.time() - start, usage.ru_maxrss / 1024


def turns(*bodies):
    """What each body gives, the middle of three by the first number; they take turns."""
    results = [[] for _ in bodies]
    for _ in range(3):
        for result, body in zip(results, bodies):
            result.append(body())
    return [sorted(result)[1] for result in results]


def convert(source, work, *options):
    """Converts to a folder of its own, the last one in `work`. Nothing is deleted before: ext4 without a journal looks for
    long at what was deleted a moment ago whenever a file is made."""
    out = work / f"out-{len(list(work.glob('out-*')))}"
    return run([PROGRAM, str(source), "--output", str(out), "--quiet", *options])


def xmllint(work):
    last = work / f"out-{len(list(work.glob('out-*'))) - 1}"
    files = sorted(map(str, last.rglob("*.xml")))
    total = [0, 0, 0]
    for start in range(0, len(files), 2000):
        one = run(["xmllint", "--noout", "--relaxng", str(ROOT / "Schemas/quandian.rng"), *files[start:start + 2000]])
        total = [total[0] + one[0], total[1] + one[1], max(total[2], one[2])]
    return tuple(total)


def plot(points, path):
    """Seconds a MB over sizes, on a logarithmic axis, as SVG."""
    most = max(seconds for _, seconds in points) * 1.15
    place = [(60 + 480 * index / (len(points) - 1), 200 - 170 * seconds / most) for index, (_, seconds) in enumerate(points)]
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/><text x="{x:.0f}" y="218" text-anchor="middle">{name}</text>'
        f'<text x="{x:.0f}" y="{y - 9:.0f}" text-anchor="middle">{seconds:.2f}</text>'
        for (x, y), (name, seconds) in zip(place, points))
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in place)
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 240" font-family="sans-serif" font-size="12">'
        '<rect width="600" height="240" fill="#fff"/><text x="8" y="16">CPU seconds a MB, by the size of the file</text>'
        f'<polyline points="{line}" fill="none" stroke="#3b6ea5" stroke-width="2"/>{marks}</svg>\n')


def plot_stages(table, path):
    """The share of each stage as a bar, from the table that `Stages` prints."""
    rows = re.findall(r"^\| ([a-z]+) \| [0-9.]* \| (?:under )?([0-9]+) % ", table, re.M)
    bars = "".join(
        f'<text x="92" y="{y + 13}" text-anchor="end">{name}</text><text x="{104 + 4.6 * max(0, int(share)):.0f}" y="{y + 13}">{share} %</text>'
        f'<rect x="98" y="{y}" width="{4.6 * max(0, int(share)):.0f}" height="17" fill="#3b6ea5"/>'
        for y, (name, share) in ((26 + 24 * index, row) for index, row in enumerate(rows)))
    height = 34 + 24 * len(rows)
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 {height}" font-family="sans-serif" font-size="12">'
        f'<rect width="600" height="{height}" fill="#fff"/><text x="8" y="16">CPU time by stage</text>{bars}</svg>\n')


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--shared", default=str(ROOT.parent / "shared"))
    arguments.add_argument("--quick", action="store_true", help="smaller sizes and fewer files")
    options = arguments.parse_args()
    raw = pathlib.Path(options.shared) / "data/raw"
    files = sorted(raw.rglob("*.txt")) if raw.is_dir() else sorted((ROOT / "Samples").glob("*.txt"))
    lines = []

    def say(text=""):
        print(text, flush=True)
        lines.append(text)

    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        sample = work / "sample"
        sample.mkdir()
        # Every so-and-so-many-th file, all folders alike.
        step = max(1, len(files) // 500)
        for number, path in enumerate(files[::step]):
            shutil.copy(path, sample / f"{number}-{path.name}")
        size = sum(path.stat().st_size for path in sample.iterdir()) / 1e6
        count = len(list(sample.iterdir()))

        say(f"## Stages\n\n`Stages` over {count} files of raw text:\n")
        stages = subprocess.run(
            [str(ROOT / "Benchmarks/.build/release/Stages"), *sorted(map(str, sample.iterdir()))], capture_output=True, text=True)
        say(stages.stdout)
        plot_stages(stages.stdout, ROOT / "Benchmarks/stages.svg")
        say("![CPU time by stage](stages.svg)\n")

        # All of the raw files, but for a quick look.
        source = raw if raw.is_dir() and not options.quick else sample
        size = sum(path.stat().st_size for path in source.rglob("*.txt")) / 1e6
        ours, theirs, two = turns(
            lambda: convert(source, work, "--jobs", "1"), lambda: xmllint(work), lambda: convert(source, work, "--jobs", "2"))
        empty = work / "one.txt"
        empty.write_text("2020年2月15日，李明主持会议。\n")
        start, = turns(lambda: convert(empty, work))
        say("## The whole\n\n| measure | value |\n|---|---|")
        say(f"| input a CPU second, with validation | {size / ours[0]:.2f} MB |")
        say(f"| CPU time of `convert` by that of `xmllint --noout --relaxng` over its results | {ours[0] / theirs[0]:.2f} |")
        say(f"| wall time of `--jobs 2` by that of `--jobs 1` | {two[1] / ours[1]:.2f} |")
        say(f"| one small file, wall time | {start[1] * 1000:.0f} ms |")
        say(f"| most memory for {len(list(source.rglob('*.txt')))} files ({size:.1f} MB), two jobs | {two[2]:.0f} MB |")

        sizes = [10_000, 100_000, 1_000_000, 10_000_000] + ([] if options.quick else [100_000_000])
        say("\n## One file of many sizes\n\nFrom 1 MB on the same million bytes, over and over.\n\n| size | CPU seconds a MB | most memory |\n|---|---|---|")
        # In a process of its own: what is started from here counts the memory of this one as its own.
        writing = os.fork()
        if writing == 0:
            # A million bytes of all kinds, over and over: what differs is the size alone.
            text = b"\n".join(path.read_bytes() for path in files[::50] if b"\x00" not in path.read_bytes()[:200])
            text = text.decode("utf-8", "ignore").encode()[:1_000_000]
            for size in sizes:
                whole = (text * (size // len(text) + 1))[:size]
                (work / f"{size}.txt").write_bytes(whole.decode("utf-8", "ignore").encode())
            os._exit(0)
        os.waitpid(writing, 0)
        points = []
        for bytes_ in sizes:
            path = work / f"{bytes_}.txt"
            cpu = convert(path, work, "--jobs", "1") if bytes_ > 1_000_000 else turns(lambda: convert(path, work, "--jobs", "1"))[0]
            # What starting takes is no matter of size.
            seconds = max(0, cpu[0] - start[0]) / (bytes_ / 1e6)
            name = f"{bytes_ // 1000} KB" if bytes_ < 1_000_000 else f"{bytes_ // 1_000_000} MB"
            points.append((name, seconds))
            say(f"| {name} | {seconds:.2f} | {cpu[2]:.0f} MB |")
        # A text that goes on with other texts knows ever more names.
        mixed = work / "mixed.txt"
        with mixed.open("wb") as file:
            for path in sorted(source.rglob("*.txt")):
                data = path.read_bytes()
                if b"\x00" not in data[:200]:
                    file.write(data.decode("utf-8", "ignore").encode() + b"\n")
        bytes_ = mixed.stat().st_size
        cpu = convert(mixed, work, "--jobs", "1")
        say(f"| all files of the section above as one, {bytes_ / 1e6:.0f} MB | {cpu[0] / (bytes_ / 1e6):.2f} | {cpu[2]:.0f} MB |")
        say(f"| the same one by one | {ours[0] / (sum(path.stat().st_size for path in source.rglob('*.txt')) / 1e6):.2f} | |")
        plot(points, ROOT / "Benchmarks/sizes.svg")
        say("\n![CPU seconds a MB, by the size of the file](sizes.svg)")

        say("\n## Many small files\n\n| files | wall seconds | files a second | most memory |\n|---|---|---|---|")
        for count in [1, 100, 10_000] + ([] if options.quick else [100_000]):
            folder = work / f"many-{count}"
            for number in range(count):
                place = folder / f"{number // 1000}"
                if number % 1000 == 0:
                    place.mkdir(parents=True)
                (place / f"{number}.txt").write_text(f"第{number}号\n\n2020年2月15日，李明主持会议。\n")
            cpu = convert(folder, work)
            say(f"| {count} | {cpu[1]:.2f} | {count / cpu[1]:.0f} | {cpu[2]:.0f} MB |")
            shutil.rmtree(folder)

    readme = ROOT / "Benchmarks/README.md"
    head = readme.read_text().split("<!-- figures -->")[0] if readme.exists() else "# Benchmarks\n\n"
    readme.write_text(head + "<!-- figures -->\n\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
