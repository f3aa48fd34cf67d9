"""The one way in which a reader may fail."""

from app.core.errors import AppError


class Unreadable(AppError):
    """The file cannot be read. The message says what is wrong, that nothing was stored, and what to do."""

    status = 422

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(f"“{name}”{problem}。没有保存任何内容。{remedy}。")
