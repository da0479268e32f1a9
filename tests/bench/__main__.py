"""`make bench`: the product, beside the floors where they are, in interleaved runs; figures are medians."""

import argparse
import json
import os
import shlex
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import gold as datasets
from tests.bench import inputs
from tests.bench import library as large
from tests.bench.clusters import measured as clusters_of_others
from tests.bench.figures import measured as figures_of_others
from tests.bench.grouping import quality
from tests.bench.html import measured as web_pages
from tests.bench.library import Cost
from tests.bench.programs import FLOORS, Target, floor, key_rows, measured, ms, table, variorum
from tests.bench.worked import REVIEWER, worked

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
SEEDS = ROOT.parent / "shared" / "seeds"
KEYS = [("!warm", ["down"], 3), ("down", ["down"], 30), ("right", ["right"], 20), ("extend", ["shift+right"], 12)]


def start(folder: Path, runs: int) -> None:
    """Start to first paint, and memory, on five articles."""
    texts = sorted(SEEDS.glob("*.txt")) or sorted((ROOT / "corpus" / "sample").glob("*.txt"))
    kept = inputs.project(folder, "five", [(path.read_bytes().decode(), []) for path in texts])
    first = " ".join(texts[0].read_bytes().decode().split()[:3])
    targets = [Target("variorum, stored project", variorum(str(kept)), first, idle=2.0)]
    anew = shlex.join(variorum("--model", "blank:en", "--project", "new.variorum", *map(str, texts)))
    targets.append(Target("variorum, texts anew", ["sh", "-c", f"rm -f new.variorum*; exec {anew}"], first))
    if FLOORS.is_dir():
        targets.append(Target("hello world", floor("hello.py"), "Hello", idle=2.0))
        targets.append(Target("spike, four panes", floor("panes.py", *map(str, texts[:4])), first))
    found = measured(targets, runs, folder)
    base = statistics.median(one.start for one in found.get("hello world", found[targets[0].name]))
    rows = [["start to first paint, five articles", "ms", "of the first floor", "peak MiB", "idle CPU ms/s", "idle B"]]
    for name, figures in found.items():
        median = statistics.median(one.start for one in figures)
        idle = statistics.median(one.idle_cpu for one in figures) * 500
        rows.append([name, f"{median * 1000:.0f}", f"{median / base:.2f}x",
                     f"{max(one.memory for one in figures) / 2**20:.1f}", f"{idle:.1f}",
                     f"{max(one.idle_bytes for one in figures)}"])  # fmt: skip
    table("Start (must: 1.6x hello world; memory 1.5x; idle 5 ms/s and 0 bytes)", rows)


def keys(folder: Path, runs: int) -> None:
    """Keys on four articles side by side."""
    texts = [inputs.text_with_mentions(2900, seed) for seed in range(4)]
    kept = inputs.project(folder, "four", texts)
    first = " ".join(texts[0][0].split()[:2])
    steps = [*KEYS, ("pane", ["L"], 12), ("!to", ["tab"], 1), ("accept", ["a"], 12), ("page", ["pagedown"], 6)]
    targets = [Target("variorum", variorum(str(kept)), first, [("!go", ["g", "g"], 1), *steps])]
    if FLOORS.is_dir():
        files = [str(inputs.floor_file(folder, f"four-{number}", *text)) for number, text in enumerate(texts)]
        spike = [*KEYS, ("pane", ["tab"], 12), ("page", ["pagedown"], 6)]
        targets.append(Target("spike", floor("panes.py", *files), first, spike))
    found = measured(targets, runs, folder)
    rows = key_rows(
        found, [label for label in dict.fromkeys(label for label, *_ in steps) if not label.startswith("!")]
    )
    table("Keys, four articles of 2,900 words at 160x48 (must: 2x spike, p95 16 ms, page 33 ms, cursor 1 kB)", rows)


def decided(folder: Path, runs: int, decisions: int) -> None:
    """The same on a story that was compared, with no decision yet and after many; ledger and inspector are shown."""
    link = [("link", ["c"], 1), ("!out", ["escape"], 1)] * 6
    steps = [("!go", ["g", "g"], 1), *KEYS, ("word end", ["e"], 8), ("top", ["g", "g"], 8), ("pane", ["L"], 12),
             ("!to", ["tab"], 1), ("accept", ["a"], 12), *link, ("page", ["pagedown"], 8)]  # fmt: skip
    targets = []
    for count in (0, decisions):
        path = worked(folder, f"d{count}", 6000, count)
        command = variorum("--reviewer", REVIEWER, str(path))
        targets.append(Target(f"{count:,}", command, f"{path.stem}-0", steps, idle=4.0, settle=4.0))
    if FLOORS.is_dir():
        targets.append(Target("hello world", floor("hello.py"), "Hello", idle=4.0))
    found = measured(targets, runs, folder)
    rows = key_rows(
        found, [label for label in dict.fromkeys(label for label, *_ in steps) if not label.startswith("!")]
    )
    table("Keys with a ledger, by decisions made, four articles of 6,000 words (must: as above, and no slower)", rows)
    rows = [["decisions", "start ms", "peak MiB", "idle CPU ms/s", "idle B"]]
    for name, figures in found.items():
        rows.append([name, f"{statistics.median(one.start for one in figures) * 1000:.0f}",
                     f"{max(one.memory for one in figures) / 2**20:.1f}",
                     f"{statistics.median(one.idle_cpu for one in figures) * 250:.1f}",
                     f"{max(one.idle_bytes for one in figures)}"])  # fmt: skip
    table("The same programs", rows)


def growth(folder: Path, runs: int, words: Sequence[int]) -> None:
    """One article from a thousand words to a million."""
    targets = []
    for count in words:
        text, mentions = inputs.text_with_mentions(count)
        kept = inputs.project(folder, f"long{count}", [(text, mentions)])
        first = " ".join(text.split()[:2])
        targets.append(Target(f"variorum {count:,}", variorum(str(kept)), first, [("!go", ["g", "g"], 1), *KEYS]))
        if FLOORS.is_dir():
            file = inputs.floor_file(folder, f"long{count}", text, mentions)
            targets.append(Target(f"spike {count:,}", floor("panes.py", str(file)), first, KEYS))
    if FLOORS.is_dir():
        targets.append(Target("hello world", floor("hello.py"), "Hello"))
    found = measured(targets, runs, folder)
    rows = [["words", "start ms", "down ms median / p95", "down CPU ms", "peak MiB"]]
    for name, figures in found.items():
        presses = [one.keys["down"] for one in figures if "down" in one.keys]
        seconds = [value for one in presses for value in one.seconds]
        cpu = [value for one in presses for value in one.cpu]
        rows.append([name, f"{statistics.median(one.start for one in figures) * 1000:.0f}", ms(seconds),
                     f"{statistics.mean(cpu) * 1000:.2f}" if cpu else "–",
                     f"{max(one.memory for one in figures) / 2**20:.1f}"])  # fmt: skip
    table("Growth (must: a million words 1.5x a thousand; start 2.5x and memory 100 MiB over hello world)", rows)


def library(folder: Path, runs: int, count: int) -> None:
    """Importing and grouping that many articles, and the list of their stories."""
    generator = FLOORS.parent / "make_corpus.py"
    source = without_stories(large.corpus(folder, count, generator if generator.is_file() else None))
    floors: list[float] = []
    whole: list[float] = []
    imports: list[Cost] = []
    project = folder / "library.variorum"
    for number in range(runs):
        floors.append(large.raw_import(source, folder / f"raw{number}.db"))
        whole.append(large.raw_import(source, folder / f"whole{number}.db", everything=True))
        for old in folder.glob("library.variorum*"):
            old.unlink()
        imports.append(
            large.cost([*variorum("import", str(source), "--no-stories", "--project", str(project))], folder)
        )
    base = statistics.median(floors)
    wall = statistics.median(one.wall for one in imports)
    grouping = large.cost(variorum("import", str(source), "--project", str(project)), folder)
    again = large.cost(variorum("import", str(source), "--project", str(project)), folder)
    rows = [["", "s", "of raw", "CPU s", "peak MiB"]]
    full = statistics.median(whole)
    rows.append(["raw: parse, store the texts", f"{base:.2f}", "1.00x", "", ""])
    rows.append(["raw: parse, store every field", f"{full:.2f}", f"{full / base:.2f}x", "", ""])
    rows.append(_row("import, with index of words", imports[-1], wall, base))
    rows.append(_row("group, compare", grouping, grouping.wall, base))
    rows.append(_row("import again", again, again.wall, base))
    table(f"A library of {count:,} articles (must: import 3x raw; grouping in minutes)", rows)
    stories = subprocess.run(
        variorum("stories", str(project)), capture_output=True, text=True, check=True, cwd=folder
    ).stdout.count("\n")
    targets = [Target("list of stories", variorum("--model", "blank:en", str(project)), f"{stories:,}")]
    if FLOORS.is_dir():
        targets.append(Target("hello world", floor("hello.py"), "Hello"))
    found = measured(targets, runs, folder)
    rows = [["start to paint", "ms", "peak MiB"]]
    for name, figures in found.items():
        rows.append([name, f"{statistics.median(one.start for one in figures) * 1000:.0f}",
                     f"{max(one.memory for one in figures) / 2**20:.1f}"])  # fmt: skip
    table(f"The list of {stories:,} stories (must: hello world + 150 ms)", rows)


def grouping() -> None:
    """How well articles are grouped, where there is something to hold it against."""
    gold = {"stories": DATA / "stories" / "articles.jsonl", "clusters, undated": DATA / "clusters" / "documents.jsonl"}
    rows = [["corpus", "precision", "recall", "B-cubed F1"]]
    rows += [[name, *(f"{one:.3f}" for one in quality(path))] for name, path in gold.items() if path.is_file()]
    if len(rows) > 1:
        table("Stories (must: .92 on news that nobody here has tuned to)", rows)


def reading(folder: Path, runs: int) -> None:
    """How well and how fast stories are read."""
    from tests.bench import reading as stories

    table("Reading, the sample's own gold and own stories of other topics", stories.quality(folder))
    if (DATA / "figures").is_dir():
        found = [
            [kind, str(count), f"{value:.3f}", f"{span:.3f}"]
            for kind, count, value, span in figures_of_others(DATA / "figures" / "cases.jsonl")
        ]
        table("Figures of others (must: value F1 .90)", [["kind", "cases", "value F1", "span F1"], *found])
    if (DATA / "clusters").is_dir():
        table("Clusters of given mentions (must: CoNLL F1 .74)", clusters_of_others(DATA / "clusters"))
    texts = sorted(SEEDS.glob("*.txt")) or sorted((ROOT / "corpus" / "sample").glob("*.txt"))
    alone, whole = stories.speed([path.read_bytes().decode() for path in texts], runs)
    rows = [["words a second", "", "of the first"], ["the pipeline's sentences and names", f"{alone:,.0f}", ""]]
    table("Speed, five articles (must: .8)", [*rows, ["the whole analysis", f"{whole:,.0f}", f"{whole / alone:.2f}x"]])


def gold(folder: Path, articles: int, spans: int) -> None:
    """Datasets in and out, beside what is raw and what others take."""
    found = datasets.measured(folder, articles, spans)
    rows = [["", "s", "of raw", "CPU s", "MiB over idle"]]
    rows.append(["raw: rows as JSON", f"{found.raw_json:.2f}", "1.00x", "", ""])
    proven = f"{found.proven_json / found.raw_json:.2f}x"
    rows.append(["raw: all fields, read back, slices compared", f"{found.proven_json:.2f}", proven, "", ""])
    rows.append(["raw: the same DocBin", f"{found.raw_docbin:.2f}", "", "", ""])
    idle = found.idle.memory
    rows.append(["import", f"{found.came_in.wall:.2f}", "", f"{found.came_in.cpu:.1f}", _mib(found.came_in, idle)])
    for name, one in found.went_out.items():
        base = found.raw_docbin if name == "spacy" else found.raw_json
        ratio = f"{one.wall / base:.2f}x"
        rows.append([f"export {name}, read back", f"{one.wall:.2f}", ratio, f"{one.cpu:.1f}", _mib(one, idle)])
    table(f"{found.spans:,} spans in {articles:,} articles (must: JSON Lines 2x raw, DocBin 1.2x, 100 MiB)", rows)
    both = found.came_in.wall + found.went_out["jsonl"].wall
    if articles == datasets.COMPARED:
        print(f"in and out: {both:.1f} s; Label Studio {datasets.LABEL_STUDIO / both:.1f} times as long")


def _mib(one: Cost, idle: int) -> str:
    return f"+{(one.memory - idle) / 2**20:.0f}"


def pages(folder: Path) -> None:
    """What is kept of web pages, held against the passages of an evaluation in `folder`."""
    rows = [["reader", "precision", "recall", "F1", "accuracy", "s"]]
    for name, score in web_pages(folder).items():
        rows.append([name, *(f"{one:.3f}" for one in score.figures().values()), f"{score.seconds:.1f}"])
    table("Web pages (must: no worse than the library itself)", rows)


def _row(name: str, cost: Cost, wall: float, base: float) -> list[str]:
    return [name, f"{wall:.2f}", f"{wall / base:.2f}x", f"{cost.cpu:.1f}", f"{cost.memory / 2**20:.0f}"]


def without_stories(source: Path) -> Path:
    """The same records without the ids of their stories, so that they have to be grouped."""
    bare = source.with_suffix(".bare.jsonl")
    with source.open(encoding="utf-8") as file, bare.open("w", encoding="utf-8") as out:
        for line in file:
            row = json.loads(line)
            row.pop("story", None)
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return bare


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument(
        "what", nargs="*", default=[], help="start keys decided growth library gold grouping reading; else all"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--decisions", type=int, default=2000, help="that were made before keys are measured")
    parser.add_argument("--articles", type=int, default=10_000, help="of the library; 100,000 for make bench-large")
    parser.add_argument("--spans", type=int, default=14, help="of each article of gold; 100 for a million")
    parser.add_argument("--pages", type=Path, help="the folder `tests` of Trafilatura's repository, to measure pages")
    parser.add_argument("--words", type=int, nargs="*", default=[1_000, 10_000, 100_000, 1_000_000])
    said = parser.parse_args()
    what = said.what or ["start", "keys", "decided", "growth", "library", "gold", "grouping", "reading"]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {said.runs} interleaved runs; "
          f"floors {'beside' if FLOORS.is_dir() else 'absent'}")  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "start" in what:
            start(folder, said.runs)
        if "keys" in what:
            keys(folder, said.runs)
        if "decided" in what:
            decided(folder, said.runs, said.decisions)
        if "growth" in what:
            growth(folder, said.runs, said.words)
        if "library" in what:
            library(folder, min(said.runs, 3), said.articles)
        if "gold" in what:
            gold(folder, said.articles, said.spans)
        if "grouping" in what:
            grouping()
        if "reading" in what:
            reading(folder, said.runs)
        if said.pages:
            pages(said.pages)


if __name__ == "__main__":
    main()
