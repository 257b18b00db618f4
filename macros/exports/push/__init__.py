"""The replies, pushed into a helpdesk over its API: `python -m macros.exports push TOOL --account ACCOUNT`.

A plan compares what we have (`Ours`) with what is over there (`Theirs`). `--yes` carries it out, entry by entry, and
notes each one in a state file, so that a run that was cut off goes on where it stopped. Each tool has one module, which
gives a `Helpdesk`; nothing else knows one tool from another.
"""
