#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms, TF-IDF weights and scores by scikit-learn's TfidfVectorizer, stems by the Snowball project's own
Python stemmer, for tests/algorithms/text.

Run from the root of the repository:  python3 tests/reference/text_tfidf.py
writes tests/reference/text_tfidf.json. Needs python3-sklearn and python3-snowballstemmer.
"""
import itertools
import json
import re

import sklearn
import snowballstemmer
from sklearn.feature_extraction.text import TfidfVectorizer

CORPORA = {
    "four": (
        ["the cat sat on the mat", "the dog sat on the log", "cats and dogs are friends", "the mat is on the floor"],
        "cat dog",
    ),
    "scripts": (
        ["Übergrößen kosten 20 € mehr, ÉTÉ 2024!", "Съешь ЕЩЁ этих булок", "ΑΒΓΔ αβγδ x_y X_Y a-b 'été'",
         "日本語 テキスト 12½", "i\u0300 combining, don't, e.g. naïve—CAFÉ", "   ", "Ǆ ẞ Ⅷ ａＢＣ 𝐀𝐁 𐐀𐐁"],
        "été αβγδ булок naïve 日本語 ǆ nowhere",
    ),
    "learning": (
        ["learning learner learned learnability", "A learner learns to learn; a lesson is learnt.",
         "generously generalised generations, national nationality", "skies dying lying news exceeding",
         "I love certification exams", "I love exams, exams love me"],
        "learn a national exam I love",
    ),
}
WORDS = """caresses flies dies mules denied died agreed owned humbled sized meeting stating itemization
sensational traditional reference colonizer plotted learning learnability learner learns certification generous
organization running runner easily fairly happiness relational conditional rational valency
hesitancy digitizer conformably radically differently analogously vietnamization predication operator
feudalism decisiveness hopefulness callousness formality sensitivity sensibility friends friend cats dogs sky
skis proceed succeed early only singly ugly y yes yellow youth café naïvely hopping hoped""".split()



def number(value):
    return float(f"{value:.12g}")


stemmer = snowballstemmer.stemmer("english")
cases = []
for name, (documents, query) in CORPORA.items():
    for one_letter, stem, (low, high), smooth, norm in itertools.product(
            (False, True), (False, True), ((1, 1), (1, 2), (1, 3), (2, 3)), (False, True), ("l2", "l1", None)):
        if (name == "scripts" and (stem or high > 2)) or (name == "learning" and not (stem and high != 2)):
            continue
        word = re.compile(r"(?u)\b\w+\b" if one_letter else r"(?u)\b\w\w+\b")
        tokens = (lambda text: stemmer.stemWords(word.findall(text))) if stem else word.findall
        model = TfidfVectorizer(tokenizer=tokens, token_pattern=None, ngram_range=(low, high), norm=norm,
                                smooth_idf=smooth)
        weights = model.fit_transform(documents)
        cases.append({
            "corpus": name, "one-letter": one_letter, "stem": stem, "grams": [low, high],
            "idf": "smoothed" if smooth else "unsmoothed", "norm": norm or "none",
            "terms": list(model.get_feature_names_out()),
            "weights": [[[int(j), number(row[0, j])] for j in sorted(row.indices)] for row in weights],
            "scores": [number(s) for s in (weights @ model.transform([query]).T).toarray()[:, 0]],
        })

with open("tests/reference/text_tfidf.json", "w", encoding="utf-8") as out:
    json.dump({
        "made by": f"scikit-learn {sklearn.__version__}",
        "corpora": {name: {"documents": documents, "query": query} for name, (documents, query) in CORPORA.items()},
        "stems": {word: stemmer.stemWord(word) for word in WORDS},
        "cases": cases,
    }, out, ensure_ascii=False, separators=(",", ":"))
