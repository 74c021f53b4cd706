#!/usr/bin/env python3
"""The promises, held against the program's own words: each word that stands in a rule is set beside names of all kinds and
beside other such words, which is where rules that look around themselves step over an edge. Every document must be answered,
whole and to the character.

    pairs.py [--program PATH]

Exit status 1 where a promise is broken. The same documents at each run. Standard library only."""
import argparse, glob, json, os, random, re, subprocess, sys, time
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
from promises import content_of

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NAMES = ["石凤妍", "欧阳修", "王", "约翰·史密斯", "高兴", "江州市", "清溪镇", "丹麦", "江州市民政局", "县委", "恒达建设工程有限公司", "书记", "副主任", "三",
         "12", "2020年1月3日", "《", "》", "“", "”", "（", "）", "、", "：", "，", "　", " ", "A", "·", "老", "某", "的"]
RANDOM_DOCUMENTS, LINES = 10000, 24


def words():
    """What stands between quotation marks in the filters, Chinese and short."""
    found = set()
    for path in sorted(glob.glob(ROOT + "/Sources/Filters/**/*.swift", recursive=True)):
        for literal in re.findall(r'"((?:[^"\\]|\\.)*)"', open(path, encoding="utf-8").read()):
            if re.fullmatch(r"[一-鿿]{1,8}", literal):
                found.add(literal)
    return sorted(found)


def documents():
    chance, own = random.Random(1), words()
    for word in own:
        yield "\n".join(line for name in NAMES for line in (name + word, word + name, name + word + name))
    for _ in range(RANDOM_DOCUMENTS):
        yield "\n".join("".join(chance.choice(chance.choice((own, NAMES))) for _ in range(chance.randint(2, 7)))
                        for _ in range(LINES))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", default=".build/release/quandian")
    options = options.parse_args()
    texts = list(documents())
    started = time.time()
    lines = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
    run = subprocess.run([options.program, "stream"], input=lines, capture_output=True, text=True)
    broken = [] if run.returncode == 0 else [f"the program ended with status {run.returncode}"]
    answers = run.stdout.splitlines()
    if len(answers) < len(texts):
        broken.append(f"no answer to document {len(answers)}: {texts[len(answers)]!r}")
    for text, answer in zip(texts, answers):
        answer = json.loads(answer)
        if not answer.get("xml"):
            broken.append(f"{answer.get('findings')}: {text!r}")
        elif content_of(ElementTree.fromstring(answer["xml"], ElementTree.XMLParser(
                target=ElementTree.TreeBuilder(insert_pis=True)))) != text:
            broken.append(f"the text of the result is not the source: {text!r}")
    print(f"pairs: {len(answers)} documents of {len(texts)} answered in {time.time() - started:.1f} s")
    for line in broken[:20]:
        print("  BROKEN: " + line[:2000])
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
