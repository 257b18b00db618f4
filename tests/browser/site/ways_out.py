"""The ways by which a script in a page could tell another host something, or run what it has made of a text."""

from __future__ import annotations

import contextlib
import socketserver
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ADD = "(name, has, where = document.head) => where.append(Object.assign(document.createElement(name), has))"
PRESS = "(has) => Object.assign(document.createElement('a'), has).click()"
# Statements of a page: `to` is an address of another host, `add` puts an element into the page, `press` follows a link.
STOPPED = {
    "fetch": "fetch(to).catch(() => {})",
    "fetch without an answer": "fetch(to, {mode: 'no-cors', method: 'POST', body: 'x'}).catch(() => {})",
    "XMLHttpRequest": "const asked = new XMLHttpRequest(); asked.open('GET', to); asked.send()",
    "beacon": "navigator.sendBeacon(to, 'x')",
    "web socket": "new WebSocket(to.replace('http', 'ws'))",
    "event source": "new EventSource(to)",
    "ping of a link": "press({href: '#here', ping: to})",
    "image": "new Image().src = to",
    "image of a set": "new Image().srcset = `${to} 2x`",
    "image in SVG": "document.body.insertAdjacentHTML('beforeend', `<svg><image href='${to}'/></svg>`)",
    "icon": "add('link', {rel: 'icon', href: to})",
    "video": "add('video', {src: to}, document.body)",
    "script": "add('script', {src: to})",
    "module": "import(to).catch(() => {})",
    "style sheet": "add('link', {rel: 'stylesheet', href: to})",
    "style in the page": "add('style', {textContent: `body { cursor: url(${to}), auto }`})",
    "style by script": "document.body.style.backgroundImage = `url(${to})`",
    "font": "new FontFace('x', `url(${to})`).load().catch(() => {})",
    "prefetch": "add('link', {rel: 'prefetch', href: to})",
    "preload": "add('link', {rel: 'preload', as: 'image', href: to})",
    "preload of a module": "add('link', {rel: 'modulepreload', href: to})",
    "form": "const sent = document.createElement('form'); Object.assign(sent, {action: to, target: '_blank'});"
    "document.body.append(sent); sent.submit()",
    "frame": "add('iframe', {src: to}, document.body)",
    "frame of a text": "add('iframe', {srcdoc: `<img src='${to}'>`}, document.body)",
    "object": "add('object', {data: to}, document.body)",
    "embed": "add('embed', {src: to}, document.body)",
    "worker of a text": "new Worker(URL.createObjectURL(new Blob([`fetch('${to}')`])))",
    "base of the addresses": "add('base', {href: to}); new Image().src = `${to.split('/').pop()}/after`",
}
# What runs a text says so in `ran`.
TEXTS_THAT_RUN = {
    "eval": "eval('ran.push(name)')",
    "Function": "new Function('ran.push(\"Function\")')()",
    "timer": "setTimeout('ran.push(\"timer\")')",
    "script in the page": "add('script', {textContent: 'ran.push(\"script in the page\")'})",
    "handler": "add('img', {alt: ''}); document.head.lastChild.setAttribute('onerror', 'ran.push(\"handler\")');"
    "document.head.lastChild.src = 'data:,'",
    "script address": "press({href: 'javascript:void ran.push(\"script address\")'})",
}
# What a policy has no word for, or one that no browser knows: the page goes, a window opens, a call is set up.
NOT_STOPPED = {
    "window": "open(to)",
    "link in a new tab": "press({href: to, target: '_blank', rel: 'noopener'})",
    "call": "const call = new RTCPeerConnection({iceServers: [{urls: to.replace('http://', 'turn:').split('/')[0]"
    " + '?transport=tcp', username: 'x', credential: 'x'}]});"
    "call.createDataChannel('x'); call.createOffer().then((offer) => call.setLocalDescription(offer))",
    "refresh": "add('meta', {httpEquiv: 'refresh', content: `0; url=${to}`})",
    "address": "location.href = to",
}


class Elsewhere(socketserver.ThreadingTCPServer):
    """Another host.

    Attributes:
        said: The beginning of what came over each connection; empty where nothing has come yet.
    """

    daemon_threads = True

    def __init__(self) -> None:
        self.said: list[str] = []
        super().__init__(("127.0.0.1", 0), Listener)

    def address(self, way: str) -> str:
        """An address of this host that names a way."""
        return f"http://127.0.0.1:{self.server_address[1]}/{way.replace(' ', '-')}"

    def heard(self, way: str) -> bool:
        """Whether a way has led here."""
        return any(self.address(way).rpartition("/")[2] + end in said for said in self.said for end in " /?")


class Listener(socketserver.BaseRequestHandler):
    """Notes what comes, and answers nothing worth reading."""

    server: Elsewhere

    def handle(self) -> None:
        """Note a connection at once, and what it says when that comes."""
        at = len(self.server.said)
        self.server.said.append("")
        with contextlib.suppress(OSError):
            self.server.said[at] = self.request.recv(400).decode("latin-1").partition("\r\n")[0] or "nothing"
            self.request.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")


@contextlib.contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """Another host, for as long as it is needed."""
    with Elsewhere() as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()
