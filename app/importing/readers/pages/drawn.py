"""A page drawn out of what was read on it, where nothing here can draw it as it is: without seals and pictures."""

from typing import Final
from xml.sax.saxutils import escape

from app.importing.readers.pages.model import Page, Word

DESCENT: Final = 0.14  # of a character's height, below the line it stands on


def svg_of(page: Page) -> bytes:
    lines = [f"M{rule.start:.1f} {rule.at:.1f}H{rule.end:.1f}" for rule in page.across]
    lines += [f"M{rule.at:.1f} {rule.start:.1f}V{rule.end:.1f}" for rule in page.down]
    size = f'width="{page.width:.1f}" height="{page.height:.1f}"'
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width:.1f} {page.height:.1f}" {size}>',
            '<rect width="100%" height="100%" fill="#fff"/>',
            f'<path d="{"".join(lines)}" stroke="#000" stroke-width="0.6" fill="none"/>',
            '<g font-family="SimSun, Songti SC, Noto Serif CJK SC, serif">',
            *(_text(word) for word in page.words if word.text.strip()),
            "</g></svg>",
        )
    ).encode()


def _text(word: Word) -> str:
    """As wide as it is printed, in whatever font there is."""
    base = word.bottom - word.height * DESCENT
    kept = "".join(character for character in word.text if character.isprintable())
    return (
        f'<text x="{word.x0:.1f}" y="{base:.1f}" font-size="{word.height:.1f}" textLength="{word.x1 - word.x0:.1f}"'
        f' lengthAdjust="spacingAndGlyphs">{escape(kept)}</text>'
    )
