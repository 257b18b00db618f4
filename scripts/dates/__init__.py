"""Calendars, time zones and the words for days; knows no store."""
