"""How many acts of the keyboard an import takes from the upload page to the published ledger.

Asserted by tests/chromium/test_keys.py, published in docs/importing.md by tests/importing/figures.py.
"""

CLEAN_ACTS = 6
MESSY_ACTS = 43
