"""Plain text and saved web pages."""

from html import escape

from tests.importing.corpus.make.grid import Rows, spans


def txt(text: str, encoding: str = "utf-8", newline: str = "\n") -> bytes:
    return text.lstrip("\n").replace("\n", newline).encode(encoding)


TOP = """<div class="top"><a href="/">网站首页</a> | <a href="/wap">手机版</a> | <a href="#">无障碍</a> | <a href="#">繁體</a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li>
<li><a href="/hdjl/">互动交流</a></li><li><a href="/sjfb/">数据发布</a></li></ul>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 文件</div>"""
BOTTOM = """<div class="share">分享到： <a href="#">微信</a> <a href="#">微博</a> 【打印】 【关闭】 扫一扫在手机打开当前页</div>
<div class="near"><p>上一篇：<a href="/a1.html">关于做好防汛值班工作的通知</a></p><p>下一篇：<a href="/a3.html">关于公布年度考核结果的通报</a></p></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="/b1.html">一图读懂：工作任务分工方案</a></li>
<li><a href="/b2.html">1.关于加强协作配合的通知（责任单位：办公室）</a></li></ul></div>
<div class="foot">主办：人民政府办公室 备案号：ICP备00000000号 网站标识码：0000000000 <a href="/map">网站地图</a></div>
<script>var total = 1; document.title += "";</script>"""


def html(body: str, title: str = "信息公开", navigation: bool = True, encoding: str = "utf-8") -> bytes:
    """A page as a browser saves it; navigation adds menus, share lines, neighbours and a script."""
    top, bottom = (TOP, BOTTOM) if navigation else ("", "")
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="{encoding}"><title>{escape(title)}</title><style>.nav li {{ float: left }}</style></head>
<body>
{top}
<div class="article" id="zoom">
{body.strip()}
</div>
{bottom}
</body></html>
""".encode(encoding)


def html_table(rows: Rows, head: str = "td") -> str:
    """head: the element of the first row's cells."""
    covered, out = spans(rows), []
    for y, row in enumerate(rows):
        cells = []
        for x, value in enumerate(row):
            if (y, x) not in covered:
                continue
            down, right = covered[y, x]
            span = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{right}"' if right > 1 else "")
            inside = "".join(f"<p>{escape(part)}</p>" for part in str(value or "").split("\n"))
            cells.append(f"<{head if y == 0 else 'td'}{span}>{inside}</{head if y == 0 else 'td'}>")
        out.append(f"<tr>{''.join(cells)}</tr>")
    return '<table border="1" cellspacing="0">\n' + "\n".join(out) + "\n</table>"
