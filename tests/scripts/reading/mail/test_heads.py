"""What mail programs and helpdesks put above an earlier mail, in many languages: what follows is not the customer's."""

# ruff: noqa: E501 - samples stand as they arrive, one a line

from __future__ import annotations

from reading.mail import read_mail
from tests.tables import for_each
from words.catalogue import load_words

TABLES = load_words().reading["mail"]
ASKED = "Der Ring ist zu klein. The clasp is bent, what now?\n\nMaya"
HISTORY = "Hi Maya,\n\nYour order has shipped. Is the glass broken?\n\nJo"
HEADS = [
    "On Tue, Mar 3, 2026 at 8:47 AM Jo <care@hearth.example> wrote:",
    "On Tue, Mar 3, 2026 at 8:47 AM Hearth & Initial\nSupport Team of the Workshop <\ncare@hearth.example> wrote:",
    "On Tue, 3 Mar 2026 at 08:47, Hearth & Initial, the workshop with\na very long name indeed, second line\nand a third one\n<care@hearth.example> wrote:",
    "On Mar 3, 2026, at 8:47 AM, Jo <care@hearth.example> wrote:",
    "On 3 Mar 2026, at 08:47, Hearth <care@hearth.example> wrote:\n\n",
    "On Tuesday, March 3rd, 2026 at 8:47 AM, Jo <care@hearth.example> wrote:",
    "------- Original Message -------\nOn Tuesday, March 3rd, 2026 at 8:47 AM, Jo <care@hearth.example> wrote:",
    "On Tuesday, March 3, 2026 at 08:47:00 AM EST, Jo <care@hearth.example> wrote: ",
    "    On Tuesday, March 3, 2026 at 08:47:00 AM EST, Jo\n<care@hearth.example> wrote:  \n ",
    "On Mar 3, 2026 at 8:47 AM -0500, Jo <care@hearth.example>, wrote:",
    "On Tue, Mar 3, 2026, at 8:47 AM, Jo wrote:",
    "On Mar 3 2026, at 8:47 am, Jo <care@hearth.example> wrote:",
    "On 3/3/26 8:47 AM, Jo wrote:",
    "On 03.03.26 08:47, Hearth & Initial wrote:",
    "Am 03.03.26 um 08:47 schrieb Hearth & Initial:",
    "Am 03.03.2026 um 08:47 schrieb Jo <care@hearth.example>:",
    "Am Di., 3. März 2026 um 08:47 Uhr schrieb Jo <care@hearth.example>:",
    "Am Dienstag, den 3. März 2026 um 08:47:00 MEZ hat Jo <care@hearth.example> Folgendes geschrieben:",
    "Hearth & Initial <care@hearth.example> schrieb am Di., 3. März 2026, 08:47:",
    "---- On Tue, 03 Mar 2026 08:47:00 -0500 Jo <care@hearth.example> wrote ----",
    "---- On Tue, 03 Mar 2026 08:47:00 -0500 Jo <care@hearth.example> wrote ---",
    " ---- Am Di., 03 März 2026 08:47:00 +0100 Jo <care@hearth.example> schrieb ----",
    "In a message dated 3/3/2026 8:47:00 AM Eastern Standard Time, care@hearth.example writes:",
    "Jo wrote:",
    "Jo Smith wrote:",
    "Hearth & Initial wrote:",
    "2026-03-03 8:47 GMT-05:00 Jo <care@hearth.example>:",
    "2026-03-03 8:47 GMT+01:00 Hearth & Initial <care@hearth.example>:",
    'At 2026-03-03 08:47:00, "Jo" <care@hearth.example> wrote:',
    "Le mar. 3 mars 2026 à 08:47, Jo <care@hearth.example> a écrit :",
    "Le mardi 3 mars 2026 à 08:47, Jo a écrit :",
    "Le 03/03/2026 à 08:47, Jo a écrit :",
    "El mar, 3 mar 2026 a las 8:47, Jo (<care@hearth.example>) escribió:",
    "El 3 mar 2026, a las 8:47, Jo <care@hearth.example> escribió:",
    "El martes, 3 de marzo de 2026, 08:47:00 CET, Jo\n<care@hearth.example> escribió:",
    "Il giorno mar 3 mar 2026 alle ore 08:47 Jo <care@hearth.example> ha scritto:",
    "Il 03/03/2026 08:47, Jo ha scritto:",
    "Em ter., 3 de mar. de 2026 às 08:47, Jo <care@hearth.example> escreveu:",
    "Jo <care@hearth.example> escreveu (terça, 3/03/2026 à(s) 08:47):",
    "Op di 3 mrt 2026 om 08:47 schreef Jo <care@hearth.example>:",
    "Op 3-3-2026 om 08:47 schreef Jo:",
    "Op 3 mrt. 2026 om 08:47 heeft Jo <care@hearth.example> het volgende geschreven:",
    "Den tis 3 mars 2026 kl 08:47 skrev Jo <care@hearth.example>:",
    "3 mars 2026 kl. 08:47 skrev Jo <care@hearth.example>:",
    "Den tirs. 3. mar. 2026 kl. 08.47 skrev Jo <care@hearth.example>:",
    "tir. 3. mar. 2026 kl. 08:47 skrev Jo <care@hearth.example>:",
    "Den 03.03.2026 08:47, skrev Jo:",
    "ti 3. maalisk. 2026 klo 8.47 Jo (care@hearth.example) kirjoitti:",
    "wt., 3 mar 2026 o 08:47 Jo <care@hearth.example> napisał(a):",
    "W dniu 3.03.2026 o 08:47, Jo pisze:",
    "Wiadomość napisana przez Jo <care@hearth.example> w dniu 03.03.2026, o godz. 08:47:",
    "út 3. 3. 2026 v 8:47 odesílatel Jo <care@hearth.example> napsal:",
    "Dne 3. 3. 2026 v 8:47 Jo napsal(a):",
    "ut 3. 3. 2026 o 8:47 Jo <care@hearth.example> napísal(a):",
    "Jo <care@hearth.example> ezt írta (időpont: 2026. márc. 3., K, 8:47):",
    "În mar., 3 mar. 2026 la 08:47, Jo <care@hearth.example> a scris:",
    "Στις Τρί 3 Μαρ 2026 στις 8:47 π.μ., ο χρήστης Jo <care@hearth.example> έγραψε:",
    "Jo <care@hearth.example>, 3 Mar 2026 Sal, 08:47 tarihinde şunu yazdı:",
    "вт, 3 мар. 2026 г. в 08:47, Jo <care@hearth.example>:",
    "Вторник, 3 марта 2026, 8:47 +03:00 от Jo <care@hearth.example>:",
    '03.03.2026, 08:47, "Jo" <care@hearth.example>:',
    "3 марта 2026 г., в 08:47, Jo <care@hearth.example> написал(а):",
    "вт, 3 бер. 2026 р. о 08:47 Jo <care@hearth.example> пише:",
    "\u202bבתאריך יום ג׳, 3 במרץ 2026 ב-8:47 מאת \u202aJo\u202c\u200f <\u202acare@hearth.example\u202c\u200f>:\u202c",
    "في الثلاثاء، ٣ مارس ٢٠٢٦ في ٩:١٠ ص تمت كتابة ما يلي بواسطة Jo <care@hearth.example>:",
    "Jo <care@hearth.example> 于2026年3月3日周二 08:47写道：",
    "Jo <care@hearth.example> 於 2026年3月3日 週二 上午8:47寫道：",
    "2026年3月3日(火) 8:47 Jo <care@hearth.example>:",
    "2026년 3월 3일 (화) 오전 8:47, Jo <care@hearth.example>님이 작성:",
    "Vào Th 3, 3 thg 3, 2026 vào lúc 08:47 Jo <care@hearth.example> đã viết:",
    "From: Jo <care@hearth.example>\nSent: Tuesday, March 3, 2026 8:47 AM\nTo: Maya <maya@mail.example>\nSubject: Re: my ring\n",
    "________________________________\nFrom: Jo <care@hearth.example>\nSent: Tuesday, March 3, 2026 8:47:00 AM\nTo: Maya\nSubject: Re: my ring\n",
    "-----Original Message-----\nFrom: Jo [mailto:care@hearth.example]\nSent: Tuesday, March 3, 2026 8:47 AM\nTo: Maya\nSubject: Your ring\n",
    "From: Hearth & Initial\nSent: Monday, March 2, 2026 8:47 AM\nTo: Ada Birch\nSubject: Your order\n",
    "*From:* Hearth & Initial\n*Sent:* Monday, March 2, 2026 8:47 AM\n*To:* Ada Birch\n*Subject:* Your order\n",
    "**From:** Jo <care@hearth.example>\n**Date:** Monday, March 2, 2026 at 8:47 AM\n**To:** Ada\n**Subject:** Re: Your order\n",
    "> From: Jo <care@hearth.example>\n> Sent: Monday, March 2, 2026 8:47 AM\n> To: Ada\n> Subject: Your order\n",
    "From: Jo\nDate: Tuesday, 3 March 2026 at 08:47\nTo: Maya\nSubject: Re: ring\n",
    "Von: Jo <care@hearth.example>\nGesendet: Dienstag, 3. März 2026 08:47\nAn: Maya\nBetreff: Ring\n",
    'Gesendet: Dienstag, 03. März 2026 um 08:47 Uhr\nVon: "Jo" <care@hearth.example>\nAn: maya@mail.example\nBetreff: Ring\n',
    "Von: Jo\nGesendet: Dienstag, 3. März 2026 08:47\nAn: Maya\nBetreff: Ring\n",
    '-----Original-Nachricht-----\nBetreff: Ring\nDatum: 2026-03-03T08:47:00+0100\nVon: "Jo" <care@hearth.example>\nAn: "maya@mail.example" <maya@mail.example>\n',
    "-------- Ursprüngliche Nachricht --------\nVon: Jo <care@hearth.example>\nDatum: 03.03.26 08:47 (GMT+01:00)\nAn: Maya\nBetreff: Ring\n",
    "De : Jo <care@hearth.example>\nEnvoyé : mardi 3 mars 2026 08:47\nÀ : Maya\nObjet : bague\n",
    "-------- Message d'origine --------\nDe : Jo <care@hearth.example>\nDate : 03/03/2026 08:47 (GMT+01:00)\nÀ : Maya\nObjet : bague\n",
    "De: Jo <care@hearth.example>\nEnviado el: martes, 3 de marzo de 2026 8:47\nPara: Maya\nAsunto: anillo\n",
    "Da: Jo <care@hearth.example>\nInviato: martedì 3 marzo 2026 08:47\nA: Maya\nOggetto: anello\n",
    "De: Jo <care@hearth.example>\nEnviada: 3 de março de 2026 08:47\nPara: Maya\nAssunto: anel\n",
    "Van: Jo <care@hearth.example>\nVerzonden: dinsdag 3 maart 2026 08:47\nAan: Maya\nOnderwerp: ring\n",
    "Från: Jo <care@hearth.example>\nSkickat: den 3 mars 2026 08:47\nTill: Maya\nÄmne: ring\n",
    "Fra: Jo <care@hearth.example>\nSendt: 3. marts 2026 08:47\nTil: Maya\nEmne: ring\n",
    "Lähettäjä: Jo <care@hearth.example>\nLähetetty: tiistai 3. maaliskuuta 2026 8.47\nVastaanottaja: Maya\nAihe: sormus\n",
    "Od: Jo <care@hearth.example>\nWysłano: wtorek, 3 marca 2026 08:47\nDo: Maya\nTemat: pierścionek\n",
    "Od: Jo <care@hearth.example>\nOdesláno: úterý 3. března 2026 8:47\nKomu: Maya\nPředmět: prsten\n",
    "Feladó: Jo <care@hearth.example>\nElküldve: 2026. március 3., kedd 8:47\nCímzett: Maya\nTárgy: gyűrű\n",
    "Kimden: Jo <care@hearth.example>\nGönderildi: 3 Mart 2026 Salı 08:47\nKime: Maya\nKonu: yüzük\n",
    "От: Jo <care@hearth.example>\nОтправлено: 3 марта 2026 г. 8:47\nКому: Maya\nТема: кольцо\n",
    "发件人: Jo <care@hearth.example>\n发送时间: 2026年3月3日 8:47\n收件人: Maya\n主题: 戒指\n",
    '------------------ 原始邮件 ------------------\n发件人: "Jo" <care@hearth.example>;\n发送时间: 2026年3月3日(星期二) 上午8:47\n收件人: "Maya"\n主题: 戒指\n',
    "差出人: Jo <care@hearth.example>\n送信日時: 2026年3月3日 8:47\n宛先: Maya\n件名: 指輪\n",
    "From:\nHearth & Initial <care@hearth.example>\nSent:\nTuesday, March 3, 2026\nTo:\nMaya\nSubject:\nRing\n",
    "##- Please type your reply above this line -##\n\nYour request (1234) has been updated.",
    "---- Please reply above this line ----",
    "--- Reply above this line ---",
    "-- reply above this line --",
    "=== REPLY ABOVE THIS LINE ===",
    "--- Please reply above this line ---",
    "Please type your reply above this line",
    "## Reply above this line ##",
    "[Please reply above this line]",
    "—-—-—-—\nReply above this line.",
    "--- Write ABOVE THIS LINE to post a reply ---",
    "##- Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein. -##",
    "##- Veuillez saisir une réponse au-dessus de cette ligne -##",
    "##- Por favor, escriba su respuesta por encima de esta línea -##",
    "##- Typ uw antwoord boven deze regel -##",
    "Type your response ABOVE THIS LINE to reply",
    "<< Reply above this line >>",
    "-------- Original message --------\nFrom: Jo <care@hearth.example>\nDate: 3/3/26 8:47 AM (GMT-05:00)\nTo: maya@mail.example\nSubject: Re: ring\n",
    "-------- Original Message --------\nSubject: Re: ring\nFrom: Jo <care@hearth.example>\nDate: 3/3/26\nTo: maya@mail.example\n",
    "-------- Original Message --------\nOn 3/3/26 8:47 AM, Jo < care@hearth.example> wrote:\n",
    "On Tue, Mar 03, 2026 at 8:47 AM, Jo < care@hearth.example > wrote:",
    "On March 3, 2026, 8:47 AM EST care@hearth.example wrote:",
    "On March 3, 2026 at 8:47:05 a.m., Jo (care@hearth.example) wrote:",
    "Jo (Hearth & Initial) wrote on 3 March 2026 at 8:47:",
    "Quoting Jo <care@hearth.example>:",
    "-------- Mensaje original --------\nDe: Jo <care@hearth.example>\nFecha: 3/3/26 8:47 (GMT+01:00)\nPara: Maya\nAsunto: anillo\n",
    '----- Messaggio originale -----\nDa: "Jo" <care@hearth.example>\nA: maya@mail.example\nInviato: Martedì, 3 marzo 2026 8:47:00\nOggetto: anello\n',
    "-------- Oorspronkelijk bericht --------\nVan: Jo <care@hearth.example>\nDatum: 03-03-2026 08:47 (GMT+01:00)\nAan: Maya\nOnderwerp: ring\n",
    "---------- Původní zpráva ----------\nOd: Jo <care@hearth.example>\nKomu: maya@mail.example\nDatum: 3. 3. 2026 8:47\nPředmět: prsten\n",
    "-------- Oprindelig meddelelse --------\nFra: Jo <care@hearth.example>\nDato: 03.03.2026 08.47\nTil: Maya\nEmne: ring\n",
    "-------- Ursprungligt meddelande --------\nFrån: Jo <care@hearth.example>\nDatum: 2026-03-03 08:47\nTill: Maya\nÄmne: ring\n",
    "-------- Oryginalna wiadomość --------\nOd: Jo <care@hearth.example>\nData: 03.03.2026 08:47\nDo: Maya\nTemat: ring\n",
]
WROTE = [
    head
    for head in HEADS
    if head.rstrip().endswith(("wrote:", "escribió:", "a écrit :", "schreef Jo:", "napsal(a):", "写道："))
]
# Words of their own that look a little like a head.
OWN = [
    "On the form I wrote:\nLuna forever",
    "From: the bottom of my heart",
    "Hello, Subject: my ring",
    "On Monday I wrote to you: nobody answered.",
    "My mother wrote:\nLove you",
    "To: Mum\nFrom: Ada\nMerry Christmas",
    "Please engrave:\nFrom: Ada\nTo: Anna\nDate: 12.06.2026",
    "You wrote: it will ship on Monday. It did not.",
    "On 3 March you wrote:\nit ships tomorrow. It did not",
    "On 3 March 2026 I wrote:\nplease make it gold",
    "Am 3. März schrieb ich:\nbitte in Gold",
    "Name: Luna\nDate: 12.06.2026\nFont: script",
    "He wrote:\nyes",
    "Here is what the card should say:\nTo: Maya\nFrom: Ada <3",
    "Original message: Luna forever",
    "I need it by 3/3/2026 at 8:47, my email is maya@mail.example:\nplease answer",
    "My new address:\nAda Birch\n1 Sample Street",
    "Please write to me at maya@mail.example",
    "The tag says:\n1042",
    "Sent from my shop to yours: a present, but the box was empty and nobody told me about it at all so far",
    ">:( still nothing",
    "I <3 it & a < b, 5 > 3",
    "Reply above this? ok",
    "Please put Luna above this line and Max below",
    "Op de website schreef ik:\nLuna",
    "The card read: Jo wrote: love",
    "AT&T lost my phone",
    "Order: 1042\nRing is too small",
    "Name: Maya\nOrder number: 1042\nThe ring is too small.",
]


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())


@for_each("head", HEADS)
def test_what_follows_a_head_is_history(head: str) -> None:
    told = [read_mail(f"{ASKED}\n\n{head}\n{history}", TABLES) for history in (HISTORY, quoted(HISTORY))]
    assert [(mail.own, mail.form, mail.machine) for mail in told] == [(ASKED, {}, "")] * 2


@for_each("head", WROTE)
def test_an_answer_below_the_quote_or_between_its_lines_is_read(head: str) -> None:
    assert read_mail(f"{head}\n{quoted(HISTORY)}\n\n{ASKED}", TABLES).own == ASKED
    between = read_mail(f"Hi Jo,\n\n{head}\n> Silver?\nNo, gold.\n> Which size?\nSeven.\n\nMaya", TABLES).own
    assert between.split() == ["Hi", "Jo,", "No,", "gold.", "Seven.", "Maya"]


@for_each("words", OWN)
def test_words_that_only_look_like_a_head_are_the_customers(words: str) -> None:
    mail = read_mail(f"Hello,\n{words}\nMaya", TABLES)
    assert (mail.own, mail.form) == (f"Hello,\n{words}\nMaya", {})
