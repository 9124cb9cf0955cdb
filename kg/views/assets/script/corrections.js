// A reader marks a fact wrong or mends it; the page keeps that and hands out the table that a build takes.

const TABLE = ["correction", "thing", "value"];
const BETWEEN_NAMES = " | ";
const MENDED = { speaker: "Who says or holds it", stance: "Stance", territory: "Territory" };

const corrections = new Map(); // by fact: { drop: true } or { speaker, stance, territory }, what differs only; | between territories
let isSaved = true;

const correctButton = (fact) => button("Correct", (event) => openForm(fact, event.target.closest(".fact")));

function correctionNote(fact) {
  const one = corrections.get(fact.id);
  if (!one) return element("p", { class: "corrected", hidden: "" });
  const told = one.drop
    ? "marked as wrong"
    : Object.keys(one)
        .map((name) => `${MENDED[name].toLowerCase()}: ${valueLabel(name, one[name])}`)
        .join("; ");
  return element("p", { class: "corrected" }, `Your correction: ${told}.`);
}

// Each name as it is offered, and whose it is; of two with one name the second has its identifier behind it.
const named = { speaker: uniqueNames(actors), territory: uniqueNames(territories) };

function uniqueNames(known) {
  const found = new Map();
  for (const [id, { label }] of Object.entries(known)) found.set(found.has(label) ? `${label} [${id}]` : label, id);
  return found;
}

function valueLabel(name, value) {
  if (name === "stance") return looks[value].words;
  const nameOf = (id) => [...named[name]].filter((one) => one[1] === id).map((one) => one[0])[0] || id;
  return value.split("|").map(nameOf).join(BETWEEN_NAMES);
}

// A name that the page knows becomes its identifier; any other is left as it was written.
function valueOf(name, text) {
  if (name === "stance") return text;
  return text
    .split("|")
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => named[name].get(one) || one)
    .join("|");
}

function openForm(fact, card) {
  if (card.querySelector("form")) return;
  const one = corrections.get(fact.id) || {};
  const drop = element("input", { type: "checkbox", name: "drop" });
  drop.checked = Boolean(one.drop);
  const fields = fieldsFor(fact, one);
  const form = element(
    "form",
    { class: "correction", "aria-label": "Correction" },
    element("label", {}, drop, " The words do not say this"),
    ...fields.map(([name, field]) => element("label", {}, `${MENDED[name]} `, field)),
    element("button", { type: "submit" }, "Keep this correction"),
    " ",
    element("button", { type: "button", on: () => closeForm(fact, card) }, "Cancel"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    correct(fact, drop.checked, fields);
    closeForm(fact, card);
  });
  card.append(form);
  drop.focus();
}

function closeForm(fact, card) {
  card.querySelector("form").remove();
  card.querySelector(".corrected").replaceWith(correctionNote(fact));
  [...card.querySelectorAll("button")].find((one) => one.textContent === "Correct").focus();
}

function fieldsFor(fact, one) {
  const fields = [];
  if (fact.kind !== "event")
    fields.push(["speaker", input("actor-names", valueLabel("speaker", one.speaker || fact.who[0] || ""))]);
  if (fact.stance) fields.push(["stance", stances(one.stance || fact.stance)]);
  if (fact.about.length)
    fields.push([
      "territory",
      input("territory-names", valueLabel("territory", one.territory || fact.about.join("|"))),
    ]);
  return fields;
}

const input = (list, value) => element("input", { list, value, autocomplete: "off" });

function stances(chosen) {
  const known = Object.keys(looks).filter((stance) => stance !== "spoke" && stance !== "thinks");
  const select = element(
    "select",
    {},
    ...known.map((stance) => element("option", { value: stance }, looks[stance].words)),
  );
  select.value = chosen;
  return select;
}

// Only what differs from the fact is a correction.
function correct(fact, drop, fields) {
  const before = { speaker: fact.who[0], stance: fact.stance, territory: fact.about.join("|") };
  const changed = {};
  for (const [name, field] of drop ? [] : fields) {
    const value = valueOf(name, field.value);
    if (value && value !== before[name]) changed[name] = value;
  }
  if (drop) corrections.set(fact.id, { drop: true });
  else if (Object.keys(changed).length) corrections.set(fact.id, changed);
  else corrections.delete(fact.id);
  isSaved = corrections.size === 0;
  byId("save-corrections").hidden = corrections.size === 0;
  byId("save-corrections").textContent = `Save ${plural(corrections.size, "correction")}`;
}

function correctionsTable() {
  const rows = [...corrections].flatMap(([fact, one]) =>
    Object.entries(one).map(([name, value]) => [name, fact, name === "drop" ? "" : value]),
  );
  return [TABLE, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function saveCorrections() {
  isSaved = true;
  download("corrections.csv", new Blob([correctionsTable()], { type: "text/csv" }));
}

function fillNames() {
  const options = (names) => [...names.keys()].sort(inOrder).map((value) => element("option", { value }));
  byId("actor-names").replaceChildren(...options(named.speaker));
  byId("territory-names").replaceChildren(...options(named.territory));
}
