"""Reading a PDF back."""

import re

import pypdfium2


def pages_of(content: bytes) -> list[str]:
    """What is to be read on each page, without blanks; what was clipped off the page is not there."""
    document = pypdfium2.PdfDocument(content)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(squeezed(text.get_text_bounded()))
        text.close()
        page.close()
    document.close()
    return texts


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffe]+", "", text)
