// What the data block holds, and the words for it.

const data = JSON.parse(document.getElementById("data").textContent);
const { actors, territories, facts, connections, disputes, looks, picture } = data;

const actorLabel = (id) => (has(actors, id) ? actors[id].label : id);
const territoryLabel = (id) => (has(territories, id) ? territories[id].label : id);

const wordsOf = (fact) => fact.passage.map((segment) => segment[0]).join("");

function stanceOf(fact) {
  return fact.stance || { statement: "spoke", attitude: "thinks" }[fact.kind] || "";
}

function within(territory, whole) {
  for (let place = territory, steps = 0; place && steps < 50; steps += 1) {
    if (place === whole) return true;
    place = has(territories, place) ? territories[place].whole : undefined;
  }
  return false;
}

function speaksFor(actor, other) {
  for (let one = actor, steps = 0; one && steps < 50; steps += 1) {
    if (one === other) return true;
    one = has(actors, one) ? actors[one].for : undefined;
  }
  return false;
}

function passage(fact) {
  const quote = element("blockquote", { class: "words" });
  for (const [text, mark] of fact.passage) {
    if (mark === "words") quote.append(element("mark", {}, text));
    else if (mark) quote.append(element("span", { class: mark }, text));
    else quote.append(text);
  }
  return quote;
}

function speaker(fact, place) {
  const id = fact.who[place];
  const known = has(actors, id) ? actors[id] : { label: id };
  const told = [place ? null : fact.role, known.for && actorLabel(known.for)].filter(Boolean);
  return known.label + (told.length ? ` (${told.join(", ")})` : "");
}

function what(fact) {
  if (fact.kind === "event") return `event: ${fact.detail}`;
  if (fact.kind === "statement") return `said${fact.detail ? `, ${fact.detail}` : ""}`;
  if (fact.kind === "attitude") return "is said to think or want";
  const look = looks[fact.stance];
  const share = fact.share === undefined ? "" : `, ${Math.round(fact.share * 100)} per cent of those asked`;
  const told = fact.speaker ? `, as told by ${actorLabel(fact.speaker)}` : "";
  return look.words + (fact.toward ? ` ${look.toward} ${actorLabel(fact.toward)}` : "") + share + told;
}

function targets(fact) {
  return [...fact.about.map(territoryLabel), fact.target && `“${fact.target}”`].filter(Boolean);
}

const where = (test) => facts.map((_, place) => place).filter((place) => test(facts[place]));
