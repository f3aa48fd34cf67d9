"""Sign-in and change of password."""

from pydantic import Field

from app.core.forms import Form


class SignInForm(Form):
    account: str = Field(min_length=1, max_length=40)
    password: str = Field(min_length=1, max_length=200)


class PasswordForm(Form):
    current: str = Field(default="", max_length=200)
    password: str = Field(min_length=1, max_length=200)
    again: str = Field(min_length=1, max_length=200)
