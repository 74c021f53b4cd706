#!/usr/bin/env python3
"""Rebuilds Sources/CModels/names.tables: what the name rules know of words, characters and bodies.

    tables.py DATA OUT      DATA is the shared data folder (people/, lists/, raw/); standard library only, minutes

Only train parts are read. Counts, no sentences, go into the result. The layout is read by NameTables.swift:
magic "QDN3", then five sizes (u32), then the sections in the order in which `write` puts them; little-endian.
"""
import glob, json, math, os, re, struct, sys
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
ROLE, ROLE_PART, PLACE, BODY, BODY_END, COMPOUND, KNOWN_PERSON, ORDINARY = 1, 2, 4, 8, 16, 32, 64, 128
TRAIN = ["msra", "pfr199801", "pd1998_time", "cluener", "resume", "uner_gsdsimp", "uner_gsd_trad"]
HAN = re.compile(r"[\u4e00-\u9fff]+")


def read_fold(lists):
    fold = {}
    for line in open(f"{lists}/jionlp_tra2sim_char.txt", encoding="utf-8-sig"):
        parts = line.split()
        if len(parts) == 2 and len(parts[0]) == len(parts[1]) == 1:
            fold[parts[0]] = parts[1]
    for traditional, simple in ("著著", "乾乾", "臺台", "裡里", "衛卫", "週周"):
        fold[traditional] = simple
    for variant, standard in words_of(f"{HERE}/variants.txt"):
        fold[variant] = standard
    return fold


def folding(fold):
    table = {ord(a): b for a, b in fold.items()}
    for code in range(0xFF01, 0xFF5F):
        table[code] = chr(code - 0xFEE0)
    for comma, plain in (("，", ","), ("：", ":"), ("；", ";"), ("（", "("), ("）", ")"), ("！", "!"), ("？", "?")):
        table[ord(comma)] = plain
    return table


def words_of(path):
    out = []
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            out += line.split()
    return out


# How often a listed surname of two characters counts at least, which nobody in the corpora has.
RARE_COMPOUND = 1

# Stems of counties and towns that are words too, or that words make where they meet: 越南|和, 社会主义|旗下.
NO_TOWNS = set(
    "万全 光化 太白 江口 渡口 从化 全南 南和 西和 大英 大城 建始 城口 墨玉 易门 弥勒 嘉禾 乡城 五常 曲水 沙洲 津市 通什 那曲 金塔 铜鼓 闻喜 "
    "高台 黄梅 仙游 应山 清江 长兴 社旗 同江 阳东 天柱 双峰 石台 响水 京山 元氏 固镇 北票 龙门 独山 常山 阿里 左权 尚义 石渠 东至 西乡 东乡 万载 黄龙 德昌 海晏 平乐 星子 内乡 高平 高阳 吴忠 咸丰 余庆".split())


def towns(lists, sentences, raw, table):
    """Stems of two characters of counties and towns (GB/T 2260, all revisions) that are hardly ever anything else in the
    sentences or the raw text, so that no second witness is needed where one stands."""
    stems = set()
    for line in open(f"{lists}/gb2260_all_revisions.tsv", encoding="utf-8"):
        name = line.rstrip("\n").split("\t")[1] if not line.startswith("#") else ""
        for end in ("地区", "县", "市", "旗", "盟"):
            if name.endswith(end) and len(name) == len(end) + 2:
                stems.add(name[:2].translate(table))
    stems -= NO_TOWNS
    inside, outside, persons, unmarked, with_kind = Counter(), Counter(), Counter(), Counter(), Counter()
    for name, text, spans in sentences:
        if name not in ("msra", "pfr199801", "pd1998_time", "uner_gsdsimp"):
            continue
        kinds = {at: kind for start, end, kind in spans for at in range(start, end)}
        for at in range(len(text) - 1):
            stem = text[at:at + 2]
            if stem not in stems:
                continue
            if kinds.get(at) == "PER":
                persons[stem] += 1
            elif kinds.get(at) or text[at + 2:at + 3] in tuple("县市区"):
                inside[stem] += 1
            else:
                outside[stem] += 1
    for text in raw:
        for run in HAN.findall(text):
            for at in range(len(run) - 1):
                stem = run[at:at + 2]
                if stem in stems:
                    unmarked[stem] += 1
                    with_kind[stem] += run[at + 2:at + 3] in tuple("县市区旗")
    return {
        stem for stem in stems
        if outside[stem] <= min(3, 0.15 * inside[stem]) and persons[stem] <= inside[stem] + 2
        and unmarked[stem] <= 4 + 6 * with_kind[stem] + 8 * inside[stem]}


def main(data, out):
    lists = data + "/lists"
    fold = read_fold(lists)
    table = folding(fold)
    sentences = []                                       # (set, text, spans)
    for name in TRAIN:
        for line in open(f"{data}/people/{name}/train.jsonl", encoding="utf-8"):
            row = json.loads(line)
            sentences.append((name, row["text"].translate(table), row["spans"]))
    raw = []
    budget = 9_000_000
    for folder in ("speeches2020", "gov_reports", "xwlb", "cctv_web", "ly_gazette_trad", "pages_residue"):
        files = sorted(f for f in glob.glob(f"{data}/raw/{folder}/**/*", recursive=True) if os.path.isfile(f))
        step = 2 if folder in ("xwlb", "cctv_web", "ly_gazette_trad") else 1
        for path in files[::step]:
            text = open(path, encoding="utf-8", errors="replace").read().translate(table)
            raw.append(text)
    raw = [t for t in raw]
    print("sentences", len(sentences), "raw characters", sum(map(len, raw)), file=sys.stderr)

    # -- people: surnames and given-name characters, by kind of name ------------------------------------------------
    surnames = set()
    for line in open(f"{lists}/family_names_wainshine.tsv", encoding="utf-8-sig"):
        name = line.split("\t")[0].strip().translate(table)
        if len(name) == 1 and "\u4e00" <= name <= "\u9fff":
            surnames.add(name)
    for line in open(f"{lists}/surnames_pfr_train.tsv", encoding="utf-8"):
        name = line.split("\t")[0].translate(table)
        if len(name) == 1 and "\u4e00" <= name <= "\u9fff":
            surnames.add(name)
    compounds = {l.strip().translate(table) for l in open(f"{lists}/compound_surnames.txt", encoding="utf-8-sig") if l.strip()}
    compounds_listed = {w.translate(table) for w in words_of(f"{HERE}/compounds.txt")}
    compounds |= compounds_listed
    people = Counter()
    for name, text, spans in sentences:
        for start, end, kind in spans:
            if kind == "PER":
                people[re.sub(r"\s+", "", text[start:end])] += 1
    famous = set()
    for path, weight in (("ancient_names_wainshine.txt", 0.04), ("THUOCL_lishimingren.txt", 0.15)):
        for line in open(f"{lists}/{path}", encoding="utf-8-sig"):
            name = line.split("\t")[0].strip().translate(table)
            if HAN.fullmatch(name) and 2 <= len(name) <= 4:
                people[name] = max(people[name], 0) or weight
                if path.startswith("THUOCL"):
                    famous.add(name)
    known_abroad = [w.translate(table) for w in words_of(f"{HERE}/people.txt") if HAN.fullmatch(w)]
    for name in known_abroad:
        people[name] = max(people[name], 3)
    family, single, first, second = Counter(), Counter(), Counter(), Counter()
    japanese, foreign, foreign_total = Counter(), Counter(), 0
    foreign_names = {l.split("\t")[0] for l in open(f"{lists}/foreign_names_pfr_train.tsv", encoding="utf-8")}
    compound_count = Counter()
    for name, count in people.items():
        weight = min(count, 1 + math.log(max(count, 1)))
        if "·" in name or name in foreign_names or (len(name) >= 5 and HAN.fullmatch(name)):
            for character in name:
                if "\u4e00" <= character <= "\u9fff":
                    foreign[character] += weight
            continue
        if not HAN.fullmatch(name):
            continue
        if name[:2] in compounds and len(name) in (3, 4):
            compound_count[name[:2]] += weight
            given = name[2:]
        elif name[0] in surnames and len(name) in (2, 3):
            family[name[0]] += weight
            given = name[1:]
        else:
            if len(name) == 4 and count >= 1:
                japanese[name[:2]] += 1
            continue
        if len(given) == 1:
            single[given] += weight
        else:
            first[given[0]] += weight
            second[given[1]] += weight
    total_family = sum(family.values()) + sum(compound_count.values())
    print("surnames", len(family), "names", len(people), file=sys.stderr)
    for name, number in japanese.items():
        if name not in compounds and (number >= 2 or name[-1] in "田本村川山野井木口原島岛崎泽藤"):
            compound_count[name] = number * 0.3
    japanese_listed = {w.translate(table) for w in words_of(f"{HERE}/japanese.txt")} - set(compound_count)
    for name in japanese_listed:
        compound_count[name] = 1
    # Some of them nobody in the corpora has.
    for name in compounds_listed:
        compound_count[name] = max(compound_count[name], RARE_COMPOUND)
    compounds = set(compound_count)

    def cost(probability):
        return min(254, int(round(-10 * math.log(probability))))

    def char_costs(counter, floor=0.3):
        total = sum(counter.values()) + floor * 4000
        return lambda c: cost((counter.get(c, 0) + floor) / total)

    # -- ordinary words: frequent, cohesive, not a name ---------------------------------------------------------------
    def chunks():
        for name, text, spans in sentences:
            parts, last = [], 0
            for start, end, kind in sorted(spans):
                if kind in ("PER", "LOC"):
                    parts.append(text[last:start]); last = end
            parts.append(text[last:])
            for part in parts:
                yield from HAN.findall(part)

    outside = Counter()
    for run in chunks():
        for size in (1, 2, 3, 4):
            for at in range(len(run) - size + 1):
                outside[run[at:at + size]] += 1
    # Names are no words: what is known to be a name is cut out of the raw text first.
    known = {name for name, count in people.items() if len(name) == 3 and HAN.fullmatch(name) and name[0] in surnames
             and (count >= 1 or name in famous) and outside.get(name, 0) <= 2 * count}

    def without_names(run):
        last = at = 0
        while at + 3 <= len(run):
            if run[at:at + 3] in known:
                if at > last:
                    yield run[last:at]
                at += 3
                last = at
            else:
                at += 1
        if last < len(run):
            yield run[last:]

    pairs = Counter()
    singles = Counter()
    runs = []
    for text in raw:
        for run in (part for whole in HAN.findall(text) for part in without_names(whole)):
            runs.append(run)
            singles.update(run)
            for at in range(len(run) - 1):
                pairs[run[at:at + 2]] += 1
    longer = Counter()
    good = {p for p, c in pairs.items() if c >= 12}
    for run in runs:
        for at in range(len(run) - 2):
            if run[at:at + 2] in good and run[at + 1:at + 3] in good:
                longer[run[at:at + 3]] += 1
                if at + 4 <= len(run) and run[at + 2:at + 4] in good:
                    longer[run[at:at + 4]] += 1
    counts = Counter()
    for gram, number in outside.items():
        counts[gram] += number
    for gram, number in singles.items():
        counts[gram] += number
    for source in (pairs, longer):
        for gram, number in source.items():
            counts[gram] += number
    del pairs, longer
    total = sum(number for gram, number in counts.items() if len(gram) == 1)
    person_like = lambda gram: (len(gram) in (2, 3) and gram[0] in surnames) or gram[:2] in compounds
    words = {}
    for gram, number in counts.items():
        size = len(gram)
        if size == 1:
            words[gram] = number
            continue
        least = 5 if size == 2 else 6
        if number < least:
            continue
        # In the raw text names are not set apart: what could be a name must also be seen outside names.
        if person_like(gram):
            seen = outside.get(gram, 0)
            if seen < 2 or people.get(gram, 0) > 2 * seen:
                continue
        cohesion = min(
            math.log(number / total) - math.log(counts.get(gram[:cut], 1) / total) - math.log(counts.get(gram[cut:], 1) / total)
            for cut in range(1, size))
        if cohesion > (2.0 if size == 2 else 3.5 if size == 3 else 4.5):
            words[gram] = number
    for gram in [g for g in words if len(g) >= 2 and g[-1] in "副原第各该"]:
        words.pop(gram)
    # A piece of a longer phrase goes on with ever the same character: 住房和城 with 乡. It is no word.
    following, preceding = defaultdict(Counter), defaultdict(Counter)
    for run in runs:
        for size in (2, 3, 4):
            for at in range(len(run) - size + 1):
                gram = run[at:at + size]
                if gram in words:
                    following[gram][run[at + size] if at + size < len(run) else ""] += 1
                    preceding[gram][run[at - 1] if at else ""] += 1
    for gram in [g for g in words if len(g) >= 2]:
        number = sum(following[gram].values())
        if number >= 5 and any(
                character and count > 0.9 * number
                for side in (following[gram], preceding[gram]) for character, count in side.most_common(1)):
            words.pop(gram)
    # 局副局: the end of a body and the beginning of an office.
    for gram in [g for g in words if len(g) >= 3 and "副" in g[1:]]:
        words.pop(gram)
    # Function words and particles do not open or close a longer word.
    loose = set("的了是在和与及或也都就而但把被让使对为从向到于以其这那该此我你他她它们将要会能可所之又并等着过地得不很最更还只")
    for gram in [g for g in words if len(g) >= 3 and (g[0] in loose or g[-1] in loose)]:
        if counts[gram] < 60 or len(gram) == 3:
            words.pop(gram)
    del following, preceding, runs
    print("words before segmentation", len(words), file=sys.stderr)

    # -- lists ---------------------------------------------------------------------------------------------------------
    flags = defaultdict(int)
    for word in words_of(f"{HERE}/roles.txt"):
        flags[word.translate(table)] |= ROLE
    callings = {word.translate(table) for word in words_of(f"{HERE}/callings.txt")} - set(flags)
    for word in callings:
        flags[word] |= ROLE
    for word in words_of(f"{HERE}/role_parts.txt"):
        flags[word.translate(table)] |= ROLE_PART
    kind = BODY
    short_forms = set()
    for word in words_of(f"{HERE}/bodies.txt"):
        if word in "=+":
            kind = BODY if word == "=" else BODY_END
        else:
            flags[word.translate(table)] |= kind
            if kind == BODY:
                short_forms.add(word.translate(table))
    places = set()
    for line in open(f"{lists}/countries_cldr.tsv", encoding="utf-8"):
        if not line.startswith("#"):
            places |= {n.translate(table) for n in line.rstrip("\n").split("\t")[1:]}
    for line in open(f"{lists}/gb2260_all_revisions.tsv", encoding="utf-8"):
        if line.startswith("#"):
            continue
        name = line.split("\t")[1]
        if name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "东区", "南区", "西区", "北区", "城区", "郊区", "矿区", "新区", "林区"):
            continue
        places.add(name)
        for end in ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "省", "市", "县", "区", "旗", "盟"):
            if name.endswith(end):
                short = re.sub(r"(壮族|回族|维吾尔|藏族|蒙古族?|苗族|侗族|布依族|彝族|白族|傣族|哈尼族|土家族|朝鲜族|羌族|景颇族|傈僳族|哈萨克|柯尔克孜|满族|瑶族|黎族|各族)+$", "", name[:-len(end)])
                if len(short) >= 2 and (end not in ("区",)) and (len(short) > 2 or short not in words or counts[short] > 0):
                    places.add(short)
                break
    for block in re.findall(r'"([^"]+)"', open(f"{lists}/modood_HK-MO-TW.json", encoding="utf-8").read()):
        if len(block) >= 3 and block not in ("东区", "南区", "西区", "北区", "中区"):
            places.add(block)
            if block[-1] in "市县" and len(block) >= 3:
                places.add(block[:-1])
    located = Counter()
    for name, text, spans in sentences:
        for start, end, kind in spans:
            if kind == "LOC":
                located[text[start:end]] += 1
    for name, number in located.items():
        if HAN.fullmatch(name) and len(name) >= 2 and number >= 2 and number > 0.4 * outside.get(name, 0):
            places.add(name)
    # A place that is mostly something else in the text is no place by itself.
    for name in list(places):
        if not HAN.fullmatch(name) or len(name) < 2:
            places.discard(name)
        elif outside.get(name, 0) > 4 + 3 * located.get(name, 0):
            places.discard(name)
    ends = {w for w in flags if flags[w] & BODY_END and len(w) >= 2}
    for name in places:
        if any(name.endswith(end) and name != end for end in ends):
            flags[name] |= BODY
        else:
            flags[name] |= PLACE
    for path, least in (("orgs_msra_train.tsv", 2), ("gov_bodies_cluener_train.tsv", 2)):
        for line in open(f"{lists}/{path}", encoding="utf-8"):
            parts = line.rstrip("\n").split("\t")
            if line.startswith("#") or len(parts) < 2:
                continue
            name = parts[0].translate(table)
            if HAN.fullmatch(name) and 2 < len(name) <= 8 and int(parts[1]) >= least and name not in flags:
                flags[name] |= BODY
    bodies_not = {"政府", "法院", "部队", "军队", "警方", "公安", "公安机关", "检察机关", "监管部门", "地方政府", "派出所", "部委", "教育局", "交警"}
    for name in bodies_not:
        flags[name] &= ~BODY
    abroad = {w.translate(table) for w in words_of(f"{HERE}/places.txt") if HAN.fullmatch(w)}
    for name in abroad:
        flags[name] |= PLACE | ORDINARY
    known = towns(lists, sentences, raw, table) & places
    print("towns", len(known), file=sys.stderr)
    for name in known:
        flags[name] |= PLACE | ORDINARY
    companies = {w.translate(table) for w in words_of(f"{HERE}/companies.txt") if HAN.fullmatch(w)}
    for name in companies:
        flags[name] |= BODY | ORDINARY
    ordinary = {w.translate(table) for w in words_of(f"{HERE}/ordinary.txt") if HAN.fullmatch(w)}
    for word in ordinary:
        flags[word] |= ORDINARY
    manner = {w.translate(table) for w in words_of(f"{HERE}/manner.txt") if HAN.fullmatch(w)}
    for word in manner:
        flags[word] |= ORDINARY
    # A word that is a place too needs a second witness: 不足以保万全.
    for word in (ordinary | manner) - abroad:
        if flags[word] & PLACE:
            flags[word] &= ~ORDINARY
    for name in compounds:
        flags[name] |= COMPOUND
    celebrated = {}
    for name in known_abroad:
        flags[name] = flags[name] & ~(PLACE | BODY) | KNOWN_PERSON
        celebrated[name] = max(people[name], 3)
    for name, count in people.items():
        if HAN.fullmatch(name) and 2 <= len(name) <= 6 and (count >= 2 or name in famous) and name not in flags:
            if len(name) == 2 and (count < 2 or outside.get(name, 0) * 2 > count):
                continue
            if outside.get(name, 0) > count and count >= 1:
                continue
            celebrated[name] = max(count, 1)
            flags[name] |= KNOWN_PERSON

    # -- segment the train text once with the words, names as single tokens, and count neighbours ----------------------
    # A discovered word that is a listed word with something before or after it is no word: 副主席, 市委书记.
    heads = {w for w in flags if flags[w] & (ROLE | PLACE | BODY | BODY_END) and len(w) >= 2}
    for gram in [g for g in words if len(g) >= 3 and g not in flags]:
        if any(gram[:cut] in heads or gram[cut:] in heads for cut in range(1, len(gram))):
            words.pop(gram)
    base = math.log(total)
    listed = {}
    for name in flags:
        # The surnames of the list are too rare to be words of their own.
        if HAN.fullmatch(name) and flags[name] != KNOWN_PERSON and not (flags[name] == COMPOUND and name in japanese_listed):
            listed[name] = max(words.get(name, 0), outside.get(name, 0), counts.get(name, 0) * 0.5, located.get(name, 0), 2)
    vocabulary = dict(words)
    for name, number in listed.items():
        if len(name) > 1:
            vocabulary[name] = max(vocabulary.get(name, 0), number)
    longest = 8

    def segment(run, score):
        size = len(run)
        best, back = [0.0] + [-1e18] * size, [0] * (size + 1)
        for at in range(size):
            here = best[at]
            for end in range(at + 1, min(size, at + longest) + 1):
                value = score.get(run[at:end])
                if value is None:
                    if end > at + 1:
                        continue
                    value = -base - 1
                if here + value > best[end]:
                    best[end], back[end] = here + value, at
        out, at = [], size
        while at:
            out.append(run[back[at]:at]); at = back[at]
        return out[::-1]

    score = {w: math.log(n + 0.5) - base for w, n in vocabulary.items()}
    # Tokens of raw text settle the words' own frequencies: a word inside longer words counts no more.
    tokens, more_tokens, behind_office, offices_seen = Counter(), Counter(), Counter(), 0
    few, many = max(1, len(raw) // 900), max(1, len(raw) // 3000)
    for number, text in enumerate(raw):
        if number % few and number % many:
            continue
        for run in HAN.findall(text):
            row = segment(run, score)
            if number % few == 0:
                tokens.update(row)
            more_tokens.update(row)
            for left, right in zip(row, row[1:]):
                if flags.get(left, 0) & ROLE and len(left) > 1 and left not in callings:
                    behind_office[right] += 1
                    offices_seen += 1
    # Sentences: P stands for a person.
    follows, precedes, occurs, named = Counter(), Counter(), Counter(), 0
    in_body, out_body = Counter(), Counter()
    heads, before_heads = Counter(), Counter()           # the first token of a body, and what stands before it
    body_sets = {"msra", "pd1998_time", "cluener", "resume"}
    token = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]+|[0-9.]+|\s+|.", re.S)

    def cut(text):
        out = []
        for piece in token.findall(text):
            if "\u4e00" <= piece[0] <= "\u9fff":
                out += segment(piece, score)
            else:
                out.append("0" if piece[0].isdigit() else "A" if piece[0].isalpha() else " " if piece.isspace() else piece)
        return out

    for name, text, spans in sentences:
        row, last = ["\u2402"], 0
        for start, end, kind in sorted(spans):
            if start < last:
                continue
            if kind == "PER":
                row += cut(text[last:start]); row.append("P"); last = end
        row += cut(text[last:]); row.append("\u2403")
        for left, right in zip(row, row[1:]):
            if flags.get(left, 0) & ROLE and len(left) > 1 and left not in callings and right != "P":
                behind_office[right] += 1
                offices_seen += 1
            if left == "P":
                follows[right] += 1; named += 1
            if right == "P":
                precedes[left] += 1
        occurs.update(row)
        if name in body_sets:
            last = 0
            for start, end, kind in sorted(spans):
                if kind in ("ORG", "GOV", "COMPANY") and start >= last:
                    outside_tokens, tokens_inside = cut(text[last:start]), cut(text[start:end])
                    out_body.update(outside_tokens); in_body.update(tokens_inside); last = end
                    if tokens_inside:
                        heads[tokens_inside[0]] += 1
                    if outside_tokens:
                        before_heads[outside_tokens[-1]] += 1
            out_body.update(cut(text[last:]))
    tokens.update(w for w in occurs.elements() if w not in ("P",))
    more_tokens.update(w for w in occurs.elements() if w not in ("P",))
    everything = sum(occurs.values())
    all_tokens = sum(tokens.values())
    after, before = {}, {}

    def ratios(neighbours):
        """log P(w | beside a person) / P(w), with the token's own counts smoothed."""
        scores = {}
        for w, n in occurs.items():
            expected = n * named / everything
            k = neighbours.get(w, 0)
            scores[w] = math.log((k + 0.6) / (expected + 0.6 * (1 + min(expected, 4))))
        return scores

    after, before = ratios(follows), ratios(precedes)
    role_before = sum(precedes.get(w, 0) for w in flags if flags[w] & ROLE) / max(1, sum(occurs.get(w, 0) for w in flags if flags[w] & ROLE)) / (named / everything)
    role_after = sum(follows.get(w, 0) for w in flags if flags[w] & ROLE) / max(1, sum(occurs.get(w, 0) for w in flags if flags[w] & ROLE)) / (named / everything)
    print("ratio of office words before and after a person", role_before, role_after, "P(person)", named / everything, file=sys.stderr)
    inside_total, outside_total = sum(in_body.values()), sum(out_body.values())
    bodyness = lambda w: math.log((in_body.get(w, 0) + 0.15) / (inside_total) / ((out_body.get(w, 0) + 2) / outside_total))

    # Whether a name begins with a word or behind it: the logarithm of the odds. What is seldom seen is nearly even.
    heads_total, before_total = sum(heads.values()), sum(before_heads.values())
    headness = lambda w: math.log((heads.get(w, 0) / heads_total + 2e-5) / (before_heads.get(w, 0) / before_total + 2e-5))

    # How much more often a word stands behind an office than elsewhere, where no name does: 表示 often, 和平 hardly ever.
    share = offices_seen / sum(more_tokens.values())
    # What is listed as said of somebody there, is.
    behind = lambda w: max(math.log((behind_office.get(w, 0) + 0.5) / (share * more_tokens.get(w, 0) + 0.5)), 5 if w in manner else -9)

    # Offices and occupations that mostly stand without a name beside them.
    common = set("代表 成员 委员 学生 专家 领导人 职工 农民 村民 居民 市民 群众 员工 工人 干部 公务员 战士 士兵 英雄 烈士 模范 党员 团员 会员 "
                 "队员 患者 死者 伤者 老人 选手 球员 官员 学者 记者 作家 作者 演员 教师 教练 医生 护士 司机 民警 警察 牧民 渔民 业主 嘉宾 网友 "
                 "企业家 科学家 艺术家 投资人 股东 员外郎 负责人 志愿者 大学生 研究生 毕业生 民工 农民工 领袖 冠军 亚军 军人 得主".split())
    entries = {}
    clamp = lambda value: max(-127, min(127, int(round(value * 10))))
    keep = {w for w in vocabulary if len(w) == 1 or tokens.get(w, 0) >= 2 or (w in flags and flags[w] != KNOWN_PERSON)}
    keep |= {w for w in occurs if len(w) == 1}
    for w in keep:
        # A word that a person has listed is not as rare as one that was never seen.
        least = 20 if w in short_forms else 3 if flags[w] & ORDINARY else 0
        number = max(tokens.get(w, 0), least)
        value = cost((number + 0.3) / all_tokens)
        a, b = clamp(after.get(w, 0)), clamp(before.get(w, 0))
        if flags[w] & ROLE and w not in common:
            b = max(b, 30)
        o = bodyness(w)
        if flags[w] & ORDINARY and not flags[w] & (PLACE | BODY | BODY_END) and in_body.get(w, 0) + out_body.get(w, 0) < 3:
            o = min(o, -0.4)
        entries[w] = (value, a, b, clamp(o), clamp(headness(w)), clamp(behind(w)), flags[w])
    print("words", len(entries), file=sys.stderr)

    # -- places: characters of their stems -------------------------------------------------------------------------------
    stem, stem_first = Counter(), Counter()
    for path in ("modood_streets.csv",):
        for line in open(f"{lists}/{path}", encoding="utf-8"):
            match = re.match(r'\d+,"([^"]+?)(?:街道|镇|乡|苏木|地区)?(?:办事处)?"', line)
            if match and HAN.fullmatch(match.group(1)) and len(match.group(1)) <= 3:
                stem_first[match.group(1)[0]] += 1
                stem.update(match.group(1)[1:])
    for name in places:
        if 2 <= len(name) <= 4:
            stem_first[name[0]] += 1
            stem.update(name[1:-1])

    characters = sorted({c for c in set(family) | set(single) | set(first) | set(second) | set(foreign) | set(stem) | set(stem_first) if len(c) == 1})
    columns = []
    sur = lambda c: cost(family[c] / total_family) if family.get(c, 0) >= 0.12 else 255
    one, two, three = char_costs(single), char_costs(first), char_costs(second)
    alien, ground_first, ground = char_costs(foreign, 0.05), char_costs(stem_first), char_costs(stem)
    rows = [(c, sur(c), one(c), two(c), three(c), alien(c) if foreign.get(c, 0) >= 2 else 255, ground_first(c), ground(c)) for c in characters]
    compound_costs = {w: cost(compound_count[w] / total_family) for w in compounds}
    for name, count in celebrated.items():
        compound_costs[name] = cost((count + 0.5) / everything)
    for name in list(celebrated) + sorted(japanese_listed):
        if name not in entries:
            entries[name] = (255, 0, 0, 0, 0, 0, flags[name])
    write(out, fold, entries, rows, compound_costs)


def write(out, fold, entries, rows, compound_costs):
    root = {}
    for w in entries:
        node = root
        for c in w:
            node = node.setdefault(ord(c), {})
    for w, (value, a, b, o, h, r, f) in entries.items():
        node = root
        for c in w:
            node = node[ord(c)]
        node[-1] = (value, a, b, o, h, r, f, compound_costs.get(w, 255))
    labels, first, payload = [0], [], []
    queue, at = [root], 0
    while at < len(queue):
        node = queue[at]
        first.append(len(queue))
        payload.append(node.get(-1, (255, 0, 0, 0, 0, 0, 0, 255)))
        for code in sorted(k for k in node if k >= 0):
            queue.append(node[code]); labels.append(code)
        at += 1
    first.append(len(queue))
    pairs = sorted((ord(a), ord(b)) for a, b in fold.items() if ord(a) < 65536 and ord(b) < 65536)
    with open(out, "wb") as file:
        file.write(b"QDN3")
        file.write(struct.pack("<IIII", len(queue), len(rows), len(pairs), 0))
        file.write(struct.pack(f"<{len(first)}I", *first))
        file.write(struct.pack(f"<{len(labels)}H", *labels))
        file.write(bytes(p[0] for p in payload))
        for column in (1, 2, 3, 4, 5):
            file.write(struct.pack(f"<{len(payload)}b", *(p[column] for p in payload)))
        file.write(bytes(p[6] for p in payload))
        file.write(bytes(p[7] for p in payload))
        for row in rows:
            file.write(struct.pack("<HBBBBBBB", ord(row[0]), *row[1:]))
        for a, b in pairs:
            file.write(struct.pack("<HH", a, b))
    print("nodes", len(queue), "bytes", os.path.getsize(out), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
