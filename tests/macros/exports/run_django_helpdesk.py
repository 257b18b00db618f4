"""A django-helpdesk of its own in a folder: load our fixture, open its staff pages, answer tickets, report as JSON.

A process of its own, because Django keeps its settings for the life of one. In the folder: `preset_replies.json`, and
`odd.json` with texts to render. Run by test_django_helpdesk.py.
"""

# mypy: disable-error-code="import-untyped"
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import django
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import include, path, reverse

HOST = "helpdesk.example"
APPS = ("admin", "auth", "contenttypes", "humanize", "messages", "sessions", "sites", "staticfiles")
MIDDLEWARE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
)

urlpatterns: list[Any] = []


def start(folder: Path) -> None:
    """Configure and migrate a new helpdesk."""
    settings.configure(
        SECRET_KEY="only for this run",  # noqa: S106 - a database that lives as long as the test
        ALLOWED_HOSTS=[HOST],
        DATABASES={"default": _database(folder / "helpdesk.sqlite3")},
        INSTALLED_APPS=[*(f"django.contrib.{app}" for app in APPS), "helpdesk"],
        MIDDLEWARE=MIDDLEWARE,
        TEMPLATES=[_templates()],
        ROOT_URLCONF=__name__,
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STATIC_URL="/static/",
        SITE_ID=1,
        USE_TZ=True,
        HELPDESK_TEAMS_MODE_ENABLED=False,
    )
    django.setup()
    urlpatterns.append(path("", include("helpdesk.urls", namespace="helpdesk")))
    call_command("migrate", verbosity=0)
    call_command("loaddata", "emailtemplate", verbosity=0)


def _database(file: Path) -> dict[str, Any]:
    unhurried = {"init_command": "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": unhurried}


def _templates() -> dict[str, Any]:
    names = ("template.context_processors.debug", "template.context_processors.request")
    more = ("contrib.auth.context_processors.auth", "contrib.messages.context_processors.messages")
    options = {"context_processors": [f"django.{name}" for name in (*names, *more)]}
    return {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": options}


def load_twice(fixture: Path) -> dict[str, Any]:
    """Load the fixture, let the store and time change a reply, and load it again."""
    presets, queues = (apps.get_model("helpdesk", model).objects for model in ("PreSetReply", "Queue"))
    call_command("loaddata", fixture, verbosity=0)
    rows = [presets.count()]
    reply = presets.earliest("pk")
    reply.body = "Last year's words"
    reply.save()
    reply.queues.add(queues.create(title="Shop & studio", slug="shop", allow_public_submission=True))
    call_command("loaddata", fixture, verbosity=0)
    reply.refresh_from_db()
    for preset in presets.all():
        preset.full_clean()
    return {
        "rows": [*rows, presets.count()],
        "renewed": {reply.pk: reply.body},
        "queues": [queue.slug for queue in reply.queues.all()],
    }


def answer(odd: list[str]) -> dict[str, Any]:
    """As staff: what a ticket's page offers, what choosing each gives, and what is sent then."""
    tickets, queues = (apps.get_model("helpdesk", model).objects for model in ("Ticket", "Queue"))
    agent = get_user_model().objects.create_superuser("jo", "jo@helpdesk.example", "jo", first_name="Jo")
    ticket = tickets.create(title="My ring", queue=queues.get(), submitter_email="maya@example.com")
    client = Client(SERVER_NAME=HOST)
    client.force_login(agent)
    offered = _options(client.get(reverse("helpdesk:view", args=[ticket.pk])).content)
    raw = {pk: client.get(reverse("helpdesk:raw", args=["preset"]), {"id": pk}).content.decode() for pk in offered}
    sent = {pk: _send(client, ticket, body) for pk, body in raw.items()}
    return {"offered": offered, "raw": raw, "sent": sent, "odd": [_send(client, ticket, text) for text in odd]}


def _options(page: bytes) -> dict[str, str]:
    options = BeautifulSoup(page, "html.parser").select("#id_preset option")
    return {str(option["value"]): option.text for option in options if option["value"]}


def _send(client: Client, ticket: Any, text: str) -> dict[str, str]:
    """What the ticket then shows and the customer's email says; a browser sends a text with the line ends of old."""
    mail.outbox = []
    said = {"comment": text.replace("\n", "\r\n"), "public": "1", "title": ticket.title, "new_status": ticket.status}
    done = client.post(reverse("helpdesk:update", args=[ticket.pk]), {**said, "queue": ticket.queue_id, "priority": 3})
    assert done.status_code == 302, done.content[:2000]
    comment = ticket.followup_set.latest("pk").comment
    return {"comment": comment, "mail": "".join(str(letter.body) for letter in mail.outbox)}


if __name__ == "__main__":
    place = Path(sys.argv[1])
    start(place)
    loaded = load_twice(place / "preset_replies.json")
    found = answer(json.loads((place / "odd.json").read_text(encoding="utf-8")))
    print(json.dumps({**loaded, **found}))
