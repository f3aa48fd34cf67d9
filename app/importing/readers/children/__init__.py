"""Programs run as processes of their own, with bounds on time and memory: they open what strangers made.

They import nothing of the application, so that they start at once.
"""
