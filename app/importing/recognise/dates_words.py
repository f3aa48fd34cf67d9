"""How offices print dates: the patterns, from the most exact to the vaguest."""

import re
from typing import Final

CHINESE_YEAR: Final = r"[一二][〇○零九][〇○零一二三四五六七八九]{2}"
DIGIT_YEAR: Final = r"(?<!\d)(?:19|20)\d\d"
YEAR: Final = rf"(?:{DIGIT_YEAR}|{CHINESE_YEAR})"
# What may stand before a month, a quarter or 年底: a printed year, or one that counts from the plan's.
OF_YEAR: Final = (
    rf"(?:(?P<year>{YEAR})\s*(?:年度?|[.．/-])\s*|(?P<this>今年|本年度?|当年)\s*|(?P<next>明年|来年)\s*"
    r"|(?P<after>次年|翌年|第二年)\s*|(?P<past>去年|上年|前年)\s*)?"
)
MONTHS: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAYS: Final = r"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
FREE: Final = r"(?<![\d.．/一二三四五六七八九十第])"
TO: Final = r"\s*(?:[—–\-－~～]+|至|到)\s*"
BEFORE: Final = r"(?P<before>\s*(?:之前|以前|前(?!后|期|述|列|往|提)))?"
PART: Final = r"(?P<part>底|末|上旬|中旬|下旬|初|中(?=[，。；、前]|$))"

MONTH_SPAN: Final = re.compile(
    OF_YEAR
    + rf"{FREE}(?P<first>{MONTHS})\s*(?:月份?\s*(?:(?P<first_day>{DAYS})\s*[日号]|[底初]|[上中下]旬)?)?\s*起?{TO}"
    + rf"(?:(?P<year2>{YEAR})\s*年\s*|(?P<next2>次年|明年|翌年)\s*)?"
    + rf"(?P<month>{MONTHS})\s*月份?(?:\s*(?P<day>{DAYS})\s*[日号]|{PART})?(?:\s*止)?"
    + BEFORE
)
DAY_SPAN: Final = re.compile(
    OF_YEAR
    + rf"{FREE}(?P<month>{MONTHS})\s*月\s*(?P<first_day>{DAYS})\s*[日号]?(?:{TO}|\s*[、和]\s*)"
    + rf"(?P<day>{DAYS})\s*[日号](?:\s*止)?"
    + BEFORE
)
YEAR_SPAN: Final = re.compile(rf"(?P<first>{YEAR})\s*年?{TO}(?P<last>{YEAR})\s*年(?!\s*\d)度?(?:底|末|间|期间)?")
YEAR_SPAN_IN_COLUMN: Final = re.compile(rf"(?P<first>{YEAR})\s*年?{TO}(?P<last>{YEAR})(?![\d.．/年-])")
NUMERIC: Final = re.compile(
    rf"(?P<year>{DIGIT_YEAR})\s*(?P<mark>[.．/\-年])\s*(?P<month>0?[1-9]|"
    rf"1[0-2])\s*(?:[.．/\-月])\s*(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.．%])日?" + BEFORE
)
NUMERIC_MONTH: Final = re.compile(
    rf"(?P<year>{DIGIT_YEAR})\s*[.．/\-]\s*(?P<month>1[0-2]|0?[1-9])(?![\d.．/月%-])" + BEFORE
)
NUMERIC_SPAN: Final = re.compile(  # 2024.3—10
    rf"(?P<year>{DIGIT_YEAR})[.．/年](?P<first>{MONTHS}){TO}(?P<month>1[0-2]|0?[1-9])(?![\d.．/月年-])"
)
RUN_TOGETHER: Final = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])?(?!\d)" + BEFORE
)
SHORT_YEAR: Final = re.compile(  # 24.6.30, 24年6月底, and 24.09, which is no day of a month
    r"(?<![\d.．/])(?P<year>1[3-9]|[23]\d)[.．/年-](?P<month>1[0-2]|0?[1-9])(?:[.．/月-](?P<day>3[01]|[12]\d|0?[1-9])日?|月|)"
    r"(?P<part>底|末|上旬|中旬|下旬)?" + BEFORE + r"(?=$|[\s，。；、,;至到起止完开（(~～—–-])"
)
SERIAL: Final = re.compile(r"^\s*(?P<serial>4\d{4}|5[0-4]\d{3})(?:\.0)?\s*$")  # a day as a spreadsheet counts it
YEAR_ALONE: Final = re.compile(r"^\s*(?P<year>20\d\d)(?:\.0)?\s*$")
MONTH_DAY: Final = re.compile(
    r"(?<![\d.．/])(?P<month>1[0-2]|0?[1-9])[.．/](?P<day>3[01]|[12]\d|0?[1-9])(?![\d.．/%])日?" + BEFORE
)
MONTH: Final = re.compile(
    OF_YEAR
    + rf"(?:{FREE}|(?<=[.．/-]))(?P<month>{MONTHS})\s*月份?\s*(?:(?P<day>{DAYS})\s*[日号]|{PART})?(?:\s*止)?"
    + BEFORE
)
# A site's export that lost 年 and 月: 201812底前, 4底前, 615日前.
LOST_YEAR: Final = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<month>1[0-2]|0?[1-9])(?:月|(?=[底末上中下]))(?P<part>底|末|上旬|中旬|下旬)?" + BEFORE
)
LOST_MONTH: Final = re.compile(
    r"(?<![\d.．/:：—–~月第前后-])(?P<year>20\d\d)?(?P<both>\d{3,4}|[4-9]\d)日(?P<before>之前|以前|前)"
)
LOST_AFTER_MONTH: Final = re.compile(
    r"(?<![\d.．/-])(?P<month>1[0-2]|[1-9])(?P<part>底|末|上旬|中旬|下旬)(?P<before>之前|以前|前)"
)
HALF: Final = re.compile(OF_YEAR + r"(?P<half>[上下])半年(?:底|末|内)?" + BEFORE)
QUARTER: Final = re.compile(
    OF_YEAR + rf"(?:第?[一二三四1-4]{TO}|[一二三1-3]、|前)?(?:第?\s*(?P<quarter>[一二三四1-4])\s*季度?|"
    rf"[Qq](?P<latin>[1-4]))(?!一)(?:末|底|内|结束)?" + BEFORE
)
FIVE_YEARS: Final = re.compile(
    r"[“\"]?十(?P<plan>[一二三四五六])五[”\"]?(?:[规计]划)?(?:(?P<end>时?期?末|末期|收官(?:之年|"
    r"年)?|结束)|(?P<during>时期|期间)(?=[，,：:]|$))"
)
WITHIN_YEARS: Final = re.compile(
    r"(?<![近前过第\d一二两三四五六七八九十])(?P<years>[1-9]|10|[一二两三四五六七八九十])年(?:之|以)?内"
)
WITHIN: Final = re.compile(r"(?:半年|(?:[\d一二两三四五六七八九十]+)个?(?:月|工作日|日|天|周|星期))(?:之|以)?内")
YEAR_END: Final = re.compile(
    rf"(?:{OF_YEAR[:-1]}(?=年?[底末内])|(?<![半近前一二两三四五六七八九十\d])(?=年[底末内]|"
    rf"岁末))(?P<end>年?[底末内](?!容|涵|部)|岁末)" + BEFORE
)
WHOLE_YEAR: Final = re.compile(
    rf"(?P<to>到|至|截至|截止到?|在)?\s*(?P<year>{YEAR})\s*年度?(?!\s*[\d]|[上下]半年|第|"
    rf"[一二三四]季|[底末内]|十[一二]?月|[一二三四五六七八九]月)" + BEFORE
)
THIS_YEAR: Final = re.compile(r"全年|(?:今年|本年度|当年)(?:内|度)?")

# Feasts that have no day in the plan: the office's custom, shown as presumed.
FEASTS: Final = (
    (r"元旦", (12, 31, -1)),
    (r"[“\"]?三八[”\"]?(?:妇女节|国际妇女节|节)?", (3, 7, 0)),
    (r"清明节?", (4, 4, 0)),
    (r"[“\"]?五一[”\"]?(?:劳动节|国际劳动节|节|假期)?", (4, 30, 0)),
    (r"[“\"]?五四[”\"]?(?:青年节|节)?", (5, 3, 0)),
    (r"[“\"]?六一[”\"]?(?:儿童节|国际儿童节|节)?", (5, 31, 0)),
    (r"[“\"]?七一[”\"]?(?:建党节|前?夕)?", (6, 30, 0)),
    (r"[“\"]?八一[”\"]?(?:建军节)?", (7, 31, 0)),
    (r"教师节", (9, 9, 0)),
    (r"[“\"]?(?:国庆|十一)[”\"]?(?:节|假期)?", (9, 30, 0)),
    (r"高考", (6, 6, 0)),
    (r"(?:秋季?(?:学期)?开学|秋季|新学[期年](?:开学)?|新学年|秋学期|9月开学)", (8, 31, 0)),
    (r"春季?(?:学期)?开学|春学期", (2, 28, 0)),
    (r"暑假", (6, 30, 0)),
    (r"(?:主|入)?汛期?|防汛期", (5, 31, 0)),
    (r"(?:采暖|供暖|取暖|供热)[季期]?", (10, 31, 0)),
)
_NAMES: Final = "|".join(f"(?P<f{place}>{words})" for place, (words, _) in enumerate(FEASTS))
FEAST: Final = re.compile(
    r"(?:今年|当年|(?P<year>20\d\d)年)?(?:" + _NAMES + r")(?:来临|到来)?(?:之前|以前|前(?!后|夕))"
)
MOVING: Final = re.compile(
    r"(?:(?:20\d\d|今|当)年)?(?:春节|元宵节?|端午节?|中秋节?|开学|中考|会考|寒假|入冬|入夏|封冻|"
    r"上冻|冰冻期|雨季|[两双]节|[两双]会|学期(?:结束|末)?)(?:来临|到来)?(?:之前|以前|前(?!后|夕))"
)

ONGOING: Final = re.compile(r"长期|持续|常态|常年|一直|始终|不间断|贯穿|经常|随时|永久")
AT_ONCE: Final = re.compile(r"立行立改|即知即改|立查立改|边[查学]边改|立即|马上|即时|即刻|立改")
PERIODIC: Final = re.compile(
    r"每(?:[一两二三四五]?年|半年|个?季|个?月|周|星期|个?学[期年]|[日天]|届)|按[月季周年]|逐月|逐季"
)
EVERY: Final = re.compile(
    r"(?:每(?:[一两二三四五]?年|个?季度?|个?月|个?周|个?学[期年]|半年)|历年|[逐按]年)[^，。；]{0,12}$"
)
