"""An item whose text is a little form: 整改任务：… 整改目标：… 整改措施：… on lines of their own."""

import re
from typing import Final, NamedTuple

from app.importing.recognise.lines import unwrap

PROBLEM: Final = "整改任务|存在问题|反馈问题|发现问题|问题(?:描述|表现|内容|清单)?|主要问题|隐患(?:描述|内容)?"
NAME: Final = "任务名称|项目名称|工作名称|事项名称|名称|事项|项目"
GOAL: Final = "整改目标|工作目标|年度目标|预期目标|目标要求|任务目标|目标"
DEED: Final = (
    "整改措施|具体措施|工作措施|主要措施|整改要求|任务内容|工作内容|建设内容|主要内容"
    "|工作任务|目标任务|重点任务|主要任务|内容|措施"
)
PASSED: Final = (
    "整改(?:进展|完成情况|情况|结果|进度)|(?:工作)?进展(?:情况)?|完成情况|推进情况|落实情况"
    "|(?:资金|经费)(?:来源|安排|筹措)|备注|联系人|联系电话"
)
KINDS: Final = {"heading": f"{PROBLEM}|{NAME}", "goal": GOAL, "text": DEED, "passed": PASSED}
LABEL: Final = re.compile(
    rf"(?:^|(?<=\n))[ \t\u3000]*(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in KINDS.items())})[ \t]*[：:]"
)


class Parts(NamedTuple):
    text: str
    heading: str | None = None
    goal: str = ""


def parts_of(raw: str) -> Parts | None:
    """None when the text has no labelled part that says what is to be done."""
    labels = list(LABEL.finditer(raw))
    if not any(match["text"] for match in labels):
        return None
    found: dict[str, list[str]] = {"heading": [], "goal": [], "text": [], "passed": []}
    if before := raw[: labels[0].start()].strip():
        found["heading"].append(before)
    for match, following in zip(labels, [*labels[1:], None], strict=True):
        kind = match.lastgroup or "passed"
        found[kind].append(raw[match.end() : following.start() if following else len(raw)].strip())
    headings = [unwrap(part).rstrip("。") for part in found["heading"]]
    return Parts(unwrap("\n".join(found["text"])), " / ".join(headings) or None, unwrap("\n".join(found["goal"])))
