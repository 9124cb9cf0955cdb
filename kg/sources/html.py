"""Articles out of web pages that were saved: the text as trafilatura extracts it, with the page's own metadata.

The offsets of facts refer to the extracted text, which begins with the title; the page itself is not kept.
"""

from typing import Any

from kg.sources.articles import Draft, LeftOut

_LOST = "save the article's text, or the page again from its own address"


def read_html(source: str, data: bytes) -> Draft | LeftOut:
    """Extract the article of a page, or say that none was found. Nothing is fetched."""
    from trafilatura import bare_extraction  # here, as it takes time to load
    from trafilatura.settings import DEFAULT_CONFIG

    found: Any = bare_extraction(
        data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
        config=DEFAULT_CONFIG,
    )
    if found is None or not (found.text or "").strip():
        return LeftOut(source, "is a web page in which no article was found", _LOST)
    text = "\n\n".join(line for line in found.text.split("\n") if line.strip())
    title = " ".join((found.title or "").split())
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return Draft(source, text, title or None, found.sitename, found.date, found.url)
