"""The mail of contact forms: the message is the customer's, and the fields say who they are."""

# ruff: noqa: E501 - samples stand as they arrive, one a line

from __future__ import annotations

from reading.mail import read_mail
from tests.tables import for_each
from words.catalogue import load_words

TABLES = load_words().reading["mail"]
BODY = "Hi, my ring came bent.\n\nCan I get a new one? Order 1042.\n\nAda"
FORMS = [
    BODY.join(
        (
            "You received a new message from your online store's contact form.\n\nCountry Code:\n\nUS\n\nName:\n\nAda Birch\n\nEmail:\n\nada@mail.example\n\nPhone:\n\n5550001122\n\nBody:\n\n",
            "",
        )
    ),
    BODY.join(
        (
            "You received a new message from your online store's contact form.\n\nName:\nAda Birch\nEmail:\nada@mail.example\nPhone:\n5550001122\nBody:\n",
            "",
        )
    ),
    BODY.join(
        (
            "You received a new message from your online store's contact form.\n\nBody:\n",
            "\n\nName:\nAda Birch\nEmail:\nada@mail.example",
        )
    ),
    BODY.join(
        (
            "From: Ada Birch <ada@mail.example>\nSubject: broken ring\n\nMessage Body:\n",
            "\n\n-- \nThis e-mail was sent from a contact form on Hearth (https://hearth.example)",
        )
    ),
    BODY.join(
        (
            "From: Ada Birch ada@mail.example\nSubject: broken ring\n\nMessage Body:\n",
            "\n\n--\nThis is a notification that a contact form was submitted on your website (Hearth https://hearth.example).",
        )
    ),
    BODY.join(
        (
            "Ada Birch just submitted your form: Contact on Hearth\n\nMessage Details:\n\nName: Ada Birch\nEmail: ada@mail.example\nPhone: 555 123\nMessage: ",
            "\n\nView submission in your dashboard",
        )
    ),
    BODY.join(
        ("Name: Ada Birch\n\nEmail: ada@mail.example\n\nSubject: ring\n\nMessage: ", "\n\n(Sent via Hearth & Initial)")
    ),
    BODY.join(
        ("Sent via form submission from Hearth & Initial\n\nName: Ada Birch\nEmail: ada@mail.example\nMessage: ", "")
    ),
    BODY.join(
        (
            "New submission\n\nWhat's your name?\nAda Birch\n\nWhat's your email address?\nada@mail.example\n\nOrder number\n1042\n\nHow can we help you?\n",
            "",
        )
    ),
    BODY.join(
        (
            "Your typeform Contact has a new response:\n\nName: Ada Birch\nEmail: ada@mail.example\nOrder number: #1042\nHow can we help?: ",
            "\n\nLog in to view or download your responses",
        )
    ),
    "| Name | Ada Birch |\n| Email | ada@mail.example |\n| Order | 1042 |\n| Message | Hi, my ring came bent.  Can I get a new one? Order 1042.  Ada |",
    BODY.join(("Name	Ada Birch\nEmail	ada@mail.example\nMessage	", "")),
    BODY.join(("Message: ", "\nName: Ada Birch\nE-mail: ada@mail.example")),
    BODY.join(("Email: ada@mail.example\nMessage: ", "\nPhone: 555 1234\nName: Ada Birch")),
    BODY.join(
        (
            "Name: Ada Birch\nEmail: ada@mail.example\nMessage: ",
            "\n\n---\n\nDate: March 3, 2026\nTime: 8:47 am\nPage URL: https://hearth.example/contact/\nUser Agent: Mozilla/5.0\nRemote IP: 203.0.113.5\nPowered by: Elementor",
        )
    ),
    BODY.join(("name: Ada Birch\nemail: ada@mail.example\nmessage: ", "")),
    BODY.join(("NAME\nAda Birch\n\nEMAIL\nada@mail.example\n\nMESSAGE\n", "")),
    BODY.join(("*Name*\nAda Birch\n\n*Email*\nada@mail.example\n\n*Message*\n", "")),
    BODY.join(
        (
            "Neue Nachricht über das Kontaktformular\n\nName: Ada Birch\nE-Mail: ada@mail.example\nBestellnummer: 1042\nNachricht:\n",
            "",
        )
    ),
    BODY.join(("Nom : Ada Birch\nE-mail : ada@mail.example\nTéléphone : 0612345678\nVotre message : ", "")),
    BODY.join(("Nombre: Ada Birch\nCorreo electrónico: ada@mail.example\nMensaje: ", "")),
    BODY.join(("Nome: Ada Birch\nEmail: ada@mail.example\nMessaggio: ", "")),
    BODY.join(("Naam: Ada Birch\nE-mailadres: ada@mail.example\nBericht: ", "")),
    BODY.join(
        (
            "First Name: Ada\nLast Name: Birch\nEmail Address: ada@mail.example\nOrder Number (optional): 1042\nYour Message: ",
            "",
        )
    ),
    BODY.join(("New contact form\nFrom: Ada Birch <ada@mail.example>\nMessage: ", "")),
    BODY.join(
        (
            "You have a new message from your website:\n\nFull name: Ada Birch\nEmail: ada@mail.example\nReason for contacting us: Damaged item\nComments: ",
            "\n\nThis message was sent via hearth.example",
        )
    ),
    BODY.join(("Name:Ada Birch\nEmail:ada@mail.example\nMessage:", "")),
    BODY.join(("- Name: Ada Birch\n- Email: ada@mail.example\n- Message: ", "")),
    BODY.join(("Name : Ada Birch\nEmail : ada@mail.example\nSubject : Ring\nComment : ", "\nIP Address : 203.0.113.9")),
    "<html><body><table><tr><td><b>Name</b></td><td>Ada Birch</td></tr><tr><td><b>Email</b></td><td><a href='mailto:ada@mail.example'>ada@mail.example</a></td></tr><tr><td><b>Message</b></td><td>Hi, my ring came bent.<br><br>Can I get a new one? Order 1042.<br><br>Ada</td></tr></table></body></html>",
    "<p>You received a new message</p><p><strong>Name:</strong><br>Ada Birch</p><p><strong>Email:</strong><br>ada@mail.example</p><p><strong>Body:</strong><br>Hi, my ring came bent.<br>\n<br>\nCan I get a new one? Order 1042.<br>\n<br>\nAda</p>",
    BODY.join(
        (
            "FYI can you take this one?\n\n---------- Forwarded message ---------\nFrom: Hearth (Shopify) <mailer@shopify.example>\nDate: Tue, Mar 3, 2026 at 8:47 AM\nSubject: New customer message on March 3, 2026\nTo: <care@hearth.example>\n\n\nYou received a new message from your online store's contact form.\n\nName:\n\nAda Birch\n\nEmail:\n\nada@mail.example\n\nBody:\n\n",
            "",
        )
    ),
    BODY.join(("Gravity form entry\n\nName\n  Ada Birch\nEmail\n  ada@mail.example\nYour message\n  ", "")),
    BODY.join(("Customer: Ada Birch\nEmail: ada@mail.example\nEnquiry: ", "")),
    BODY.join(("Vorname: Ada\nNachname: Birch\nE-Mail: ada@mail.example\nIhre Nachricht: ", "")),
    BODY.join(("Namn: Ada Birch\nE-post: ada@mail.example\nMeddelande: ", "")),
    BODY.join(("Navn: Ada Birch\nE-post: ada@mail.example\nMelding: ", "")),
    BODY.join(("Imię i nazwisko: Ada Birch\nAdres e-mail: ada@mail.example\nTreść wiadomości: ", "")),
    BODY.join(("Sender: Ada Birch\nSender email: ada@mail.example\nSubject: Ring\nMessage: ", "")),
    BODY.join(("Name - Ada Birch\nEmail - ada@mail.example\nMessage - ", "")),
    BODY.join(
        (
            "Order Number: 1042\nName: Ada Birch\nEmail: ada@mail.example\nTopic: Damaged\nDescription: ",
            "\nAttachment: photo.jpg",
        )
    ),
]
# Lines with labels that a customer wrote by hand.
BY_HAND = [
    "Name: Maya\nOrder number: 1042\nThe ring is too small.",
    "Question: is it gold?\nName on the ring: Luna",
    "Please engrave\nName: Luna\nMessage: Forever yours",
    "Name: Luna\nMessage on the back: Forever\nDate: 12.06.2026",
    "Hi there\nI would like to change:\nName: Anna\nComment: please no dash",
    "Order: 1042\n\nMessage for the card: Happy Birthday",
    "The text:\nMessage: Always\nEmail me the proof please",
    "Email: I sent you an email on Monday\nMessage: no answer",
]


@for_each("form", FORMS)
def test_a_form_is_read_as_its_message_and_its_fields(form: str) -> None:
    mail = read_mail(form, TABLES)
    assert mail.own.split() == BODY.split()
    assert (mail.form["name"], mail.form["email"], mail.machine) == ("Ada Birch", "ada@mail.example", "")


@for_each("message", BY_HAND)
def test_labels_that_a_customer_wrote_by_hand_are_no_form(message: str) -> None:
    mail = read_mail(message, TABLES)
    assert (mail.own, mail.form) == (message, {})


def test_the_other_fields_are_told_too() -> None:
    form = "Order Number (optional): 1042\nName: Ada\nEmail: ada@mail.example\nPhone: 555 1234\nCountry: US\nTopic: Ring\nMessage: Hi"
    known = {"order": "1042", "phone": "555 1234", "country": "US", "subject": "Ring"}
    assert read_mail(form, TABLES).form.items() >= known.items()


def test_a_label_inside_the_message_belongs_to_it() -> None:
    form = "Name: Ada\nEmail: ada@mail.example\nMessage: Please engrave\nName: Luna"
    mail = read_mail(form, TABLES)
    assert (mail.own, mail.form["name"]) == ("Please engrave\nName: Luna", "Ada")
