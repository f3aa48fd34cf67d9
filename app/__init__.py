"""Taizhang 责任台账: official documents become ledgers whose tasks are updated, checked, struck off and printed."""

__version__ = "0.1.0"
