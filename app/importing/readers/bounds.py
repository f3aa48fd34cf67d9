"""Bounds that a process sets itself before it reads what strangers made: no file takes the server with it."""

import resource


def bound(*, cpu: int, memory: int, written: int | None = None, is_final: bool = True) -> None:
    """Seconds of CPU, bytes of memory and of a written file; no core dump. Lower bounds that stand already are kept.

    `is_final`: also what the process starts may not raise them again.
    """
    wanted = {resource.RLIMIT_CPU: cpu, resource.RLIMIT_AS: memory, resource.RLIMIT_CORE: 0}
    for kind, most in (wanted | ({} if written is None else {resource.RLIMIT_FSIZE: written})).items():
        hard = resource.getrlimit(kind)[1]
        own = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (own, own if is_final else hard))
