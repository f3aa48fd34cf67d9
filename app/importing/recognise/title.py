"""The ledger's own title among the lines above its body: not the notice's that sends it out, not the web page's."""

import re
from collections.abc import Sequence
from typing import Final

from app.importing.blocks import Paragraph
from app.importing.recognise.lines import label_at, unwrap

KINDS: Final = (
    "措施|方案|台账|清单|计划|分工|分解|要点|意见|办法|任务|实事|规划|细则|表|安排|工作|纲要|项目|目标|举措|责任书|责任状|汇总|一览"
    "|责任|部署|指标|体系|行动|建设|任务书|菜单|明细|(?<![名简订])单|(?<=.{8}(?:事项|任务|项目))目录"
)
END: Final = re.compile(rf"(?:{KINDS}|通知|通报|公告|条|函|决定|摘编)(?:[（(〔].*[）)〕])?$")
WHOLE: Final = re.compile(
    r"(?:措施|方案|台账|清单|分工|分解|要点|意见|办法|细则|计划|表|责任书|纲要|通知|通报|[解务项办]单)(?:[（(〔].*[）)〕])?$"
)
NOTICE: Final = re.compile(r"的?(?:通知|通报|公告|函|意见)(?:[（(〔].*[）)〕])?$")
SENT: Final = re.compile(r"(?:关于)?(?:印发|下发|转发|公布|发布)[《“]?(.+?)[》”]?的(?:通知|通报|函)")
NAMED: Final = re.compile(r"(?:现将|制定了?|印发|下发)(?!的《)[^《]{0,20}《([^》]+(?:》[^《]*?)?)》")
# 印发《若干措施》责任分工的通知: not the measures are sent, but who does them.
DIVIDED: Final = re.compile(r"(?:印发|下发|转发|公布)(《[^》]+》[\u4e00-\u9fff]{2,16})的(?:通知|通报|函)")
RUN_ON: Final = re.compile(rf"^(\S{{6,60}}{WHOLE.pattern[:-1]})[ \u3000]+(?:为|根据|按照|依据)\S[\s\S]{{20,}}")
LABELLED: Final = re.compile(r"^标\s*题\s*[：:]\s*(\S.*)$", re.MULTILINE)
APPROVED: Final = re.compile(r"《([^》]+)》(?:已经|业经)")
REST: Final = re.compile(
    r"^(?:的|责任|任务|分工|分解|重点|工作|实施|行动|及)?[\u4e00-\u9fff]{0,6}(?:分工|分解|表|清单|方案|台账|通知|措施|计划|意见)(?:[（(][^（()）]{1,6}[）)])?$"
)
NUMBERED: Final = re.compile(
    r"[〔\[［（(【C]\s*(?:19|20)\d\d(?!\s*年?\s*[—–\-－~～至到])|^第\s*[\d一二三四五六七八九十]+\s*期|^[\u4e00-\u9fff]{1,6}\s?[CＣ]?\d{4}\s*[:：]"
)
DAY: Final = re.compile(
    r"\d{4}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}|[〇○零Oo一二三四五六七八九]{4}年[^日]{1,3}月|\d{4,8}日|^20\d{3,6}$"
)
NOT_TITLE: Final = re.compile(
    r"^附\s*件|^[（(].*[）)]$|^表\s*[一二三四五六七八九十\d]|^单位|^填[报表]|^制表|^统计|^目\s*录|^序号|^(?:编制|牵头|责任|主办)单位(?!的)|^\S{0,30}文件$|^[【\[]|^督\s*查\s*通\s*报$|^\W+$|^={3,}|^[绝机秘]?密(?:级|[★☆\s]|$)|^[特加平]?急(?:件|[★☆\s]|$)"
)
PARTS: Final = re.compile(r"^[【\[][^】\]]{1,20}[】\]]\s*")
CARRIED: Final = re.compile(r"[。；：:，、]$|，|[:：]\s*\S|\||>|@")
WITH_NUMBER: Final = re.compile(
    rf"^(\S{{6,60}}{WHOLE.pattern[:-1]})\s+[\u4e00-\u9fff]{{2,12}}[〔\[]\s?(?:19|20)\d\d\s?[〕\]]\s?\d+\s?号$"
)
NOISE: Final = re.compile(
    r"当前位置|首\s*页|导航|字体|打印|分享|浏览|点击|来源|发布(?:时间|日期|机构)|索引号|主题分类|有效性|公开方式|关闭|扫一扫|只看|发表于|查看|回复"
    r"|收藏|搜索|上一[篇页条]|下一[篇页条]|登录|注册|无障碍|客户端|微信|微博|版权|备案|政务公开$|政务服务$|互动交流$|政民互动|无障碍|繁体|繁體|手机版|附件下载|责任编辑|信息公开$|返回列表|发新帖|马上|侵权投诉"
)


def title_of(above: Sequence[Paragraph], organisations: re.Pattern[str]) -> str | None:
    """None when nothing above the body looks like a title. `organisations` matches a line that only names a body."""
    blocks = _blocks(above, organisations)
    if chosen := _chosen(blocks, above, organisations):
        longer = (block for block in blocks if block != chosen and len(chosen) >= 6 and block.endswith(chosen))
        whole = (block for block in longer if not re.search(r"[印下转]发|公布", block.removesuffix(chosen)))
        return _with_body(max(whole, key=len, default=chosen), above, organisations)
    return None


def _with_body(title: str, above: Sequence[Paragraph], organisations: re.Pattern[str]) -> str:
    """A title under the name of its body: where the notice names it with that body, it begins so."""
    for announced in (_bare(match[1]) for line in above for match in APPROVED.finditer(line.text)):
        body = announced.removesuffix(_bare(title))
        if body != announced and organisations.fullmatch(body) and any(line.text.strip() == body for line in above):
            return announced
    return title


def _chosen(blocks: Sequence[str], above: Sequence[Paragraph], organisations: re.Pattern[str]) -> str | None:
    ledgers = [block for block in blocks if END.search(block) and not NOTICE.search(block)]
    text = "\n".join(paragraph.text for paragraph in above)
    if ledgers:
        announced = {
            _bare(match[1]) for pattern in (SENT, NAMED) for match in pattern.finditer("\n".join([*blocks, text]))
        }
        ledgers = [block for block in ledgers if _bare(block) in announced] or ledgers
        sent = re.match(rf"(?:{organisations.pattern})印发(.{{6,}})$", ledgers[-1])
        return sent[sent.lastindex or 0] if sent else ledgers[-1].removesuffix("（转）")
    if (divided := DIVIDED.search("\n".join(blocks))) and END.search(divided[1]):
        return divided[1]
    labelled = LABELLED.search(text)
    if labelled and END.search(labelled[1]) and not re.search(r"的(?:通知|通报|函)", labelled[1]):
        return labelled[1].strip()
    if (named := NAMED.search(text)) and not named[1].endswith("报告"):
        return unwrap(named[1])
    notices = [block for block in blocks if NOTICE.search(block)]
    if notices:
        sent = SENT.search(notices[-1])
        return sent[1] if sent and END.search(sent[1]) else notices[-1]
    rest = [block for block in blocks if len(block) >= 6 and not organisations.fullmatch(block)]
    return rest[-1] if rest else None


def _bare(title: str) -> str:
    return re.sub(r"[《》〈〉<>\s]", "", title)


def _blocks(above: Sequence[Paragraph], organisations: re.Pattern[str]) -> list[str]:
    """Lines that together are one title each: over lines it goes on until its last word; repeated, it begins anew."""
    blocks: list[list[str]] = []
    is_open, part = False, ""
    for paragraph in above:
        is_open, part = is_open and paragraph.part == part, paragraph.part
        line = _tight(PARTS.sub("", RUN_ON.sub(r"\1", paragraph.text.strip("#*_ |"))))
        line = WITH_NUMBER.sub(r"\1", line)
        if not is_title_line(line):
            is_open = False
            continue
        if is_open and [line] not in blocks and _goes_on(blocks[-1], line, organisations):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        is_open = True
    for block in blocks:
        if len(block) > 1 and organisations.fullmatch(block[0]) and block[1].startswith(block[0]):
            del block[0]  # the running head of the page
    return [unwrap("\n".join(block)) for block in blocks]


def _goes_on(block: list[str], line: str, organisations: re.Pattern[str]) -> bool:
    last = block[-1]
    if last == line or (END.search(last) and organisations.fullmatch(line)):
        return False
    if organisations.fullmatch(last) and len(block) == 1:
        return re.match(r"关于|印发|转发|(?:19|20)\d\d年", line) is not None or (
            not WHOLE.search(line) and END.search(line) is None
        )
    return not WHOLE.search(last) or (len(line) <= 10 and REST.match(line) is not None)


def _tight(line: str) -> str:
    """A title spread over the line (关 于 印 发) is closed up."""
    return (
        re.sub(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])", "", line)
        if len(re.findall(r"\S[ \u3000]", line)) > 3
        else line
    )


def is_title_line(line: str) -> bool:
    if not 3 <= len(line) <= 60 or label_at(line) or NOT_TITLE.search(line) or NOISE.search(line):
        return False
    return not (DAY.search(line) or (NUMBERED.search(line) and not re.search(r"[）)]$", line)) or CARRIED.search(line))
