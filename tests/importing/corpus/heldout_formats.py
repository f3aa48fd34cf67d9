"""Documents of the second hand in other files: fixed layout, old text files, a page of preformatted text."""

from tests.importing.corpus.heldout_articles import SAMPLES as ARTICLES
from tests.importing.corpus.heldout_articles import SMALL
from tests.importing.corpus.heldout_clauses import LOGISTICS
from tests.importing.corpus.heldout_clauses import SAMPLES as CLAUSES
from tests.importing.corpus.heldout_leaders import (
    SAFETY_HEAD,
    SAFETY_RECORD,
    SAFETY_ROWS,
    SCHOOL_HEAD,
    SCHOOL_RECORD,
    SCHOOL_ROWS,
)
from tests.importing.corpus.heldout_lists import DISASTER
from tests.importing.corpus.heldout_lists import SAMPLES as LISTS
from tests.importing.corpus.heldout_tables import HILL_HEAD, HILL_RECORD, HILL_ROWS
from tests.importing.corpus.make import (
    Sheet,
    Table,
    Writer,
    boxed,
    html,
    html_table,
    ofd,
    pdf,
    piped,
    txt,
    xlsx,
)
from tests.importing.corpus.sample import Record, Sample


def known(samples: tuple[Sample, ...], name: str) -> Record:
    return next(sample.expected for sample in samples if sample.name == name)


def one_sheet() -> bytes:
    """The notice in the first rows of the sheet, then the table."""
    head: list[list[str | float | None]] = [
        [line.strip(), "<", "<", "<", "<"] for line in HILL_HEAD.strip().splitlines()
    ]
    return xlsx(Sheet("Sheet1", [*head, *HILL_ROWS]))


SAMPLES = (
    Sample("heldout-vocational-ofd", "行动计划.ofd", {55: "B24"},
           lambda: ofd(pdf(SMALL.text, header="汾源省人民政府文件"), Writer(points=True, grouped=True)), known(ARTICLES, "heldout-vocational-runs-on")),
    Sample("heldout-school-ofd", "任务分解表.ofd", {31: "B9"},
           lambda: ofd(pdf([SCHOOL_HEAD, Table(SCHOOL_ROWS)]), Writer(prefix="", single=True, rooted=True)), SCHOOL_RECORD),
    Sample("heldout-safety-preformatted", "分工表.html", {21: "box-drawing", 32: "B10"},
           lambda: html(f"<pre>{SAFETY_HEAD}{boxed(SAFETY_ROWS, (36, 10, 22, 12))}</pre>"), SAFETY_RECORD),
    Sample("heldout-hill-html", "责任分解表.html", {29: "事项", 114: "navigation"},
           lambda: html("".join(f"<p>{line}</p>" for line in HILL_HEAD.splitlines()) + html_table(HILL_ROWS)), HILL_RECORD),
    Sample("heldout-hill-sheet", "责任分解表.xlsx", {29: "分类"}, one_sheet, HILL_RECORD),
    Sample("heldout-cold-chain-pdf", "实施意见.pdf", {82: "B20"},
           lambda: pdf(LOGISTICS.text, footer="- {n} -"), known(CLAUSES, "heldout-cold-chain-angular")),
    Sample("heldout-cold-chain-gb", "实施意见.txt", {73: "B20", 10: "shape"},
           lambda: txt(LOGISTICS.text.replace("：", ":").replace("；", ";").replace("，", ","), encoding="gb18030", newline="\r\n"),
           known(CLAUSES, "heldout-cold-chain-angular")),
    Sample("heldout-disaster-page", "分工方案.html", {79: "不再列出"},
           lambda: html("".join(f"<p>&emsp;&emsp;{line}</p>" for line in DISASTER.text.replace("<", "&lt;").splitlines())), known(LISTS, "heldout-disaster-binds-later")),
    Sample("heldout-safety-pipes", "分工表.txt", {32: "分管领导", 19: "pipe-delimited"},
           lambda: txt(SAFETY_HEAD + piped(SAFETY_ROWS, stray="|")), SAFETY_RECORD),
)  # fmt: skip
