#!/usr/bin/env python3
"""Opens what the exports wrote with the formats' own readers.

    cargo test --features parquet --test exports        # writes target/tmp/exports
    python3 -m pip install pyarrow duckdb dkpro-cassis spacy bioc
    python3 tests/readers/check.py [target/tmp/exports]

A reader that is not installed is skipped with a message. The exit status is 1 if a file cannot be read or does not hold what it should.
"""

import csv
import json
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "target/tmp/exports")
TEXT = (FOLDER / "article.txt").read_bytes().decode()
FINDINGS = json.loads((FOLDER / "spacy.json").read_text())["spans"]["newsframe"]


def columns():
    """Python's csv, as pandas and most programs read it."""
    with open(FOLDER / "findings.csv", newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["article"] == "a-1"]
    assert len(rows) == len(FINDINGS)
    for row in rows:
        assert TEXT[int(row["start"]):int(row["end"])].lstrip("'") == row["text"].lstrip("'"), row
    return f"{len(rows)} rows"


def pyarrow():
    import pyarrow.parquet as parquet

    table = parquet.read_table(FOLDER / "findings.parquet")
    rows = [row for row in table.to_pylist() if row["article"] == "a-0"]
    assert table.schema.metadata[b"offsets"] == b"code_point"
    assert [(row["start"], row["end"]) for row in rows] == [(f["start"], f["end"]) for f in FINDINGS]
    assert all(row["text"] == TEXT[row["start"]:row["end"]] for row in rows)
    assert -3000000.0 in [row["value"] for row in rows]
    return f"{table.num_rows} rows, {table.num_columns} columns"


def duckdb():
    import duckdb

    query = "select layer, count(*), avg(confidence) from read_parquet(?) group by layer order by layer"
    layers = duckdb.execute(query, [str(FOLDER / "findings.parquet")]).fetchall()
    assert len(layers) == 7 and all(0 < mean <= 1 for _, _, mean in layers), layers
    query = "select count(*) from read_csv(?) where article = 'a-1' and voice = 'quoted'"
    quoted = duckdb.execute(query, [str(FOLDER / "findings.csv")]).fetchone()[0]
    assert quoted > 0
    return f"{len(layers)} layers in Parquet, {quoted} quoted rows in CSV"


def cassis():
    import cassis

    with open(FOLDER / "cas.json", encoding="utf-8") as file:
        cas = cassis.load_cas_from_json(file)
    assert cas.sofa_string == TEXT
    findings, links = list(cas.select("newsframe.Finding")), list(cas.select("newsframe.Link"))
    assert len(findings) == len(FINDINGS)
    cues = [finding.get_covered_text() for finding in findings if finding.layer == "attribution"]
    assert {"said", "claimed that"} <= set(cues), cues
    parts = {link.Dependent.get_covered_text() for link in links if link.role == "source"}
    assert parts == {"Ana Ruiz, the harbour master", "She"}, parts
    xmi = cas.to_xmi()
    assert "newsframe" in xmi
    return f"{len(findings)} findings, {len(links)} links, written again as {len(xmi)} characters of XMI"


def spacy():
    import spacy
    from spacy import displacy
    from spacy.tokens import Doc

    data = json.loads((FOLDER / "spacy.json").read_text())
    doc = Doc(spacy.blank("en").vocab).from_json(data, validate=True)
    assert doc.text == TEXT
    assert [(e.start_char, e.end_char, e.label_) for e in doc.ents] == [(e["start"], e["end"], e["label"]) for e in data["ents"]]
    assert len(doc.spans["newsframe"]) == len(FINDINGS)
    assert "<mark" in displacy.render(data, style="ent", manual=True, jupyter=False)
    return f"{len(doc)} tokens, {len(list(doc.sents))} sentences, {len(doc.ents)} entities, {len(doc.spans['newsframe'])} spans"


def brat():
    """brat itself is not on PyPI: the checks of its reader (text, spans, arguments), by hand."""
    ids = set()
    for line in (FOLDER / "article.ann").read_text(encoding="utf-8").splitlines():
        name, rest = line.split("\t", 1)
        if name.startswith("T"):
            head, words = rest.split("\t", 1)
            spans = [tuple(map(int, span.split())) for span in head.split(" ", 1)[1].split(";")]
            assert " ".join(TEXT[start:end] for start, end in spans) == words, line
        elif name.startswith("R"):
            assert all(argument.split(":")[1] in ids for argument in rest.split()[1:]), line
        ids.add(name)
    return f"{len(ids)} annotations"


def bioc():
    """A reader of brat's format that is on PyPI."""
    from bioc import brat as reader

    with open(FOLDER / "article.txt", encoding="utf-8", newline="") as text, open(FOLDER / "article.ann", encoding="utf-8") as ann:
        document = reader.load(text, ann)
    for entity in document.entities:
        assert entity.text == " ".join(TEXT[span.begin:span.end] for span in sorted(entity.locations)), entity
    sources = [relation for relation in document.relations if relation.type == "has_source"]
    assert len(sources) == 2 and len(document.notes) == len(FINDINGS)
    return f"{len(document.entities)} entities, {len(document.relations)} relations, {len(document.attributes)} attributes"


def web_annotation():
    page = json.loads((FOLDER / "web-annotation.json").read_text())
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        assert TEXT[position["start"]:position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    return f"{len(page['items'])} annotations"


failed = 0
for check in (columns, brat, bioc, web_annotation, pyarrow, duckdb, cassis, spacy):
    try:
        print(f"{check.__name__}: {check()}")
    except ImportError as error:
        print(f"{check.__name__}: skipped, {error.name} is not installed")
    except (AssertionError, Exception) as error:  # any failure of a reader is one of ours
        failed += 1
        print(f"{check.__name__}: FAILED, {type(error).__name__}: {error}")
sys.exit(failed > 0)
