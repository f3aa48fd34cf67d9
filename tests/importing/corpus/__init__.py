"""Documents of our own, each after lines of the catalogue of patterns, each with its expected record.

They are written from the catalogue and the conventions alone, before the rules that read them.
Every module here that has SAMPLES is part of the corpus; a module may pass on another's.
"""

import pkgutil
from importlib import import_module

from tests.importing.corpus.sample import Sample

__all__ = ["SAMPLES", "Sample"]
MODULES = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
FOUND = {id(sample): sample for module in MODULES for sample in getattr(module, "SAMPLES", ())}
SAMPLES: tuple[Sample, ...] = tuple(FOUND.values())
