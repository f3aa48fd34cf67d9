"""A text that lost its line ends on the way here: nearly all of it is one paragraph, cut again where lines began.

The document's text stays as it is; only its blocks get shorter, so that every quotation still holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from app.importing.blocks import Block, Document, Paragraph
from app.importing.recognise.clauses import clauses
from app.importing.recognise.flattened.together import header_of
from app.importing.recognise.lines import ARABIC, BRACKETED, CHINESE, HEADING, OPENING, ROUND, brackets, label_at
from app.importing.recognise.names import is_unit
from app.importing.recognise.printed_roles import BODY_WORDS
from app.importing.recognise.responsibility import LIMIT

LONG: Final = 200
NEAR: Final = 3
FAR: Final = 20
LABEL_ROOM: Final = 80
MOST: Final = 0.4
MARKS: Final = re.compile(
    rf"(?<![\d.{CHINESE}第])(?:[{CHINESE}]{{1,3}}、|[（(](?:[{CHINESE}]{{1,3}}|\d{{1,2}})[）)]|\d{{1,3}}\s?[.．﹒、])"
)
LEVELS: Final = (HEADING, ROUND, ARABIC, BRACKETED)
STRONG: Final = re.compile(r"(?:^|[。；;：:）)〕】”！？\s])\s*$")
WORDS_BEHIND: Final = re.compile(r"[^、，。；：\d\s](?:[^、。；\d]|(?<=[到至在自])\d)[^、。；]")
NAMED: Final = re.compile(
    rf"(?:牵头|责任|配合|主办|协办|协同|承办|参与|参加|落实|实施|推进|督导|主责)(?:责任|推进)?(?:{BODY_WORDS})\s*[：:]"
    rf"|(?:责任|职责|任务)分工\s*[：:]|(?!截止)(?:{LIMIT}|时间)\s*[：:]|(?:牵头|责任|分管)领导\s*[：:]|(?:项目|具体|主要|直接|第一)?责任人\s*[：:]"
)
ANSWERED: Final = re.compile(
    rf"[（(〔][^（(〔）)〕]{{0,200}}(?:(?:牵头|责任|配合|主办|承办|考核)(?:{BODY_WORDS})\s*[：:]|牵头|负责|配合)"
)
ATTACHED: Final = "方案|措施|清单|要点|意见|办法|计划|名单|标准|配置|附表|目录"
ORGANISATION: Final = (
    rf"(?:(?!{ATTACHED})[\u4e00-\u9fff“”]){{2,40}}?(?:办公室|人民政府|政府|委员会|管委会|领导小组|指挥部|总工会|联合会|联合社|协会|中心|大学|局|厅|部|院|委|公司|集团)"
    r"(?:[（(][^（()）]{2,10}[）)])?"
)
SIGNER: Final = re.compile(
    rf"(?:^|(?<=[。；;）)〕】：\s\dA-Za-z])|(?<={ATTACHED}))(?P<body>{ORGANISATION}(?:\s{{0,4}}{ORGANISATION}){{0,2}})\s?$"
)
SIGNED_ROOM: Final = 80
DAY: Final = re.compile(
    rf"(?<![至到于自从在])(?:(?:19|20)\d\d\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}|[二一][{CHINESE}〇○零]{{3}}年[{CHINESE}]{{1,2}}月[{CHINESE}]{{1,3}})\s?日"
    r"(?=[（(\s]|$|附件|[\u4e00-\u9fff《])(?!\s?[前至起之内底以，、的收在印期])"
)
TITLED: Final = (
    r"[^。；，：\s\d][^。；，：\s]{4,60}?(?:方案|措施|意见|办法|清单|计划|要点|分工|细则|台账|任务书)(?:[（(][^（()）]{1,20}[）)]){0,2}"
    rf"(?=\s|[{CHINESE}]、|为(?!期)|根据|按照|近年来|按 )"
)
TITLE_ENDS: Final = re.compile(rf"\s*(?:附件[\d:：]{{0,3}})?(?P<title>{TITLED})")
TITLE_LATER: Final = re.compile(rf"附件[\d:：]{{0,3}}(?P<title>{TITLED})")
TITLE: Final = re.compile(
    rf"[（(]?[{CHINESE}]+[、）)][^。；：]{{3,40}}?"
    r"(?:。|(?=根据|按照|依据|为(?:深入|进一步|了|保障|全面)|紧紧围绕|围绕|结合(?!起来|部|点)|认真贯彻|坚持以"
    r"|(?:中央|各级|各地|各部门|各单位|[省市县区]直)[^，。]{0,10}要))"
)
SHORT: Final = re.compile(r"[^。；：]{2,40}。?\s*")
DUTY: Final = re.compile(rf"(?:\d[.．、]|[）)])\s?(?:{ORGANISATION}|各[\u4e00-\u9fff]{{1,6}})(?:：|(?:牵头|具体)?负责)")
FEWEST: Final = 2
POINTS: Final = re.compile(r"工作要点|任务清单|重点任务|民生实事")
MANY: Final = 5
YEAR: Final = r"[〔\[]\s?20\d\d[〕\]]\s?\d+号"
NUMBERED: Final = re.compile(
    rf"(?:(?<=\s)|^)[\u4e00-\u9fff]{{2,12}}{YEAR}(?=\s|$|[\u4e00-\u9fff])(?!文)|(?:(?<=文件|通知|方案|措施|意见|办法|清单|计划|要点|分工|分解|台账)|(?<=人民政府)|(?<=[厅局委室会部院司）)]))(?!的|{ATTACHED}|文件|通知)[\u4e00-\u9fff]{{2,8}}{YEAR}(?=[\u4e00-\u9fff]|$)"
)
QUOTED: Final = re.compile(r"(?<=[局委办部厅处会司院心府])(?=“[^”]{2,20}”[^，。；：]{0,12}[：:。])")
SENT: Final = re.compile(r"的(?:通知|函|通报)(?=[\u4e00-\u9fff、，（()）]{2,200}?[：:])")
ADDRESSED: Final = re.compile(
    rf"(?:(?<=[\s号])|^)(?P<title>{ORGANISATION}关于[^。；：，]{{4,60}}?)(?=\s?(?:各|[省市县区州]直)[\u4e00-\u9fff、，（()）]{{2,100}}?[：:])"
)


class Mark(NamedTuple):
    place: int
    level: int
    value: int
    strong: bool


def unfolded(document: Document) -> Document:
    """The same document with its one long line as lines again."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and _is_all(block, document):
            places = [0, *_places(block.text), len(block.text)]
            blocks.extend(_parts(block, places))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _is_all(paragraph: Paragraph, document: Document) -> bool:
    text = paragraph.text
    if len(text) < max(LONG, len(document.text) * MOST) or header_of(re.sub(r"\s|时间[：:]", "", text)):
        return False
    told = len(ANSWERED.findall(text)) + len(NAMED.findall(text)) + _lists(text)
    is_plan = POINTS.search(text[:LONG]) is not None and len(list(_marks(text))) > MANY
    is_series = told == 1 and len(list(_marks(text))) > FEWEST
    return told > 1 or is_series or len(DUTY.findall(text)) > FEWEST or is_plan


def _lists(text: str) -> int:
    """Sentences that end in a mere list of units in brackets."""
    return sum(text[:begin].endswith("。") and is_unit(text[begin + 1 : end - 1]) for begin, end in brackets(text))


def _parts(paragraph: Paragraph, places: list[int]) -> Iterator[Paragraph]:
    for begin, end in pairwise(sorted(set(places))):
        kept = paragraph.text[begin:end].strip()
        if re.search(r"\w", kept):
            start = paragraph.start + begin + paragraph.text[begin:end].index(kept[0])
            yield replace(paragraph, text=kept, start=start, end=start + len(kept))


def _places(text: str) -> Iterator[int]:
    """Where lines began: at labels in their series, at label words, around a signature and a title, behind the end."""
    marks = list(_marks(text))
    first = marks[0].place if marks else 0
    yield from (mark.place for mark in marks)
    yield from (match.start() for match in NAMED.finditer(text) if _is_apart(text, match.start()))
    for match in QUOTED.finditer(text):
        if _is_in_list(text[max(match.start() - LABEL_ROOM, 0) : match.start()]):
            yield match.start()
    if re.fullmatch(r"[^。；]{4,60}[：:]", text[:first]):
        yield first - 1  # a title that leads in
    yield from _titles(text, marks)
    yield from _head(text, marks, first)
    yield from _foot(text, marks[-1].place if marks else 0)


def _is_apart(text: str, place: int) -> bool:
    """A label word that is not part of a bracketed clause, nor of a longer word."""
    before = text[max(place - 60, 0) : place]
    is_open = max(before.rfind(mark) for mark in OPENING) > max(before.rfind(mark) for mark in "）)〕】")
    return not is_open and not before.endswith(("；", ";", "，", ",", "“", "、"))


def _head(text: str, marks: Sequence[Mark], first: int) -> Iterator[int]:
    """Above the body: the number, the signature with its day, and the title that stands between it and the body."""
    headings = [mark.place for mark in marks if mark.level == HEADING]
    above = max(first, min(headings, default=first))  # what is attached may be counted above
    for match in (*NUMBERED.finditer(text[:first] or text), *SENT.finditer(text[:first])):
        yield from match.span() if match.re is NUMBERED else (match.end(),)
    for match in ADDRESSED.finditer(text[:first]):
        yield from match.span("title")
    begin = 0
    if title := TITLE_ENDS.match(text):
        yield from title.span("title")
    for signer, day, end in _signatures(text, 0, above or len(text)):
        yield from (signer, day, end)
        begin = end
    if begin and (title := TITLE_ENDS.match(text, begin)):
        yield from title.span("title")
    elif begin and (titles := list(TITLE_LATER.finditer(text, begin, above))):
        yield from titles[-1].span("title")


def _signatures(text: str, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Where a body's name begins, the day behind it, and what follows; the name may have no line of its own."""
    for day in DAY.finditer(text, begin, end):
        room = max(day.start() - SIGNED_ROOM, begin)
        signer = SIGNER.search(text[room : day.start()])
        yield room + signer.start("body") if signer else day.start(), day.start(), day.end()


def _titles(text: str, marks: list[Mark]) -> Iterator[int]:
    """A heading whose introduction ran on behind it ends where that begins."""
    for mark, below in pairwise(marks):
        is_heading = below.level > mark.level and mark.level < ARABIC and not clauses(text[mark.place : below.place])
        if is_heading and (title := TITLE.match(text, mark.place, below.place)):
            yield title.end()


def _foot(text: str, last: int) -> Iterator[int]:
    """Behind the last item: what follows its clause, and the signature."""
    ends = [end for _, end, _ in clauses(text[last:])]
    if ends and not NAMED.search(text, last):
        yield last + ends[-1]
    elif named := list(NAMED.finditer(text, last)):
        stop = text.find("。", named[-1].end())
        if stop > 0 and is_unit(text[named[-1].end() : stop].strip()):
            yield stop + 1
    for signer, day, end in _signatures(text, last, len(text)):
        if signer < day:
            yield from (signer, day, end)


def _marks(text: str) -> Iterator[Mark]:
    """Labels that stand in a series: the next of one that is open, or the first of one that goes on later."""
    found = list(_candidates(text))
    open_series: list[Mark] = []
    seen: dict[int, int] = {}
    for place, mark in enumerate(found):
        at = next((depth for depth, other in enumerate(open_series) if other.level == mark.level), None)
        last = open_series[at].value if at is not None else None
        if last is not None:
            is_answered = _is_answered(text, mark)
            is_strong = (mark.strong and mark.level < BRACKETED) or is_answered
            is_close = last < mark.value <= last + (FAR if is_answered else NEAR)
            is_next = mark.value == last + 1 or (is_strong and is_close)
            is_next = is_next or (mark.value == last and _heads(text, found, place))  # a number printed twice
            is_anew = mark.value == 1 and mark.strong and _goes_on(found, place)
        else:
            is_first = _goes_on(found, place) or (bool(open_series) and _is_title(text, open_series[-1], mark))
            before = seen.get(mark.level, 0)
            is_next = mark.value == before + 1 and (mark.strong or is_first)
            is_led_in = is_first or text[: mark.place].endswith(("：", ":"))
            is_next = is_next or (is_led_in and mark.level in (ROUND, ARABIC) and before < mark.value <= before + FAR)
            is_next = is_next or (is_led_in and mark.strong and bool(open_series) and mark.value <= NEAR)
            is_next = is_next or (mark.strong and mark.value > 1 and not seen and _goes_on(found, place))
            is_anew = mark.value == 1 and (mark.strong or is_first)
        if not (is_next or is_anew):
            continue
        open_series = [other for other in open_series if other.level < mark.level] + [mark]
        seen[mark.level] = mark.value
        yield mark


def _is_answered(text: str, mark: Mark) -> bool:
    """An extract leaves items out; behind a clause or a label's value the next number may be much higher."""
    if mark.level not in (ROUND, ARABIC):
        return False
    before = text[max(mark.place - LABEL_ROOM, 0) : mark.place].rstrip("。；; ")
    is_clause = mark.level == ARABIC and before.endswith(("）", ")", "〕", "】"))
    return is_clause or _is_in_list(before)


def _is_in_list(before: str) -> bool:
    """The text ends in the list that stands behind a label."""
    named = list(NAMED.finditer(before))
    return bool(named) and "。" not in before[named[-1].end() :]


def _is_title(text: str, above: Mark, mark: Mark) -> bool:
    """Nothing but a short title stands between a heading's label and this one."""
    return above.level < mark.level and SHORT.fullmatch(text, above.place + 2, mark.place) is not None


def _heads(text: str, found: list[Mark], place: int) -> bool:
    """A heading's label and short title stand right before the first label of those below it."""
    following = found[place + 1] if place + 1 < len(found) else None
    is_heading = found[place].level == HEADING and following is not None and following.value == 1
    return is_heading and following is not None and _is_title(text, found[place], following)


def _goes_on(found: list[Mark], place: int) -> bool:
    mark = found[place]
    following = next((other for other in found[place + 1 :] if other.level == mark.level), None)
    return following is not None and following.value == mark.value + 1


def _candidates(text: str) -> Iterator[Mark]:
    for match in MARKS.finditer(text):
        label = label_at(text, match.start())
        if label and label.level in LEVELS and WORDS_BEHIND.match(text, label.end):
            yield Mark(match.start(), label.level, label.value, STRONG.search(text[: match.start()]) is not None)
