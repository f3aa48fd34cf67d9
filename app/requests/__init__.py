"""申请与审批: a department asks, the office or a leader decides; never one person for both."""
