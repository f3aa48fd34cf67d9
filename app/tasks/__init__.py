"""任务与责任分工: what is to be done, who answers for it, and by when."""
