"""Whether a figure of a text tells something: not who is covered, no limit, no manner of speaking."""

import re
from dataclasses import replace
from typing import Final

from app.importing.recognise.figures import Figure
from app.importing.recognise.lookalikes import ABSTRACT, BUILDING, LISTED, TALK, is_former, is_no_figure
from app.importing.recognise.units import DURATIONS, bare_word

PART_OF: Final = re.compile(r"\s*的\s*\d[\d.]*\s*[%％]")
ON_A_DATE: Final = re.compile(r"[年月]\s*$")
CAP: Final = re.compile(
    r"(?:最高(?:可|给予|资助|补[助贴]|奖[励补]|额度|支持|不超过|贷款)|上限|(?<!主体)(?<!结构)(?<!已)(?<!全部)封顶|限额|"
    r"每[次例人户个件名家][^，。；]{0,8}不超过|每[年月]\S{0,6}不(?:得)?超过)[^，。；]{0,6}$|最高\s*$"
)
KIND_OF: Final = re.compile(r"\s*[\u4e00-\u9fff]")
DAYS: Final = re.compile(
    r"(?:住院日|天数|时间|时长|用时|周期|工期|期限|优良天)[^，。；]{0,16}$|(?:安全生产|安全运行|连续运行)[^，。；]{0,4}$"
)
NOT_COUNTED: Final = re.compile(r"(?:联合|会同|协同|带领|率领|只用了?|仅用了?|历时|耗时|为期)\s*$")
CARRIED_OUT: Final = re.compile(r"落实\s*$")  # 落实10项措施; 落实用地3万亩 counts
RANKED: Final = re.compile(r"(?:居|列|排)[^，。；]{0,6}$")
FOREMOST: Final = re.compile(r"[^，。；]{0,12}(?:前列|首位|前茅)")
OF_TARGET: Final = re.compile(r"(?:任务|目标|计划)(?:总?投资|总?金额|总量|数)?为?\s*$")
POINTING: Final = re.compile(r"年产\s*$|兵分\s*$|届\s*$|[这那各另某同每下上整半]\s*$|(?:其中|任何|唯一)\s*$")
IDIOM: Final = re.compile(
    r"\s*(?:补贴|事(?!项|故|务)|(?:督查|督导|检查)组|大|都|也|不|以?来|又|接着|地|是|为|[、，]?[一二两三四五六七八九十][、是]|新|好)"
)
LISTED_ABOVE: Final = re.compile(r"等(?:方面)?的?\s*$")
MEASURES: Final = re.compile(r"\s*(?:重点|主要|具体)?(?:措施|举措|制度|方面|环节|内容|要求|领域|任务清单)")
PRICE: Final = re.compile(r"(?<=元)(?:钱)?一[份斤个件张只人餐天次盒碗杯瓶套平]")  # 10元一份的牛肉
TRAIN: Final = re.compile(r"次(?:[\u4e00-\u9fff]{0,4}班列|列车|航班|动车|高铁)")
SIZE: Final = re.compile(r"(?:[宽高厚深]|直径|海拔|面宽)[约达为]?\s*$")
LONG: Final = re.compile(r"长[约达为]?\s*$")
BROAD: Final = re.compile(r"[，、]?[宽高深]")
SAMPLED: Final = re.compile(r"[^，。；、\d]{0,8}抽样")
WHOLE: Final = re.compile(r"全[省市县区州国]\s*$|赴[^，。；]{0,12}$")
HIT: Final = re.compile(r"(?:造成|致使?|波及|涉及|影响)了?全[省市县区州国]\s*$")  # 造成全县14个乡镇受灾
AREAS: Final = re.compile(
    r"\s*(?:地级(?:及?以上)?|设区的?)?城?[市县区州乡镇（、）()]{1,6}(?![\u4e00-\u9fff]{0,6}(?:达标|完成|出列|摘帽))|\s*(?:省份|地市|街道)"
)
NEARLY: Final = re.compile(r"[近超逾上约达数过]\s*$")
BEYOND: Final = re.compile(r"(?:超过?|逾|突破|不足|低于|高于|不满)\s*$")
OF_WHOM: Final = re.compile(r"\s*的(?!目标|任务|计划|增)[\u4e00-\u9fff][^，。；、\d]{0,12}\d[\d.]*\s*[\u4e00-\u9fff]")
TENS: Final = 20  # spelt out, so many are counted, not spoken of
CHANGED: Final = re.compile(r"(?:同比|环比|[比较][^，。；]{1,8})?(?:增加|减少|增|减|多|少)了?\s*$")


def is_told(hidden: str, figure: Figure, subject: str) -> bool:
    """`hidden` ends with the figure's clause; `subject` is what was spoken of before."""
    before = hidden[: figure.start]
    if is_no_figure(hidden, figure) or is_former(hidden, figure) or CAP.search(before) or NOT_COUNTED.search(before):
        return False
    if (figure.unit in {"日", "号"} and ON_A_DATE.search(before)) or re.match(r"0\d", hidden[figure.start :]):
        return False
    if figure.unit in {"项", "个", "条"} and CARRIED_OUT.search(before):
        return False
    if figure.unit == "℃":
        return False
    if PRICE.match(hidden, figure.end) or TRAIN.match(hidden, figure.end - 1) or _is_size(before, figure, hidden):
        return False
    if figure.unit in {"%", "‰"} and SAMPLED.match(hidden, figure.end):
        return False  # 5‰人口变动抽样调查
    if RANKED.search(before) and FOREMOST.match(hidden, figure.end):
        return False
    if PART_OF.match(hidden, figure.end) and not OF_TARGET.search(before):
        return False
    if LISTED_ABOVE.search(before) and MEASURES.match(hidden, figure.end):
        return False
    if figure.unit in {"千伏", "英寸"} and KIND_OF.match(hidden, figure.end):
        return False  # 110千伏变电站
    if BEYOND.search(before) and OF_WHOM.match(hidden, figure.end):
        return False  # 收入超50万元的村达到9个
    if (
        WHOLE.search(before)
        and not HIT.search(before)
        and AREAS.match(hidden, figure.end)
        and bare_word(figure.unit) == "个"
    ):
        return False
    if re.match(r"(?:小组|组(?![成织建])|团队|班子)", hidden[figure.end :]) and figure.unit == "人":
        return False
    if bare_word(figure.unit) in DURATIONS:
        return DAYS.search(before) is not None or (
            CHANGED.search(before) is not None and re.search(r"天数|时间|时长|日$", subject) is not None
        )
    if bare_word(figure.unit) in {"类", "大类"} and re.match(r"\d", hidden[figure.end :]):
        return False  # 10类42项
    return not figure.is_spelt or _is_counted(hidden, figure)


def _is_size(before: str, figure: Figure, hidden: str) -> bool:
    """宽24米、长140米、高6米的大棚: how large one is."""
    if figure.unit not in {"米", "厘米", "毫米"}:
        return False
    return SIZE.search(before) is not None or (
        figure.unit == "米" and LONG.search(before) is not None and BROAD.match(hidden, figure.end) is not None
    )


def moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by)


def _sums_up(before: str, figure: Figure) -> bool:
    """汽车制造业、食品制造业、燃气供应业三个行业: the three have been named."""
    named = re.split(r"[，。；：]", before)[-1]
    if "、" not in named or BUILDING.search(named) or bare_word(figure.unit) not in {"个", "项"}:
        return False
    return figure.value in {len(re.split(marks, named)) for marks in ("、", "[、和及]")}


def _is_counted(hidden: str, figure: Figure) -> bool:
    """隧道四座, 新建三所 and 六十八亿元 are counted; 两个维护, 一批, 二期 and 一手抓 are not."""
    before, after, word = hidden[: figure.start], hidden[figure.end :], bare_word(figure.unit)
    if hidden[figure.start] in "百千万" and not NEARLY.search(before):
        return False  # 百名专家进企业
    if figure.unit in {"%", "‰", "个百分点"} or figure.unit != word:
        return True
    if (
        POINTING.search(before)
        or IDIOM.match(after)
        or ABSTRACT.match(after)
        or word in TALK | {"期", "届", "级", "分"}
    ):
        return False
    if figure.value >= TENS:
        return True
    if figure.value < 2 or _sums_up(before, figure):
        return False
    closes = re.match(r"\s*(?:[，。；、,;：:！）)]|以上|$)", after) is not None
    return bool(
        BUILDING.search(before) or (closes and re.search(r"[\u4e00-\u9fff\x00]\s*$", before)) or LISTED.search(before)
    )
