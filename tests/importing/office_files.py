"""Word files written part by part, for what python-docx cannot write."""

import io
import zipfile
from typing import Any, Final

SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OTHER_SPACES: Final = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in members.items():
            archive.writestr(path, data)
    return buffer.getvalue()


def saved(document: Any) -> bytes:
    """Of anything that saves itself into an open file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word(body: str, *, numbering: str = "", styles: str = "", space: str = SPACE, **parts: str) -> bytes:
    """A Word file of this body, with the parts of these names beside it (`header1="<w:hdr>…"`)."""
    kinds = {"numbering": numbering, "styles": styles, **parts}
    links = "".join(
        f'<Relationship Id="r{place}" Type="{RELATION}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for place, name in enumerate(kinds)
    )
    main = f'<Relationship Id="m" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    members = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        "word/document.xml": _rooted("document", f"<w:body>{body}</w:body>", space),
        "word/numbering.xml": _rooted("numbering", numbering, space),
        "word/styles.xml": _rooted("styles", styles, space),
        **{f"word/{name}.xml": _rooted(name.rstrip("0123456789"), inner, space) for name, inner in parts.items()},
    }
    return zipped({path: text.encode() for path, text in members.items()})


def _rooted(name: str, inner: str, space: str) -> str:
    return f'<w:{name} xmlns:w="{space}" {OTHER_SPACES}>{inner}</w:{name}>'


def p(text: str = "", properties: str = "", more: str = "") -> str:
    """A paragraph of one run."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{more}</w:p>"


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(text: str, style: str = "decimal", depth: int = 0, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, used: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{used}'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell; text without tags becomes its one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"
