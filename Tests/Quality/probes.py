#!/usr/bin/env python3
"""Puts lists into made sentences and counts what a program misses, which shows whole classes that no document shows.

    probes.py [--shared DIR] [--program FILE]... [--seed N]

Counties and towns are those of GB/T 2260 in the shared data, names of places are made of two characters and a kind, names of
persons of surnames and given names there, and words that are names are taken from the project's own documents. A row is a
sentence, what is put into it, and how many each program misses. Nothing is a floor: no sentence here is a document."""
import argparse
import glob
import json
import os
import random
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
STEMS = ("石大小上下高长青白黄红黑金银龙凤虎马牛羊鸡柳杨松竹桃李梅荷塘溪泉井桥坝田坪岭坡沟湾河水云雷雨王张陈刘赵周吴郑冯卫蒋沈韩朱何吕施孔"
         "曹严魏东西南北中新老双三五七八九阳阴")
KINDS = ("村 乡 镇 屯 庄 寨 集 墟 圩 店 铺 埠 堡 营 坊 巷 街 路 桥 河 溪 江 湖 塘 潭 泉 山 岭 岩 峰 坡 冈 沟 湾 洲 岛 港 渡 滩 坝 堰 闸 水库 车站 码头 公园 广场 小区 花园 "
         "大道 隧道 立交桥 祠堂 庙 寺 观 庵 宫 塔 亭 阁 关 隘口 垭口 坪 坳 冲 垅 垄 塬 峁 梁 台 店子 岗 垭 坨 洼 淀 泊 甸 圈 窝 棚 窑 坎 坑 沙 礁 角 嘴 澳 涌 沥 涡 围 朗 厝 寮 埔 崎 坂 墩 堆").split()
PROBES = [
    ("place", "counties", ["是年冬，%s大雪。", "灾民由%s转运至省城。", "部队昨日克复%s，敌退。", "%s旱灾奇重，民食草根。"]),
    ("place", "kinds", ["部队当晚在%s宿营。", "水位在%s一带上涨。", "匪徒窜至%s。", "%s决口，淹田千亩。"]),
    ("person", "persons", ["有%s者，善岐黄。", "%s之妻李氏。", "昨天在街上遇到%s。", "交%s办理。"]),
    ("person", "words", ["文/%s", "签发人：%s", "%s，字子正，江州人。", "%s、男，三十岁。", "（%s 文/图）", "县长%s、书记王少华出席。", "老师是%s。"]),
]


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]


def counties(lists):
    names = {row[1] for row in lines(f"{lists}/gb2260_all_revisions.tsv")}
    return sorted({name[:-1] for name in names if re.fullmatch(r"[\u4e00-\u9fff]{2}[县市]", name)})


def kinds(dice):
    return [dice.choice(STEMS) + dice.choice(STEMS) + kind for kind in KINDS for _ in range(6)]


def persons(lists, dice):
    def weighed(path, most):
        rows = [row for row in lines(f"{lists}/{path}") if len(row[0]) == 1][:most]
        return [row[0] for row in rows], [float(row[1]) ** 0.5 for row in rows]
    surnames, given = weighed("surnames_pfr_train.tsv", 250), weighed("given_chars_pfr_train.tsv", 500)
    return ["".join(dice.choices(*surnames) + dice.choices(*given, k=1 + (dice.random() < 0.75))) for _ in range(600)]


def words(dice):
    """Names of two characters or three that the project lists as ordinary words too."""
    ordinary = set()
    for name in ("ordinary", "manner"):
        with open(os.path.join(ROOT, "Sources", "Training", "Names", f"{name}.txt"), encoding="utf-8") as file:
            ordinary |= {word for line in file if not line.startswith("#") for word in line.split()}
    names = set()
    for path in glob.glob(os.path.join(ROOT, "Sources", "Training", "Documents", "*.gold.txt")):
        with open(path, encoding="utf-8") as file:
            names |= set(re.findall(r"\{\{PER\|([\u4e00-\u9fff]{2,3})[|}]", file.read()))
    return sorted(names & ordinary)


def marked(program, kind, texts):
    """What a program marks of a kind in each text."""
    requests = "\n".join(json.dumps({"id": str(n), "text": text}, ensure_ascii=False) for n, text in enumerate(texts)) + "\n"
    run = subprocess.run([program, "stream", "--format", "json"], input=requests.encode(), capture_output=True, check=True)
    for line in run.stdout.decode().splitlines():
        answer = json.loads(line)
        yield {answer["text"][mark["start"]:mark["end"]] for mark in answer.get("annotations", []) if mark["type"] == kind}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(ROOT, "..", "shared"))
    parser.add_argument("--program", action="append")
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    lists, dice = os.path.join(options.shared, "data", "lists"), random.Random(options.seed)
    sets = {"counties": counties(lists), "kinds": kinds(dice), "persons": persons(lists, dice), "words": words(dice)}
    for kind, name, sentences in PROBES:
        for sentence in sentences:
            missed = [
                sum(item not in found for item, found in zip(sets[name], marked(program, kind, [sentence % item for item in sets[name]])))
                for program in options.program or [os.path.join(ROOT, ".build", "release", "quandian")]]
            print(f"{sentence}\t{len(sets[name])} {name}\t" + "\t".join(map(str, missed)), flush=True)


if __name__ == "__main__":
    main()
