/** What a page is made of, what it copies, and its fields filled with texts: for `rounds.py`. */
({
  /** Every kind of element, with the names of its attributes, and every address outside the site. */
  made(root = document) {
    const all = [...root.querySelectorAll(":not(html)")];
    const names = (element) =>
      [...element.attributes]
        .map(({ name }) => name)
        .filter((name) => !["data-state", "hidden", "open", "disabled"].includes(name)) // the site sets these
        .sort();
    const held = all.flatMap((element) =>
      ["href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href", "srcdoc"]
        .map((name) => element.getAttribute(name))
        .filter((address) => address !== null),
    );
    const isOutside = (address) =>
      !URL.canParse(address, location) || new URL(address, location).origin !== location.origin;
    return {
      kinds: [...new Set(all.map((element) => [element.localName, ...names(element)].join(" ")))],
      addresses: [...new Set(held.filter(isOutside))],
    };
  },

  type(selector, texts) {
    [...document.querySelectorAll(selector)].forEach((field, at) => {
      field.value = texts[at];
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  },

  bring(names, texts, beside, isEncoded) {
    const written = (text) => (isEncoded ? encodeURIComponent(text.toWellFormed()) : text);
    location.hash = beside + names.map((name, at) => `${name}=${written(texts[at])}`).join("&");
  },

  async settled(selector) {
    const turn = () => new Promise((go) => setTimeout(go, 10));
    const isBusy = () => document.querySelector(selector).ariaBusy !== "false";
    await turn();
    for (let at = 0; selector && isBusy() && at < 2000; at++) await turn();
    if (selector && isBusy()) throw new Error("never answered");
    await turn();
  },

  async copied(selector) {
    const found = [];
    navigator.clipboard.writeText = async (plain) => void found.push({ plain, html: "" });
    navigator.clipboard.write = async ([item]) => {
      const [plain, html] = await Promise.all(
        ["text/plain", "text/html"].map((type) => item.getType(type).then((blob) => blob.text())),
      );
      found.push({ plain, html });
    };
    const buttons = [...(selector ? document.querySelectorAll(selector) : [])].filter(({ disabled }) => !disabled);
    for (const button of buttons) button.click();
    const seen = buttons.filter((button) => button.checkVisibility()).length;
    for (let at = 0; found.length < seen && at < 10; at++) await this.settled("");
    const parsed = found.map(({ html }) => this.made(new DOMParser().parseFromString(html, "text/html").body));
    return {
      plain: found.map(({ plain }) => plain),
      kinds: [...new Set(parsed.flatMap(({ kinds }) => kinds))],
      addresses: [...new Set(parsed.flatMap(({ addresses }) => addresses))],
    };
  },

  async round([place, written, isEncoded]) {
    const texts = JSON.parse(written);
    sessionStorage.clear();
    if (place.kept) sessionStorage.setItem("order-facts.case", place.kept);
    if (typeof place.fields === "string") this.type(place.fields, texts);
    else if (!location.search) this.bring(place.fields, texts, place.beside, isEncoded);
    await this.settled(place.answer);
    await new Promise((go) => setTimeout(go, place.pause));
    const failed = document
      .querySelector("[data-state=failed]")
      ?.textContent.match(/The \w+ could not[^]{0,2000}/)?.[0];
    return { ...this.made(), copied: await this.copied(place.copies), hash: location.hash, failed: failed ?? "" };
  },
});
