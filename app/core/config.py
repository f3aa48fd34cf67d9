"""Everything that differs between two installations. Read once, in cli; checked at the start."""

from datetime import date
from pathlib import Path

from pydantic import Field as Setting
from pydantic import ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.core.errors import Invalid


class Settings(BaseSettings):
    """Each setting is the environment variable TAIZHANG_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="TAIZHANG_", frozen=True)

    data: Path = Setting(default=Path("data"), description="folder for the database and the files")
    database_url: str = Setting(default="", description="PostgreSQL address; empty: SQLite under the data folder")
    host: str = Setting(default="127.0.0.1", description="address the server listens on")
    port: int = Setting(default=8000, ge=1, le=65535, description="port the server listens on")
    demo: bool = Setting(default=False, description="demonstration mode: one-click sign-in, banner; set by make run")
    today: date | None = Setting(default=None, description="demo only: the day the product believes in")

    @model_validator(mode="after")
    def today_is_for_demos(self) -> "Settings":
        if self.today is not None and not self.demo:
            raise ValueError("TAIZHANG_TODAY works in demonstration mode only (TAIZHANG_DEMO=1)")
        return self

    @property
    def engine_url(self) -> str:
        """SQLAlchemy address; a plain postgresql:// address is read by psycopg 3."""
        if not self.database_url:
            return f"sqlite:///{self.data / 'taizhang.sqlite'}"
        return self.database_url.replace("postgresql://", "postgresql+psycopg://", 1)


def read_settings() -> Settings:
    """Raises Invalid with the name of the setting that is wrong."""
    try:
        return Settings()
    except ValidationError as wrong:
        lines = [f"TAIZHANG_{'_'.join(map(str, e['loc'])).upper() or 'TODAY'}: {e['msg']}" for e in wrong.errors()]
        raise Invalid("设置有误，程序没有启动。" + "；".join(lines)) from wrong
