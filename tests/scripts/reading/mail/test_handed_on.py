"""Mail that was handed on: a colleague's note says nothing of an order, a customer's own words do."""

# ruff: noqa: E501 - samples stand as they arrive, one a line

from __future__ import annotations

from itertools import product

from reading.mail import read_mail
from tests.tables import for_each
from words.catalogue import load_words

TABLES = load_words().reading["mail"]
ASKED = "The bracelet came with a bent clasp.\n\nAda"
OURS = "Hi Ada,\n\nYour order has shipped and will arrive on Friday. Is everything all right?\n\nJo"
NOTES = [
    "",
    "FYI, could you take this one over?",
    "Hi Jo,",
    "FYI",
    "Hi Jo,\n\nthis came in overnight, could you answer her today?\n\nThanks\nAnna",
    "Can you help this customer please?",
    "see below",
    "Jo - one for you. She sounds upset.",
    "Kannst du das übernehmen?\n\nDanke\nAnna",
    "Hallo Jo, siehe unten. LG Anna",
    "Pour info",
    "Peux-tu répondre ?",
    "¿Puedes responder?",
    "Zie onder, kun jij deze oppakken?",
    "pls handle, urgent!!",
    "Passing this on, it landed in my inbox by mistake.\n\nAnna\n\n-- \nAnna Bell\nHearth & Initial",
    "^^ yours I think",
    "Not sure who deals with these so sending to you",
    "For Jo",
    "Hey team, a customer wrote to my personal address. Can someone please get back to them? Cheers, Ben\n\nSent from my iPhone",
    "Morning! Please reply to this customer asap, she has been waiting since Friday.",
    "Forwarding this to you.",
    "what do we say?",
    "@Jo",
]
FROM_CUSTOMERS = [
    "---------- Forwarded message ---------\nFrom: Ada <ada@mail.example>\nDate: Tue, Mar 3, 2026 at 8:47 AM\nSubject: my order\nTo: <care@hearth.example>\n\n\n",
    "Begin forwarded message:\n\nFrom: Ada Birch <ada@mail.example>\nSubject: my order\nDate: March 3, 2026 at 8:47:00 AM EST\nTo: care@hearth.example\n\n",
    "Begin forwarded message:\n\n> From: Ada Birch <ada@mail.example>\n> Subject: my order\n> Date: March 3, 2026 at 8:47:00 AM EST\n> To: care@hearth.example\n> \n> ",
    "-------- Forwarded Message --------\nSubject: my order\nDate: Tue, 3 Mar 2026 08:47:00 +0000\nFrom: Ada <ada@mail.example>\nTo: care@hearth.example\n\n",
    "________________________________\nFrom: Ada <ada@mail.example>\nSent: Tuesday, March 3, 2026 8:47 AM\nTo: Care <care@hearth.example>\nSubject: my order\n\n",
    "From: Ada <ada@mail.example>\nSent: Tuesday, March 3, 2026 8:47 AM\nTo: Care\nSubject: FW: my order\n\n",
    "----- Forwarded Message -----\nFrom: Ada <ada@mail.example>\nTo: care@hearth.example <care@hearth.example>\nSent: Tuesday, March 3, 2026 at 08:47:00 AM EST\nSubject: my order\n\n",
    "------- Forwarded Message -------\nFrom: Ada <ada@mail.example>\nDate: On Tuesday, March 3rd, 2026 at 8:47 AM\nSubject: my order\nTo: care@hearth.example\n\n",
    "----- Forwarded message from Ada <ada@mail.example> -----\n\nDate: Tue, 3 Mar 2026 08:47:00 +0000\nFrom: Ada <ada@mail.example>\nTo: care@hearth.example\nSubject: my order\n\n",
    "Anfang der weitergeleiteten Nachricht:\n\nVon: Ada <ada@mail.example>\nBetreff: my order\nDatum: 3. März 2026 um 08:47:00 MEZ\nAn: care@hearth.example\n\n",
    "---------- Weitergeleitete Nachricht ---------\nVon: Ada <ada@mail.example>\nDatum: Di., 3. März 2026 um 08:47\nSubject: my order\nTo: <care@hearth.example>\n\n",
    "-------- Weitergeleitete Nachricht --------\nBetreff: 	my order\nDatum: 	Tue, 3 Mar 2026 08:47:00 +0100\nVon: 	Ada <ada@mail.example>\nAn: 	care@hearth.example\n\n",
    "Début du message transféré :\n\nDe: Ada <ada@mail.example>\nObjet: my order\nDate: 3 mars 2026 à 08:47:00 UTC+1\nÀ: care@hearth.example\n\n",
    "---------- Mensaje reenviado ----------\nDe: Ada <ada@mail.example>\nFecha: mar, 3 mar 2026 a las 8:47\nAsunto: my order\nPara: <care@hearth.example>\n\n",
    "Inizio messaggio inoltrato:\n\nDa: Ada <ada@mail.example>\nOggetto: my order\nData: 3 marzo 2026 alle ore 08:47:00 CET\nA: care@hearth.example\n\n",
    "---------- Doorgestuurd bericht ---------\nVan: Ada <ada@mail.example>\nDatum: di 3 mrt 2026 om 08:47\nOnderwerp: my order\nAan: <care@hearth.example>\n\n",
    "---------- Vidarebefordrat meddelande ---------\nFrån: Ada <ada@mail.example>\nDatum: tis 3 mars 2026\nSubject: my order\nTo: care@hearth.example\n\n",
    "---------- Пересылаемое сообщение ----------\nОт: Ada <ada@mail.example>\nДата: 3 марта 2026\nТема: my order\nКому: care@hearth.example\n\n",
    "*From:* Ada <ada@mail.example>\n*Sent:* Tuesday, March 3, 2026 8:47 AM\n*To:* care@hearth.example\n*Subject:* my order\n\n",
    "On Tue, Mar 3, 2026 at 8:47 AM Ada <ada@mail.example> wrote:\n\n",
    "On Tue, Mar 3, 2026 at 8:47 AM Ada <ada@mail.example> wrote:\n\n> ",
    "-----Original Message-----\nFrom: Ada <ada@mail.example>\nSent: Tuesday, March 3, 2026 8:47 AM\nTo: care@hearth.example\nSubject: my order\n\n",
    "Forwarded message from Ada <ada@mail.example>:\n\n",
]
FROM_US = [
    "---------- Forwarded message ---------\nFrom: Hearth <care@hearth.example>\nDate: Tue, Mar 3, 2026 at 8:47 AM\nSubject: Your order\nTo: Ada <ada@mail.example>\n\n",
    "Begin forwarded message:\n\nFrom: Hearth & Initial <orders@hearth.example>\nSubject: Your order\nDate: March 3, 2026 at 8:47:00 AM EST\nTo: ada@mail.example\n\n",
    "From: Hearth & Initial\nSent: Tuesday, March 3, 2026 8:47 AM\nTo: Ada\nSubject: Your order\n\n",
    "---------- Weitergeleitete Nachricht ---------\nVon: Hearth <care@hearth.example>\nDatum: Di., 3. März 2026 um 08:47\nSubject: Your order\nTo: <ada@mail.example>\n\n",
    "-------- Forwarded Message --------\nSubject: Your order\nDate: Tue, 3 Mar 2026 08:47:00 +0000\nFrom: Jo <jo@hearth.example>\nTo: ada@mail.example\n\n",
]
SAID = [
    "I never got this ring, see below.",
    "This says Friday but it is Monday now. Where is it?",
    "Can you help? The tracking below does not work.",
    "Please cancel",
    "Thanks!",
    "👍",
    "?",
    "Where is it",
    "Hi, I got this a week ago and nothing came. Urgent, I need it by Saturday!",
    "Hello, what happened?",
    "Yes, that is right",
    "as per the below I still wait",
]


@for_each("note, head", lambda: product(NOTES, FROM_CUSTOMERS), ids=lambda note, head: f"{note} | {head}")
def test_below_a_colleagues_note_the_customer_is_read(note: str, head: str) -> None:
    body = ASKED.replace("\n", "\n> ") if head.endswith("> ") else ASKED
    mail = read_mail(f"{note}\n\n{head}{body}".lstrip(), TABLES)
    assert (mail.own, mail.form.get("email")) == (ASKED, "ada@mail.example")


@for_each("said, head", lambda: product(SAID, FROM_US), ids=lambda said, head: f"{said} | {head}")
def test_what_a_customer_writes_above_our_mail_is_all_that_is_theirs(said: str, head: str) -> None:
    mail = read_mail(f"{said}\n\n{head}{OURS}", TABLES)
    assert (mail.own, mail.form) == (said, {})


def test_the_head_of_a_forward_tells_who_wrote_when_and_about_what() -> None:
    assert read_mail(FROM_CUSTOMERS[0] + ASKED, TABLES).form == {
        "name": "Ada",
        "email": "ada@mail.example",
        "subject": "my order",
        "sent": "Tue, Mar 3, 2026 at 8:47 AM",
    }


def test_a_customer_who_sends_their_own_mail_again_says_both() -> None:
    mail = read_mail(f"I sent this last week and got no answer!\n\n{FROM_CUSTOMERS[0]}{ASKED}", TABLES)
    assert mail.own.startswith("I sent this last week")
    assert mail.own.endswith(ASKED)


def test_a_forward_of_a_forward_leads_to_the_customer() -> None:
    inner = f"fyi\n\n{FROM_CUSTOMERS[0]}{ASKED}"
    outer = "---------- Forwarded message ---------\nFrom: Ben <ben@hearth.example>\nSubject: Fwd: my order\n\n"
    assert read_mail(f"For Jo\n\n{outer}{inner}", TABLES).own == ASKED


def test_below_a_plain_head_the_mail_may_be_html() -> None:
    mail = read_mail(f"FYI\n\n{FROM_CUSTOMERS[0]}<p>My ring is bent.</p><p>Ada</p>", TABLES)
    assert (mail.own, mail.form["email"]) == ("My ring is bent.\n\nAda", "ada@mail.example")
