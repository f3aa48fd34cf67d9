"""The ways in which reading a file may fail."""

from app.core.errors import AppError, Invalid


class Unreadable(AppError):
    """The file cannot be read. The message says what is wrong, that nothing was stored, and what to do."""

    status = 422

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(f"“{name}”{problem}。没有保存任何内容。{remedy}。")


class NothingFound(Invalid):
    """It was read, but holds nothing of what it was sent in for: perhaps it was meant for something else."""
