"""The customer's own words, out of mail with its history, forwards, forms and HTML; and mail that no customer wrote."""

from __future__ import annotations

from reading.mail.own_words import Mail, own_words, read_mail
from reading.mail.plain import sentences

__all__ = ["Mail", "own_words", "read_mail", "sentences"]
