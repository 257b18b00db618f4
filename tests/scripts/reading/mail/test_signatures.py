"""Signatures, phones' footers and legal notices are left out; the name a customer signs with stays."""

from __future__ import annotations

from reading.mail import read_mail
from tests.tables import for_each
from words.catalogue import load_words

TABLES = load_words().reading["mail"]
ASKED = "The clasp is bent, what now?\n\nKind regards,\nMaya"
FOOTERS = [
    "Sent from my iPhone",
    "Sent from my Samsung Galaxy smartphone.",
    "Sent from Yahoo Mail for iPhone",
    "Sent with Proton Mail secure email.",
    "Get Outlook for Android",
    "Von meinem iPad gesendet",
    "Gesendet mit der GMX Mail App",
    "Envoyé de mon iPhone",
    "Envoyé à partir de Outlook pour Android",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Lähetetty iPhonesta",
    "Wysłane z iPhone'a",
    "Odesláno z iPhonu",
    "Отправлено с iPhone",
    "Please consider the environment before printing this email.",
    "CONFIDENTIALITY NOTICE: The contents of this email are for the intended recipient only.",
    "Diese E-Mail enthält vertrauliche Informationen.",
    "Virus-free. www.antivirus.example",
]


@for_each("footer", FOOTERS)
def test_a_footer_is_left_out_and_the_name_above_it_stays(footer: str) -> None:
    assert read_mail(f"{ASKED}\n\n{footer}", TABLES).own == ASKED


def test_a_signature_is_told_apart_from_the_words() -> None:
    mail = read_mail("The clasp is bent.\n\n-- \nMaya Sample\nSample & Daughters", TABLES)
    assert (mail.own, mail.signature) == ("The clasp is bent.", "Maya Sample\nSample & Daughters")


def test_a_line_of_strokes_under_a_greeting_or_above_a_question_is_no_signatures() -> None:
    for message in ("Hi,\n--\nThe clasp is bent.", "The clasp is bent.\n--\nCan you mend it?\nMaya"):
        assert read_mail(message, TABLES).own == message


def test_a_warning_that_a_mail_system_adds_is_left_out() -> None:
    warning = "CAUTION: This email originated from outside of the organization. Do not click links."
    assert read_mail(f"{warning}\n\n{ASKED}", TABLES).own == ASKED
