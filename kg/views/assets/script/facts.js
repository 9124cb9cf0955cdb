// What the data block holds, and the words for it.

const data = JSON.parse(document.getElementById("data").textContent);
const { actors, territories, facts, connections, disputes, looks, picture } = data;

const connectionOf = new Map(connections.map((one) => [one.id, one]));
const KINDS = { position: "positions", statement: "statements", attitude: "attitudes", event: "events" };

const actorLabel = (id) => (has(actors, id) ? actors[id].label : id);
const wordsOf = (fact) => fact.passage.map((segment) => segment[0]).join("");
const articleOf = (fact) => data.articles[fact.article];
const dateOf = (fact) => fact.date || articleOf(fact).date || "";
const placesWhere = (test) => facts.map((_, place) => place).filter((place) => test(facts[place]));

function stanceOf(fact) {
  return fact.stance || { statement: "spoke", attitude: "thinks" }[fact.kind] || "";
}

// A thing and what it is a part of or speaks for, up to the last; circles are left.
function upward(id, known, link) {
  const chain = [];
  for (let one = id; one && !chain.includes(one); one = has(known, one) ? known[one][link] : undefined) chain.push(one);
  return chain;
}

const within = (territory, whole) => upward(territory, territories, "whole").includes(whole);
const speaksFor = (actor, other) => upward(actor, actors, "for").includes(other);

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
