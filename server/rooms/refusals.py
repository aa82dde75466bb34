"""Why an edit does not enter a plan."""


class Rejection(Exception):
    """An edit that is refused; nothing of it enters the document, the journal or another client.

    Parameters
    ----------
    code
        `read_only`, `malformed`, `too_large`, `too_many`, `gap`, `not_yours`, `unknown_field`,
        `invalid`, `raw_deletion`, `shared_text_replaced` or `not_allowed`.
    message
        What is wrong and what to do, for people.
    where
        `section/id/field`, or less, or nothing when the whole edit is meant.
    """

    def __init__(self, code: str, message: str, where: str = "") -> None:
        super().__init__(code, message, where)
        self.code, self.message, self.where = code, message, where
