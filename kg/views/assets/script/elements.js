// Making elements: text goes in as text only, and addresses are checked.

const byId = (id) => document.getElementById(id);
const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === "class") made.className = value;
    else if (name === "on") made.addEventListener("click", value);
    else made.setAttribute(name, value);
  }
  for (const child of children) if (child !== null && child !== undefined) made.append(child);
  return made;
}

function link(address, text) {
  if (!/^https?:\/\/[^\s"'<>\\]+$/.test(address || "")) return document.createTextNode(text);
  return element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}

const button = (text, action) => element("button", { type: "button", class: "as-link", on: action }, text);

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const thousands = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
const plural = (count, one, more) => `${thousands(count)} ${count === 1 ? one : more || one + "s"}`;

const collator = new Intl.Collator("en");
const inOrder = (one, other) => collator.compare(one, other);
