"""Password hashes and random tokens."""

import hashlib
import secrets
import threading

from pwdlib import PasswordHash

_HASHER = PasswordHash.recommended()
# One check takes 64 MB and four threads: ten wrong passwords at once would be 640 MB.
_BUSY = threading.Semaphore(2)


def hash_password(password: str) -> str:
    with _BUSY:
        return _HASHER.hash(password)


def password_matches(password: str, hashed: str) -> bool:
    with _BUSY:
        return _HASHER.verify(password, hashed)


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Only this is stored: a stolen database signs nobody in."""
    return hashlib.sha256(token.encode()).hexdigest()
