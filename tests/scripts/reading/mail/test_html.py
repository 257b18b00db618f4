"""HTML mail is read as its text; what only looks like HTML is left alone."""

# ruff: noqa: E501 - samples stand as they arrive, one a line

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from reading.mail import read_mail
from tests.tables import for_each
from words.catalogue import load_words

TABLES = load_words().reading["mail"]
ASKED = "My ring is bent.\n\nCan you fix it?\n\nMaya"
PAGES = [
    "<html><head><style>p{color:red}</style><title>x</title></head><body><p>My ring is bent.</p><p>Can you fix it?</p><p>Maya</p></body></html>",
    '<div dir="ltr">My ring is bent.<div><br></div><div>Can you fix it?</div><div><br></div><div>Maya</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Mar 3, 2026 at 8:47 AM Jo &lt;<a href="mailto:care@hearth.example">care@hearth.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote"><div>Your order has shipped.</div></blockquote></div>',
    '<!DOCTYPE html><html><!-- comment --><body lang=EN-US><div class=WordSection1><p class=MsoNormal>My ring is bent.<o:p></o:p></p><p class=MsoNormal>Can you fix it?<o:p></o:p></p><p>Maya</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>From:</b> Jo &lt;care@hearth.example&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 8:47 AM<br><b>To:</b> Maya<br><b>Subject:</b> Re: ring<o:p></o:p></p></div><p>Hi Maya, it has shipped.</p></div></body></html>',
    'My ring is bent.<br><br>Can you fix it?<br><br>Maya<br><blockquote type="cite">On Mar 3, 2026, at 8:47 AM, Jo wrote:<br><br>shipped</blockquote>',
    '<p>My ring is bent.</p>\n<p>Can you fix it?</p>\n<p>Maya</p><img src="https://t.example/p.gif" width=1 height=1><script>var a="Cancel my order";</script>',
    '<div>My ring is bent.</div><div>&nbsp;</div><div>Can you fix it?</div><div>&nbsp;</div><div>Maya</div><div class="yahoo_quoted"><div>On Tuesday, Jo wrote:</div><div>shipped</div></div>',
    '<div style="display:none">preheader Cancel</div><p>My ring is bent.</p><p>Can you fix it?</p><p>Maya</p><div class="gmail_signature"><div>Maya Sample</div><div>1 Sample Street</div></div>',
    "<![if !mso]><div><p>My ring is bent.</p><p>Can you fix it?</p><p>Maya</p></div><![endif]><p>-- <br>Maya Sample</p>",
    "<span>My ring is bent.<br/><br/>Can you fix it?<br/><br/>Maya</span><div>Sent from my iPhone</div><div><br><blockquote type=cite><div>On Mar 3, 2026, at 8:47 AM, Jo &lt;care@hearth.example&gt; wrote:</div></blockquote></div><blockquote type=cite><div>Shipped.</div></blockquote>",
    "My ring is bent.<br>\n<br>\nCan you fix it?<br>\n<br>\nMaya",
    "<table><tr><td><p>My ring is bent.</p><p>Can you fix it?</p><p>Maya</p></td></tr></table>",
]
PLAIN = [
    ("I <3 it", "I <3 it"),
    ("a < b and b > c", "a < b and b > c"),
    ("&lt;3 forever", "<3 forever"),
    ("don&#39;t, caf&eacute; &#x2665;", "don't, café ♥"),
    ("AT&T lost it", "AT&T lost it"),
    ("Write to <maya@mail.example> please", "Write to <maya@mail.example> please"),
    ("<p>Write to <maya@mail.example> please</p>", "Write to <maya@mail.example> please"),
    ("<div>I <3 it</div>", "I <3 it"),
    ("😡😡", "😡😡"),
    ("?", "?"),
    ("1042", "1042"),
]
TOKENS = (
    "< > </ <! <!-- --> <? <![ ]]> <p> <div> </div> <style> <blockquote> a & &# &#99999999; \n = <a <br /> <td> ' \""
)
HOSTILE = [
    "<",
    "<a",
    "<!",
    "<!--",
    "<![",
    "<div>",
    "<blockquote>",
    "<style>",
    "</",
    "&#",
    "--\n",
    "x:\n",
    "wrote:\n",
    "> ",
    "a@",
]


@for_each("page", PAGES)
def test_the_text_of_a_page_is_read(page: str) -> None:
    mail = read_mail(page, TABLES)
    assert (mail.own, mail.form, mail.machine) == (ASKED, {}, "")


@for_each("message, own", PLAIN)
def test_what_is_no_tag_stays(message: str, own: str) -> None:
    assert read_mail(message, TABLES).own == own


@given(st.lists(st.sampled_from(TOKENS.split(" ")), max_size=40).map("".join))
def test_broken_markup_is_read_as_well_as_it_can_be(message: str) -> None:
    assert bool(read_mail(message, TABLES).own) <= bool(message.strip())


@for_each("part", HOSTILE)
def test_endless_input_is_read_in_time(part: str) -> None:
    started = time.perf_counter()
    read_mail(f"<p>x</p>{part * (100_000 // len(part))}", TABLES)
    assert time.perf_counter() - started < 5
