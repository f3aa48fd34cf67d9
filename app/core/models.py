"""Facts about the installation itself."""

from sqlmodel import Field, SQLModel


class InstallationFact(SQLModel, table=True):
    """A named fact, e.g. demo = 2021-10-14 (this database holds the demonstration)."""

    __tablename__ = "installation_fact"

    name: str = Field(primary_key=True, max_length=40)
    value: str = Field(max_length=200)
