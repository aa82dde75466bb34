"""Why a document could not be made, in words for whoever asked for it."""

from server.texts import gettext as _


class ExportError(Exception):
    """A document could not be made; `code` is stable, `remedy` says what to do.

    Both are in English and marked for translation: what a process of its own reports is
    translated where it is read.
    """

    code = "export_failed"

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy

    @property
    def words(self) -> str:
        """Return what happened and what to do, in the reader's language."""
        return f"{_(self.message)} {_(self.remedy)}".strip()


class PdfUnavailable(ExportError):
    """This machine lacks what the PDF renderer needs; everything else works."""

    code = "pdf_unavailable"


class DocumentTooLarge(ExportError):
    """The document needed more time or memory than one document may use."""

    code = "document_too_large"
