#!/usr/bin/env python3
"""The promises, held against every raw file beside the project: each file is converted or refused with a reason; each
result is valid; its text is the source to the character; a second run gives the same bytes.

    promises.py [--shared DIR] [--program PATH] [--keep DIR]

Prints a summary and the reasons for refusal; exit status 1 where a promise is broken. Standard library only."""
import argparse, collections, codecs, filecmp, json, os, re, subprocess, sys, tempfile, time
import xml.etree.ElementTree as ElementTree

TEXT = "{http://www.tei-c.org/ns/1.0}text"


def content(path):
    """The text of a result, and the characters that stand in it as instructions."""
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_pis=True))
    return content_of(ElementTree.parse(path, parser).getroot())


def content_of(root):
    out = []

    def walk(element):
        if not isinstance(element.tag, str):
            match = re.fullmatch(r"char U\+([0-9A-F]{4,6})", element.text or "")
            out.append(chr(int(match.group(1), 16)) if match else "\uFFFD?")
            return
        out.append(element.text or "")
        for child in element:
            walk(child)
            out.append(child.tail or "")

    sys.setrecursionlimit(10000)
    walk(root.find(TEXT))
    return "".join(out)


def source_text(path, encoding):
    """The source as Python decodes it; None where Python itself finds bytes that are no text."""
    data = open(path, "rb").read()
    name = {"utf8": "utf-8", "utf-8": "utf-8", "utf8bom": "utf-8-sig", "utf16le_nobom": "utf-16-le", "utf16be": "utf-16",
            "utf16le": "utf-16", "cp950": "cp950"}.get(encoding, encoding)
    if encoding in ("utf16le", "utf16be") and data[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        name = {"utf16le": "utf-16-le", "utf16be": "utf-16-be"}[encoding]
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
    return text[1:] if text.startswith("\ufeff") else text


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--shared", default="../shared")
    options.add_argument("--program", default=".build/release/quandian")
    options.add_argument("--keep")
    options = options.parse_args()
    raw = os.path.join(options.shared, "data", "raw")
    if not os.path.isdir(raw):
        print(f"promises: skipped, no {raw}")
        return 0
    work = options.keep or tempfile.mkdtemp(prefix="promises-")
    first, second = os.path.join(work, "first"), os.path.join(work, "second")
    started = time.time()
    run = subprocess.run([options.program, raw, "--output", first, "--quiet"], capture_output=True, text=True)
    seconds = time.time() - started
    failures = [line for line in run.stderr.splitlines() if ": error: " in line]
    subprocess.run([options.program, raw, "--output", second, "--quiet", "--jobs", "1"], capture_output=True)
    check = subprocess.run([options.program, "validate", first], capture_output=True, text=True)

    encodings = {}
    manifest = os.path.join(raw, "encodings", "manifest.json")
    if os.path.exists(manifest):
        encodings = {entry["file"]: entry for entry in json.load(open(manifest))}
    broken, counts = [], collections.Counter()
    for folder, _, names in sorted(os.walk(raw)):
        for name in sorted(n for n in names if n.endswith(".txt")):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, raw)[:-4] + ".xml"
            result = os.path.join(first, relative)
            counts["files"] += 1
            if not os.path.exists(result):
                counts["refused"] += 1
                if not any(path + ":" in line for line in failures):
                    broken.append(f"{path}: no result and no reason")
                continue
            if not filecmp.cmp(result, os.path.join(second, relative), shallow=False):
                broken.append(f"{path}: the second run gave other bytes")
            want = source_text(path, encodings.get(name, {}).get("encoding", "utf-8")) if (
                name in encodings or not relative.startswith("encodings")) else None
            if want is None:
                counts["not compared: Python reads no text in it either"] += 1
            elif content(result) != want and not (
                    # Python's Big5 and code page 950 differ in a few symbols; one of the two must agree.
                    "big5" in name and content(result) == source_text(path, "cp950")):
                original = encodings.get(name, {}).get("utf8_original")
                broken.append(f"{path}: the text of the result is not the source" + (f" ({original})" if original else ""))
            else:
                counts["lossless"] += 1
    print(f"promises: {dict(counts)} in {seconds:.1f} s")
    for line in failures[:20]:
        print("  refused: " + line)
    for line in broken[:20]:
        print("  BROKEN: " + line)
    if check.returncode != 0:
        print("  BROKEN: not all results are valid:\n" + check.stdout[:2000])
    return 1 if broken or check.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
