"""操作日志: who did what, when."""
