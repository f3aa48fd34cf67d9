"""Scans: a PDF page as a picture, and the picture alone in a PDF."""

import io

import pypdfium2
from PIL import Image


def png(pdf: bytes, page: int = 0, skew: float = 0.0, dpi: int = 200) -> bytes:
    """skew: degrees by which the sheet lay crooked on the glass."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dpi / 72).to_pil().convert("L")
    document.close()
    if skew:
        picture = picture.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", dpi=(dpi, dpi))
    return buffer.getvalue()


def image_pdf(*pictures: bytes, dpi: int = 200) -> bytes:
    """A PDF without any text: one page for each picture."""
    first, *rest = [Image.open(io.BytesIO(picture)) for picture in pictures]
    buffer = io.BytesIO()
    first.save(buffer, "PDF", resolution=dpi, save_all=True, append_images=rest)
    return buffer.getvalue()


def covered(pdf: bytes, *pages: int, dpi: int = 200) -> bytes:
    """These pages hidden under a picture of themselves, as programs leave them that recognise scans."""
    document = pypdfium2.PdfDocument(pdf)
    for number in pages:
        page = document[number]
        picture = pypdfium2.PdfImage.new(document)
        picture.set_bitmap(page.render(scale=dpi / 72))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
        page.insert_obj(picture)
        page.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
