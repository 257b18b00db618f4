"""Requests to a helpdesk that may be slow, broken or hostile: under limits, tried again where that is safe, in JSON."""
