"""Errors that are told to the person: each says what happened and what to do, in Chinese."""


class AppError(Exception):
    """Something the person can understand and mend. `status` is the HTTP status of the page that tells it."""

    status = 400

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFound(AppError):
    """The record does not exist, or the reader may not know that it does."""

    status = 404


class NotAllowed(AppError):
    """The reader may know of the record, but not do this with it. The message names whom to ask."""

    status = 403


class Conflict(AppError):
    """Somebody else, or an earlier act, changed the state this act was meant for."""

    status = 409


class Invalid(AppError):
    """What was sent cannot be used as it is."""

    status = 422
